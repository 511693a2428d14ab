// Keyboard: all that the mouse does, done by keys alone, and always with the focus in sight.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Key } from "selenium-webdriver";
import { engine } from "./support/browser.mjs";
import { article, host } from "./support/hosts.mjs";
import { usePage } from "./support/page.mjs";
import { describeAll } from "./support/roles.mjs";
import { place, places, status } from "./support/story.mjs";

const page = usePage();
const sheki = place("sheki");
const links = { before: '<a id="before" href="#b">Before</a>', after: '<a id="after" href="#a">After</a>' };

test("Tab goes through map, pins, controls and cards in the page's order, and out again", async () => {
  await page.openHtml(host({ attributes: 'place="sheki"', ...links }));
  const stops = await walk("Before", "After");
  const known = await describeAll(stops.map(({ element }) => element));
  const names = known
    .map(({ role, name }) => `${role} ${name}`)
    .filter((name) => name !== "region Events"); // a stop where it scrolls, in some browsers
  const cards = (await page.cards()).map(({ title, links }) => [`button ${title}`, ...links.map(() => "link")]);
  const map = [
    "region Map",
    ...places.map(({ pin }) => `button ${pin}`),
    ...["Zoom in", "Zoom out", "Show all places", "Move north", "Move south", "Move west", "Move east"].map(
      (name) => `button ${name}`,
    ),
    "button About this map",
  ];
  const stopped = names.map((name) => name.replace(/^link .*/, "link"));
  const first = stopped.indexOf("region Map");
  assert.deepEqual(stopped.slice(first, first + map.length), map);
  assert.ok(stopped.indexOf("button Show all events") > first);
  assert.deepEqual(stopped.slice(-cards.flat().length), cards.flat());
  assertSeen(stops);
});

test("on a phone too the focus can be seen wherever it is, and Shift and Tab go all the way back", async () => {
  await page.resize(320, 640);
  await page.openHtml(host({ attributes: 'place="sheki"', ...links }));
  const there = await walk("Before", "After");
  assertSeen(there);
  const back = await walk("After", "Before", { back: true });
  assertSeen(back);
  assert.deepEqual(back.map(({ name }) => name).reverse(), there.map(({ name }) => name));
});

for (const [key, name] of [
  [Key.ENTER, "Enter"],
  [Key.SPACE, "Space"],
]) {
  test(`${name} presses a pin, the focus goes to the first card, and Escape brings it back`, async () => {
    await page.open();
    await page.reveal(sheki);
    await page.run((pin) => pin.focus(), await page.find("button", sheki.pin));
    await page.keys(key);
    await page.until(() => page.status(), (text) => text === status(sheki.events.length), "Sheki's events");
    const [first] = await page.titles();
    await focusOn("heading", first);
    await page.keys(Key.ESCAPE);
    await focusOn("button", sheki.pin);
  });
}

test("choosing a card's title moves the focus to its heading, and Escape lets go of the card", async () => {
  await page.open("/#place=sheki");
  const [, second] = await page.titles();
  await page.run((title) => title.focus(), await page.find("button", second));
  await page.keys(Key.ENTER);
  await focusOn("heading", second);
  assert.deepEqual(await page.chosen(), [second]);
  await page.keys(Key.ESCAPE);
  await focusOn("button", sheki.pin);
  assert.deepEqual(await page.chosen(), []);
});

test("“Next event” and “Previous event” move the choice and the focus, and end at the ends", async () => {
  await page.open("/#place=sheki");
  const titles = await page.titles();
  await page.press(titles[0]);
  for (const title of titles.slice(1)) {
    await page.run((button) => button.focus(), await page.find("button", "Next event"));
    await page.keys(Key.ENTER);
    await focusOn("heading", title);
    assert.deepEqual(await page.chosen(), [title]);
  }
  assert.equal(await (await page.find("button", "Next event")).isEnabled(), false);
  for (const title of titles.slice(0, -1).reverse()) {
    await page.run((button) => button.focus(), await page.find("button", "Previous event"));
    await page.keys(Key.SPACE);
    await focusOn("heading", title);
    assert.deepEqual(await page.chosen(), [title]);
  }
  assert.equal(await (await page.find("button", "Previous event")).isEnabled(), false);
});

test("from the heading of a card, Tab goes on into the card", async () => {
  await page.open("/#place=sheki");
  const [first] = await page.titles();
  await page.press(first);
  await focusOn("heading", first);
  await page.tab();
  const card = await page.find("article", first);
  assert.ok(await page.run((card, focused) => card.contains(focused), card, await page.focused()));
});

test("the arrow keys move the map", async () => {
  await page.open("/#place=baku");
  await focusMap();
  let { Baku: before } = await page.pins();
  for (const [key, axis, direction] of [
    [Key.ARROW_UP, "y", 1],
    [Key.ARROW_DOWN, "y", -1],
    [Key.ARROW_LEFT, "x", 1],
    [Key.ARROW_RIGHT, "x", -1],
  ]) {
    await page.keys(key);
    await page.settled();
    const { Baku: after } = await page.pins();
    const moved = (after[axis] - before[axis]) * direction;
    assert.ok(moved > 30, `${axis}: from ${before[axis]} to ${after[axis]}`);
    before = after;
  }
});

test("+ and - zoom the map, and 0 shows all places", async () => {
  await page.open();
  await focusMap();
  const opening = await page.pins();
  await page.keys("+");
  await page.settled();
  const nearer = await page.pins();
  assert.notDeepEqual(nearer, opening);
  await page.keys("-");
  await page.settled();
  assertNear(await page.pins(), opening);
  await page.keys("-");
  await page.settled();
  // Baku may have joined a cluster; Seoul comes nearer to the middle.
  assert.ok((await page.pins()).Seoul.x < opening.Seoul.x, "farther away than at first");
  await page.keys("0");
  await page.settled();
  assertNear(await page.pins(), opening);
});

test("the focus stays with a place when its pin joins a cluster, and when it leaves it", async () => {
  await page.resize(320, 640);
  await page.open("/#place=ganja");
  for (const { name, pin } of ["baku", "ganja", "sheki"].map(place)) {
    await page.run((pin) => pin.focus(), await page.find("button", pin));
    for (let steps = 0; steps < 4; steps++) await page.keys("-");
    await page.settled();
    const [{ button, places }] = await page.clusters();
    assert.ok(places.includes(name), `${name} in ${button}`);
    await focusOn("button", button);
    for (let steps = 0; steps < 4; steps++) await page.keys("+");
    await page.settled();
    await focusOn("button", pin);
  }
});

// To the others `:focus` is what has it in their document, whichever window is in front.
test("it stays with it in a window that is not active, too", { skip: engine !== "webkit" }, async () => {
  await page.resize(460, 640);
  await page.open("/#place=ganja");
  await page.driver.manage().window().setRect({ x: 0, y: 0 }); // away from the pointer
  await page.until(() => page.run(() => document.hasFocus()), (has) => !has, "the window to lose the focus");
  const { pin } = place("ganja");
  await page.run((pin) => pin.focus(), await page.find("button", pin));
  const focused = () => page.run(() => document.querySelector("story-map").shadowRoot.activeElement?.ariaLabel);
  for (const [key, isIt] of [["-", (name) => /^3 places/.test(name)], ["+", (name) => name === pin]]) {
    for (let steps = 0; steps < 4; steps++) await page.keys(key);
    await page.until(focused, isIt, key);
  }
});

for (const [key, name] of [
  [Key.ENTER, "Enter"],
  [Key.SPACE, "Space"],
]) {
  test(`${name} presses a cluster, and the focus goes to its first place`, async () => {
    await page.resize(320, 640);
    await page.open();
    const [{ button, places: inside }] = await page.clusters();
    await page.run((cluster) => cluster.focus(), await page.find("button", button));
    await page.keys(key);
    await page.settled();
    assert.deepEqual(await page.clusters(), []);
    await focusOn("button", places.find(({ name }) => name === inside[0]).pin);
  });
}

test("the note about the map opens by its button, and closes by that and by Escape", async () => {
  await page.open();
  const button = await page.find("button", "About this map");
  const isOpen = async () => (await page.findAll("group", "About this map")).length === 1;
  const expanded = () => button.getAttribute("aria-expanded");
  assert.deepEqual([await isOpen(), await expanded()], [false, "false"]);
  await button.click();
  assert.deepEqual([await isOpen(), await expanded()], [true, "true"]);
  const note = await (await page.find("group", "About this map")).getText();
  for (const named of ["Natural Earth", "Visionscarto", "United Nations", "Unicode CLDR", "great circle", "BSD-3-Clause"]) {
    assert.ok(note.includes(named), `${named} in ${note}`);
  }
  await button.click();
  assert.deepEqual([await isOpen(), await expanded()], [false, "false"]);
  await button.click();
  await page.tab();
  await focusOn("group", "About this map");
  const pins = await page.pins();
  await page.keys(Key.ARROW_DOWN);
  await page.settled();
  assert.deepEqual(await page.pins(), pins, "the arrows scroll the note, and move no map");
  await page.keys(Key.ESCAPE);
  await focusOn("button", "About this map");
  assert.deepEqual([await isOpen(), await expanded()], [false, "false"]);
});

test("keys with Ctrl or Alt are left to the browser", async () => {
  await page.open("/#place=baku");
  await focusMap();
  const before = await page.pins();
  for (const held of [Key.CONTROL, Key.ALT]) {
    await page.driver.actions().keyDown(held).sendKeys("0").keyUp(held).perform();
  }
  await page.settled();
  assert.deepEqual(await page.pins(), before);
});

test("keys do nothing to the map while the focus is elsewhere on the page", async () => {
  await page.openHtml(article({ attributes: 'place="baku"' }));
  const before = await page.pins();
  await page.keys("+", Key.ARROW_LEFT);
  await page.settled();
  assert.deepEqual(await page.pins(), before);
});

test("the map stays where it is when a key scrolls the cards", async () => {
  await page.open("/#place=baku");
  const before = await page.pins();
  const [first] = await page.titles();
  await page.run((title) => title.focus(), await page.find("button", first));
  await page.keys(Key.ARROW_DOWN, Key.ARROW_DOWN);
  await page.settled();
  assert.deepEqual(await page.pins(), before);
});

/** Tabs from one named stop to another; what is between them, each with how it can be seen. */
async function walk(from, to, options) {
  const start = await page.find("link", from);
  await page.run((link) => link.focus(), start);
  const stops = [];
  while (stops.length < 100) {
    await page.tab(options);
    const { element, ...sight } = await page.run(focused);
    assert.ok(element, `the focus is lost after ${stops.at(-1)?.name}`);
    const name = await element.getAccessibleName();
    if (name === to) return stops;
    stops.push({ element, name, sight });
  }
  return assert.fail(`caught among ${stops.map(({ name }) => name).slice(-10)}`);
}

function assertSeen(stops) {
  for (const { name, sight } of stops) {
    assert.ok(sight.outline >= 2, `${name} has an outline: ${JSON.stringify(sight)}`);
    assert.ok(sight.uncovered, `nothing lies on ${name}: ${JSON.stringify(sight)}`);
  }
}

// Runs in the page: what has the focus, how thick that is drawn, and whether any line of the element lies open.
function focused() {
  let element = document.activeElement;
  while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (element === document.body) return {};
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const lines = [...element.getClientRects()].map(({ left, top, width, height }) => ({ left, top, width, height }));
  // The two handles of a track lie over one another, and let the mouse through to it where they are not.
  const handle = element.matches("input[type=range]");
  const uncovered = lines.some(({ left, top, width, height }) => {
    const there = element.getRootNode().elementFromPoint(left + width / 2, top + height / 2);
    return element.contains(there) || (handle && element.parentElement.contains(there));
  });
  return { element, outline: outlineStyle === "none" ? 0 : parseFloat(outlineWidth), uncovered, lines };
}

async function focusMap() {
  await page.run((map) => map.focus(), await page.find("region", "Map"));
}

async function focusOn(role, name) {
  const there = (focus) => focus?.role === role && focus.name === name;
  await page.until(() => page.focus(), there, `the focus on ${role} “${name}”`);
}

function assertNear(pins, expected) {
  for (const [name, pin] of Object.entries(pins)) {
    const off = Math.hypot(pin.x - expected[name].x, pin.y - expected[name].y);
    assert.ok(off < 1, `${name} is off by ${off}`);
  }
}
