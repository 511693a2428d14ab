// An article with the stand-alone page in frames, from a server of its own.

import { beforeEach } from "node:test";
import { useServer } from "./server.mjs";

export const SCRIPT = '<script src="/story-map-frame.js" defer></script>';

/**
 * The server that the framed page comes from: another origin than the article's. By the name `localhost` it is
 * another site, too: then Chromium gives the frame a process of its own, whose elements its driver cannot name.
 */
export function useStories(page, name) {
  const stories = useServer(name);
  beforeEach(() => {
    // Modules of a sandboxed page come from nowhere, and its own server must allow that.
    stories.change("", ({ headers }) => (headers["Access-Control-Allow-Origin"] = "*"));
    stories.change("/embed.html", ({ headers }) => (headers["Content-Security-Policy"] += "; frame-src 'self'"));
    page.server.change(".html", ({ headers }) => (headers["Content-Security-Policy"] += "; frame-src *"));
  });
  return stories;
}

export const ALLOW = "clipboard-write; fullscreen";

/** A frame as the README writes it. */
export function frame(src, attributes = "") {
  return `<iframe data-story-map src="${src}" title="Azerbaijan and Korea" width="100%" height="704" frameborder="0" allow="${ALLOW}" ${attributes}></iframe>`;
}

const words = "<p>Words of the article.</p>".repeat(5);

/** An article with frames, which the page's script makes take part unless it is left out. */
export function article(frames, { script = SCRIPT } = {}) {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>An article</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/article.css">
    ${script}
  </head>
  <body>
    <main>
      <h1>An article</h1>
      <p><a href="#end">To the end</a></p>
      ${words}
      ${frames}
      ${words}
      <p id="end"><a href="#top">To the top</a></p>
    </main>
  </body>
</html>`;
}

export const STYLE = "body { margin: 0 } iframe { display: block }";

/** Works in the frame of a number, and comes back to the article. */
export async function inFrame(page, index, work) {
  await page.driver.switchTo().frame(index);
  try {
    return await work();
  } finally {
    await page.driver.switchTo().defaultContent();
  }
}

/** The height of the frame of a number, in pixels. */
export function heightOf(page, index = 0) {
  return page.run((index) => document.querySelectorAll("iframe")[index].getBoundingClientRect().height, index);
}

/** The height of what is in the frame. */
export function contentOf(page, index = 0) {
  return inFrame(page, index, () => page.run(() => document.body.getBoundingClientRect().height));
}

/** Makes the frame of a number so wide: no engine's window must be as narrow. */
export function widen(page, pixels, index = 0) {
  return page.run((pixels, index) => (document.querySelectorAll("iframe")[index].style.width = `${pixels}px`), pixels, index);
}

/** Until the story in the frame of a number is on show and at rest. */
export function readyIn(page, index) {
  return inFrame(page, index, async () => {
    // Until it loads, a frame holds another, empty page.
    const isThere = () => page.run(() => !!document.querySelector("story-map")).catch(() => false);
    await page.until(isThere, Boolean, "the page in the frame");
    await page.ready();
  });
}
