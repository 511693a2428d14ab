// Sheet: on a phone whose window is all the story's, the list lies over the map at one of three heights, by
// hand or by buttons; nowhere else, for there a finger has a page to scroll.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Key, Origin } from "selenium-webdriver";
import { engine } from "./support/browser.mjs";
import { article, host } from "./support/hosts.mjs";
import { usePage } from "./support/page.mjs";
import { place, status, events } from "./support/story.mjs";

const page = usePage();
const MORE = "Show more of the list";
const LESS = "Show less of the list";
const [WIDTH, HEIGHT] = [360, 740];

async function openOnPhone(path = "/") {
  await page.resize(WIDTH, HEIGHT);
  await page.open(path);
}

// First of all: after a mouse that drags, WebKit's driver has a window without the focus, of which styles know.
test("what has the focus is never under it", async () => {
  // By keys: in any page of WebKit's, Shift and Tab do not leave a button that the mouse has pressed.
  const more = async () => {
    await page.run((button) => button.focus(), await page.find("button", MORE));
    await page.keys(Key.ENTER);
    await page.settled();
  };
  await openOnPhone();
  await more();
  for (const wanted of ["Map", "To"]) {
    await more();
    for (let stops = 0; (await page.focus())?.name !== wanted; stops++) {
      assert.ok(stops < 40, `no ${wanted} on the way back`);
      await page.tab({ back: true });
    }
    const { list, map } = await boxes();
    assert.ok(list.top >= map.bottom, wanted);
  }
  await page.press(LESS);
  const [first] = await page.titles();
  const [source] = await page.findAll("link", undefined, await page.find("article", first));
  await page.run((source) => source.focus(), source);
  await page.until(async () => (await boxes()).list.height, (height) => height > 200, "it to rise for a card");
});

test("what an address leads to is all to be seen below what sticks to the top of the list", async () => {
  await openOnPhone("/#event=aliyev-visit-seoul-2007");
  const seen = await page.run(() => {
    const root = document.querySelector("story-map").shadowRoot;
    const box = (element) => element.getBoundingClientRect();
    const card = root.querySelector(".card[aria-current]");
    const sticking = [root.querySelector(".grip"), root.querySelector(".bar"), card.closest(".group").querySelector(".heading")].map(box);
    return { card: box(card).top, sticking: sticking.map(({ top, bottom }) => [top, bottom]) };
  });
  const [grip, bar, year] = seen.sticking;
  assert.ok(seen.card >= year[1] - 2, `the card begins at ${seen.card}, the year ends at ${year[1]}`);
  assert.ok(bar[0] <= grip[1] + 0.5 && year[0] <= bar[1] + 0.5, `no card shows between: ${JSON.stringify(seen.sticking)}`);
});

test("it has three heights, which two buttons go through, and the page never scrolls", async () => {
  await openOnPhone();
  const half = await boxes();
  assert.equal(half.page, HEIGHT);
  assert.equal(half.list.bottom, HEIGHT);
  assert.ok(half.map.height > 150 && half.list.height > 200, JSON.stringify(half));
  assert.ok(half.list.top >= half.map.bottom, "the list is below the map");

  await page.press(MORE);
  const full = await boxes();
  assert.ok(full.list.top <= full.map.top && full.list.bottom === HEIGHT, "the list is over all of the map");
  assert.deepEqual(await ends(), { [LESS]: null, [MORE]: "true" });
  await page.press(MORE);
  assert.deepEqual(await boxes(), full, "there is no more");
  assert.equal((await page.focus()).name, MORE, "the button that does nothing keeps the focus");

  await page.press(LESS);
  assert.deepEqual(await boxes(), half);
  assert.deepEqual(await ends(), { [LESS]: null, [MORE]: null });
  await page.press(LESS);
  const peek = await boxes();
  assert.ok(peek.list.height < 110 && peek.map.height > half.map.height + 150, JSON.stringify(peek));
  assert.equal(await page.status(), status(events.length));
  assert.deepEqual(await ends(), { [LESS]: "true", [MORE]: null });
});

test("a hand drags it from height to height, and throws it", async () => {
  await openOnPhone();
  const half = await boxes();
  await drag(-260);
  assert.ok((await boxes()).list.top <= half.map.top, "up to the top");
  await drag(300);
  assert.deepEqual(await boxes(), half, "back to the middle");
  await drag(40);
  assert.deepEqual(await boxes(), half, "a little: it comes back");
  await drag(190);
  assert.ok((await boxes()).list.height < 110, "down");
  // A busy machine may let the hand rest after all.
  for (let throws = 0; throws < 8 && (await boxes()).list.height < 110; throws++) await drag(-60, { thrown: true });
  assert.deepEqual(await boxes(), half, "thrown up, though not by half the way");
});

test("a finger drags it, and scrolls the list within", { skip: engine !== "chromium" }, async () => {
  await openOnPhone();
  await page.driver.sendDevToolsCommand("Emulation.setTouchEmulationEnabled", { enabled: true });
  const { list, map } = await boxes();
  await swipe([WIDTH / 2, list.top + 14], -280);
  await page.until(async () => (await boxes()).list.top <= map.top, Boolean, "the list to be up");
  await swipe([WIDTH / 2, HEIGHT - 100], -200);
  const scrolled = await page.run(() => document.querySelector("story-map").shadowRoot.querySelector(".events").scrollTop);
  assert.ok(scrolled > 50, `scrolled by ${scrolled}`);
  await page.driver.sendDevToolsCommand("Emulation.setTouchEmulationEnabled", { enabled: false });
});

test("a pin that is pressed raises it, so that its first card is seen; Escape goes back to the pin", async () => {
  await openOnPhone();
  await page.press(LESS);
  await page.pressPin(place("seoul"));
  const { list } = await boxes();
  assert.ok(list.height > 200, "it has risen");
  const { role, name } = await page.focus();
  assert.equal(role, "heading");
  assert.equal(name, (await page.titles())[0]);
  const title = await page.run((heading) => heading.getBoundingClientRect().toJSON(), await page.focused());
  assert.ok(title.top >= list.top + 80 && title.bottom <= HEIGHT, `${JSON.stringify(title)} in ${JSON.stringify(list)}`);

  await page.press(MORE);
  await page.press(name);
  await page.keys(Key.ESCAPE);
  await page.until(async () => (await page.focus())?.name, (name) => name === place("seoul").pin, "the pin to have the focus");
  assert.deepEqual((await boxes()).list, list, "it has made way for the pin");
  assert.deepEqual(await page.run(covered), []);
});

test("its buttons are named in each language, and come first in the list", async () => {
  for (const [lang, name] of [
    ["en", MORE],
    ["az", "Siyahını böyüt"],
    ["ko", "목록 크게 보기"],
  ]) {
    await openOnPhone(`/#lang=${lang}`);
    const button = await page.find("button", name);
    assert.ok(await page.run((button) => !button.closest("section").querySelector("button").ariaLabel.includes("tour") && button.closest(".events").firstElementChild.contains(button), button));
  }
});

test("there is none in an article, in a frame, in a low or a wide window, on paper", async () => {
  const hasGrip = () => page.run(() => document.querySelector("story-map").shadowRoot.querySelector(".grip").checkVisibility());
  await openOnPhone();
  assert.equal(await hasGrip(), true);
  for (const [width, height] of [[WIDTH, 480], [1024, HEIGHT]]) {
    await page.resize(width, height);
    await page.until(hasGrip, (has) => !has, `none in ${width} × ${height}`);
  }
  await page.resize(WIDTH, HEIGHT);
  await page.openHtml(article());
  assert.equal(await hasGrip(), false);
  const { page: long } = await boxes();
  assert.ok(long > 2000, "the page scrolls through all of it");
  await page.run(() => document.querySelector("story-map").setAttribute("hash", ""));
  await page.until(hasGrip, Boolean, "a page that is all story");

  page.server.put("/framed.html", host({ attributes: "hash" }));
  page.server.put("/frame.html", '<!doctype html><html><head></head><body><iframe src="/framed.html" width="340" height="700"></iframe></body></html>');
  page.server.change("/frame.html", ({ headers }) => delete headers["Content-Security-Policy"]);
  await page.visit("/frame.html");
  await page.driver.switchTo().frame(0);
  await page.ready();
  assert.equal(await hasGrip(), false);
  await page.driver.switchTo().defaultContent();
});

test("a year stays in sight under the bar while its events pass", async () => {
  await openOnPhone();
  const tops = await page.run(async () => {
    const list = document.querySelector("story-map").shadowRoot.querySelector(".events");
    const [bar, year] = [".bar", ".group > .heading"].map((part) => list.querySelector(part));
    const tops = [];
    for (const down of [400, 600]) {
      list.scrollTop = down;
      tops.push([bar.getBoundingClientRect().bottom, year.getBoundingClientRect().top].map(Math.round));
    }
    return tops;
  });
  for (const [bar, year] of tops) assert.ok(Math.abs(bar - year) <= 1, `the bar ends at ${bar}, the year begins at ${year}`);
});

function boxes() {
  return page.run(() => {
    const { shadowRoot } = document.querySelector("story-map");
    const tenths = ([side, pixels]) => [side, Math.round(10 * pixels) / 10]; // browsers divide pixels by 60 or 64
    const box = (name) => Object.fromEntries(Object.entries(shadowRoot.querySelector(name).getBoundingClientRect().toJSON()).map(tenths));
    return { map: box(".map"), list: box(".events"), page: document.documentElement.scrollHeight };
  });
}

/** What the buttons say of being at an end. */
function ends() {
  return page.run((...names) => {
    const buttons = [...document.querySelector("story-map").shadowRoot.querySelectorAll("button")];
    return Object.fromEntries(names.map((name) => [name, buttons.find((button) => button.ariaLabel === name).ariaDisabled]));
  }, LESS, MORE);
}

/** Drags the list by its grip, and rests there before letting go unless it is to be thrown. */
async function drag(by, { thrown = false } = {}) {
  const { list } = await boxes();
  const [x, y] = [WIDTH / 2, Math.round(list.top) + 14];
  const hand = page.driver.actions({ async: true });
  hand.move({ origin: Origin.VIEWPORT, x, y, duration: 0 }).press();
  hand.move({ origin: Origin.VIEWPORT, x, y: y + by, duration: thrown ? 60 : 150 });
  if (!thrown) hand.pause(200);
  await hand.release().perform();
  await page.settled();
}

async function swipe([x, y], by) {
  const send = (type, touchPoints) => page.driver.sendDevToolsCommand("Input.dispatchTouchEvent", { type, touchPoints });
  await send("touchStart", [{ x, y }]);
  for (let tenth = 1; tenth <= 10; tenth++) await send("touchMove", [{ x, y: y + (by * tenth) / 10 }]);
  await new Promise((rested) => setTimeout(rested, 150));
  await send("touchEnd", []);
  await page.settled();
}

// Runs in the page: the pins whose middle has something else on it.
function covered() {
  const { shadowRoot } = document.querySelector("story-map");
  return [...shadowRoot.querySelectorAll(".pin")].flatMap((pin) => {
    const { left, top, width, height } = pin.getBoundingClientRect();
    const found = shadowRoot.elementFromPoint(left + width / 2, top + height / 2);
    return found?.closest("button") === pin ? [] : [pin.ariaLabel];
  });
}
