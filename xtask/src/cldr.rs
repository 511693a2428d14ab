//! Cldr: `cargo xtask cldr` writes what Unicode CLDR says of the languages into the program, since browsers
//! do not all have it: Chromium knows no Azerbaijani.

#[cfg(test)]
mod agrees;
mod countries;
mod tables;

use std::fs;

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::workspace;

/// Writes the files.
pub(crate) fn run() -> Result<()> {
    for (file, text) in files()? {
        fs::write(workspace::path(file), text)?;
        println!("wrote {file}");
    }
    Ok(())
}

/// The files and what is in them.
fn files() -> Result<[(&'static str, String); 2]> {
    Ok([
        ("src/locale/atlas/countries.rs", countries::text()?),
        ("src/locale/cldr.rs", tables::text()?),
    ])
}

/// What one of npm's packages of CLDR, pinned in package.json, says of a locale. <https://cldr.unicode.org>
struct Cldr(Value);

impl Cldr {
    /// From a file of a package: `numbers/numbers` is in `cldr-numbers-full`.
    fn of(locale: &str, file: &str) -> Result<Self> {
        let (package, file) = file.split_once('/').context("no package")?;
        let file = format!("node_modules/cldr-{package}-full/main/{locale}/{file}.json");
        let path = workspace::path(&file);
        let json = fs::read_to_string(&path)
            .with_context(|| format!("{} is missing: run npm ci", path.display()))?;
        let mut json: Value = serde_json::from_str(&json)?;
        Ok(Self(json["main"][locale].take()))
    }

    /// The text at a path of names with slashes between.
    fn text(&self, path: &str) -> Result<&str> {
        let text = self.0.pointer(&format!("/{path}")).and_then(Value::as_str);
        text.with_context(|| format!("CLDR has no {path}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_files_are_current() {
        for (file, text) in files().unwrap() {
            let committed = fs::read_to_string(workspace::path(file)).unwrap();
            assert!(committed == text, "{file}: run `cargo xtask cldr`");
        }
    }
}
