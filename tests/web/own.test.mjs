// Own: a story of the page's own, by `src` or by the property `story`; and the story in each language.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { host } from "./support/hosts.mjs";
import { usePage } from "./support/page.mjs";
import { dist } from "./support/server.mjs";
import { events, places, status, titles } from "./support/story.mjs";

const page = usePage();
const fixture = (name) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url), "utf8");
const sound = fixture("sound.geojson");
const small = { ...JSON.parse(sound).story.title, shown: "3 of 3 events" };

test("`src` shows another story, found from the page and not from the script", async () => {
  page.server.put("/news/mine.geojson", sound);
  await page.openHtml(host({ attributes: 'src="mine.geojson"' }), "/news/page.html");
  assert.deepEqual([await page.status(), await heading()], [small.shown, small.en]);
  assert.deepEqual((await page.witness()).complaints, []);
  assert.equal(asked("story-en"), 0, "the story that comes with the program is not fetched");
});

test("of a story with faults what is sound is shown, and the console hears each fault", async () => {
  page.server.put("/mine.geojson", fixture("ten-faults.geojson"));
  await page.openHtml(host({ attributes: 'src="/mine.geojson"' }));
  assert.equal(await page.status(), small.shown);
  const heard = (await page.witness()).complaints;
  assert.equal(heard.length, 10, heard.join("\n"));
  const topic = 'warn: feature "strange-topic": properties.topics[1]: expected one of the topics economy, politics, found "sport"';
  assert.ok(heard.includes(topic), heard.join("\n"));
});

for (const [what, body, message] of [
  ["is not there", undefined, /\/mine\.geojson: 404/],
  ["is none", "<p>Please log in</p>", /line 1, column 1: expected a value, found "<"/],
  ["has no events", "{}", /features: expected a list, found nothing/],
  ["has nothing sound in it", '{"type":"FeatureCollection","features":[{"type":"Feature"}]}', /feature "#1": id: expected/],
]) {
  test(`a story that ${what} leaves the element's own children, and \`story-error\` says why`, async () => {
    if (body) page.server.put("/mine.geojson", body);
    page.server.put("/page.html", host({ attributes: 'src="/mine.geojson"' }));
    await page.visit("/page.html");
    const [{ detail }] = await page.until(() => page.eventsSaid("story-error"), (said) => said.length === 1, "story-error");
    assert.equal(detail.type, "load");
    assert.match(detail.message, message);
    assert.ok(await page.run(() => document.querySelector("#fallback").checkVisibility()));
    assert.deepEqual(await page.findAll("region", "Map"), []);
  });
}

test("`src` set, changed and removed later takes effect; a bad one fails, and a good one mends it", async () => {
  page.server.put("/mine.geojson", sound);
  await page.openHtml(host());
  await set("src", "/mine.geojson");
  await shows(small.shown);
  await set("src", null);
  await shows(status(events.length));
  await set("src", "/nowhere.geojson");
  await page.until(() => page.eventsSaid("story-error"), (said) => said.length === 1, "story-error");
  await set("src", "/mine.geojson");
  await shows(small.shown);
  assert.equal(await page.run(() => document.querySelector("#fallback").checkVisibility()), false);
});

test("each failure in a row is told, and `ready` is that of the story asked for last", async () => {
  page.server.put("/mine.geojson", sound);
  await page.openHtml(host());
  for (const [src, number] of [["/first.json", 1], ["/second.json", 2]]) {
    await set("src", src);
    const said = await page.until(() => page.eventsSaid("story-error"), (said) => said.length === number, "story-error");
    assert.ok(said.at(-1).detail.message.includes(`${src}: 404`), said.at(-1).detail.message);
    const ready = page.later(async () => document.querySelector("story-map").ready);
    await assert.rejects(ready, ({ message }) => message.includes(`${src}: 404`));
  }
  const outcome = await page.later(async () => {
    const story = document.querySelector("story-map");
    story.src = "/third.json";
    const { ready } = story; // of what comes of it in the end
    story.src = "/mine.geojson";
    await story.flyTo({ lon: 10, lat: 20 });
    return [(await ready) === story, story.ready === ready, story.shadowRoot.querySelector("#title").textContent];
  });
  assert.deepEqual(outcome, [true, true, small.en]);
  assert.equal((await page.eventsSaid("story-error")).length, 2);
});

test("wherever `loading` and `src` stand in the tag, the story is read once", async () => {
  page.server.put("/mine.geojson", fixture("ten-faults.geojson"));
  await page.openHtml(host({ attributes: 'loading="eager" src="/mine.geojson"' }));
  assert.equal(await page.status(), small.shown);
  assert.deepEqual([asked("mine"), (await page.witness()).complaints.length], [1, 10]);
});

test("the property `story` set before the element is defined is shown, and goes before `src`", async () => {
  page.server.put("/before.js", `document.querySelector("story-map").story = ${sound};`);
  const script = '<script type="module" src="/before.js"></script><script type="module" src="/story-map.js"></script>';
  await page.openHtml(host({ script, attributes: 'src="/nowhere.geojson"' }));
  assert.deepEqual([await page.status(), await heading()], [small.shown, small.en]);
  assert.equal(asked("nowhere"), 0);
});

test("the property `story` set later is shown; set to nothing, the story from before", async () => {
  await page.openHtml(host());
  await page.press(places[0].pin);
  await page.run((story) => (document.querySelector("story-map").story = story), JSON.parse(sound));
  await shows(small.shown);
  assert.equal(await page.run(() => document.querySelector("story-map").story.type), "FeatureCollection");
  await page.run(() => (document.querySelector("story-map").story = null));
  await shows(status(events.length));
  assert.deepEqual((await page.witness()).complaints, []);
});

test("what JSON cannot say is no story", async () => {
  await page.openHtml(host());
  await page.run(() => {
    const story = {};
    story.story = story;
    document.querySelector("story-map").story = story;
  });
  const [{ detail }] = await page.until(() => page.eventsSaid("story-error"), (said) => said.length === 1, "story-error");
  assert.equal(detail.type, "load");
});

test("a story of the page's own follows the language too, without being fetched again", async () => {
  page.server.put("/mine.geojson", sound);
  await page.openHtml(host({ attributes: 'src="/mine.geojson" lang="az"' }));
  assert.equal(await heading(), small.az);
  await set("lang", "ko");
  await page.until(heading, (text) => text === small.ko, small.ko);
  assert.equal(asked("mine"), 1);
});

test("another story and another language at once: what comes late of the story before is not shown", async () => {
  page.server.put("/mine.geojson", sound);
  await page.openHtml(host({ attributes: 'src="/mine.geojson"' })); // so that its reader is there
  await set("src", null);
  await shows(status(events.length));
  await page.run((story) => {
    const { fetch } = window;
    const late = (...asked) => new Promise((go) => (window.go = go)).then(() => fetch(...asked));
    window.fetch = (...asked) => (asked[0].includes("story-ko") ? late : fetch)(...asked);
    Object.assign(document.querySelector("story-map"), { lang: "ko", story });
  }, JSON.parse(sound));
  await page.until(heading, (title) => title === small.ko, "the other story");
  await page.run(() => go());
  await page.later(() => new Promise((later) => setTimeout(later, 500)));
  assert.deepEqual([await heading(), (await page.witness()).complaints], [small.ko, []]);
});

test("years that come twice in a story have each a group of their own", async () => {
  const story = JSON.parse(sound);
  const [event] = story.features;
  story.features = ["../2005", "1992", "2005"].map((edtf, at) => ({ ...event, id: `event-${at}`, when: { edtf } }));
  page.server.put("/mine.geojson", JSON.stringify(story));
  await page.openHtml(host({ attributes: 'src="/mine.geojson"' }));
  const named = await page.run(() => {
    const root = document.querySelector("story-map").shadowRoot;
    return [...root.querySelectorAll(".group")].map((group) => root.getElementById(group.getAttribute("aria-labelledby")).parentNode === group && group.querySelector("h3").textContent);
  });
  assert.deepEqual(named, ["2005", "1992", "2005"]);
});

test("a story without places has a map that can be moved", async () => {
  const story = JSON.parse(sound);
  story.story.places = [];
  story.features = [{ ...story.features[0], geometry: null, properties: { ...story.features[0].properties, places: [], placement: "country" } }];
  page.server.put("/mine.geojson", JSON.stringify(story));
  await page.openHtml(host({ attributes: 'src="/mine.geojson"' }));
  const view = () => page.run(() => document.querySelector("story-map").state.view);
  const { zoom } = await page.until(view);
  await page.press("Zoom in");
  await page.until(view, (view) => view.zoom > zoom, "a nearer view");
});

test("the reader of such stories is fetched once, and only for them", async () => {
  page.server.put("/mine.geojson", sound);
  await page.openHtml(host());
  assert.equal(asked("reader"), 0);
  await page.run(() => {
    for (let count = 0; count < 2; count++) {
      document.body.append(Object.assign(document.createElement("story-map"), { story: {} }));
    }
  });
  await page.until(() => page.eventsSaid("story-error"), (said) => said.length === 2, "story-error, twice");
  assert.equal(asked("reader"), 2, "its script and its WebAssembly");
});

for (const [lang, shown] of [
  ["en", "en"],
  ["AZ-Latn", "az"],
  ["ko-KR", "ko"],
  ["fr", "en"], // the browser's
]) {
  test(`with lang="${lang}" the story is told in ${shown}, and only that is fetched`, async () => {
    await page.openHtml(host({ lang: "de", attributes: `lang="${lang}"` }));
    assert.deepEqual([await heading(), asked("story-")], [titles[shown], 1 + asked("story-map")]);
    assert.equal(asked(`story-${shown}`), 1);
  });
}

test("another language fetches its story once, however many elements; until then the old one stays", async () => {
  await page.openHtml(host({ story: '<story-map id="one"></story-map><story-map id="two" lang="az"></story-map>' }));
  assert.deepEqual(await headings(), [titles.en, titles.az]);
  const meanwhile = await page.run(() => {
    const elements = [...document.querySelectorAll("story-map")];
    for (const element of elements) element.lang = "ko";
    return elements.map((element) => element.shadowRoot.querySelector("#title").textContent);
  });
  assert.deepEqual(meanwhile, [titles.en, titles.az]);
  await page.until(headings, ([one, two]) => one === titles.ko && two === titles.ko, "both in Korean");
  assert.equal(asked("story-ko"), 1);
  await page.run(() => (document.querySelector("story-map").lang = "en"));
  await page.until(headings, ([one]) => one === titles.en, "the first in English again");
  assert.deepEqual(["en", "az", "ko"].map((lang) => asked(`story-${lang}`)), [1, 1, 1]);
});

test("a language whose file cannot be had leaves the old one, and the console hears why", async () => {
  const [, korean] = /story_ko: ?"\.\/([^"]+)"/.exec(readFileSync(join(dist, "story-map.js"), "utf8"));
  page.server.change(korean, (answer) => Object.assign(answer, { status: 404, body: Buffer.from("gone") }));
  await page.openHtml(host({ attributes: 'place="baku"' }));
  const before = [await heading(), await page.status(), await page.titles()];
  await set("lang", "ko");
  await page.until(() => page.witness(), ({ complaints }) => complaints.length === 1, "a complaint");
  assert.match((await page.witness()).complaints[0], /^warn: The story stays in the language it is in: \S/);
  await page.settled();
  assert.deepEqual([await heading(), await page.status(), await page.titles()], before);
  assert.deepEqual(await page.eventsSaid("story-error"), []);
});

/** How many requests were for files that begin so. */
function asked(name) {
  return page.server.asked.filter((path) => path.split("/").at(-1).startsWith(name)).length;
}

function shows(text) {
  // What shows the status may be replaced while it is asked.
  return page.until(() => page.status().catch(() => undefined), (status) => status === text, text);
}

async function heading() {
  return (await headings())[0];
}

function headings() {
  return page.run(() =>
    [...document.querySelectorAll("story-map")].map((element) => element.shadowRoot.querySelector("#title")?.textContent),
  );
}

function set(name, value) {
  return page.run(
    (name, value) => {
      const story = document.querySelector("story-map");
      if (value === null) story.removeAttribute(name);
      else story.setAttribute(name, value);
    },
    name,
    value,
  );
}
