// Language: one switch, and everything follows but what was chosen.

import assert from "node:assert/strict";
import { test } from "node:test";
import { strange } from "./support/lexicon.mjs";
import { usePage } from "./support/page.mjs";
import { events, place } from "./support/story.mjs";
import { WORDS } from "./support/words.mjs";

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
}

for (const lang of ["en", "az", "ko"]) {
  test(`in ${lang} every text and name of another language says which`, async () => {
    let texts = 0;
    for (const state of ["", "&event=aliyev-visit-seoul-2007", "&place=seoul&from=2007&to=2012", "&q=xyzzy"]) {
      await page.open(`/#lang=${lang}${state}`);
      await page.run(() => {
        const { shadowRoot } = document.querySelector("story-map");
        for (const button of shadowRoot.querySelectorAll(".about, summary")) button.click();
      });
      await page.settled();
      const found = await page.run(said);
      texts += found.length;
      const strangers = found.flatMap(([text, of]) => strange(text, of).map((word) => `${word} in [${of}] ${text}`));
      assert.deepEqual([...new Set(strangers)], [], state);
    }
    assert.ok(texts > 1000, `${texts} texts`);
  });

  test(`in ${lang} the page without code says the same of its texts`, async () => {
    await page.visit("/witness.js");
    const path = lang === "en" ? "/" : `/${lang}/index.html`;
    const found = await page.later(toldWithoutCode, path);
    const strangers = found.flatMap(([text, of]) => strange(text, of).map((word) => `${word} in [${of}] ${text}`));
    assert.deepEqual([...new Set(strangers)], []);
    assert.ok(found.length > 500, `${found.length} texts`);
  });

  test(`in ${lang} no character is without a picture`, async () => {
    await page.open(`/#lang=${lang}&event=aliyev-visit-seoul-2007`);
    const { seen, found } = await page.run(withoutPicture);
    assert.deepEqual(found, []);
    assert.ok(seen > 100, `${seen} characters`);
  });
}

for (const [lang, locale, all, some, last] of [
  ["en", "en-GB", "1992–2025", "2007–2012", "2012"],
  ["az", "az", "1992–2025-ci illər", "2007–2012-ci illər", "2012"],
  ["ko", "ko", "1992~2025년", "2007~2012년", "2012년"],
]) {
  test(`in ${lang} a period and a length read as they are written in ${lang}`, async () => {
    const { to } = WORDS[lang];
    const period = async () => (await (await page.find("group", WORDS[lang].timeline)).getText()).split("\n")[0];
    await page.open(`/#lang=${lang}&event=aliyev-visit-seoul-2007`);
    assert.ok((await period()).startsWith(all), await period());
    const length = new Intl.NumberFormat(locale, { style: "unit", unit: "kilometer" }).format(6450);
    const [{ text }] = (await page.cards()).filter(({ current }) => current);
    assert.ok(text.includes(length), `${length} in ${text}`);
    await page.open(`/#lang=${lang}&from=2007&to=2012`);
    assert.ok((await period()).startsWith(some), await period());
    assert.equal(await (await page.find("slider", to)).getAttribute("aria-valuetext"), last);
  });
}

async function choose(name, lang) {
  await page.run((select, lang) => {
    select.value = lang;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  }, await page.find("combobox", name), lang);
}

// Runs in a page: every text and name of another one as it is served, and the language that it says it is in.
async function toldWithoutCode(path) {
  const page = new DOMParser().parseFromString(await (await fetch(path)).text(), "text/html");
  const texts = page.createTreeWalker(page.documentElement, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const element = text.parentElement;
    if (element.closest("script, style") || !/\p{L}/u.test(text.data)) continue;
    found.push([text.data.trim(), element.closest("[lang]")?.lang ?? null]);
  }
  for (const element of page.querySelectorAll("[aria-label], [title], [alt], meta[name=description]")) {
    const names = ["aria-label", "title", "alt", "content"].map((name) => element.getAttribute(name));
    for (const name of names) if (/\p{L}/u.test(name ?? "")) found.push([name, element.closest("[lang]")?.lang ?? null]);
  }
  return found;
}

// Runs in the page: every text and name in it, seen or hidden, and the language that it says it is in.
function said() {
  const NAMES = ["alt", "aria-description", "aria-label", "aria-roledescription", "aria-valuetext", "data-words", "placeholder", "title"];
  const found = [];
  const add = (text, element) => {
    if (/\p{L}/u.test(text ?? "")) found.push([text.trim(), element.closest("[lang]")?.lang ?? null]);
  };
  const root = document.querySelector("story-map").shadowRoot;
  const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) add(node.data, node.parentElement);
    else for (const name of NAMES) add(node.getAttribute(name), node);
  }
  return found;
}

// Runs in the page: the visible characters that its fonts have no picture of, and so draw as they draw a
// character that there is none of.
function withoutPicture() {
  const context = Object.assign(document.createElement("canvas"), { width: 60, height: 40 }).getContext("2d", { willReadFrequently: true });
  const drawn = (sign, font) => {
    context.reset();
    context.font = font;
    context.textBaseline = "middle";
    context.fillText(sign, 10, 20);
    return context.getImageData(0, 0, 60, 40).data.join();
  };
  const root = document.querySelector("story-map").shadowRoot;
  const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const [seen, found] = [new Set(), []];
  for (let text = nodes.nextNode(); text; text = nodes.nextNode()) {
    const { fontFamily, fontStyle, fontWeight } = getComputedStyle(text.parentElement);
    const font = `${fontStyle} ${fontWeight} 20px ${fontFamily}`;
    for (const sign of text.data.match(/[^\s\p{Cc}\p{Cf}\p{M}\ufe0e]/gu) ?? []) {
      if (seen.has(font + sign)) continue;
      seen.add(font + sign);
      if (drawn(sign, font) === drawn("\u{10ffff}", font) || drawn(sign, font) === drawn(" ", font)) found.push(sign);
    }
  }
  return { seen: seen.size, found };
}
