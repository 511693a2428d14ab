// The page that writes the code: what it gives shows the story, and what it says of its weight is true.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { violations } from "../support/axe.mjs";
import { ENGINES, inEachEngine } from "../support/engines.mjs";
import { inFrame, readyIn, useStories } from "../support/frames.mjs";
import { host } from "../support/hosts.mjs";
import { EMBED } from "../support/lexicon.mjs";
import { dist } from "../support/server.mjs";
import { place, titles } from "../support/story.mjs";

const baku = place("baku");
const KINDS = ["element", "frame", "alone"];
const HEADINGS = {
  en: "Put this story on your page",
  az: "Bu materialı səhifənizə yerləşdirin",
  ko: "이 이야기를 내 페이지에 넣기",
};

/** Chooses on the page, as its form's names and values say, and gives the code. */
function choose(page, choices) {
  return page.run((choices) => {
    const form = document.querySelector("form");
    for (const [name, value] of Object.entries(choices)) form.elements[name].value = value;
    form.dispatchEvent(new Event("change"));
    return document.querySelector("#code").value;
  }, choices);
}

/** The page where the story's own server has it. */
async function openEmbed(page, stories, query = "") {
  await page.driver.manage().setTimeouts({ script: 20_000 }); // a browser's first frame takes its time
  await page.go(`${stories.origin}/embed.html${query}`);
  await page.until(() => page.run(() => document.querySelector("#code")?.value), Boolean, "the code");
}

test("it has the same words in each language, none of them empty and none left in English", () => {
  const { en, ...others } = EMBED;
  assert.deepEqual(Object.keys(others), ["az", "ko"]);
  for (const [lang, words] of Object.entries(EMBED)) {
    assert.deepEqual(Object.keys(words), Object.keys(en), lang);
    const said = Object.entries(words).map(([key, words]) => [key, typeof words === "string" ? words : words(160, 5)]);
    for (const [key, words] of said) assert.ok(words.trim(), `${lang}: ${key}`);
    assert.match(words.weight(160, 5), /160.*5|5.*160/);
    if (lang !== "en") for (const [key, words] of said) assert.notEqual(words, en[key], `${lang}: ${key}`);
  }
  const asked = [...readFileSync(join(dist, "embed.html"), "utf8").matchAll(/data-says="?(\w+)/g)].map(([, key]) => key);
  assert.ok(asked.length > 20);
  for (const key of asked) assert.ok(en[key], key);
});

inEachEngine((page, engine) => {
  const stories = useStories(page);

  for (const kind of KINDS) {
    test(`the code for "${kind}", pasted into somebody's page, shows the story as it was chosen`, async () => {
      await openEmbed(page, stories);
      const code = await choose(page, { kind, lang: "ko", place: "baku", theme: "dark", projection: "flat", height: "640" });
      const policy = `default-src 'none'; script-src 'self' ${stories.origin} 'wasm-unsafe-eval'; connect-src ${stories.origin}; frame-src *; img-src data:`;
      const [rule = ""] = /story-map \{.*?\}/.exec(code) ?? []; // what it says belongs there
      page.server.put("/sheet.css", rule);
      const head = '<link rel="stylesheet" href="/sheet.css">';
      page.server.put("/article.html", host({ head, script: "", story: code }), { "Content-Security-Policy": `${policy}; style-src 'self'` });
      await page.visit("/article.html");
      await (kind === "element" ? page.ready() : readyIn(page, 0));
      const height = () => page.run(() => document.querySelector("iframe, story-map").getBoundingClientRect().height);
      const shown = async () => {
        assert.equal(await page.run(() => document.querySelector("story-map").state.lang), "ko");
        assert.deepEqual(await page.run(() => document.querySelector("story-map").state.place), ["baku"]);
        assert.equal((await page.titles()).length, baku.events.length);
        const { theme, projection } = await page.run(() => {
          const { attributes } = document.querySelector("story-map");
          return { theme: attributes.theme.value, projection: attributes.projection.value };
        });
        assert.deepEqual([theme, projection], ["dark", "flat"]);
      };
      if (kind === "element") {
        await shown();
        assert.deepEqual([await height(), (await page.witness()).complaints], [640, []]);
        return;
      }
      await inFrame(page, 0, shown);
      assert.equal(await page.run(() => document.querySelector("iframe").title), titles.ko);
      await page.until(height, (height) => height === 640, "the height that was chosen");
    });
  }

  test("what is chosen is on show at once, as an element and in a frame", async () => {
    await openEmbed(page, stories);
    await page.ready();
    await choose(page, { height: "500" });
    await page.ready();
    assert.equal(await page.run(() => document.querySelector("story-map").clientHeight), 500);
    await choose(page, { kind: "frame", place: "baku", height: "704" });
    await readyIn(page, 0);
    await inFrame(page, 0, async () => {
      assert.equal((await page.titles()).length, baku.events.length);
    });
  });

  test("the page of its own leads to it, in its language, where there is room, and does not scroll for that", async () => {
    const footer = () => page.run(() => {
      const [link, ...more] = document.querySelectorAll("body > footer a");
      const { scrollHeight, lang } = document.documentElement;
      return { lang, words: link.textContent, seen: link.checkVisibility(), more: more.length, scrolls: scrollHeight > innerHeight };
    });
    for (const [lang, path] of [["en", "/"], ["az", "/az/"], ["ko", "/ko/index.html"]]) {
      await page.open(path);
      const there = { lang, words: HEADINGS[lang], more: 0, scrolls: false };
      assert.deepEqual(await footer(), { ...there, seen: true });
      await page.resize(460, 740); // no window of WebKit's is narrower
      assert.deepEqual(await footer(), { ...there, seen: false });
      await page.resize(1440, 900);
      await (await page.find("link", HEADINGS[lang])).click();
      const heading = () => page.run(() => location.pathname === "/embed.html" && document.querySelector("h1").textContent);
      await page.until(() => heading().catch(() => undefined), (text) => text === HEADINGS[lang], HEADINGS[lang]);
      assert.equal(await page.run(() => document.documentElement.lang), lang);
    }
  });

  test("it speaks three languages, nearest first", async () => {
    for (const [query, heading, everywhere, bakuName] of [
      ["", HEADINGS.en, "All places", "Baku"],
      ["?lang=az", HEADINGS.az, "Bütün yerlər", "Bakı"],
      ["?lang=ko-KR", HEADINGS.ko, "모든 장소", "바쿠"],
    ]) {
      await openEmbed(page, stories, query);
      const said = await page.run(() => ({
        title: document.title,
        heading: document.querySelector("h1").textContent,
        places: [...document.querySelectorAll("[name=place] option")].map((option) => option.textContent),
        left: [...document.querySelectorAll("[data-says]")].filter((element) => !element.textContent).length,
      }));
      assert.equal(said.heading, heading);
      assert.equal(said.title, heading);
      assert.deepEqual(said.places.slice(0, 2), [everywhere, bakuName]);
      assert.equal(said.left, 0);
    }
  });

  test("a refused clipboard is told, and the code is selected for the hand", async () => {
    await openEmbed(page, stories);
    await page.run(() => {
      const writeText = async () => Promise.reject(new Error("no"));
      Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText } });
    });
    await page.run(() => document.querySelector("#copy").click());
    const told = () => page.run(() => document.querySelector("#told").textContent);
    await page.until(told, (words) => words.startsWith("The browser did not allow copying."), "the reader to be told");
    const marked = await page.run(() => {
      const { selectionStart, selectionEnd, value } = document.querySelector("#code");
      return value.slice(selectionStart, selectionEnd) === value;
    });
    assert.ok(marked);
  });

  test("at 320 pixels nothing is cut off, and nothing on it breaks a rule of axe", async () => {
    await page.resize(engine === "webkit" ? 460 : 320, 800); // no window of WebKit's is narrower
    await openEmbed(page, stories, "?lang=az");
    await choose(page, { kind: "frame", place: "sheki" });
    await readyIn(page, 0);
    const { wide, width } = await page.run(() => ({ wide: document.documentElement.scrollWidth, width: innerWidth }));
    assert.ok(wide <= width, `${wide} in ${width}`);
    assert.deepEqual(await violations(page), []);
  });

  for (const lang of Object.keys(HEADINGS)) {
    test(`nothing on it breaks a rule of axe in ${lang}, as an element and as a frame`, async () => {
      await openEmbed(page, stories, `?lang=${lang}`);
      for (const kind of ["element", "frame"]) {
        await choose(page, { kind, lang, place: "sheki" });
        await (kind === "element" ? page.ready() : readyIn(page, 0));
        assert.deepEqual(await violations(page), [], kind);
      }
    });
  }

  // WebKit keeps scripts in its memory from one page to the next.
  test("the weight that it names is the weight of what a first view asks for", { skip: engine !== ENGINES[0] || engine === "webkit" }, async () => {
    for (const kind of KINDS) {
      await openEmbed(page, stories);
      const code = await choose(page, { kind, lang: "ko" });
      const said = await page.run(() => document.querySelector("#weight").textContent);
      const [, kilobytes, requests] = /(\d+) kB in (\d+) requests/.exec(said);
      const policy = `default-src 'none'; script-src 'self' ${stories.origin} 'wasm-unsafe-eval'; connect-src ${stories.origin}; frame-src *; img-src data:`;
      page.server.put("/article.html", host({ script: "", story: code }), { "Content-Security-Policy": policy });
      stories.asked = [];
      await page.visit("/article.html");
      await (kind === "element" ? page.ready() : readyIn(page, 0));
      const files = [...new Set(stories.asked)].filter((path) => path !== "/witness.js").map((path) => (path.endsWith("/") ? `${path}index.html` : path));
      const bytes = files.map((path) => brotliCompressSync(readFileSync(join(dist, path))).length);
      const all = bytes.reduce((sum, bytes) => sum + bytes, 0);
      assert.equal(files.length, Number(requests), `${kind}: ${files}`);
      assert.ok(Math.abs(all / 1000 - kilobytes) < 1.5, `${kind}: ${all} bytes are said to be ${kilobytes} kB`);
    }
  });
});
