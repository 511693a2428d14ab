// A page with the widget, as its reader sees and works it.

import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, before, beforeEach } from "node:test";
import { Key } from "selenium-webdriver";
import * as browsers from "./browser.mjs";
import * as roles from "./roles.mjs";
import { Server } from "./server.mjs";
import { WORDS } from "./words.mjs";

/** Gives a test file its server and browser, and ends them when its tests are done; the options are `start`'s. */
export function usePage(options) {
  const page = new Page();
  before(() => page.start(options));
  beforeEach(() => page.reset());
  after(() => page.stop());
  return page;
}

class Page {
  server = new Server();
  /** What its reader looks for: in English, unless a test is told otherwise. */
  words = WORDS.en;
  #visits = 0;
  #size;
  /** The size of the window that the next page is opened in, where it has not been given. */
  #usual;

  async start(options) {
    this.engine = options?.engine ?? browsers.engine;
    await this.server.start();
    this.browser = await browsers.start(options);
    this.driver = this.browser.driver;
  }

  async stop() {
    await this.browser?.stop();
    await this.server.stop();
  }

  reset() {
    this.server.reset();
    this.words = WORDS.en;
    this.#usual = [1440, 900];
  }

  async resize(width, height) {
    this.#usual = undefined;
    const size = `${width} x ${height}`;
    if (this.#size === size) return; // else the page of the test before would be drawn once more
    await this.browser.resize(width, height);
    this.#size = size;
  }

  /** Goes to an address, in a window of the usual size unless the test has asked for another. */
  async go(href) {
    if (this.#usual) await this.resize(...this.#usual);
    await this.driver.get(href);
  }

  /** Opens an address of the server, without waiting for the widget. */
  async visit(path = "/") {
    const url = new URL(path, this.server.origin);
    // Always another address: a mere change of fragment would open no new page.
    url.searchParams.set("visit", ++this.#visits);
    await this.go(url.href);
    // Firefox may take what the page before wrote into the history for the end of this visit.
    const there = () => this.run((href) => location.href === href && document.readyState === "complete", url.href);
    await this.until(() => there().catch(() => false));
  }

  /** Opens an address and waits for every story on it. */
  async open(path = "/") {
    await this.visit(path);
    await this.ready();
  }

  /** Serves a page and opens it. */
  async openHtml(html, path = "/page.html") {
    this.server.put(path.split("#")[0], html);
    await this.open(path);
  }

  /** Until every story on the page is on show and at rest. */
  async ready() {
    const ready = () =>
      this.later(async () => {
        await customElements.whenDefined("story-map");
        await Promise.all([...document.querySelectorAll("story-map")].map((element) => element.ready));
      });
    // WebKit's driver forgets a question that is asked while the page is on its way.
    await ready().catch((error) => (error.name === "ScriptTimeoutError" ? ready() : Promise.reject(error)));
    await this.settled();
  }

  /** Until the pins have stood still for a few frames. */
  settled() {
    return this.later(async () => {
      const roots = () => [...document.querySelectorAll("story-map")].map((element) => element.shadowRoot);
      const pins = () => roots().flatMap((root) => [...root.querySelectorAll("[part=pin]")]);
      const place = () => JSON.stringify(pins().map((pin) => pin.getBoundingClientRect()));
      const frame = () => new Promise(requestAnimationFrame);
      for (let last, still = 0; still < 3; ) {
        await frame();
        const now = place();
        still = now === last ? still + 1 : 0;
        last = now;
      }
    });
  }

  /** What a function answers in the page. */
  run(inPage, ...args) {
    return this.driver.executeScript(inPage, ...args);
  }

  /** What an async function answers in the page; throws what it throws. */
  async later(inPage, ...args) {
    const answer = await this.driver.executeAsyncScript(
      `const [done, ...args] = [...arguments].reverse(); (${inPage})(...args.reverse())
        .then((value) => done({ value }), (error) => done({ error: String(error) }))`,
      ...args,
    );
    if (answer.error) throw new Error(answer.error);
    return answer.value;
  }

  /** Until a question has the answer that `is` wants; then that answer. */
  async until(ask, is = Boolean, what = `${ask} to be ${is}`) {
    let last;
    const condition = async () => is((last = await ask()));
    await this.driver.wait(condition, 20_000, undefined, 20).catch(() => {
      throw new Error(`waited for ${what}; last: ${JSON.stringify(last)}`);
    });
    return last;
  }

  find(role, name, within) {
    return roles.find(this.driver, role, name, within);
  }

  findAll(role, name, within) {
    return roles.findAll(this.driver, role, name, within);
  }

  async press(name) {
    await (await this.find("button", name)).click();
    await this.settled();
  }

  /** Presses a place's pin with the mouse, through the cluster that hides it, and waits for what comes of it. */
  async pressPin(place) {
    await this.reveal(place);
    await this.press(place.pin);
  }

  /** Presses the cluster that a place is in, if it is in one. */
  async reveal(place) {
    const [cluster] = (await this.clusters()).filter(({ places }) => places.includes(place.name));
    if (cluster) await this.press(cluster.button);
  }

  /** The clusters: each button's name, and the names of its places. */
  async clusters() {
    const names = await this.run(() => {
      const pins = document.querySelector("story-map").shadowRoot.querySelectorAll("[part=map] [part=pin]");
      return Array.from(pins, ({ ariaLabel }) => ariaLabel);
    });
    return names
      .filter((name) => this.words.cluster.test(name))
      .map((name) => ({ button: name, places: name.replace(this.words.cluster, "").split(", ") }));
  }

  async keys(...keys) {
    await this.driver.actions().sendKeys(...keys).perform();
  }

  /** Walks on (or back) by one stop of the Tab key, or by several. */
  async tab({ back = false, stops = 1 } = {}) {
    const walk = this.driver.actions();
    if (back) walk.keyDown(Key.SHIFT);
    walk.sendKeys(...Array(stops).fill(Key.TAB));
    if (back) walk.keyUp(Key.SHIFT);
    await walk.perform();
  }

  /** The element with the focus, however deep; nothing when that is the page itself. */
  focused() {
    return this.run(() => {
      let focused = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      return focused === document.body ? null : focused;
    });
  }

  /** The role and name of what has the focus. */
  async focus() {
    const focused = await this.focused();
    return focused && roles.describe(focused);
  }

  /** How many events are shown, as it is announced. */
  async status() {
    const found = await this.findAll("status");
    const texts = await Promise.all(found.map((status) => status.getText()));
    return texts.find((text) => this.words.statuses.test(text));
  }

  /** Every card on show, as text and links, in the order of the page. */
  cards() {
    return this.run(() =>
      [...document.querySelectorAll("story-map")]
        .flatMap((element) => [...element.shadowRoot.querySelectorAll("article")])
        .filter((article) => article.checkVisibility())
        .map((article) => ({
          title: article.querySelector("h2, h3, h4, h5").textContent,
          text: article.innerText,
          date: article.querySelector("time")?.getAttribute("datetime") ?? null,
          dateWords: article.querySelector("time")?.textContent ?? null,
          current: article.getAttribute("aria-current"),
          links: [...article.querySelectorAll("a")].map(({ href, rel }) => ({ href, rel })),
        })),
    );
  }

  async titles() {
    return (await this.cards()).map((card) => card.title);
  }

  /** The title of the card that is marked as the chosen one. */
  async chosen() {
    const cards = await this.cards();
    return cards.filter((card) => card.current === "true").map((card) => card.title);
  }

  /** The pins of single places by name: middle and size in pixels (to a tenth) of the map's box, and whether pressed. */
  async pins() {
    return this.run(() => {
      const map = document.querySelector("story-map").shadowRoot.querySelector("[part=map]");
      const box = map.getBoundingClientRect();
      const pin = (button) => {
        const { left, top, width, height } = button.getBoundingClientRect();
        const x = tenths(left + width / 2 - box.left);
        const y = tenths(top + height / 2 - box.top);
        const [name] = button.ariaLabel.split(",");
        return [name, { x, y, width: tenths(width), height: tenths(height), pressed: button.ariaPressed === "true" }];
      };
      const tenths = (pixels) => Math.round(10 * pixels) / 10;
      const alone = map.querySelectorAll("[part=pin]:not([data-cluster])");
      return Object.fromEntries([...alone].map(pin));
    });
  }

  /** The map's box in the window. */
  mapBox() {
    return this.run(() => document.querySelector("story-map").shadowRoot.querySelector("[part=map]").getBoundingClientRect().toJSON());
  }

  /** The names of the pressed pins. */
  async pressed() {
    return Object.entries(await this.pins()).flatMap(([name, pin]) => (pin.pressed ? [name] : []));
  }

  /** The one file that the reader has taken away since the last call: its name and text. */
  async taken() {
    const folder = this.browser.downloads;
    const whole = (names) => names.length === 1 && !/\.(crdownload|part|tmp)$/.test(names[0]) && !names[0].startsWith(".");
    const [name] = await this.until(async () => readdirSync(folder), whole, "one whole file");
    const text = readFileSync(join(folder, name), "utf8");
    rmSync(join(folder, name));
    this.#size = undefined; // WebKit's browser tells of it below the page, which has less room from now on
    return { name: name.normalize("NFC"), text };
  }

  fragment() {
    return this.run(() => location.hash);
  }

  /** What the witness saw. */
  witness() {
    return this.run(() => window.witness);
  }

  async eventsSaid(name) {
    const { events } = await this.witness();
    return events.filter((event) => event.name === name);
  }
}
