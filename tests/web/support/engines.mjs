// What is promised holds in every engine: the same tests in each of them, one browser after the other.

import { describe } from "node:test";
import * as browsers from "./browser.mjs";
import { usePage } from "./page.mjs";

/** The engines to test in: all of them, or the one that ENGINE names. */
export const ENGINES = process.env.ENGINE ? [process.env.ENGINE] : browsers.ENGINES;

/**
 * Tests in each engine: `tests(page, engine)` says which. `page` is what `usePage` gives; so are the options.
 *
 *     inEachEngine((page) => {
 *       test("promise 20: hostile styles change nothing", async () => {
 *         await page.openHtml(host());
 *       });
 *     });
 */
export function inEachEngine(tests, options) {
  for (const engine of ENGINES) describe(engine, () => tests(usePage({ ...options, engine }), engine));
}
