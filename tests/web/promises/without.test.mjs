// Without: a browser that runs no WebAssembly, or no script at all, shows what is in the element.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inEachEngine } from "../support/engines.mjs";
import { host } from "../support/hosts.mjs";

inEachEngine((page) => {
  test("promise 36: without WebAssembly the element's own children are shown, with a notice", async () => {
    page.server.put("/page.html", host());
    await page.visit("/page.html");
    const [{ detail }] = await page.until(() => page.eventsSaid("story-error"), (said) => said.length, "story-error");
    assert.equal(detail.type, "load");
    const [shown, notice] = await page.run(() => {
      const { shadowRoot } = document.querySelector("story-map");
      return [document.querySelector("#fallback").checkVisibility(), shadowRoot.querySelector("[role=status]").textContent];
    });
    assert.deepEqual([shown, notice], [true, "The interactive map could not be shown."]);
  });
}, { wasm: false });

inEachEngine((page) => {
  test("promise 35: without scripts the element's own children are shown", async () => {
    page.server.put("/page.html", host());
    await page.visit("/page.html");
    assert.equal(await page.run(() => "witness" in window), false, "no script runs");
    assert.ok(await page.run(() => document.querySelector("#fallback").getBoundingClientRect().height > 0));
  });
}, { scripts: false });
