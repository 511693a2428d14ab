// `cargo xtask package` pipes a module through here: out comes one classic script with all that it imports
// from the folder named. Of letters it has only ASCII: a page may be in any encoding, and its scripts are then too.

import { text } from "node:stream/consumers";
import { build } from "esbuild";

const { outputFiles } = await build({
  stdin: { contents: await text(process.stdin), resolveDir: process.argv[2] },
  bundle: true,
  format: "iife",
  minify: true,
  charset: "ascii",
  define: { "import.meta.url": "undefined" }, // the program is always given its bytes
  legalComments: "none",
  write: false,
});
process.stdout.write(outputFiles[0].text);
