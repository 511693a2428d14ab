// Finding things as a reader's tools do: by role and accessible name, inside open shadow roots too.
// The browser says what an element's role and name are; CSS only keeps the number of questions small.

const SELECTORS = {
  article: "article",
  button: "button",
  combobox: "select",
  group: "[role=group], fieldset",
  heading: "h1, h2, h3, h4, h5, h6",
  link: "a[href]",
  region: "section",
  searchbox: "input[type=search]",
  slider: "input[type=range]",
  status: "[role=status], output",
};

/**
 * The rendered elements of a role, and of a name (a string, or a pattern) where one is given, in the
 * order of the page; only those inside `within`, an element or nothing for the whole page.
 */
export async function findAll(driver, role, name, within) {
  const hint = typeof name === "string" ? name : begins(name);
  const candidates = await driver.executeScript(collect, SELECTORS[role], hint, within ?? null);
  const known = await describeAll(candidates);
  return candidates.filter((_, index) => isOf(role, known[index].role) && matches(known[index].name, name));
}

/** WebKit's driver calls a native select what it looks like: the candidates for that role are nothing else. */
function isOf(role, told) {
  return told === role || (role === "combobox" && told === "button");
}

/** The one element of a role and name; says what there is when it is not just one. */
export async function find(driver, role, name, within) {
  const found = await findAll(driver, role, name, within);
  if (found.length === 1) return found[0];
  const all = await findAll(driver, role, undefined, within);
  const names = (await describeAll(all)).map(({ name }) => name);
  throw new Error(`${found.length} × ${role} ${name ?? ""}; each ${role}: ${JSON.stringify(names)}`);
}

/** An element's role and name, as the browser computes them. */
export async function describe(element) {
  return { role: await element.getAriaRole(), name: await element.getAccessibleName() };
}

/** The same of many, one after the other: asked at once, chromedriver takes a hundred times as long. */
export async function describeAll(elements) {
  const known = [];
  for (const element of elements) known.push(await describe(element));
  return known;
}

/** The words that a name begins with, where a pattern says so: what has them nowhere need not be asked. */
function begins(pattern) {
  const [, words] = /^\^([\p{L}\p{N} ]+)(?![?*{])/u.exec(pattern?.source ?? "") ?? [];
  return words && !/\|/.test(pattern.source) && !pattern.ignoreCase ? words : "";
}

function matches(found, name) {
  if (name === undefined) return true;
  return typeof name === "string" ? found === name : name.test(found);
}

// Runs in the page.
function collect(selector, hint, within) {
  const found = [];
  const visit = (node) => {
    for (const element of node.querySelectorAll("*")) {
      if (element.matches(selector) && element.checkVisibility() && said(element).includes(hint)) found.push(element);
      if (element.shadowRoot) visit(element.shadowRoot);
    }
  };
  const said = (element) => {
    const label = (id) => element.getRootNode().getElementById(id)?.textContent;
    const labels = (element.getAttribute("aria-labelledby") ?? "").split(" ").map(label);
    return [element.getAttribute("aria-label"), ...labels, element.textContent].join(" ");
  };
  visit(within ?? document);
  return found;
}
