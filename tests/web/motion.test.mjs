// Motion: the map turns before the eyes of those who like that, and at once for those who do not.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Key, Origin } from "selenium-webdriver";
import { usePage } from "./support/page.mjs";
import { place } from "./support/story.mjs";

const moving = usePage({ motion: true });
const still = usePage({ motion: false });

test("the map turns to a place in many steps, or in one where less motion is asked for", async () => {
  const ends = [];
  for (const [page, least, most] of [
    [moving, 5, Infinity],
    [still, 1, 1],
  ]) {
    await page.open();
    const steps = await turns(page);
    assert.ok(steps >= least && steps <= most, `${steps} steps`);
    ends.push(await page.pins());
  }
  assert.deepEqual(ends[0], ends[1], "both end at the same view");
});

test("a choice made while the map turns is where it ends", async () => {
  await moving.open();
  await moving.reveal(place("baku"));
  const baku = await moving.find("button", place("baku").pin);
  const seoul = await moving.find("button", place("seoul").pin);
  // All in the page: on the way the pins of Azerbaijan become one, and a mouse would have to hit it.
  const turned = await moving.later(async (seoul, baku) => {
    const where = () => baku.getBoundingClientRect().x;
    const before = where();
    seoul.click();
    for (let frames = 0; frames < 3 || where() === before; frames++) await new Promise(requestAnimationFrame);
    baku.click();
    return where() - before;
  }, seoul, baku);
  assert.notEqual(turned, 0, "the map has begun to turn");
  await moving.settled();
  assert.deepEqual(await moving.pressed(), ["Baku"]);
  const { Baku } = await moving.pins();
  const { width, height } = await moving.mapBox();
  assert.ok(Math.hypot(Baku.x - width / 2, Baku.y - height / 2) < 24, JSON.stringify(Baku));
});

test("a map let go in motion turns on and comes to rest, unless less motion is asked for", async () => {
  for (const [page, turnsOn] of [
    [moving, true],
    [still, false],
  ]) {
    await page.open("/#place=baku");
    const before = await page.pins();
    await fling(page, -160);
    await page.settled();
    const moved = (await page.pins()).Baku.x - before.Baku.x;
    assert.equal(moved < -170, turnsOn, `moved by ${moved}`);
  }
});

test("a map in motion asks for its frames with one and the same function, and sets no timer in each", async () => {
  await moving.open();
  await moving.reveal(place("baku"));
  const seoul = await moving.find("button", place("seoul").pin);
  const { frames, functions, timers } = await moving.later(async (seoul) => {
    const asked = [];
    let timers = 0;
    const { requestAnimationFrame, setTimeout } = window;
    window.requestAnimationFrame = (call) => {
      asked.push(call);
      return requestAnimationFrame(call);
    };
    window.setTimeout = (...call) => {
      timers++;
      return setTimeout(...call);
    };
    seoul.click();
    await new Promise((later) => setTimeout(later, 1500));
    Object.assign(window, { requestAnimationFrame, setTimeout });
    return { frames: asked.length, functions: new Set(asked).size, timers };
  }, seoul);
  assert.ok(frames > 20, `${frames} frames`);
  assert.equal(functions, 1);
  assert.ok(timers < 3, `${timers} timers`); // a choice may set one
});

test("a press holds a map that turns by itself", async () => {
  await moving.open("/#place=baku");
  await fling(moving, -160);
  await moving.driver.actions({ async: true }).press().perform();
  const { Baku: held } = await moving.pins();
  await moving.settled();
  assert.deepEqual((await moving.pins()).Baku, held);
  await moving.driver.actions().release().perform();
});

test("a press holds a map that flies", async () => {
  const { map, fly } = await far();
  await fly();
  await moving.driver.actions({ async: true }).move({ origin: map, duration: 0 }).press().perform();
  const held = await moving.pins();
  await moving.settled();
  assert.deepEqual(await moving.pins(), held);
  await moving.driver.actions().release().perform();
});

test("a drag, the wheel, a key and a button each end a flight: the map rests where the reader puts it", async () => {
  const { map, fly } = await far();
  const zoomIn = await moving.find("button", "Zoom in");
  let rests = 0;
  for (const deed of [
    (hand) => hand.move({ origin: map, duration: 0 }).press().move({ origin: Origin.POINTER, x: 60, y: 0 }).pause(150).release(),
    (hand) => hand.keyDown(Key.CONTROL).scroll(0, 0, 0, -240, map).keyUp(Key.CONTROL),
    (hand) => hand.sendKeys(Key.ARROW_LEFT),
    (hand) => hand.move({ origin: zoomIn, duration: 0 }).click(),
  ]) {
    await fly();
    await deed(moving.driver.actions()).perform();
    rests += 1;
    const said = await moving.until(() => moving.eventsSaid("story-view"), ({ length }) => length === rests, `a rest after ${deed}`);
    const { zoom } = said.at(-1).detail;
    assert.ok(zoom > 6, `at rest at ${zoom} after ${deed}`);
  }
});

/** So near that it is a long way to Seoul (zoom 5.5) and to all places (4.2), where `fly` sets out for them in turn. */
async function far() {
  await moving.open("/#at=49.5,40.2,9");
  const seoul = await moving.find("button", place("seoul").pin);
  const map = await moving.find("region", "Map");
  const setOut = async (pin, map) => {
    const places = () => Array.from(pin.parentElement.children, ({ style }) => style.transform).join();
    const before = places();
    pin.click();
    while (places() === before) await new Promise(requestAnimationFrame);
    map.focus(); // which a choice gives to a card
  };
  return { map, fly: () => moving.later(setOut, seoul, map) };
}

/** Drags the map so many pixels to the right within a tenth of a second, and lets go. */
async function fling(page, right) {
  const map = await page.find("region", "Map");
  const hand = page.driver.actions().move({ origin: map, x: 80, y: 60, duration: 0 }).press();
  for (let tenth = 1; tenth <= 10; tenth++) {
    hand.move({ origin: map, x: 80 + (right * tenth) / 10, y: 60, duration: 8 });
  }
  await hand.release().perform();
}

/** Presses Seoul's pin; in how many steps it came to where it then stays. */
async function turns(page) {
  const pin = await page.find("button", place("seoul").pin);
  return page.later(async (pin) => {
    const places = new Set();
    const place = () => pin.style.transform;
    const first = place();
    pin.click();
    for (let last, same = 0; same < 20; ) {
      await new Promise(requestAnimationFrame);
      const now = place();
      same = now === last ? same + 1 : 0;
      last = now;
      if (now !== first) places.add(now);
    }
    return places.size;
  }, pin);
}
