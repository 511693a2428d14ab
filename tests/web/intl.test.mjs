// Intl: the widget writes dates, numbers, lists and days of the week as the browser itself would, wherever the
// browser knows the language. Chromium knows no Azerbaijani, which is why the widget has tables of its own.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inEachEngine } from "./support/engines.mjs";
import { events, names } from "./support/story.mjs";

const LOCALES = { en: "en-GB", az: "az", ko: "ko" };
const route = events.find(({ route }) => route);

inEachEngine((page, engine) => {
  for (const [lang, locale] of Object.entries(LOCALES)) {
    const skip = engine === "chromium" && lang === "az";

    test(`in ${lang} days and months are written as Intl writes them`, { skip }, async () => {
      await page.open(`/#lang=${lang}`);
      const shown = new Map((await page.cards()).map((card) => [card.title, card.dateWords]));
      const dated = events.filter(({ edtf, isInferred }) => /^\d{4}-\d\d(-\d\d)?$/.test(edtf) && !isInferred);
      const expected = await page.run(written, locale, dated.map(({ edtf }) => edtf));
      assert.ok(dated.length > 30, `${dated.length} dates`);
      assert.deepEqual(dated.map(({ titles }) => shown.get(titles[lang])), expected);
    });

    test(`in ${lang} names in a row and a length are written as Intl writes them`, { skip }, async () => {
      await page.open(`/#lang=${lang}&event=${route.id}`);
      const [{ text }] = (await page.cards()).filter(({ current }) => current);
      const { list, length } = await page.run(joined, locale, route.places.map((id) => names[id][lang]), 6450);
      assert.ok(text.includes(list), `${list} in ${text}`);
      assert.ok(text.includes(length), `${length} in ${text}`);
    });

    test(`in ${lang} the clocks tell day and time as Intl tells them`, { skip }, async () => {
      await page.open(`/#lang=${lang}`);
      const both = () => page.run(clocks, locale);
      const [said] = await page.until(both, ([said, expected]) => said.join() === expected.join(), "the same day and time");
      assert.equal(said.length, 2);
    });
  }
});

// Runs in the page.
function written(locale, dates) {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const month = new Intl.DateTimeFormat(locale, { year: "numeric", month: "long", timeZone: "UTC" });
  return dates.map((date) => (date.length > 7 ? day : month).format(new Date(date)));
}

// Runs in the page.
function joined(locale, names, km) {
  const length = new Intl.NumberFormat(locale, { style: "unit", unit: "kilometer" });
  return { list: new Intl.ListFormat(locale).format(names), length: length.format(km) };
}

// Runs in the page: what the clocks say, and what they ought to; English has a comma more.
function clocks(locale) {
  const clocks = [...document.querySelector("story-map").shadowRoot.querySelectorAll(".clocks time")];
  const format = { weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const time = (timeZone) => new Intl.DateTimeFormat(locale, { ...format, timeZone }).format(new Date()).replace(", ", " ");
  return [clocks.map((clock) => clock.textContent), ["Asia/Baku", "Asia/Seoul"].map(time)];
}
