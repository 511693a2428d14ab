// Link: the page's address says what is chosen, and what is chosen follows the address.

import assert from "node:assert/strict";
import { test } from "node:test";
import { host } from "./support/hosts.mjs";
import { usePage } from "./support/page.mjs";
import { events, place, status } from "./support/story.mjs";

const page = usePage();
const everything = status(events.length);
const baku = place("baku");
const seoul = place("seoul");
const event = baku.events.at(-1);
const elsewhere = events.find((event) => event.places.length === 0);

test("an address with a place opens at that place", async () => {
  await page.open("/#place=baku");
  assert.equal(await page.status(), status(baku.events.length));
  assert.deepEqual(await page.pressed(), ["Baku"]);
});

test("an address with an event opens with its card chosen and in view", async () => {
  await page.open(`/#event=${event.id}`);
  assert.deepEqual(await page.chosen(), [event.title]);
  assert.equal(await page.status(), everything);
  await assertInView(event.title);
});

test("an address with both opens at the place with the card chosen and in view", async () => {
  await page.open(`/#event=${event.id}&place=baku`);
  assert.equal(await page.status(), status(baku.events.length));
  assert.deepEqual(await page.chosen(), [event.title]);
  await assertInView(event.title);
});

test("an event that was not at the place wins over the place", async () => {
  await page.open(`/#place=baku&event=${elsewhere.id}`);
  assert.deepEqual(await page.chosen(), [elsewhere.title]);
  assert.deepEqual(await page.pressed(), []);
});

test("nothing is written on load, whatever the address", async () => {
  const everyKey = "#lang=ko&at=50,40,4&q=20&to=2020&from=1995&topics=politics,economy&place=baku";
  for (const fragment of ["", everyKey, `#event=${event.id}`, "#place=atlantis&from=abc&lang=xx", "#chapter=2"]) {
    await page.open(`/${fragment}`);
    assert.equal(await page.fragment(), fragment);
    const [length, state] = await page.run(() => [history.length, history.state]);
    assert.equal(length, (await page.witness()).historyLength, fragment);
    assert.equal(state, null);
  }
});

test("a pressed pin, a chosen card and “Show all events” write the address, each one entry of the history", async () => {
  await page.open();
  const { historyLength } = await page.witness();
  await page.pressPin(baku);
  assert.equal(await page.fragment(), "#place=baku");
  await page.press(event.title);
  assert.deepEqual(await fragmentParts(), [`event=${event.id}`, "place=baku"]);
  await page.press("Show all events");
  assert.equal(await page.fragment(), "");
  assert.equal(await page.run(() => history.length), historyLength + 3);
});

test("back and forward go through what was chosen", async () => {
  await page.open();
  await page.pressPin(baku);
  await page.pressPin(seoul);
  await page.press(seoul.events[0].title);

  await page.driver.navigate().back();
  await page.until(() => page.chosen(), (chosen) => chosen.length === 0, "no event chosen");
  assert.deepEqual(await page.pressed(), ["Seoul"]);
  await page.driver.navigate().back();
  await page.until(() => page.status(), (text) => text === status(baku.events.length), "Baku again");
  assert.deepEqual(await page.pressed(), ["Baku"]);
  await page.driver.navigate().back();
  await page.until(() => page.status(), (text) => text === everything, "all events");
  await page.driver.navigate().forward();
  await page.until(() => page.status(), (text) => text === status(baku.events.length), "Baku once more");
  assert.equal(await page.fragment(), "#place=baku", "going back and forward writes nothing");
});

test("a choice that a search hides is not in the address, which opens on what is seen", async () => {
  await page.open(`/#event=${event.id}`);
  await (await page.find("searchbox", "Search events")).sendKeys("sheki");
  await page.until(() => page.fragment(), (fragment) => fragment === "#q=sheki", "no event in the address");
  assert.equal(await page.run(() => document.querySelector("story-map").state.event), null);
  const found = await page.status();
  await page.open("/#q=sheki");
  assert.equal(await page.status(), found);
});

test("back leaves the focus where it is, and the language that the reader chose", async () => {
  await page.open();
  for (let steps = 0; steps < 2; steps++) await page.press("Next event");
  await page.run((select) => {
    select.value = "ko";
    select.dispatchEvent(new Event("change", { bubbles: true }));
  }, await page.find("combobox", "Language"));
  await page.until(() => page.fragment(), (fragment) => fragment.includes("lang=ko"), "Korean");
  const zoom = await page.find("button", "확대");
  await page.run((zoom) => zoom.focus(), zoom);
  const before = await page.fragment();
  await page.run(() => history.back());
  await page.until(() => page.fragment(), (fragment) => fragment !== before && fragment.includes("lang=ko"), "the one before, in Korean");
  assert.equal((await page.focus()).name, "확대");
});

test("back to where the card with the focus is not shown gives it to the first that is", async () => {
  await page.openHtml(host({ attributes: "hash" }));
  await page.pressPin(baku);
  await page.pressPin(seoul);
  const [there] = await page.titles();
  assert.equal((await page.focus()).name, there);
  await page.run(() => history.back());
  await page.until(() => page.status(), (said) => said === status(baku.events.length), "Baku");
  const [first] = await page.titles();
  assert.notEqual(first, there);
  await page.until(() => page.focus(), ({ name }) => name === first, first);
});

test("a link within the page is followed", async () => {
  await page.openHtml(host({ attributes: "hash", after: '<a id="to" href="#place=ganja">Ganja</a>' }));
  await page.run(() => document.querySelector("#to").click());
  await page.until(() => page.pressed(), ([name]) => name === "Ganja", "Ganja to be pressed");
});

test("keys of the page's own are kept", async () => {
  await page.open("/#chapter=2&place=seoul&note");
  await page.pressPin(baku);
  assert.deepEqual(await fragmentParts(), ["chapter=2", "note", "place=baku"]);
  await page.pressPin(baku);
  assert.deepEqual(await fragmentParts(), ["chapter=2", "note"]);
});

const NONSENSE = [
  "#place=atlantis",
  "#event=no-such-event",
  "#place=",
  "#place",
  "#=baku",
  "#&&==&",
  "#%",
  "#%E0%A4%A",
  "#place=%00",
  "#event=../../etc/passwd",
  "#place=<img%20src=x%20onerror=alert(1)>",
  `#place=${"x".repeat(10_000)}`,
];

for (const fragment of [NONSENSE[0], NONSENSE.at(-1), NONSENSE.join("&")]) {
  test(`opened at an address without sense all events are shown, and no error: ${fragment.slice(0, 40)}`, async () => {
    await page.open(`/${fragment}`);
    assert.equal(await page.status(), everything);
    await assertOnlyWarned();
  });
}

test("brought to an address without sense it goes back to all events, without error", async () => {
  await page.open();
  for (const fragment of NONSENSE) {
    await page.run(() => (location.hash = "place=sheki"));
    await page.until(() => page.status(), (text) => text === status(place("sheki").events.length), "Sheki's events");
    await page.run((fragment) => (location.hash = fragment), fragment);
    await page.until(() => page.status(), (text) => text === everything, `all events at ${fragment.slice(0, 40)}`);
  }
  await assertOnlyWarned();
});

test("of two ids one may be unknown: the other holds", async () => {
  await page.open("/#event=no-such-event&place=baku");
  assert.deepEqual(await page.pressed(), ["Baku"]);
  assert.deepEqual(await page.chosen(), []);
});

test("what cannot be understood is left out and named to the console, once each; the rest of it holds", async () => {
  const misread = ["from=abc", "to=2020-13", "lang=xx", "at=here", "topics=nothing"];
  await page.open(`/#${misread.join("&")},politics&tema=1&place=baku`);
  const shown = baku.events.filter(({ topics }) => topics.includes("politics"));
  assert.equal(await page.status(), status(shown.length));
  const warnings = misread.map((pair) => `warn: <story-map>: the story has no ${pair}`).sort();
  const said = async () => (await page.witness()).complaints.sort();
  assert.deepEqual(await said(), warnings, "and nothing of a key of the page's own");
  await page.press("Show all events");
  assert.equal(await page.fragment(), "#tema=1", "what the page has for itself stays");
  assert.deepEqual(await said(), warnings);
});

test("without `hash` the element neither reads nor writes the address", async () => {
  await page.openHtml(host(), "/page.html#place=baku");
  assert.deepEqual(await page.pressed(), []);
  await page.pressPin(seoul);
  assert.equal(await page.fragment(), "#place=baku");
});

async function fragmentParts() {
  return (await page.fragment()).slice(1).split("&").sort();
}

async function assertInView(title) {
  const card = await page.find("article", title);
  const seen = () =>
    page.run((card) => {
      const { left, top } = card.querySelector("h2, h3, h4, h5").getBoundingClientRect();
      return card.contains(card.getRootNode().elementFromPoint(left + 4, top + 8));
    }, card);
  await page.until(seen, Boolean, `“${title}” to be in view`);
}

/** The console heard of ids that the story has not, and of nothing worse. */
async function assertOnlyWarned() {
  const { complaints } = await page.witness();
  assert.ok(complaints.length > 0);
  assert.deepEqual(complaints.filter((said) => !said.startsWith("warn: <story-map>: the story has no ")), []);
}
