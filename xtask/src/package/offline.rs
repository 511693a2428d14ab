//! Offline: the page of its own in one file, which opens from a disk or a mail: its script is in it, it asks
//! for nothing, and its policy lets it ask for nothing.

use anyhow::{Context as _, Result, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest as _, Sha256};

/// What the page has that names other files.
const SCRIPT: &str = "<script type=\"module\" src=";
const LINK: &str = "<link rel=\"modulepreload\"";

/// The page with the single script in it.
pub(super) fn write(page: &str, single: &str) -> Result<String> {
    let page = without(page, SCRIPT, "</script>")?;
    let page = without(&page, LINK, ">")?;
    let script = format!("<script>{single}</script>\n  </body>");
    let policy = policy(&page, single)?;
    let first = "<meta charset=\"utf-8\">";
    ensure!(page.contains(first), "the page has no {first}");
    let page = page.replacen(first, &format!("{first}\n    {policy}"), 1);
    let (before, after) = page
        .rsplit_once("</body>")
        .context("the page has no </body>")?;
    Ok([before.trim_end(), "\n    ", &script, after].concat())
}

/// The page without a line's one element of a kind.
fn without(page: &str, start: &str, end: &str) -> Result<String> {
    let (before, rest) = page.split_once(start).context(start.to_owned())?;
    let (_, after) = rest.split_once(end).context(end.to_owned())?;
    ensure!(!after.contains(start), "the page has two {start}");
    Ok([before.trim_end(), after].concat())
}

/// Nothing but this script and the page's own style, by their hashes.
fn policy(page: &str, single: &str) -> Result<String> {
    let (_, rest) = page
        .split_once("<style>")
        .context("the page has no style")?;
    let (style, after) = rest
        .split_once("</style>")
        .context("the style has no end")?;
    ensure!(!after.contains("<style"), "the page has two styles");
    let [script, style] = [single, style].map(hash);
    Ok(format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src {script} \
         'wasm-unsafe-eval'; style-src {style}; img-src data:; base-uri 'none'; form-action 'none'\">"
    ))
}

fn hash(text: &str) -> String {
    let digest = BASE64_STANDARD.encode(Sha256::digest(text));
    format!("'sha256-{digest}'")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<html>
  <head>
    <meta charset=\"utf-8\">
    <script type=\"module\" src=\"story-map.js\"></script>
    <style>a{}</style>
    <link rel=\"modulepreload\" href=\"script-1.js\" integrity=\"sha256-x\">
  </head>
  <body>
    <story-map hash></story-map>
  </body>
</html>
";

    #[test]
    fn the_page_holds_its_script_and_names_no_file() {
        let page = write(PAGE, "run()").unwrap();
        assert!(!page.contains(".js"), "{page}");
        assert!(
            page.ends_with("</story-map>\n    <script>run()</script>\n  </body>\n</html>\n"),
            "{page}"
        );
    }

    #[test]
    fn its_policy_comes_first_and_knows_script_and_style_by_their_hashes() {
        let page = write(PAGE, "run()").unwrap();
        let head = "<meta charset=\"utf-8\">\n    <meta http-equiv=\"Content-Security-Policy\"";
        assert!(page.contains(head), "{page}");
        for text in ["run()", "a{}"] {
            assert!(page.contains(&hash(text)), "{page}");
        }
    }

    #[test]
    fn a_page_that_is_not_as_expected_is_noticed() {
        assert!(write(&PAGE.replace("<style>", "<style media=\"all\">"), "").is_err());
        assert!(write(&PAGE.replace("type=\"module\" ", ""), "").is_err());
    }
}
