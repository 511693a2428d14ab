// What `cargo xtask package` makes, and what its README tells people to paste.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const folder = process.env.STORY_MAP_PACKAGE ?? fileURLToPath(new URL("../../../package", import.meta.url));

/** Where its README says that the files lie. */
const ADDRESS = "https://example.org/story-map/";

export const path = (name) => resolve(folder, name);
export const address = (name) => pathToFileURL(path(name)).href;
export const read = (name) => readFileSync(path(name));

/** The pieces of code under a heading of its README, for files that lie at another address. */
export function snippets(heading, at) {
  const readme = read("README.md").toString();
  const [, section] = readme.split(`\n## ${heading}\n`);
  const code = [...section.split("\n## ")[0].matchAll(/^```(?:html|js)\n([^]*?)^```/gm)];
  return code.map(([, code]) => code.replaceAll(ADDRESS, at));
}

/** Serves a file, or a folder with all that is in it, with these headers. */
export function put(server, name, at, headers) {
  if (statSync(path(name)).isFile()) return server.put(at, read(name), headers);
  for (const inside of readdirSync(path(name))) {
    const isFolder = statSync(path(join(name, inside))).isDirectory();
    put(server, join(name, inside), join(at, inside, isFolder ? "/" : ""), headers);
  }
}
