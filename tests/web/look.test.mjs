// Look: every box from a watch to a wall is filled and nothing is cut off, dark and light are the page's to
// choose, and nothing jumps while it starts.

import assert from "node:assert/strict";
import { test } from "node:test";
import { engine, narrowest } from "./support/browser.mjs";
import { article, host } from "./support/hosts.mjs";
import { usePage } from "./support/page.mjs";
import { place } from "./support/story.mjs";
import { WORDS } from "./support/words.mjs";

const page = usePage();
const WIDTHS = [280, 320, 600, 768, 1024, 1440, 2560].filter((width) => width >= narrowest);
const HEIGHTS = [320, 640, 1440];
/** From this width on the map stands beside the cards. */
const WIDE = 46 * 16;

for (const lang of ["en", "az", "ko"]) {
  test(`in ${lang} nothing is cut off or scrolls sideways, whatever the window`, async () => {
    await page.open(`/#lang=${lang}&event=${place("sheki").events[0].id}`);
    for (const width of WIDTHS) {
      for (const height of HEIGHTS) {
        await page.resize(width, height);
        await page.until(() => page.run(() => [innerWidth, innerHeight].join()), (size) => size === `${width},${height}`);
        assert.deepEqual(await page.run(cutOff), [], `${width} × ${height}`);
        const { map, window } = await page.run(boxes);
        assert.ok(map >= 100, `${width} × ${height}: the map is ${map} px high`);
        if (width >= WIDE) assert.equal(window, height, `${width} × ${height}: the window is filled, and no more`);
      }
    }
  });
}

test("in a window 320 px tall a pin is pressed and its cards are read, one after the other", async () => {
  for (const width of [600, 1024]) {
    await page.resize(width, 320);
    await page.open();
    await page.pressPin(place("seoul"));
    for (const press of [null, "Next event", "Next event"]) {
      if (press) await page.press(press);
      const { name } = await page.focus();
      const { top, bottom } = await page.run((heading) => heading.getBoundingClientRect().toJSON(), await page.focused());
      assert.ok(top >= 0 && bottom <= 320, `${width} px wide: ${name} is at ${top} to ${bottom}`);
    }
  }
});

for (const lang of ["en", "az", "ko"]) {
  test(`words twice as long as in ${lang}, as in a language to come, are not cut off 320 px wide`, async () => {
    await page.resize(320, 640);
    const seen = new Set();
    for (const state of [`place=sheki&event=${place("sheki").events[0].id}`, "from=2007&to=2012&topics=culture", "q=xyzzy", ""]) {
      await page.open(`/#lang=${lang}&${state}`);
      await page.run(openAll);
      await page.settled();
      for (const words of await page.run(doubled)) seen.add(words);
      assert.deepEqual(await page.run(cutOff), [], state);
      assert.deepEqual(await page.run(hidden), [], state);
    }
    const words = WORDS[lang];
    const visible = ["allEvents", "allTopics", "noTopics", "copyLink", "politics", "baku"];
    for (const name of visible) assert.ok(seen.has(words[name]), `${words[name]} was not there to see`);
  });
}

test("text twice as large is not cut off in the room of a laptop, nor in that of a phone", async () => {
  for (const [width, height] of [[1280, 720], [360, 740]]) {
    await page.resize(width, height);
    await page.open(`/#event=${place("sheki").events[0].id}`);
    await page.run(() => (document.querySelector("story-map").shadowRoot.querySelector(".root").style.fontSize = "32px"));
    await page.settled();
    assert.deepEqual(await page.run(cutOff), [], `${width} px wide`);
  }
});

test("with text twice as large a phone still has room to search, and nothing beside the window", async () => {
  for (const path of ["/", "/az/", "/ko/"]) {
    await page.resize(320, 700);
    await page.open(path);
    await page.run(() => (document.querySelector("story-map").shadowRoot.querySelector(".root").style.fontSize = "32px"));
    await page.settled();
    const [search, wide] = await page.run(() => {
      const root = document.querySelector("story-map").shadowRoot;
      return [root.querySelector(".search").clientWidth, document.documentElement.scrollWidth];
    });
    assert.ok(search >= 100, `${path}: ${search} px`);
    assert.ok(wide <= 320, `${path}: ${wide} px wide`);
  }
});

test("`theme` goes before what the reader's system says, for the page's colours and the map's", async () => {
  const dark = () => page.run(() => getComputedStyle(document.querySelector("story-map").shadowRoot.querySelector(".root")).colorScheme === "dark");
  const map = () => page.run(mapIsDark);
  await page.openHtml(host());
  assert.deepEqual([await dark(), await map()], [false, false]);
  await page.run(() => document.querySelector("story-map").setAttribute("theme", "dark"));
  assert.equal(await dark(), true);
  await page.until(map, Boolean, "a dark map");
  await page.run(() => document.querySelector("story-map").removeAttribute("theme"));
  assert.equal(await dark(), false);
  await page.until(map, (is) => !is, "a light map");
  await page.openHtml(host({ attributes: 'theme="dark"' }));
  assert.deepEqual([await dark(), await map()], [true, true]);
});

test("nothing jumps while it starts, in an article and on a page of its own", { skip: engine !== "chromium" }, async () => {
  page.server.put("/room.css", "story-map:not(:defined) { display: flow-root; min-height: 44em; }"); // as README says
  const head = '<link rel="stylesheet" href="/room.css"><script src="/shifts.js"></script>';
  page.server.put(
    "/shifts.js",
    `window.shifts = []; new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value)))
      .observe({ type: "layout-shift", buffered: true });`,
  );
  for (const [width, height] of [[320, 640], [1440, 900]]) {
    await page.resize(width, height);
    for (const html of [host({ head, after: "<p>The article goes on.</p>" }), article({ head })]) {
      await page.openHtml(html);
      assert.deepEqual(await page.run(() => window.shifts), [], `${width} px wide`);
    }
  }
});

// Runs in the page: what scrolls sideways but the row that a finger pushes, and what has words out of its box.
function cutOff() {
  const { shadowRoot } = document.querySelector("story-map");
  const page = document.documentElement;
  const found = page.scrollWidth > page.clientWidth ? ["page"] : [];
  const row = shadowRoot.querySelector("[role=group]");
  for (const element of shadowRoot.querySelectorAll("section, article, h1, h2, h3, p, li, button, select, div")) {
    if (!element.checkVisibility() || element.closest("[aria-label='Map'], .map")) continue;
    const { overflowX } = getComputedStyle(element);
    const scrolls = element.scrollWidth > element.clientWidth + 1 && (overflowX !== "visible" || element.localName === "button");
    const { left, right } = element.getBoundingClientRect();
    const out = !row.contains(element) && (left < -1 || right > innerWidth + 1);
    if ((scrolls && element !== row) || out) found.push(`${element.localName}.${element.className}: ${element.textContent.slice(0, 40)}`);
  }
  return found;
}

// Runs in the page: shows what a reader can open.
function openAll() {
  const { shadowRoot } = document.querySelector("story-map");
  for (const button of shadowRoot.querySelectorAll(".about, summary")) button.click();
}

// Runs in the page: writes every word of the widget twice, but the story's own text and what is drawn; answers
// what was to be seen of it.
function doubled() {
  const { shadowRoot } = document.querySelector("story-map");
  const seen = [];
  const twice = (words, element) => {
    if (element.checkVisibility()) seen.push(words.trim());
    return `${words} ${words}`;
  };
  for (const element of shadowRoot.querySelectorAll("*:not(article .text, svg *)")) {
    for (const node of element.childNodes) {
      if (node.nodeType === 3 && node.data.trim() && !/^\d+$/.test(node.data)) node.data = twice(node.data, element);
    }
    for (const name of ["placeholder", "data-words"]) {
      const words = element.getAttribute(name);
      if (words) element.setAttribute(name, twice(words, element));
    }
  }
  return seen;
}

// Runs in the page: the words that a box hides which they do not fit into.
function hidden() {
  const { shadowRoot } = document.querySelector("story-map");
  const found = [];
  const texts = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const element = text.parentElement;
    if (!text.data.trim() || !element.checkVisibility() || element.closest("svg, select, [part=pin]")) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    for (let box = element; box; box = box.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(box);
      const edge = box.getBoundingClientRect();
      const wide = /hidden|clip/.test(overflowX) && (left < edge.left - 1 || right > edge.right + 1);
      const high = /hidden|clip/.test(overflowY) && (top < edge.top - 1 || bottom > edge.bottom + 1);
      if (wide || high) found.push(`${text.data.slice(0, 40)} in ${box.localName}.${box.className}`);
    }
  }
  return found;
}

// Runs in the page.
function boxes() {
  const map = document.querySelector("story-map").shadowRoot.querySelector("canvas");
  return { map: map.clientHeight, window: document.documentElement.scrollHeight };
}

// Runs in the page: whether the middle of the map is painted in a dark colour.
function mapIsDark() {
  const canvas = document.querySelector("story-map").shadowRoot.querySelector("canvas");
  const { data } = canvas.getContext("2d").getImageData(canvas.width / 2, canvas.height / 2, 1, 1);
  return data[0] + data[1] + data[2] < 300;
}

const forced = usePage();

test("in forced colours a chosen pin, and each kind of date, can still be told from the others", { skip: engine !== "chromium" }, async () => {
  await forced.driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
  await forced.open("/#place=ganja");
  const { pins, key } = await forced.run(() => {
    const root = document.querySelector("story-map").shadowRoot;
    const look = (element, pseudo) => {
      const { backgroundColor, borderTopColor, borderTopStyle, borderTopWidth, color } = getComputedStyle(element, pseudo);
      return JSON.stringify([backgroundColor, borderTopColor, borderTopStyle, borderTopWidth, pseudo ? "" : color]);
    };
    const pins = [...root.querySelectorAll(".pin")];
    return {
      pins: pins.map((pin) => ({ chosen: pin.ariaPressed === "true", look: look(pin.querySelector(".count")) })),
      key: [...root.querySelectorAll(".key span")].map((span) => look(span, "::before")),
    };
  });
  const [chosen, ...others] = pins.sort((a, b) => b.chosen - a.chosen);
  assert.ok(chosen.chosen && others.length > 0);
  for (const { look } of others) assert.notEqual(look, chosen.look);
  assert.equal(new Set(key).size, 3, key.join("\n"));
});
