//! Offline: the page of its own in one file, which opens from a disk or a mail: its script is in it, it asks
//! for nothing, and its policy lets it ask for nothing.

use anyhow::{Context as _, Result, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest as _, Sha256};

/// What of the page names other files, or is in the script too: how it begins and ends, and a word in it.
const ELSEWHERE: [(&str, &str, &str); 5] = [
    ("<script type=\"module\"", "</script>", "story-map.js"),
    ("<link rel=\"modulepreload\"", ">", "script-"),
    ("<link rel=\"alternate\"", ">", "hreflang"),
    ("<nav", "</nav>", "hreflang"),
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

/// The page with the single script in it.
pub(super) fn write(page: &str, single: &str) -> Result<String> {
    let mut page = page.to_owned();
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

    const PAGE: &str = "<html>
  <head>
    <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'\">
    <link rel=\"alternate\" hreflang=\"en\" href=\"index.html\">
    <link rel=\"alternate\" hreflang=\"az\" href=\"az/index.html\">
    <link rel=\"icon\" href=\"data:,\">
    <script type=\"module\" src=\"story-map.js\"></script>
    <style>a{}</style>
    <link rel=\"modulepreload\" href=\"script-1.js\" integrity=\"sha256-x\">
  </head>
  <body>
    <story-map hash><nav><a href=\"az/index.html\" hreflang=\"az\">A</a></nav><nav><a href=\"#b\">B</a></nav>\
        <script type=\"application/octet-stream\" id=\"story-en-1\">packed</script></story-map>
  </body>
</html>
";

    #[test]
    fn the_page_holds_its_script_and_names_no_file() {
        let policy = policy("a{}", "run()");
        assert_eq!(
            write(PAGE, "run()").unwrap(),
            format!(
                "<html>
  <head>
    <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">
    <link rel=\"icon\" href=\"data:,\">
    <style>a{{}}</style>
  </head>
  <body>
    <story-map hash><nav><a href=\"#b\">B</a></nav></story-map>
    <script>run()</script>
  </body>
</html>
"
            )
        );
    }

    #[test]
    fn a_page_that_is_not_as_expected_is_noticed() {
        let fault = |page: &str| write(page, "").unwrap_err().to_string();
        let other = PAGE.replace("type=\"module\" ", "");
        assert!(fault(&other).starts_with("the page has no <script type=\"module\""));
        let other = PAGE.replace("data:,", "icon.png");
        assert_eq!(fault(&other), "the page offline would ask for icon.png");
        let other = PAGE.replace("<style>", "<style></style><style>");
        assert_eq!(fault(&other), "the page has two <style>");
    }
}
