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

/** An article taller than the window, the story within it. */
export const article = (options = {}) => host({ before: paragraphs, after: paragraphs, ...options });
