// The element: included, set, moved, hidden and thrown away in every way that pages do it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inEachEngine } from "../support/engines.mjs";
import { article, host } from "../support/hosts.mjs";
import { events, place, places, status } from "../support/story.mjs";

const baku = place("baku");
const seoul = place("seoul");
const everything = status(events.length);
const event = seoul.events[0];
const sound = JSON.parse(readFileSync(new URL("../../fixtures/sound.geojson", import.meta.url), "utf8"));

inEachEngine((page) => {
  const complaints = async () => (await page.witness()).complaints;
  const fetched = (ending) => page.server.asked.filter((path) => path.endsWith(ending)).length;
  const shows = (text) => page.until(() => page.status().catch(() => undefined), (status) => status === text, text);

  /** Presses Seoul's pin, and sees that it was heard. */
  async function works() {
    await page.settled();
    await page.pressPin(seoul);
    assert.equal(await page.status(), status(seoul.events.length));
    assert.deepEqual(await complaints(), []);
  }

  test("promises 3, 4: the script twice and three elements: one definition, one program, each goes its own way", async () => {
    const head = '<script type="module" src="/story-map.js?again"></script>';
    const story = '<story-map id="one"></story-map><story-map id="two" place="baku"></story-map><story-map id="three"></story-map>';
    await page.openHtml(host({ head, story }));
    const shown = () =>
      page.run(() =>
        [...document.querySelectorAll("story-map")].map(
          ({ shadowRoot }) => [...shadowRoot.querySelectorAll("article")].filter((card) => card.checkVisibility()).length,
        ),
      );
    assert.deepEqual(await shown(), [events.length, baku.events.length, events.length]);
    await page.run(() => document.querySelector("#one").setAttribute("place", "seoul"));
    await page.until(shown, ([one]) => one === seoul.events.length, "the first to show Seoul's");
    assert.deepEqual((await shown()).slice(1), [baku.events.length, events.length]);
    assert.equal(fetched(".wasm"), 1);
    assert.deepEqual(await complaints(), []);
  });

  test("promise 6: nothing is fetched before it is near, seen, or told to", async () => {
    const story = '<div id="far"><story-map id="story"></story-map></div><div id="closed" hidden><story-map lang="ko"></story-map></div><story-map id="told" loading="lazy" lang="az"></story-map>';
    const far = article({ head: '<link rel="stylesheet" href="/far.css">', story });
    page.server.put("/far.css", "body { padding-top: 5000px }");
    page.server.put("/page.html", far);
    await page.visit("/page.html");
    const heavy = () => page.server.asked.filter((path) => /\.(wasm|bin)$/.test(path));
    await page.later(() => new Promise((later) => setTimeout(later, 200)));
    assert.deepEqual(heavy(), []);

    await page.run(() => (document.querySelector("#told").loading = "eager"));
    await page.later(() => document.querySelector("#told").ready.then(() => {}));
    assert.deepEqual([fetched(".wasm"), heavy().filter((path) => path.startsWith("/story-")).length], [1, 1]);

    await page.run(() => document.querySelector("#far").scrollIntoView());
    await page.later(() => document.querySelector("#story").ready.then(() => {}));
    assert.equal(heavy().some((path) => path.startsWith("/story-ko")), false, "what is in a closed tab");
    await page.run(() => document.querySelector("#closed").removeAttribute("hidden"));
    await page.later(() => document.querySelector("#closed story-map").ready.then(() => {}));
    assert.deepEqual(await complaints(), []);
  });

  test("promise 11: attributes and properties say the same, whenever they are set", async () => {
    const texts = { controls: "search", event: event.id, from: "1992", gestures: "greedy", lang: "ko", loading: "lazy", place: "seoul", projection: "flat", src: "/mine.geojson", theme: "dark", to: "2020", topics: "economy culture" };
    await page.openHtml(host({ story: "" }));
    const said = await page.run((texts) => {
      const element = document.createElement("story-map");
      const missing = Object.keys(texts).map((name) => element[name]);
      for (const [name, text] of Object.entries(texts)) element[name] = text;
      element.hash = true;
      const attributes = Object.keys(texts).map((name) => [name, element.getAttribute(name)]);
      for (const name of Object.keys(texts)) element.setAttribute(name, texts[name]);
      const properties = Object.keys(texts).map((name) => [name, element[name]]);
      element.from = 1990;
      const year = element.getAttribute("from");
      for (const name of ["place", "from"]) element[name] = null;
      element.to = undefined;
      const on = element.hasAttribute("hash");
      element.hash = false;
      return [missing, attributes, properties, year, ["place", "from", "to", "hash"].map((name) => element.hasAttribute(name)), on, element.hash];
    }, texts);
    const none = Object.keys(texts).map((name) => (name === "lang" ? "" : null));
    assert.deepEqual(said, [none, Object.entries(texts), Object.entries(texts), "1990", [false, false, false, false], true, false]);

    // A page that sets them before the script has come, on the page's element and on one that it keeps.
    const before = (id) => Object.assign(document.querySelector(id), { place: "seoul", lang: "ko", hash: false, from: 1900 });
    page.server.put("/before.js", `(${before})("#story"); const kept = document.createElement("story-map"); kept.event = "${event.id}"; window.kept = kept;`);
    const script = '<script type="module" src="/before.js"></script><script type="module" src="/story-map.js"></script>';
    await page.openHtml(host({ script }));
    assert.deepEqual(
      await page.run(() => {
        const element = document.querySelector("#story");
        document.body.append(window.kept);
        return [element.getAttribute("place"), element.getAttribute("from"), element.place, Object.keys(element), window.kept.getAttribute("event"), Object.keys(window.kept)];
      }),
      ["seoul", "1900", "seoul", ["ready"], event.id, ["ready"]],
    );
    assert.equal((await page.findAll("button", /^서울, \d+ 건$/)).length, 1);
  });

  test("promises 12, 13, 14: as frameworks use it: children, attributes, properties, rich data, events", async () => {
    await page.openHtml(host({ story: "" }));
    // No children; then children, which the framework changes; then hidden and shown again.
    await page.run(() => {
      const element = document.createElement("story-map");
      Object.assign(element, { id: "story", place: "seoul", hash: false, tabIndex: 0 });
      for (const [name, value] of Object.entries({ role: "figure", "aria-label": "Ours", class: "mine" })) element.setAttribute(name, value);
      element.addEventListener("story-select", ({ detail, bubbles, composed }) => (window.heard ??= []).push([detail, bubbles, composed]));
      document.body.append(element);
    });
    await page.ready();
    await shows(status(seoul.events.length));
    const children = (count) => page.run((count) => {
      const element = document.querySelector("#story");
      element.textContent = `${count}`;
      return [element.textContent, element.shadowRoot.querySelectorAll(".root").length];
    }, count);
    assert.deepEqual([await children(1), await children(2)], [["1", 1], ["2", 1]]);
    const display = (value) => page.run((value) => (document.querySelector("#story").style.display = value), value);
    await display("none");
    await display("");
    await page.settled();
    assert.deepEqual(await page.run(() => document.querySelector("#story").getAttributeNames().sort()), ["aria-label", "class", "id", "place", "role", "style", "tabindex"]);

    assert.deepEqual(await page.run(() => window.heard ?? []), [], "what the page chose is no event");
    await page.press("Show all events");
    assert.deepEqual(await page.run(() => window.heard), [[{ place: null, event: null }, true, true]]);

    await page.run((story) => Object.assign(document.querySelector("#story"), { story, place: null }), sound);
    await shows("3 of 3 events");
    assert.equal(await page.run(() => document.querySelector("#story").story.type), "FeatureCollection");
    assert.deepEqual(await complaints(), []);
  });

  test("promise 17: moved in any way it keeps its state, and removed and added again it works", async () => {
    const after = '<div id="elsewhere"></div><div id="shadow"></div><dialog id="dialog"></dialog>';
    await page.openHtml(host({ after }));
    await page.pressPin(seoul);
    await page.press(event.title);
    const asked = page.server.asked.length;
    const kept = async (what) => {
      await page.settled();
      assert.deepEqual([await page.status(), await page.chosen()], [status(seoul.events.length), [event.title]], what);
    };
    await page.run(() => document.querySelector("#elsewhere").append(document.querySelector("story-map")));
    await kept("append");
    const moves = await page.run(() => {
      const [body, story] = [document.body, document.querySelector("story-map")];
      if (!body.moveBefore) return false;
      body.moveBefore(story, body.firstChild);
      return true;
    });
    await kept(`moveBefore: ${moves}`);
    await page.run(() => {
      const dialog = document.querySelector("#dialog");
      dialog.append(document.querySelector("story-map"));
      dialog.showModal();
    });
    await kept("a modal dialog");
    const wide = await page.run(() => document.querySelector("story-map").getBoundingClientRect().width);
    assert.ok(wide > 600, `a dialog asks what is inside how wide it is: ${wide}`);
    assert.equal(page.server.asked.length, asked, "nothing is fetched again");
    await page.press("Show all events");
    await works();

    for (let round = 0; round < 2; round++) {
      await page.later(async () => {
        const story = document.querySelector("story-map");
        story.remove();
        await new Promise((later) => setTimeout(later, 50));
        document.querySelector("#dialog").append(story);
      });
      await shows(everything);
      await works();
    }
  });

  test("promise 17: in another element's shadow root it works, and speaks the language of where it is", async () => {
    await page.openHtml(host({ after: '<div id="shadow" lang="ko"></div>' }));
    await page.run(() => document.querySelector("#shadow").attachShadow({ mode: "open" }).append(document.querySelector("story-map")));
    const told = () =>
      page.run(() => document.querySelector("#shadow").shadowRoot.querySelector("story-map").shadowRoot.querySelector("[role=status]")?.textContent);
    await page.until(told, (text) => text === `항목 ${events.length}건 중 ${events.length}건`, "Korean");
    await page.run(() => document.querySelector("#shadow").shadowRoot.querySelector("story-map").shadowRoot.querySelector("[part=pin]").click());
    await page.until(told, (text) => text !== `항목 ${events.length}건 중 ${events.length}건`, "fewer events");
    assert.deepEqual(await complaints(), []);
  });

  test("promise 18: a hundred lives leave no listeners, nodes or memory behind", async () => {
    // What is heard on the map's own surface goes with it.
    page.server.put("/count.js", `
      window.listeners = 0;
      for (const [name, step] of [["addEventListener", 1], ["removeEventListener", -1]]) {
        const plain = EventTarget.prototype[name];
        EventTarget.prototype[name] = function (...rest) {
          if (!this?.classList?.contains("surface")) window.listeners += step;
          return plain.apply(this, rest);
        };
      }`);
    page.server.put("/mine.geojson", JSON.stringify(sound));
    await page.openHtml(host({ head: '<script src="/count.js"></script>' }));
    const live = () =>
      page.later(async () => {
        const story = Object.assign(document.createElement("story-map"), { src: "/mine.geojson" }); // one of few cards
        document.body.append(story);
        await story.ready;
        story.remove();
        await new Promise((later) => setTimeout(later));
        await new Promise((later) => setTimeout(later));
        return window.listeners;
      });
    for (let lives = 0; lives < 3; lives++) await live();
    const listeners = await live();
    const before = await page.browser.metrics?.();
    // Only Chromium tells how much it holds; the others need not go on for as long.
    for (let lives = 1; lives <= (before ? 100 : 20); lives++) {
      const now = await live();
      assert.ok(now <= listeners, `${now - listeners} more listeners after ${lives} lives`);
    }
    if (!before) return;
    const after = await page.browser.metrics();
    const grown = Object.fromEntries(Object.entries(before).map(([name, number]) => [name, after[name] - number]));
    assert.ok(grown.Nodes <= 50 && grown.JSEventListeners <= 5 && grown.JSHeapUsedSize <= 200_000, JSON.stringify({ before, grown }));
  });

  test("promise 19: hidden, in a box of no size, in boxes of any width: whole as soon as it is seen", async () => {
    page.server.put("/box.css", "#box { width: 0; height: 0; overflow: hidden }");
    const head = '<link rel="stylesheet" href="/box.css">';
    await page.openHtml(host({ head, story: '<div id="box"><story-map id="story" loading="eager"></story-map></div>' }));
    await page.run(() => document.querySelector("#story").setAttribute("hidden", ""));
    assert.equal(await page.run(() => document.querySelector("#story").checkVisibility()), false);
    await page.run(() => document.querySelector("#story").removeAttribute("hidden"));
    for (const width of [320, 768, 1280]) {
      await page.run((width) => Object.assign(document.querySelector("#box").style, { width: `${width}px`, height: "auto", overflow: "visible" }), width);
      await page.settled();
      const [wide, inner, canvas] = await page.run(() => {
        const story = document.querySelector("#story");
        return [story.getBoundingClientRect().width, story.shadowRoot.querySelector(".root").scrollWidth, story.shadowRoot.querySelector("canvas").getBoundingClientRect().width];
      });
      assert.deepEqual([wide, inner <= wide, canvas > 0.4 * wide || width > 768], [width, true, true], `${width}: ${inner}, ${canvas}`);
    }
    const clusters = (await page.clusters()).flatMap(({ places }) => places);
    assert.equal(Object.keys(await page.pins()).length + clusters.length, places.length);
    await works();
  });

  test("promise 19: loaded behind other windows and in a box of no size: drawn sharp and right as soon as it is in front", async () => {
    page.server.put("/box.css", "#box { width: 900px } #box.closed { width: 0; height: 0; overflow: hidden }");
    const head = '<link rel="stylesheet" href="/box.css">';
    const story = '<div id="box" class="closed"><story-map id="story" loading="eager"></story-map></div>';
    page.server.put("/page.html", host({ head, story }));
    const window = page.driver.manage().window();
    const place = await window.getRect();
    await window.minimize();
    await page.visit("/page.html");
    await page.later(async () => (await customElements.whenDefined("story-map"), await document.querySelector("#story").ready));
    assert.equal(await page.run(() => document.hidden), true);
    await page.run(() => document.querySelector("#box").removeAttribute("class"));
    await window.setRect(place);
    await page.ready();
    // As one that has never been anywhere else.
    const same = await page.later(async () => {
      const picture = (story) => story.shadowRoot.querySelector("canvas").toDataURL();
      const story = document.querySelector("#story");
      const before = picture(story);
      const another = story.cloneNode(true);
      story.replaceWith(another);
      await another.ready;
      await new Promise(requestAnimationFrame);
      return before === picture(another);
    });
    assert.ok(same);
  });
});
