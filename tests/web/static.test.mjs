// Static: the whole story stands in the page before the program, and without it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { violations } from "./support/axe.mjs";
import { inEachEngine } from "./support/engines.mjs";
import { strange } from "./support/lexicon.mjs";
import { usePage } from "./support/page.mjs";
import { dist } from "./support/server.mjs";
import { events, names, place, status, titles } from "./support/story.mjs";

const PAGES = { en: "/index.html", az: "/az/index.html", ko: "/ko/index.html" };
const ONGOING = { en: "Ongoing", az: "Davam edir", ko: "진행 중" };
const LATE = "The interactive map has not loaded yet. All events can be read here.";
const FAILED = "The interactive map could not be shown.";

const loader = readFileSync(join(dist, "story-map.js"), "utf8");
const file = (part) => new RegExp(`\\b${part}: ?"\\./([^"]+)"`).exec(loader)[1];

for (const [lang, path] of Object.entries(PAGES)) {
  test(`machines read every event at ${path} in ${lang}: name, place, and what has come of it`, () => {
    const html = readFileSync(join(dist, path), "utf8");
    const [, text] = /<script type="?application\/ld\+json"?>([^]*?)<\/script>/.exec(html);
    const list = JSON.parse(text);
    assert.equal(list.name, titles[lang]);
    const told = new Map(list.itemListElement.map((item) => [item.url.replace("#event=", ""), item]));
    assert.equal(told.size, events.length);
    const said = [];
    for (const { id, titles } of events) {
      const { name, location = "", description = "" } = told.get(id);
      assert.equal(name, titles[lang]);
      said.push(...strange(`${location}\n${description}`, lang).map((word) => `${id}: ${word}`));
    }
    assert.deepEqual(said, []);
    assert.ok([...told.values()].some(({ location }) => location === names.baku[lang]), names.baku[lang]);
    assert.ok([...told.values()].some(({ description }) => description === ONGOING[lang]), ONGOING[lang]);
  });
}

describe("without scripts", () => {
  inEachEngine(
    (page) => {
      for (const [lang, path] of Object.entries(PAGES)) {
        test(`every event is there to read, in ${lang}, with its date and its sources`, async () => {
          await page.visit(path);
          await assertTold(page, lang);
          assert.deepEqual(await notices(page), [], "nobody waits for code, so nothing is said of it");
          assert.equal(await page.run(() => document.documentElement.lang), lang);
        });
      }

      test("it is one page without a scroller in it, and an address leads to its event", async () => {
        const [{ id }] = events.slice(-1);
        await page.visit(`/#event=${id}`);
        const [inWindow, heights] = await page.run((id) => {
          const { top } = document.getElementById(`event=${id}`).getBoundingClientRect();
          const { scrollHeight, clientHeight } = document.querySelector("story-map");
          return [top >= 0 && top < innerHeight, scrollHeight - clientHeight];
        }, id);
        assert.ok(inWindow, "the event is in the window");
        assert.equal(heights, 0);
      });

      test("320 px wide nothing is cut off", async () => {
        await page.resize(320, 640);
        await page.visit("/az/index.html");
        assert.ok(await page.run(() => document.documentElement.scrollWidth <= innerWidth));
      });
    },
    { scripts: false },
  );
});

describe("without WebAssembly", () => {
  inEachEngine(
    (page) => {
      test("the story stays, a notice says that the map is missing, and the page hears of it", async () => {
        await page.visit("/");
        await assertFails(page);
      });
    },
    { wasm: false },
  );
});

const page = usePage();

const SPOILT = {
  missing: (answer) => Object.assign(answer, { status: 404, body: Buffer.from("gone") }),
  "a page to log in": (answer) => {
    answer.body = Buffer.from("<!doctype html><title>Please log in</title>");
    answer.headers["Content-Type"] = "text/html";
  },
  "cut short": (answer) => (answer.body = answer.body.subarray(0, answer.body.length / 2)),
  altered: ({ body }) => (body[body.length - 100] ^= 1),
};

for (const part of ["script", "wasm", "basemap"]) {
  for (const [how, spoil] of Object.entries(SPOILT)) {
    test(`the ${part} is ${how}: the story stays, with a notice`, async () => {
      page.server.change(file(part), spoil);
      await page.visit("/");
      await assertFails(page);
    });
  }
}

for (const [how, spoil] of Object.entries(SPOILT).slice(0, 3)) {
  test(`the loader is ${how}: the story stays, and after a while a notice says what is awaited`, async () => {
    page.server.change("/story-map.js", spoil);
    await page.visit("/");
    await assertTold(page, "en");
    assert.deepEqual(await notices(page), [], "not before it is late");
    await page.run(() => document.getAnimations().forEach((animation) => animation.finish()));
    assert.deepEqual(await notices(page), [LATE]);
    await assertAccessible(page);
  });
}

test("the story that the page holds is cut short: what is told stays, with a notice", async () => {
  page.server.change("index.html", (answer) => {
    const end = answer.body.indexOf("</script></story-map>");
    answer.body = answer.body.subarray(0, end - 1000);
  });
  await page.visit("/index.html");
  await assertFails(page);
});

test("where the program fails, an address still leads to its event", async () => {
  page.server.change(file("wasm"), SPOILT.missing);
  const { id } = place("ganja").events[0];
  await page.visit(`/#event=${id}&place=ganja`);
  await assertFails(page);
  const top = Math.round(await page.run((id) => document.getElementById(`event=${id}`).getBoundingClientRect().top, id));
  assert.ok(top >= 0 && top < 900, `the event is at ${top} px`);
});

for (const [width, height] of [
  [320, 640],
  [1440, 900],
]) {
  test(`${width} px wide nothing jumps when the program takes over`, async () => {
    await page.resize(width, height);
    await page.visit("/");
    await page.ready();
    const shifts = await page.later(async () => {
      const observer = new PerformanceObserver(() => {});
      observer.observe({ type: "layout-shift", buffered: true });
      await new Promise((later) => setTimeout(later, 100));
      return observer.takeRecords().map(({ value }) => value);
    });
    assert.deepEqual(shifts, []);
    assert.equal(await page.run(() => scrollY), 0);
    assert.equal(await page.run(() => document.querySelector(".told").checkVisibility()), false);
  });
}

for (const [lang, path] of Object.entries(PAGES)) {
  test(`the page in ${lang} holds its story: none is fetched`, async () => {
    await page.open(path);
    const asked = page.server.asked.filter((path) => path.includes("story-") && path.endsWith(".bin"));
    assert.deepEqual(asked, []);
    const told = await page.run(() => document.querySelector("story-map").state.lang);
    assert.equal(told, lang);
    assert.equal((await page.cards()).length, events.length);
    assert.deepEqual((await page.witness()).complaints, []);
  });
}

test("another language than the page's is fetched", async () => {
  await page.open("/#lang=ko");
  assert.deepEqual(page.server.asked.filter((path) => path.endsWith(file("story_ko"))).length, 1);
  assert.equal(await page.run(() => document.querySelector("story-map").state.lang), "ko");
});

test("the page has a strict policy of its own, and works under it", async () => {
  page.server.change(".html", ({ headers }) => (headers["Content-Security-Policy"] = null));
  await page.open("/index.html");
  assert.deepEqual((await page.witness()).complaints, []);
  await page.run(() => {
    document.body.append(Object.assign(document.createElement("script"), { textContent: "window.let = 'in'" }));
    document.body.append(Object.assign(document.createElement("style"), { textContent: "p { color: red }" }));
  });
  assert.equal(await page.run(() => window.let ?? "out"), "out");
  const said = (await page.witness()).complaints.map((complaint) => complaint.split(" ").slice(0, 2).join(" "));
  assert.deepEqual(said.filter((words) => words.startsWith("policy")), ["policy: script-src-elem", "policy: style-src-elem"]);
});

test("under that policy it shows another story of its own origin", async () => {
  const story = readFileSync(new URL("../../story/azerbaijan-korea.geojson", import.meta.url));
  page.server.put("/another.geojson", story);
  page.server.change(".html", (answer) => {
    answer.headers["Content-Security-Policy"] = null;
    answer.body = Buffer.from(answer.body.toString().replace("<story-map hash>", '<story-map hash src="another.geojson">'));
  });
  await page.open("/index.html");
  assert.ok(page.server.asked.includes("/another.geojson"));
  assert.equal(await page.status(), status(events.length));
  assert.deepEqual((await page.witness()).complaints, []);
});

for (const theme of ["light", "dark"]) {
  describe(theme, () => {
    const page = usePage({ theme });
    // Not each with each: it takes long.
    for (const [width, path] of theme === "light" ? [[320, PAGES.ko], [1440, PAGES.en]] : [[320, PAGES.en], [1440, PAGES.az]]) {
      test(`axe finds nothing, ${width} px wide, at ${path}`, async () => {
        await page.resize(width, 900);
        page.server.change(file("wasm"), SPOILT.missing);
        await page.visit(path);
        await page.until(() => page.eventsSaid("story-error"), (said) => said.length > 0, "story-error");
        await assertAccessible(page);
      });
    }
  });
}

/** axe finds nothing; a page as long as this keeps it busy. */
async function assertAccessible(page) {
  await page.driver.manage().setTimeouts({ script: 30_000 });
  assert.deepEqual(await violations(page), []);
}

/** Every event is to be seen, once, with its title, its date and its links. */
async function assertTold(page, lang) {
  const told = await page.run(() =>
    [...document.querySelectorAll("story-map article")].map((article) => ({
      id: article.id.replace("event=", ""),
      title: article.querySelector("h4").textContent,
      date: article.querySelector("time")?.getAttribute("datetime"),
      links: [...article.querySelectorAll("a")].map(({ href }) => href),
      isSeen: article.checkVisibility({ visibilityProperty: true }) && article.getBoundingClientRect().height > 20,
    })),
  );
  const byId = new Map(told.map((event) => [event.id, event]));
  assert.deepEqual([byId.size, told.length], [events.length, events.length]);
  for (const { id, titles, date, links } of events) {
    const article = byId.get(id);
    assert.ok(article.isSeen, id);
    assert.equal(article.title, titles[lang]);
    assert.equal(article.date ?? undefined, date ?? undefined, id);
    assert.deepEqual(article.links, links.map((link) => new URL(link).href));
  }
}

/** The story is told, the notice says that the map is missing, and the page has heard of it. */
async function assertFails(page) {
  const said = await page.until(() => page.eventsSaid("story-error"), (said) => said.length > 0, "story-error");
  assert.equal(said.length, 1);
  assert.equal(said[0].detail.type, "load");
  await assertTold(page, "en");
  assert.deepEqual(await notices(page), [FAILED]);
}

/** What is said of the program, as far as it is to be seen. */
function notices(page) {
  return page.run(() => {
    const element = document.querySelector("story-map");
    const notices = [element.querySelector(".late"), element.shadowRoot?.querySelector("[role=status]")];
    const seen = notices.filter((notice) => notice?.checkVisibility({ visibilityProperty: true }));
    return seen.map((notice) => notice.textContent);
  });
}
