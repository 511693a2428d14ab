// Mouse: drag, wheel, double click and the map's buttons; and the page's own scrolling left alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Key, Origin } from "selenium-webdriver";
import { engine } from "./support/browser.mjs";
import { article } from "./support/hosts.mjs";
import { usePage } from "./support/page.mjs";
import { place, places } from "./support/story.mjs";

const page = usePage();

test("a drag moves the map with the pointer", async () => {
  await page.open("/#place=baku");
  const { Baku: before } = await page.pins();
  await drag({ x: before.x - 30, y: before.y + 20 }, { x: 120, y: -80 });
  const { Baku: after } = await page.pins();
  assertMoved(before, after, { x: 120, y: -80 });
});

test("a drag that begins on a pin moves the map and presses nothing", async () => {
  await page.open("/#place=baku");
  const { Baku: before } = await page.pins();
  const status = await page.status();
  await drag(before, { x: -100, y: 60 });
  const { Baku: after } = await page.pins();
  assertMoved(before, after, { x: -100, y: 60 });
  assert.equal(await page.status(), status);
  assert.deepEqual(await page.pressed(), ["Baku"]);
});

test("a drag goes on outside the map, until the button is let go there", async () => {
  await page.openHtml(article({ attributes: 'place="baku"' }));
  await showMap();
  const { width, height } = await page.mapBox();
  const { Baku: before } = await page.pins();
  await drag({ x: width - 80, y: height / 2 }, { x: 40, y: 0 }, { x: 120, y: 0 });
  const { Baku: after } = await page.pins();
  assertMoved(before, after, { x: 160, y: 0 }, 40); // far from the pointer a globe turns otherwise
  await moveOver({ x: width / 2, y: height / 3 });
  await page.settled();
  assert.deepEqual((await page.pins()).Baku, after, "the map no longer follows");
});

test("a press that leaves the map at once and ends outside does not stick to the pointer", async () => {
  await page.openHtml(article({ attributes: 'place="baku"' }));
  await showMap();
  const { width, height } = await page.mapBox();
  await drag({ x: width - 80, y: height / 2 }, { x: 160, y: 0 });
  const { Baku: before } = await page.pins();
  await moveOver({ x: width / 2, y: height / 3 });
  await moveOver({ x: width / 3, y: height / 4 });
  await page.settled();
  assert.deepEqual((await page.pins()).Baku, before);
});

test("in a page taller than the window the wheel over the map scrolls the page and does not zoom", async () => {
  await page.openHtml(article());
  await showMap();
  const before = await page.pins();
  const scrolled = await page.run(() => scrollY);
  await wheel(300);
  await page.until(() => page.run(() => scrollY), (now) => now > scrolled + 100, "the page to scroll");
  await page.settled();
  assert.deepEqual(await page.pins(), before);
});

test("after a wheel that scrolled the page the map says for a moment how to zoom, to eyes alone", async () => {
  await page.openHtml(article());
  await showMap();
  const hint = () =>
    page.run(() => {
      const words = document.querySelector("story-map").shadowRoot.querySelector(".hint");
      return { shown: getComputedStyle(words).opacity === "1", hidden: words.ariaHidden, text: words.textContent };
    });
  assert.deepEqual(await hint(), { shown: false, hidden: "true", text: "Hold Ctrl or ⌘ and turn the wheel to zoom" });
  await wheel(100);
  await page.until(hint, ({ shown }) => shown, "the hint to show");
  await page.until(hint, ({ shown }) => !shown, "the hint to go");
});

const noCtrl = engine === "webkit" && "WebKit's driver turns the wheel without the Ctrl that is held";
test("Ctrl and the wheel zoom, Cmd and the wheel too, and the page stays where it is", { skip: noCtrl }, async () => {
  await page.openHtml(article({ attributes: 'place="baku"' }));
  await showMap();
  const before = await page.pins();
  const scrolled = await page.run(() => scrollY);
  await wheel(-240, { held: Key.CONTROL });
  await page.until(() => page.pins(), (pins) => apart(pins) > 1.5 * apart(before), "the map to be nearer");
  await wheel(240, { held: Key.META });
  await page.until(() => page.pins(), (pins) => Math.abs(apart(pins) - apart(before)) < 1, "the map to be as far as before");
  assert.equal(await page.run(() => scrollY), scrolled);
});

test("on the page of its own the plain wheel zooms, towards what is under it", async () => {
  await page.open("/#place=ganja");
  const before = await page.pins();
  await wheel(-240, { at: before.Baku });
  const after = await page.until(() => page.pins(), (pins) => apart(pins) > 1.5 * apart(before), "the map to be nearer");
  assertMoved(before.Baku, after.Baku, { x: 0, y: 0 });
  await wheel(240, { at: after.Baku });
  await page.until(() => page.pins(), (pins) => Math.abs(apart(pins) - apart(before)) < 1, "the map to be as far as before");
});

test("a double click zooms in", async () => {
  await page.open("/#place=baku");
  const before = await page.pins();
  const at = { x: before.Baku.x - 90, y: before.Baku.y - 90 };
  const map = await page.find("region", "Map");
  await page.driver.actions().move(await fromMiddle(map, at)).doubleClick().perform();
  await page.until(() => page.pins(), (pins) => apart(pins) > 1.5 * apart(before), "the map to be nearer");
});

test("a double click on a pin, or on a cluster that parts, presses it and zooms no further", async () => {
  await page.open("/#place=baku");
  const [{ button }] = await page.clusters().then((clusters) => (clusters.length ? clusters : [{ button: place("seoul").pin }]));
  await page.driver.actions().doubleClick(await page.find("button", button)).perform();
  await page.settled();
  const zoom = await page.run(() => document.querySelector("story-map").state.view?.zoom ?? 0);
  await page.open("/#place=baku");
  await page.press(button);
  const once = () => page.run(() => document.querySelector("story-map").state.view?.zoom ?? 0);
  await page.until(once, (once) => Math.abs(once - zoom) < 0.01, `the zoom of a double click, ${zoom}`);
});

test("“Zoom in” and “Zoom out” undo each other", async () => {
  await page.open("/#place=baku");
  const before = await page.pins();
  await page.press("Zoom in");
  const nearer = await page.pins();
  assert.ok(Math.abs(apart(nearer) / apart(before) - 2) < 0.1, `twice as near: ${apart(before)}, ${apart(nearer)}`);
  await page.press("Zoom out");
  assertMoved(before.Ganja, (await page.pins()).Ganja, { x: 0, y: 0 });
});

test("“Move north” moves the map, and so do the other three", async () => {
  await page.open("/#place=baku");
  let { Baku: before } = await page.pins();
  for (const [name, axis, direction] of [
    ["Move north", "y", 1],
    ["Move south", "y", -1],
    ["Move west", "x", 1],
    ["Move east", "x", -1],
  ]) {
    await page.press(name);
    const { Baku: after } = await page.pins();
    const moved = (after[axis] - before[axis]) * direction;
    assert.ok(moved > 30, `“${name}” moved it by ${moved}`);
    before = after;
  }
});

test("“Show all places” comes back to the opening view and keeps the choice", async () => {
  await page.open();
  const opening = await page.pins();
  await page.pressPin(place("seoul"));
  await page.press("Zoom in");
  await page.press("Show all places");
  const pins = await page.pins();
  for (const name of Object.keys(opening)) assertMoved(opening[name], pins[name], { x: 0, y: 0 });
  assert.deepEqual(await page.pressed(), ["Seoul"]);
});

test("however far one moves and zooms, every pin stays in the map's box and can be clicked", async () => {
  await page.open();
  for (const name of ["Zoom in", "Move west", "Move north", "Move east", "Zoom out"]) {
    const button = await page.find("button", name);
    for (let times = 0; times < 5; times++) await button.click();
    await page.settled();
    const { width, height } = await page.mapBox();
    for (const [place, pin] of Object.entries(await page.pins())) {
      const inside = pin.x >= 12 && pin.y >= 12 && pin.x <= width - 12 && pin.y <= height - 12;
      assert.ok(inside, `${place} after “${name}”: ${JSON.stringify(pin)}`);
    }
  }
  for (const place of places) {
    await page.pressPin(place);
    assert.deepEqual(await page.pressed(), [place.name]);
  }
});

/** Drags from a point of the map, by so many pixels at each step. */
async function drag(from, ...steps) {
  const map = await page.find("region", "Map");
  const hand = page.driver.actions().move(await fromMiddle(map, from)).press();
  for (const step of steps) hand.move({ ...whole(step), origin: Origin.POINTER });
  await hand.release().perform();
  await page.settled();
}

async function wheel(pixels, { at, held } = {}) {
  const map = await page.find("region", "Map");
  const { width, height } = await page.mapBox();
  const { x, y } = await fromMiddle(map, at ?? { x: width / 3, y: height / 3 });
  const hand = page.driver.actions();
  if (held) hand.keyDown(held);
  hand.scroll(x, y, 0, pixels, map);
  if (held) hand.keyUp(held);
  await hand.perform();
}

async function moveOver(point) {
  await page.driver
    .actions()
    .move(await fromMiddle(await page.find("region", "Map"), point))
    .perform();
}

/** A point of the map's box as WebDriver takes it: in whole pixels from its middle. */
async function fromMiddle(map, { x, y }) {
  const { width, height } = await page.mapBox();
  return { ...whole({ x: x - width / 2, y: y - height / 2 }), origin: map };
}

function whole({ x, y }) {
  return { x: Math.round(x), y: Math.round(y) };
}

async function showMap() {
  await page.run((map) => map.scrollIntoView({ block: "center" }), await page.find("region", "Map"));
}

function apart({ Baku, Ganja }) {
  return Math.hypot(Baku.x - Ganja.x, Baku.y - Ganja.y);
}

function assertMoved(before, after, by, tolerance = 3) {
  const off = Math.hypot(after.x - before.x - by.x, after.y - before.y - by.y);
  assert.ok(off <= tolerance, `moved by ${after.x - before.x}, ${after.y - before.y}, expected ${by.x}, ${by.y}`);
}
