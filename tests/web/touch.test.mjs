// Touch: one finger scrolls the page, two move the map, and a tap is a press; unless the map is greedy.
// Only Chromium's driver can put two fingers on the glass.

import assert from "node:assert/strict";
import { test } from "node:test";
import { engine } from "./support/browser.mjs";
import { article, host } from "./support/hosts.mjs";
import { usePage } from "./support/page.mjs";

const page = usePage();
const skip = engine !== "chromium";

test("one finger scrolls the page, and the map says how it is moved, to eyes alone", { skip }, async () => {
  await openOnPhone(article({ attributes: 'place="baku"' }));
  const before = await page.pins();
  const scrolled = await page.run(() => scrollY);
  await touch({ from: [[150, 200]], by: [[0, -150]] });
  const hint = await page.until(finger, ({ shown }) => shown, "the hint to show");
  assert.deepEqual(hint, { shown: true, hidden: "true", text: "Use two fingers to move the map" });
  assert.ok((await page.run(() => scrollY)) > scrolled + 80, "the page has scrolled");
  assert.deepEqual(await page.pins(), before);
});

test("one finger across moves nothing of the map either", { skip }, async () => {
  await openOnPhone(article({ attributes: 'place="baku"' }));
  const before = await page.pins();
  await touch({ from: [[150, 200]], by: [[120, 0]] });
  assert.deepEqual(await page.pins(), before);
});

for (const [how, attributes, drags] of [
  ["says greedy", 'gestures="greedy"', true],
  ["says cooperative", 'gestures="cooperative"', false],
  ["says neither", "", false],
]) {
  test(`where the page ${how} one finger ${drags ? "drags" : "does not drag"} the map`, { skip }, async () => {
    await openOnPhone(article({ attributes: `place="baku" ${attributes}` }));
    const { Baku: before } = await page.pins();
    await touch({ from: [[150, 120]], by: [[60, 50]] });
    const { Baku: after } = await page.pins();
    const moved = Math.hypot(after.x - before.x, after.y - before.y);
    assert.ok(drags ? moved > 50 : moved === 0, `moved by ${moved}`);
  });
}

test("where the map has the window to itself one finger drags it, unless the page says otherwise", { skip }, async () => {
  const head = '<link rel="stylesheet" href="/all.css">';
  page.server.put("/all.css", "html, body { margin: 0; overflow: hidden } story-map { --story-map-height: 100vh }");
  for (const [attributes, drags] of [
    ["", true],
    ['gestures="cooperative"', false],
  ]) {
    await openOnPhone(host({ head, attributes: `place="baku" ${attributes}` }), 1000, 700);
    const { Baku: before } = await page.pins();
    await touch({ from: [[150, 200]], by: [[60, 0]] });
    const moved = (await page.pins()).Baku.x - before.x;
    assert.ok(drags ? moved > 50 : moved === 0, `moved by ${moved}`);
  }
});

test("a tap presses a pin", { skip }, async () => {
  await openOnPhone(article({ attributes: 'place="baku"' }));
  const { Sheki } = await page.pins();
  await touch({ from: [[Sheki.x, Sheki.y]] });
  await page.until(() => page.pressed(), (names) => names.join() === "Sheki", "Sheki to be chosen");
});

test("a double tap zooms in about what is under it", { skip }, async () => {
  await openOnPhone(article({ attributes: 'place="baku"' }));
  const { Baku: before } = await page.pins();
  const tapped = { x: before.x + 40, y: before.y + 60 };
  await touch({ from: [[tapped.x, tapped.y]], times: 2 });
  const { Baku: after } = await page.pins();
  const off = Math.hypot(after.x - 2 * before.x + tapped.x, after.y - 2 * before.y + tapped.y);
  assert.ok(off < 3, `twice as far from the tap as ${JSON.stringify(before)}: ${JSON.stringify(after)}`);
});

// The last of all: after a pinch Chromium's driver holds back the fingers of the pages that follow.
test("two fingers pinch and pan the map, and the page stays where it is", { skip }, async () => {
  await openOnPhone(article({ attributes: 'place="baku"' }));
  const before = await page.pins();
  const scrolled = await page.run(() => scrollY);
  await touch({ from: [[140, 150], [180, 150]], by: [[-20, 0], [20, 0]] });
  const nearer = await page.pins();
  assert.ok(apart(nearer) > 1.5 * apart(before), `nearer: ${apart(before)}, ${apart(nearer)}`);
  await touch({ from: [[140, 100], [180, 100]], by: [[0, 60], [0, 60]] });
  const { Baku } = await page.pins();
  assert.ok(Math.abs(Baku.y - nearer.Baku.y - 60) < 8, `down by ${Baku.y - nearer.Baku.y}`);
  assert.equal(await page.run(() => scrollY), scrolled);
  assert.equal((await finger()).shown, false);
});

async function openOnPhone(html, width = 390, height = 800) {
  await page.resize(width, height);
  await page.driver.sendDevToolsCommand("Emulation.setTouchEmulationEnabled", { enabled: true, maxTouchPoints: 2 });
  await page.openHtml(html);
  await page.run((map) => map.scrollIntoView({ block: "center" }), await page.find("region", "Map"));
  await page.settled();
}

/** Puts fingers down one after the other at points of the map, moves them together, and lifts them; so many times. */
async function touch({ from, by = [], times = 1 }) {
  const { x, y } = await page.mapBox();
  const points = (share) =>
    from.map(([right, down], id) => {
      const [across, along] = by[id] ?? [0, 0];
      return { x: x + right + share * across, y: y + down + share * along, id };
    });
  const send = (type, touchPoints) => page.driver.sendDevToolsCommand("Input.dispatchTouchEvent", { type, touchPoints });
  for (let time = 0; time < times; time++) {
    for (let fingers = 1; fingers <= from.length; fingers++) await send("touchStart", points(0).slice(0, fingers));
    for (let tenth = 1; by.length && tenth <= 10; tenth++) await send("touchMove", points(tenth / 10));
    await send("touchEnd", []);
  }
  await page.settled();
}

function finger() {
  return page.run(() => {
    const words = document.querySelector("story-map").shadowRoot.querySelector(".hint.finger");
    return { shown: getComputedStyle(words).opacity === "1", hidden: words.ariaHidden, text: words.textContent };
  });
}

function apart({ Baku, Sheki }) {
  return Math.hypot(Baku.x - Sheki.x, Baku.y - Sheki.y);
}
