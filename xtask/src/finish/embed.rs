//! Embed: embed.html, which writes the code for other pages, learns what the story is called, what places
//! it has, and what a first view of each kind of embedding loads.

use std::fs;

use anyhow::{Context as _, Result};
use serde_json::{Map, Value, json};
use story_map::story::Lang;

use super::told::folder;
use super::{FRAME, Stage, story};
use crate::budget::weighed::{self, Weighed};

pub(super) const SCRIPT: &str = "embed.js";
const PAGE: &str = "embed.html";
/// Where the page keeps what it knows.
const FACTS: &str = "<script type=\"application/json\" id=\"facts\">";

/// Before the story is packed: its title and places, in every language.
pub(super) fn tell_story(stage: &Stage) -> Result<()> {
    let text = fs::read_to_string(stage.path(story::FILE)).context(story::FILE)?;
    let file: Value = serde_json::from_str(&text).context(story::FILE)?;
    let places = file["story"]["places"].as_array();
    let place = |place: &Value| json!({ "id": place["id"], "name": place["name"] });
    let places: Vec<Value> = places.into_iter().flatten().map(place).collect();
    let folders: Map<_, _> = (Lang::ALL.iter())
        .map(|&lang| (lang.code().to_owned(), folder(lang).into()))
        .collect();
    stage.edit(PAGE, |html| {
        with(html, "title", &file["story"]["title"])
            .and_then(|html| with(&html, "places", &places.into()))
            .and_then(|html| with(&html, "folders", &folders.into()))
    })
}

/// When every file has its last byte: what each kind of embedding loads first, per language.
pub(super) fn tell_loads(stage: &Stage) -> Result<()> {
    let files = weighed::files_that(&stage.0, |name, is_first| {
        is_first
            || Lang::ALL
                .iter()
                .any(|&lang| is_story(name, lang) || is_framed(name, lang))
            || name == FRAME
    })?;
    stage.edit(PAGE, |html| with(html, "loads", &loads(&files)))
}

fn loads(files: &[Weighed]) -> Value {
    let per_lang = |adds: &dyn Fn(&str, Lang) -> bool| {
        let load = |&lang: &Lang| {
            let is_loaded = |file: &&Weighed| {
                let is_first = file.is_first && file.name != super::PAGE; // of its pages, each language has its own
                is_first || adds(&file.name, lang)
            };
            let files: Vec<_> = files.iter().filter(is_loaded).collect();
            let bytes: usize = files.iter().map(|file| file.brotli).sum();
            let load = json!({ "bytes": bytes, "requests": files.len() });
            (lang.code().to_owned(), load)
        };
        Value::from(Lang::ALL.iter().map(load).collect::<Map<_, _>>())
    };
    json!({
        "element": per_lang(&is_story),
        "frame": per_lang(&|name, lang| is_framed(name, lang) || name == FRAME),
        "alone": per_lang(&is_framed),
    })
}

fn is_story(name: &str, lang: Lang) -> bool {
    name.starts_with(&format!("story-{}-", lang.code()))
}

/// Whether a frame loads it beside what any first view does: the page, which holds the story itself, and
/// what the page needs there.
fn is_framed(name: &str, lang: Lang) -> bool {
    name.starts_with("framed-") || name.strip_suffix(super::PAGE) == Some(folder(lang))
}

/// The page with one more fact.
fn with(html: &str, name: &str, value: &Value) -> Result<String> {
    let (before, rest) = html.split_once(FACTS).context("it keeps no facts")?;
    let (facts, after) = rest
        .split_once("</script>")
        .context("its facts do not end")?;
    let mut facts: Map<String, Value> = serde_json::from_str(facts)?;
    facts.insert(name.to_owned(), value.clone());
    // A text could end the script.
    let facts = Value::from(facts).to_string().replace('<', "\\u003c");
    Ok([before, FACTS, &facts, "</script>", after].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, brotli: usize, is_first: bool) -> Weighed {
        Weighed {
            name: name.into(),
            raw: 0,
            brotli,
            is_first,
        }
    }

    #[test]
    fn a_fact_joins_the_others_and_cannot_end_the_script() {
        let html = format!("<head>{FACTS}{{\"a\":1}}</script></head>");
        let html = with(&html, "b", &json!("</script>")).unwrap();
        assert_eq!(
            html,
            format!("<head>{FACTS}{{\"a\":1,\"b\":\"\\u003c/script>\"}}</script></head>")
        );
        assert!(with("<head>", "b", &json!(1)).is_err());
    }

    #[test]
    fn each_kind_is_told_what_it_loads_in_each_language() {
        let files = [
            file("index.html", 1, true),
            file("ko/index.html", 2, false),
            file("script-0.js", 10, true),
            file("story-map.js", 20, true),
            file("story-en-0.bin", 100, false),
            file("story-ko-0.bin", 200, false),
            file("framed-0.js", 1_000, false),
            file(FRAME, 2_000, false),
            file("detail-0.bin", 10_000, false),
        ];
        let loads = loads(&files);
        for (kind, lang, bytes, requests) in [
            ("element", "en", 130, 3),
            ("element", "ko", 230, 3),
            ("alone", "en", 1_031, 4),
            ("frame", "ko", 3_032, 5),
        ] {
            let load = json!({ "bytes": bytes, "requests": requests });
            assert_eq!(loads[kind][lang], load, "{kind} {lang}");
        }
    }
}
