//! `cargo xtask package`: what people take away, in package/, made of the release in dist/.
//!
//! `module/`, the element as it is served; `npm/`, the same as a package; `story-map.single.js`, all of it
//! in one script; `page/`, the page of its own; `story-map.html`, that page in one file; and `README.md`,
//! which says of each what it weighs and what to paste.

mod loader;
mod npm;
mod offline;
mod readme;
mod single;
mod weight;

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use story_map::story::Lang;

use self::loader::Loader;
use crate::budget::weighed;
use crate::{build, finish, step, workspace};

const MODULE: &str = "module";
const NPM: &str = "npm";
const PAGE: &str = "page";
const SINGLE: &str = "story-map.single.js";
const OFFLINE: &str = "story-map.html";
/// What goes with all of them.
const LEGAL: [&str; 3] = ["LICENSE-APACHE", "LICENSE-MIT", "NOTICE.md"];

/// Builds the release first, unless dist/ is to be taken as it is.
pub(crate) fn run(is_built: bool) -> Result<()> {
    if !is_built {
        build::run()?;
    }
    step::announce("packing package/");
    let dist = workspace::path("dist");
    let package = workspace::path("package");
    if package.exists() {
        fs::remove_dir_all(&package).context("package/ cannot be emptied")?;
    }
    let loader = Loader::of_release(&dist)?;
    copy(
        &dist,
        &package.join(PAGE),
        &weighed::names(&dist, Path::new(""))?,
    )?;
    copy(&dist, &package.join(MODULE), &loader.files())?;
    let single = single::write(&loader, &dist)?;
    write(&package.join(SINGLE), &single)?;
    let told: Result<Vec<_>> = Lang::ALL.iter().map(|&lang| told(&dist, lang)).collect();
    write(&package.join(OFFLINE), &offline::write(&told?, &single)?)?;
    copy(workspace::root(), &package, &LEGAL)?;
    npm::write(&package, &loader)?;
    let files = weight::files(&package)?;
    let readme = readme::write(&files, &loader, &dist)?;
    write(&package.join("README.md"), &readme)?;
    println!("{}", readme::packages(&files));
    Ok(())
}

/// The release's page in a language.
fn told(dist: &Path, lang: Lang) -> Result<offline::Told> {
    let address = finish::address(lang);
    let html = fs::read_to_string(dist.join(&address)).with_context(|| address.clone())?;
    let code = lang.code();
    Ok(offline::Told {
        code,
        address,
        html,
    })
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| path.display().to_string())
}

/// Copies these files of a folder.
fn copy(from: &Path, to: &Path, names: &[impl AsRef<str>]) -> Result<()> {
    for name in names {
        let name = name.as_ref();
        let target = to.join(name);
        fs::create_dir_all(target.parent().unwrap_or(to))?;
        fs::copy(from.join(name), target).with_context(|| name.to_owned())?;
    }
    Ok(())
}
