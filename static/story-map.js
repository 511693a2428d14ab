// <story-map>: the element. It shows its own children until the program runs, and again if it fails.

// The build fills these in: release names carry a hash of the bytes, and the integrity is checked. What is
// wanted later is no part of a first view.
const CORE = { script: "./story-map-core.js", wasm: "./story-map-core_bg.wasm", basemap: "./basemap.bin", story_en: "./story-en.bin", later: { detail: "./detail.bin", story_az: "./story-az.bin", story_ko: "./story-ko.bin", reader: "./story-map-reader.js", reader_wasm: "./story-map-reader_bg.wasm", saver: "./story-map-saver.js", saver_wasm: "./story-map-saver_bg.wasm", framed: "./story-map-framed.js" }, integrity: {} };

// How to fail each element that shows the program's story: a crash of the program is one of them all.
const running = new Set();
let program; // one download and one instance, however many elements

function load() {
  program ??= start().catch((error) => {
    program = undefined; // so that a later element may try again
    throw error;
  });
  return program;
}

async function start() {
  const [core, wasm, basemap] = await Promise.all([
    script("script"),
    get("wasm"),
    bytes("basemap"),
  ]);
  core.on_crash((message) => {
    program = Promise.reject(new Error(message)); // there is no second life on the same page
    program.catch(() => {});
    for (const fail of running) fail("crash", message);
  });
  await core.default({ module_or_path: wasm });
  const world = core.world(basemap);
  if (!world) throw new Error("the basemap cannot be read");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(core.stylesheet());
  return { core, world, sheet };
}

async function fetched(url, integrity) {
  const response = await fetch(url, integrity ? { integrity } : {});
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${response.statusText}`);
  return response;
}

let home; // the shadow root where the last story began: nobody's page sees what is put there

// What the program is made of, by name. From here to the next such line stands what knows of addresses; the
// single script, which has all of it inside, has its own `script`, `get` and `bytes` there (xtask/src/package).
const address = (name) => new URL(CORE[name] ?? CORE.later[name], import.meta.url).href;

let trusted; // made once: a page's policy may allow one, and by its name only

/** A module, its bytes checked: which `import` cannot, but finds what a checked element has loaded. */
async function script(name) {
  const url = address(name);
  try {
    trusted ??= (window.trustedTypes ?? { createPolicy: (_, rules) => rules }).createPolicy("story-map", { createScriptURL: (url) => url });
  } catch {
    return import(url); // a page that lists its policies does not list ours
  }
  const element = document.createElement("script");
  await new Promise((onload, onerror) => {
    Object.assign(element, {
      type: "module",
      integrity: CORE.integrity[name] ?? "",
      onload,
      onerror: () => onerror(new Error(`${url} is missing or not what it was`)),
      src: trusted.createScriptURL(url),
    });
    home.append(element); // and there it stays meanwhile: WebKit may forget one that nothing holds
  }).finally(() => element.remove());
  return import(url);
}

/** What WebAssembly is made from: bytes, or the answer that has them. */
function get(name) {
  return fetched(address(name), CORE.integrity[name]);
}

/** What any other file holds. What the page itself holds, as it may a story, need not be fetched. */
async function bytes(name) {
  const block = document.getElementById((CORE[name] ?? CORE.later[name]).slice(2, -4));
  return block ? held(block.textContent) : new Uint8Array(await (await get(name)).arrayBuffer());
}

/** The bytes of a text that stands for them: those that are no text are characters from U+0001 or U+0700 on. */
function held(text) {
  const bytes = new TextEncoder().encode(text);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    let byte = bytes[at];
    if (byte < 9) byte--;
    else if (byte >> 2 === 0x37) byte = (byte << 6) | (bytes[++at] & 0x3f); // U+0700 to U+07FF in UTF-8
    bytes[length++] = byte;
  }
  return bytes.subarray(0, length);
}
// So far what the program is made of.

/** The program's hold on a packed story. */
async function tell(packed) {
  const { core } = await load();
  const told = core.told(packed);
  if (!told) throw new Error("the story cannot be read");
  return told;
}

const tellings = {}; // one download per language, however many elements

/** The story that comes with the program, in a language. */
function ours(lang) {
  tellings[lang] ??= ours
    .packed(lang)
    .then(tell)
    .catch((error) => {
      delete tellings[lang];
      throw error;
    });
  return tellings[lang];
}

ours.packed = (lang) => bytes(`story_${lang}`); // a second time the browser has it still

/** The same for the story of a text, which a program of its own reads and the console hears the faults of. */
function own(text) {
  const file = text.then(read);
  const packed = async (lang) => {
    const packed = (await file).packed(lang);
    if (!packed) throw new Error((await file).faults().join("; "));
    return packed;
  };
  return Object.assign(async (lang) => tell(await packed(lang)), { packed });
}

const others = {};

/** A program that few pages need. */
function other(name) {
  others[name] ??= Promise.all([script(name), get(`${name}_wasm`)])
    .then(async ([module, wasm]) => {
      await module.default({ module_or_path: wasm });
      return module;
    })
    .catch((error) => {
      delete others[name];
      throw error;
    });
  return others[name];
}

async function read(text) {
  const file = new (await other("reader")).Read(text);
  for (const fault of file.faults()) console.warn(fault);
  return file;
}

let more; // one download, however many elements

/** The finer levels of the basemap, for the first reader who comes near; undefined when they cannot be had. */
function detail() {
  more ??= bytes("detail").catch((error) => console.warn(`The map stays coarse: ${error.message}`));
  return more;
}

/** Adds a shape to a drawing, or starts one. */
function shape(name, attributes, drawing) {
  const shape = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const key in attributes) shape.setAttribute(key, attributes[key]);
  drawing?.append(shape);
  return shape;
}

/** Takes what a canvas takes of lines, for a path of a drawing. */
class Lines {
  d = "";
  moveTo = (x, y, letter = "M") => (this.d += letter + x.toFixed(1) + " " + y.toFixed(1));
  lineTo = (x, y) => this.moveTo(x, y, "L");
  closePath = () => (this.d += "Z");
}

/**
 * Draws what the program decided, from one buffer: style, runs, then each run: closed, points, x, y, ...
 * On the canvas; or, while a page is printed, in a drawing, which paper shows sharp.
 */
function paint(context, buffer, styles) {
  const { drawing } = context;
  let at = 0;
  while (at < buffer.length) {
    const { fill, stroke, width } = styles[buffer[at++]];
    const runs = buffer[at++];
    const pen = drawing ? new Lines() : context;
    context.beginPath();
    for (let run = 0; run < runs; run++) {
      const closed = buffer[at++];
      const end = at + 1 + 2 * buffer[at++];
      pen.moveTo(buffer[at++], buffer[at++]);
      while (at < end) pen.lineTo(buffer[at++], buffer[at++]);
      if (closed) pen.closePath();
    }
    if (drawing) {
      shape("path", { d: pen.d, fill: fill || "none", stroke: stroke || "none", "stroke-width": width }, drawing);
      continue;
    }
    if (fill) {
      context.fillStyle = fill;
      context.fill();
    }
    if (stroke) {
      context.strokeStyle = stroke;
      context.lineWidth = width;
      context.stroke();
    }
  }
}

/** Writes words round a point, with a halo that keeps lines behind them from running through. */
function letter(context, look, words, x, y) {
  if (context.drawing) {
    const { fill, halo } = look;
    const text = shape("text", { x, y, fill, stroke: halo }, context.drawing);
    text.textContent = words;
    return set(text.style, look);
  }
  set(context, look);
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 3;
  context.strokeStyle = look.halo;
  context.strokeText(words, x, y);
  context.fillStyle = look.fill;
  context.fillText(words, x, y);
}

/** Draws a scale bar in the lower left corner, with a halo too. */
function scale(context, look, words, px, height) {
  const [left, down] = [12.5, height - 10.5];
  const bar = [0, 1, 0, 4, left, down - 5, left, down, left + px, down, left + px, down - 5];
  paint(context, bar, [{ stroke: look.halo, width: 4 }]);
  paint(context, bar, [{ stroke: look.fill, width: 1.5 }]);
  letter(context, look, words, left + px / 2, down - 10);
}

function set(context, { font, spacing }) {
  context.font = font;
  context.letterSpacing = spacing ?? "0px";
}

/** How wide words are in pixels. */
function width(context, look, words) {
  set(context, look);
  return context.measureText(words).width;
}

/** Places a pin, through the CSSOM, which no policy forbids, and tells the stylesheet how it looks. */
function pin(pins, index, x, y, look) {
  const pin = pins.children[index];
  pin.style.transform = `translate(${x}px, ${y}px)`;
  if (pin.dataset.look !== look) pin.dataset.look = look;
}

/** Keeps two fingers for the map: where one scrolls the page, the browser would scroll with both. */
function hold(surface) {
  const keep = (event) => event.touches.length > 1 && event.cancelable && event.preventDefault();
  for (const type of ["touchstart", "touchmove"]) surface.addEventListener(type, keep, { passive: false });
}

const THROW_MS = 150; // how long what is thrown goes on at the speed it had,
const THROW_PERCENT = 25; // but no farther than to the next height

/**
 * Lets a hand drag the list by its grip, which changes when the hand lets go: to so many percent of the
 * greatest height, as far as it was thrown.
 */
function drag(root) {
  let held; // what the hand has, and its way so far: when it was where
  root.onpointerdown = ({ button, target: grip, pointerId, clientY: y, timeStamp: time }) => {
    if (button || !grip.matches(".grip")) return;
    grip.setPointerCapture(pointerId);
    const list = grip.parentNode;
    delete list.dataset.dropped;
    held = { pointerId, grip, list, end: y + list.clientHeight, way: [[time, y]] };
  };
  root.onpointermove = ({ pointerId, clientY: y, timeStamp: time }) => {
    if (held?.pointerId !== pointerId) return;
    held.way.push([time, y]);
    held.list.style.height = `${held.end - y}px`;
  };
  root.onpointerup = root.onpointercancel = ({ pointerId, timeStamp }) => {
    if (held?.pointerId !== pointerId) return;
    const { grip, list, end, way } = held;
    const y = way.at(-1)[1];
    // How fast it came up at last: a hand that rested let it go, whatever it did before.
    const [since, from] = way.find(([time]) => timeStamp - time < 100) ?? [0, y];
    const greatest = list.getBoundingClientRect().bottom - root.querySelector(".map").getBoundingClientRect().top;
    const percent = (pixels) => (100 * pixels) / greatest;
    const thrown = percent(((from - y) / (timeStamp - since || 1)) * THROW_MS);
    const far = Math.max(-THROW_PERCENT, Math.min(THROW_PERCENT, thrown));
    held = undefined;
    list.style.height = "";
    list.dataset.dropped = ""; // from here on the stylesheet moves it
    grip.dispatchEvent(new UIEvent("change", { bubbles: true, detail: percent(end - y) + far }));
  };
}

/** The number of the pin that has the focus, or -1. */
function focused(pins) {
  return [...pins.children].indexOf(pins.getRootNode().activeElement); // which `:focus` is only in an active window
}

/** Gives a pin the focus, where it is. */
function focus(pins, index) {
  pins.children[index].focus({ preventScroll: true });
}

const MINUTE_MS = 60_000;

/** The day and time at a place some hours ahead of Greenwich: `Sun 14:05`. */
function time(now, { ahead, days }) {
  const there = new Date(now + ahead * 60 * MINUTE_MS);
  return `${days.split(" ")[there.getUTCDay()]} ${there.toISOString().slice(11, 16)}`;
}

const warned = new Set();

function warnOnce(message) {
  if (!warned.has(message)) console.warn(message);
  warned.add(message);
}

const THEMES = ["auto", "light", "dark"];

// Nothing below jumps: the children have the room of what will be there, however long they are, and that takes
// none until it is ready.
//
// Where the width is asked of what is inside, as in a dialog, it is 60em, or what there is: the words in front
// are as wide and may break, while the story, since it follows its own width, would answer that it needs none.
const waiting = new CSSStyleSheet();
waiting.replaceSync(`:host::before { content: "- - - -"; display: block; height: 0; overflow: clip; visibility: hidden; word-spacing: 20em }
@media screen { slot:not(p + slot) { display: flow-root; height: var(--story-map-height, 44em); overflow: auto } }
slot + .root { height: 0; overflow: clip }`);

const FAILED = {
  en: "The interactive map could not be shown.",
  az: "İnteraktiv xəritəni göstərmək mümkün olmadı.",
  ko: "대화형 지도를 표시할 수 없습니다.",
};

/** The first of the wanted languages that there is, by its main part: `ko-KR` is Korean. */
function nearest(wanted) {
  const languages = wanted.map((tag) => tag?.split("-")[0].toLowerCase());
  return languages.find((lang) => Object.hasOwn(FAILED, lang)) ?? "en";
}

const isFramed = parent !== window;

/** How a text that the reader copies or shares reads: its addresses may be those of the page around a frame. */
let passedOn = (text) => text;

/** The language of the place in the page where an element stands, out of shadow roots too. */
function spoken(element) {
  return element && (element.closest("[lang]")?.lang ?? spoken(element.getRootNode().host));
}

const STEPS = 10_000; // of a degree, or of a step of zoom: the program counts in them

// What a property of the same name says; `lang` is every element's.
const REFLECTED = ["controls", "event", "from", "gestures", "hash", "loading", "place", "projection", "src", "theme", "to", "topics"];

const PRINTS = ["beforeprint", "afterprint"];

const CONTROLS = ["search", "topics", "timeline", "tour", "language", "share"];

// Roots in which an element of the page lived that is gone, each with its part of the program: the next moves in.
const vacant = [];

/** A new root with its part of the program. */
function made(core) {
  const root = document.createElement("div");
  root.className = "root";
  drag(root);
  return [root, core.mount(root)];
}

class StoryMap extends HTMLElement {
  static observedAttributes = ["lang", ...REFLECTED];

  /** Knows which elements that wait for it come near: within a window's height. */
  static #near = new IntersectionObserver(
    (seen) => {
      for (const { target, isIntersecting } of seen) if (isIntersecting) target.#begin(true);
    },
    { rootMargin: "100%" },
  );

  #slot = document.createElement("slot");
  #life; // changes with each start: what an earlier one brings comes too late; null while it waits to be near
  #root; // where the program lives
  #app;
  #minute; // the next time that the clocks move
  #story; // the page's own, as it was set
  #tell; // gives the story in a language
  #told; // the story on show,
  #lang; // and its language
  #chosen; // the language that the reader chose
  #fragment; // what is chosen, as links say it,
  #state; // and as plain values
  #view; // where the map looks
  #atRest; // called when it comes to rest
  #asked = 0; // counts what the page asked for, so that the same wish twice is heard twice
  #settle; // what ends the wait for it, until it is over
  #fail = (type, message) => this.#failed(type, message);
  /** Makes room for a drawing of the map while the page is printed; the program then draws. */
  #print = ({ type }) => {
    const canvas = this.#root.querySelector("canvas");
    const context = canvas.getContext("2d");
    context.drawing?.remove();
    context.drawing = type === "beforeprint" ? shape("svg", { class: "drawing", "aria-hidden": true }) : undefined;
    if (context.drawing) canvas.before(context.drawing);
    this.#root.toggleAttribute("data-paper", !!context.drawing);
  };

  /** Resolves with the element when the story asked for last is on show; rejects when it cannot be. */
  ready;

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).append(this.#slot);
    this.shadowRoot.adoptedStyleSheets = [waiting];
    this.#promise();
    for (const name of ["story", ...REFLECTED]) {
      if (!Object.hasOwn(this, name)) continue;
      // Set before the element was one: there it hides the property of the same name.
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
  }

  connectedCallback() {
    if (this.#life) this.#follow(); // moved, perhaps to where another language is spoken
    else this.#begin();
  }

  disconnectedCallback() {
    // A move in the page is a removal and an insertion: only one that lasts ends the program's life.
    setTimeout(() => {
      if (this.isConnected) return;
      this.#life = undefined;
      StoryMap.#near.unobserve(this);
      this.#stop();
    });
  }

  attributeChangedCallback(name) {
    if (name === "loading") {
      if (this.#life === null) this.#begin(); // before it waits, more attributes may be to come
      return;
    }
    if (name === "src") {
      if (this.#life && !this.#story) this.#begin(true);
      return;
    }
    if (name === "lang") this.#chosen = undefined; // the page has spoken last
    // Another language or projection is no wish for another choice: the reader's stays.
    if (["event", "from", "place", "to", "topics"].includes(name)) this.#asked++;
    this.#follow();
  }

  /** A story of the page's own: what a story file holds, parsed. It goes before `src`. */
  get story() {
    return this.#story;
  }

  set story(story) {
    this.#story = story;
    if (this.#life) this.#begin(true);
  }

  /** Chooses the event with this id, as the attribute does. */
  select(id) {
    this.setAttribute("event", id);
  }

  /** What is chosen and shown, as plain values. */
  get state() {
    return { ...this.#state, lang: this.#lang, view: this.#view };
  }

  /** Turns the map to a place, without choosing anything; the zoom stays unless it is given. */
  async flyTo({ lon, lat, zoom }) {
    await this.ready;
    // What an address may ask for, too.
    const steps = (number, most) => {
      if (Number.isFinite(number) && Math.abs(number) <= most) return Math.round(number * STEPS);
      throw new RangeError(`<story-map>: flyTo: ${number}: expected -${most} to ${most}`);
    };
    this.#app?.look(steps(lon, 180), steps(lat, 90), steps(zoom ?? this.#view?.zoom ?? 3, 30));
  }

  /** Makes another `ready` if the last one is over: one that is not is told of whatever comes. */
  #promise() {
    if (this.#settle) return;
    this.ready = new Promise((resolve, reject) => (this.#settle = { resolve, reject }));
    this.ready.catch(() => {}); // story-error says it too
  }

  /** Begins now, or when the element comes near. */
  #begin(isNear) {
    this.#promise();
    // A page that is all story has nothing else to load.
    const usual = this.hasAttribute("hash") ? "eager" : "lazy";
    if (!isNear && this.#oneOf("loading", ["eager", "lazy"], usual) === "lazy") {
      this.#life = null;
      return StoryMap.#near.observe(this);
    }
    StoryMap.#near.unobserve(this);
    this.#start();
  }

  /** Begins with whatever story there is to show; the one on show, if any, stays until then. */
  async #start() {
    const life = (this.#life = {});
    home = this.shadowRoot;
    try {
      const lang = this.#wanted();
      const tell = this.#source();
      const [{ core, world, sheet }, told] = await Promise.all([load(), tell(lang)]);
      if (this.#life !== life) return; // taken away meanwhile, or begun again
      this.#stop();
      running.add(this.#fail); // before the program, which may crash at once
      [this.#root, this.#app] = vacant.pop() ?? made(core);
      this.shadowRoot.adoptedStyleSheets = [waiting, sheet];
      this.shadowRoot.append(this.#root);
      [this.#tell, this.#told, this.#lang, this.#view] = [tell, told, lang];
      const services = { paint, letter, scale, width, pin, hold, focused, focus, detail: (done) => detail().then(done), language: (lang) => this.#speak(lang), shares: !!navigator.share, give: (done, ...what) => this.#give(...what).then(done), chose: (...what) => this.#chose(...what), rested: (...where) => this.#rested(...where), shown: (title) => this.#shown(title) };
      for (const when of PRINTS) addEventListener(when, this.#print); // before the program, which draws then
      this.#app.begin(world, told, this.#settings(), services);
      this.#follow(); // the language may have changed meanwhile
    } catch (error) {
      if (this.#life === life) this.#failed("load", String(error?.message ?? error));
    }
  }

  /** Writes what day and time it is wherever the story asks for it, now and each minute while it lives. */
  #clocks() {
    for (const clock of this.shadowRoot.querySelectorAll("[data-ahead]")) {
      clock.textContent = time(Date.now(), clock.dataset);
    }
    this.#minute = setTimeout(() => this.#clocks(), MINUTE_MS - (Date.now() % MINUTE_MS));
  }

  #source() {
    const src = this.getAttribute("src");
    if (this.#story) return own(new Promise((resolve) => resolve(JSON.stringify(this.#story))));
    if (src) return own(fetched(new URL(src, document.baseURI)).then((response) => response.text()));
    return ours;
  }

  #stop() {
    running.delete(this.#fail);
    for (const when of PRINTS) removeEventListener(when, this.#print);
    clearTimeout(this.#minute);
    if (this.#app) {
      this.#app.end();
      vacant.push([this.#root, this.#app]);
    }
    this.#root = this.#app = undefined;
    this.shadowRoot.replaceChildren(this.#slot);
    this.#rename("data-id", "id");
  }

  /** Gives what the children have of one attribute to another, where fragments lead to it. */
  #rename(from, to) {
    for (const part of this.querySelectorAll(`[${from}*="="]`)) {
      part.setAttribute(to, part.getAttribute(from));
      part.removeAttribute(from);
    }
  }

  /** Hands the attributes on; another language only with the story in it, which may have to be fetched. */
  async #follow() {
    const [app, tell] = [this.#app, this.#tell];
    // A story within a page must leave it the finger that scrolls.
    this.#root?.toggleAttribute("data-whole", this.hasAttribute("hash") && !isFramed);
    app?.update(this.#told, this.#settings());
    const lang = this.#wanted();
    if (!app || lang === this.#lang) return;
    try {
      const told = await tell(lang);
      if (this.#app !== app || this.#tell !== tell || lang !== this.#wanted()) return; // too late
      [this.#told, this.#lang] = [told, lang];
      app.update(told, this.#settings());
    } catch (error) {
      warnOnce(`The story stays in the language it is in: ${error.message}`);
    }
  }

  /** The language to show: the nearest to the reader's choice, the address's, the element's own, the page's, the browser's. */
  #wanted() {
    const linked = this.hasAttribute("hash") && !this.#app && new URLSearchParams(location.hash.slice(1)).get("lang");
    return nearest([this.#chosen, linked || undefined, spoken(this), ...navigator.languages]);
  }

  #speak(lang) {
    this.#chosen = lang;
    this.#follow();
  }

  /** The attributes. */
  #settings() {
    return {
      asked: this.#asked,
      controls: this.#controls(),
      event: this.getAttribute("event"),
      from: this.#year("from"),
      // What fills a frame is still within somebody's page.
      gestures: this.#oneOf("gestures", ["cooperative", "greedy"], isFramed ? "cooperative" : null),
      hash: this.hasAttribute("hash"),
      place: this.getAttribute("place"),
      projection: this.#oneOf("projection", ["globe", "flat"]),
      theme: THEMES.indexOf(this.#oneOf("theme", THEMES)),
      to: this.#year("to"),
      topics: this.getAttribute("topics"),
    };
  }

  /** The parts to show, as bits in the order of CONTROLS; all of them unless some are named. */
  #controls() {
    const named = this.getAttribute("controls")?.split(/\s+/).filter(Boolean) ?? CONTROLS;
    for (const name of named) {
      if (!CONTROLS.includes(name)) warnOnce(`<story-map>: controls="${name}": expected some of ${CONTROLS.join(", ")}`);
    }
    return CONTROLS.reduce((bits, name, at) => bits | (named.includes(name) << at), 0);
  }

  /** The attribute's value as a year; undefined when it is missing or none. */
  #year(name) {
    const value = this.getAttribute(name) ?? "";
    if (/^-?\d{1,6}$/.test(value.trim())) return Number(value);
    if (value) warnOnce(`<story-map>: ${name}="${value}": expected a year`);
  }

  /** The attribute's value; the usual one, or else the first, when it is missing or none of them. */
  #oneOf(name, values, usual = values[0]) {
    const value = this.getAttribute(name);
    if (value === null || values.includes(value)) return value ?? usual;
    warnOnce(`<story-map>: ${name}="${value}": expected ${values.join(" or ")}`);
    return usual;
  }

  /** Keeps what a fragment says is chosen; of the reader's choices the page hears what they changed. */
  #chose(fragment, byReader, filtered) {
    const before = new URLSearchParams(this.#fragment);
    this.#fragment = fragment;
    const said = new URLSearchParams(fragment);
    const [event, place, topics, from, to, q] = ["event", "place", "topics", "from", "to", "q"].map((key) => said.get(key));
    const filter = {
      place: place?.split(",") ?? [],
      topics: topics === "none" ? [] : (topics?.split(",") ?? null),
      from: from && Number(from),
      to: to && Number(to),
      q: q ?? "",
    };
    this.#state = { event, ...filter };
    if (!byReader) return;
    if (event !== before.get("event") || place !== before.get("place")) {
      this.#say("story-select", { place: filter.place[0] ?? null, event });
    }
    if (filtered) this.#say("story-filter", filter);
  }

  #rested(lon, lat, zoom, byReader) {
    this.#view = { lon: lon / STEPS, lat: lat / STEPS, zoom: zoom / STEPS };
    this.#atRest?.();
    if (byReader) this.#say("story-view", this.#view);
  }

  /** Hands something to the reader; whether it could. */
  async #give(way, title, text) {
    try {
      text = passedOn(text);
      if (way === "share") await navigator.share({ title, url: text });
      else if (["copy", "cite"].includes(way)) await navigator.clipboard.writeText(text);
      else await this.#save(way);
      return true;
    } catch (error) {
      if (way === "share") return true; // the reader thought better of it
      console.warn(`${way}: ${error.message}`);
    }
  }

  /** Makes a file of a kind of what is shown for the reader to keep. */
  async #save(kind) {
    const [{ Saver }, packed] = await Promise.all([other("saver"), this.#tell.packed(this.#lang)]);
    const saver = new Saver(packed, this.#fragment);
    if (kind !== "svg") return saver.save(kind);
    const before = this.#atRest;
    if (!this.#view) await new Promise((rested) => (this.#atRest = () => rested(before?.()))); // for the first time
    const { lon, lat, zoom } = this.#view;
    const isFlat = this.getAttribute("projection") === "flat";
    saver.draw(this.#root, await bytes("basemap"), await more, lon, lat, zoom, isFlat);
  }

  /** The story is on show in a language; `title` is that of a page of its own. */
  #shown(title) {
    clearTimeout(this.#minute);
    this.#clocks();
    // The build has marked the title of the story's own page; that of any other page is not ours, nor its language.
    if (document.querySelector("title[data-told]")) {
      document.title = title;
      document.documentElement.lang = this.#root.querySelector("[lang]").lang; // #lang may be on its way to the next
    }
    if (!this.#slot.parentNode) return;
    this.#slot.remove();
    this.#rename("id", "data-id"); // or a step back, to one of them, would take the focus out of the story
    this.#settle = this.#settle?.resolve(this);
    this.#say("story-ready");
  }

  #say(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  /** Shows the element's own children again, with a line that says why. */
  #failed(type, message) {
    if (type === "crash") this.#app = undefined; // what crashed cannot be asked to tidy up
    this.#stop();
    this.#life = {}; // of what began it there is no more to tell: a crash ends that with an error, too
    const lang = this.#wanted();
    const notice = Object.assign(document.createElement("p"), { lang, role: "status", textContent: FAILED[lang] });
    this.shadowRoot.replaceChildren(notice, this.#slot);
    if (this.hasAttribute("hash")) {
      // The children may tell of what the address names, too.
      const fragment = location.hash.slice(1);
      const event = new URLSearchParams(fragment).get("event");
      document.getElementById(event ? `event=${event}` : fragment)?.scrollIntoView();
    }
    this.#settle = this.#settle?.reject(new Error(message));
    this.#say("story-error", { type, message });
  }
}

for (const name of REFLECTED) {
  Object.defineProperty(StoryMap.prototype, name, {
    get() {
      return name === "hash" ? this.hasAttribute(name) : this.getAttribute(name);
    },
    set(value) {
      if (value === true) value = "";
      if (value === false || value == null) this.removeAttribute(name);
      else this.setAttribute(name, value);
    },
    configurable: true,
    enumerable: true,
  });
}

// A page may include this file twice, or another may have taken the name: the first one stays.
if (!customElements.get("story-map")) {
  customElements.define("story-map", StoryMap);
  // A page that is all story, in a frame, takes part in the page around it.
  const story = isFramed && document.querySelector("story-map[hash]");
  if (story) script("framed").then(({ framed }) => framed(story, (way) => (passedOn = way)), console.warn);
}
