// A browser of its own for each test file: fresh profile, no way off this machine.
// ENGINE chooses which, where a test does not say: chromium (default), firefox or webkit.

import { chromium } from "./browser/chromium.mjs";
import { firefox } from "./browser/firefox.mjs";
import { NARROWEST, webkit } from "./browser/webkit.mjs";

const starts = { chromium, firefox, webkit };

/** Every engine there is. */
export const ENGINES = Object.keys(starts);

/** The engine of tests that run in one. */
export const engine = process.env.ENGINE ?? "chromium";

/** The narrowest window of that engine, in pixels: a test that asks for less gets this. */
export const narrowest = engine === "webkit" ? NARROWEST : 0;

/**
 * Starts a browser. `theme` is what the reader prefers, `motion` whether they like things to move;
 * `scripts` and `wasm` are whether it runs JavaScript and WebAssembly.
 * The answer has the WebDriver session and what WebDriver has no word for.
 */
export async function start({ engine: name = engine, theme = "light", motion = false, scripts = true, wasm = true } = {}) {
  if (!starts[name]) throw new Error(`ENGINE=${name}: expected ${ENGINES.join(" or ")}`);
  const browser = await starts[name]({ theme, motion, scripts, wasm });
  await browser.driver.manage().setTimeouts({ implicit: 0, pageLoad: 15_000, script: 20_000 });
  return browser;
}
