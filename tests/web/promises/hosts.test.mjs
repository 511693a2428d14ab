// Promises 1 and 22 to 24: one tag works on other people's pages.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inEachEngine } from "../support/engines.mjs";
import { host } from "../support/hosts.mjs";
import { useServer } from "../support/server.mjs";
import { place, status } from "../support/story.mjs";

const seoul = place("seoul");

inEachEngine((page) => {
  const other = useServer("localhost");
  /** A page of somebody else's, at another origin than the widget's files. */
  const theirs = () => {
    const policy = `default-src 'none'; script-src 'self' ${other.origin} 'wasm-unsafe-eval'; connect-src ${other.origin}; img-src data:`;
    const script = `<script type="module" src="${other.origin}/story-map.js"></script>`;
    page.server.put("/article.html", host({ script }), { "Content-Security-Policy": policy });
  };

  test("promise 1: one tag works on another origin's page", async () => {
    other.change("", ({ headers }) => (headers["Access-Control-Allow-Origin"] = "*"));
    theirs();
    await page.open("/article.html");
    await page.pressPin(seoul);
    assert.equal(await page.status(), status(seoul.events.length));
    assert.deepEqual((await page.witness()).complaints, []);
    assert.deepEqual(page.server.asked, ["/article.html", "/witness.js"]);
  });

  test("promise 1: where its server does not allow that, the element's own children stay", async () => {
    theirs();
    await page.visit("/article.html");
    assert.ok(await page.run(() => document.querySelector("#fallback").checkVisibility()));
    assert.ok(other.asked.length, "it was asked for");
  });
});
