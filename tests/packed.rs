//! Packed: what a page loads is the story that was read, in one language, or it is refused.

#![allow(clippy::unwrap_used)] // a test may

#[path = "strategies/date.rs"]
mod strategies;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use story_map::geo::basemap::format::checksum;
use story_map::locale::phrases;
use story_map::model::card::cards;
use story_map::story::packed::{pack, unpack};
use story_map::story::{
    Event, Geometry, Inferred, Lang, LonLat, Place, Placement, Source, Status, Story, Texts, Topic,
    When, read,
};
use strategies::date;

fn texts() -> impl Strategy<Value = Texts> {
    let some = (lang(), "\\PC{1,12}").prop_map(|(lang, text)| Texts::only(lang, &text));
    prop_oneof![1 => Just(Texts::default()), 9 => some]
}

fn lang() -> impl Strategy<Value = Lang> {
    prop::sample::select(Lang::ALL)
}

fn words() -> impl Strategy<Value = Vec<String>> {
    vec("\\PC{0,6}", 0..4)
}

fn position() -> impl Strategy<Value = LonLat> {
    (-180.0..=180.0, -90.0..=90.0).prop_map(|(lon, lat)| LonLat { lon, lat })
}

fn geometry() -> impl Strategy<Value = Geometry> {
    prop_oneof![
        position().prop_map(Geometry::Point),
        vec(position(), 2..4).prop_map(Geometry::Line)
    ]
}

fn place() -> impl Strategy<Value = Place> {
    (
        "[a-z]{1,8}",
        texts(),
        option::of("\\PC{1,8}"),
        words(),
        position(),
    )
        .prop_map(|(id, name, local_name, other_names, at)| Place {
            id,
            name,
            local_name,
            other_names,
            country: "KR".to_owned(),
            at,
        })
}

fn source() -> impl Strategy<Value = Source> {
    let title = option::of("\\PC{1,8}");
    ("[a-z]{1,8}", title, option::of(date()), option::of(date())).prop_map(
        |(id, title, published, accessed)| Source {
            publisher: Texts::only(Lang::En, &format!("The {id}")),
            title,
            language: "ko".to_owned(),
            url: format!("https://{id}.example"),
            published,
            accessed,
            id,
        },
    )
}

fn when() -> impl Strategy<Value = When> {
    let inferred = option::of(prop::sample::select(Inferred::ALL));
    (date(), inferred).prop_map(|(date, inferred)| When { date, inferred })
}

fn event() -> impl Strategy<Value = Event> {
    let said = (texts(), texts(), option::of(date()));
    let kinds = (
        prop::sample::select(Placement::ALL),
        prop::sample::select(Status::ALL),
    );
    let lists = vec(words(), 7);
    let (geometry, when) = (option::of(geometry()), option::of(when()));
    ("[a-z]{1,8}", geometry, when, said, kinds, lists).prop_map(
        |(id, geometry, when, (title, text, as_of), (placement, status), lists)| {
            let [
                places,
                countries,
                topics,
                people,
                organisations,
                sources,
                claims,
            ] = lists.try_into().unwrap();
            Event {
                id,
                geometry,
                when,
                title,
                text,
                places,
                countries,
                placement,
                topics,
                status,
                people,
                organisations,
                sources,
                claims,
                as_of,
            }
        },
    )
}

fn story() -> impl Strategy<Value = Story> {
    let topic = ("[a-z]{1,8}", texts()).prop_map(|(id, name)| Topic { id, name });
    let declared = (vec(place(), 0..3), vec(topic, 0..3), vec(source(), 0..3));
    (vec(lang(), 1..3), texts(), declared, vec(event(), 0..5)).prop_map(
        |(languages, title, (places, topics, sources), events)| Story {
            events,
            languages,
            title,
            places,
            topics,
            names: Vec::new(),
            sources,
        },
    )
}

proptest! {
    #[test]
    fn a_story_in_one_language_is_unpacked_as_it_was(story in story(), lang in lang()) {
        prop_assert_eq!(unpack(&pack(&story, lang)), Some((lang, story.told_in(lang))));
    }

    #[test]
    fn one_byte_altered_is_refused(at in any::<prop::sample::Index>(), bits in 1_u8..) {
        let text = include_str!("fixtures/sound.geojson");
        let mut bytes = pack(&read(text).story.unwrap(), Lang::En);
        let at = at.index(bytes.len());
        bytes[at] ^= bits;
        prop_assert_eq!(unpack(&bytes), None);
    }

    /// Behind a sound checksum only a fault of ours can hide; even that must not crash a page.
    #[test]
    fn whatever_is_unpacked_can_be_shown(
        story in story(),
        changes in vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut bytes = pack(&story, Lang::En);
        let (head, rest) = bytes.split_at_mut(5);
        for (at, byte) in changes {
            rest[at.index(rest.len())] = byte;
        }
        head[1..].copy_from_slice(&checksum(rest).to_le_bytes());
        if let Some((_, story)) = unpack(&bytes) {
            prop_assert_eq!(cards(&story, phrases(Lang::En)).len(), story.events.len());
        }
    }
}

#[test]
fn a_story_cut_short_or_of_another_version_is_refused() {
    let text = include_str!("fixtures/sound.geojson");
    let mut bytes = pack(&read(text).story.unwrap(), Lang::En);
    for length in 0..bytes.len() {
        assert_eq!(unpack(&bytes[..length]), None, "{length} bytes");
    }
    assert_eq!(unpack(&[bytes.as_slice(), &[0]].concat()), None);
    bytes[0] += 1;
    assert_eq!(unpack(&bytes), None);
}

#[test]
fn each_language_has_everything_and_of_texts_its_own_or_one_that_says_so() {
    let whole = embedded();
    for &lang in Lang::ALL {
        let (found, story) = unpack(&pack(&whole, lang)).unwrap();
        assert_eq!(found, lang);
        let told = |texts: &Texts| {
            let (lang, text) = texts.best(lang, &whole.languages);
            Texts::only(lang, text)
        };
        let mut expected = whole.clone().told_in(lang);
        expected.title = told(&expected.title);
        for place in &mut expected.places {
            place.name = told(&place.name);
        }
        for topic in &mut expected.topics {
            topic.name = told(&topic.name);
        }
        for event in &mut expected.events {
            event.title = told(&event.title);
            event.text = told(&event.text);
        }
        assert_eq!(story, expected, "{lang:?}");
        assert!(story.places[0].name.get(lang).is_some(), "{lang:?}");
    }
}

fn embedded() -> Story {
    let text = include_str!("../story/azerbaijan-korea.geojson");
    read(text).story.unwrap().in_time_order()
}
