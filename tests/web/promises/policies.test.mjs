// Policies: what a strict page asks for, the story keeps; and whatever is wrong with its files, the page lives.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { inEachEngine } from "../support/engines.mjs";
import { alter, first, later } from "../support/files.mjs";
import { host } from "../support/hosts.mjs";
import { dist, useServer } from "../support/server.mjs";
import { place, status } from "../support/story.mjs";

const seoul = place("seoul");
const fixture = readFileSync(new URL("../../fixtures/sound.geojson", import.meta.url), "utf8");

// Yew brings a way to set `innerHTML`, which nothing of ours takes: Trusted Types, below, would forbid it.
test("promise 33: no script makes code of text, or starts a worker", () => {
  const scripts = readdirSync(dist).filter((name) => name.endsWith(".js"));
  assert.ok(scripts.length >= 4, scripts.join());
  for (const name of scripts) {
    const found = readFileSync(join(dist, name), "utf8").match(/\beval\b|\bnew Function\b|\bFunction\(|\bWorker\b|insertAdjacentHTML|document\.write|javascript:/g);
    assert.equal(found, null, name);
  }
});

inEachEngine((page) => {
  const other = useServer("localhost");
  const complaints = async () => (await page.witness()).complaints;

  /** Serves the host's page under a policy; its icon is the page's own affair. */
  const under = (policy, options) => page.server.put("/page.html", host(options), { "Content-Security-Policy": `${policy}; img-src data:` });

  const strict = (origin) => `default-src 'none'; script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}`;

  test("promises 5, 31: under the strictest policy all works: no violation, no request to others, nothing stored", async () => {
    under(`${strict(page.server.origin)}; style-src 'none'`);
    await page.browser.requests();
    await page.open("/page.html");
    await page.pressPin(seoul);
    assert.equal(await page.status(), status(seoul.events.length));
    for (const name of ["Show all events", "Zoom in", "Move north", "Next event"]) await page.press(name);
    await page.run(() => (document.querySelector("story-map").lang = "ko"));
    await page.until(() => page.server.asked, (asked) => asked.includes(later.story_ko), "Korean");
    await page.settled();
    assert.deepEqual(await complaints(), []);
    const timed = await page.run(() => performance.getEntriesByType("resource").map(({ name }) => name));
    const asked = [...timed, ...(await page.browser.requests())].filter((url) => !url.startsWith("data:"));
    assert.ok(asked.length > 3, "the log of requests works");
    assert.deepEqual(asked.filter((url) => new URL(url).origin !== page.server.origin), []);
    const { stored } = await page.witness();
    assert.deepEqual([stored, await page.run(() => document.cookie)], [[], ""]);
  });

  for (const [what, more] of [
    ["Trusted Types", "; style-src 'self'; require-trusted-types-for 'script'"],
    ["a list of Trusted Types' policies that has ours", "; require-trusted-types-for 'script'; trusted-types story-map"],
  ]) {
    test(`promises 31, 32: under the strictest policy and ${what}: no violation`, async () => {
      page.server.put("/mine.geojson", fixture);
      under(strict(page.server.origin) + more, { attributes: 'src="/mine.geojson"' }); // which takes one more program
      await page.open("/page.html");
      assert.equal(await page.status(), "3 of 3 events");
      assert.deepEqual(await complaints(), []);
    });
  }

  test("promise 32: where the list of policies does not have ours, it works all the same", async () => {
    under(`${strict(page.server.origin)}; require-trusted-types-for 'script'; trusted-types 'none'`);
    await page.open("/page.html");
    assert.match((await complaints()).join(), /^policy: trusted-types/);
  });

  test("promise 31: from another origin, under the same policy", async () => {
    other.change("", ({ headers }) => (headers["Access-Control-Allow-Origin"] = "*"));
    under(`${strict(`${page.server.origin} ${other.origin}`)}`, { script: `<script type="module" src="${other.origin}/story-map.js"></script>` });
    await page.open("/page.html");
    assert.deepEqual(await complaints(), []);
  });

  for (const [part, file] of Object.entries(first)) {
    test(`promise 34: one byte of the ${part} is not what it was: it is refused`, async () => {
      page.server.change(file, alter);
      await assertFails("load");
    });
  }

  for (const [what, spoil] of [
    ["is missing", (answer) => Object.assign(answer, { status: 404, body: Buffer.from("gone") })],
    ["cannot be had", (answer) => Object.assign(answer, { status: 500, body: Buffer.from("sorry") })],
    ["comes in half", (answer) => (answer.isCut = true)],
  ]) {
    test(`promise 37: the program ${what}: the element's own children, a notice, the event; and the page lives`, async () => {
      page.server.change(first.wasm, spoil);
      await assertFails("load");
    });
  }

  for (const part of ["script", "wasm", "basemap"]) {
    test(`promise 37: instead of the ${part} comes a page to log in: the element's own children, a notice, the event`, async () => {
      page.server.change(first[part], (answer) => {
        answer.body = Buffer.from("<!doctype html><title>Please log in</title>");
        answer.headers["Content-Type"] = "text/html";
      });
      await assertFails("load");
    });
  }

  for (const part of ["script", "wasm"]) {
    test(`promise 37: the page of its own whose ${part} could not be had once shows the map when it is loaded again`, async () => {
      page.server.change(first[part], (answer) => Object.assign(answer, { status: 404, body: Buffer.from("gone") }));
      await page.visit("/");
      await page.until(() => page.eventsSaid("story-error"), (said) => said.length, "story-error");
      page.server.mend();
      await page.open("/");
      assert.deepEqual(await complaints(), []);
    });
  }

  test("promise 37: the program of a wrong type works", async () => {
    page.server.change(first.wasm, ({ headers }) => (headers["Content-Type"] = "application/octet-stream"));
    await page.openHtml(host());
    assert.ok((await complaints()).every((text) => /^warn: .*MIME/.test(text)));
  });

  test("promise 36: a policy forbids WebAssembly: the element's own children, a notice, the event", async () => {
    under(strict(page.server.origin).replace("'wasm-unsafe-eval'", ""));
    await assertFailed("load");
  });

  test("promise 38: the program crashes: the element's own children again, and the page lives", async () => {
    await page.openHtml(host());
    page.server.put("/damage.mjs", `
      import start from ${JSON.stringify(first.script)};
      const program = await start(); // the one that runs already
      const memory = Object.values(program).find((part) => part instanceof WebAssembly.Memory);
      new Uint8Array(memory.buffer).fill(0xff);`);
    await page.run(() => document.head.append(Object.assign(document.createElement("script"), { type: "module", src: "/damage.mjs" })));
    await page.until(() => page.eventsSaid("story-error").then(async (said) => {
      if (said.length) return true;
      await page.run(() => document.querySelector("story-map").shadowRoot.querySelector("[part=pin]")?.click()).catch(() => {});
    }), Boolean, "the crash");
    await assertLeft("crash");
  });

  /** Opens a page whose story is bound to fail, and looks at what is left. */
  async function assertFails(type) {
    page.server.put("/page.html", host());
    await assertFailed(type);
  }

  async function assertFailed(type) {
    await page.visit("/page.html");
    await page.until(() => page.eventsSaid("story-error"), (said) => said.length, "story-error");
    await assertLeft(type);
    await assert.rejects(page.later(() => document.querySelector("story-map").ready.then(() => {})));
  }

  async function assertLeft(type) {
    const [{ bubbles, composed, detail }, ...more] = await page.eventsSaid("story-error");
    assert.deepEqual([bubbles, composed, detail.type, more], [true, true, type, []]);
    const left = await page.run(() => {
      const { shadowRoot } = document.querySelector("story-map");
      return [document.querySelector("#fallback").checkVisibility(), shadowRoot.querySelector("[role=status]").textContent, shadowRoot.querySelectorAll("canvas").length];
    });
    assert.deepEqual(left, [true, "The interactive map could not be shown.", 0]);
  }
});
