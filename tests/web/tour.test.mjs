// Tour: the story event by event, by hand or by itself.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Key } from "selenium-webdriver";
import { usePage } from "./support/page.mjs";
import { place } from "./support/story.mjs";

const page = usePage();
const ganja = place("ganja");

test("“Next event” begins with the first event and goes through them in time order", async () => {
  await page.open("/#place=ganja");
  const titles = await page.titles();
  for (const title of titles.slice(0, 3)) {
    await page.press("Next event");
    assert.deepEqual(await page.chosen(), [title]);
  }
  await page.press("Previous event");
  assert.deepEqual(await page.chosen(), [titles[1]]);
});

test("there is no way past the ends", async () => {
  await page.open("/#place=ganja");
  const enabled = async (name) => (await page.find("button", name)).isEnabled();
  assert.equal(await enabled("Previous event"), false);
  for (const _ of ganja.events) await page.press("Next event");
  assert.deepEqual(await page.chosen(), [(await page.titles()).at(-1)]);
  assert.equal(await enabled("Next event"), false);
});

test("its buttons stay under the pointer when it begins, and what it comes to is spoken", async () => {
  for (const width of [1440, 320]) {
    await page.resize(width, 700);
    await page.open("/#place=ganja");
    const left = async (name) => (await (await page.find("button", name)).getRect()).x;
    const before = await left("Play tour");
    await page.press("Play tour");
    assert.equal(await left("Pause tour"), before, `${width} px wide`);
    const spoken = () =>
      page.run(() => document.querySelector("story-map").shadowRoot.querySelector(".bar [aria-live=polite]").textContent);
    assert.deepEqual([await spoken()], await page.chosen());
    await page.press("Pause tour");
    assert.equal(await spoken(), "");
  }
});

test("a step brings all of a card into the list", async () => {
  await page.resize(1280, 800);
  await page.open();
  for (let step = 0; step < 4; step++) {
    await page.press("Next event");
    const [list, card] = await page.run(() => {
      const root = document.querySelector("story-map").shadowRoot;
      return [".events", ".card[aria-current]"].map((part) => root.querySelector(part).getBoundingClientRect().toJSON());
    });
    assert.ok(card.bottom <= list.bottom + 1 || card.height > list.height / 2, `${card.bottom}, list to ${list.bottom}`);
  }
});

test("“Play tour” goes on by itself until it is paused", async () => {
  await page.open("/#place=ganja");
  const titles = await page.titles();
  await page.press("Play tour");
  await choosePace("Fast");
  assert.deepEqual(await page.chosen(), [titles[0]]);
  await later(() => page.chosen(), ([title]) => title === titles[1]);
  await page.press("Pause tour");
  const [now] = await page.chosen();
  await new Promise((passed) => setTimeout(passed, 9000));
  assert.deepEqual(await page.chosen(), [now]);
  await page.find("button", "Play tour");
});

const DEEDS = {
  "a key": async () => {
    await page.run((map) => map.focus(), await page.find("region", "Map"));
    await page.keys(Key.ARROW_LEFT);
  },
  "a press": async () => (await page.find("heading", "Azerbaijan and Korea")).click(),
  "the wheel": () =>
    page.run(() => document.querySelector("story-map").shadowRoot.querySelector(".events").dispatchEvent(new WheelEvent("wheel", { bubbles: true, composed: true, deltaY: 10 }))),
  "a look at another window": () => page.run(() => document.dispatchEvent(new Event("visibilitychange"))),
};

for (const [deed, act] of Object.entries(DEEDS)) {
  test(`${deed} pauses it`, async () => {
    await page.open("/#place=ganja");
    await page.press("Play tour");
    await page.find("button", "Pause tour");
    await act();
    await page.until(async () => (await page.findAll("button", "Play tour")).length, (found) => found === 1, "a pause");
  });
}

test("it takes no focus", async () => {
  await page.open("/#place=ganja");
  await page.press("Play tour");
  await choosePace("Fast");
  const titles = await page.titles();
  await later(() => page.chosen(), ([title]) => title === titles[1]);
  assert.deepEqual(await page.focus(), { role: "button", name: "Pause tour" });
});

async function choosePace(name) {
  await page.run((select, name) => {
    select.selectedIndex = [...select.options].findIndex((option) => option.text === name);
    select.dispatchEvent(new Event("change", { bubbles: true }));
  }, await page.find("combobox", "Pace"), name);
}

/** Until a question has an answer that an event's time may pass before. */
async function later(ask, is) {
  await page.driver.wait(async () => is(await ask()), 15_000, undefined, 100);
}
