// What people take away works as package/README.md says: the code that it tells them to paste, under the
// policy that it tells, from another server.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { build } from "esbuild";
import { inEachEngine } from "../support/engines.mjs";
import { host } from "../support/hosts.mjs";
import * as packages from "../support/packages.mjs";
import { useServer } from "../support/server.mjs";
import { events, place, status, title, titles } from "../support/story.mjs";

const FALLBACK = "Anything here shows until, or unless, it runs.";
const CORS = { "Access-Control-Allow-Origin": "*" };
const sound = readFileSync(new URL("../../fixtures/sound.geojson", import.meta.url), "utf8");
const here = status(place("baku").events.length);

inEachEngine((page, engine) => {
  const other = useServer("localhost");

  /** Somebody's page with the code pasted into it. */
  const paste = (code, policy, options) => {
    const headers = { "Content-Security-Policy": `default-src 'none'; img-src data:; ${policy}` };
    page.server.put("/article.html", host({ script: "", story: code, ...options }), headers);
  };
  const speak = (lang) => page.run((lang) => (document.querySelector("story-map").lang = lang), lang);
  const shows = (title) => {
    const heading = () => page.run(() => document.querySelector("story-map").shadowRoot.querySelector("#title").textContent);
    return page.until(heading, (text) => text === title, title);
  };
  /** The text of the events shown, as the reader saves them. */
  const saved = async () => {
    await page.run(() => {
      const inside = [...document.querySelector("story-map").shadowRoot.querySelectorAll("summary, button")];
      inside.find(({ localName, textContent }) => localName === "summary" && textContent === "Save").click();
      inside.find(({ localName, textContent }) => localName === "button" && textContent.includes("CSV")).click();
    });
    return (await page.taken()).text;
  };
  /** What the other server was asked for. */
  const files = () => other.asked.map((path) => path.split("/").at(-1));

  test("the element, from another origin: both ways to paste it", async () => {
    packages.put(other, "module", "/deep/story-map/", CORS);
    const ways = packages.snippets("An element in your page", `${other.origin}/deep/story-map/`);
    assert.equal(ways.length, 2);
    for (const code of ways) {
      paste(code, `script-src 'self' ${other.origin} 'wasm-unsafe-eval'; connect-src ${other.origin}`);
      await page.open("/article.html");
      assert.equal(await page.status(), here);
      assert.deepEqual((await page.witness()).complaints, []);
    }
    assert.deepEqual([...new Set(page.server.asked)].sort(), ["/article.html", "/witness.js"]);
  });

  test("the element where its server sends no header, or a loader that was tampered with: what is inside stays", async () => {
    packages.put(other, "module", "/story-map/");
    const [plain, held] = packages.snippets("An element in your page", `${other.origin}/story-map/`);
    const policy = `script-src 'self' ${other.origin} 'wasm-unsafe-eval'; connect-src ${other.origin}`;
    const stays = async (code) => {
      paste(code, policy);
      await page.visit("/article.html");
      assert.ok((await page.run(() => document.body.innerText)).includes(FALLBACK));
      assert.equal(await page.run(() => customElements.get("story-map")), null);
    };
    await stays(plain);
    packages.put(other, "module", "/story-map/", CORS);
    other.change("story-map.js", (answer) => (answer.body = Buffer.concat([answer.body, Buffer.from("// mine\n")])));
    await stays(held);
    assert.ok(files().includes("story-map.js"));
  });

  test("one script needs no header and no connect-src, and asks for nothing more: languages, stories, files", async () => {
    packages.put(other, "story-map.single.js", "/story-map/story-map.single.js");
    const [code] = packages.snippets("One script", `${other.origin}/story-map/`);
    paste(code, `script-src 'self' ${other.origin} 'wasm-unsafe-eval'`);
    await page.open("/article.html");
    assert.equal(await page.status(), here);
    for (const lang of ["az", "ko", "en"]) {
      await speak(lang);
      await shows(titles[lang]);
    }
    assert.match(await saved(), /Baku/);
    await page.run((story) => (document.querySelector("story-map").story = JSON.parse(story)), sound);
    await shows(JSON.parse(sound).story.title.en);
    assert.deepEqual(files(), ["story-map.single.js"]);
    assert.deepEqual((await page.witness()).complaints, []);
  });

  test("one script under the strictest policy, Trusted Types and all: no violation", async () => {
    packages.put(other, "story-map.single.js", "/story-map/story-map.single.js");
    const [code] = packages.snippets("One script", `${other.origin}/story-map/`);
    paste(code, `script-src 'self' ${other.origin} 'wasm-unsafe-eval'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'`);
    await page.open("/article.html");
    await page.press("Show all events");
    await page.pressPin(place("seoul"));
    assert.equal(await page.status(), status(place("seoul").events.length));
    await page.run((story) => (document.querySelector("story-map").story = JSON.parse(story)), sound); // which takes the reader's program
    await shows(JSON.parse(sound).story.title.en);
    assert.deepEqual((await page.witness()).complaints, []);
  });

  test("one script twice, in the head, on a page in another encoding: no harm, no globals", async () => {
    packages.put(page.server, "story-map.single.js", "/story-map.single.js");
    const tag = '<script src="/story-map.single.js"></script>';
    const headers = { "Content-Type": "text/html" };
    const html = host({ head: tag, script: tag }).replace('charset="utf-8"', 'charset="euc-kr"');
    page.server.put("/article.html", html, headers);
    page.server.put("/plain.html", host({ story: "", script: "" }), headers);
    await page.visit("/plain.html");
    const globals = () => page.run(() => Object.keys(window).sort());
    const before = await globals();
    await page.open("/article.html");
    assert.deepEqual(await globals(), before);
    assert.equal(await page.run(() => document.characterSet), "EUC-KR");
    assert.equal(await page.status(), status(events.length));
    assert.ok((await page.run(() => document.querySelector("story-map").shadowRoot.textContent)).includes("Bakı"));
    assert.deepEqual((await page.witness()).complaints, []);
  });

  test("a frame", async () => {
    packages.put(other, "page", "/story-map/");
    const [code] = packages.snippets("A frame", `${other.origin}/story-map/`);
    paste(code, `script-src 'self' ${other.origin}; frame-src ${other.origin}`);
    await page.visit("/article.html");
    const frame = await page.run(() => document.querySelector("iframe"));
    assert.equal(await page.run((frame) => frame.title, frame), title);
    await page.driver.switchTo().frame(frame);
    const shown = () => page.run(() => document.querySelector("story-map")?.shadowRoot?.textContent ?? "").catch(() => ""); // it may be on its way yet
    await page.until(shown, (text) => text?.includes(status(events.length)), "the story in the frame");
    await page.driver.switchTo().defaultContent();
    assert.deepEqual((await page.witness()).complaints, []);
  });

  test("the npm package in somebody's bundle", async () => {
    const [code] = packages.snippets("A package");
    page.server.put("/bundle.js", await bundled(code));
    page.server.put("/article.html", host({ script: '<script src="/bundle.js" defer></script>' }));
    await page.open("/article.html");
    assert.equal(await page.status(), status(events.length));
    assert.ok(!page.server.asked.some((path) => path.endsWith(".wasm")));
  });

  test("the one file opens from a disk and asks for nothing", async () => {
    await page.browser.requests();
    await page.browser.console();
    await page.open(packages.address("story-map.html"));
    assert.equal(await page.status(), status(events.length));
    await page.pressPin(place("seoul"));
    assert.equal(await page.status(), status(place("seoul").events.length));
    assert.match(await page.fragment(), /place=seoul/);
    for (const lang of ["az", "ko"]) {
      await speak(lang);
      await shows(titles[lang]);
    }
    await speak("en");
    await shows(titles.en);
    assert.match(await saved(), /Seoul/);
    assert.deepEqual(await page.run(() => performance.getEntriesByType("resource").map(({ name }) => name)), []);
    const asked = (await page.browser.requests()).filter((url) => !url.startsWith("data:"));
    assert.deepEqual([...new Set(asked.map((url) => url.split("?")[0]))], engine === "chromium" ? [packages.address("story-map.html")] : []);
    assert.deepEqual((await page.browser.console()).filter((line) => !/^INFO|^DEBUG/.test(line)), []);
  });
});

inEachEngine((page) => {
  test("the one file has the story to read in each language where no script runs, and ways between them", async () => {
    await page.go(packages.address("story-map.html"));
    for (const lang of ["en", "az", "ko"]) {
      const told = await page.run((lang) => {
        const articles = [...document.querySelectorAll(`#${lang} article`)].filter((article) => article.checkVisibility());
        return { titles: articles.map((article) => article.querySelector("h4").textContent).sort(), lang: articles[0].closest("[lang]").lang };
      }, lang);
      assert.deepEqual(told, { titles: events.map(({ titles }) => titles[lang]).sort(), lang });
    }
    const { ids, ways } = await page.run(() => ({
      ids: [...document.querySelectorAll("[id]")].map(({ id }) => id),
      ways: [...document.querySelectorAll("a[href^='#']")].map((way) => way.getAttribute("href").slice(1)),
    }));
    assert.equal(new Set(ids).size, ids.length, "each anchor is there once");
    assert.ok(ways.length > 3 * 40, `${ways.length} ways`);
    assert.deepEqual(ways.filter((way) => !ids.includes(way)), []);
    await (await page.find("link", "한국어", await page.run(() => document.querySelector("#en")))).click();
    const top = () => page.run(() => document.querySelector("#ko h1").getBoundingClientRect().top);
    await page.until(top, (top) => top >= 0 && top < 100, "the story in Korean");
  });
}, { scripts: false });

/** A script as somebody's bundler makes it, who has installed the package. */
async function bundled(code) {
  const folder = mkdtempSync(join(tmpdir(), "story-map-web-"));
  try {
    cpSync(packages.path("npm"), join(folder, "node_modules/story-map"), { recursive: true });
    const { outputFiles } = await build({ stdin: { contents: code, resolveDir: folder }, bundle: true, write: false });
    return outputFiles[0].text;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
