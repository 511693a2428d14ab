// Bench: what stories of 100, 10,000 and 100,000 events take in Chromium, from the build in dist/:
// `cargo xtask bench story`. Milliseconds of the main thread's own time, script, style and layout, so that what
// else the machine does is not counted; but for the frames of a zoom, which are by the clock.

import * as browsers from "./support/browser.mjs";
import { host } from "./support/hosts.mjs";
import { longStory } from "./support/long-story.mjs";
import { Server } from "./support/server.mjs";

const LENGTHS = process.argv.slice(2).map(Number);
const server = new Server();
await server.start();
const { driver, resize, stop } = await browsers.start({ motion: false });
await driver.manage().setTimeouts({ script: 120_000 });
await resize(1440, 900);
await driver.sendDevToolsCommand("Performance.enable", { timeDomain: "threadTicks" });
server.put("/small.geojson", JSON.stringify(longStory(3)));
server.put("/page.html", host({ attributes: 'src="/small.geojson"' }));
const rows = [];
for (const events of LENGTHS.length ? LENGTHS : [100, 10_000, 100_000]) {
  const file = JSON.stringify(longStory(events));
  server.put("/long.geojson", file);
  rows.push({ events, "file, MB": tenths(file.length / 1e6), ...(await measure()) });
  console.table(rows);
}
await stop();
await server.stop();

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
  const frames = await inPage(zoom);
  return { ready, "first letter": first, "letter p95": p95(later), "step p95": p95(steps), "pin p95": p95(pins), "frame p50": tenths(quantile(frames, 0.5)), "frame p95": p95(frames) };
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

// Runs in the page: zooms from the world to a city and back; what the map does in each frame, by the clock.
async function zoom() {
  const root = document.querySelector("story-map").shadowRoot;
  root.querySelector(".show-all").click();
  await new Promise((rested) => setTimeout(rested, 1500));
  const frames = [];
  const ask = window.requestAnimationFrame;
  window.requestAnimationFrame = (draw) =>
    ask((time) => {
      const start = performance.now();
      draw(time);
      frames.push(performance.now() - start);
    });
  const surface = root.querySelector(".surface");
  const { left, top, width, height } = surface.getBoundingClientRect();
  const at = { clientX: left + width / 2, clientY: top + height / 2 };
  for (let frame = 0; frame < 120; frame++) {
    const deltaY = frame < 60 ? -25 : 25;
    surface.dispatchEvent(new WheelEvent("wheel", { bubbles: true, composed: true, cancelable: true, ctrlKey: true, deltaY, ...at }));
    await new Promise((drawn) => ask(drawn));
  }
  window.requestAnimationFrame = ask;
  if (frames.length < 100) throw new Error(`${frames.length} frames drawn`);
  return frames;
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
