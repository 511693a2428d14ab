// Layout: it fits, from a phone to a wide screen, and pictures of it are kept for people to look at.

import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { engine, narrowest } from "./support/browser.mjs";
import { article, host } from "./support/hosts.mjs";
import { usePage } from "./support/page.mjs";
import { place, places } from "./support/story.mjs";

const pictures = process.env.ARTEFACTS ?? fileURLToPath(new URL("../../target/web/", import.meta.url));
const themes = { light: usePage({ theme: "light" }), dark: usePage({ theme: "dark" }) };
const SIZES = [
  [320, 640],
  [768, 1024],
  [1440, 900],
];

for (const [width, height] of SIZES) {
  for (const [theme, page] of Object.entries(themes)) {
    test(`${width} px wide and ${theme} it fits, at first and with a card chosen`, async () => {
      await page.resize(width, height);
      await page.open();
      await keep(page, `${width}-${theme}`);
      await assertFits(page);

      await page.pressPin(place("sheki"));
      const [first] = await page.titles();
      await page.press(first);
      await keep(page, `${width}-${theme}-chosen`);
      await assertFits(page);
    });
  }

  test(`in an article ${width} px wide it fits`, async () => {
    await themes.light.resize(width, height);
    await themes.light.openHtml(article());
    await assertFits(themes.light);
  });
}

test("dark and light are two looks", async () => {
  const papers = [];
  for (const page of Object.values(themes)) {
    await page.open();
    papers.push(await (await page.find("region", "Map")).getCssValue("color"));
  }
  assert.notEqual(papers[0], papers[1]);
});

test("turned from wide to narrow and back, the opening view is the same", async () => {
  const page = themes.light;
  await page.open();
  const wide = await page.pins();
  await page.resize(320, 640);
  await page.until(() => page.run(() => innerWidth), (width) => width === Math.max(320, narrowest), "a narrow window");
  await page.settled();
  await assertFits(page);
  await page.resize(1440, 900);
  await page.until(() => page.run(() => innerWidth), (width) => width === 1440, "a wide window");
  await page.settled();
  assert.deepEqual(await page.pins(), wide);
});

test("on a finer or a coarser screen, and zoomed by the browser, the map has a pixel for each of the screen's", { skip: engine !== "chromium" }, async () => {
  const page = themes.light;
  await page.resize(1000, 700);
  await page.open();
  for (const [width, height, deviceScaleFactor] of [
    [800, 600, 2],
    [1200, 800, 1],
    [390, 800, 3],
    [960, 640, 1.5],
  ]) {
    await page.driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor, mobile: false });
    const sizes = () =>
      page.run(() => {
        const { clientWidth, clientHeight, width, height } = document.querySelector("story-map").shadowRoot.querySelector("canvas");
        return [devicePixelRatio, [width, height], [clientWidth, clientHeight].map((length) => Math.round(length * devicePixelRatio))];
      });
    const sharp = ([ratio, buffer, box]) => ratio === deviceScaleFactor && buffer.join() === box.join();
    await page.until(sizes, sharp, `a pixel for each at a ratio of ${deviceScaleFactor}`);
  }
});

test("320 px wide the map's buttons never lie on a pin, whichever place is chosen", async () => {
  const page = themes.light;
  await page.resize(320, 640);
  await page.open();
  for (const { id, name } of places) {
    await page.run((id) => (location.hash = `place=${id}`), id);
    await page.until(() => page.pressed(), (names) => names.join() === name, name);
    await page.settled();
    await assertFits(page);
  }
});

test("in a narrow column of a wide page it fits the column", async () => {
  const page = themes.light;
  page.server.put("/column.css", "#column { width: 300px; }");
  await page.openHtml(
    host({
      head: '<link rel="stylesheet" href="/column.css">',
      before: '<div id="column">',
      after: "</div>",
    }),
  );
  const { width } = await page.mapBox();
  assert.ok(width <= 300, `the map is ${width} px wide`);
  await assertFits(page);
});

const BOXES = [[280, 320], [280, 1440], [320, 640], [600, 320], [768, 320], [768, 1440], [1024, 640], [1440, 320], [2560, 320], [2560, 1440]];

test("in a box of any width, and of a height of its own, map, list and controls are inside, and nothing scrolls sideways", async () => {
  const page = themes.light;
  await page.resize(2560, 1440);
  await page.openHtml(host());
  for (const [width, height] of BOXES) {
    await page.run((width, height) => {
      const { style } = document.querySelector("story-map");
      style.width = `${width}px`;
      style.setProperty("--story-map-height", `${height}px`);
    }, width, height);
    await page.settled();
    const { outside, map, list, own } = await page.run(inBox);
    const box = `${width} × ${height}`;
    assert.deepEqual(outside, [], box);
    assert.ok(map >= 100 && list >= 100, `${box}: the map is ${map} px high, the list ${list}`);
    // A narrow one is as high as its list: it is the page that scrolls.
    if (width >= 768) assert.equal(own, height, box);
    else assert.ok(own > list + map, `${box}: ${own}`);
  }
});

async function assertFits(page) {
  assert.deepEqual(await page.run(tooWide), [], "nothing scrolls sideways or is cut off");

  const [box, ...pins] = await page.run(boxes);
  const stands = pins.reduce((places, { name }) => places + Number(/^(\d+) places/.exec(name)?.[1] ?? 1), 0);
  assert.equal(stands, places.length, "each place is on the map, alone or in a cluster");
  for (const { name, left, top, right, bottom } of pins) {
    assert.ok(right - left >= 24 && bottom - top >= 24, `${name} is ${right - left} × ${bottom - top} px`);
    const inside = left >= box.left && top >= box.top && right <= box.right && bottom <= box.bottom;
    assert.ok(inside, `${name} is at ${left}, ${top} of ${JSON.stringify(box)}`);
  }
  assert.deepEqual(await page.run(covered), [], "pins with something on them");
}

// Runs in the page: the map's box, and those of its pins and clusters.
function boxes() {
  const root = document.querySelector("story-map").shadowRoot;
  const box = (element) => ({ name: element.ariaLabel, ...element.getBoundingClientRect().toJSON() });
  return [root.querySelector("[part=map]"), ...root.querySelectorAll("[part=pin]")].map(box);
}

// Runs in the page: what of the widget is not inside its box or scrolls sideways, and how high its parts are.
function inBox() {
  const element = document.querySelector("story-map");
  const root = element.shadowRoot;
  const edge = element.getBoundingClientRect();
  // Of the topics and the list only a part is seen at once.
  const found = [element, ...root.querySelectorAll(".root, .root *:not(svg *, .topics *, .events *)")].filter((part) => {
    const { left, top, right, bottom, width } = part.getBoundingClientRect();
    const scrolls = part.matches("story-map, .root, section, .timeline") && part.scrollWidth > part.clientWidth + 1;
    const isOut = left < edge.left - 1 || right > edge.right + 1 || top < edge.top - 1 || bottom > edge.bottom + 1;
    return part.checkVisibility() && width > 0 && (scrolls || isOut);
  });
  const high = (name) => root.querySelector(name).getBoundingClientRect().height;
  const outside = found.map((part) => `${part.localName}.${part.className} ${part.ariaLabel ?? ""}`);
  return { outside, map: high(".surface"), list: high(".events"), own: edge.height };
}

// Runs in the page: what scrolls sideways, and what reaches out of the window. Boxes may lie between pixels.
function tooWide() {
  const root = document.querySelector("story-map").shadowRoot;
  const scrolls = (element) =>
    element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== "visible";
  const page = document.documentElement;
  const found = page.scrollWidth > page.clientWidth ? [page] : [];
  const row = root.querySelector("[role=group]"); // the topics, which a finger may push along
  for (const element of root.querySelectorAll("section, article, h1, h2, h3, h4, p, li, a, button")) {
    if (row.contains(element)) continue;
    const { left, right } = element.getBoundingClientRect();
    if (scrolls(element) || left < -1 || right > innerWidth + 1) found.push(element);
  }
  return found.map(({ localName, className, textContent }) => `${localName}.${className}: ${textContent.slice(0, 40)}`);
}

// Runs in the page: the pins of which not all can be clicked, within 11 px of the middle.
function covered() {
  const root = document.querySelector("story-map").shadowRoot;
  const reach = [[0, 0], [11, 0], [-11, 0], [0, 11], [0, -11]];
  return [...root.querySelectorAll("[part=pin]")].flatMap((pin) => {
    pin.scrollIntoView({ block: "nearest" });
    const { left, top, width, height } = pin.getBoundingClientRect();
    const at = ([x, y]) => root.elementFromPoint(left + width / 2 + x, top + height / 2 + y);
    const other = reach.map(at).find((found) => found?.closest("button") !== pin);
    return other === undefined ? [] : [`${pin.ariaLabel}: ${other?.ariaLabel ?? other?.className}`];
  });
}

async function keep(page, name) {
  mkdirSync(pictures, { recursive: true });
  writeFileSync(join(pictures, `${name}.png`), await page.driver.takeScreenshot(), "base64");
}
