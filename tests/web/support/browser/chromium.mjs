// Chromium, by chromedriver.

import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Builder, logging } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";
import { program } from "./program.mjs";

export async function chromium({ theme, motion, scripts, wasm }) {
  const profile = mkdtempSync(join(tmpdir(), "story-map-web-"));
  const downloads = join(profile, "taken away");
  mkdirSync(downloads);
  const options = new chrome.Options().setChromeBinaryPath(program("CHROME", ["chromium", "chromium-browser", "google-chrome"]));
  options.addArguments(
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    "--window-size=1440,900",
    "--lang=en",
    `--user-data-dir=${profile}`,
  );
  if (!scripts) options.addArguments("--blink-settings=scriptEnabled=false");
  if (!wasm) options.addArguments("--js-flags=--jitless");
  const kept = new logging.Preferences();
  kept.setLevel(logging.Type.BROWSER, logging.Level.ALL);
  kept.setLevel(logging.Type.PERFORMANCE, logging.Level.ALL);
  const driver = await new Builder()
    .forBrowser("chrome")
    .setChromeOptions(options)
    .setChromeService(new chrome.ServiceBuilder(program("CHROMEDRIVER", ["chromedriver"])))
    .setLoggingPrefs(kept)
    .build();
  await driver.sendDevToolsCommand("Emulation.setEmulatedMedia", {
    features: [
      { name: "prefers-color-scheme", value: theme },
      { name: "prefers-reduced-motion", value: motion ? "no-preference" : "reduce" },
    ],
  });
  await driver.setDownloadPath(downloads);
  const logs = driver.manage().logs();
  return {
    driver,
    downloads,
    resize: (width, height) =>
      driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", {
        width,
        height,
        deviceScaleFactor: 1,
        mobile: false,
      }),
    /** The addresses that this browser has asked for since the last call. */
    async requests() {
      const entries = await logs.get(logging.Type.PERFORMANCE);
      return entries
        .map((entry) => JSON.parse(entry.message).message)
        .filter((message) => message.method === "Network.requestWillBeSent")
        .map((message) => message.params.request.url);
    },
    /** What the browser's console says since the last call. */
    async console() {
      const entries = await logs.get(logging.Type.BROWSER);
      return entries.map((entry) => `${entry.level.name}: ${entry.message}`);
    },
    /** How much the page holds once the garbage is gone: nodes, listeners, bytes. */
    async metrics() {
      for (const command of ["HeapProfiler.collectGarbage", "HeapProfiler.collectGarbage", "Performance.enable"]) await driver.sendDevToolsCommand(command, {});
      const { metrics } = await driver.sendAndGetDevToolsCommand("Performance.getMetrics", {});
      const wanted = metrics.filter(({ name }) => ["JSEventListeners", "JSHeapUsedSize", "Nodes"].includes(name));
      return Object.fromEntries(wanted.map(({ name, value }) => [name, value]));
    },
    async stop() {
      await driver.quit();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
