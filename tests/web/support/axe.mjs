// axe-core, asked about the whole page, open shadow roots included.

import axe from "axe-core";

/** The violations: which rule, which elements. */
export async function violations(page) {
  await page.run(axe.source);
  const found = await page.later(async () => (await axe.run(document)).violations);
  return found.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => `${node.target.flat().join(" ")}: ${node.failureSummary}`) }));
}
