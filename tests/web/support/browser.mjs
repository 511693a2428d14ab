// A browser of its own for each test file: fresh profile, no way off this machine.
// ENGINE chooses which: chromium (default) or firefox. All that differs between them is here.

import { accessSync, constants, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { Builder, logging } from "selenium-webdriver";
import BrowsingContext from "selenium-webdriver/bidi/browsingContext.js";
import chrome from "selenium-webdriver/chrome.js";
import firefox from "selenium-webdriver/firefox.js";

export const engine = process.env.ENGINE ?? "chromium";

/**
 * Starts a browser. `theme` is what the reader prefers, `motion` whether they like things to move.
 * The answer has the WebDriver session and what WebDriver has no word for.
 */
export async function start({ theme = "light", motion = false } = {}) {
  const engines = { chromium, firefox: gecko };
  if (!engines[engine]) throw new Error(`ENGINE=${engine}: expected ${Object.keys(engines).join(" or ")}`);
  const browser = await engines[engine]({ theme, motion });
  await browser.driver.manage().setTimeouts({ implicit: 0, pageLoad: 15_000, script: 5_000 });
  return browser;
}

async function chromium({ theme, motion }) {
  const profile = mkdtempSync(join(tmpdir(), "story-map-web-"));
  const downloads = join(profile, "taken away");
  mkdirSync(downloads);
  const options = new chrome.Options().setChromeBinaryPath(program("chromium", "chromium-browser", "google-chrome"));
  options.addArguments(
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--window-size=1440,900",
    "--lang=en",
    `--user-data-dir=${profile}`,
  );
  const kept = new logging.Preferences();
  kept.setLevel(logging.Type.BROWSER, logging.Level.ALL);
  kept.setLevel(logging.Type.PERFORMANCE, logging.Level.ALL);
  const driver = await new Builder()
    .forBrowser("chrome")
    .setChromeOptions(options)
    .setChromeService(new chrome.ServiceBuilder(program("chromedriver")))
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
    async stop() {
      await driver.quit();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

async function gecko({ theme, motion }) {
  const downloads = mkdtempSync(join(tmpdir(), "story-map-web-"));
  const options = new firefox.Options().setBinary(program("firefox-esr", "firefox"));
  options.addArguments("-headless", "--width=1440", "--height=900");
  options.enableBidi();
  const preferences = {
    "browser.display.use_system_colors": false,
    "browser.download.dir": downloads,
    "browser.download.folderList": 2,
    "intl.accept_languages": "en",
    "layout.css.prefers-color-scheme.content-override": theme === "dark" ? 0 : 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.no_proxies_on": "127.0.0.1",
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "network.proxy.type": 1,
    "ui.prefersReducedMotion": motion ? 0 : 1,
  };
  for (const [name, value] of Object.entries(preferences)) options.setPreference(name, value);
  const driver = await new Builder()
    .forBrowser("firefox")
    .setFirefoxOptions(options)
    .setFirefoxService(new firefox.ServiceBuilder(program("geckodriver")))
    .build();
  const tab = await BrowsingContext(driver, { browsingContextId: await driver.getWindowHandle() });
  return {
    driver,
    downloads,
    resize: (width, height) => tab.setViewport(width, height),
    // geckodriver keeps no log of either: the page's witness and its resource timing must do.
    requests: async () => [],
    console: async () => [],
    async stop() {
      await driver.quit();
      rmSync(downloads, { recursive: true, force: true });
    },
  };
}

/** The first of these programs that is on the PATH, or where cargo installs. */
function program(...names) {
  const folders = [...process.env.PATH.split(delimiter), join(homedir(), ".cargo/bin")];
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = paths.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
  if (!found) throw new Error(`not installed: ${names.join(" or ")}`);
  return found;
}
