// The program's files, as the loader of this build names them.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dist } from "./server.mjs";

export const loader = readFileSync(join(dist, "story-map.js"), "utf8");
const LATER = /later: ?\{([^}]*)\}/;

const named = (text) => Object.fromEntries(Array.from(text.matchAll(/\b(\w+): ?"\.\/([^"]+)"/g), ([, part, file]) => [part, `/${file}`]));

/** What every page needs: `{ script, wasm, … }`. */
export const first = named(loader.replace(LATER, ""));
/** What only some need: a failure there fails nothing else. */
export const later = named(LATER.exec(loader)[1]);

/** Changes one byte of an answer; a script works as before: it is a letter of what it says. */
export function alter({ body }) {
  const words = body.indexOf("using deprecated parameters");
  body[words < 0 ? body.length - 100 : words] ^= 32;
}
