//! First view: the files that opening index.html loads. A file counts as loaded when a file that
//! is loaded names it in quotes, which is how pages, styles and modules all name what they load; but
//! for what the loader names as wanted later, for other pages, to which there are links, and for the story
//! that the page itself holds.

use std::collections::BTreeSet;
use std::path::Path;

/// The names of the files that are loaded, out of all there are; `text` reads one of them.
pub(super) fn of(names: &[String], text: impl Fn(&str) -> String) -> BTreeSet<String> {
    let page = text("index.html");
    let mut loaded = BTreeSet::new();
    let mut waiting = vec!["index.html".to_owned()];
    while let Some(name) = waiting.pop() {
        let text = without_later(&text(&name));
        if !loaded.insert(name) {
            continue;
        }
        waiting.extend(names.iter().filter(|name| is_named(name, &text)).cloned());
        waiting.retain(|name| !is_page(name) && !is_held(name, &page));
    }
    loaded
}

fn is_page(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|end| end == "html")
}

/// Whether the page has an element of the file's name, which is how it holds a story.
fn is_held(name: &str, page: &str) -> bool {
    let id = name.strip_suffix(".bin").map(|id| format!("id=\"{id}\""));
    id.is_some_and(|id| page.contains(&id))
}

/// The text without what stands in the braces of the loader's `later: {...}`.
fn without_later(text: &str) -> String {
    // With and without the space: the release's loader is minified.
    let parts = text
        .split_once("later: {")
        .or_else(|| text.split_once("later:{"));
    let rest = parts.and_then(|(before, later)| Some((before, later.split_once('}')?.1)));
    rest.map_or_else(|| text.into(), |(before, after)| [before, after].concat())
}

fn is_named(name: &str, text: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].trim_end_matches("./");
        before.ends_with(['"', '\'']) && text[at + name.len()..].starts_with(['"', '\''])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: &[(&str, &str)] = &[
        (
            "index.html",
            r#"<link href="page.css"><script src="./story-map.js"></script><a href="az/index.html"></a><b id="story-1"></b>"#,
        ),
        ("page.css", "body { margin: 0 }"),
        (
            "story-map.js",
            r#"const CORE={script:"./core.js",story:"./story-1.bin",later:{detail:"./later.js"},wasm:"./core.wasm"};"#,
        ),
        ("core.js", "new URL('core.wasm', import.meta.url)"),
        ("core.wasm", ""),
        ("later.js", "// core.js"),
        ("story-1.bin", ""),
        ("az/index.html", ""),
    ];

    #[test]
    fn what_is_named_by_what_is_loaded_is_loaded_and_nothing_else() {
        let names: Vec<String> = FILES.iter().map(|(name, _)| (*name).into()).collect();
        let text = |name: &str| FILES.iter().find(|f| f.0 == name).unwrap().1.into();
        let loaded = of(&names, text);
        assert!(
            loaded.iter().eq([
                "core.js",
                "core.wasm",
                "index.html",
                "page.css",
                "story-map.js"
            ]
            .as_slice())
        );
    }
}
