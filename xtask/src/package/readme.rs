//! Readme: `package/README.md`: what there is, what it weighs, and what to paste. Each number is counted here.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use story_map::story::{Lang, read};

use super::loader::{self, Loader, Part};
use super::weight::{File, Weight};
use super::{MODULE, NPM, OFFLINE, PAGE, SINGLE, single};
use crate::workspace;

/// What one may take, and what for.
const PACKAGES: [(&str, &str); 5] = [
    (MODULE, "an element in your page, fetched as it is wanted"),
    (
        SINGLE,
        "the same in one script, where nothing else gets through",
    ),
    (PAGE, "a page of its own, to host or to frame"),
    (NPM, "both elements as an npm package"),
    (OFFLINE, "the page in one file, offline"),
];

/// The page, of what stands in package/ and, for the parts of the single script, in dist/.
pub(super) fn write(files: &[File], loader: &Loader, dist: &Path) -> Result<String> {
    let mut text = include_str!("readme.md").to_owned();
    for (name, value) in [
        ("version", env!("CARGO_PKG_VERSION").to_owned()),
        ("title", title()?),
        ("packages", packages(files).trim_end().into()),
        ("first view", first_view(files, loader)),
        ("parts", parts(loader, dist)?.trim_end().into()),
        ("files", every(files).trim_end().into()),
    ] {
        text = text.replace(&format!("{{{{{name}}}}}"), &value);
    }
    for File {
        name,
        weight,
        integrity,
    } in files
    {
        text = text.replace(&format!("{{{{integrity of {name}}}}}"), integrity);
        text = text.replace(
            &format!("{{{{brotli of {name}}}}}"),
            &grouped(weight.brotli),
        );
    }
    ensure!(!text.contains("{{"), "readme.md asks for what is not known");
    Ok(text)
}

/// The packages with their weights.
pub(super) fn packages(files: &[File]) -> String {
    let rows = PACKAGES.map(|(name, what)| {
        let inside = format!("{name}/");
        let own = files
            .iter()
            .filter(|file| file.name == name || file.name.starts_with(&inside));
        let count = own.clone().count();
        let shown = if name.contains('.') { name } else { &inside };
        let weight = own.map(|file| file.weight).sum();
        format!(
            "| [`{shown}`]({shown}) | {what} | {count} | {} |\n",
            columns(weight)
        )
    });
    let head = "| take | for | files | bytes | gzip | brotli |\n|---|---|--:|--:|--:|--:|\n";
    [head, &rows.concat()].concat()
}

/// What a reader of English loads before the element is on show.
fn first_view(files: &[File], loader: &Loader) -> String {
    let first = |file: &&File| {
        let Some(name) = file.name.strip_prefix("module/") else {
            return false;
        };
        name == loader::NAME
            || loader
                .parts
                .iter()
                .any(|part| part.name == name && !part.is_later)
    };
    let first = files.iter().filter(first);
    let count = first.clone().count();
    let weight: Weight = first.map(|file| file.weight).sum();
    format!(
        "{} bytes in brotli, in {count} requests",
        grouped(weight.brotli)
    )
}

/// What each of the loader's files weighs in the single script.
fn parts(loader: &Loader, dist: &Path) -> Result<String> {
    let row = |part: &Part| {
        let bytes = fs::read(dist.join(&part.name)).with_context(|| part.name.clone())?;
        let weight = if part.is_script() {
            Weight::of(&bytes)?
        } else {
            Weight::of(single::packed(&bytes)?.as_bytes())?
        };
        let name = part.role.replace('_', " ");
        Ok(format!("| {name} | {} |\n", columns(weight)))
    };
    let rows: Result<String> = loader.parts.iter().map(row).collect();
    let head = "| part | bytes | gzip | brotli |\n|---|--:|--:|--:|\n";
    Ok([head, &rows?].concat())
}

/// The files, each once: most are in several packages.
fn every(files: &[File]) -> String {
    let mut told = BTreeSet::new();
    let rows = files
        .iter()
        .filter(|file| told.insert(&file.integrity))
        .map(|file| {
            let File {
                name,
                weight,
                integrity,
            } = file;
            format!("| `{name}` | {} | `{integrity}` |\n", columns(*weight))
        });
    let head = "| file | bytes | gzip | brotli | integrity |\n|---|--:|--:|--:|---|\n";
    [head, &rows.collect::<String>()].concat()
}

fn columns(weight: Weight) -> String {
    [weight.raw, weight.gzip, weight.brotli]
        .map(grouped)
        .join(" | ")
}

/// A number with its thousands apart: `1,234,567`.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// The embedded story's title in English.
fn title() -> Result<String> {
    let file = workspace::path("story/azerbaijan-korea.geojson");
    let story = read(&fs::read_to_string(file)?)
        .story
        .context("the story")?;
    let title = story.title.get(Lang::En).context("its title")?;
    Ok(title.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, brotli: usize) -> File {
        let weight = Weight {
            raw: 1000,
            gzip: 500,
            brotli,
        };
        File {
            name: name.into(),
            weight,
            integrity: "sha384-x".into(),
        }
    }

    #[test]
    fn thousands_stand_apart() {
        let numbers = [0, 999, 1000, 123_456, 1_234_567].map(grouped);
        assert_eq!(numbers, ["0", "999", "1,000", "123,456", "1,234,567"]);
    }

    #[test]
    fn a_package_weighs_what_its_files_do() {
        let files = [
            file("module/a.js", 10),
            file("module/b/c.bin", 5),
            file("story-map.html", 400),
        ];
        let table = packages(&files);
        let row = "| [`module/`](module/) | an element in your page, fetched as it is wanted | 2 | 2,000 | 1,000 | 15 |";
        assert!(table.lines().any(|line| line == row), "{table}");
        let row = "| [`story-map.html`](story-map.html) | the page in one file, offline | 1 | 1,000 | 500 | 400 |";
        assert!(table.lines().any(|line| line == row), "{table}");
    }

    #[test]
    fn a_first_view_is_the_loader_and_what_it_does_not_want_later() {
        let part = |name: &str, is_later| Part {
            role: "any".into(),
            name: name.into(),
            is_later,
        };
        let loader = Loader {
            parts: vec![part("a.js", false), part("b.bin", true)],
        };
        let files = [
            file("module/a.js", 10),
            file("module/b.bin", 100),
            file("module/story-map.js", 1000),
            file("npm/a.js", 1),
        ];
        assert_eq!(
            first_view(&files, &loader),
            "1,010 bytes in brotli, in 2 requests"
        );
    }
}
