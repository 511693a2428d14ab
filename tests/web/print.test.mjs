// Print: what is shown, on one or two sheets of A4: a map of lines, numbered pins, dates, titles, sources.
// Only Chromium's driver hands out what it would print together with what it thinks the paper's size is.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { inflateSync } from "node:zlib";
import { engine } from "./support/browser.mjs";
import { article } from "./support/hosts.mjs";
import { usePage } from "./support/page.mjs";
import { events, place, places, titles } from "./support/story.mjs";

const page = usePage();
const darkPage = usePage({ theme: "dark" });
const skip = engine !== "chromium";

for (const lang of ["en", "az", "ko"]) {
  test(`in ${lang} the whole story is on two sheets: dates, titles, numbers of places, publishers`, { skip }, async () => {
    await page.open(`/#lang=${lang}`);
    const cards = await page.cards();
    const paper = await print(page);
    assert.equal(paper.pages, 2);
    assert.ok(paper.words.startsWith(bare(titles[lang])), paper.words.slice(0, 60));
    for (const event of events) {
      const title = event.titles[lang];
      const { dateWords } = cards.find((card) => card.title === title) ?? assert.fail(title);
      const numbers = event.places.map(number).sort().join("");
      paper.has(dateWords ?? "", `the date of ${title}`);
      paper.has(title + numbers, `the places of ${title}`);
      for (const publisher of event.publishers(lang)) paper.has(publisher, title);
    }
    assert.ok((await asPrinted(smallest)) >= 7.5, "letters that can be read");
  });
}

test("few events are there in full, with texts, titles and addresses of their sources", { skip }, async () => {
  await page.open("/#place=sheki");
  const cards = await page.cards();
  const paper = await print(page);
  assert.equal(paper.pages, 1);
  for (const { title, links } of place("sheki").events) {
    const text = await page.run((title) => {
      const cards = [...document.querySelector("story-map").shadowRoot.querySelectorAll("article")];
      return cards.find((card) => card.textContent.includes(title)).querySelector(".text").textContent;
    }, title);
    paper.has(text, title);
    for (const link of links) paper.has(link, title);
  }
  assert.equal(cards.length, place("sheki").events.length);
  const other = events.find((event) => !event.places.includes("sheki"));
  assert.ok(!paper.words.includes(bare(other.title)), "nothing else");
});

test("the map is lines and letters, and has the number of every place, alone or among others", { skip }, async () => {
  for (const path of ["/", "/#place=baku"]) {
    await page.open(path);
    const paper = await print(page);
    assert.ok(!paper.source.includes("/Subtype /Image"), "no picture");
    assert.ok(paper.lines > 1000, `${paper.lines} lines`);
    const onMap = paper.textIn({ top: 45, bottom: 180 });
    for (const { id } of places) assert.match(onMap, new RegExp(`\\b${number(id)}\\b`), `${path}: ${id}`);
    assert.match(onMap, /GEORGIA|MONGOLIA/);
    paper.has(places.map(({ id, name }) => number(id) + name).join(""), "what the numbers stand for");
  }
});

test("paper is light, whatever the reader's system or the page says; the screen is as before", { skip }, async () => {
  await page.open();
  const light = await print(page);
  await darkPage.open();
  const seen = await darkPage.driver.takeScreenshot();
  const dark = await print(darkPage);
  assert.deepEqual(dark.colours, light.colours);
  await darkPage.settled();
  const left = await darkPage.run(() => document.querySelector("story-map").shadowRoot.querySelectorAll("svg.drawing, [data-paper]").length);
  assert.equal(left, 0);
  assert.equal(await darkPage.driver.takeScreenshot(), seen);
  await page.openHtml(article({ attributes: 'theme="dark"' }));
  const { colours } = await print(page);
  for (const colour of light.colours) assert.ok(colours.includes(colour), colour);
});

test("from a phone it is the same map, and there is nothing to press", { skip }, async () => {
  await page.resize(360, 740);
  await page.open("/#place=sheki");
  const paper = await print(page);
  assert.equal(paper.pages, 1);
  assert.match(paper.textIn({ top: 45, bottom: 180 }), /TÜRKIYE[^]*TURKMENISTAN|TURKMENISTAN[^]*TÜRKIYE/);
  const pressed = await asPrinted(() => {
    const { shadowRoot } = document.querySelector("story-map");
    const seen = [...shadowRoot.querySelectorAll("select, input, button:not(.pin, .title button)")].filter((found) => found.checkVisibility());
    return seen.map((found) => found.ariaLabel ?? found.textContent);
  });
  assert.deepEqual(pressed, []);
});

/** What a function answers in a page styled for paper. */
async function asPrinted(inPage) {
  await page.driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { media: "print" });
  const answer = await page.run(inPage);
  await page.driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { media: "" });
  return answer;
}

/** The number that stands for a place on paper. */
function number(id) {
  return 1 + places.findIndex((place) => place.id === id);
}

/** Words as far as a printer keeps them: lines may break anywhere, and at a hyphen. */
function bare(words) {
  return words.normalize("NFKC").replace(/[\s\u00ad-]/g, "");
}

/** What a page prints on A4 with the browser's own margins. */
async function print(page) {
  const { data } = await page.driver.sendAndGetDevToolsCommand("Page.printToPDF", { paperWidth: 8.27, paperHeight: 11.69 });
  const pdf = Buffer.from(data, "base64");
  const source = pdf.toString("latin1");
  const text = (...options) => execFileSync(process.env.PDFTOTEXT ?? "pdftotext", ["-raw", ...options, "-", "-"], { input: pdf, encoding: "utf8" });
  const drawn = streams(source).join("\n");
  const words = bare(text());
  return {
    source,
    words,
    has: (said, what) => assert.ok(words.includes(bare(said)), `${what}: ${said}`),
    textIn: ({ top, bottom }) => text("-f", 1, "-l", 1, "-x", 0, "-y", top, "-W", 600, "-H", bottom - top),
    pages: source.match(/\/Type \/Page\b/g).length,
    lines: drawn.match(/ l$/gm)?.length ?? 0,
    colours: [...new Set(drawn.match(/^[\d.]+ [\d.]+ [\d.]+ (rg|RG)$/gm))].sort(),
  };
}

/** What is drawn, as operators. */
function streams(source) {
  const packed = source.matchAll(/\/FlateDecode[^]*?stream\r?\n([^]*?)\r?\nendstream/g);
  return [...packed].flatMap(([, bytes]) => {
    try {
      return [inflateSync(Buffer.from(bytes, "latin1")).toString("latin1")];
    } catch {
      return [];
    }
  });
}

// Runs in the page: the size of the smallest letters, in points.
function smallest() {
  const { shadowRoot } = document.querySelector("story-map");
  const seen = [...shadowRoot.querySelectorAll("*")].filter((element) => element.checkVisibility());
  const lettered = seen.filter(({ childNodes }) => [...childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
  return Math.min(...lettered.map((element) => parseFloat(getComputedStyle(element).fontSize))) * 0.75;
}
