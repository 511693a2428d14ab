// Timeline: the years chosen by two sliders, by the track and by the bars; all else follows.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Key } from "selenium-webdriver";
import { usePage } from "./support/page.mjs";
import { between, dated, events, place, status } from "./support/story.mjs";

const page = usePage();
const first = Math.min(...dated.map(({ years }) => years[0]));
const last = Math.max(...dated.map(({ years }) => years[1]));

test("a group of two sliders spans the story's years, and each says its year", async () => {
  await page.open();
  const group = await page.find("group", "Timeline");
  assert.deepEqual(await sliders(group), { From: String(first), To: String(last) });
});

for (const [key, name, year] of [
  [Key.ARROW_RIGHT, "From", first + 1],
  [Key.ARROW_LEFT, "To", last - 1],
  [Key.PAGE_UP, "From", first + 5],
  [Key.PAGE_DOWN, "To", last - 5],
  [Key.END, "From", last],
  [Key.HOME, "To", first],
]) {
  test(`a key moves “${name}” to ${year}, and the list, the pins and the switches follow`, async () => {
    await page.open();
    await focus(name);
    await page.keys(key);
    const [from, to] = name === "From" ? [year, last] : [first, year];
    const shown = between(from, to);
    await page.until(() => page.status(), (text) => text === status(shown.length), `${from} to ${to}`);
    assert.deepEqual(new Set(await page.titles()), new Set(shown.map(({ title }) => title)));
    assert.deepEqual(await sliders(), { From: String(from), To: String(to) });
    const seoul = shown.filter(({ places }) => places.includes("seoul"));
    await page.find("button", `Seoul, ${seoul.length} event${seoul.length === 1 ? "" : "s"}`);
  });
}

test("undated events show only while no year is asked for", async () => {
  await page.open();
  await focus("From");
  await page.keys(Key.ARROW_RIGHT);
  await page.until(() => page.status(), (text) => text === status(between(first + 1, last).length), "fewer events");
  await page.keys(Key.ARROW_LEFT);
  await page.until(() => page.status(), (text) => text === status(events.length), "all events");
});

test("the years are in the address, one step of the history however long they are dragged", async () => {
  await page.open();
  const { historyLength } = await page.witness();
  await focus("From");
  await page.keys(Key.PAGE_UP, Key.PAGE_UP, Key.PAGE_UP);
  await page.until(() => page.fragment(), (fragment) => fragment === `#from=${first + 15}`, "the year in the address");
  assert.equal(await page.run(() => history.length), historyLength + 1);
  await page.driver.navigate().back();
  await page.until(() => page.status(), (text) => text === status(events.length), "all events");
});

test("an address with years opens with them", async () => {
  await page.open("/#from=2007&to=2012");
  assert.equal(await page.status(), status(between(2007, 2012).length));
  assert.deepEqual(await sliders(), { From: "2007", To: "2012" });
});

test("attributes choose the years, and take effect later too", async () => {
  await page.open();
  await page.run(() => document.querySelector("story-map").setAttribute("from", "2020"));
  await page.until(() => page.status(), (text) => text === status(between(2020, last).length), "since 2020");
});

test("a press on a bar shows its year alone, and one more press all", async () => {
  await page.open();
  const bar = await bars(2007);
  await bar.click();
  await page.until(() => page.status(), (text) => text === status(between(2007, 2007).length), "2007 alone");
  assert.deepEqual(await sliders(), { From: "2007", To: "2007" });
  await (await bars(2007)).click();
  await page.until(() => page.status(), (text) => text === status(events.length), "all events");
});

test("a press on the track moves the nearer handle there", async () => {
  await page.open();
  const box = await page.run((group) => {
    const track = group.querySelector("input").parentElement;
    return track.getBoundingClientRect().toJSON();
  }, await page.find("group", "Timeline"));
  const actions = page.driver.actions();
  const at = { x: Math.round(box.x + box.width * 0.75), y: Math.round(box.y + box.height / 2) };
  await actions.move(at).press().release().perform();
  await page.until(() => sliders(), ({ To }) => Number(To) < last, "the last year to come nearer");
  const { From, To } = await sliders();
  assert.equal(From, String(first));
  assert.ok(Math.abs(Number(To) - (first + 0.75 * (last - first))) <= 1, To);
});

test("the bars count the chosen place's events", async () => {
  await page.open("/#place=sheki");
  const named = (year) => place("sheki").events.filter(({ years }) => years && years[0] <= year && years[1] >= year);
  const labels = await page.run((group) => {
    return [...group.querySelectorAll("title")].map((title) => title.textContent);
  }, await page.find("group", "Timeline"));
  assert.equal(labels.length, last - first + 1);
  for (const label of labels) {
    const [, year, count] = /^(\d+), (\d+) events?$/.exec(label);
    assert.equal(Number(count), named(Number(year)).length, label);
  }
});

/** The year that each slider announces. */
async function sliders(within) {
  const found = await Promise.all(["From", "To"].map((name) => page.find("slider", name, within)));
  const [From, To] = await Promise.all(found.map((slider) => slider.getAttribute("aria-valuetext")));
  return { From, To };
}

async function focus(name) {
  await page.run((slider) => slider.focus(), await page.find("slider", name));
}

/** What one presses for a year. */
async function bars(year) {
  return page.run(
    (group, year) => [...group.querySelectorAll("g")].find((bar) => bar.textContent.startsWith(`${year},`)).querySelector("rect"),
    await page.find("group", "Timeline"),
    year,
  );
}
