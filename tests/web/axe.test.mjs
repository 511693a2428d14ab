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
    [768, 1024],
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

// Others, each narrow and light, and wide and dark: what is asked for in the address, and what is then done.
const OTHERS = {
  "with words marked": ["/#q=embassy"],
  "with nothing found": ["/#q=zzzz"],
  "with some years and a topic": ["/#from=2015&to=2020&topics=education"],
  "with the note about the map": ["/", (page) => page.press("About this map")],
  "with the list of what can be saved": ["/#place=sheki", (page) => page.run(() => document.querySelector("story-map").shadowRoot.querySelector("summary").click())],
  "while the tour plays": ["/#place=ganja", (page) => page.press("Play tour")],
  "zoomed out of the cities": ["/", (page) => page.press("Zoom out")],
};

for (const [state, [path, act]] of Object.entries(OTHERS)) {
  for (const [theme, width, height] of [["light", 320, 640], ["dark", 1440, 900]]) {
    test(`${state}, ${width} px wide, ${theme}`, async () => {
      const page = themes[theme];
      await page.resize(width, height);
      await page.open(path);
      await act?.(page);
      await page.settled();
      assert.deepEqual(await violations(page), []);
    });
  }
}

test("with the list over all of the map on a phone", async () => {
  await themes.dark.resize(360, 740);
  await themes.dark.open();
  for (let press = 0; press < 2; press++) await themes.dark.press("Show more of the list");
  await themes.dark.settled();
  assert.deepEqual(await violations(themes.dark), []);
});

for (const lang of ["az", "ko"]) {
  test(`in ${lang}, with an event chosen`, async () => {
    const attributes = `lang="${lang}" event="${sheki.events[0].id}"`;
    await themes.light.openHtml(host({ attributes, before: "<main><h1>An article</h1>", after: "</main>" }));
    assert.deepEqual(await violations(themes.light), []);
  });
}
