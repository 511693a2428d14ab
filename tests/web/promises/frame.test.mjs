// The stand-alone page in a frame: its height, its links, and what the two pages believe of one another.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { violations } from "../support/axe.mjs";
import { inEachEngine } from "../support/engines.mjs";
import { ALLOW, STYLE, article, contentOf, frame, heightOf, inFrame, readyIn, useStories, widen } from "../support/frames.mjs";
import { dist } from "../support/server.mjs";
import { events, place, titles } from "../support/story.mjs";

const [event, other] = place("baku").events;
const SAID = { schema: "story-map", version: 1 };

test("25: the script for the article is under 1 kB, as it is", () => {
  const { length } = readFileSync(join(dist, "story-map-frame.js"));
  assert.ok(length > 100 && length < 1000, `${length} bytes`);
});

inEachEngine((page, engine) => {
  const stories = useStories(page);

  /** Opens an article with frames and waits for the stories in them. */
  async function openArticle(frames, options = {}) {
    page.server.put("/article.css", STYLE + (options.style ?? ""));
    page.server.put("/article.html", article([frames].flat().join("\n"), options));
    await page.driver.manage().setTimeouts({ script: 20_000 }); // a browser's first frame takes its time
    await page.visit(options.path ?? "/article.html");
    for (let index = 0; index < [frames].flat().length; index++) await readyIn(page, index);
  }

  /** Until a frame is as high as what is in it. */
  function fits(index = 0) {
    const apart = async () => Math.abs((await heightOf(page, index)) - (await contentOf(page, index)));
    return page.until(apart, (pixels) => pixels <= 1, "the frame to be as high as its story");
  }

  /** The fragment of a frame's address. */
  function fragmentOf(index = 0) {
    return inFrame(page, index, () => page.run(() => location.hash));
  }

  test("25: the frame is as high as its story, narrow and wide, whatever is shown of it", async () => {
    await openArticle(frame(`${stories.origin}/`));
    await fits();
    assert.equal(await heightOf(page), 704, "where there is room it stays as the article made it");
    await widen(page, 320);
    await page.until(() => heightOf(page), (height) => height !== 704, "the frame to follow");
    await fits();
    const all = await heightOf(page);
    assert.ok(all > 1500, `${all}`);
    await inFrame(page, 0, async () => {
      const { inner, outer } = await page.run(() => ({ inner: document.documentElement.scrollHeight, outer: innerHeight }));
      assert.ok(inner <= outer + 1, `nothing scrolls inside: ${inner} in ${outer}`);
      await pressWithin("No topics");
    });
    await page.until(() => heightOf(page), (height) => height < all / 2, "the frame to shrink");
    await fits();
    await widen(page, 1280);
    await page.until(() => heightOf(page), (height) => height === 704, "704");
  });

  test("25: no frame grows by itself: however high it was made, it comes to the same height, and to rest", async () => {
    await openArticle(frame(`${stories.origin}/`));
    await widen(page, 700);
    const high = [];
    for (const made of [300, 5000, 20_000]) {
      await page.run((made) => {
        const frame = document.querySelector("iframe");
        frame.style.height = `${made}px`;
        return new Promise((loaded) => {
          frame.onload = loaded;
          frame.src = frame.src;
        });
      }, made);
      await readyIn(page, 0);
      await page.until(() => heightOf(page), (height) => height !== made, "the frame to follow");
      await fits();
      high.push(await heightOf(page));
    }
    assert.ok(Math.max(...high) - Math.min(...high) <= 1, `${high}`);
    const changes = await page.later(async () => {
      let changes = 0;
      new MutationObserver(() => changes++).observe(document.querySelector("iframe"), { attributes: true });
      await new Promise((later) => setTimeout(later, 500));
      return changes;
    });
    assert.equal(changes, 0);
  });

  test("25: without the script the frame keeps its height, scrolls inside, and nothing is cut", async () => {
    await openArticle(frame(`${stories.origin}/`), { script: "" });
    await widen(page, 320);
    assert.equal(await heightOf(page), 704);
    await inFrame(page, 0, async () => {
      await page.run(() => scrollTo(0, 1e6));
      const last = await page.run(() => {
        const cards = [...document.querySelector("story-map").shadowRoot.querySelectorAll("article")];
        const { bottom } = cards.filter((card) => card.checkVisibility()).at(-1).getBoundingClientRect();
        return { bottom, inner: innerHeight, wide: document.documentElement.scrollWidth, width: innerWidth };
      });
      assert.ok(last.bottom > 0 && last.bottom <= last.inner, JSON.stringify(last));
      assert.ok(last.wide <= last.width, JSON.stringify(last));
    });
  });

  test("26: what another frame says changes neither the story's frame nor the story, nor what makes no sense", async () => {
    page.server.put("/forger.html", '<!doctype html><html lang="en"><head><title>Forger</title></head><body>Other words</body></html>');
    await openArticle(frame(`${stories.origin}/#event=${event.id}`));
    await fits();
    await page.run(() => {
      const forger = Object.assign(document.createElement("iframe"), { src: "/forger.html", title: "Other", height: 150 });
      document.querySelector("main").append(forger);
      return new Promise((loaded) => (forger.onload = loaded));
    });
    const before = [await heightOf(page, 0), await heightOf(page, 1), await fragmentOf()];
    await inFrame(page, 1, () =>
      page.run((said, id) => {
        for (const height of [NaN, 1e9, -1, "900", 900, 900.5, Infinity]) parent.postMessage({ ...said, height, top: height }, "*");
        for (const to of [parent, parent.frames[0]]) to.postMessage({ ...said, key: "story-map", address: "https://forged.example/", fragment: `event=${id}` }, "*");
      }, SAID, other.id),
    );
    // From the article itself, but in words that are not ours.
    await page.run((said, id) => {
      const wrong = [{ ...said, version: 2 }, { ...said, schema: "other" }, { ...said, key: 7 }, null, "event"];
      for (const message of wrong) {
        const sense = { key: "story-map", address: location.href, fragment: `event=${id}` };
        frames[0].postMessage(message && typeof message === "object" ? { ...sense, ...message } : message, "*");
      }
      frames[0].postMessage({ ...said, key: "story-map", address: location.href, fragment: 5 }, "*");
    }, SAID, other.id);
    // From the story's own frame, but beyond all sense.
    await inFrame(page, 0, () =>
      page.run((said) => {
        for (const height of [NaN, 1e9, -1, "900", 900.5, Infinity, 0]) parent.postMessage({ ...said, height }, "*");
        parent.postMessage({ ...said, version: 2, height: 900 }, "*");
        parent.postMessage({ ...said, schema: "other", height: 900 }, "*");
        parent.postMessage(null, "*");
      }, SAID),
    );
    await page.later(() => new Promise((later) => setTimeout(later, 300)));
    assert.deepEqual([await heightOf(page, 0), await heightOf(page, 1), await fragmentOf()], before);
    await inFrame(page, 0, async () => assert.match(await copiedLink(), /article\.html\?visit=\d+#story-map=event%3D/));
  });

  test("27: in a sandbox without an origin the story is on show, as high as it is, and says when it may not copy", async () => {
    // To WebKit a policy's 'self' is nobody there: a build that is told its address names it.
    const named = (policy) => policy.replace(/(script-src|connect-src) 'self'/g, `$& ${stories.origin}`);
    stories.change("", (answer) => {
      answer.headers["Content-Security-Policy"] = named(answer.headers["Content-Security-Policy"]);
      if (answer.headers["Content-Type"].startsWith("text/html")) answer.body = Buffer.from(named(answer.body.toString()));
    });
    await openArticle(frame(`${stories.origin}/#event=${event.id}`, 'sandbox="allow-scripts"').replace(ALLOW, ""));
    await fits();
    await inFrame(page, 0, async () => {
      assert.equal(await page.run(() => origin), "null");
      assert.deepEqual(await page.chosen(), [event.title]);
      assert.deepEqual(await page.run(() => window.witness.stored), []);
      await pressWithin("Copy link");
      const told = () => page.run(() => [...document.querySelector("story-map").shadowRoot.querySelectorAll("[role=status]")].map(({ textContent }) => textContent));
      // Firefox asks for no permission of that kind.
      const words = engine === "firefox" ? /^(Copied|The browser did not allow copying)$/ : /^The browser did not allow copying$/;
      await page.until(told, (all) => all.some((text) => words.test(text)), "the reader to be told");
    });
  });

  test("27: in a sandbox without an origin and without a header the story is there as text", async () => {
    stories.change("", ({ headers }) => delete headers["Access-Control-Allow-Origin"]);
    page.server.put("/article.html", article(frame(`${stories.origin}/`, 'sandbox="allow-scripts"')));
    await page.visit("/article.html");
    await inFrame(page, 0, async () => {
      const told = () => page.run((id) => [!customElements.get("story-map"), document.getElementById(id)?.checkVisibility()], `event=${event.id}`);
      await page.until(() => told().catch(() => []), ([, isSeen]) => isSeen, "the story");
      assert.deepEqual(await told(), [true, true]);
    });
  });

  test("27: in a sandbox that leaves it its origin it is on show without a header, and without naming its address", async () => {
    stories.change("", ({ headers }) => delete headers["Access-Control-Allow-Origin"]);
    await openArticle(frame(`${stories.origin}/#event=${event.id}`, 'sandbox="allow-scripts allow-same-origin"'));
    await fits();
    await inFrame(page, 0, async () => {
      assert.equal(await page.run(() => origin), stories.origin);
      assert.deepEqual(await page.chosen(), [event.title]);
    });
  });

  test("28: the article and its frame are sound, and Tab goes in, through and out", async () => {
    await openArticle(frame(`${stories.origin}/#place=sheki`)); // few cards: axe is slow
    await fits();
    assert.deepEqual(await violations(page), []);
    await inFrame(page, 0, async () => assert.deepEqual(await violations(page), []));
    await page.run(() => document.querySelector("a").focus());
    const where = () => page.run(() => document.activeElement.localName + (document.activeElement.hash ?? ""));
    await page.tab();
    assert.equal(await where(), "iframe");
    // The last stop but one; the way there is the element's own, and tested there.
    await inFrame(page, 0, async () => page.run(() => document.querySelector(".full button").focus()));
    await page.tab();
    assert.equal(await where(), "a#top");
    await page.tab({ back: true });
    assert.equal(await where(), "iframe");
  });

  test("28: in each language the page in the frame has its title and says its language", async () => {
    for (const [lang, path] of [["en", "/"], ["az", "/az/"], ["ko", "/ko/"]]) {
      await openArticle(frame(stories.origin + path));
      await inFrame(page, 0, async () => {
        const said = await page.run(() => {
          const { shadowRoot } = document.querySelector("story-map");
          const heading = shadowRoot.querySelector("#title");
          return [document.documentElement.lang, document.title.split(":")[0], heading.closest("[lang]").lang, heading.textContent, !!document.querySelector("footer")];
        });
        assert.deepEqual(said, [lang, titles[lang], lang, titles[lang], false]);
      });
    }
  });

  test("28: a frame that loads when it comes into view follows its story then, and a link to it leads there", async () => {
    const lazy = `<div class="far"></div>${frame(`${stories.origin}/`, 'loading="lazy"')}`;
    page.server.put("/article.css", `${STYLE} .far { height: 9000px }`);
    page.server.put("/article.html", article(lazy));
    await page.visit("/article.html");
    assert.ok(!stories.asked.some((path) => path.endsWith(".wasm")));
    await page.visit(`/article.html#story-map=event%3D${event.id}`);
    await readyIn(page, 0);
    await inFrame(page, 0, () => page.until(() => page.chosen(), (titles) => titles[0] === event.title, "the event"));
    const inView = () => page.run(() => document.querySelector("iframe").getBoundingClientRect().top);
    await page.until(inView, (top) => top > -50 && top < 200, "the frame to be in view");
  });

  for (const [allow, expected] of [
    ["fullscreen", ["Full screen"]],
    ["fullscreen 'none'", []],
  ]) {
    test(`29: with allow="${allow}" there is ${expected.length ? "a" : "no"} button for the full screen`, async () => {
      await openArticle(frame(`${stories.origin}/`).replace(ALLOW, allow));
      const names = async () => Promise.all((await page.findAll("button", /screen/i)).map((button) => button.getAccessibleName()));
      await inFrame(page, 0, async () => assert.deepEqual(await names(), expected));
      if (!expected.length) return;
      await page.run(() => document.querySelector("iframe").scrollIntoView({ block: "end" })); // where drivers can press it
      await inFrame(page, 0, async () => {
        await page.press("Full screen");
        await page.until(names, (all) => all.join() === "Leave full screen", "the way back");
        assert.ok(await page.run(() => !!document.querySelector("story-map").shadowRoot.querySelector("[data-greedy]")), "now the map takes the wheel");
        await page.press("Leave full screen");
        await page.until(names, (all) => all.join() === "Full screen", "the way there");
      });
      await fits();
    });
  }

  test("29: the button speaks the story's language", async () => {
    for (const [lang, name] of [["az", "Tam ekran"], ["ko", "전체 화면"]]) {
      await openArticle(frame(`${stories.origin}/#lang=${lang}`));
      await inFrame(page, 0, async () => assert.equal((await page.findAll("button", name)).length, 1));
    }
  });

  test("30: an address of the frame leads to an event, and so does one of the article, which keeps its own parts", async () => {
    await openArticle(frame(`${stories.origin}/#event=${event.id}`));
    await inFrame(page, 0, async () => assert.deepEqual(await page.chosen(), [event.title]));
    const path = `/article.html#chapter=2&story-map=event%3D${other.id}`;
    await openArticle(frame(`${stories.origin}/#event=${event.id}`), { path });
    await inFrame(page, 0, async () => {
      await page.until(() => page.chosen(), (titles) => titles[0] === other.title, other.title);
      const link = new URL(await copiedLink());
      assert.equal(link.origin + link.pathname, `${page.server.origin}/article.html`);
      assert.equal(link.hash, `#chapter=2&story-map=event%3D${other.id}`);
    });
    await page.run((id) => (location.hash = `story-map=event%3D${id}`), event.id);
    await inFrame(page, 0, () => page.until(() => page.chosen(), (titles) => titles[0] === event.title, event.title));
  });

  test("30: on a phone the article comes to rest where the card is", async () => {
    const late = events.at(-20);
    await openArticle(frame(`${stories.origin}/`), { path: `/article.html#story-map=event%3D${late.id}`, style: "iframe { width: 320px }" });
    await fits();
    const where = async () => {
      const top = await page.run(() => document.querySelector("iframe").getBoundingClientRect().top);
      return top + (await inFrame(page, 0, () => page.run(() => document.querySelector("story-map").shadowRoot.querySelector("[aria-current=true]").getBoundingClientRect().top)));
    };
    await page.until(where, (top) => top > 0 && top < 350, "the card to be in view");
  });

  test("30: two stories in one article do not take each other's links", async () => {
    const two = [frame(`${stories.origin}/`), frame(`${stories.origin}/`)];
    await openArticle(two, { path: `/article.html#story-map-2=event%3D${event.id}` });
    await inFrame(page, 1, async () => {
      await page.until(() => page.chosen(), (titles) => titles[0] === event.title, event.title);
      assert.equal(new URL(await copiedLink()).hash, `#story-map-2=event%3D${event.id}`);
    });
    assert.equal(await fragmentOf(0), "");
    const named = frame(`${stories.origin}/`).replace("data-story-map", 'data-story-map="visits"');
    await openArticle(named, { path: `/article.html#visits=event%3D${event.id}` });
    await inFrame(page, 0, () => page.until(() => page.chosen(), (titles) => titles[0] === event.title, event.title));
  });

  test("30: back leads out of the article, not through the story", async () => {
    await openArticle(frame(`${stories.origin}/`));
    const length = () => page.run(() => history.length);
    const before = await length();
    await inFrame(page, 0, () => page.pressPin(place("seoul")));
    assert.match(await fragmentOf(), /place=seoul/);
    assert.equal(await length(), before);
  });

  test("in a frame a wheel over the map is the article's", async () => {
    await openArticle(frame(`${stories.origin}/`));
    await fits();
    await inFrame(page, 0, async () => {
      assert.equal(await page.run(() => !!document.querySelector("story-map").shadowRoot.querySelector("[data-greedy]")), false);
      const kept = await page.run(() => {
        const surface = document.querySelector("story-map").shadowRoot.querySelector(".surface");
        const wheel = new WheelEvent("wheel", { deltaY: 100, bubbles: true, cancelable: true, composed: true });
        return !surface.dispatchEvent(wheel);
      });
      assert.equal(kept, false);
    });
  });

  test("outside frames a first view loads nothing of this", async () => {
    await page.open("/");
    assert.ok(!page.server.asked.some((path) => path.includes("frame")), `${page.server.asked}`);
  });

  /** Presses a button of the story in a frame: not every driver can reach into those. */
  function pressWithin(name) {
    return page.run((name) => {
      const buttons = [...document.querySelector("story-map").shadowRoot.querySelectorAll("button")];
      buttons.find((button) => button.textContent === name && button.checkVisibility()).click();
    }, name);
  }

  /** What "Copy link" puts on the clipboard. */
  async function copiedLink() {
    await page.run(() => {
      window.copied = null;
      Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: async (text) => void (window.copied = text) } });
    });
    await pressWithin("Copy link");
    return page.until(() => page.run(() => window.copied), Boolean, "the link");
  }
});
