// Failure: whatever goes wrong, the reader keeps the element's own children and is told, and the page lives.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { host } from "./support/hosts.mjs";
import { usePage } from "./support/page.mjs";
import { dist, POLICY } from "./support/server.mjs";
import { events, status } from "./support/story.mjs";

const page = usePage();
const loader = readFileSync(join(dist, "story-map.js"), "utf8");
const core = /script: "(?:\.\/)?([^"]+)"/.exec(loader)[1];
const pageWith = (options) =>
  host({ after: '<script src="/alive.js"></script><button id="alive">0</button>', ...options });
const ALIVE = "addEventListener('click', ({ target }) => target.id === 'alive' && target.textContent++);";

test("a missing program", async () => {
  page.server.change(".wasm", (answer) => Object.assign(answer, { status: 404, body: Buffer.from("gone") }));
  await assertFails("load");
});

test("a server's error page in the program's place", async () => {
  page.server.change(".wasm", (answer) => {
    answer.body = Buffer.from("<!doctype html><title>Please log in</title>");
    answer.headers["Content-Type"] = "text/html";
  });
  await assertFails("load");
});

test("a program cut short", async () => {
  page.server.change(".wasm", (answer) => (answer.body = answer.body.subarray(0, answer.body.length / 2)));
  await assertFails("load");
});

test("a program with one byte flipped", { skip: !/integrity: "sha/.test(loader) && "no release build" }, async () => {
  page.server.change(".wasm", ({ body }) => (body[body.length - 100] ^= 1));
  await assertFails("load");
});

test("a missing script of the program", async () => {
  page.server.change(core, (answer) => Object.assign(answer, { status: 404, body: Buffer.from("gone") }));
  await assertFails("load");
});

test("a policy that forbids WebAssembly", async () => {
  page.server.change(".html", ({ headers }) => {
    headers["Content-Security-Policy"] = POLICY.replace("'wasm-unsafe-eval'", "");
  });
  await assertFails("load");
});

test("a crash inside the program", async () => {
  await page.openHtml(host());
  const wasm = page.server.asked.find((path) => path.endsWith(".wasm"));
  page.server.put("/damage.mjs", damage(`/${core}`, wasm));
  await assertFails("crash", pageWith({ story: "", head: '<script type="module" src="/damage.mjs"></script>' }));
});

test("after a failure another element may try again, and succeed", async () => {
  page.server.change(".wasm", (answer) => Object.assign(answer, { status: 503, body: Buffer.from("busy") }));
  await assertFails("load");
  page.server.mend();
  await page.later(async () => {
    document.querySelector("story-map").remove();
    const second = document.createElement("story-map");
    document.body.append(second);
    await second.ready;
  });
  assert.equal(await page.status(), status(events.length));
});

/** Opens a page whose story is bound to fail, and looks at what is left. */
async function assertFails(type, html = pageWith()) {
  page.server.put("/alive.js", ALIVE);
  page.server.put("/page.html", html);
  await page.visit("/page.html");
  const said = await page.until(() => page.eventsSaid("story-error"), (said) => said.length > 0, "story-error");
  assert.equal(said.length, 1, JSON.stringify(said));
  const [{ bubbles, composed, detail }] = said;
  assert.deepEqual({ bubbles, composed, type: detail.type }, { bubbles: true, composed: true, type });
  assert.match(detail.message, /\w/);

  const ready = page.later(async () => document.querySelector("story-map").ready);
  await assert.rejects(ready, ({ message }) => message.includes(detail.message), "`ready` rejects, and says why");
  assert.ok(await seen("#fallback"), "the element's own children are seen");
  const notices = await page.findAll("status");
  const texts = await Promise.all(notices.map((notice) => notice.getText()));
  assert.deepEqual(texts.filter(Boolean), ["The interactive map could not be shown."]);
  assert.deepEqual(await page.findAll("region", "Map"), [], "no half of the map is left");

  await (await page.find("button", "0")).click();
  await page.find("button", "1");
}

function seen(selector) {
  return page.run((selector) => {
    const element = document.querySelector(selector);
    return element.checkVisibility() && element.getBoundingClientRect().height > 0;
  }, selector);
}

/** A script that starts the program before any element does, spoils the map in its memory, and adds one. */
function damage(core, wasm) {
  const basemap = readFileSync(new URL("../../story/basemap.bin", import.meta.url));
  return `
    import start from ${JSON.stringify(core)};
    const { memory } = await start({ module_or_path: fetch(${JSON.stringify(wasm)}) });
    const head = ${JSON.stringify([...basemap.subarray(0, 24)])};
    const bytes = new Uint8Array(memory.buffer);
    const at = bytes.findIndex((_, at) => head.every((byte, index) => bytes[at + index] === byte));
    if (at < 0) throw new Error("no basemap in the program's memory");
    bytes.set([0, 0, 0, 0], at);
    const story = document.createElement("story-map");
    story.append(Object.assign(document.createElement("p"), { id: "fallback", textContent: "Read it here." }));
    document.body.append(story);
  `;
}
