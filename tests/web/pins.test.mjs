// Pins: each place on the map, and what pressing it shows.

import assert from "node:assert/strict";
import { test } from "node:test";
import { usePage } from "./support/page.mjs";
import { events, place, places, status } from "./support/story.mjs";

const page = usePage();
const everything = status(events.length);

test("the map has one pin for each place, named by the place and its number of events", async () => {
  await page.open();
  const map = await page.find("region", "Map");
  for (const { pin } of places) {
    const button = await page.find("button", pin, map);
    assert.equal(await button.getAttribute("aria-pressed"), "false");
  }
  assert.equal(Object.keys(await page.pins()).length, places.length);
});

test("all events are shown at first", async () => {
  await page.open();
  assert.equal(await page.status(), everything);
  assert.equal((await page.cards()).length, events.length);
  assert.deepEqual(await page.pressed(), []);
});

for (const place of places) {
  test(`pressing ${place.name} shows just its events and turns the map to it`, async () => {
    await page.open();
    await page.pressPin(place);
    assert.equal(await page.status(), status(place.events.length));
    assert.deepEqual((await page.titles()).sort(), place.events.map((event) => event.title).sort());
    assert.deepEqual(await page.pressed(), [place.name]);

    const { [place.name]: pin } = await page.pins();
    const { width, height } = await page.mapBox();
    assert.ok(Math.hypot(pin.x - width / 2, pin.y - height / 2) < 24, `in the middle: ${JSON.stringify(pin)}`);
  });
}

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
  test(`every pin can be clicked from the opening view, ${width} px wide`, async () => {
    await page.resize(width, height);
    await page.open();
    for (const place of places) {
      await page.pressPin(place);
      assert.deepEqual(await page.pressed(), [place.name]);
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
