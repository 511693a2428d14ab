// The build, served as a strict host would serve it, with the tests' own pages beside it.
// A test can spoil what is served: `change` puts another answer in the place of a file's own.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { after, before, beforeEach } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const host = join(root, "target/host");
export const dist = process.env.STORY_MAP_DIST ?? join(root, "dist");

/** The strictest policy that the README promises to work under. */
export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src data:";

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
};

// Runs before all else on every page, so that it misses nothing.
const WITNESS = '<script src="/witness.js"></script>';

/** Gives a test file another server. By the name `localhost` it is another site than `127.0.0.1`, too. */
export function useServer(name) {
  const server = new Server(name);
  before(() => server.start());
  beforeEach(() => server.reset());
  after(() => server.stop());
  return server;
}

export class Server {
  #name;
  #http = createServer((request, response) => this.#answer(request, response));
  #pages = new Map();
  #changes = [];
  /** The paths that were asked for. */
  asked = [];

  constructor(name = "127.0.0.1") {
    this.#name = name;
  }

  async start() {
    await new Promise((listening) => this.#http.listen(0, "127.0.0.1", listening));
    this.origin = `http://${this.#name}:${this.#http.address().port}`;
  }

  async stop() {
    this.#http.closeAllConnections();
    await new Promise((closed) => this.#http.close(closed));
  }

  /** Forgets the pages and changes of the test before. */
  reset() {
    this.#pages.clear();
    this.#changes = [];
    this.asked = [];
  }

  /** Serves a page of the test's own; a header that is null is not sent at all. */
  put(path, body, headers = {}) {
    this.#pages.set(path, { body: Buffer.from(body), headers });
  }

  /** For paths that end so (all end in ""), `spoil(answer)` alters `{ status, headers, body, isCut }`. */
  change(ending, spoil) {
    this.#changes.push({ ending, spoil });
  }

  /** Serves everything as it is again. */
  mend() {
    this.#changes = [];
  }

  async #answer(request, response) {
    const path = new URL(request.url, this.origin).pathname;
    this.asked.push(path);
    const answer = await this.#find(path.endsWith("/") ? `${path}index.html` : path);
    for (const { ending, spoil } of this.#changes) {
      if (path.endsWith(ending)) spoil(answer);
    }
    const sent = Object.entries(answer.headers).filter(([, value]) => value !== null);
    const { body, isCut, status } = answer;
    if (!isCut) return response.writeHead(status, Object.fromEntries(sent)).end(body);
    // The connection breaks in the middle.
    response.writeHead(status, { ...Object.fromEntries(sent), "Content-Length": body.length });
    response.write(body.subarray(0, body.length / 2), () => response.destroy());
  }

  async #find(path) {
    const headers = {
      "Cache-Control": "no-cache", // else WebKit keeps what another test spoiled
      "Content-Security-Policy": POLICY,
      "Content-Type": TYPES[extname(path)] ?? "application/octet-stream",
    };
    try {
      const own = this.#pages.get(path);
      const body = own?.body ?? (await read(path));
      Object.assign(headers, own?.headers);
      if (!own && path.endsWith(".html")) headers["Content-Security-Policy"] = policyFor(body);
      return { status: 200, headers, body: path.endsWith(".html") ? watched(body) : body };
    } catch {
      return { status: 404, headers, body: Buffer.from("not found") };
    }
  }
}

function read(path) {
  if (path === "/witness.js") return readFile(new URL("witness.js", import.meta.url));
  if (path.startsWith("/host/")) return readFile(join(host, normalize(path.slice("/host/".length))));
  return readFile(join(dist, normalize(path)));
}

/** The stand-alone page has one style of its own, which its policy knows by its hash. */
function policyFor(html) {
  const [, style = ""] = /<style>([^]*?)<\/style>/.exec(html) ?? [];
  const hash = createHash("sha256").update(style).digest("base64");
  return POLICY.replace("style-src 'self'", `style-src 'self' 'sha256-${hash}'`);
}

function watched(html) {
  return Buffer.from(html.toString().replace("<head>", `<head>${WITNESS}`));
}
