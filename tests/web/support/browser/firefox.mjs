// Firefox, by geckodriver, which keeps no log of requests and console: the page's witness, its resource
// timing and the server must do.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Builder } from "selenium-webdriver";
import BrowsingContext from "selenium-webdriver/bidi/browsingContext.js";
import gecko from "selenium-webdriver/firefox.js";
import { program } from "./program.mjs";

export async function firefox({ theme, motion, scripts, wasm }) {
  const downloads = mkdtempSync(join(tmpdir(), "story-map-web-"));
  const options = new gecko.Options().setBinary(program("FIREFOX", ["firefox-esr", "firefox"]));
  options.addArguments("-headless", "--width=1440", "--height=900");
  options.enableBidi();
  const preferences = {
    "browser.display.use_system_colors": false,
    "browser.download.dir": downloads,
    "browser.download.folderList": 2,
    "intl.accept_languages": "en",
    "javascript.enabled": scripts,
    "javascript.options.wasm": wasm,
    "layout.css.prefers-color-scheme.content-override": theme === "dark" ? 0 : 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.no_proxies_on": "127.0.0.1, localhost",
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "network.proxy.type": 1,
    "ui.prefersReducedMotion": motion ? 0 : 1,
  };
  for (const [name, value] of Object.entries(preferences)) options.setPreference(name, value);
  const driver = await new Builder()
    .forBrowser("firefox")
    .setFirefoxOptions(options)
    .setFirefoxService(new gecko.ServiceBuilder(program("GECKODRIVER", ["geckodriver"])))
    .build();
  const tab = await BrowsingContext(driver, { browsingContextId: await driver.getWindowHandle() });
  return {
    driver,
    downloads,
    resize: (width, height, ratio) => tab.setViewport(width, height, ratio),
    requests: async () => [],
    console: async () => [],
    async stop() {
      await driver.quit();
      rmSync(downloads, { recursive: true, force: true });
    },
  };
}
