// The pages of other people, into which the widget is put.

/** A page with a story and its fallback. */
export function host({
  lang = "en",
  script = '<script type="module" src="/story-map.js"></script>',
  head = "",
  before = "",
  attributes = "",
  story = `<story-map id="story" ${attributes}><p id="fallback">Read the story without the map.</p></story-map>`,
  after = "",
} = {}) {
  return `<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>An article</title>
    <link rel="icon" href="data:,">
    ${head}
    ${script}
  </head>
  <body>
    ${before}
    ${story}
    ${after}
  </body>
</html>`;
}

const paragraphs = "<p>Words of the article.</p>".repeat(60);

/** An article taller than the window, the story within it, which does not wait for its reader to come near. */
export const article = ({ attributes = "", ...options } = {}) =>
  host({ before: paragraphs, after: paragraphs, attributes: `loading="eager" ${attributes}`, ...options });

/** Rules that page authors set on everything, and worse. */
export const HOSTILE = `
html { font-size: 62.5%; direction: rtl; }
* { display: block !important; letter-spacing: 3px !important; text-transform: uppercase !important;
    color: red !important; background: yellow !important; font: italic 9px/3 serif !important;
    text-align: end !important; direction: rtl !important; visibility: visible !important;
    cursor: wait !important; text-indent: 40px !important; word-spacing: 9px !important;
    white-space: pre !important; user-select: none !important; box-sizing: content-box !important;
    position: static !important; margin: 7px !important; padding: 7px !important; transform: none !important; }
button { display: none !important; }
canvas, article, section { width: 10px !important; height: 10px !important; }
`;

/** The computed styles of some parts of the widget that page authors most often set on everything. Runs in the page. */
export function looks() {
  const root = document.querySelector("story-map").shadowRoot;
  const parts = { title: "h2", pin: "[part=pin]", status: "[role=status]", card: "article", text: "article .text", link: "article a" };
  const properties = [
    ..."background-color color cursor direction display font-family font-size font-style".split(" "),
    ..."font-weight letter-spacing line-height padding-left position text-align text-indent".split(" "),
    ..."text-transform user-select visibility white-space word-spacing".split(" "),
  ];
  const look = (selector) => {
    const style = getComputedStyle(root.querySelector(selector));
    return Object.fromEntries(properties.map((name) => [name, style.getPropertyValue(name)]));
  };
  return Object.fromEntries(Object.entries(parts).map(([part, selector]) => [part, look(selector)]));
}
