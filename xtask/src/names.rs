//! Names: `cargo xtask names` writes the names of the countries from CLDR, which browsers do not all
//! have: Chromium knows none in Azerbaijani.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context as _, Result};
use serde_json::Value;
use story_map::geo::basemap::Basemap;

use crate::workspace;

/// The languages of the interface.
const LANGUAGES: [&str; 1] = ["en"];
/// npm's package with the names; its version is pinned in package.json.
const CLDR: &str = "node_modules/cldr-localenames-full/main";

/// Writes one file for each language.
pub(crate) fn run() -> Result<()> {
    for language in LANGUAGES {
        fs::write(workspace::path(&file(language)), text(language)?)?;
        println!("wrote {}", file(language));
    }
    Ok(())
}

fn file(language: &str) -> String {
    format!("src/locale/{language}/countries.rs")
}

/// The file's text: the names of all countries that the map names.
fn text(language: &str) -> Result<String> {
    let path = workspace::path(&format!("{CLDR}/{language}/territories.json"));
    let json = fs::read_to_string(&path)
        .with_context(|| format!("{} is missing: run npm ci", path.display()))?;
    let json: Value = serde_json::from_str(&json)?;
    let names = &json["main"][language]["localeDisplayNames"]["territories"];
    let line = |code: String| {
        let name = name(names, &code).with_context(|| format!("{language} has no {code}"))?;
        Ok(format!("    (\"{code}\", \"{name}\"),\n"))
    };
    let lines: String = shown()?.into_iter().map(line).collect::<Result<_>>()?;
    Ok(format!(
        "//! Countries: their names by ISO 3166-1 code, from Unicode CLDR by `cargo xtask names`.\n\n\
         /// In the order of the codes.\n\
         pub(super) const COUNTRIES: &[(&str, &str)] = &[\n{lines}];\n"
    ))
}

/// The short name where CLDR has one: `Bosnia`, `Palestine`.
fn name<'a>(names: &'a Value, code: &str) -> Option<&'a str> {
    let short = names[format!("{code}-alt-short")].as_str();
    short.or_else(|| names[code].as_str())
}

/// The codes of the countries on the coarsest level of the basemap, from which the map names them.
fn shown() -> Result<BTreeSet<String>> {
    let basemap = Basemap::decode(&fs::read(workspace::path("story/basemap.bin"))?)?;
    let countries = basemap
        .levels
        .iter()
        .take(1)
        .flat_map(|level| &level.countries);
    Ok(countries
        .filter_map(|country| country.code)
        .map(|code| code.map(char::from).iter().collect())
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_names_are_current() {
        for language in LANGUAGES {
            let committed = fs::read_to_string(workspace::path(&file(language))).unwrap();
            assert!(
                committed == text(language).unwrap(),
                "run `cargo xtask names`"
            );
        }
    }
}
