// axe: no violation that axe-core can see, in each state, narrow and wide, light and dark.

import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./support/axe.mjs";
import { host } from "./support/hosts.mjs";
import { usePage } from "./support/page.mjs";
import { place } from "./support/story.mjs";

const themes = { light: usePage({ theme: "light" }), dark: usePage({ theme: "dark" }) };
const sheki = place("sheki");
const STATES = {
  "at first": "/",
  "with a place chosen": "/#place=sheki",
  "with an event chosen": `/#place=sheki&event=${sheki.events[0].id}`,
};

for (const [theme, page] of Object.entries(themes)) {
  for (const [width, height] of [
    [320, 640],
    [1440, 900],
  ]) {
    for (const [state, path] of Object.entries(STATES)) {
      test(`${state}, ${width} px wide, ${theme}`, async () => {
        await page.resize(width, height);
        await page.open(path);
        assert.deepEqual(await violations(page), []);
      });
    }
  }
}

for (const lang of ["az", "ko"]) {
  test(`in ${lang}, with an event chosen`, async () => {
    const attributes = `lang="${lang}" event="${sheki.events[0].id}"`;
    await themes.light.openHtml(host({ attributes, before: "<main><h1>An article</h1>", after: "</main>" }));
    assert.deepEqual(await violations(themes.light), []);
  });
}
