// axe-core, asked about the whole page, open shadow roots included.

import { readFileSync } from "node:fs";

// The short form: it is sent to each page, and the long one takes twice as long.
const source = readFileSync(new URL(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** The violations: which rule, which elements. */
export async function violations(page) {
  await page.run(source);
  const found = await page.later(async () => (await axe.run(document)).violations);
  return found.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => `${node.target.flat().join(" ")}: ${node.failureSummary}`) }));
}
