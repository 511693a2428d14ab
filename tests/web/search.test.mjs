// Search: words found as they are typed, however they are spelt, and marked where they are.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Key } from "selenium-webdriver";
import { usePage } from "./support/page.mjs";
import { events, place, status } from "./support/story.mjs";
import { WORDS } from "./support/words.mjs";

const page = usePage();

test("words are found as they are typed, and what was typed is in the address", async () => {
  await page.open();
  await type("university");
  await page.until(() => page.status(), (text) => text !== status(events.length), "fewer events");
  const cards = await page.cards();
  assert.ok(cards.length > 2);
  for (const { text } of cards) assert.match(text, /universit/i);
  assert.equal(await page.fragment(), "#q=university");
});

test("a name is found in any spelling", async () => {
  const shown = [];
  for (const words of ["Sheki", "şəki", "SEKI"]) {
    await page.open();
    await type(words);
    await page.until(() => page.status(), (text) => text !== status(events.length), words);
    shown.push(await page.status());
  }
  assert.equal(new Set(shown).size, 1, shown.join());
});

for (const lang of ["en", "az", "ko"]) {
  test(`in ${lang} a place's events are found by any of its names, in any spelling`, async () => {
    page.words = WORDS[lang];
    await page.open(`/#lang=${lang}`);
    for (const [id, names] of Object.entries({
      baku: ["Baku", "bakı", "BAKİ", "바쿠", "ㅂㅋ"],
      ganja: ["gence", "Gəncə", "Ganja", "ganja", "간자", "ㄱㅈ"],
      seoul: ["seoul", "SEUL", "서울", "서우"],
      sheki: ["sheki", "seki", "Şəki", "ŞƏKİ", "셰키", "ㅅㅋ"],
    })) {
      for (const words of names) {
        await put("xyzzy");
        await page.until(() => page.titles(), (titles) => titles.length === 0, "nothing");
        await put(words);
        const found = new Set(await page.until(() => page.titles(), (titles) => titles.length > 0, words));
        for (const { titles } of place(id).events) assert.ok(found.has(titles[lang]), `${words}: ${titles[lang]}`);
        assert.ok(found.size < events.length, `${words} is in everything`);
      }
    }
  });
}

test("what is found is marked, and marked as text", async () => {
  await page.open("/#q=ki-moon");
  const marks = await page.run(() =>
    [...document.querySelector("story-map").shadowRoot.querySelectorAll("mark")].map((mark) => mark.textContent),
  );
  assert.ok(marks.length > 1);
  for (const mark of marks) assert.match(mark, /^(ki-?|-?moon|ki-moon)$/i);
});

test("markup typed is text like any other", async () => {
  await page.open();
  await type("<img src=x onerror=alert(1)>");
  await page.until(() => page.status(), (text) => text === status(0), "nothing");
  assert.deepEqual((await page.witness()).complaints, []);
});

test("Escape clears the words and brings all events back", async () => {
  await page.open("/#q=tea");
  await page.run((field) => field.focus(), await field());
  await page.keys(Key.ESCAPE);
  await page.until(() => page.status(), (text) => text === status(events.length), "all events");
  assert.equal(await (await field()).getAttribute("value"), "");
});

test("typing is one step of the history", async () => {
  await page.open();
  const { historyLength } = await page.witness();
  await type("kahriz");
  await page.until(() => page.fragment(), (fragment) => fragment === "#q=kahriz", "the words in the address");
  assert.equal(await page.run(() => history.length), historyLength + 1);
});

function field() {
  return page.find("searchbox", page.words.search);
}

/** Has words in the field, as if pasted there. */
async function put(words) {
  await page.run((field, words) => {
    field.value = words;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  }, await field(), words);
}

async function type(words) {
  await page.run((field) => field.focus(), await field());
  await page.keys(words);
}
