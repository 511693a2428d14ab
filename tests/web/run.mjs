// Runs test files, two at a time; the files that fail once more, alone: on a busy machine a browser now and then
// starves. What fails both times has failed; what passed at the second try is named at the end.

import { run } from "node:test";
import { spec } from "node:test/reporters";

const files = process.argv.slice(2);
if (files.length === 0) throw new Error("expected test files, found none");

/** Those of the files in which anything failed, be it only what comes before the tests. */
async function failures(files, atOnce) {
  const [waiting, failed] = [[...files], []];
  const hand = async () => {
    for (let file; (file = waiting.shift()); ) if (await fails(file)) failed.push(file);
  };
  await Promise.all(Array.from({ length: atOnce }, hand));
  return failed;
}

async function fails(file) {
  let hasFailed = false;
  const results = run({ files: [file] });
  results.on("test:fail", ({ todo }) => (hasFailed ||= todo === undefined));
  let said = `\n${file}\n`; // whole, since another file is talking
  for await (const text of results.compose(spec)) said += text;
  process.stdout.write(said);
  return hasFailed;
}

const first = await failures(files, 2);
if (first.length > 0) {
  console.log(`\nonce more, alone: ${first.join(" ")}`);
  const second = await failures(first, 1);
  for (const file of first) console.log(`${second.includes(file) ? "failed twice" : "passed at the second try"}: ${file}`);
  if (second.length > 0) process.exitCode = 1;
}
