// Element: <story-map> as page authors use it: attributes, events, moving it about, strange pages.

import assert from "node:assert/strict";
import { test } from "node:test";
import { engine } from "./support/browser.mjs";
import { host, looks } from "./support/hosts.mjs";
import { usePage } from "./support/page.mjs";
import { events, place, status, title } from "./support/story.mjs";

const page = usePage();
const everything = status(events.length);
const baku = place("baku");
const seoul = place("seoul");
const event = seoul.events[0];

test("the attribute `place` chooses a place", async () => {
  await page.openHtml(host({ attributes: 'place="seoul"' }));
  assert.equal(await page.status(), status(seoul.events.length));
  assert.deepEqual(await page.pressed(), ["Seoul"]);
});

test("the attribute `event` chooses an event", async () => {
  await page.openHtml(host({ attributes: `event="${event.id}"` }));
  assert.deepEqual(await page.chosen(), [event.title]);
});

test("attributes changed later take effect, removed ones too", async () => {
  await page.openHtml(host());
  await set("place", "baku");
  await page.until(() => page.pressed(), ([name]) => name === "Baku", "Baku to be pressed");
  await set("place", "seoul");
  await page.until(() => page.pressed(), ([name]) => name === "Seoul", "Seoul to be pressed");
  await set("event", event.id);
  await page.until(() => page.chosen(), ([name]) => name === event.title, "the event to be chosen");
  await set("event", null);
  await page.until(() => page.chosen(), (chosen) => chosen.length === 0, "no event to be chosen");
  await set("place", null);
  await page.until(() => page.status(), (text) => text === everything, "all events");
});

test("the same attribute set again takes effect again, after the reader chose something else", async () => {
  await page.openHtml(host({ attributes: 'place="baku"' }));
  await page.pressPin(seoul);
  await set("place", "baku");
  await page.until(() => page.pressed(), ([name]) => name === "Baku", "Baku to be pressed");
});

test("ids that the story does not have choose nothing and do no harm", async () => {
  await page.openHtml(host({ attributes: 'place="atlantis" event="no-such-event"' }));
  assert.equal(await page.status(), everything);
  assert.deepEqual((await page.witness()).complaints, [
    "warn: <story-map>: the story has no event=no-such-event",
    "warn: <story-map>: the story has no place=atlantis",
  ]);
});

test("what the attributes choose holds wherever the address names nothing", async () => {
  const shown = (number) => page.until(() => page.status(), (text) => text === status(number), `${number} events`);
  const baku = place("baku").events.length;
  for (const fragment of ["", "#event=nope", "#from=abc", "#at=50,40,5"]) {
    await page.openHtml(host({ attributes: 'place="baku" hash' }), `/page.html${fragment}`);
    await shown(baku);
  }
  await page.press("Next event");
  assert.match(await page.fragment(), /event=/);
  await page.driver.navigate().back();
  await page.until(() => page.chosen(), (chosen) => chosen.length === 0, "no event");
  await shown(baku);
});

test("`hash` set later makes the address follow the choice", async () => {
  await page.openHtml(host());
  await page.pressPin(baku);
  assert.equal(await page.fragment(), "");
  await set("hash", "");
  await page.pressPin(seoul);
  assert.equal(await page.fragment(), "#place=seoul");
});

test("`select` chooses an event", async () => {
  await page.openHtml(host());
  await page.run((id) => document.querySelector("story-map").select(id), event.id);
  await page.until(() => page.chosen(), ([name]) => name === event.title, "the event to be chosen");
});

const COUNTED = {
  en: /^(\d+) of \1 events$/,
  az: /^(\d+) hadisədən \1-[ıiuüs]+$/,
  ko: /^항목 (\d+)건 중 \1건$/,
};

for (const [asked, lang] of [
  ["en", "en"],
  ["az", "az"],
  ["ko-KR", "ko"],
  ["fr", "en"],
]) {
  test(`with lang="${asked}" the interface speaks ${lang}, and a text in another language is marked as such`, async () => {
    await page.openHtml(host({ lang: "de", attributes: `lang="${asked}"` }));
    const [counted, titles] = await page.run(() => {
      const root = document.querySelector("story-map").shadowRoot;
      const said = (element) => [element.textContent, element.closest("[lang]").lang];
      const titles = [...root.querySelectorAll("article")].map((article) => [
        article.id || article.getAttribute("aria-labelledby"),
        said(article.querySelector("h3, h4")),
      ]);
      return [said(root.querySelector("[role=status]")), Object.fromEntries(titles)];
    });
    assert.match(counted[0], COUNTED[lang]);
    assert.equal(counted[1], lang);
    const written = events.map(({ id, titles: { [lang]: own, en } }) => [`event-${id}`, own ? [own, lang] : [en, "en"]]);
    assert.deepEqual(titles, Object.fromEntries(written));
  });
}

test("`story-ready` is said once; `ready` resolves with the element", async () => {
  await page.openHtml(host());
  const said = await page.eventsSaid("story-ready");
  assert.deepEqual(
    said.map(({ bubbles, composed, target }) => ({ bubbles, composed, target })),
    [{ bubbles: true, composed: true, target: "story" }],
  );
  assert.equal(await page.later(async () => (await document.querySelector("story-map").ready).id), "story");
});

test("`story-select` says what the reader chose", async () => {
  await page.openHtml(host());
  await page.pressPin(seoul);
  await page.press(event.title);
  await page.press("Show all events");
  const said = await page.eventsSaid("story-select");
  assert.deepEqual(said.map(({ detail }) => detail), [
    { place: "seoul", event: null },
    { place: "seoul", event: event.id },
    { place: null, event: null },
  ]);
  assert.ok(said.every(({ bubbles, composed, target }) => bubbles && composed && target === "story"));
});

test("`story-select` is not said where neither place nor event is another", async () => {
  await page.openHtml(host({ attributes: 'place="seoul"' }));
  await (await page.find("searchbox", "Search events")).sendKeys("an");
  await page.press("No topics");
  const filters = await page.eventsSaid("story-filter");
  assert.ok(filters.length > 1, "the page hears of the reader's words and topics");
  await page.run(() => {
    const select = document.querySelector("story-map").shadowRoot.querySelector("select");
    select.value = "ko";
    select.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await page.until(() => page.run(() => document.querySelector("story-map").state.lang === "ko"));
  assert.deepEqual(await page.eventsSaid("story-select"), []);
});

test("`story-select` is not said of what the page itself chose", async () => {
  await page.openHtml(host({ attributes: 'place="baku" hash' }));
  await set("place", "seoul");
  await page.until(() => page.pressed(), ([name]) => name === "Seoul", "Seoul to be pressed");
  await page.run((id) => document.querySelector("story-map").select(id), event.id);
  await page.until(() => page.chosen(), ([name]) => name === event.title, "the event to be chosen");
  await page.run(() => (location.hash = "place=ganja"));
  await page.until(() => page.pressed(), ([name]) => name === "Ganja", "Ganja to be pressed");
  assert.deepEqual(await page.eventsSaid("story-select"), []);
});

test("removed before it was ready it does no harm, and added again it works", async () => {
  await page.openHtml(host({ story: "" }));
  await page.later(async () => {
    const story = document.createElement("story-map");
    document.body.append(story);
    story.remove();
    await new Promise((later) => setTimeout(later, 50));
    document.body.append(story);
  });
  await page.ready();
  assert.equal(await page.status(), everything);
  assert.deepEqual((await page.witness()).complaints, []);
});

test("an element made by a script, its attributes set before it is in the page, works", async () => {
  await page.openHtml(host({ story: "" }));
  await page.run(() => {
    const story = document.createElement("story-map");
    story.setAttribute("place", "seoul");
    document.body.append(story);
  });
  await page.ready();
  assert.equal(await page.status(), status(seoul.events.length));
});

test("the shadow root is open, and the element's own children are hidden once it runs", async () => {
  await page.openHtml(host());
  assert.equal(await page.run(() => document.querySelector("story-map").shadowRoot.mode), "open");
  assert.equal(await page.run(() => document.querySelector("#fallback").checkVisibility()), false);
});

test("in somebody's page its heading is one among theirs", async () => {
  await page.openHtml(host({ before: "<h1>An article</h1>" }));
  const heading = await page.find("heading", title);
  assert.equal(await page.run((heading) => heading.localName, heading), "h2");
});

test("the attribute `projection` chooses how the map is drawn, and may change", async () => {
  await page.openHtml(host());
  const globe = await page.pins();
  await page.openHtml(host({ attributes: 'projection="flat"' }));
  const flat = await page.pins();
  assert.notDeepEqual(flat, globe);
  for (const [attribute, pins] of [
    ["globe", globe],
    ["flat", flat],
    [null, globe],
  ]) {
    await set("projection", attribute);
    await page.settled();
    assert.deepEqual(await page.pins(), pins, String(attribute));
  }
});

test("another language or projection leaves the reader's choice alone", async () => {
  await page.openHtml(host({ attributes: 'place="baku"' }));
  await page.pressPin(seoul);
  await set("projection", "flat");
  await set("lang", "ko");
  await page.settled();
  assert.equal((await page.cards()).length, seoul.events.length);
  assert.equal((await page.findAll("button", `서울, ${seoul.events.length} 건`)).length, 1);
});

test("of a projection that there is none of, the console hears once, and the map is the globe", async () => {
  await page.openHtml(host());
  const globe = await page.pins();
  await page.openHtml(host({ attributes: 'projection="mercator"' }));
  await set("place", "baku");
  await set("place", null);
  await page.settled();
  assert.deepEqual(await page.pins(), globe);
  const heard = (await page.browser.console()).filter((line) => line.includes("mercator"));
  assert.equal(heard.length, engine === "chromium" ? 1 : 0, heard.join()); // Firefox's driver keeps none
});

test("a page that makes its root's letters small does not make the pins or the text too small", async () => {
  page.server.put("/small.css", "html { font-size: 62.5%; } body { font-size: 1.6rem; }");
  await page.openHtml(host({ head: '<link rel="stylesheet" href="/small.css">' }));
  for (const [name, { width, height }] of Object.entries(await page.pins())) {
    assert.ok(width >= 24 && height >= 24, `${name}: ${width} × ${height}`);
  }
  const { text } = await page.run(looks);
  assert.equal(text["font-size"], "16px");
});

test("a page may restyle it by custom properties", async () => {
  page.server.put("/theme.css", "story-map { --story-map-accent: rgb(1, 2, 3); }");
  await page.openHtml(host({ head: '<link rel="stylesheet" href="/theme.css">' }));
  const ground = await page.run(() => {
    const pin = document.querySelector("story-map").shadowRoot.querySelector(".pin .count");
    return getComputedStyle(pin).backgroundColor;
  });
  assert.equal(ground, "rgb(1, 2, 3)");
});

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
