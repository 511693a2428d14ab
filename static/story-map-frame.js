// For a page that frames a story map: every `<iframe data-story-map>` becomes as high as its story, and
// links to an event are the page's own. What is said between the two is in the README, "In an iframe".
{
  const said = { schema: "story-map", version: 1 };
  const sent = new Set(); // the frames that this page's address has sent somewhere, until they are there
  const frames = () => [...document.querySelectorAll("iframe[data-story-map]")];

  /** Tells a frame where it is, and where to go if this page's address says so; whether it does. */
  const greet = (frame, index) => {
    const key = frame.dataset.storyMap || (index ? `story-map-${index + 1}` : "story-map");
    const fragment = new URLSearchParams(location.hash.slice(1)).get(key);
    frame.contentWindow.postMessage({ ...said, key, fragment, address: location.href }, "*");
    return fragment && sent.add(frame);
  };

  // A frame that loads when it comes into view has to come there to hear where to go.
  const follow = () => frames().map((frame, index) => greet(frame, index) && frame.scrollIntoView());

  addEventListener("message", ({ source, data }) => {
    if (data?.schema !== said.schema || data.version !== said.version) return;
    frames().map((frame, index) => {
      if (frame.contentWindow !== source) return;
      const { height, top } = data;
      const isLength = (number) => Number.isInteger(number) && number >= 0 && number < 1e5;
      if (height === undefined) greet(frame, index);
      else if (isLength(height) && height > 99) {
        const { boxSizing } = getComputedStyle(frame);
        const edges = boxSizing === "border-box" ? frame.offsetHeight - frame.clientHeight : 0;
        frame.style.height = `${height + edges}px`;
      }
      if (isLength(top) && sent.delete(frame)) scrollBy(0, frame.getBoundingClientRect().top + top - 80);
    });
  });
  addEventListener("hashchange", follow);
  follow();
}
