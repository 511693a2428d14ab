// Cards: what each event's card says, and in which order the cards stand.

import assert from "node:assert/strict";
import { test } from "node:test";
import { host } from "./support/hosts.mjs";
import { usePage } from "./support/page.mjs";
import { describeAll } from "./support/roles.mjs";
import { dated, events, place, places, undated } from "./support/story.mjs";

const page = usePage();
const byTitle = new Map(events.map((event) => [event.title, event]));
const COUNTRIES = { AZ: "Azerbaijan", KR: "South Korea" };

test("the titles of the story tell its events apart", () => {
  assert.equal(byTitle.size, events.length, "the other tests rely on it");
});

test("each card is an article named by its title", async () => {
  await page.open();
  const list = await page.find("region", "Events");
  const articles = await page.findAll("article", undefined, list);
  const named = await describeAll(articles);
  assert.deepEqual(named.map(({ name }) => name).sort(), [...byTitle.keys()].sort());
});

test("each card has a heading that says its title", async () => {
  await page.open("/#place=sheki");
  for (const { title } of place("sheki").events) {
    const card = await page.find("article", title);
    await page.find("heading", title, card);
  }
});

test("each dated card has its date, for people and for programs; an undated one has none", async () => {
  await page.open();
  for (const card of await page.cards()) {
    const { date } = byTitle.get(card.title);
    assert.equal(card.date, date, card.title);
    if (date) assert.ok(card.dateWords.includes(date.slice(0, 4)), `${card.title}: ${card.dateWords}`);
  }
});

for (const [lang, locale] of [
  ["en", "en-GB"],
  ["az", "az"],
  ["ko", "ko"],
]) {
  test(`an exact day reads as Node writes it in ${locale}`, async () => {
    assert.deepEqual(Intl.DateTimeFormat.supportedLocalesOf(locale), [locale]);
    const written = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
    await page.openHtml(host({ attributes: `lang="${lang}"` }));
    const words = new Set((await page.cards()).map((card) => card.dateWords));
    const exact = events.filter((event) => event.isExact);
    assert.ok(exact.length > 0);
    for (const { date } of exact) assert.ok(words.has(written.format(new Date(date))), date);
  });
}

test("each card says where its event was", async () => {
  await page.open();
  for (const card of await page.cards()) {
    const event = byTitle.get(card.title);
    const cities = places.filter(({ id }) => event.places.includes(id)).map(({ name }) => name);
    const countries = event.countries.map((code) => COUNTRIES[code]);
    assert.ok(cities.length + countries.length > 0, `${card.title} is somewhere`);
    for (const name of cities.length > 0 ? cities : countries) {
      assert.ok(card.text.includes(name), `${card.title}: ${name} in ${card.text}`);
    }
  }
});

test("each card has the links of its sources, and they give the other page no hold on ours", async () => {
  await page.open();
  for (const card of await page.cards()) {
    const { links } = byTitle.get(card.title);
    assert.ok(links.length > 0, `${card.title} has a source`);
    assert.deepEqual(card.links.map(({ href }) => href), links.map((url) => new URL(url).href), card.title);
    for (const { href, rel } of card.links) {
      assert.match(href, /^https?:\/\//);
      assert.ok(rel.split(" ").includes("noopener"), `${href}: rel="${rel}"`);
    }
  }
});

test("the links of a card are links with words", async () => {
  await page.open("/#place=sheki");
  for (const { title, links } of place("sheki").events) {
    const found = await page.findAll("link", /\w{3}/, await page.find("article", title));
    assert.equal(found.length, links.length, title);
  }
});

test("dated cards stand in time order, undated ones in a group of their own after them", async () => {
  await page.open();
  const titles = await page.titles();
  const first = titles.slice(0, dated.length).map((title) => byTitle.get(title));
  const days = first.map(({ date, title }) => earliestDay(date ?? assert.fail(`${title} is undated`)));
  assert.deepEqual(days, [...days].sort());

  const heading = await page.find("heading", /undated/i);
  const group = await page.find("region", /undated/i);
  const within = await page.run(
    (group, heading) => [group.contains(heading), [...group.querySelectorAll("article :is(h3, h4, h5)")].map((title) => title.textContent)],
    group,
    heading,
  );
  assert.deepEqual(within, [true, titles.slice(dated.length)]);
  assert.deepEqual(within[1].toSorted(), undated.map(({ title }) => title).sort());
});

for (const { id, name, events } of places) {
  const some = events.some((event) => !event.date);
  test(`${name}, which has ${some ? "" : "no "}undated events, shows ${some ? "a" : "no"} group for them`, async () => {
    await page.open(`/#place=${id}`);
    assert.equal((await page.findAll("region", /undated/i)).length, some ? 1 : 0);
  });
}

function earliestDay(date) {
  return date.padEnd(10, "-01");
}
