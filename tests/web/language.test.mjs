// Language: one switch, and everything follows but what was chosen.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Key } from "selenium-webdriver";
import { EMBED, strange } from "./support/lexicon.mjs";
import { first } from "./support/files.mjs";
import { host } from "./support/hosts.mjs";
import { usePage } from "./support/page.mjs";
import { events, place, titles as said } from "./support/story.mjs";
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

  test(`in ${lang} the whole state is as it was: what is chosen and asked for, the map's view, what is open, the focus`, async () => {
    await page.open(`/#event=${seoul.events[0].id}&place=seoul&from=1995&to=2020&topics=politics,economy`);
    for (const press of ["Zoom in", "Move north", "About this map"]) await page.press(press);
    await page.run((field) => field.focus(), await page.find("searchbox", "Search events"));
    await page.keys("20");
    const isReady = ({ event, q, view, note }) => event && q === "20" && view?.lat > 39 && note;
    const [before, stood] = [await page.until(state, isReady, "all of it"), await pressedPin()];
    const steps = () => page.run(() => history.length);
    const walked = await steps();
    await switchTo(lang);
    await page.find("region", region);
    assert.equal(await steps(), walked, "no step that back would take to the same");
    assert.deepEqual(await state(), { ...before, lang, fragment: sorted(`${before.fragment}&lang=${lang}`) });
    const [there, down] = (await pressedPin()).map((at, axis) => Math.abs(at - stood[axis]));
    assert.ok(there < 2 && down < 2, `the pin is ${there} and ${down} px from where it was`);
    assert.equal((await page.focus()).name, name);
  });

  test(`an address with lang=${lang} opens in it`, async () => {
    await page.open(`/#lang=${lang}`);
    await page.find("combobox", name);
    assert.equal((await page.cards()).length, events.length);
  });
}

test("a list that lies over the map of a phone stays as high in another language", async () => {
  await page.resize(360, 740);
  await page.open();
  const height = () => page.run(() => document.querySelector("story-map").shadowRoot.querySelector(".events").clientHeight);
  const usual = await height();
  await page.press("Show more of the list");
  const raised = await height();
  assert.ok(raised > usual + 100, `${raised}, before ${usual}`);
  await switchTo("ko");
  assert.equal(await height(), raised);
});

test("a language that the reader chose can be chosen again after the page has said another", async () => {
  await page.openHtml(host());
  const shows = (lang) => page.until(() => page.run(() => document.querySelector("story-map").state.lang), (shown) => shown === lang, lang);
  await choose("Language", "az");
  await shows("az");
  await page.run(() => (document.querySelector("story-map").lang = "ko"));
  await shows("ko");
  assert.equal(await page.run((select) => select.value, await page.find("combobox", "언어")), "ko");
  await choose("언어", "az");
  await shows("az");
  assert.equal(await page.run((select) => select.value, await page.find("combobox", "Dil")), "az");
});

test("what is written on the map, its scale bar and its hints follow too", async () => {
  await page.open("/#place=baku");
  await page.run(listen);
  let before = "en";
  for (const [lang, ...expected] of [
    ["az", "AZƏRBAYCAN", "Xəzər dənizi", "200 km", "Miqyası dəyişmək üçün Ctrl və ya ⌘ düyməsini basıb təkərciyi fırladın", "Xəritəni hərəkət etdirmək üçün iki barmaqdan istifadə edin"],
    ["ko", "아제르바이잔", "카스피해", "200km", "확대하거나 축소하려면 Ctrl 또는 ⌘ 키를 누른 채 휠을 돌리십시오", "지도를 움직이려면 두 손가락을 사용하십시오"],
    ["en", "AZERBAIJAN", "Caspian Sea", "200 km", "Hold Ctrl or ⌘ and turn the wheel to zoom", "Use two fingers to move the map"],
  ]) {
    await choose(WORDS[before].language, lang);
    const all = (seen) => expected.every((words) => seen.includes(words));
    await page.until(() => page.run(written), all, `${expected}`);
    before = lang;
  }
});

for (const lang of ["en", "az", "ko"]) {
  test(`in ${lang} every text and name of another language says which`, async () => {
    let number = 0;
    for (const state of ["", "&event=aliyev-visit-seoul-2007", "&place=seoul&from=2007&to=2012", "&q=xyzzy"]) {
      await page.open(`/#lang=${lang}${state}`);
      await page.run(() => {
        const { shadowRoot } = document.querySelector("story-map");
        for (const button of shadowRoot.querySelectorAll(".about, summary")) button.click();
      });
      await page.settled();
      const found = await page.run(texts);
      number += found.length;
      const strangers = found.flatMap(([text, of]) => strange(text, of).map((word) => `${word} in [${of}] ${text}`));
      assert.deepEqual([...new Set(strangers)], [], state);
    }
    assert.ok(number > 1000, `${number} texts`);
  });

  test(`in ${lang} the page without code says the same of its texts`, async () => {
    await page.visit("/witness.js");
    const path = lang === "en" ? "/" : `/${lang}/index.html`;
    const found = await page.later(toldWithoutCode, path);
    const strangers = found.flatMap(([text, of]) => strange(text, of).map((word) => `${word} in [${of}] ${text}`));
    assert.deepEqual([...new Set(strangers)], []);
    assert.ok(found.length > 500, `${found.length} texts`);
  });

  test(`in ${lang} the page that writes the code for other pages says the same of its texts`, async () => {
    await page.visit(`/embed.html?lang=${lang}`);
    await page.until(() => page.run(() => document.querySelector("#code")?.value), Boolean, "the code");
    const found = (await page.run(texts, "html")).filter(([text]) => !/[{<]/.test(text)); // what is code, or facts for it
    const strangers = found.flatMap(([text, of]) => strange(text, of).map((word) => `${word} in [${of}] ${text}`));
    assert.deepEqual([...new Set(strangers)], []);
    for (const words of ["title", "intro", "everywhere", "copy"]) assert.ok(found.some(([text, of]) => text === EMBED[lang][words] && of === lang), words);
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

test("the page's own title and language follow the language, in every folder", async () => {
  const title = () => page.run(() => document.title);
  const titles = { en: `${said.en}: a story map`, az: `${said.az}: xəritədə hadisələr`, ko: `${said.ko}: 지도로 보는 이야기` };
  for (const [lang, path] of [["en", "/"], ["az", "/az/index.html"], ["ko", "/ko/index.html"]]) {
    await page.open(path);
    assert.equal(await title(), titles[lang]);
    for (const other of ["ko", "az", "en"]) {
      await choose(WORDS[await shownIn()].language, other);
      await page.until(title, (title) => title === titles[other], titles[other]);
      assert.equal(await page.run(() => document.documentElement.lang), other);
    }
  }
  await page.open("/#lang=ko");
  assert.deepEqual([await title(), await page.run(() => document.documentElement.lang)], [titles.ko, "ko"]);
});

test("no other page's does", async () => {
  await page.openHtml(host({ attributes: 'hash lang="en"' }));
  await choose("Language", "ko");
  await page.until(async () => (await page.findAll("combobox", WORDS.ko.language)).length);
  assert.deepEqual(await page.run(() => [document.title, document.documentElement.lang]), ["An article", "en"]);
});

for (const lang of ["en", "az", "ko"]) {
  test(`in ${lang} the field for words says what it is for in the room of a phone, and so it does twice as long`, async () => {
    await page.resize(320, 640);
    await page.open(`/#lang=${lang}`);
    const field = await page.find("searchbox", WORDS[lang].search);
    const { words, room } = await page.run((field) => {
      const { font, paddingInlineStart, paddingInlineEnd } = getComputedStyle(field);
      const context = Object.assign(document.createElement("canvas").getContext("2d"), { font });
      const width = context.measureText(`${field.placeholder} ${field.placeholder}`).width;
      return { words: width, room: field.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd) };
    }, field);
    assert.ok(words > 30 && words <= room, `${words} px in ${room}`);
  });
}

for (const path of ["/#lang=az", "/az/index.html"]) {
  test(`at ${path} no number is parted from its ending by the end of a line, however wide`, async () => {
    const isTold = path.startsWith("/az"); // without code
    if (isTold) page.server.change(first.wasm, (answer) => (answer.status = 404));
    await page.visit(path);
    await (isTold ? page.until(() => page.eventsSaid("story-error"), (said) => said.length > 0, "story-error") : page.ready());
    let endings = 0;
    for (let width = 280; width <= 500; width += 10) {
      await page.resize(width, 800);
      await page.until(() => page.run(() => innerWidth), (now) => now === width, `${width} px`);
      const { number, parted } = await page.run(endingsApart);
      endings += number;
      assert.deepEqual(parted, [], `${width} px wide`);
    }
    assert.ok(endings > 500, `${endings} endings`);
  });
}

/** What is on show, in no language's words: the element's state, the address, whether the note about the map is open. */
async function state() {
  const shown = await page.run(() => {
    const { shadowRoot, state } = document.querySelector("story-map");
    return { ...state, note: shadowRoot.querySelector(".about").ariaExpanded === "true" };
  });
  return { ...shown, fragment: sorted(await page.fragment()) };
}

/** How far the pressed pin is from the middle of the map. */
function pressedPin() {
  return page.run(() => {
    const { shadowRoot } = document.querySelector("story-map");
    const middle = (name) => {
      const { left, right, top, bottom } = shadowRoot.querySelector(name).getBoundingClientRect();
      return [(left + right) / 2, (top + bottom) / 2];
    };
    const [pin, map] = ["[part=pin][aria-pressed=true]", ".surface"].map(middle);
    return pin.map((at, axis) => at - map[axis]);
  });
}

const sorted = (fragment) => fragment.replace("#", "").split("&").sort().join("&");

const shownIn = () => page.run(() => document.querySelector("story-map").state.lang);

/** Goes to the choice of languages and chooses by keys, as a reader does who sees none of its list. */
async function switchTo(lang) {
  const select = await page.find("combobox", WORDS[await shownIn()].language);
  const steps = await page.run((select, lang) => {
    select.focus();
    return [...select.options].findIndex(({ value }) => value === lang) - select.selectedIndex;
  }, select, lang);
  await page.keys(...Array(Math.abs(steps)).fill(steps < 0 ? Key.ARROW_UP : Key.ARROW_DOWN));
  await speaks(lang);
}

/** Until it is on show in a language, which may have to be fetched. */
async function speaks(lang) {
  await page.until(shownIn, (now) => now === lang, lang);
  await page.settled();
}

async function choose(name, lang) {
  await page.run((select, lang) => {
    select.value = lang;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  }, await page.find("combobox", name), lang);
  await speaks(lang);
}

// Runs in the page: from now on keeps what is written on a canvas since it was last cleared.
function listen() {
  const { clearRect, fillText } = CanvasRenderingContext2D.prototype;
  const change = (name, then) => (CanvasRenderingContext2D.prototype[name] = then);
  change("clearRect", function (...box) {
    window.onCanvas = [];
    clearRect.apply(this, box);
  });
  change("fillText", function (...words) {
    window.onCanvas.push(words[0]);
    fillText.apply(this, words);
  });
}

// Runs in the page: that, and the hints.
function written() {
  const hints = document.querySelector("story-map").shadowRoot.querySelectorAll(".hint");
  return [...(window.onCanvas ?? []), ...Array.from(hints, ({ textContent }) => textContent)];
}

// Runs in the page: how many numbers have an ending, and the texts that have one on another line than its number.
function endingsApart() {
  const element = document.querySelector("story-map");
  const texts = document.createTreeWalker(element.querySelector(".told")?.checkVisibility() ? element : element.shadowRoot, NodeFilter.SHOW_TEXT);
  const parted = [];
  let number = 0;
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const { parentElement } = text;
    if (!parentElement.checkVisibility() || !parentElement.closest("article, .timeline, [role=status]")) continue;
    for (const { index } of text.data.matchAll(/\d-\p{L}/gu)) {
      const top = (from) => {
        const range = document.createRange();
        range.setStart(text, from);
        range.setEnd(text, from + 1);
        return Math.round(range.getBoundingClientRect().top);
      };
      number++;
      if (top(index) !== top(index + 2)) parted.push(text.data);
    }
  }
  return { number, parted };
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
function texts(of) {
  const NAMES = ["alt", "aria-description", "aria-label", "aria-roledescription", "aria-valuetext", "data-words", "placeholder", "title"];
  const found = [];
  const add = (text, element) => {
    if (/\p{L}/u.test(text ?? "")) found.push([text.trim(), element.closest("[lang]")?.lang ?? null]);
  };
  const root = of ? document.querySelector(of) : document.querySelector("story-map").shadowRoot;
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
