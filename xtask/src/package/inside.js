// In the place of what knows of addresses (static/story-map.js): all that the program is made of is in this
// script, in MODULES and, packed, in PACKED. No policy sees it come, for nothing does.

async function script(name) {
  return MODULES[name];
}

async function bytes(name) {
  const packed = Uint8Array.from(atob(PACKED[name]), (char) => char.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const get = bytes;
