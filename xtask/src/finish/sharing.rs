//! Sharing: what services want to know that show a link to the page as a card, or take the page itself in
//! by its address: Open Graph and oEmbed. Both want whole addresses, so that a page learns them only when
//! its build is told where it will be: `STORY_MAP_URL=https://example.org/story/ cargo xtask build`.

use std::env;
use std::fs;

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use story_map::story::{Lang, Story};

use super::Stage;
use super::picture::{self, HEIGHT, WIDTH};
use super::told::folder;

/// Where the page will be.
const ADDRESS: &str = "STORY_MAP_URL";
/// What oEmbed calls its answer; each page has its own beside it.
const OEMBED: &str = "oembed.json";
/// The size of the frame in pixels.
const FRAME: [u32; 2] = [960, 704];

/// Tells the page of each language.
pub(super) fn tell(stage: &Stage, story: &Story) -> Result<()> {
    let Ok(base) = env::var(ADDRESS) else {
        return Ok(());
    };
    let base = base.trim_end_matches('/');
    let is_web = ["http://", "https://"]
        .iter()
        .any(|scheme| base.starts_with(scheme));
    ensure!(
        is_web,
        "{ADDRESS}={base}: expected an address that begins with https://"
    );
    for &lang in Lang::ALL {
        let folder = folder(lang);
        let page = format!("{folder}{}", super::PAGE);
        let (_, title) = story.title.best(lang, &story.languages);
        let answer = oembed(base, lang, title).to_string();
        fs::write(stage.path(&format!("{folder}{OEMBED}")), answer).context(OEMBED)?;
        stage.edit(&page, |html| {
            with_card(&with_origin(html, base), base, lang, title)
        })?;
    }
    Ok(())
}

/// The answer of oEmbed 1.0 for a page.
fn oembed(base: &str, lang: Lang, title: &str) -> Value {
    let [width, height] = FRAME;
    let html = format!(
        r#"<iframe src="{base}/{}" title="{}" width="100%" height="{height}" frameborder="0" loading="lazy" allow="clipboard-write; fullscreen; web-share"></iframe>"#,
        folder(lang),
        escaped(title),
    );
    json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": "story-map",
        "provider_url": format!("{base}/"),
        "html": html,
        "width": width,
        "height": height,
        "thumbnail_url": format!("{base}/{}", picture::name(lang)),
        "thumbnail_width": WIDTH,
        "thumbnail_height": HEIGHT,
    })
}

/// The page with its own server named in its policy. WebKit takes `'self'` for nobody in a frame whose sandbox
/// has no `allow-same-origin`.
fn with_origin(html: &str, base: &str) -> String {
    let path = base.find("://").map_or(0, |at| at + 3);
    let end = base[path..].find('/').map_or(base.len(), |at| path + at);
    let origin = &base[..end];
    let named =
        |html: String, source: &str| html.replacen(source, &format!("{source} {origin}"), 1);
    ["script-src 'self'", "connect-src 'self'"]
        .iter()
        .fold(html.to_owned(), |html, source| named(html, source))
}

/// The page with the words for its card, and the way to its oEmbed.
fn with_card(html: &str, base: &str, lang: Lang, title: &str) -> Result<String> {
    let page = format!("{base}/{}", folder(lang));
    let picture = format!("{base}/{}", picture::name(lang));
    let title = escaped(title);
    let card = format!(
        r#"  <link rel="canonical" href="{page}">
    <link rel="alternate" type="application/json+oembed" href="{page}{OEMBED}" title="{title}">
    <meta property="og:type" content="website">
    <meta property="og:title" content="{title}">
    <meta property="og:url" content="{page}">
    <meta property="og:image" content="{picture}">
    <meta property="og:image:width" content="{WIDTH}">
    <meta property="og:image:height" content="{HEIGHT}">
    <meta name="twitter:card" content="summary_large_image">
  "#
    );
    let (head, body) = html.split_once("</head>").context("it has no </head>")?;
    Ok([head, &card, "</head>", body].concat())
}

/// As the value of an attribute.
fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: &str = "https://example.org/story";

    #[test]
    fn oembed_answers_with_a_frame_of_the_page_in_its_language() {
        let answer = oembed(BASE, Lang::Ko, "\"A\" & B");
        for (name, value) in [
            ("version", json!("1.0")),
            ("type", json!("rich")),
            ("title", json!("\"A\" & B")),
            ("width", json!(960)),
            ("height", json!(704)),
            (
                "thumbnail_url",
                json!("https://example.org/story/preview-ko.png"),
            ),
        ] {
            assert_eq!(answer[name], value, "{name}");
        }
        let html = answer["html"].as_str().unwrap();
        let start = r#"<iframe src="https://example.org/story/ko/" title="&quot;A&quot; &amp; B" width="100%" height="704""#;
        assert!(html.starts_with(start), "{html}");
    }

    #[test]
    fn the_policy_names_the_server() {
        let html = "<meta content=\"script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'\">";
        for base in ["https://example.org", "https://example.org/story/ko"] {
            assert_eq!(
                with_origin(html, base),
                "<meta content=\"script-src 'self' https://example.org 'wasm-unsafe-eval'; \
                 connect-src 'self' https://example.org; style-src 'self'\">"
            );
        }
    }

    #[test]
    fn a_card_has_whole_addresses() {
        let html = with_card("<head>\n  </head><body>", BASE, Lang::En, "A").unwrap();
        for part in [
            r#"type="application/json+oembed" href="https://example.org/story/oembed.json""#,
            r#"property="og:url" content="https://example.org/story/""#,
            r#"property="og:image" content="https://example.org/story/preview-en.png""#,
        ] {
            assert!(html.contains(part), "{part}: {html}");
        }
        assert!(html.ends_with("\n  </head><body>"), "{html}");
        assert!(with_card("<p>", BASE, Lang::En, "A").is_err());
    }
}
