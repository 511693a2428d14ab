// Runs test files, two at a time; the files that fail once more, alone: on a busy machine a browser now and then
// starves. What fails both times has failed; what passed at the second try is named at the end.

import { run } from "node:test";
import { spec } from "node:test/reporters";

const files = process.argv.slice(2);
if (files.length === 0) throw new Error("expected test files, found none");

/** Those of the files in which a test failed. */
async function failures(files, concurrency) {
  const failed = new Set();
  const results = run({ files, concurrency });
  results.on("test:fail", ({ file, todo }) => todo === undefined && failed.add(file));
  for await (const text of results.compose(spec)) process.stdout.write(text);
  return [...failed];
}

const first = await failures(files, 2);
if (first.length > 0) {
  console.log(`\nonce more, alone: ${first.join(" ")}\n`);
  const second = await failures(first, 1);
  for (const file of first) console.log(`${second.includes(file) ? "failed twice" : "passed at the second try"}: ${file}`);
  if (second.length > 0) process.exitCode = 1;
}
