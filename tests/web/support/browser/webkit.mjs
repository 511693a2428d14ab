// WebKit, by WebKitGTK's driver and its MiniBrowser, on a screen and a message bus of their own.
//
// What it cannot do: a window narrower than 447 pixels, touch (it arrives as a mouse), printing, a log of
// requests and console.

import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Builder, Capabilities } from "selenium-webdriver";
import { program } from "./program.mjs";

const MINIBROWSER = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1";
/** No window of its browser is narrower, in pixels. */
export const NARROWEST = 447;
const SCREEN = { width: 2000, height: 1400 };

export async function webkit({ theme, motion, scripts, wasm }) {
  const home = mkdtempSync(join(tmpdir(), "story-map-web-"));
  const folder = (name) => {
    mkdirSync(join(home, name), { recursive: true, mode: 0o700 });
    return join(home, name);
  };
  const downloads = folder("taken away");
  const settings = `[Settings]\ngtk-enable-animations=${motion ? 1 : 0}\n`; // what prefers-reduced-motion follows
  writeFileSync(join(folder("config/gtk-3.0"), "settings.ini"), settings);
  writeFileSync(join(home, "config/user-dirs.dirs"), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  const screen = await xvfb();
  const port = await freePort();
  const driverProgram = [program("WEBKITWEBDRIVER", ["WebKitWebDriver"]), `--port=${port}`];
  const service = ownGroup("dbus-run-session", ["--", ...driverProgram], {
    ...process.env,
    DISPLAY: screen.display,
    GDK_BACKEND: "x11",
    LC_ALL: "C", // which speaks American English
    LIBGL_ALWAYS_SOFTWARE: "1",
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", // its sandbox does not start for root
    XDG_CACHE_HOME: folder("cache"),
    XDG_CONFIG_HOME: folder("config"),
    XDG_DATA_HOME: folder("data"),
    XDG_RUNTIME_DIR: folder("run"),
    http_proxy: "http://127.0.0.1:9",
    https_proxy: "http://127.0.0.1:9",
    no_proxy: "127.0.0.1,localhost",
    ...(wasm ? {} : { JSC_useJIT: "false", JSC_useWasm: "false" }),
  });
  await listening(port);
  const args = ["--automation", ...(theme === "dark" ? ["--dark-mode"] : []), ...(scripts ? [] : ["--enable-javascript=false"])];
  const binary = program("MINIBROWSER", ["MiniBrowser"], MINIBROWSER);
  const driver = await new Builder()
    .withCapabilities(new Capabilities({ browserName: "MiniBrowser", "webkitgtk:browserOptions": { binary, args } }))
    .usingServer(`http://127.0.0.1:${port}`)
    .build();
  const window = driver.manage().window();
  let edge = { width: 0, height: 0 }; // what the window has round the page
  return {
    driver,
    downloads,
    /**
     * As near as a window with a frame comes: the page's own size is asked for and made up for. It lies under the
     * screen's pointer, in its middle: where nobody manages windows, that is the one that has the focus.
     */
    async resize(width, height) {
      width = Math.max(width, NARROWEST);
      for (let attempt = 0; attempt < 3; attempt++) {
        const [wide, high] = [width + edge.width, height + edge.height];
        const [x, y] = [SCREEN.width - wide, SCREEN.height - high].map((room) => Math.max(0, Math.round(room / 2)));
        await window.setRect({ x, y, width: wide, height: high });
        for (let waits = 0; waits < 20; waits++) {
          const [nowWide, nowHigh] = await driver.executeScript("return [innerWidth, innerHeight]");
          if (nowWide === width && nowHigh === height) return;
          const other = { width: wide - nowWide, height: high - nowHigh };
          // The page hears of it late; what is no edge of a window is its size of before.
          if (waits === 19 && Math.max(...Object.values(other).map(Math.abs)) < 300) edge = other;
          await pause(25);
        }
      }
    },
    requests: async () => [],
    console: async () => [],
    async stop() {
      await driver.quit().catch(() => {});
      service.end();
      screen.end();
      await pause(50);
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A screen that nobody looks at; it says itself which it is. */
async function xvfb() {
  const screen = ownGroup("Xvfb", ["-displayfd", "3", "-screen", "0", `${SCREEN.width}x${SCREEN.height}x24`, "-nolisten", "tcp"], process.env, "pipe");
  let said = "";
  for await (const chunk of screen.process.stdio[3]) {
    said += chunk;
    if (said.includes("\n")) break;
  }
  if (!said) throw new Error("Xvfb does not start");
  return { ...screen, display: `:${said.trim()}` };
}

/** A program in a process group of its own, ended as one: at the latest with this process. */
function ownGroup(name, args, env, third = "ignore") {
  const child = spawn(name, args, { env, detached: true, stdio: ["ignore", "ignore", "ignore", third] });
  let failure;
  child.on("error", (error) => (failure = error));
  const end = () => {
    process.off("exit", end);
    try {
      if (!failure) process.kill(-child.pid, "SIGTERM");
    } catch {
      // it has ended by itself
    }
  };
  process.on("exit", end);
  return { process: child, end };
}

function freePort() {
  return new Promise((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

async function listening(port) {
  for (let attempt = 0; attempt < 100; attempt++) {
    const answer = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined);
    if (answer?.ok) return;
    await pause(50);
  }
  throw new Error("WebKitWebDriver does not start");
}
