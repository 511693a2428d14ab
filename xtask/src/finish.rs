//! `cargo xtask finish`: what Trunk leaves undone. Trunk calls it for every build, before the
//! files it has staged become dist/.
//!
//! Always: Yew's marks get names of our own, and Trunk's leftovers go. In a release also: the
//! program is made small, its files are named by their final bytes, and the loader and the page
//! learn the names.

mod core;
mod digest;
mod expandos;
mod page;
mod wasm_opt;

use std::env;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result};

use self::core::Core;

const PAGE: &str = "index.html";
const LOADER: &str = "story-map.js";
/// What Trunk calls the program's two files.
const SCRIPT: &str = "story-map-core.js";
const WASM: &str = "story-map-core_bg.wasm";

pub(crate) fn run() -> Result<()> {
    let stage = Stage(
        env::var_os("TRUNK_STAGING_DIR")
            .context("only Trunk calls this: run `trunk build`, or `cargo xtask build`")?
            .into(),
    );
    stage.edit(SCRIPT, expandos::rename)?;
    stage.edit(PAGE, |html| Ok(page::without_leftovers(html)))?;
    stage.remove_unused()?;
    if env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release") {
        wasm_opt::run(&stage.path(WASM))?;
        let core = stage.name_by_bytes()?;
        stage.edit(LOADER, |text| core.fill_in(text))?;
        stage.edit(PAGE, |html| page::with_preload(html, &core))?;
    }
    Ok(())
}

/// The folder that becomes dist/.
struct Stage(PathBuf);

impl Stage {
    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    fn edit(&self, name: &str, change: impl FnOnce(&str) -> Result<String>) -> Result<()> {
        let path = self.path(name);
        let text = fs::read_to_string(&path).with_context(|| name.to_owned())?;
        let changed = change(&text).with_context(|| name.to_owned())?;
        fs::write(&path, changed).with_context(|| name.to_owned())
    }

    /// wasm-bindgen's type declarations and empty folders: nothing loads them.
    fn remove_unused(&self) -> Result<()> {
        for entry in fs::read_dir(&self.0)? {
            let path = entry?.path();
            if path.to_string_lossy().ends_with(".d.ts") {
                fs::remove_file(path)?;
            }
        }
        let snippets = self.path("snippets");
        let script = fs::read_to_string(self.path(SCRIPT))?;
        if snippets.is_dir() && !script.contains("./snippets/") {
            fs::remove_dir_all(snippets)?;
        }
        Ok(())
    }

    /// The WebAssembly first: its name stands in the script, and so in the script's bytes.
    fn name_by_bytes(&self) -> Result<Core> {
        let wasm = fs::read(self.path(WASM)).context(WASM)?;
        let script = fs::read_to_string(self.path(SCRIPT)).context(SCRIPT)?;
        let (core, script) = Core::of(&wasm, &script);
        fs::write(self.path(SCRIPT), script)?;
        self.rename(SCRIPT, &core.script)?;
        self.rename(WASM, &core.wasm)?;
        Ok(core)
    }

    fn rename(&self, from: &str, to: &str) -> Result<()> {
        fs::rename(self.path(from), self.path(to)).with_context(|| format!("{from} -> {to}"))
    }
}
