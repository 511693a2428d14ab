// Save: files that a reader takes away: what is in them, what they are called, and when they are made.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { host } from "./support/hosts.mjs";
import { strange } from "./support/lexicon.mjs";
import { usePage } from "./support/page.mjs";
import { dist } from "./support/server.mjs";
import { events, names, place, status, titles, topics } from "./support/story.mjs";

const page = usePage();
const sheki = place("sheki");
const ids = sheki.events.map(({ id }) => id).sort();

test("nothing of what makes the files is fetched before one is asked for, and it is fetched once", async () => {
  await page.open("/#place=sheki");
  await openList();
  assert.equal(asked("saver"), 0);
  await page.press("Save events as CSV");
  await page.taken();
  await page.press("Save events as CSV");
  await page.taken();
  assert.equal(asked("saver"), 2, "its script and its WebAssembly");
  assert.deepEqual((await page.witness()).complaints, []);
});

test("the events shown are saved as CSV, under headings, in the encoding that spreadsheets know", async () => {
  await page.open("/#place=sheki");
  const { name, text } = await save("Save events as CSV");
  assert.equal(name, "azerbaijan-and-korea-en.csv");
  assert.equal(text.codePointAt(0), 0xfeff);
  const [headings, ...rows] = table(text.slice(1));
  assert.deepEqual(headings.slice(0, 4), ["ID", "Title", "Date", "Date (EDTF)"]);
  assert.deepEqual(rows.map(([id]) => id).sort(), ids);
  for (const [id, title] of rows) assert.equal(title, events.find((event) => event.id === id).title);
});

test("the events shown are saved as GeoJSON, which the element shows again", async () => {
  await page.openHtml(host({ attributes: 'place="sheki"' }));
  const { name, text } = await save("Save events as GeoJSON");
  assert.equal(name, "azerbaijan-and-korea-en.geojson");
  const story = JSON.parse(text);
  assert.deepEqual(story.features.map(({ id }) => id).sort(), ids);
  await page.run((story) => {
    const element = document.querySelector("story-map");
    element.removeAttribute("place");
    element.story = story;
  }, story);
  const all = `${ids.length} of ${ids.length} events`;
  await page.until(() => page.status().catch(() => ""), (shown) => shown === all, all);
  assert.deepEqual((await page.witness()).complaints, [], "no fault in it");
});

test("the events with an exact day are saved as a calendar, which says how many are not in it", async () => {
  await page.open();
  const { name, text } = await save("Save events as calendar");
  assert.equal(name, "azerbaijan-and-korea-en.ics");
  for (const line of text.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, line);
  const lines = text.replaceAll("\r\n ", "").split("\r\n");
  const saved = lines.filter((line) => line.startsWith("UID:")).map((line) => line.slice(4).replace("@story-map", ""));
  for (const { id, isExact } of events) if (isExact) assert.ok(saved.includes(id), id);
  const about = lines.find((line) => line.startsWith("X-WR-CALDESC:"));
  assert.match(about, new RegExp(`:${saved.length} events have an exact date .* ${events.length - saved.length} events have none`));
});

test("a map that has not come to rest is saved when it has", async () => {
  page.server.put("/early.js", `(${pressEarly})()`);
  await page.openHtml(host({ head: '<script src="/early.js"></script>' }));
  const { text } = await page.taken();
  assert.match(text, /^<svg[^>]* width=/);
  assert.deepEqual((await page.witness()).complaints, []);
});

// Runs in the page: asks for the map as soon as there is one.
function pressEarly() {
  addEventListener("story-ready", ({ target }) => target.shadowRoot.querySelector(".save button").click());
}

for (const [projection, theme, sea] of [["globe", "light", "#dbe7ec"], ["flat", "dark", "#16242c"]]) {
  test(`the map is saved as a drawing that stands alone, as it looks: ${projection}, ${theme}`, async () => {
    await page.openHtml(host({ attributes: `place="sheki" projection="${projection}" theme="${theme}"` }));
    await page.until(() => page.run(() => document.querySelector("story-map").state.view), Boolean, "the map at rest");
    const { name, text } = await save("Save map as SVG");
    assert.equal(name, "azerbaijan-and-korea-en.svg");
    const drawing = await page.run((text) => {
      const drawing = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
      const words = (selector) => [...drawing.querySelectorAll(selector)].map((element) => element.textContent);
      return {
        tag: drawing.tagName,
        box: drawing.getAttribute("viewBox"),
        title: words("title"),
        words: words("text"),
        pins: drawing.querySelectorAll("circle").length,
        sea: drawing.querySelector("path.sea")?.getAttribute("fill"),
        land: drawing.querySelector("path.land")?.getAttribute("d").length,
        colours: [...new Set([...drawing.querySelectorAll("*")].flatMap((element) => ["fill", "stroke"].map((name) => element.getAttribute(name))))],
      };
    }, text);
    assert.equal(drawing.tag, "svg", text.slice(0, 200));
    const surface = await page.run(() => {
      const { clientWidth, clientHeight } = document.querySelector("story-map").shadowRoot.querySelector(".surface");
      return [clientWidth, clientHeight];
    });
    assert.equal(drawing.box, `0 0 ${surface.join(" ")}`);
    assert.deepEqual([drawing.title, drawing.sea], [["Azerbaijan and Korea"], sea]);
    const look = await page.run(() => {
      const style = getComputedStyle(document.querySelector("story-map").shadowRoot.querySelector(".surface"));
      return ["accent", "on-accent", "ink", "paper", "land", "home", "coast"].map((name) => style.getPropertyValue(`--${name}`).trim());
    });
    for (const colour of look) assert.ok(drawing.colours.includes(colour), `${colour} in ${drawing.colours}`);
    for (const words of ["Azerbaijan and Korea", "Map: Natural Earth, Visionscarto", "Sheki", String(sheki.events.length), "Caspian Sea"]) {
      assert.ok(drawing.words.includes(words), `${words} in ${drawing.words}`);
    }
    assert.ok(drawing.pins >= 1 && drawing.land > 100);
    assert.deepEqual((await page.witness()).complaints, []);
  });
}

for (const [lang, words] of Object.entries({
  en: {
    list: "Save",
    buttons: ["Save events as CSV", "Save events as GeoJSON", "Save events as calendar"],
    name: "azerbaijan-and-korea-en",
    headings: "ID,Title,Date,Date (EDTF),Place,Topics,Status,As of,Text,People,Organisations,Sources",
    status: { happened: "Happened", ongoing: "Ongoing" },
    about: (dated, others) => `${dated} events have an exact date and an entry here. ${others} events have none and no entry.`,
  },
  az: {
    list: "Yadda saxla",
    buttons: ["Hadisələri CSV kimi yadda saxla", "Hadisələri GeoJSON kimi yadda saxla", "Hadisələri təqvim kimi yadda saxla"],
    name: "azərbaycan-və-koreya-az",
    headings: "ID,Başlıq,Tarix,Tarix (EDTF),Yer,Mövzular,Status,Məlumatın tarixi,Mətn,Şəxslər,Təşkilatlar,Mənbələr",
    status: { happened: "Baş verib", ongoing: "Davam edir" },
    about: (dated, others) =>
      `Bu təqvimdə tarixi günədək məlum olan ${dated} hadisə var. Dəqiq günü məlum olmayan ${others} hadisə daxil edilməyib.`,
  },
  ko: {
    list: "저장",
    buttons: ["항목을 CSV로 저장", "항목을 GeoJSON으로 저장", "항목을 캘린더로 저장"],
    name: "아제르바이잔과-한국-ko",
    headings: "ID,제목,날짜,날짜(EDTF),장소,주제,상태,기준일,내용,인물,기관·단체,출처",
    status: { happened: "완료", ongoing: "진행 중" },
    about: (dated, others) =>
      `날짜가 정확히 알려진 항목 ${dated}건을 담았습니다. 정확한 날짜를 알 수 없는 항목 ${others}건은 제외했습니다.`,
  },
})) {
  test(`the files are in the language on show: ${lang}`, async () => {
    await page.open(`/#place=baku&lang=${lang}`);
    const inWords = (id) => topics.find((topic) => topic.id === id).names[lang];
    const [csv, geojson, ics] = words.buttons;
    const { name, text } = await save(csv, words.list);
    assert.equal(name, `${words.name}.csv`);
    const [headings, ...rows] = table(text.slice(1));
    assert.equal(headings.join(), words.headings);
    const baku = place("baku").events;
    assert.equal(rows.length, baku.length);
    const shown = new Map((await page.cards()).map((card) => [card.title, card]));
    const parts = (cell) => cell.split("; ").filter(Boolean);
    const said = [];
    for (const [id, title, date, edtf, where, about, status, asOf, content, people, organisations, sources] of rows) {
      const event = events.find((event) => event.id === id);
      said.push([where, about, status, asOf, people, organisations].join("\n"));
      for (const words of [where, ...parts(about), asOf, ...parts(people), ...parts(organisations), ...event.publishers(lang)]) {
        assert.ok(shown.get(title).text.includes(words), `${words} in ${shown.get(title).text}`);
      }
      assert.deepEqual(parts(about), event.topics.map(inWords));
      for (const publisher of event.publishers(lang)) assert.ok(sources.includes(publisher), sources);
      assert.equal(title, event.titles[lang]);
      assert.equal(date, shown.get(title).dateWords ?? "");
      assert.equal(edtf, event.edtf ?? "");
      assert.equal(status, words.status[event.status] ?? status);
      assert.equal(content, event.texts[lang]);
    }

    assert.deepEqual(strange(said.join("\n"), lang), []);

    const { text: written } = await save(geojson, words.list);
    const { story, features } = JSON.parse(written);
    assert.deepEqual([story.languages, story.title], [[lang], { [lang]: titles[lang] }]);
    for (const { id, properties } of features) {
      const { titles, texts } = events.find((event) => event.id === id);
      assert.deepEqual([properties.title, properties.text], [{ [lang]: titles[lang] }, { [lang]: texts[lang] }]);
    }
    assert.deepEqual(story.topics.map(({ name }) => name), topics.map(({ names }) => ({ [lang]: names[lang] })));
    assert.deepEqual(story.places.map(({ name }) => name), story.places.map(({ id }) => ({ [lang]: names[id][lang] })));

    const { text: folded } = await save(ics, words.list);
    const calendar = folded.replaceAll("\r\n ", "");
    const dated = calendar.match(/^BEGIN:VEVENT/gm).length;
    assert.ok(calendar.includes(`X-WR-CALNAME:${titles[lang]}\r\n`));
    assert.ok(calendar.includes(`X-WR-CALDESC:${words.about(dated, baku.length - dated)}\r\n`), calendar.slice(0, 600));
    for (const [, title] of calendar.matchAll(/^SUMMARY;LANGUAGE=(?:en|az|ko):(.*)\r/gm)) {
      assert.ok(baku.some(({ titles }) => titles[lang] === title.replaceAll("\\", "")), title);
    }
    for (const name of ["SUMMARY", "DESCRIPTION"]) {
      assert.equal(calendar.match(new RegExp(`^${name};LANGUAGE=${lang}:`, "gm")).length, dated, name);
    }
    const values = (name) => [...calendar.matchAll(new RegExp(`^${name}[^:\r]*:(.*)\r`, "gm"))].map(([, value]) => value.replaceAll("\\n", "\n").replaceAll("\\", ""));
    const inTopics = new Set(topics.map(({ names }) => names[lang]));
    for (const topic of values("CATEGORIES").flatMap((words) => words.split(","))) assert.ok(inTopics.has(topic), topic);
    assert.deepEqual(strange(values("LOCATION").join("\n"), lang), []);
    for (const text of values("DESCRIPTION")) assert.ok(baku.some(({ texts }) => text.startsWith(texts[lang])), text);
  });
}

test("a story of the page's own is saved as it was read", async () => {
  page.server.put("/mine.geojson", readFileSync(new URL("../fixtures/sound.geojson", import.meta.url)));
  await page.openHtml(host({ attributes: 'src="/mine.geojson"' }));
  const { text } = await save("Save events as GeoJSON");
  const mine = JSON.parse(readFileSync(new URL("../fixtures/sound.geojson", import.meta.url), "utf8"));
  assert.deepEqual(JSON.parse(text).features.map(({ id }) => id).sort(), mine.features.map(({ id }) => id).sort());
  assert.equal(asked("mine"), 1, "and not fetched again");
});

test("where the maker of files cannot be had, the reader hears that and the console why; later it is tried again", async () => {
  const [, wasm] = /saver_wasm: ?"\.\/([^"]+)"/.exec(readFileSync(join(dist, "story-map.js"), "utf8"));
  page.server.change(wasm, (answer) => Object.assign(answer, { status: 404, body: Buffer.from("gone") }));
  await page.open();
  await openList();
  await page.press("Save events as CSV");
  const told = async () => Promise.all((await page.findAll("status")).map((status) => status.getText()));
  await page.until(told, (texts) => texts.includes("The file could not be made"), "the reader to be told");
  assert.match((await page.witness()).complaints[0], /^warn: csv: \S/);
  assert.equal(await page.status(), status(events.length), "the story goes on");
  page.server.mend();
  await page.press("Save events as CSV");
  await page.taken();
  assert.ok(!(await told()).includes("The file could not be made"));
});

async function save(button, list = "Save") {
  await openList(list);
  await page.press(button);
  return page.taken();
}

/** Opens what is closed away under this word. */
async function openList(word = "Save") {
  const summary = await page.run((word) => {
    const { shadowRoot } = document.querySelector("story-map");
    return [...shadowRoot.querySelectorAll("summary")].find((summary) => summary.textContent === word);
  }, word);
  if (!(await page.run((summary) => summary.parentElement.open, summary))) await summary.click();
}

function asked(name) {
  return page.server.asked.filter((path) => path.split("/").at(-1).startsWith(name)).length;
}

/** The rows of a CSV text (RFC 4180). */
function table(text) {
  const cells = [...text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)];
  const rows = [[]];
  for (const [, quoted, bare, end] of cells) {
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? bare);
    if (end !== ",") rows.push([]);
  }
  rows.pop();
  return rows;
}
