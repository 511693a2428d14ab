// View: what the element tells the page of filters and of where the map looks, and where the page sends it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { host } from "./support/hosts.mjs";
import { usePage } from "./support/page.mjs";
import { events, place } from "./support/story.mjs";

const page = usePage();
const baku = place("baku");

test("a filter that the reader changes is told by ids and values, bubbling out of the shadow root", async () => {
  await page.openHtml(host());
  await page.pressPin(baku);
  const [first] = await page.eventsSaid("story-filter");
  assert.deepEqual(first.detail, { place: ["baku"], topics: null, from: null, to: null, q: "" });
  assert.deepEqual([first.bubbles, first.composed, first.target], [true, true, "story"]);
  const field = await page.find("searchbox", "Search events");
  await field.sendKeys("a");
  await page.until(() => page.eventsSaid("story-filter"), (said) => said.length === 2, "a second filter");
  assert.equal((await page.eventsSaid("story-filter"))[1].detail.q, "a");
});

test("what is no filter of the reader's is not told as one", async () => {
  await page.openHtml(host({ attributes: 'place="baku" from="2000"' }));
  await page.press((await page.titles())[0]);
  await page.run(() => document.querySelector("story-map").setAttribute("place", "seoul"));
  await page.until(() => page.pressed(), ([name]) => name === "Seoul", "Seoul");
  assert.deepEqual(await page.eventsSaid("story-filter"), []);
});

test("the state is plain JSON: what is chosen, asked for, spoken and seen", async () => {
  await page.openHtml(host({ attributes: `place="baku" from="1995" to="2020" topics="culture education" event=""` }));
  const state = () => page.run(() => JSON.parse(JSON.stringify(document.querySelector("story-map").state)));
  await page.until(state, ({ view }) => view, "the map to be at rest");
  const { view, ...chosen } = await state();
  const topics = ["education", "culture"];
  assert.deepEqual(chosen, { event: null, place: ["baku"], topics, from: 1995, to: 2020, q: "", lang: "en" });
  assert.ok(Math.abs(view.lon - 49.87) < 5 && Math.abs(view.lat - 40.41) < 5 && view.zoom > 2, JSON.stringify(view));
  const [title] = await page.titles();
  await page.press(title);
  assert.equal((await state()).event, events.find((event) => event.title === title).id);
});

test("the page sends the map somewhere without choosing anything; only the reader's moves are told and linked", async () => {
  await page.openHtml(host({ attributes: "hash" }));
  await page.run(() => document.querySelector("story-map").flyTo({ lon: 10, lat: 20, zoom: 4 }));
  await page.until(view, (view) => view?.lon === 10 && view.lat === 20 && view.zoom === 4, "the map there");
  assert.deepEqual([await page.fragment(), await page.eventsSaid("story-view"), await page.chosen()], ["", [], []]);
  await page.press("Zoom in");
  const [said] = await page.until(() => page.eventsSaid("story-view"), (said) => said.length === 1, "story-view");
  assert.ok(said.detail.zoom > 4 && said.detail.lon === 10, JSON.stringify(said.detail));
});

test("the state knows where the map looks in a box of another size, by another law, and once it has a box", async () => {
  await page.openHtml(host({ story: '<div hidden><story-map loading="eager"></story-map></div>' }));
  await page.run(() => new Promise((later) => setTimeout(later, 600)));
  assert.equal(await view(), null, "nothing is seen");
  const widen = (width) => page.run((width) => (document.querySelector("story-map").style.width = width), width);
  await widen("1000px");
  await page.run(() => (document.querySelector("[hidden]").hidden = false));
  const wide = await page.until(view, (view) => view?.zoom > -1, "a view");
  await widen("320px");
  const narrow = await page.until(view, (view) => view.zoom < wide.zoom - 0.5, "a view from farther away");
  await page.run(() => document.querySelector("story-map").setAttribute("projection", "flat"));
  await page.until(view, (view) => view.zoom !== narrow.zoom, "the view on a flat map");
});

test("where there is nothing the page sends the map to no place, and hears of it", async () => {
  await page.openHtml(host());
  const refused = await page.later(async () => {
    const story = document.querySelector("story-map");
    const views = [{}, { lon: NaN, lat: 20 }, { lon: 10, lat: null }, { lon: 10, lat: 1e12 }, { lon: -180.1, lat: 20 }, { lon: 10, lat: 20, zoom: Infinity }];
    const said = await Promise.all(views.map((view) => story.flyTo(view).then(() => "gone there", String)));
    await story.flyTo({ lon: -180, lat: -90 });
    return said;
  });
  const named = ["undefined: expected -180 to 180", "NaN: expected -180 to 180", "null: expected -90 to 90", "1000000000000: expected -90 to 90", "-180.1: expected -180 to 180", "Infinity: expected -30 to 30"];
  assert.deepEqual(refused, named.map((words) => `RangeError: <story-map>: flyTo: ${words}`));
});

test("where the reader moves the map is in the address, in place; a choice that turns the map drops it", async () => {
  await page.open("/#chapter=2");
  const length = await page.run(() => history.length);
  await page.press("Zoom in");
  await page.until(() => page.fragment(), (fragment) => fragment.includes("at="), "the view in the address");
  const before = await page.fragment();
  await page.press("Move north");
  await page.until(() => page.fragment(), (fragment) => fragment !== before, "another view");
  const { lon, lat, zoom } = await view();
  assert.deepEqual((await page.fragment()).slice(1).split("&").sort(), [`at=${lon},${lat},${zoom}`, "chapter=2"]);
  assert.equal(await page.run(() => history.length), length);
  await page.pressPin(baku);
  await page.until(() => page.fragment(), (fragment) => !fragment.includes("at="), "no view in the address");
});

test("an address with a view opens there, writes nothing, and back and forward go through views", async () => {
  await page.open("/#at=60.5,41.25,4.5");
  await page.until(view, (view) => view?.lon === 60.5 && view.lat === 41.25 && view.zoom === 4.5, "the view of the address");
  assert.equal(await page.fragment(), "#at=60.5,41.25,4.5");
  await page.run(() => (location.hash = "at=127,37,6"));
  await page.until(view, ({ lon, zoom }) => lon === 127 && zoom === 6, "the view of a link");
  await page.run(() => history.back()); // WebKit's own button passes over what no reader has touched
  await page.until(view, ({ lon, zoom }) => lon === 60.5 && zoom === 4.5, "the view before");
  assert.deepEqual(await page.eventsSaid("story-view"), []);
});

test("a view that is none is told on the console, and all places are shown", async () => {
  await page.open("/");
  const usual = await page.until(view, Boolean, "the map to be at rest");
  for (const at of ["north", "1,2", "500,0,3", "1,2,3,4", "1e5,0,3"]) {
    await page.open(`/#at=${at}`);
    assert.deepEqual(await page.until(view, Boolean, "the map to be at rest"), usual, at);
    assert.match((await page.witness()).complaints.join("\n"), new RegExp(`the story has no at=${at}`));
  }
});

function view() {
  return page.run(() => document.querySelector("story-map").state.view);
}
