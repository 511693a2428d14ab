// Sees what happens on a page from its very beginning, for the tests to ask later.

const witness = {
  events: [], // the element's events, as they reached the document
  complaints: [], // errors, warnings, violations
  stored: [], // uses of cookies and storage
  historyLength: history.length,
};

for (const name of ["story-ready", "story-select", "story-filter", "story-view", "story-error"]) {
  document.addEventListener(name, (event) => {
    const { bubbles, composed, detail, target } = event;
    witness.events.push({ name, bubbles, composed, detail, target: target.id });
  });
}

const complain = (text) => witness.complaints.push(text);
addEventListener("error", (event) => complain(`error: ${event.message ?? event.target.outerHTML?.slice(0, 100)}`), true);
addEventListener("unhandledrejection", (event) => complain(`unhandled: ${event.reason}`));
addEventListener("securitypolicyviolation", (event) =>
  complain(`policy: ${event.violatedDirective} ${event.blockedURI}`),
);
for (const level of ["error", "warn"]) {
  const plain = console[level];
  console[level] = (...words) => {
    complain(`${level}: ${words.join(" ")}`);
    plain(...words);
  };
}

for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
  const { get } = Object.getOwnPropertyDescriptor(window, name) ?? {};
  if (!get) continue;
  Object.defineProperty(window, name, {
    get() {
      witness.stored.push(name);
      return get.call(window);
    },
  });
}
const cookie = Object.getOwnPropertyDescriptor(Document.prototype, "cookie");
Object.defineProperty(document, "cookie", {
  get: () => cookie.get.call(document),
  set(value) {
    witness.stored.push("cookie");
    cookie.set.call(document, value);
  },
});

window.witness = witness;
