// Language: one switch, and everything follows but what was chosen.

import assert from "node:assert/strict";
import { test } from "node:test";
import { usePage } from "./support/page.mjs";
import { events, place } from "./support/story.mjs";

const page = usePage();
const seoul = place("seoul");

test("the choice names each language in itself, and the chosen one is the page's", async () => {
  await page.open();
  const select = await page.find("combobox", "Language");
  const options = await page.run((select) => [...select.options].map(({ text, lang }) => [lang, text]), select);
  assert.deepEqual(options, [["en", "English"], ["az", "Azərbaycanca"], ["ko", "한국어"]]);
  assert.equal(await page.run((select) => select.value, select), "en");
});

for (const [lang, name, pin, region] of [
  ["ko", "언어", `서울, ${seoul.events.length} 건`, "지도"],
  ["az", "Dil", `Seul, ${seoul.events.length} hadisə`, "Xəritə"],
]) {
  test(`in ${lang} names, cards and labels follow, and the place stays chosen`, async () => {
    await page.open("/#place=seoul");
    await choose("Language", lang);
    await page.until(async () => (await page.findAll("combobox", name)).length, (found) => found === 1, lang);
    const chosen = await page.find("button", pin);
    assert.equal(await chosen.getAttribute("aria-pressed"), "true");
    await page.find("region", region);
    assert.equal((await page.cards()).length, seoul.events.length);
    assert.deepEqual(new Set((await page.fragment()).slice(1).split("&")), new Set(["place=seoul", `lang=${lang}`]));
    await choose(name, "en");
    await page.find("button", seoul.pin);
  });

  test(`an address with lang=${lang} opens in it`, async () => {
    await page.open(`/#lang=${lang}`);
    await page.find("combobox", name);
    assert.equal((await page.cards()).length, events.length);
  });

  test(`in ${lang} every text of another language says so`, async () => {
    await page.open(`/#lang=${lang}`);
    const strange = await page.run(foreign, lang);
    assert.deepEqual(strange, []);
  });
}

async function choose(name, lang) {
  await page.run((select, lang) => {
    select.value = lang;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  }, await page.find("combobox", name), lang);
}

// Runs in the page: English sentences, or Hangul in Azerbaijani, that stand in an element whose language
// is not theirs. Names of people and papers, which every language writes in Latin letters, are none.
function foreign(lang) {
  const found = [];
  const root = document.querySelector("story-map").shadowRoot;
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const English = /(^|\s)(the|of|and|was|were|with|for|events?)(\s|$)/;
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const says = text.parentElement.closest("[lang]")?.lang;
    if (says !== lang || text.parentElement.closest("a, .names")) continue;
    const words = text.data;
    if (English.test(words) || (lang === "az" && /[가-힣]/.test(words))) {
      found.push(words);
    }
  }
  return found;
}
