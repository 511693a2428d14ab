//! The embedded story as a page that needs no code: all of it, once, in each language.

#![allow(clippy::unwrap_used)] // a test may

use std::collections::BTreeSet;
use std::rc::Rc;

use story_map::geo::basemap::Basemap;
use story_map::story::{Lang, Story, read};
use story_map::view::page::{Page, page};

fn story() -> Rc<Story> {
    let text = include_str!("../../story/azerbaijan-korea.geojson");
    Rc::new(read(text).story.unwrap().in_time_order())
}

fn of(story: &Rc<Story>, lang: Lang) -> Page {
    let world = Basemap::decode(include_bytes!("../../story/basemap.bin")).unwrap();
    let ways = Lang::ALL
        .iter()
        .map(|&lang| (lang, format!("{}.html", lang.code())));
    page(story, &Rc::new(world), lang, &ways.collect::<Vec<_>>())
}

fn pages() -> impl Iterator<Item = (Lang, Page)> {
    let story = story();
    Lang::ALL.iter().map(move |&lang| (lang, of(&story, lang)))
}

/// What stands in an attribute, each time it is there.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let mark = format!(" {attribute}=\"");
    let parts = html.split(mark.as_str()).skip(1);
    parts.map(|part| part.split('"').next().unwrap()).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[test]
fn every_event_is_told_once_with_its_words_its_date_and_each_of_its_sources() {
    let story = story();
    for (lang, page) in pages() {
        let articles: Vec<&str> = page.html.split("<article ").skip(1).collect();
        assert_eq!(articles.len(), story.events.len());
        for event in &story.events {
            let id = format!("id=\"event={}\"", event.id);
            let [article] = articles
                .iter()
                .filter(|article| article.contains(&id))
                .collect::<Vec<_>>()[..]
            else {
                panic!("{} in {lang:?}", event.id);
            };
            let article = article.split("</article>").next().unwrap();
            // A number and its ending stand in an element of their own.
            let text = article.replace("<span class=\"whole\">", "");
            let text = text.replace("</span>", "");
            let title = escaped(event.title.get(lang).unwrap());
            assert!(text.contains(&format!(">{title}</h4>")), "{article}");
            let said = escaped(event.text.get(lang).unwrap());
            assert!(text.contains(&said), "{article}");
            assert_eq!(
                article.contains("<time "),
                event.when.is_some(),
                "{article}"
            );
            for source in &event.sources {
                let url = &story.source(source).unwrap().url;
                let links = values(article, "href");
                assert!(links.contains(&escaped(url).as_str()), "{url} in {article}");
            }
        }
    }
}

#[test]
fn anchors_are_unique_and_every_way_within_the_page_leads_somewhere() {
    for (lang, page) in pages() {
        let ids = values(&page.html, "id");
        let anchors: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(anchors.len(), ids.len(), "{lang:?}");
        let links = values(&page.html, "href");
        let within: Vec<&str> = links
            .iter()
            .filter_map(|link| link.strip_prefix('#'))
            .collect();
        assert!(within.len() > 40, "{} ways", within.len());
        for way in within {
            assert!(anchors.contains(way), "{way} in {lang:?}");
        }
        for place in ["baku", "seoul", "sheki", "ganja"] {
            assert!(
                anchors.contains(format!("place={place}").as_str()),
                "{place}"
            );
        }
    }
}

#[test]
fn headings_stand_in_order_and_texts_say_their_language() {
    for (lang, page) in pages() {
        let starts = page
            .html
            .match_indices("<h")
            .map(|(at, _)| &page.html[at + 2..at + 3]);
        let levels: Vec<u32> = starts.filter_map(|level| level.parse().ok()).collect();
        assert_eq!(levels.iter().filter(|&&level| level == 1).count(), 1);
        assert_eq!(levels[0], 1);
        assert!(
            levels.windows(2).all(|pair| pair[1] <= pair[0] + 1),
            "{lang:?}: {levels:?}"
        );
        let root = page.html.split('>').next().unwrap();
        assert_eq!(values(root, "lang"), [lang.code()]);
        let own_name = if lang == Lang::Ko {
            "서울"
        } else {
            "<small lang=\"ko\">서울</small>"
        };
        assert!(page.html.contains(own_name));
    }
}

#[test]
fn nothing_in_it_is_code_or_forbidden_by_a_strict_policy() {
    for (_, page) in pages() {
        for forbidden in [
            "<script",
            "<style",
            " style=",
            "javascript:",
            "<button",
            "<!--",
        ] {
            assert!(!page.html.contains(forbidden), "{forbidden}");
        }
        assert!(
            page.html
                .split('<')
                .all(|tag| !tag.split('>').next().unwrap().contains(" on"))
        );
    }
}

#[test]
fn machines_read_every_event_and_its_anchor() {
    for (lang, page) in pages() {
        let list: serde_json::Value = serde_json::from_str(&page.json_ld).unwrap();
        assert_eq!(
            (&list["@context"], &list["@type"]),
            (&"https://schema.org".into(), &"ItemList".into())
        );
        let items = list["itemListElement"].as_array().unwrap();
        assert_eq!(items.len(), story().events.len());
        assert_eq!(list["numberOfItems"], items.len());
        let ids = values(&page.html, "id");
        for (item, event) in items.iter().zip(&story().events) {
            assert_eq!(item["@type"], "Event");
            assert_eq!(item["name"], event.title.get(lang).unwrap());
            let anchor = item["url"].as_str().unwrap().strip_prefix('#').unwrap();
            assert!(ids.contains(&anchor), "{anchor}");
            assert_ne!(item["location"], serde_json::Value::Null);
            if let Some(start) = item["startDate"].as_str() {
                let edtf = event.when.as_ref().unwrap().date.to_string();
                assert!(edtf.contains(start), "{start} of {edtf}");
            }
        }
    }
}

#[test]
fn each_language_has_its_own_words_and_leads_to_the_others() {
    for (lang, page) in pages() {
        let (title, words) = match lang {
            Lang::En => ("Azerbaijan and Korea: a story map", "100 events"),
            Lang::Az => ("Azərbaycan və Koreya: xəritədə hadisələr", "100 hadisə"),
            Lang::Ko => ("아제르바이잔과 한국: 지도로 보는 이야기", "항목 100건"),
        };
        assert_eq!(page.title, title);
        assert!(page.description.contains(words), "{}", page.description);
        let ways: Vec<&str> = values(&page.html, "hreflang");
        let others = Lang::ALL.iter().filter(|&&other| other != lang);
        assert!(ways.into_iter().eq(others.map(|other| other.code())));
    }
}

#[test]
fn the_map_is_light_and_its_pins_are_all_the_places() {
    let (_, page) = pages().next().unwrap();
    let map = page
        .html
        .split_once("<svg")
        .unwrap()
        .1
        .split_once("</svg>")
        .unwrap()
        .0;
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams::default();
    brotli::BrotliCompress(&mut map.as_bytes(), &mut packed, &parameters).unwrap();
    assert!(packed.len() < 4_000, "{} bytes after brotli", packed.len());
    let pins = values(map, "aria-label");
    let pins = pins[1..].join("; ");
    for place in ["Baku", "Seoul", "Sheki", "Ganja"] {
        assert!(pins.contains(place), "{place} in {pins}");
    }
}
