// Controls: the page says which parts of the widget it wants.

import assert from "node:assert/strict";
import { test } from "node:test";
import { host } from "./support/hosts.mjs";
import { usePage } from "./support/page.mjs";

const page = usePage();

/** By what each part is known. */
const PARTS = {
  search: ["searchbox", "Search events"],
  topics: ["group", "Topics"],
  timeline: ["group", "Timeline"],
  tour: ["button", "Play tour"],
  language: ["combobox", "Language"],
  share: ["button", "Copy link"],
};
const all = Object.keys(PARTS);

async function shown() {
  const found = [];
  for (const [part, [role, name]] of Object.entries(PARTS)) {
    if ((await page.findAll(role, name)).length > 0) found.push(part);
  }
  return found;
}

test("without the attribute every part is there", async () => {
  await page.openHtml(host());
  assert.deepEqual(await shown(), all);
});

for (const part of all) {
  test(`of the parts only “${part}” is there when only that is named`, async () => {
    await page.openHtml(host({ attributes: `controls="${part}"` }));
    assert.deepEqual(await shown(), [part]);
    assert.equal((await page.findAll("region", "Map")).length, 1);
    assert.equal((await page.findAll("region", "Events")).length, 1);
  });
}

test("named empty there is none; a change later takes effect", async () => {
  await page.openHtml(host({ attributes: 'controls=""' }));
  assert.deepEqual(await shown(), []);
  await page.run(() => document.querySelector("story-map").setAttribute("controls", "tour share"));
  await page.until(shown, (parts) => parts.join() === "tour,share", "tour and share");
  await page.run(() => document.querySelector("story-map").removeAttribute("controls"));
  await page.until(shown, (parts) => parts.join() === all.join(), "all of them");
});

test("a name that is none is told on the console, once, and the others hold", async () => {
  await page.openHtml(host({ attributes: 'controls="search zoom"', after: '<story-map controls="zoom"></story-map>' }));
  const { complaints } = await page.witness();
  assert.equal(complaints.length, 1, complaints.join("\n"));
  assert.match(complaints[0], /controls="zoom": expected some of search, topics/);
  assert.deepEqual(await shown(), ["search"]);
});

test("without the share part a chosen card has no links to copy, and nothing can be saved", async () => {
  await page.openHtml(host({ attributes: 'controls="search" place="baku"' }));
  const [title] = await page.titles();
  await page.press(title);
  for (const name of ["Copy link", "Copy citation"]) assert.equal((await page.findAll("button", name)).length, 0, name);
  assert.equal(await page.run(() => document.querySelector("story-map").shadowRoot.querySelector("details")), null);
});
