//! Core: the program's files under their release names, and the line of the loader that tells them.

use anyhow::{Context as _, Result};

use super::digest::Digest;

/// A file under the name that holds a hash of its final bytes, so that a cache can keep it for ever.
#[derive(Debug, PartialEq)]
pub(super) struct Named {
    /// What the loader calls it.
    pub(super) role: &'static str,
    pub(super) name: String,
    pub(super) integrity: String,
}

impl Named {
    /// `from` is the name it had, whose ending it keeps.
    pub(super) fn of(role: &'static str, from: &str, bytes: &[u8]) -> Self {
        let digest = Digest::of(bytes);
        let (_, ending) = from.rsplit_once('.').unwrap_or((from, "bin"));
        Self {
            role,
            name: format!("{}-{}.{ending}", role.replace('_', "-"), digest.short()),
            integrity: digest.integrity(),
        }
    }
}

/// What no first view loads, if it is in English.
const LATER: [&str; 8] = [
    "detail",
    "framed",
    "story_az",
    "story_ko",
    "reader",
    "reader_wasm",
    "saver",
    "saver_wasm",
];

/// The loader with its line `const CORE = {...};` filled in. A browser checks the integrity of the
/// script by the page's element for it; that of the rest is the loader's to ask for.
pub(super) fn fill_in(loader: &str, files: &[Named]) -> Result<String> {
    let line = loader
        .lines()
        .find(|line| line.starts_with("const CORE = {"))
        .context("it has no line that begins with `const CORE = {`")?;
    let names = |later| {
        let files = files
            .iter()
            .filter(|file| LATER.contains(&file.role) == later);
        let names = files.map(|file| format!(r#"{}: "./{}""#, file.role, file.name));
        names.collect::<Vec<_>>().join(", ")
    };
    let sums = files
        .iter()
        .map(|file| format!(r#"{}: "{}""#, file.role, file.integrity));
    let filled = format!(
        "const CORE = {{ {}, later: {{ {} }}, integrity: {{ {} }} }};",
        names(false),
        names(true),
        sums.collect::<Vec<_>>().join(", "),
    );
    Ok(loader.replacen(line, &filled, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_follows_the_bytes() {
        let name = |bytes| Named::of("reader_wasm", "any.wasm", bytes).name;
        assert_ne!(name(b"one"), name(b"two"));
        let one = name(b"one");
        assert!(one.starts_with("reader-wasm-"), "{one}");
        assert_eq!(one.len(), "reader-wasm-0123456789abcdef.wasm".len());
    }

    #[test]
    fn the_loader_learns_the_names() {
        let file = |role, name: &str| Named {
            role,
            name: name.to_owned(),
            integrity: format!("sha384-{role}"),
        };
        let files = [file("script", "s-1.js"), file("detail", "d-2.bin")];
        let loader = "// first\nconst CORE = { script: \"a\" };\nrun(CORE);\n";
        assert_eq!(
            fill_in(loader, &files).unwrap(),
            "// first\nconst CORE = { script: \"./s-1.js\", later: { detail: \"./d-2.bin\" }, \
             integrity: { script: \"sha384-script\", detail: \"sha384-detail\" } };\nrun(CORE);\n"
        );
        assert!(fill_in("run();", &files).is_err());
    }
}
