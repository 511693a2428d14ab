// <story-map>: the element. It shows its own children until the program runs, and again if it fails.

// The build fills these in: release names carry a hash of the bytes, and the integrity is checked. What is
// wanted later is no part of a first view.
const CORE = { script: "./story-map-core.js", wasm: "./story-map-core_bg.wasm", basemap: "./basemap.bin", story: "./azerbaijan-korea.geojson", later: { detail: "./detail.bin" }, integrity: {} };

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
  const [core, wasm, basemap, story] = await Promise.all([
    import(new URL(CORE.script, import.meta.url)),
    get("wasm"),
    get("basemap").then((response) => response.arrayBuffer()),
    get("story").then((response) => response.text()),
  ]);
  core.on_crash((message) => {
    program = Promise.reject(new Error(message)); // there is no second life on the same page
    program.catch(() => {});
    for (const fail of running) fail("crash", message);
  });
  await core.default({ module_or_path: wasm });
  core.supply(new Uint8Array(basemap), story);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(core.stylesheet());
  return { core, sheet };
}

async function get(name) {
  const integrity = CORE.integrity[name];
  const response = await fetch(new URL(CORE[name] ?? CORE.later[name], import.meta.url), integrity ? { integrity } : {});
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${response.statusText}`);
  return response;
}

let more; // one download, however many elements

/** The finer levels of the basemap, for the first reader who comes near; undefined when they cannot be had. */
function detail() {
  more ??= get("detail")
    .then(async (response) => new Uint8Array(await response.arrayBuffer()))
    .catch((error) => console.warn(`The map stays coarse: ${error.message}`));
  return more;
}

/** Draws what the program decided, from one buffer: style, runs, then each run: closed, points, x, y, ... */
function paint(context, buffer, styles) {
  let at = 0;
  while (at < buffer.length) {
    const style = styles[buffer[at++]];
    const runs = buffer[at++];
    context.beginPath();
    for (let run = 0; run < runs; run++) {
      const closed = buffer[at++];
      const end = at + 1 + 2 * buffer[at++];
      context.moveTo(buffer[at++], buffer[at++]);
      while (at < end) context.lineTo(buffer[at++], buffer[at++]);
      if (closed) context.closePath();
    }
    if (style.fill) {
      context.fillStyle = style.fill;
      context.fill();
    }
    if (style.stroke) {
      context.strokeStyle = style.stroke;
      context.lineWidth = style.width;
      context.stroke();
    }
  }
}

/** Writes words round a point, with a halo that keeps lines behind them from running through. */
function letter(context, { font, fill, halo }, words, x, y) {
  context.font = font;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 3;
  context.strokeStyle = halo;
  context.strokeText(words, x, y);
  context.fillStyle = fill;
  context.fillText(words, x, y);
}

/** How wide words are in pixels. */
function width(context, { font }, words) {
  context.font = font;
  return context.measureText(words).width;
}

/** Moves an element, through the CSSOM, which no policy forbids. */
function place(element, x, y) {
  element.style.transform = `translate(${x}px, ${y}px)`;
}

const warned = new Set();

function warnOnce(message) {
  if (!warned.has(message)) console.warn(message);
  warned.add(message);
}

const FAILED = {
  en: "The interactive map could not be shown.",
  az: "İnteraktiv xəritəni göstərmək mümkün olmadı.",
  ko: "대화형 지도를 표시할 수 없습니다.",
};

class StoryMap extends HTMLElement {
  static observedAttributes = ["event", "from", "hash", "lang", "place", "projection", "to", "topics"];

  #slot = document.createElement("slot");
  #root; // where the program lives; made anew for each life, for the program never lets go of one
  #app;
  #lost = false; // whether it has failed
  #asked = 0; // counts what the page asked for, so that the same wish twice is heard twice
  #settle;
  #fail = (type, message) => this.#failed(type, message);

  /** Resolves with the element when its story is on show; rejects when it cannot be. */
  ready = new Promise((resolve, reject) => (this.#settle = { resolve, reject }));

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).append(this.#slot);
    this.ready.catch(() => {}); // story-error says it too
  }

  connectedCallback() {
    if (!this.#root) this.#start();
  }

  disconnectedCallback() {
    // A move in the page is a removal and an insertion: only one that lasts ends the program's life.
    setTimeout(() => this.isConnected || this.#stop());
  }

  attributeChangedCallback(name) {
    // Another language or projection is no wish for another choice: the reader's stays.
    if (["event", "from", "place", "to", "topics"].includes(name)) this.#asked++;
    this.#app?.update(this.#settings());
  }

  /** Chooses the event with this id, as a reader would. */
  select(id) {
    this.setAttribute("event", id);
  }

  async #start() {
    const root = (this.#root = document.createElement("div"));
    root.className = "root";
    try {
      const { core, sheet } = await load();
      if (this.#root !== root) return; // taken away meanwhile
      this.shadowRoot.adoptedStyleSheets = [sheet];
      this.shadowRoot.append(root);
      running.add(this.#fail);
      this.#app = core.mount(root, this.#settings(), { paint, letter, width, place, detail, say: (name, detail) => this.#say(name, detail) });
    } catch (error) {
      if (this.#root === root && !this.#lost) this.#failed("load", String(error?.message ?? error));
    }
  }

  #stop() {
    running.delete(this.#fail);
    this.#app?.destroy();
    this.#root?.remove();
    this.#root = this.#app = undefined;
    this.#lost = false;
    this.shadowRoot.replaceChildren(this.#slot);
  }

  /** The attributes, and the languages to try: the element's own, the page's, the browser's. */
  #settings() {
    return {
      asked: this.#asked,
      event: this.getAttribute("event"),
      from: this.#year("from"),
      hash: this.hasAttribute("hash"),
      languages: [this.closest("[lang]")?.lang, ...navigator.languages].filter(Boolean).join(" "),
      place: this.getAttribute("place"),
      projection: this.#oneOf("projection", ["globe", "flat"]),
      to: this.#year("to"),
      topics: this.getAttribute("topics"),
    };
  }

  /** The attribute's value as a year; undefined when it is missing or none. */
  #year(name) {
    const value = this.getAttribute(name) ?? "";
    if (/^-?\d{1,6}$/.test(value.trim())) return Number(value);
    if (value) warnOnce(`<story-map>: ${name}="${value}": expected a year`);
  }

  /** The attribute's value; the first of those there are when it is missing or none of them. */
  #oneOf(name, values) {
    const value = this.getAttribute(name) ?? values[0];
    if (values.includes(value)) return value;
    warnOnce(`<story-map>: ${name}="${value}": expected ${values.join(" or ")}`);
    return values[0];
  }

  #say(name, detail) {
    if (name === "story-ready") {
      this.#slot.remove();
      this.#settle.resolve(this);
    }
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  /** Shows the element's own children again, with a line that says why. */
  #failed(type, message) {
    this.#lost = true;
    running.delete(this.#fail);
    this.#root?.remove();
    this.#app = undefined; // what crashed cannot be asked to tidy up
    const lang = Object.keys(FAILED).find((code) => this.closest("[lang]")?.lang.startsWith(code)) ?? "en";
    const notice = Object.assign(document.createElement("p"), { lang, role: "status", textContent: FAILED[lang] });
    this.shadowRoot.replaceChildren(notice, this.#slot);
    this.#settle.reject(new Error(message));
    this.#say("story-error", { type, message });
  }
}

// A page may include this file twice, or another may have taken the name: the first one stays.
if (!customElements.get("story-map")) customElements.define("story-map", StoryMap);
