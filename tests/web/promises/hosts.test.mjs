// Hosts: on whatever page it is put, the story works and the page stays what it was.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inEachEngine } from "../support/engines.mjs";
import { HOSTILE, article, host, looks } from "../support/hosts.mjs";
import { POLICY, useServer } from "../support/server.mjs";
import { place, status } from "../support/story.mjs";

const baku = place("baku");
const seoul = place("seoul");

inEachEngine((page) => {
  const other = useServer("localhost");
  const complaints = async () => (await page.witness()).complaints;

  /** Presses Seoul's pin, and sees that it was heard. */
  async function works() {
    await page.pressPin(seoul);
    assert.equal(await page.status(), status(seoul.events.length));
    assert.deepEqual(await complaints(), []);
  }

  /** Opens a page of somebody else's, at another origin than the widget's files. */
  async function openTheirs() {
    const policy = `default-src 'none'; script-src 'self' ${other.origin} 'wasm-unsafe-eval'; connect-src ${other.origin}; img-src data:`;
    const script = `<script type="module" src="${other.origin}/story-map.js"></script>`;
    page.server.put("/article.html", host({ script }), { "Content-Security-Policy": policy });
    await page.visit("/article.html");
  }

  test("promise 1: one tag works on another origin's page", async () => {
    other.change("", ({ headers }) => (headers["Access-Control-Allow-Origin"] = "*"));
    await openTheirs();
    await page.ready();
    await works();
    assert.deepEqual(page.server.asked, ["/article.html", "/witness.js"]);
  });

  test("promise 1: where the files' server does not allow that, the element's own children stay", async () => {
    await openTheirs();
    await page.until(() => other.asked, (asked) => asked.includes("/story-map.js"), "it to be asked for");
    await page.until(complaints, ([first]) => /script/.test(first), "the browser to refuse it");
    assert.ok(await page.run(() => document.querySelector("#fallback").checkVisibility()));
    assert.equal(await page.run(() => !customElements.get("story-map")), true);
  });

  test("promise 7: nothing on the page moves while the story starts", async () => {
    const room = "story-map:not(:defined) { display: flow-root; min-height: 44em }";
    page.server.put("/room.css", `${room} #after { margin: 0 }`);
    const head = '<link rel="stylesheet" href="/room.css"><script type="module" src="/wait.js"></script>';
    // What is below is measured from before the story is defined until it is on show.
    page.server.put(
      "/wait.js",
      `const tops = (window.tops = []);
      const look = () => {
        tops.push(document.querySelector("#after").getBoundingClientRect().top);
        requestAnimationFrame(look);
      };
      look();`,
    );
    await page.openHtml(host({ head, after: '<p id="after">After</p>' }));
    const tops = await page.run(() => [...new Set(window.tops)]);
    assert.equal(tops.length, 1, tops.join());
  });

  test("promises 20, 23: hostile styles and another base change nothing in it", async () => {
    await page.openHtml(host());
    const plain = await page.run(looks);
    page.server.put("/hostile.css", HOSTILE);
    const head = '<base href="http://127.0.0.1:9/elsewhere/"><link rel="stylesheet" href="' + page.server.origin + '/hostile.css">';
    const script = `<script type="module" src="${page.server.origin}/story-map.js"></script>`;
    page.server.put("/page.html", host({ head, script }), { "Content-Security-Policy": POLICY });
    await page.open("/page.html");
    const hostile = await page.run(looks);
    for (const part of Object.keys(plain)) assert.deepEqual(hostile[part], plain[part], part);
    await works();
  });

  test("promise 21: nothing on the page is changed: not its document, globals, focus, scroll, history or title", async () => {
    page.server.put("/watch.js", "const records = (window.records = []); new MutationObserver((seen) => records.push(...seen.map(({ type, target }) => `${type} ${target.nodeName}`))).observe(document, { attributes: true, childList: true, characterData: true, subtree: true });");
    const watch = '<script type="module" src="/watch.js"></script>'; // before the story's own, after the parser
    const attributes = `class="mine" style="color: red" role="figure" aria-label="Ours" tabindex="0" event="${seoul.events[0].id}"`;
    const after = "<button>Theirs</button>";
    const state = () =>
      page.run(() => ({
        globals: Object.keys(window).filter((name) => !/^(cdc|se|webdriver)_/.test(name)).sort(), // the driver's
        sheets: document.adoptedStyleSheets.length,
        focus: document.activeElement.localName,
        scroll: scrollY,
        title: document.title,
        records: window.records,
        marks: performance.getEntriesByType("mark").length,
      }));
    page.server.put("/without.html", article({ head: watch, script: "", story: "", after }), { "Content-Security-Policy": `${POLICY}; style-src-attr 'unsafe-inline'` });
    await page.visit("/without.html");
    const without = await state();
    page.server.put("/page.html", article({ head: watch, attributes, after }), { "Content-Security-Policy": `${POLICY}; style-src-attr 'unsafe-inline'` });
    await page.open("/page.html");
    assert.deepEqual(await state(), without);
    const { length, historyLength } = await page.run(() => ({ length: history.length, historyLength: window.witness.historyLength }));
    assert.equal(length, historyLength);
    assert.deepEqual(await page.run(() => document.querySelector("story-map").getAttributeNames()), ["id", "loading", "class", "style", "role", "aria-label", "tabindex", "event"]);

    await page.run(() => (document.querySelector("story-map").shadowRoot.querySelector("article button, article a") ?? document.body).scrollIntoView());
    const where = () => page.run(() => [location.href, history.length, history.state]);
    const before = await where();
    await works();
    for (const name of ["Show all events", "Zoom in", "Next event"]) await page.press(name);
    const now = await state();
    assert.deepEqual([now.globals, now.sheets, now.records, now.title, await where()], [without.globals, without.sheets, [], "An article", before]);
  });

  test("promise 10: the page comes back from the back-forward cache, the story as it was", async () => {
    page.server.put("/next.html", host({ script: "", story: "<p>The next page</p>" }));
    // What a browser keeps is its own affair, and a busy one may keep nothing; a page that must not be kept never is.
    for (let tries = 1; !(await leaveAndComeBack()); tries++) assert.ok(tries < 3, "the page of before was never kept");
    assert.equal(await page.run(() => window.persisted), true);
    assert.equal(await page.status(), status(seoul.events.length));
    await page.press("Show all events");
    await page.pressPin(baku);
    assert.equal(await page.status(), status(baku.events.length));
  });

  /** Chooses Seoul, goes to another page and back; whether the page is then the one that was left. */
  async function leaveAndComeBack() {
    await page.openHtml(host());
    // Not by the driver: Firefox's listens for the end of a page that it presses something on.
    await page.run(() => document.querySelector("story-map").shadowRoot.querySelector("[part=pin][aria-label^=Seoul]").click());
    await page.until(() => page.status(), (text) => text === status(seoul.events.length), "Seoul's events");
    await page.settled();
    await page.run(() => {
      window.mark = "kept";
      addEventListener("pageshow", ({ persisted }) => (window.persisted = persisted));
    });
    await page.visit("/next.html");
    await page.driver.navigate().back();
    await page.until(() => page.run(() => !!document.querySelector("story-map")).catch(() => false), Boolean, "the page of before");
    await page.ready();
    return page.run(() => window.mark === "kept");
  }

  test("promise 22: in a page that is made with Yew, each program hears its own, and the page's ancestors hear ours once", async () => {
    const policy = POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"); // Trunk's own script
    page.server.change("/host/index.html", ({ headers }) => (headers["Content-Security-Policy"] = policy));
    await page.visit("/host/index.html");
    await page.until(() => page.run(() => !!document.querySelector("story-map")), Boolean, "their program");
    await page.ready();
    const theirs = () => page.run(() => ["press", "heard", "typed"].map((id) => Number(document.getElementById(id).textContent)));
    const press = (id) => page.run((id) => document.getElementById(id).click(), id);
    assert.equal(await page.status(), status(seoul.events.length), "their attribute");

    await page.press("Show all events");
    assert.deepEqual(await theirs(), [0, 1, 0], "a press on ours");
    await (await page.find("searchbox", "Search events")).sendKeys("ab");
    assert.deepEqual(await theirs(), [0, 1, 0], "typing in ours"); // a press to have the focus is none: keys go to the element
    await press("press");
    assert.deepEqual(await theirs(), [1, 1, 0], "a press on theirs");
    await page.run(() => document.querySelector("[aria-label=Theirs]").focus());
    await page.keys("x");
    assert.deepEqual(await theirs(), [1, 1, 1], "typing in theirs");

    await press("move");
    await page.until(() => page.status(), (text) => /^\d+ of/.test(text), "their other attribute");
    await press("toggle");
    await page.until(() => page.run(() => !document.querySelector("story-map")), Boolean, "their program to take it away");
    await press("toggle");
    await page.until(() => page.run(() => !!document.querySelector("story-map")), Boolean, "their program to bring it back");
    await page.ready();
    assert.equal(await page.status(), status(baku.events.length));
    assert.deepEqual(await complaints(), []);
  });

  test("promise 24: it works where there is no storage, and asks for none", async () => {
    page.server.put("/none.js", "for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) Object.defineProperty(window, name, { get() { throw new Error('no storage'); } });");
    await page.openHtml(host({ head: '<script src="/none.js"></script>' }));
    await works();
    assert.deepEqual((await page.witness()).stored, []);
    assert.equal(await page.run(() => document.cookie), "");
  });

  test("promises 24, 27: it works in a sandboxed frame, which has neither storage nor origin", async () => {
    page.server.change("", ({ headers }) => (headers["Access-Control-Allow-Origin"] = "*"));
    const policy = POLICY.replaceAll("'self'", page.server.origin);
    page.server.put("/framed.html", host(), { "Content-Security-Policy": policy });
    const frame = '<iframe title="A story" sandbox="allow-scripts" width="800" height="900" src="/framed.html"></iframe>';
    page.server.put("/page.html", host({ script: "", story: frame }), { "Content-Security-Policy": "frame-src 'self'" });
    await page.visit("/page.html");
    await page.driver.switchTo().frame(0);
    await page.until(() => page.run(() => location.pathname), (path) => path === "/framed.html", "the frame");
    await page.ready();
    // Chromium's driver cannot ask for the roles of what is in such a frame.
    const shown = () => page.run(() => document.querySelector("story-map").shadowRoot.querySelector("[role=status]").textContent);
    await page.run(() => document.querySelector("story-map").shadowRoot.querySelector("[part=pin][aria-label^=Seoul]").click());
    await page.until(shown, (text) => text === status(seoul.events.length), "Seoul's events");
    assert.deepEqual([await page.run(() => origin), await complaints()], ["null", []]);
    await page.driver.switchTo().defaultContent();
  });
});
