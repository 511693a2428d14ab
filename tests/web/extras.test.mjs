// Extras: an event of this day, the time at the places, how long a route is, what is related.

import assert from "node:assert/strict";
import { test } from "node:test";
import { host } from "./support/hosts.mjs";
import { usePage } from "./support/page.mjs";
import { events } from "./support/story.mjs";

const page = usePage();
const exact = events.find(({ isExact, date }) => isExact && date.endsWith("-03-23"));

/** Opens the story on a day and at a time of a clock that the test winds. */
async function at(iso, { attributes = "hash", path = "/page.html" } = {}) {
  page.server.put(
    "/clock.js",
    `const Real = Date;
     window.now = new Real("${iso}").getTime();
     window.Date = class extends Real {
       constructor(...args) { args.length ? super(...args) : super(window.now); }
       static now() { return window.now; }
     };`,
  );
  const script = '<script src="/clock.js"></script><script type="module" src="/story-map.js"></script>';
  await page.openHtml(host({ script, attributes }), path);
}

test("an event of this day of an earlier year is offered at the top of the list, and chosen by a press", async () => {
  await at("2026-03-23T12:00:00");
  const [button] = await page.findAll("button", /^On this day in \d{4}:/);
  assert.ok(button, "an event of 23 March");
  assert.ok((await button.getText()).endsWith(exact.title), await button.getText());
  await button.click();
  await page.settled();
  assert.deepEqual(await page.chosen(), [exact.title]);
});

test("it is said in the reader's language, and only of what is shown", async () => {
  await at("2026-03-23T12:00:00", { attributes: 'lang="ko"' });
  assert.equal((await page.findAll("button", /오늘:/)).length, 1);
  await at("2026-03-23T12:00:00", { attributes: 'from="2020"' });
  const left = await page.findAll("button", /^On this day in/);
  for (const button of left) assert.ok(!(await button.getText()).includes(exact.title));
});

test("on a day of no event nothing is said", async () => {
  const days = new Set(events.filter(({ isExact }) => isExact).map(({ date }) => date.slice(5)));
  const free = ["02-29", "12-25", "08-17", "01-01"].find((day) => !days.has(day));
  await at(`2028-${free}T12:00:00`);
  assert.equal((await page.findAll("button", /^On this day/)).length, 0);
});

test("the time at the first place of each country is what the browser says it is, and goes on", async () => {
  const iso = "2026-07-01T20:07:30Z"; // in summer, across midnight
  await at(iso);
  const said = () => page.run(() => document.querySelector("story-map").shadowRoot.querySelector(".clocks").innerText.trim().split("\n").join(" "));
  const expected = (when) => {
    const time = (timeZone) => new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(new Date(when));
    return new RegExp(`^Baku ${time("Asia/Baku")}\\s+Seoul ${time("Asia/Seoul")}$`);
  };
  assert.match(await said(), expected(iso));
  assert.equal(await page.run(() => document.querySelector("story-map").shadowRoot.querySelector(".clocks").ariaLive), "off");
  await at("2026-07-01T20:07:59.500Z");
  await page.run(() => (window.now += 1000));
  await page.until(said, (text) => expected("2026-07-01T20:08:00Z").test(text), "the next minute");
});

test("a story of other countries shows no time", async () => {
  const story = {
    type: "FeatureCollection",
    story: {
      title: { en: "Ports" },
      languages: ["en"],
      places: [{ id: "hull", name: { en: "Hull" }, country: "GB", coordinates: [-0.33, 53.74] }],
      topics: [],
      sources: [],
    },
    features: [],
  };
  page.server.put("/ports.geojson", JSON.stringify(story));
  await page.openHtml(host({ attributes: 'src="/ports.geojson"' }));
  assert.equal(await page.run(() => document.querySelector("story-map").shadowRoot.querySelectorAll(".clocks time").length), 0);
});

test("a chosen event with a route says how long it is; no other does", async () => {
  const route = events.find(({ route }) => route);
  await page.open(`/#event=${route.id}`);
  const [card] = (await page.cards()).filter(({ current }) => current);
  const [, km] = /Great circle: about ([\d,]+) km/.exec(card.text) ?? assert.fail(card.text);
  assert.equal(Number(km.replace(",", "")) % 10, 0);
  assert.ok(Math.abs(Number(km.replace(",", "")) - length(route.route)) <= 5, `${km} km`);
  assert.equal((await page.cards()).filter(({ text }) => text.includes("Great circle")).length, 1);
});

test("a chosen event names at most three related ones, which a press chooses", async () => {
  const known = events.filter(({ people }) => people.length > 0);
  const event = known.find(({ id, people }) => known.some((other) => other.id !== id && other.people.includes(people[0])));
  await page.open(`/#event=${event.id}`);
  const group = await page.find("group", "Related events");
  const buttons = await page.findAll("button", undefined, group);
  assert.ok(buttons.length >= 1 && buttons.length <= 3);
  const text = await buttons[0].getText();
  await buttons[0].click();
  await page.settled();
  const [chosen] = await page.chosen();
  assert.ok(text.endsWith(chosen) && chosen !== event.title, `${text} / ${chosen}`);
});

/** Along the great circles of a route, in kilometres. */
function length(points) {
  const radians = (degrees) => (degrees * Math.PI) / 180;
  const leg = ([lon, lat], [lon2, lat2]) => {
    const [a, b] = [radians(lat), radians(lat2)];
    return 6371 * Math.acos(Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos(radians(lon - lon2)));
  };
  return points.slice(1).reduce((sum, point, at) => sum + leg(points[at], point), 0);
}
