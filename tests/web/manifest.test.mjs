// Manifest: what custom-elements.json and the types say of the element is what it has and does, all of it and no more.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import Ajv from "ajv";
import { host } from "./support/hosts.mjs";
import { usePage } from "./support/page.mjs";
import { dist } from "./support/server.mjs";
import { place } from "./support/story.mjs";

const page = usePage();
const manifest = JSON.parse(readFileSync(join(dist, "custom-elements.json"), "utf8"));
const types = readFileSync(join(dist, "story-map.d.ts"), "utf8");
const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const [element] = manifest.modules[0].declarations;
const names = (things) => things.map(({ name }) => name).sort();
const found = (text, pattern) => [...new Set(Array.from(text.matchAll(pattern), ([, name]) => name))].sort();

test("the manifest follows its schema", () => {
  const validate = new Ajv({ allErrors: true, strict: false }).compile(createRequire(import.meta.url)("custom-elements-manifest/schema.json"));
  assert.ok(validate(manifest), JSON.stringify(validate.errors));
  assert.equal(manifest.schemaVersion, "2.1.0");
});

test("the types have its members and events", () => {
  const [, members] = /interface StoryMapElement .*?\{\n(.*?)\n\}/s.exec(types);
  const own = found(members, /^ {2}(?:readonly |[gs]et )?(\w+)[(:]/gm).filter((name) => name !== "addEventListener");
  assert.deepEqual(own, names(element.members));
  const [, events] = /interface StoryMapEventMap \{\n(.*?)\n\}/s.exec(types);
  assert.deepEqual(found(events, /"([\w-]+)": /g), names(element.events));
  for (const { name, type } of element.events) {
    const [, said] = new RegExp(`"${name}": (.*);`).exec(events);
    assert.equal(said.replaceAll('"', "'"), type.text, name);
  }
});

test("README tells of its attributes and events", () => {
  assert.deepEqual(found(readme, /^\| ((?:`\w+`(?:, )?)+) \| /gm).flatMap((row) => row.match(/\w+/g)).sort(), names(element.attributes));
  assert.deepEqual(found(readme, /^\| `(story-\w+)` \| /gm), names(element.events));
});

test("the element has its attributes and members, and each attribute is a member", async () => {
  await page.openHtml(host());
  const [observed, members] = await page.run(() => {
    const { observedAttributes, prototype } = customElements.get("story-map");
    return [observedAttributes, [...Object.getOwnPropertyNames(prototype), ...Object.keys(document.querySelector("story-map"))]];
  });
  assert.deepEqual(observed.toSorted(), names(element.attributes));
  const callbacks = ["attributeChangedCallback", "connectedCallback", "constructor", "disconnectedCallback"];
  assert.deepEqual(members.filter((name) => !callbacks.includes(name)).sort(), names(element.members));
  assert.deepEqual(
    names(element.members.filter(({ attribute }) => attribute)),
    names(element.attributes.filter(({ name }) => name !== "lang")), // every element has that
  );
});

test("what the types say that its state has is there when it is ready", async () => {
  page.server.put("/early.js", "addEventListener('story-ready', ({ target }) => (window.early = JSON.stringify(target.state)));");
  await page.openHtml(host({ head: '<script src="/early.js"></script>' }));
  const early = Object.keys(JSON.parse(await page.run(() => window.early)));
  const [, filter, state] = /interface StoryMapFilter \{\n(.*?)\n\}.*interface StoryMapState .*?\{\n(.*?)\n\}/s.exec(types);
  const said = (pattern) => found(`${filter}\n${state}`, pattern);
  assert.deepEqual(said(/^ {2}(\w+): /gm).filter((name) => !early.includes(name)), []);
  await page.until(() => page.run(() => document.querySelector("story-map").state.view));
  const all = await page.run(() => Object.keys(document.querySelector("story-map").state));
  assert.deepEqual(said(/^ {2}(\w+)\??: /gm), all.sort());
});

test("it says the events, has the parts, slots and custom properties, and no others", async () => {
  page.server.put("/said.js", `
    const said = (window.said = new Set());
    const { dispatchEvent } = EventTarget.prototype;
    EventTarget.prototype.dispatchEvent = function (event) {
      if (this.localName === "story-map") said.add(event.type);
      return dispatchEvent.call(this, event);
    };`);
  await page.openHtml(host({ head: '<script src="/said.js"></script>' }));
  await page.pressPin(place("seoul"));
  await page.press("Zoom in");
  await page.until(() => page.eventsSaid("story-view"), ({ length }) => length, "story-view");
  const [parts, properties] = await page.run(() => {
    const { shadowRoot } = document.querySelector("story-map");
    const text = shadowRoot.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText)).join("\n");
    return [[...shadowRoot.querySelectorAll("[part]")].map(({ part }) => part.value), text.match(/--story-map-[\w-]+/g)];
  });
  assert.deepEqual([...new Set(parts)].sort(), names(element.cssParts));
  assert.deepEqual([...new Set(properties)].sort(), names(element.cssProperties));

  await page.run(() => (document.querySelector("story-map").src = "/nowhere.geojson"));
  await page.until(() => page.eventsSaid("story-error"), ({ length }) => length, "story-error");
  assert.deepEqual(await page.run(() => [...window.said].sort()), names(element.events));
  const slots = await page.run(() => [...document.querySelector("story-map").shadowRoot.querySelectorAll("slot")].map(({ name }) => name));
  assert.deepEqual(slots, names(element.slots));
});
