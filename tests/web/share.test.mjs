// Share: an address or a citation handed on, of an event or of what is shown.

import assert from "node:assert/strict";
import { test } from "node:test";
import { host } from "./support/hosts.mjs";
import { usePage } from "./support/page.mjs";
import { events, place } from "./support/story.mjs";

const page = usePage();
const event = place("baku").events.find(({ isExact }) => isExact);

test("with nothing chosen the link is that of what is shown, and there is nothing to cite", async () => {
  await page.open("/#place=baku&from=2000&chapter=2");
  await listen();
  assert.equal((await page.findAll("button", "Copy link")).length, 1);
  assert.equal((await page.findAll("button", "Copy citation")).length, 0);
  const [copied] = await pressed("Copy link");
  assert.deepEqual(parts(copied), ["chapter=2", "from=2000", "place=baku"]);
});

test("with an event chosen the link is the event's, and there is still one button of that name", async () => {
  await page.open(`/#place=baku&event=${event.id}`);
  await listen();
  assert.equal((await page.findAll("button", "Copy link")).length, 1);
  const [copied] = await pressed("Copy link");
  assert.deepEqual(parts(copied), [`event=${event.id}`]);
  assert.ok((await texts()).includes("Copied"));
});

test("what is copied again is told again", async () => {
  await page.open(`/#event=${event.id}`);
  await listen();
  await pressed("Copy link");
  await page.until(texts, (texts) => texts.includes("Copied"));
  await page.run(() => {
    const told = [...document.querySelector("story-map").shadowRoot.querySelectorAll("article [role=status]")];
    window.said = [];
    const [changed] = told.filter((part) => part.textContent);
    new MutationObserver(() => said.push(changed.textContent)).observe(changed, { childList: true, characterData: true, subtree: true });
  });
  await pressed("Copy link");
  await page.until(() => page.run(() => said.at(-1)), (last) => last === "Copied", "it to be said");
  assert.ok((await page.run(() => said)).includes(""), "after silence");
});

test("without `hash` the link is the page's", async () => {
  await page.openHtml(host({ attributes: `event="${event.id}"` }), "/page.html#chapter=2");
  await listen();
  assert.deepEqual(await pressed("Copy link"), [await page.run(() => location.href)]);
});

for (const [lang, locale, name, accessed] of [
  ["en", "en-GB", "Copy citation", "accessed "],
  ["az", "az", "İstinadı kopyala", "müraciət tarixi: "],
  ["ko", "ko", "인용 정보 복사", "검색일: "],
]) {
  test(`a citation says title, date, source, address and today's date in ${lang}`, async () => {
    await page.open(`/#event=${event.id}&lang=${lang}`);
    await listen();
    const [copied] = await pressed(name);
    const [card] = (await page.cards()).filter(({ current }) => current);
    for (const part of [event.titles[lang], card.dateWords, event.links[0]]) assert.ok(copied.includes(part), copied);
    assert.match(copied, new RegExp(`#event=${event.id}`));
    const today = new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(new Date());
    assert.ok(copied.endsWith(`(${accessed}${today})`), copied);
  });
}

test("where the device shares, an address can be handed to it; a reader who thinks better of it hears nothing", async () => {
  page.server.put("/shares.js", `navigator.share = async (what) => { (window.shared ??= []).push(what); throw new Error("closed"); };`);
  const script = '<script src="/shares.js"></script><script type="module" src="/story-map.js"></script>';
  await page.openHtml(host({ script, attributes: "hash" }), `/page.html#event=${event.id}`);
  await page.press("Share");
  const [{ title, url }] = await page.run(() => window.shared);
  assert.deepEqual([title, parts(url)], [event.title, [`event=${event.id}`]]);
  assert.deepEqual((await page.witness()).complaints, []);
});

test("where the device does not, there is no such button", async () => {
  page.server.put("/alone.js", `Object.defineProperty(Navigator.prototype, "share", { value: undefined });`);
  const script = '<script src="/alone.js"></script><script type="module" src="/story-map.js"></script>';
  await page.openHtml(host({ script }));
  assert.equal((await page.findAll("button", "Share")).length, 0);
});

test("a refused clipboard is told", async () => {
  await page.open();
  await page.run(() => (navigator.clipboard.writeText = async () => Promise.reject(new Error("no"))));
  await page.press("Copy link");
  await page.until(texts, (all) => all.includes("The browser did not allow copying"), "the reader to be told");
});

/** Keeps what is copied. */
function listen() {
  return page.run(() => {
    window.copied = [];
    navigator.clipboard.writeText = async (text) => void window.copied.push(text);
  });
}

async function pressed(name) {
  await page.press(name);
  return page.run(() => window.copied);
}

async function texts() {
  return Promise.all((await page.findAll("status")).map((status) => status.getText()));
}

function parts(address) {
  return new URL(address).hash.slice(1).split("&").sort();
}
