// Tasks: what visitors come for, each done with the mouse, with the keyboard alone, and by touch at 320 px;
// and each in every language, there with each hand in turn.
//
// A task is told in what a reader does (press this button, show these years) and what must then be on the
// page; a hand does it in its own way. Everything is found by role and name.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Key } from "selenium-webdriver";
import { engine } from "./support/browser.mjs";
import { usePage } from "./support/page.mjs";
import { between, events } from "./support/story.mjs";
import { WORDS } from "./support/words.mjs";

const page = usePage();
const about = (id, among = events) => among.filter(({ topics }) => topics.includes(id));
const at = (id, among = events) => among.filter(({ places }) => places.includes(id));
const says = (name) => page.words[name];
const titles = (events) => new Set(events.map(({ titles }) => titles[page.lang]));
const visit2007 = "aliyev-visit-seoul-2007";
const titleOf = (id) => events.find((event) => event.id === id).titles[page.lang];
const lastYear = Math.max(...events.flatMap(({ years }) => years ?? []));
/** What a reader of each language types to find a person, and a place without its letters. */
const TYPED = {
  en: { person: "ki-moon", place: "seki" },
  az: { person: "ki-moon", place: "seki" },
  ko: { person: "반기문", place: "ㅅㅋ" },
};
const ganja2024 = at("ganja", between(2024, 2024));

const TASKS = [
  ["see how much there is", async () => shows(events)],
  ["find what happened in Ganja in 2024", async (hand) => {
    await hand.choosePlace("ganja");
    await hand.chooseYears(2024, 2024);
    await shows(ganja2024);
  }],
  ["link a friend to the 2007 visit", async (hand) => {
    await hand.press("button", titleOf(visit2007));
    await chosen(visit2007);
    assert.match(await page.fragment(), new RegExp(`event=${visit2007}`));
    await listenToTheClipboard();
    await hand.press("button", says("copyLink"));
    const copied = await page.until(() => page.run(() => window.copied), Boolean, "the link to be copied");
    assert.match(copied, new RegExp(`#event=${visit2007}(&|$)`));
  }],
  ["say how many education events there were since 2020", async (hand) => {
    await hand.press("button", page.words.only(says("education")));
    await hand.chooseYears(2020, lastYear);
    await shows(about("education", between(2020, lastYear)));
  }],
  ["read about Sheki", async (hand) => {
    await hand.choosePlace("sheki");
    await shows(at("sheki"));
  }],
  ["go back from Seoul to all events", async (hand) => {
    await hand.choosePlace("seoul");
    await hand.press("button", says("allEvents"));
    await shows(events);
  }],
  ["leave out politics", async (hand) => {
    await hand.press("button", new RegExp(`^${says("politics")}, \\d`));
    await shows(events.filter(({ topics }) => topics.some((topic) => topic !== "politics")));
  }],
  ["see tourism alone, then all again", async (hand) => {
    await hand.press("button", page.words.only(says("tourism")));
    await shows(about("tourism"));
    await hand.press("button", says("allTopics"));
    await shows(events);
  }],
  ["choose two topics out of none", async (hand) => {
    await hand.press("button", says("noTopics"));
    await shows([]);
    for (const id of ["transport", "defence"]) await hand.press("button", new RegExp(`^${says(id)}, \\d`));
    await shows(events.filter(({ topics }) => topics.includes("transport") || topics.includes("defence")));
  }],
  ["find Ban Ki-moon", async (hand) => {
    const { person } = TYPED[page.lang];
    await hand.type(person);
    await page.until(() => page.status(), (text) => text !== status(events.length), "fewer events");
    for (const { text } of await page.cards()) assert.ok(text.toLowerCase().includes(person), text);
  }],
  ["find Şəki without its letters, and clear the field", async (hand) => {
    await hand.type(TYPED[page.lang].place);
    await page.until(() => page.status(), (text) => text !== status(events.length), "fewer events");
    assert.ok((await page.titles()).some((title) => title.includes(says("sheki"))));
    await page.keys(Key.ESCAPE);
    await shows(events);
  }],
  ["begin the story at its beginning", async (hand) => {
    const [first, second] = await page.titles();
    await hand.press("button", says("nextEvent"));
    assert.deepEqual(await page.chosen(), [first]);
    await hand.press("button", says("nextEvent"));
    assert.deepEqual(await page.chosen(), [second]);
    await hand.press("button", says("previousEvent"));
    assert.deepEqual(await page.chosen(), [first]);
  }],
  ["watch the story, and stop it", async (hand) => {
    const [first] = await page.titles();
    await hand.press("button", says("playTour"));
    assert.deepEqual(await page.chosen(), [first]);
    await hand.press("button", says("pauseTour"));
    await page.find("button", says("playTour"));
  }],
  ["see where the prime minister flew in 2014", async (hand) => {
    await hand.press("button", titleOf("chung-visit-baku-2014"));
    await chosen("chung-visit-baku-2014");
    for (const name of [says("baku"), says("seoul")]) assert.ok((await page.pins())[name], name);
  }],
  ["check a source", async () => {
    const cards = await page.cards();
    for (const { title, links } of cards) assert.ok(links.length > 0, title);
    for (const { href } of cards.flatMap(({ links }) => links)) assert.match(href, /^https?:/);
  }],
  ["look closer, and come back", async (hand) => {
    const before = await page.pins();
    await hand.press("button", says("zoomIn"));
    assert.notDeepEqual(await page.pins(), before);
    await hand.press("button", says("showAllPlaces"));
    assert.deepEqual(await page.pins(), before);
  }],
  ["read in another language", async (hand) => {
    const other = page.lang === "ko" ? "az" : "ko";
    await hand.pick(says("language"), other);
    await page.until(async () => (await page.findAll("region", WORDS[other].map)).length, (found) => found === 1, other);
    assert.equal((await page.cards()).length, events.length);
  }],
  ["read what is known of Seoul before 2010", async (hand) => {
    await hand.choosePlace("seoul");
    await hand.chooseYears(1992, 2009);
    await shows(at("seoul", between(1992, 2009)));
  }],
  ["go back with the browser", async (hand) => {
    await hand.press("button", page.words.only(says("culture")));
    await shows(about("culture"));
    await page.driver.navigate().back();
    await shows(events);
  }],
  ["learn whose boundaries the map draws", async (hand) => {
    await hand.press("button", says("aboutMap"));
    const map = await page.find("region", says("map"));
    assert.match(await map.getText(), /Natural Earth/);
  }],
];

/** How a reader's hand does things. */
class Hand {
  /** Presses the one thing of a role and name. */
  async press(role, name) {
    await this.on(await page.find(role, name));
    await page.settled();
  }

  /** Chooses a place by its pin, through the cluster that hides it. */
  async choosePlace(id) {
    const name = says(id);
    const [cluster] = (await page.clusters()).filter(({ places }) => places.includes(name));
    if (cluster) await this.press("button", cluster.button);
    await this.press("button", new RegExp(`^${name}, \\d`));
  }

  async chooseYears(from, to) {
    await this.slide(says("to"), to);
    await this.slide(says("from"), from);
  }

  async type(words) {
    await this.on(await page.find("searchbox", says("search")));
    await page.keys(words);
  }

  async pick(name, value) {
    await this.to(await page.find("combobox", name));
    // A list of choices is drawn by the browser, outside the page; keys choose in all of them.
    const index = await page.run((select, value) => {
      return [...select.options].findIndex((option) => option.value === value) - select.selectedIndex;
    }, await page.find("combobox", name), value);
    await page.keys(...Array(Math.abs(index)).fill(index < 0 ? Key.ARROW_UP : Key.ARROW_DOWN));
  }
}

class Mouse extends Hand {
  async on(element) {
    if ((await element.getTagName()).toLowerCase() !== "input") return element.click();
    // WebKit's driver takes what a field is made of for something that lies over it.
    await page.driver.actions().move({ origin: element }).click().perform();
  }

  to(element) {
    return page.run((element) => element.focus(), element);
  }

  async slide(name, year) {
    await drag(await page.find("slider", name), year, async (from, to) => {
      await page.driver.actions().move(from).press().move(to).release().perform();
    });
  }
}

class Keyboard extends Hand {
  async on(element) {
    await this.to(element);
    if ((await page.focus()).role !== "searchbox") await page.keys(Key.ENTER);
  }

  /** Tabs until it is reached; back to what is before. */
  async to(element) {
    for (let stop = 0; stop < 400; stop++) {
      const away = await page.run(awayFrom, element);
      if (away === 0) return;
      await page.tab({ back: away < 0 });
    }
    assert.fail("Tab does not reach it");
  }

  async slide(name, year) {
    const slider = await page.find("slider", name);
    await this.to(slider);
    const away = year - Number.parseInt(await slider.getAttribute("aria-valuetext"));
    await page.keys(...Array(Math.abs(away)).fill(away < 0 ? Key.ARROW_LEFT : Key.ARROW_RIGHT));
  }
}

// Runs in the page: whether an element has the focus (0), or is before (-1) or behind what has.
function awayFrom(element) {
  const focused = element.getRootNode().activeElement;
  if (focused === element) return 0;
  return focused && focused.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING ? -1 : 1;
}

class Finger extends Hand {
  async on(element) {
    const point = await page.run((element) => {
      element.scrollIntoView({ block: "center", inline: "center" });
      const { left, top, width, height } = element.getBoundingClientRect();
      return { x: left + width / 2, y: top + Math.min(height / 2, 20) };
    }, element);
    await touch("touchStart", [point]);
    await touch("touchEnd", []);
  }

  async to(element) {
    await page.run((element) => element.focus(), element);
  }

  async slide(name, year) {
    const slider = await page.find("slider", name);
    await page.run((slider) => slider.scrollIntoView({ block: "center" }), slider);
    await drag(slider, year, async (from, to) => {
      await touch("touchStart", [from]);
      await touch("touchMove", [{ x: (from.x + to.x) / 2, y: from.y }]);
      await touch("touchMove", [to]);
      await touch("touchEnd", []);
    });
  }
}

function touch(type, points) {
  const touchPoints = points.map(({ x, y }) => ({ x, y, id: 0 }));
  return page.driver.sendDevToolsCommand("Input.dispatchTouchEvent", { type, touchPoints });
}

/** Drags a slider's handle to a year, and with the arrow keys the last pixel where a track is narrow. */
async function drag(slider, year, move) {
  const { from, to } = await page.run((slider, year) => {
    const { left, top, width, height } = slider.getBoundingClientRect();
    const [min, max, value] = [slider.min, slider.max, slider.value].map(Number);
    const thumb = 24;
    const x = (year) => Math.round(left + thumb / 2 + ((year - min) / (max - min)) * (width - thumb));
    const y = Math.round(top + height / 2);
    return { from: { x: x(value), y }, to: { x: x(year), y } };
  }, slider, year);
  await move(from, to);
  const announced = async () => Number.parseInt(await slider.getAttribute("aria-valuetext"));
  await page.until(announced, (now) => Math.abs(now - year) <= 1, `a year next to ${year}`);
  const away = year - (await announced());
  if (away) {
    await page.run((slider) => slider.focus(), slider);
    await page.keys(away < 0 ? Key.ARROW_LEFT : Key.ARROW_RIGHT);
  }
  await page.until(announced, (now) => now === year, String(year));
}

const HANDS = [
  ["with the mouse", new Mouse(), 1440, 900],
  ["with the keyboard alone", new Keyboard(), 1440, 900],
  ["by touch at 320 px", new Finger(), 320, 640],
];

for (const [turn, lang] of Object.keys(WORDS).entries()) {
  for (const [which, [what, task]] of TASKS.entries()) {
    // Whether each hand can do each thing is seen in English.
    const hands = lang === "en" ? HANDS : [HANDS[(which + turn) % HANDS.length]];
    for (const [how, hand, width, height] of hands) {
      // Only Chromium's driver puts a finger on the glass.
      const skip = hand instanceof Finger && engine !== "chromium";
      test(`in ${lang}, ${how}: ${what}`, { skip }, async () => {
        [page.lang, page.words] = [lang, WORDS[lang]];
        await page.resize(width, height);
        if (hand instanceof Finger) {
          await page.driver.sendDevToolsCommand("Emulation.setTouchEmulationEnabled", { enabled: true });
        }
        await page.open(lang === "en" ? "/" : `/#lang=${lang}`);
        await task(hand);
      });
    }
  }
}

async function shows(expected) {
  await page.until(() => page.status(), (text) => text === status(expected.length), `${expected.length} events`);
  assert.deepEqual(new Set(await page.titles()), titles(expected));
}

async function chosen(id) {
  await page.until(() => page.chosen(), ([title]) => title === titleOf(id), `${id} to be chosen`);
}

function status(shown) {
  return page.words.status(shown, events.length);
}

function listenToTheClipboard() {
  return page.run(() => {
    const writeText = async (text) => void (window.copied = text);
    Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
  });
}
