//! Layers: what the compiler cannot check: who may import whom, and that each file says what it is.

#![allow(clippy::unwrap_used)] // a test may

use std::fs;
use std::path::{Path, PathBuf};

/// From the bottom up: a layer imports only from those before it. `main` stands for nothing.
const LAYERS: [&str; 10] = [
    "digits", "geo", "story", "locale", "model", "draw", "export", "dom", "view", "embed",
];
/// From here on the browser may be named.
const FIRST_IN_BROWSER: usize = 7;

fn sources(folder: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut found = Vec::new();
    let mut folders = vec![root];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                found.push(path);
            }
        }
    }
    found
}

/// The layer that a file of `src` belongs to, as its place in [`LAYERS`].
fn layer(path: &Path) -> Option<usize> {
    let inside = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let first = inside.unwrap().components().next().unwrap();
    let name = first.as_os_str().to_str().unwrap().trim_end_matches(".rs");
    LAYERS.iter().position(|layer| *layer == name)
}

/// The lines that are code.
fn code(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.lines().map(str::trim_start);
    lines.filter(|line| !line.starts_with("//"))
}

#[test]
fn no_layer_imports_from_one_above_it() {
    let mut checked = 0;
    for path in sources("src") {
        let Some(own) = layer(&path) else { continue };
        let text = fs::read_to_string(&path).unwrap();
        for above in &LAYERS[own + 1..] {
            let import = format!("crate::{above}");
            let found = code(&text).find(|line| line.contains(&import));
            assert_eq!(found, None, "{} imports from {above}", path.display());
        }
        checked += 1;
    }
    assert!(checked > 30, "only {checked} files were found");
}

#[test]
fn below_dom_nothing_names_the_browser() {
    for path in sources("src") {
        if layer(&path).is_none_or(|own| own >= FIRST_IN_BROWSER) {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        for browser in ["web_sys", "js_sys", "wasm_bindgen", "yew", "gloo"] {
            let found = code(&text).find(|line| line.contains(browser));
            assert_eq!(found, None, "{} names {browser}", path.display());
        }
    }
}

#[test]
fn every_file_says_in_its_first_line_what_it_is() {
    for folder in [
        "src",
        "tests",
        "reader/src",
        "saver/src",
        "xtask/src",
        "xtask/tests",
        "yew/src",
        "examples/yew-app/src",
        "tests/host/src",
    ] {
        for path in sources(folder) {
            let text = fs::read_to_string(&path).unwrap();
            assert!(text.starts_with("//! "), "{} does not say", path.display());
        }
    }
}
