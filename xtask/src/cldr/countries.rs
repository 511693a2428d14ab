//! Countries: their names in each language.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context as _, Result};
use story_map::geo::basemap::Basemap;

use super::Cldr;
use crate::workspace;

/// The languages of the interface.
const LANGUAGES: [&str; 3] = ["en", "az", "ko"];
/// Names whose short form few readers know: Azerbaijani's `BK` for the United Kingdom.
const LONG: [(&str, &str); 1] = [("az", "GB")];

/// The file's text: the names of all countries that the map names. Each list is one text, because a table
/// of texts would weigh more: each has an address and a length.
pub(super) fn text() -> Result<String> {
    let codes = shown()?;
    let mut file = format!(
        "//! Countries: their names by ISO 3166-1 code, from Unicode CLDR by `cargo xtask cldr`.\n\n\
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
    let cldr = Cldr::of(language, "localenames/territories")?;
    let names = codes.iter().map(|code| {
        let short = !LONG.contains(&(language, code));
        let name = name(&cldr, code, short);
        let name = name.with_context(|| format!("{language} has no {code}"))?;
        Ok(name.to_owned())
    });
    names.collect()
}

/// The short name where CLDR has one and it is wanted: `Bosnia`, `Palestine`.
fn name<'a>(cldr: &'a Cldr, code: &str, short: bool) -> Result<&'a str> {
    let name = |code| cldr.text(&format!("localeDisplayNames/territories/{code}"));
    let brief = name(format!("{code}-alt-short")).ok();
    brief
        .filter(|_| short)
        .map_or_else(|| name(code.to_owned()), Ok)
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
