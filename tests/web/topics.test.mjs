// Topics: a switch for each, with how many events it brings.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Key } from "selenium-webdriver";
import { usePage } from "./support/page.mjs";
import { events, place, status, topicSwitch, topics } from "./support/story.mjs";

const page = usePage();
const about = (id, among = events) => among.filter(({ topics }) => topics.includes(id));

test("a group has a switch for each topic, all on, each with its count", async () => {
  await page.open();
  const group = await page.find("group", "Topics");
  for (const { id } of topics) {
    const found = await page.find("button", topicSwitch(id, about(id)), group);
    assert.equal(await found.getAttribute("aria-pressed"), "true", id);
  }
});

test("a topic switched off takes away the events that are about nothing else", async () => {
  await page.open();
  await page.press(topicSwitch("politics", about("politics")));
  const left = events.filter(({ topics }) => topics.some((topic) => topic !== "politics"));
  assert.equal(await page.status(), status(left.length));
  const off = await page.find("button", topicSwitch("politics", about("politics")));
  assert.equal(await off.getAttribute("aria-pressed"), "false");
  await page.press(topicSwitch("politics", about("politics")));
  assert.equal(await page.status(), status(events.length));
});

test("“Only” a topic shows its events alone, and “All topics” all", async () => {
  await page.open();
  await page.press("Only Education");
  assert.equal(await page.status(), status(about("education").length));
  assert.equal(await page.fragment(), "#topics=education");
  await page.press("All topics");
  assert.equal(await page.status(), status(events.length));
  assert.equal(await page.fragment(), "");
});

test("with no topic nothing is shown, which is said, and all can be had again", async () => {
  await page.open();
  await page.press("No topics");
  assert.equal(await page.status(), status(0));
  const list = await page.find("region", "Events");
  assert.match(await list.getText(), /No event passes all that is chosen/);
  await page.press("Show all events");
  assert.equal(await page.status(), status(events.length));
});

test("the switches count the chosen place's events", async () => {
  await page.open("/#place=seoul");
  for (const { id } of topics) await page.find("button", topicSwitch(id, about(id, place("seoul").events)));
});

test("the buttons for all and for none keep the focus, and the way back to all events leads into the list", async () => {
  await page.open();
  for (const name of ["No topics", "All topics"]) {
    const button = await page.find("button", name);
    await page.run((button) => button.focus(), button);
    await page.keys(Key.ENTER);
    await page.settled();
    assert.deepEqual(await page.focus(), { role: "button", name });
    assert.equal(await button.getAttribute("aria-disabled"), "true");
  }
  await page.press("Only Education");
  const all = await page.find("button", "Show all events");
  await page.run((button) => button.focus(), all);
  await page.keys(Key.ENTER);
  await page.settled();
  assert.equal((await page.focus()).name, (await page.titles())[0]);
});

test("addresses and attributes choose topics", async () => {
  const both = events.filter(({ topics }) => topics.includes("education") || topics.includes("culture"));
  await page.open("/#topics=education,culture");
  assert.equal(await page.status(), status(both.length));
  await page.open();
  await page.run(() => document.querySelector("story-map").setAttribute("topics", "education culture"));
  await page.until(() => page.status(), (text) => text === status(both.length), "two topics");
});

test("each topic has an icon of its own, and the cards about it show that icon", async () => {
  await page.open();
  const { switches, cards } = await page.run((group) => {
    const icon = (element) => {
      const path = element.querySelector("svg path");
      return path.getBoundingClientRect().width > 4 ? path.getAttribute("d") : "not to be seen";
    };
    const switches = [...group.querySelectorAll("[aria-pressed]")].map((button) => [button.ariaLabel.split(",")[0], icon(button)]);
    const about = [...group.getRootNode().querySelectorAll("article .topic")];
    return { switches, cards: about.map((topic) => [topic.textContent, icon(topic)]) };
  }, await page.find("group", "Topics"));
  const icons = Object.fromEntries(switches);
  assert.deepEqual(Object.keys(icons), topics.map(({ name }) => name));
  assert.equal(new Set(Object.values(icons)).size, topics.length, JSON.stringify(icons));
  assert.equal(cards.length, events.flatMap(({ topics }) => topics).length);
  for (const [name, icon] of cards) assert.equal(icon, icons[name], name);
});
