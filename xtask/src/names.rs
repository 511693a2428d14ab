//! Names: `cargo xtask names` writes the names of the countries from CLDR, which browsers do not all
//! have: Chromium knows none in Azerbaijani.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context as _, Result};
use serde_json::Value;
use story_map::geo::basemap::Basemap;

use crate::workspace;

/// The languages of the interface.
const LANGUAGES: [&str; 3] = ["en", "az", "ko"];
/// npm's package with the names; its version is pinned in package.json.
const CLDR: &str = "node_modules/cldr-localenames-full/main";
/// The file that is written.
const FILE: &str = "src/locale/atlas/countries.rs";
/// Names whose short form few readers know: Azerbaijani's `BK` for the United Kingdom.
const LONG: [(&str, &str); 1] = [("az", "GB")];

/// Writes the file.
pub(crate) fn run() -> Result<()> {
    fs::write(workspace::path(FILE), text()?)?;
    println!("wrote {FILE}");
    Ok(())
}

/// The file's text: the names of all countries that the map names. Each list is one text, because a table
/// of texts would weigh more: each has an address and a length.
fn text() -> Result<String> {
    let codes = shown()?;
    let mut file = format!(
        "//! Countries: their names by ISO 3166-1 code, from Unicode CLDR by `cargo xtask names`.\n\n\
         /// The codes of all lists.\n\
         pub(super) const CODES: &str = \"\\\n{}\";\n",
        wrapped(&codes)
    );
    for language in LANGUAGES {
        let name = language.to_uppercase();
        let names = names(language, &codes)?.join("\n");
        let list = format!(
            "\n/// In the order of the codes.\npub(super) const {name}: &str = \"\\\n{names}\";\n"
        );
        file.push_str(&list);
    }
    Ok(file)
}

/// The codes in lines that a reader can follow.
fn wrapped(codes: &BTreeSet<String>) -> String {
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    let lines: Vec<String> = codes.chunks(30).map(|line| line.join(" ")).collect();
    lines.join(" \\\n")
}

fn names(language: &str, codes: &BTreeSet<String>) -> Result<Vec<String>> {
    let path = workspace::path(&format!("{CLDR}/{language}/territories.json"));
    let json = fs::read_to_string(&path)
        .with_context(|| format!("{} is missing: run npm ci", path.display()))?;
    let json: Value = serde_json::from_str(&json)?;
    let names = &json["main"][language]["localeDisplayNames"]["territories"];
    let name = |code: &String| {
        let short = !LONG.contains(&(language, code));
        let name = name(names, code, short);
        Ok(name
            .with_context(|| format!("{language} has no {code}"))?
            .to_owned())
    };
    codes.iter().map(name).collect()
}

/// The short name where CLDR has one and it is wanted: `Bosnia`, `Palestine`.
fn name<'a>(names: &'a Value, code: &str, short: bool) -> Option<&'a str> {
    let brief = names[format!("{code}-alt-short")].as_str();
    brief.filter(|_| short).or_else(|| names[code].as_str())
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
        let committed = fs::read_to_string(workspace::path(FILE)).unwrap();
        assert!(committed == text().unwrap(), "run `cargo xtask names`");
    }
}
