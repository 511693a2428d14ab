//! Told: the page with the story in it, once per language: as HTML for whoever comes before, or without, the
//! program; and as the program's own file, which it then need not fetch.

use std::fs;
use std::rc::Rc;

use anyhow::{Context as _, Result};
use story_map::geo::basemap::Basemap;
use story_map::locale::page::words;
use story_map::story::{Lang, Story};
use story_map::view::page::{Page, page};

use super::core::Named;
use super::digest::Digest;
use super::{PAGE, Stage, held};

/// The folder of a language's page, under that of the first.
pub(super) fn folder(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "",
        Lang::Az => "az/",
        Lang::Ko => "ko/",
    }
}

/// Writes the page of each language. `files` have the names that the packed stories have in a release,
/// which is also what has a policy: `trunk serve` puts a script of its own into the page.
pub(super) fn write_all(
    stage: &Stage,
    story: &Rc<Story>,
    world: &Rc<Basemap>,
    files: Option<&[Named]>,
) -> Result<()> {
    let html = fs::read_to_string(stage.path(PAGE)).context(PAGE)?;
    for &lang in Lang::ALL {
        let role = format!("story_{}", lang.code());
        let of_role = |files: &[Named]| {
            files
                .iter()
                .find(|file| file.role == role)
                .map(|file| file.name.clone())
        };
        let name = files
            .and_then(of_role)
            .unwrap_or_else(|| format!("story-{}.bin", lang.code()));
        let packed = fs::read(stage.path(&name)).with_context(|| name.clone())?;
        let story = Rc::new(Story::clone(story).told_in(lang));
        let told = page(&story, world, lang, &ways(lang));
        let id = name.trim_end_matches(".bin");
        let html = in_language(
            &html,
            lang,
            &told,
            (id, &held::as_text(&packed)),
            files.is_some(),
        )
        .context(PAGE)?;
        fs::create_dir_all(stage.path(folder(lang)))?;
        fs::write(stage.path(folder(lang)).join(PAGE), html).context(PAGE)?;
    }
    Ok(())
}

/// The addresses of the page in each language, from that in one.
fn ways(from: Lang) -> Vec<(Lang, String)> {
    let way = |to| (to, [up(from), folder(to), PAGE].concat());
    Lang::ALL.iter().copied().map(way).collect()
}

/// The way back to the first page's folder.
fn up(from: Lang) -> &'static str {
    if folder(from).is_empty() { "" } else { "../" }
}

/// The page in a language. `held` is the id and text of the packed story.
fn in_language(
    html: &str,
    lang: Lang,
    told: &Page,
    (id, text): (&str, &str),
    with_policy: bool,
) -> Result<String> {
    let (head, body) = html.split_once("</head>").context("it has no </head>")?;
    let code = lang.code();
    let mut head = if up(lang).is_empty() {
        head.to_owned()
    } else {
        from_below(head)
    };
    head = put(&head, "<html lang=\"", code, "\"")?;
    let title = escaped(&told.title);
    head = put(&head, "<title>", &title, "</title>")?;
    head = head.replacen("<title>", "<title data-told>", 1); // follows the language of the program
    let style = small(between(&head, "<style>", "</style>")?);
    head = put(&head, "<style>", &style, "</style>")?;
    if with_policy {
        head = after(&head, "<meta charset=\"utf-8\">", &policy(&style))?;
    }
    let mut about = format!(
        r#"<meta name="description" content="{}">"#,
        escaped(&told.description)
    );
    for (lang, way) in ways(lang) {
        let code = lang.code();
        for part in [
            "\n    <link rel=\"alternate\" hreflang=\"",
            code,
            "\" href=\"",
            &way,
            "\">",
        ] {
            about.push_str(part);
        }
    }
    head = after(&head, "</title>", &about)?;
    let way = format!(
        r#"<a lang="{code}" href="{}embed.html?lang={code}">{}</a>"#,
        up(lang),
        words(lang).embed
    );
    let body = put(body, "<footer>", &way, "</footer>")?;
    let (before, rest) = body
        .split_once("</story-map>")
        .context("it has no </story-map>")?;
    Ok([
        &head,
        "</head>",
        before,
        &lean(&told.html),
        "<script type=\"application/octet-stream\" id=\"",
        id,
        "\">",
        text,
        "</script></story-map>\n      <script type=\"application/ld+json\">",
        &told.json_ld,
        "</script>",
        rest,
    ]
    .concat())
}

/// The strictest policy that the page works under. What a page's own text cannot ask for is its server's to
/// say: who may frame it.
fn policy(style: &str) -> String {
    let hash = Digest::of(style.as_bytes()).integrity();
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self' \
         'wasm-unsafe-eval'; connect-src 'self'; style-src '{hash}'; img-src data:; base-uri 'none'; \
         form-action 'none'\">"
    )
}

/// With the addresses of files as a page in a folder below sees them.
fn from_below(head: &str) -> String {
    ["href=\"", "src=\""]
        .iter()
        .fold(head.to_owned(), |head, attribute| {
            let mut parts = head.split(attribute);
            let first = parts.next().unwrap_or_default().to_owned();
            parts.fold(first, |head, part| {
                let up = if part.starts_with("data:") { "" } else { "../" };
                [head.as_str(), attribute, up, part].concat()
            })
        })
}

/// The same elements without the end tags that a browser puts in by itself: of every item of a list, and of a
/// paragraph before another or a list.
/// <https://html.spec.whatwg.org/multipage/syntax.html#optional-tags>
fn lean(html: &str) -> String {
    let mut lean = html.replace("</li>", "");
    for next in ["<p>", "<p ", "<ul"] {
        lean = lean.replace(&["</p>", next].concat(), next);
    }
    lean
}

/// The stylesheet without comments and indentation.
fn small(sheet: &str) -> String {
    let parts = sheet.split("/*").enumerate();
    let code = parts.map(|(index, part)| match index {
        0 => part,
        _ => part.split_once("*/").map_or("", |(_, rest)| rest),
    });
    let code: String = code.collect();
    code.lines()
        .map(str::trim)
        .fold(String::new(), |mut small, line| {
            // Within a value or a selector, the end of a line may be the only space.
            if !line.is_empty() && !small.is_empty() && !small.ends_with(['{', '}', ';', ',']) {
                small.push(' ');
            }
            small.push_str(line);
            small
        })
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> Result<&'a str> {
    let found = text
        .split_once(start)
        .and_then(|(_, rest)| rest.split_once(end));
    found
        .map(|(inner, _)| inner)
        .with_context(|| format!("it has no {start}…{end}"))
}

/// With something else between two marks.
fn put(text: &str, start: &str, inner: &str, end: &str) -> Result<String> {
    let old = [start, between(text, start, end)?, end].concat();
    Ok(text.replacen(&old, &[start, inner, end].concat(), 1))
}

/// With a line of its own after a mark.
fn after(text: &str, mark: &str, line: &str) -> Result<String> {
    let (before, rest) = text
        .split_once(mark)
        .with_context(|| format!("it has no {mark}"))?;
    Ok([before, mark, "\n    ", line, rest].concat())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &str = r#"<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>A</title>
    <link rel="icon" href="data:,">
    <script type="module" src="story-map.js"></script>
    <style>
      /* a */
      a,
      b {
        margin: 0
          1px;
      }
    </style>
  </head>
  <body><story-map hash></story-map><footer></footer></body>
</html>"#;

    fn told(lang: Lang, with_policy: bool) -> String {
        let page = Page {
            title: "B & <C>".into(),
            description: "\"D\"".into(),
            html: "<p>E</p><ul><li>F</li></ul><p>G</p>".into(),
            json_ld: "{}".into(),
        };
        in_language(HTML, lang, &page, ("story-1", "F"), with_policy).unwrap()
    }

    #[test]
    fn the_page_of_a_folder_finds_the_files_above_it() {
        let first = told(Lang::En, false);
        assert!(first.contains(r#"<html lang="en">"#) && first.contains(r#"src="story-map.js""#));
        let other = told(Lang::Ko, false);
        for part in [
            r#"<html lang="ko">"#,
            "<title data-told>B &amp; &lt;C></title>",
            r#"<meta name="description" content="&quot;D&quot;">"#,
            r#"<link rel="alternate" hreflang="en" href="../index.html">"#,
            r#"<link rel="alternate" hreflang="az" href="../az/index.html">"#,
            r#"href="data:,""#,
            r#"src="../story-map.js""#,
            "<story-map hash><p>E<ul><li>F</ul><p>G</p><script type=\"application/octet-stream\" id=\"story-1\">F</script></story-map>",
            r#"<script type="application/ld+json">{}</script>"#,
            r#"<footer><a lang="ko" href="../embed.html?lang=ko">이 이야기를 내 페이지에 넣기</a></footer>"#,
        ] {
            assert!(other.contains(part), "{part} in {other}");
        }
    }

    #[test]
    fn the_policy_stands_first_and_allows_the_pages_one_style() {
        let html = told(Lang::En, true);
        let style = between(&html, "<style>", "</style>").unwrap();
        assert_eq!(style, "a,b {margin: 0 1px;}");
        let hash = Digest::of(style.as_bytes()).integrity();
        assert!(html.contains(&format!("style-src '{hash}';")), "{html}");
        let policy = html.find("Content-Security-Policy").unwrap();
        assert!(policy < html.find("<title ").unwrap());
        assert!(!told(Lang::En, false).contains("Content-Security-Policy"));
    }

    #[test]
    fn a_page_that_is_not_as_expected_is_refused() {
        for missing in [
            "<title>",
            "<style>",
            "</head>",
            "</story-map>",
            "<footer>",
            "<meta charset=\"utf-8\">",
        ] {
            let page = Page {
                title: String::new(),
                description: String::new(),
                html: String::new(),
                json_ld: String::new(),
            };
            let html = HTML.replace(missing, "");
            assert!(
                in_language(&html, Lang::Az, &page, ("", ""), true).is_err(),
                "{missing}"
            );
        }
    }
}
