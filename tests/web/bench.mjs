// Bench: what takes how long in Chromium, from the build in dist/: frames of the map (`cargo xtask bench frames`),
// and stories of 100, 10,000 and 100,000 events (`cargo xtask bench story`). Milliseconds; of the main thread's own
// time, script, style and layout, so that what else the machine does is not counted; but for the program's work in
// a frame, which is by the clock.

import * as browsers from "./support/browser.mjs";
import { host } from "./support/hosts.mjs";
import { longStory } from "./support/long-story.mjs";
import { Server } from "./support/server.mjs";

const server = new Server();
await server.start();
const { driver, resize, stop } = await browsers.start({ motion: false });
await driver.manage().setTimeouts({ script: 120_000 });
await driver.sendDevToolsCommand("Performance.enable", { timeDomain: "threadTicks" });
const [what, ...lengths] = process.argv.slice(2);
if (what === "frames") await ofTheMap();
else await ofStories(lengths.length ? lengths.map(Number) : [100, 10_000, 100_000]);
await stop();
await server.stop();

/** Frames of the map in a page of its own, at either ratio of pixels. */
async function ofTheMap() {
  const rows = [];
  for (const deviceScaleFactor of [1, 2]) {
    await driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", { width: 1000, height: 600, deviceScaleFactor, mobile: false });
    await driver.get(`${server.origin}/`);
    await inPage(() => document.querySelector("story-map").ready);
    for (const how of ["pan", "zoom"]) {
      await inPage(rest);
      const before = await taken();
      const { work, late } = await inPage(move, how);
      const all = (await taken()) - before;
      rows.push({
        "pixel ratio": deviceScaleFactor, how, frames: work.length, "work p50": tenths(quantile(work, 0.5)), "work p95": p95(work),
        "work worst": tenths(Math.max(...work)), "with style, layout, paint: mean": tenths(all / work.length), "late, %": late,
      });
    }
  }
  console.table(rows);
}

async function ofStories(lengths) {
  await resize(1440, 900);
  server.put("/small.geojson", JSON.stringify(longStory(3)));
  server.put("/page.html", host({ attributes: 'src="/small.geojson"' }));
  const rows = [];
  for (const events of lengths) {
    const file = JSON.stringify(longStory(events));
    server.put("/long.geojson", file);
    rows.push({ events, "file, MB": tenths(file.length / 1e6), ...(await measure()) });
    console.table(rows);
  }
}

async function measure() {
  await driver.get(`${server.origin}/page.html`);
  await inPage(() => document.querySelector("story-map").ready); // the programs are here
  const none = await spent(() => {});
  const more = async (...step) => tenths((await spent(...step)) - none);

  const ready = await more(async () => {
    const element = document.querySelector("story-map");
    const shown = new Promise((shown, failed) => {
      addEventListener("story-ready", shown, { once: true });
      addEventListener("story-error", ({ detail }) => failed(detail.message), { once: true });
    });
    element.setAttribute("src", "/long.geojson");
    await shown;
  });

  const letters = [];
  for (const words of ["president baku", "school of korea", "zzz", ""]) {
    for (let length = Math.min(1, words.length); length <= words.length; length++) {
      letters.push(await more((typed) => {
        const search = document.querySelector("story-map").shadowRoot.querySelector("input[type=search]");
        search.value = typed;
        search.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
      }, words.slice(0, length)));
    }
  }
  const [first, ...later] = letters;

  const steps = [];
  const pins = [];
  for (let step = 0; step < 12; step++) {
    steps.push(await more(() => document.querySelector("story-map").shadowRoot.querySelectorAll(".tour button")[2].click()));
  }
  for (let press = 0; press < 6; press++) {
    pins.push(await more(() => document.querySelector("story-map").shadowRoot.querySelector(".pin:not([data-cluster])").click()));
  }
  await inPage(rest);
  const { work } = await inPage(move, "zoom");
  return { ready, "first letter": first, "letter p95": p95(later), "step p95": p95(steps), "pin p95": p95(pins), "zoom frame p95": p95(work) };
}

/** What the main thread spends on something done in the page, and on what comes of it in half a second. */
async function spent(act, ...args) {
  const before = await taken();
  await inPage(act, ...args);
  await new Promise((over) => setTimeout(over, 500));
  return (await taken()) - before;
}

async function taken() {
  const { metrics } = await driver.sendAndGetDevToolsCommand("Performance.getMetrics", {});
  return 1000 * metrics.find(({ name }) => name === "TaskDuration").value;
}

async function inPage(act, ...args) {
  const answer = await driver.executeAsyncScript(
    `const [done, ...args] = [...arguments].reverse();
    (async () => (${act})(...args.reverse()))().then((value) => done({ value }), (error) => done({ error: String(error) }))`,
    ...args,
  );
  if (answer.error) throw new Error(answer.error);
  return answer.value;
}

// Runs in the page: the map as at first, and at rest.
async function rest() {
  document.querySelector("story-map").shadowRoot.querySelector(".show-all").click();
  await new Promise((rested) => setTimeout(rested, 1500));
}

// Runs in the page: moves the map by hand, an event a frame, and says how long the program was at work in each
// frame, by the clock, and which share of the frames came later than a screen of 60 a second asks for.
async function move(how) {
  const root = document.querySelector("story-map").shadowRoot;
  const work = [];
  const times = [];
  let since = 0; // of this frame, so far
  const timed = (act) => {
    const start = performance.now();
    act();
    since += performance.now() - start;
  };
  const ask = window.requestAnimationFrame;
  window.requestAnimationFrame = (draw) => ask((time) => timed(() => draw(time)));
  const surface = root.querySelector(".surface");
  const { left, top, width, height } = surface.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const common = { bubbles: true, composed: true, cancelable: true };
  const drag = (type, part) =>
    surface.dispatchEvent(new PointerEvent(type, {
      ...common, isPrimary: true, pointerId: 7, pointerType: "mouse", button: type === "pointermove" ? -1 : 0,
      buttons: type === "pointerup" ? 0 : 1, clientX: x + 0.3 * width * Math.sin(9 * part), clientY: y + 0.2 * height * Math.sin(15 * part),
    }));
  const turn = (part) =>
    surface.dispatchEvent(new WheelEvent("wheel", { ...common, ctrlKey: true, deltaY: part < 0.5 ? -25 : 25, clientX: x, clientY: y }));
  if (how === "pan") drag("pointerdown", 0);
  const FRAMES = 120;
  for (let frame = 0; frame < FRAMES; frame++) {
    timed(() => (how === "pan" ? drag("pointermove", frame / FRAMES) : turn(frame / FRAMES)));
    await new Promise((drawn) => ask((time) => drawn(times.push(time))));
    work.push(since);
    since = 0;
  }
  if (how === "pan") drag("pointerup", 1);
  window.requestAnimationFrame = ask;
  const late = times.filter((time, frame) => time - times[frame - 1] > 1.1 * (1000 / 60)).length;
  return { work, late: Math.round((1000 * late) / FRAMES) / 10 };
}

function quantile(times, share) {
  return [...times].sort((a, b) => a - b)[Math.ceil(share * times.length) - 1];
}

function p95(times) {
  return tenths(quantile(times, 0.95));
}

function tenths(number) {
  return Math.round(10 * number) / 10;
}
