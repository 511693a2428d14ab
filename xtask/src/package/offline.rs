//! Offline: the page of its own in one file, which opens from a disk or a mail: its script is in it, and the
//! story to read in each language; it asks for nothing, and its policy lets it ask for nothing.

use anyhow::{Context as _, Result, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest as _, Sha256};

/// What of the page names other files, or is in the script too: how it begins and ends, and a word in it.
const ELSEWHERE: [(&str, &str, &str); 5] = [
    ("<script type=\"module\"", "</script>", "story-map.js"),
    ("<script type=\"module\"", "</script>", "script-"),
    ("<link rel=\"alternate\"", ">", "hreflang"),
    ("<footer", "</footer>", "embed.html"),
    (
        "<script type=\"application/octet-stream\"",
        "</script>",
        "story-",
    ),
];
const POLICY: (&str, &str) = (
    "<meta http-equiv=\"Content-Security-Policy\" content=\"",
    "\">",
);

/// What the page has while no program runs: the story, told in its language.
const TOLD: (&str, &str) = (
    "<story-map hash>",
    "<script type=\"application/octet-stream\"",
);
/// What is said of a program that keeps its reader waiting: once is enough.
const LATE: (&str, &str, &str) = ("<p class=\"late\"", "</p>", "");

/// The page of its own in a language.
pub(super) struct Told {
    pub(super) code: &'static str,
    /// Where the pages have it, below that of the first language.
    pub(super) address: String,
    pub(super) html: String,
}

/// The first language's page with the single script in it, and the story as the other languages tell it below
/// its own.
pub(super) fn write(pages: &[Told], single: &str) -> Result<String> {
    let first = pages.first().context("there is no page")?;
    let (start, end) = TOLD;
    let mut all = String::new();
    for page in pages {
        let mut told = between(&page.html, start, end)?.to_owned();
        if page.code != first.code {
            let (start, end, word) = LATE;
            told = in_place(&without(&told, start, end, word)?, page.code);
        }
        for Told { code, address, .. } in pages {
            for up in ["", "../"] {
                told = told.replace(&format!("\"{up}{address}\""), &format!("\"#{code}\""));
            }
        }
        all += &["<div id=\"", page.code, "\">", &told, "</div>"].concat();
    }
    let mut page = first
        .html
        .replacen(between(&first.html, start, end)?, &all, 1);
    for (start, end, word) in ELSEWHERE {
        page = without(&page, start, end, word)?;
    }
    for attribute in ["href=\"", "src=\""] {
        let named = page.split(attribute).skip(1);
        let mut files = named.filter(|rest| {
            !["#", "http", "data:"]
                .iter()
                .any(|way| rest.starts_with(way))
        });
        let file = files.next().and_then(|rest| rest.split('"').next());
        ensure!(
            file.is_none(),
            "the page offline would ask for {}",
            file.unwrap_or_default()
        );
    }
    let (start, end) = POLICY;
    let old = between(&page, start, end)?;
    let page = page.replacen(
        old,
        &policy(between(&page, "<style>", "</style>")?, single),
        1,
    );
    let (before, after) = page
        .rsplit_once("</body>")
        .context("the page has no </body>")?;
    let before = before.trim_end();
    Ok(format!(
        "{before}\n    <script>{single}</script>\n  </body>{after}"
    ))
}

/// A told story below another on one page: its anchors begin with its language.
fn in_place(told: &str, code: &str) -> String {
    [" id=\"", " href=\"#"]
        .iter()
        .fold(told.to_owned(), |told, start| {
            told.replace(start, &format!("{start}{code}/"))
        })
}

/// The page without its elements of a kind, and the lines that they leave empty.
fn without(page: &str, start: &str, end: &str, word: &str) -> Result<String> {
    let mut parts = page.split(start);
    let mut kept = parts.next().unwrap_or_default().to_owned();
    let mut count = 0;
    for part in parts {
        let (inside, after) = part.split_once(end).context(end.to_owned())?;
        if !inside.contains(word) {
            kept += &[start, part].concat();
            continue;
        }
        if after.starts_with('\n') {
            kept.truncate(kept.trim_end_matches(' ').trim_end_matches('\n').len());
        }
        kept += after;
        count += 1;
    }
    ensure!(
        count > 0,
        "the page has no {start} with {word}: see what it has now and mend {}",
        file!()
    );
    Ok(kept)
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> Result<&'a str> {
    let rest = text
        .split_once(start)
        .with_context(|| format!("the page has no {start}"))?
        .1;
    let (inside, rest) = rest.split_once(end).context(end.to_owned())?;
    ensure!(!rest.contains(start), "the page has two {start}");
    Ok(inside)
}

/// Nothing but this script and this style, by their hashes.
fn policy(style: &str, script: &str) -> String {
    let [style, script] = [style, script].map(|text| BASE64_STANDARD.encode(Sha256::digest(text)));
    format!(
        "default-src 'none'; script-src 'sha256-{script}' 'wasm-unsafe-eval'; style-src 'sha256-{style}'; \
         img-src data:; base-uri 'none'; form-action 'none'"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages(html: &str) -> [Told; 2] {
        let page = |code, address: &str, html: &str| Told {
            code,
            address: address.into(),
            html: html.into(),
        };
        [
            page("en", "index.html", html),
            page("az", "az/index.html", AZ),
        ]
    }

    const PAGE: &str = "<html>
  <head>
    <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'\">
    <link rel=\"alternate\" hreflang=\"en\" href=\"index.html\">
    <link rel=\"alternate\" hreflang=\"az\" href=\"az/index.html\">
    <link rel=\"icon\" href=\"data:,\">
    <script type=\"module\" src=\"story-map.js\"></script>
    <style>a{}</style>
    <script type=\"module\" src=\"script-1.js\" integrity=\"sha256-x\"></script>
  </head>
  <body>
    <story-map hash><p class=\"late\">L</p><a href=\"az/index.html\">Az</a><a href=\"#b\">B</a><p id=\"b\">b</p>\
        <script type=\"application/octet-stream\" id=\"story-en-1\">packed</script></story-map>
    <footer><a href=\"embed.html\">E</a></footer>
  </body>
</html>
";
    const AZ: &str = "<story-map hash><p class=\"late\">G</p><a href=\"../index.html\">En</a><a href=\"#b\">B</a>\
        <p id=\"b\">c</p><script type=\"application/octet-stream\">";

    #[test]
    fn the_page_holds_its_script_and_every_language_and_names_no_file() {
        let policy = policy("a{}", "run()");
        assert_eq!(
            write(&pages(PAGE), "run()").unwrap(),
            format!(
                "<html>
  <head>
    <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">
    <link rel=\"icon\" href=\"data:,\">
    <style>a{{}}</style>
  </head>
  <body>
    <story-map hash><div id=\"en\"><p class=\"late\">L</p><a href=\"#az\">Az</a><a href=\"#b\">B</a><p id=\"b\">b</p></div>\
        <div id=\"az\"><a href=\"#en\">En</a><a href=\"#az/b\">B</a><p id=\"az/b\">c</p></div></story-map>
    <script>run()</script>
  </body>
</html>
"
            )
        );
    }

    #[test]
    fn a_page_that_is_not_as_expected_is_noticed() {
        let fault = |page: &str| write(&pages(page), "").unwrap_err().to_string();
        let other = PAGE.replace("type=\"module\" ", "");
        assert!(fault(&other).starts_with("the page has no <script type=\"module\""));
        let other = PAGE.replace("data:,", "icon.png");
        assert_eq!(fault(&other), "the page offline would ask for icon.png");
        let other = PAGE.replace("<style>", "<style></style><style>");
        assert_eq!(fault(&other), "the page has two <style>");
        let other = PAGE.replace("<story-map hash>", "<story-map>");
        assert_eq!(fault(&other), "the page has no <story-map hash>");
        assert!(write(&[], "").is_err());
    }
}
