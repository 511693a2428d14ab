// Promise 22: within somebody's Yew program (examples/yew-app), each hears what is its own, once.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { inEachEngine } from "../support/engines.mjs";
import * as packages from "../support/packages.mjs";
import { events, place, status } from "../support/story.mjs";

const app = fileURLToPath(new URL("../../../examples/yew-app/dist", import.meta.url));
const [baku, seoul] = ["baku", "seoul"].map(place);

inEachEngine((page) => {
  const open = async () => {
    packages.put(page.server, app, "/", { "Content-Security-Policy": null }); // its page has a script in it
    await page.visit("/index.html");
    await page.until(() => page.run(() => !!document.querySelector("story-map")), Boolean, "the program to begin");
    await page.ready();
  };
  const heard = () => page.run(() => [...document.querySelectorAll("#heard li")].map((line) => line.textContent));
  /** How many presses the program has counted around the map. */
  const pressed = () => page.run(() => Number(document.querySelector("#pressed").textContent));

  test("its callback hears of each pin's press, once, and what surrounds the map of the press itself, once", async () => {
    await open();
    assert.equal(await page.status(), status(events.length));
    await page.reveal(seoul);
    const before = await pressed();
    await page.press(seoul.pin);
    await page.until(heard, (lines) => lines.length > 0, "a line");
    assert.deepEqual(await heard(), ["seoul, none"]);
    assert.equal(await pressed(), before + 1);
    await page.pressPin(baku);
    await page.until(heard, (lines) => lines.length > 1, "another line");
    assert.deepEqual(await heard(), ["seoul, none", "baku, none"]);
    assert.deepEqual((await page.witness()).complaints, []);
  });

  test("no press within the map is one of a button of the program's", async () => {
    await open();
    const presses = await page.run(() => {
      let presses = 0;
      addEventListener("click", () => presses++);
      // But for those that save: WebKit's next visit would wait for a download that begins after it.
      const which = "button:not([part=pin], article *, .save *)";
      const buttons = document.querySelector("story-map").shadowRoot.querySelectorAll(which);
      for (const button of buttons) button.click();
      return presses;
    });
    await page.until(pressed, (number) => number === presses, `${presses} presses`);
    assert.equal(await page.run(() => document.querySelector("#asked").textContent), "nowhere");
    assert.equal((await page.findAll("region", "Map")).length, 1);
  });

  test("its buttons work, and command the map by props", async () => {
    await open();
    await page.press("Show Baku");
    await page.until(() => page.status(), (text) => text === status(baku.events.length), "Baku's events");
    await page.press("Show Seoul");
    await page.until(() => page.status(), (text) => text === status(seoul.events.length), "Seoul's events");
    assert.equal(await page.run(() => document.querySelector("#asked").textContent), "seoul");
    assert.deepEqual(await heard(), [], "what the page asks for is no choice of the reader's");
    assert.equal(await pressed(), 0);
  });

  test("put away and brought back it lives on, and is heard once still", async () => {
    await open();
    for (let round = 0; round < 3; round++) {
      await page.press("Put the map away");
      assert.equal(await page.run(() => document.querySelectorAll("story-map").length), 0);
      await page.press("Bring the map");
    }
    await page.ready();
    await page.pressPin(seoul);
    await page.until(heard, (lines) => lines.length > 0, "a line");
    assert.deepEqual(await heard(), ["seoul, none"]);
  });
});
