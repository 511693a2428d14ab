// Timeline: the years chosen by two sliders, by the track and by the bars; all else follows.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Key } from "selenium-webdriver";
import { host } from "./support/hosts.mjs";
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

test("a date that is stated, one that is not sure and one that goes on are drawn each in its way, which a key names", async () => {
  const kinds = { 2001: "2001-05-06", 2002: "2002~", 2003: "2003?", 2004: "[2004-02,2004-05]", 2005: "2005/.." };
  await page.openHtml(host({ story: "" }));
  await page.run((story) => {
    document.body.append(Object.assign(document.createElement("story-map"), { story }));
  }, storyOf(Object.values(kinds)));
  await page.ready();
  const looks = [];
  for (const year of Object.keys(kinds)) {
    await page.run((year) => Object.assign(document.querySelector("story-map"), { from: year, to: year }), year);
    await page.until(() => sliders(), ({ From, To }) => From === year && To === year, year);
    looks.push(...(await page.run(pieces, await page.find("group", "Timeline"))));
  }
  const [{ fill: tone, stroke: paper }] = looks;
  assert.notEqual(tone, paper);
  const [full, pale, empty] = [[tone, "1", paper], [tone, "0.35", tone], [paper, "1", tone]];
  assert.deepEqual(looks.map(({ fill, fillOpacity, stroke }) => [fill, fillOpacity, stroke]), [full, pale, pale, pale, empty]);
  const key = await page.run((group) => {
    return [...group.querySelectorAll(".key span")].map((span) => {
      const { backgroundColor, borderTopWidth } = getComputedStyle(span, "::before");
      const [, opacity = "1"] = /[,/] ?([\d.]+)\)$/.exec(backgroundColor.replace(/^rgb\(.*/, "")) ?? [];
      return [span.textContent, parseFloat(borderTopWidth) > 0, Number(opacity)];
    });
  }, await page.find("group", "Timeline"));
  assert.deepEqual(key, [["dated", true, 1], ["about", true, 0.35], ["goes on", true, 0]]);
});

test("the year of the chosen event is marked, and no other", async () => {
  const { id, years } = events.find(({ years }) => years && years[0] === 2007 && years[1] === 2007);
  await page.open();
  const marked = async () =>
    page.run((group) => {
      const isPainted = (bar) => getComputedStyle(bar.querySelector("rect")).fill !== "rgba(0, 0, 0, 0)";
      return [...group.querySelectorAll("g")].filter(isPainted).map((bar) => bar.textContent.split(",")[0]);
    }, await page.find("group", "Timeline"));
  assert.deepEqual(await marked(), []);
  await page.run((id) => document.querySelector("story-map").select(id), id);
  await page.until(marked, (found) => found.join() === years[0].toString(), String(years[0]));
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

/** A story of one place, with an event for each of these dates. */
function storyOf(dates) {
  const feature = (edtf, index) => ({
    type: "Feature",
    id: `event-${index}`,
    geometry: { type: "Point", coordinates: [49.9, 40.4] },
    when: { edtf },
    properties: { title: { en: edtf }, text: { en: edtf }, places: ["here"], placement: "stated", topics: ["all"], status: "happened", sources: ["one"] },
  });
  const story = {
    title: { en: "Dates" },
    languages: ["en"],
    places: [{ id: "here", name: { en: "Here" }, country: "AZ", coordinates: [49.9, 40.4] }],
    topics: [{ id: "all", name: { en: "All" } }],
    sources: [{ id: "one", publisher: "Somebody", language: "en", url: "https://example.org/" }],
  };
  return { type: "FeatureCollection", story, features: dates.map(feature) };
}

// Runs in the page: how the pieces of the shown years are painted.
function pieces(group) {
  const styles = [...group.querySelectorAll("svg path")].map((path) => getComputedStyle(path));
  return styles.filter(({ opacity }) => opacity === "1").map(({ fill, fillOpacity, stroke }) => ({ fill, fillOpacity, stroke }));
}
