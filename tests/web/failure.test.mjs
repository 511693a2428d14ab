// Failure: whatever goes wrong, the reader keeps the element's own children and is told, and the page lives.

import assert from "node:assert/strict";
import { test } from "node:test";
import { alter, first as files, later } from "./support/files.mjs";
import { host } from "./support/hosts.mjs";
import { usePage } from "./support/page.mjs";
import { POLICY } from "./support/server.mjs";
import { events, place, status } from "./support/story.mjs";

const page = usePage();

for (const [part, file] of Object.entries(files)) {
  test(`the ${part} is missing`, async () => {
    page.server.change(file, missing);
    await assertFails("load");
  });

  test(`the ${part} is cut short`, async () => {
    page.server.change(file, (answer) => (answer.body = answer.body.subarray(0, answer.body.length / 2)));
    await assertFails("load");
  });

  test(`one byte of the ${part} is altered`, async () => {
    page.server.change(file, alter);
    await assertFails("load");
  });
}

for (const [how, spoil] of [
  ["is missing", missing],
  ["is altered", alter],
]) {
  test(`where the detail ${how} the coarse map stays and nothing fails`, async () => {
    page.server.change(later.detail, spoil);
    await openSound();
    await page.pressPin(place("baku"));
    await page.until(() => page.server.asked.some((path) => path.endsWith(later.detail)), Boolean, "the detail to be asked for");
    await page.settled();
    assert.ok(await page.find("button", place("seoul").pin), "the map is still there");
  });
}

test("a page to log in stands in the program's place", async () => {
  page.server.change(files.wasm, (answer) => {
    answer.body = Buffer.from("<!doctype html><title>Please log in</title>");
    answer.headers["Content-Type"] = "text/html";
  });
  await assertFails("load");
});

test("the page's policy forbids WebAssembly", async () => {
  page.server.change(".html", ({ headers }) => {
    headers["Content-Security-Policy"] = POLICY.replace("'wasm-unsafe-eval'", "");
  });
  await assertFails("load");
});

test("the program crashes while the reader uses it", async () => {
  await openSound();
  const { pin } = place("seoul");
  await page.press(pin);
  await damageMemory();
  // It may crash by itself before it is pressed: a frame of the map is enough.
  await page.find("button", pin).then((found) => found.click()).catch(() => {});
  await assertFailed("crash");
});

test("the program crashes when another element is added, and the first goes with it", async () => {
  await openSound();
  await damageMemory();
  await page.run(() => document.body.append(Object.assign(document.createElement("story-map"), { loading: "eager" })));
  const { target } = await assertFailed("crash", { elements: 2 });
  assert.equal(target, "story");
});

test("after a failure another element may try again, and succeed", async () => {
  page.server.change(files.wasm, missing);
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

function missing(answer) {
  Object.assign(answer, { status: 404, body: Buffer.from("gone") });
}

/** Serves a page that is alive: it counts the presses of its own button. */
function serve() {
  page.server.put("/alive.js", "addEventListener('click', ({ target }) => target.id === 'alive' && target.textContent++);");
  page.server.put("/page.html", host({ after: '<script src="/alive.js"></script><button id="alive">0</button>' }));
}

/** Opens a page whose story works, so far; its map is at rest, so that only the test makes the program do anything. */
async function openSound() {
  serve();
  await page.open("/page.html");
  await page.until(() => page.run(() => !!document.querySelector("story-map").state.view));
}

/** Opens a page whose story is bound to fail, and looks at what is left. */
async function assertFails(type) {
  serve();
  await page.visit("/page.html");
  const { detail } = await assertFailed(type);
  const ready = page.later(async () => document.querySelector("story-map").ready);
  await assert.rejects(ready, ({ message }) => message.includes(detail.message), "`ready` rejects, and says why");
}

/** What is left after a failure; answers the first `story-error`. */
async function assertFailed(type, { elements = 1 } = {}) {
  const said = await page.until(() => page.eventsSaid("story-error"), (said) => said.length >= elements, "story-error");
  await page.settled();
  assert.equal((await page.eventsSaid("story-error")).length, elements, "each element says it once");
  for (const { bubbles, composed, detail } of said) {
    assert.deepEqual({ bubbles, composed, type: detail.type }, { bubbles: true, composed: true, type });
    assert.match(detail.message, /\w/);
  }

  assert.ok(await seen("#fallback"), "the element's own children are seen");
  const notices = await page.findAll("status");
  const texts = await Promise.all(notices.map((notice) => notice.getText()));
  assert.deepEqual(texts, Array(elements).fill("The interactive map could not be shown."));
  assert.deepEqual(await page.findAll("region", "Map"), [], "no half of the map is left");

  await (await page.find("button", "0")).click();
  await page.find("button", "1");
  return said[0];
}

function seen(selector) {
  return page.run((selector) => {
    const element = document.querySelector(selector);
    return element.checkVisibility() && element.getBoundingClientRect().height > 0;
  }, selector);
}

/** Overwrites all of the running program's memory. */
async function damageMemory() {
  page.server.put("/damage.mjs", `
    import start from ${JSON.stringify(files.script)};
    const program = await start(); // the one that runs already
    const memory = Object.values(program).find((part) => part instanceof WebAssembly.Memory);
    new Uint8Array(memory.buffer).fill(0xff);
    document.documentElement.dataset.damaged = "";
  `);
  await page.run(() => document.head.append(Object.assign(document.createElement("script"), { type: "module", src: "/damage.mjs" })));
  await page.until(() => page.run(() => "damaged" in document.documentElement.dataset));
}
