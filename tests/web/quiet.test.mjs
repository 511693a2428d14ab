// Quiet: a full use of the widget leaves no error, asks nobody else for anything and stores nothing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Key } from "selenium-webdriver";
import { article } from "./support/hosts.mjs";
import { usePage } from "./support/page.mjs";
import { place, places } from "./support/story.mjs";

const page = usePage();

for (const [where, open] of [
  ["on the page of its own", () => page.open()],
  ["in an article", () => page.openHtml(article({ attributes: "hash" }))],
]) {
  test(`${where}, under a strict policy, all is quiet`, async () => {
    await forget();
    await open();
    const fetched = page.server.asked.length;
    await useAll();

    const { complaints, stored } = await page.witness();
    assert.deepEqual(complaints, [], "errors, warnings and violations");
    assert.deepEqual(await page.browser.console(), [], "the browser's console");
    assert.deepEqual(stored, [], "uses of cookies and storage");
    assert.deepEqual(await left(), { cookies: "", databases: 0, local: 0, session: 0 });

    const { origin } = page.server;
    const timed = await page.run(() => performance.getEntriesByType("resource").map(({ name }) => name));
    const asked = [...timed, ...(await page.browser.requests())];
    assert.ok(asked.length > 3, "the log of requests works");
    const elsewhere = asked.filter((url) => !url.startsWith(`${origin}/`) && !url.startsWith("data:"));
    assert.deepEqual(elsewhere, [], "requests to others");
    const later = page.server.asked.slice(fetched).map((path) => path.replace(/-\w+\.bin$/, ""));
    assert.deepEqual(later, ["/detail"], "requests once it is ready: the finer coasts, once, when it is near enough");
  });
}

/** Does all there is to do: pins, cards, map, keys, attributes, and a removal at the end. */
async function useAll() {
  for (const place of places) await page.pressPin(place);
  await page.press("Show all events");
  await page.pressPin(place("sheki"));
  const [first] = await page.titles();
  await page.press(first);
  for (const name of ["Next event", "Previous event", "Copy link", "Copy citation"]) await page.press(name);
  for (const name of ["Zoom in", "Move north", "Move east", "Move south", "Move west", "Zoom out", "Show all places"]) {
    await page.press(name);
  }
  await page.keys(Key.ESCAPE, "+", Key.ARROW_LEFT, "0");
  await page.driver.navigate().back();
  await page.run(() => document.querySelector("story-map").setAttribute("place", "ganja"));
  await page.settled();
  await page.later(async () => {
    const story = document.querySelector("story-map");
    const parent = story.parentNode;
    story.remove();
    await new Promise((later) => setTimeout(later, 50));
    parent.append(story);
  });
  await page.ready();
}

/** Empties the browser's logs of what was before. */
async function forget() {
  await page.browser.console();
  await page.browser.requests();
}

function left() {
  return page.later(async () => ({
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
    local: localStorage.length,
    session: sessionStorage.length,
  }));
}
