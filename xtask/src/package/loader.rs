//! Loader: which files the release's loader brings, and what it calls each.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};

/// The loader's own name, which pages know.
pub(super) const NAME: &str = "story-map.js";

/// A file that the loader brings.
#[derive(Debug, PartialEq)]
pub(super) struct Part {
    /// What the loader calls it.
    pub(super) role: String,
    /// Its name in dist/, with a hash of its bytes.
    pub(super) name: String,
    /// Whether no first view wants it.
    pub(super) is_later: bool,
}

impl Part {
    pub(super) fn is_script(&self) -> bool {
        self.name.rsplit('.').next() == Some("js")
    }
}

/// The release's loader.
pub(super) struct Loader {
    pub(super) parts: Vec<Part>,
}

impl Loader {
    /// An unfinished build has names without a hash: that is no release.
    pub(super) fn of_release(dist: &Path) -> Result<Self> {
        let text = fs::read_to_string(dist.join(NAME))
            .context("dist/ has no story-map.js: run `cargo xtask build`")?;
        let parts = parts(&text);
        let is_release = parts.iter().any(|part| part.role == "wasm")
            && !parts.iter().any(|part| part.name.contains("_bg."));
        ensure!(is_release, "dist/ is no release: run `cargo xtask build`");
        Ok(Self { parts })
    }

    /// The names of all files that the element is made of.
    pub(super) fn files(&self) -> Vec<&str> {
        let parts = self.parts.iter().map(|part| part.name.as_str());
        parts.chain([NAME]).collect()
    }
}

/// Everything that reads `role:"./name"`, as the minified loader names its files.
fn parts(loader: &str) -> Vec<Part> {
    let (first, rest) = loader.split_once("later:{").unwrap_or((loader, ""));
    let (later, _) = rest.split_once('}').unwrap_or_default();
    [(first, false), (later, true)]
        .into_iter()
        .flat_map(|(text, is_later)| text.split(',').map(move |pair| (pair, is_later)))
        .filter_map(|(pair, is_later)| {
            let (before, name) = pair.split_once(":\"./")?;
            Some(Part {
                role: before.rsplit('{').next()?.to_owned(),
                name: name.split('"').next()?.to_owned(),
                is_later,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_found_with_what_the_loader_calls_it() {
        let loader = r#"const e={script:"./script-1.js",wasm:"./wasm-2.wasm",later:{detail:"./detail-3.bin",story_az:"./story-az-4.bin"},integrity:{script:"sha256-a"}},t=new Set;"#;
        let found: Vec<_> = parts(loader)
            .into_iter()
            .map(|part| format!("{} {} {}", part.role, part.name, part.is_later))
            .collect();
        assert_eq!(
            found,
            [
                "script script-1.js false",
                "wasm wasm-2.wasm false",
                "detail detail-3.bin true",
                "story_az story-az-4.bin true"
            ]
        );
    }
}
