// The stand-alone page in a frame: it takes part in the page around it, if that page does. What is said
// between the two is in the README, "In an iframe".

const SAID = { schema: "story-map", version: 1 };

const FULL = {
  en: ["Full screen", "Leave full screen"],
  az: ["Tam ekran", "Tam ekrandan çıx"],
  ko: ["전체 화면", "전체 화면 끝내기"],
};

// What a frame's address may say in its query, as the element's attributes do.
const ASKED = ["projection", "theme"];

const style = new CSSStyleSheet();
style.replaceSync(`
.full { display: flex; justify-content: flex-end; box-sizing: border-box; height: 3rem; padding: 0.5rem; border-block-start: 1px solid light-dark(#d8d3c6, #3a3d3b); background: light-dark(#fdfcf8, #161816); color: light-dark(#1d1c1a, #eceae4) }
.full button { padding: 0 0.75rem; border: 1px solid; border-radius: 4px; background: none; color: inherit; font: 0.8125rem system-ui, sans-serif; cursor: pointer }
.full button:focus-visible { outline: 3px solid; outline-offset: 2px }`);

/** The element is the whole page, and the page is in a frame; `link` is told how addresses read outside it. */
export function framed(story, link) {
  const query = new URLSearchParams(location.search);
  for (const name of ASKED) if (query.has(name)) story.setAttribute(name, query.get(name));
  document.documentElement.style.colorScheme = query.get("theme")?.replace("auto", "") ?? "";
  document.querySelector("footer")?.remove(); // the article's room is for the story
  // Back is the reader's way out of the article, not through every pin they pressed.
  history.pushState = (...entry) => history.replaceState(...entry);

  let host; // what the page around last said of itself
  let told = 0; // the height that it was last told
  const tell = (message) => parent.postMessage({ ...SAID, ...message }, "*");
  const bar = document.fullscreenEnabled && full(story);

  // Of its frame's height the story must not be once that follows the story: it stays as high as the frame
  // was made, within reason.
  const height = Math.min(Math.max(innerHeight, 576), 960);
  const room = () => {
    const all = host && !document.fullscreenElement ? `${height}px` : "100dvh";
    story.style.setProperty("--story-map-height", `calc(${all} - ${bar ? 3 : 0}rem)`);
  };
  const measure = () => {
    if (!host || document.fullscreenElement) return;
    const now = Math.ceil(document.body.getBoundingClientRect().height);
    if (now !== told) tell({ height: (told = now) });
  };
  const gestures = story.getAttribute("gestures");
  document.addEventListener("fullscreenchange", () => {
    // Then there is nothing else to scroll.
    if (document.fullscreenElement) story.setAttribute("gestures", "greedy");
    else if (gestures) story.setAttribute("gestures", gestures);
    else story.removeAttribute("gestures");
    room();
    measure();
  });
  room();

  /** Tells where the chosen card is once it stays there: a busy browser draws late, and the page goes there once. */
  const arrive = (before) =>
    setTimeout(() => {
      const card = story.shadowRoot.querySelector("[aria-current=true]");
      const list = card?.closest(".events");
      const flows = list && list.scrollHeight <= list.clientHeight; // else it scrolls by itself
      const top = flows ? Math.max(0, Math.round(card.getBoundingClientRect().top + scrollY)) : 0;
      if (top !== before) return arrive(top);
      measure();
      tell({ height: told, top });
    }, 100);

  const ready = story.ready.catch(() => {});
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || data?.schema !== SAID.schema || data.version !== SAID.version) return;
    const { key, address, fragment } = data;
    if (typeof key !== "string" || typeof address !== "string") return;
    const isFirst = !host;
    host = { key, address };
    if (isFirst) {
      // What shows until the story is ready may be far higher.
      ready.then(() => {
        room();
        new ResizeObserver(measure).observe(document.body);
      });
    }
    if (typeof fragment !== "string") return;
    if (fragment !== location.hash.slice(1)) location.replace(`#${fragment}`);
    ready.then(() => {
      dispatchEvent(new Event("popstate")); // the story may have read its address before
      arrive();
    });
  });
  link((text) => (host ? inHost(text, host) : text));
  tell({});
}

/** The text with the address of the page around where it has ours. */
function inHost(text, { key, address }) {
  const page = location.href.split("#")[0];
  const at = text.lastIndexOf(page); // a citation's sources, which come before, may be of this site, too
  if (at < 0 || !/^(https?|file):/.test(address)) return text;
  const after = text.slice(at + page.length);
  const [ours] = /^(#\S*)?/.exec(after);
  const [around, hash = ""] = address.split("#");
  const parts = hash.split("&").filter((part) => part && part.split("=")[0] !== key);
  if (ours.length > 1) parts.push(`${key}=${encodeURIComponent(ours.slice(1))}`);
  return text.slice(0, at) + around + (parts.length ? "#" : "") + parts.join("&") + after.slice(ours.length);
}

/** A button below the story that gives it the whole screen. */
function full(story) {
  const bar = document.createElement("div");
  const button = document.createElement("button");
  const name = () => {
    const lang = story.shadowRoot.querySelector("[lang]")?.lang;
    button.lang = Object.hasOwn(FULL, lang) ? lang : "en";
    button.textContent = FULL[button.lang][document.fullscreenElement ? 1 : 0];
  };
  name();
  document.addEventListener("fullscreenchange", name);
  story.addEventListener("story-ready", name);
  new MutationObserver(name).observe(story.shadowRoot, { subtree: true, attributeFilter: ["lang"] });
  button.type = "button";
  button.onclick = () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
  bar.className = "full";
  bar.append(button);
  story.after(bar);
  document.adoptedStyleSheets.push(style);
  return bar;
}
