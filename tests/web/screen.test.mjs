// Screen: a window that is dragged to another screen has other pixels, and nothing else is new. In Firefox: to
// those whom Chromium's driver gives another ratio, Chromium does not tell it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { usePage } from "./support/page.mjs";

const page = usePage({ engine: "firefox" });

test("on a finer or a coarser screen the map is drawn anew, with a pixel for each of the screen's", async () => {
  await page.open();
  const drawn = () => page.run(() => {
    const canvas = document.querySelector("story-map").shadowRoot.querySelector("canvas");
    return { ratio: devicePixelRatio, wide: canvas.clientWidth, pixels: canvas.width };
  });
  const { wide } = await drawn();
  for (const ratio of [2, 1.5, 3, 1]) {
    await page.browser.resize(1440, 900, ratio);
    const fits = (now) => now.ratio === ratio && now.wide === wide && now.pixels === Math.round(wide * ratio);
    assert.ok(await page.until(drawn, fits, `${wide} px, ${ratio} pixels each`));
  }
});
