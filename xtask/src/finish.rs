//! `cargo xtask finish`: what Trunk leaves undone. Trunk calls it for every build, before the
//! files it has staged become dist/.
//!
//! Always: Yew's marks get names of our own, crashes are noticed, Trunk's leftovers go, the basemap is
//! parted into what a first view needs and the rest, the story is packed, once per language, and each
//! language's page holds it in full. In a release also: the programs and the scripts are made small, the
//! files are named by their final bytes, and the loader and the pages learn the names.

mod core;
mod digest;
mod embed;
mod expandos;
mod guard;
mod held;
mod minify;
mod names;
mod page;
mod picture;
mod sharing;
mod story;
mod told;
mod wasm_opt;

use std::env;
use std::fs;
use std::path::PathBuf;
use std::rc::Rc;

use anyhow::{Context as _, Result};
use story_map::geo::basemap::{Basemap, first_level_len};
use story_map::story::Lang;

use self::core::Named;

const PAGE: &str = "index.html";
const LOADER: &str = "story-map.js";
/// The element's own declarations, for pages written in TypeScript.
const TYPES: &str = "story-map.d.ts";
/// What Trunk calls the programs' files, and what the loader calls each. A script comes after its
/// WebAssembly, whose name stands in it.
const FILES: [(&str, &str); 12] = [
    (WASM, "wasm"),
    (READER_WASM, "reader_wasm"),
    (SAVER_WASM, "saver_wasm"),
    (BASEMAP, "basemap"),
    (DETAIL, "detail"),
    ("story-en.bin", "story_en"),
    ("story-az.bin", "story_az"),
    ("story-ko.bin", "story_ko"),
    (FRAMED, "framed"),
    (READER, "reader"),
    (SAVER, "saver"),
    (SCRIPT, "script"),
];
/// What the page needs in a frame.
const FRAMED: &str = "story-map-framed.js";
/// What the page around the frame needs: people paste its name.
const FRAME: &str = "story-map-frame.js";
const BASEMAP: &str = "basemap.bin";
/// All but the coarse world, which a first view does without.
const DETAIL: &str = "detail.bin";
const SCRIPT: &str = "story-map-core.js";
const WASM: &str = "story-map-core_bg.wasm";
/// The program that reads a page's own story.
const READER: &str = "story-map-reader.js";
const READER_WASM: &str = "story-map-reader_bg.wasm";
/// The program that makes the files that a reader takes away.
const SAVER: &str = "story-map-saver.js";
const SAVER_WASM: &str = "story-map-saver_bg.wasm";

pub(crate) fn run() -> Result<()> {
    let stage = Stage(
        env::var_os("TRUNK_STAGING_DIR")
            .context("only Trunk calls this: run `trunk build`, or `cargo xtask build`")?
            .into(),
    );
    stage.edit(SCRIPT, expandos::rename)?;
    stage.edit(SCRIPT, guard::add)?;
    stage.edit(PAGE, |html| Ok(page::without_leftovers(html)))?;
    stage.remove_unused()?;
    let world = Rc::new(stage.part_basemap()?);
    embed::tell_story(&stage)?;
    let story = Rc::new(story::pack_all(&stage)?);
    if env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release") {
        for (wasm, script) in [(WASM, SCRIPT), (READER_WASM, READER), (SAVER_WASM, SAVER)] {
            wasm_opt::run(&stage.path(wasm))?;
            names::shorten(&stage, wasm, script)?;
            minify::run(&stage.path(script))?;
        }
        for script in [FRAMED, FRAME, embed::SCRIPT] {
            minify::run(&stage.path(script))?;
        }
        let files = stage.name_by_bytes()?;
        stage.edit(LOADER, |text| core::fill_in(text, &files))?;
        minify::run(&stage.path(LOADER))?;
        let script = files.last().context("there is a script")?;
        stage.edit(PAGE, |html| page::with_script(html, script))?;
        told::write_all(&stage, &story, &world, Some(&files))?;
        embed::tell_loads(&stage)?;
        picture::draw_all(&stage, &story)?;
        return sharing::tell(&stage, &story);
    }
    told::write_all(&stage, &story, &world, None)
}

/// Where a release has the page in a language.
pub(crate) fn address(lang: Lang) -> String {
    [told::folder(lang), PAGE].concat()
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

    /// wasm-bindgen's type declarations, which nobody imports, and empty folders.
    fn remove_unused(&self) -> Result<()> {
        for entry in fs::read_dir(&self.0)? {
            let path = entry?.path();
            if path.to_string_lossy().ends_with(".d.ts") && !path.ends_with(TYPES) {
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

    /// Cuts the committed basemap after its first level, and answers that.
    fn part_basemap(&self) -> Result<Basemap> {
        let bytes = fs::read(self.path(BASEMAP)).context(BASEMAP)?;
        let (world, detail) = bytes.split_at(first_level_len(&bytes).context(BASEMAP)?);
        fs::write(self.path(BASEMAP), world).context(BASEMAP)?;
        fs::write(self.path(DETAIL), detail).context(DETAIL)?;
        Ok(Basemap::decode(world)?)
    }

    fn name_by_bytes(&self) -> Result<Vec<Named>> {
        let mut files = Vec::<Named>::new();
        for (from, role) in FILES {
            if [READER, SAVER, SCRIPT].contains(&from) {
                for ((wasm, _), file) in FILES.iter().zip(&files) {
                    self.edit(from, |text| Ok(text.replace(wasm, &file.name)))?;
                }
            }
            let bytes = fs::read(self.path(from)).context(from)?;
            let file = Named::of(role, from, &bytes);
            self.rename(from, &file.name)?;
            files.push(file);
        }
        Ok(files)
    }

    fn rename(&self, from: &str, to: &str) -> Result<()> {
        fs::rename(self.path(from), self.path(to)).with_context(|| format!("{from} -> {to}"))
    }
}
