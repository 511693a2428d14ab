//! Contents: a story from its beginning to its end, by place and year, as a page without code tells it.
//!
//! Its anchors are what the program's links say (see [`super::link`]), so that an address leads to the same
//! event with code and without.

use std::rc::Rc;

use super::card::{Card, Said};
use super::frame::Frame;
use crate::locale::Phrases;
use crate::locale::alphabet::order;
use crate::story::{Placement, Story};

/// What is told of one place, or of countries as a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Chapter {
    /// The id of its heading.
    pub anchor: String,
    /// The place, or the countries.
    pub heading: Said,
    /// The place in the language spoken there, where that is another.
    pub local: Option<Said>,
    /// The heading with the number of events.
    pub counted: String,
    /// Its years, those without a date last.
    pub years: Vec<Year>,
}

/// What is told of one year.
#[derive(Clone, Debug, PartialEq)]
pub struct Year {
    /// The id of its heading.
    pub anchor: String,
    /// The year, or that there is none.
    pub heading: String,
    /// Its events, in time order.
    pub entries: Vec<Entry>,
}

/// An event under a heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The event in words.
    pub card: Rc<Card>,
    /// The chapter that tells it, by its place in the list, where that is another.
    pub told_in: Option<usize>,
}

/// The anchor of an event.
pub fn anchor(card: &Card) -> String {
    format!("event={}", card.id)
}

/// The chapters: the story's places, then the countries of events that have no place, those alone before
/// those in company, in the order of the reader's alphabet. Each event is told
/// once, at its first place; its others point there.
pub fn chapters(
    story: &Story,
    cards: &[Rc<Card>],
    frame: &Frame,
    phrases: &Phrases,
) -> Vec<Chapter> {
    let mut chapters: Vec<Chapter> = Vec::new();
    let at = |place| cards.iter().filter(move |card| card.at.contains(&place));
    let mut places: Vec<usize> = (0..frame.pins.len()).collect();
    places.retain(|&place| at(place).next().is_some());
    for &place in &places {
        let pin = &frame.pins[place];
        let entries = at(place).map(|card| {
            let first = card.at.first().filter(|&&first| first != place);
            Entry {
                card: card.clone(),
                told_in: first.and_then(|first| places.iter().position(|place| place == first)),
            }
        });
        let anchor = format!("place={}", pin.id);
        chapters.push(Chapter {
            years: years(&entries.collect::<Vec<_>>(), &anchor, phrases),
            anchor,
            heading: pin.label.clone(),
            local: pin.local.clone(),
            counted: pin.name.clone(),
        });
    }
    let mut others: Vec<(&[String], Vec<Entry>)> = Vec::new();
    for card in cards.iter().filter(|card| card.at.is_empty()) {
        let countries = story.events[card.event].countries.as_slice();
        let entry = Entry {
            card: card.clone(),
            told_in: None,
        };
        match others.iter_mut().find(|(known, _)| *known == countries) {
            Some((_, entries)) => entries.push(entry),
            None => others.push((countries, vec![entry])),
        }
    }
    others.sort_by_cached_key(|(countries, _)| {
        let name = order(phrases.lang, &named(countries, phrases));
        (countries.len(), name)
    });
    for (countries, entries) in others {
        let heading = named(countries, phrases);
        let anchor = format!("country={}", countries.join(","));
        chapters.push(Chapter {
            counted: phrases.pin(&heading, entries.len()),
            years: years(&entries, &anchor, phrases),
            anchor,
            heading: Said {
                text: heading,
                lang: None,
            },
            local: None,
        });
    }
    chapters
}

/// The names of countries in a row; events that name none are just events.
fn named(countries: &[String], phrases: &Phrases) -> String {
    use crate::locale::atlas::country;
    let name = |code: &'_ String| country(phrases.lang, code).map_or(code.clone(), str::to_owned);
    let names: Vec<String> = countries.iter().map(name).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    if names.is_empty() {
        phrases.events.to_owned()
    } else {
        phrases.whereabouts(Placement::BothCountries, &[], &names)
    }
}

fn years(entries: &[Entry], within: &str, phrases: &Phrases) -> Vec<Year> {
    let year = |entry: &Entry| entry.card.when.as_ref().map(|when| when.year);
    entries
        .chunk_by(|a, b| year(a) == year(b))
        .map(|entries| {
            let (anchor, heading) = match year(&entries[0]) {
                Some(year) => (format!("from={year}&to={year}"), phrases.year(year)),
                None => ("undated".to_owned(), phrases.undated.to_owned()),
            };
            Year {
                anchor: format!("{within}&{anchor}"),
                heading,
                entries: entries.to_vec(),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::phrases;
    use crate::model::card::cards;
    use crate::model::link::Link;
    use crate::model::search::Search;
    use crate::model::selection::unknown;
    use crate::model::{Model, Msg};
    use crate::story::{Lang, Place, read};

    fn story() -> Story {
        let text = include_str!("../../story/azerbaijan-korea.geojson");
        read(text).story.unwrap().in_time_order()
    }

    fn of(story: &Story, lang: Lang) -> Vec<Chapter> {
        let phrases = phrases(lang);
        let cards = cards(story, phrases);
        let frame = Frame::of(
            story,
            &cards,
            &Search::default(),
            phrases,
            &Model::default(),
        );
        chapters(story, &cards, &frame, phrases)
    }

    fn headings(story: &Story, lang: Lang) -> Vec<String> {
        let chapters = of(story, lang).into_iter();
        chapters.map(|chapter| chapter.heading.text).collect()
    }

    fn entries(chapters: &[Chapter]) -> impl Iterator<Item = &Entry> {
        let years = chapters.iter().flat_map(|chapter| &chapter.years);
        years.flat_map(|year| &year.entries)
    }

    #[test]
    fn each_event_is_told_once_and_its_other_places_point_to_it() {
        let story = story();
        let chapters = of(&story, Lang::En);
        let told = entries(&chapters).filter(|entry| entry.told_in.is_none());
        let mut told: Vec<usize> = told.map(|entry| entry.card.event).collect();
        told.sort_unstable();
        assert!(told.into_iter().eq(0..story.events.len()));
        let shared = story.events.iter().map(|event| event.places.len().max(1));
        assert_eq!(
            entries(&chapters).count(),
            shared.sum::<usize>(),
            "an entry for each of its places"
        );
        for (at, chapter) in chapters.iter().enumerate() {
            for entry in entries(std::slice::from_ref(chapter)) {
                let first = story.events[entry.card.event].places.first();
                let home = entry.told_in.unwrap_or(at);
                let home = &chapters[home].anchor;
                assert!(first.is_none_or(|place| *home == format!("place={place}")));
            }
        }
    }

    #[test]
    fn a_place_without_events_has_no_chapter_and_moves_no_other() {
        let sound = story();
        let mut story = sound.clone();
        let nowhere = Place {
            id: "nowhere".to_owned(),
            ..sound.places[0].clone()
        };
        story.places.insert(0, nowhere);
        let homes = |story: &Story| {
            let chapters = of(story, Lang::En);
            let homes = entries(&chapters).filter_map(|entry| entry.told_in);
            let homes = homes.map(|home| chapters[home].anchor.clone());
            (chapters.len(), homes.collect::<Vec<_>>())
        };
        assert_eq!(homes(&story), homes(&sound));
        assert!(!homes(&story).1.is_empty());
    }

    #[test]
    fn the_chapters_are_the_places_then_each_country_then_both() {
        let english = [
            "Baku",
            "Seoul",
            "Sheki",
            "Ganja",
            "Azerbaijan",
            "South Korea",
            "Azerbaijan and South Korea",
        ];
        assert_eq!(headings(&story(), Lang::En), english);
        let az = headings(&story(), Lang::Az);
        assert_eq!(az[6], "Azərbaycan və Cənubi Koreya");
    }

    #[test]
    fn countries_stand_in_the_order_of_the_alphabet_that_is_read() {
        let mut story = story();
        story.places.clear();
        story.events.truncate(5);
        for (event, code) in story.events.iter_mut().zip(["CZ", "IR", "QA", "DZ", "KR"]) {
            event.places.clear();
            event.countries = vec![code.to_owned()];
        }
        for (lang, names) in [
            (
                Lang::En,
                ["Algeria", "Czechia", "Iran", "Qatar", "South Korea"],
            ),
            (
                Lang::Az,
                ["Cənubi Koreya", "Çexiya", "Əlcəzair", "İran", "Qətər"],
            ),
            (Lang::Ko, ["알제리", "이란", "체코", "카타르", "한국"]),
        ] {
            assert_eq!(headings(&story, lang), names);
        }
    }

    #[test]
    fn years_follow_one_another_and_the_undated_come_last() {
        for chapter in of(&story(), Lang::En) {
            let years: Vec<Option<i32>> = chapter
                .years
                .iter()
                .map(|year| year.entries[0].card.when.as_ref().map(|when| when.year))
                .collect();
            let order = |year: &Option<i32>| year.unwrap_or(i32::MAX);
            assert!(years.is_sorted_by_key(order), "{years:?}");
            assert!(years.iter().filter(|year| year.is_none()).count() <= 1);
        }
    }

    #[test]
    fn an_anchor_is_a_link_that_the_program_understands() {
        let story = story();
        let chapters = of(&story, Lang::En);
        for chapter in chapters.iter().take(story.places.len()) {
            let link = Link::parse(&chapter.anchor);
            assert_eq!(link.place.len(), 1, "{}", chapter.anchor);
            assert_eq!(unknown(&link, &story), [""; 0]);
            for year in &chapter.years {
                let link = Link::parse(&year.anchor);
                let first = &year.entries[0].card.when;
                assert_eq!(link.from, first.as_ref().map(|when| when.year));
                assert_eq!(link.to, link.from);
                assert_eq!(unknown(&link, &story), [""; 0], "{}", year.anchor);
            }
        }
        for entry in entries(&chapters) {
            let link = Link::parse(&anchor(&entry.card));
            assert_eq!(link.event.as_ref(), Some(&entry.card.id));
        }
    }

    #[test]
    fn what_passes_does_not_depend_on_what_is_chosen() {
        let story = story();
        let phrases = phrases(Lang::En);
        let cards = cards(&story, phrases);
        let model = Model::default().update(Msg::PinPressed(1));
        let frame = Frame::of(&story, &cards, &Search::default(), phrases, &model);
        assert_eq!(
            chapters(&story, &cards, &frame, phrases),
            of(&story, Lang::En)
        );
    }

    #[test]
    fn events_without_place_and_country_are_told_too() {
        let mut story = story();
        for event in &mut story.events {
            event.places.clear();
            event.countries.clear();
        }
        let chapters = of(&story, Lang::En);
        let [only] = chapters.as_slice() else {
            panic!("{}", chapters.len());
        };
        assert_eq!(only.heading.text, "Events");
        assert_eq!(entries(&chapters).count(), story.events.len());
    }
}
