// `cargo xtask package` pipes a module through here: out comes one classic script with all that it imports
// from the folder named, under a line that says what it is. It has ASCII only: a page may be in any encoding,
// and its scripts are then too.

import { text } from "node:stream/consumers";
import { build } from "esbuild";

const [resolveDir, title] = process.argv.slice(2);
const { outputFiles } = await build({
  stdin: { contents: await text(process.stdin), resolveDir },
  bundle: true,
  format: "iife",
  minify: true,
  charset: "ascii",
  define: { "import.meta.url": "undefined" }, // the program is always given its bytes
  banner: { js: `/*! ${title} */\n"use strict";` }, // as modules are
  legalComments: "none",
  write: false,
});
process.stdout.write(outputFiles[0].text);
