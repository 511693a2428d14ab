// Pins: each place on the map, and what pressing it shows.

import assert from "node:assert/strict";
import { test } from "node:test";
import { usePage } from "./support/page.mjs";
import { events, place, places, status } from "./support/story.mjs";

const page = usePage();
const everything = status(events.length);
const SIZES = [
  [1440, 900],
  [1280, 800],
  [768, 1024],
  [320, 640],
];

test("once a place is near, the map has one pin for each place, named by it and its number of events", async () => {
  await page.open("/#place=ganja");
  const map = await page.find("region", "Map");
  for (const { name, pin } of places) {
    const button = await page.find("button", pin, map);
    assert.equal(await button.getAttribute("aria-pressed"), String(name === "Ganja"));
  }
  assert.equal(Object.keys(await page.pins()).length, places.length);
  assert.deepEqual(await page.clusters(), []);
});

for (const [width, height] of SIZES) {
  test(`each place is under one button in the opening view, no two of them overlap, ${width} px wide`, async () => {
    await page.resize(width, height);
    await page.open();
    const pins = await page.pins();
    const clusters = await page.clusters();
    const named = [...Object.keys(pins), ...clusters.flatMap(({ places }) => places)];
    assert.deepEqual(named.sort(), places.map(({ name }) => name).sort());
    assert.ok("Seoul" in pins, "the other country's only place stands alone");
    assertApart(await boxes());
  });
}

test("a cluster is named by its places, those with most events first, and counts each event once", async () => {
  await page.resize(320, 640);
  await page.open();
  const near = ["baku", "ganja", "sheki"].map(place);
  const ids = new Set(near.flatMap((place) => place.events.map((event) => event.id)));
  const [{ button }] = await page.clusters();
  assert.equal(button, `3 places, ${ids.size} events: Baku, Ganja, Sheki`);
  assert.ok(ids.size < near.reduce((sum, place) => sum + place.events.length, 0), "some happened at two places");
});

test("pressing a cluster turns the map to where its places part, and chooses nothing", async () => {
  await page.resize(320, 640);
  await page.open();
  const [{ button, places: inside }] = await page.clusters();
  await page.press(button);
  assert.deepEqual(await page.clusters(), []);
  assertApart(await boxes(), 32);
  const pins = await page.pins();
  const { width, height } = await page.mapBox();
  for (const name of inside) {
    const { x, y } = pins[name];
    assert.ok(x > 40 && y > 40 && x < width - 40 && y < height - 40, `${name} is in sight: ${x}, ${y}`);
  }
  assert.equal(await page.status(), everything);
  assert.deepEqual(await page.pressed(), []);
});

test("a cluster that hides the chosen place says that it is on", async () => {
  await page.resize(320, 640);
  await page.open("/#place=sheki");
  await page.press("Show all places");
  const [{ button }] = await page.clusters();
  assert.equal(await (await page.find("button", button)).getAttribute("aria-pressed"), "true");
  await page.press("Show all events");
  assert.equal(await (await page.find("button", button)).getAttribute("aria-pressed"), null);
});

test("beside its pin a city has its name in the local script too, in the language of that", async () => {
  await page.open("/#place=seoul");
  const seoul = await page.find("button", place("seoul").pin);
  const local = await page.run((pin) => {
    const local = pin.querySelector(".local");
    return { text: local.dataset.words, lang: local.lang, shown: local.checkVisibility() };
  }, seoul);
  assert.deepEqual(local, { text: "서울", lang: "ko", shown: true });
});

test("focused, pointed at, pressed or with nothing to show, a pin differs by more than its colour", async () => {
  await page.open("/#place=ganja&topics=humanitarian");
  const baku = await page.find("button", "Baku, 1 event");
  const pointAt = (origin) => page.driver.actions().move({ origin, duration: 0 }).perform();
  await pointAt(await page.find("searchbox"));
  const plain = await look("Baku");
  const signs = async (place) => Object.entries(await look(place)).flatMap(([sign, is]) => (is === plain[sign] ? [] : [sign]));
  assert.deepEqual(await signs("Ganja"), ["ring"], "pressed");
  assert.deepEqual(await signs("Sheki"), ["line", "weight"], "nothing to show");
  await page.run((pin) => pin.focus(), baku);
  assert.deepEqual(await signs("Baku"), ["outline"], "focused");
  await page.run((pin) => pin.blur(), baku);
  await pointAt(baku);
  assert.deepEqual(await signs("Baku"), ["grown", "underline"], "pointed at");
});

/** What of a place's pin is no colour. */
function look(place) {
  return page.run((place) => {
    const pin = document.querySelector("story-map").shadowRoot.querySelector(`.pin[aria-label^="${place},"]`);
    const [whole, label, disc] = [pin, ...pin.querySelectorAll(".label, .count")].map((part) => getComputedStyle(part));
    const { borderTopWidth: ring, borderTopStyle: line, borderRadius: shape, fontWeight: weight, scale: grown } = disc;
    const outline = whole.outlineStyle === "none" ? "none" : whole.outlineWidth;
    return { ring, line, shape, weight, grown, outline, underline: label.textDecorationLine };
  }, place);
}

test("all events are shown at first", async () => {
  await page.open();
  assert.equal(await page.status(), everything);
  assert.equal((await page.cards()).length, events.length);
  assert.deepEqual(await page.pressed(), []);
});

test("pressing the pin again brings all events back", async () => {
  await page.open();
  const opening = await page.pins();
  await page.pressPin(place("seoul"));
  await page.pressPin(place("seoul"));
  assert.equal(await page.status(), everything);
  assert.equal((await page.cards()).length, events.length);
  assert.deepEqual(await page.pins(), opening, "the map is back too");
});

test("“Show all events” brings all events back, and is there only when some are not shown", async () => {
  await page.open();
  assert.deepEqual(await page.findAll("button", "Show all events"), []);
  await page.pressPin(place("baku"));
  await page.press("Show all events");
  assert.equal(await page.status(), everything);
  assert.deepEqual(await page.pressed(), []);
  assert.deepEqual(await page.findAll("button", "Show all events"), []);
});

for (const [width, height] of [
  [1440, 900],
  [320, 640],
]) {
  test(`each pin, pressed in the opening view, shows just its events and turns the map to it, ${width} px wide`, async () => {
    await page.resize(width, height);
    await page.open();
    for (const place of places) {
      await page.pressPin(place);
      assert.equal(await page.status(), status(place.events.length));
      assert.deepEqual((await page.titles()).sort(), place.events.map((event) => event.title).sort());
      assert.deepEqual(await page.pressed(), [place.name]);
      const { [place.name]: pin } = await page.pins();
      const { width, height } = await page.mapBox();
      assert.ok(Math.hypot(pin.x - width / 2, pin.y - height / 2) < 24, `in the middle: ${JSON.stringify(pin)}`);
      await page.press("Show all events");
    }
  });

  test(`every pin can be clicked after every other, ${width} px wide`, async () => {
    await page.resize(width, height);
    await page.open();
    for (const next of everyOrder(places)) {
      await page.pressPin(next);
      assert.deepEqual(await page.pressed(), [next.name]);
    }
  });
}

/** A walk on which each of four comes once straight after each other. */
function everyOrder([a, b, c, d]) {
  return [a, b, a, c, a, d, b, c, b, d, c, d, a];
}

test("a press on a card's title keeps the place and marks the card", async () => {
  await page.open("/#place=sheki");
  const [, second] = await page.titles();
  await page.press(second);
  assert.deepEqual(await page.chosen(), [second]);
  assert.deepEqual(await page.pressed(), ["Sheki"]);
});

/** The boxes of the map's pins and clusters. */
async function boxes() {
  const map = await page.find("region", "Map");
  return page.run((map) => [...map.querySelectorAll("[part=pin]")].map((pin) => pin.getBoundingClientRect().toJSON()), map);
}

function assertApart(boxes, least = 24) {
  for (const [index, a] of boxes.entries()) {
    assert.ok(a.width >= 24 && a.height >= 24, JSON.stringify(a));
    for (const b of boxes.slice(index + 1)) {
      const distance = Math.hypot(a.x + a.width / 2 - b.x - b.width / 2, a.y + a.height / 2 - b.y - b.height / 2);
      assert.ok(distance >= Math.max(least, (a.width + b.width) / 2) - 0.1, `${distance} px apart`);
    }
  }
}
