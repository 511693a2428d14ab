//! Frames: from what happened to all that is shown, without a browser.

#![allow(clippy::unwrap_used)] // a test may

use std::rc::Rc;

use story_map::locale::phrases;
use story_map::model::card::{Card, cards};
use story_map::model::frame::{Aim, Frame};
use story_map::model::link::Link;
use story_map::model::marks::Marks;
use story_map::model::selection::Selection;
use story_map::model::{Model, Msg};
use story_map::story::{Lang, Story, read};

struct Shown {
    story: Story,
    cards: Vec<Rc<Card>>,
}

impl Shown {
    fn embedded() -> Self {
        let text = include_str!("../story/azerbaijan-korea.geojson");
        let story = read(text).story.unwrap().in_time_order();
        let cards = cards(&story, phrases(Lang::En));
        Self { story, cards }
    }

    fn after(&self, messages: &[Msg]) -> Frame {
        let model = messages
            .iter()
            .fold(Model::default(), |model, &msg| model.update(msg));
        Frame::of(&self.story, &self.cards, phrases(Lang::En), model)
    }

    fn index(&self, place: &str) -> usize {
        self.story.place_index(place).unwrap()
    }

    fn selection(&self, fragment: &str) -> Selection {
        Selection::of(&Link::parse(fragment), &self.story)
    }
}

fn shown(frame: &Frame) -> Vec<&Rc<Card>> {
    frame.groups.iter().flat_map(|group| &group.cards).collect()
}

#[test]
fn at_first_every_event_is_shown_and_every_place_is_in_view() {
    let story = Shown::embedded();
    let frame = story.after(&[]);
    assert_eq!(shown(&frame).len(), story.story.events.len());
    assert_eq!(frame.aim, Aim::AllPlaces);
    assert!(!frame.narrowed);
    assert!(frame.pins.iter().all(|pin| !pin.pressed));
}

#[test]
fn a_pin_shows_as_many_events_as_its_name_says() {
    let story = Shown::embedded();
    for (index, place) in story.story.places.iter().enumerate() {
        let frame = story.after(&[Msg::PinPressed(index)]);
        let pin = &frame.pins[index];
        let name = place.name.get(Lang::En).unwrap();
        let count = shown(&frame).len();
        assert_eq!(pin.name, format!("{name}, {count} events"));
        assert_eq!(pin.count, count);
        assert_eq!(
            frame.status,
            format!("{count} of {} events", story.cards.len())
        );
        assert!(pin.pressed);
        assert_eq!(frame.aim, Aim::Points(vec![place.at]));
        for card in shown(&frame) {
            assert!(story.story.events[card.event].places.contains(&place.id));
        }
    }
}

#[test]
fn cards_stand_in_time_order_under_their_years_and_the_undated_last() {
    let story = Shown::embedded();
    let frame = story.after(&[]);
    let (undated, dated) = frame.groups.split_last().unwrap();
    assert_eq!(undated.heading, "Undated in the sources");
    assert!(undated.cards.iter().all(|card| card.when.is_none()));
    let mut last = i32::MIN;
    for group in dated {
        let year: i32 = group.heading.parse().unwrap();
        assert!(year > last, "{year} after {last}");
        last = year;
        for card in &group.cards {
            assert_eq!(card.when.as_ref().unwrap().year, year, "{}", card.id);
        }
    }
}

#[test]
fn the_chosen_event_knows_its_neighbours_among_those_shown() {
    let story = Shown::embedded();
    let sheki = story.index("sheki");
    let list: Vec<usize> = shown(&story.after(&[Msg::PinPressed(sheki)]))
        .iter()
        .map(|card| card.event)
        .collect();
    let chosen = |event| {
        let frame = story.after(&[Msg::PinPressed(sheki), Msg::EventChosen(event)]);
        frame.chosen.unwrap()
    };
    assert_eq!(chosen(list[0]).previous, None);
    assert_eq!(chosen(list[0]).next, Some(list[1]));
    assert_eq!(chosen(list[1]).previous, Some(list[0]));
    assert_eq!(chosen(*list.last().unwrap()).next, None);
}

#[test]
fn a_link_chooses_what_it_names_and_no_more() {
    let story = Shown::embedded();
    let event = &story.story.events[10];
    let named = story.selection(&format!("#event={}", event.id));
    assert_eq!(named.event, Some(10));
    assert_eq!(
        story.selection("#place=atlantis&event=nothing"),
        Selection::default()
    );
    assert_eq!(
        story.selection("#place=baku").place,
        Some(story.index("baku"))
    );
    let elsewhere = story
        .story
        .events
        .iter()
        .position(|event| event.places == ["seoul"])
        .unwrap();
    let id = &story.story.events[elsewhere].id;
    let mismatched = story.selection(&format!("#place=baku&event={id}"));
    assert_eq!(
        (mismatched.place, mismatched.event),
        (None, Some(elsewhere))
    );
    assert_eq!(named.link(&story.story).event, Some(event.id.clone()));
}

#[test]
fn a_chosen_visit_draws_its_route_and_a_chosen_bilateral_event_its_countries() {
    let story = Shown::embedded();
    let at = |place: &str| story.story.place(place).unwrap().at;
    let chosen = |id: &str| {
        let event = story.story.event_index(id).unwrap();
        story.after(&[Msg::EventChosen(event)])
    };
    assert_eq!(story.after(&[]).marks, Marks::default());
    let visit = chosen("roh-visit-baku-2006");
    assert_eq!(visit.marks.route, [at("seoul"), at("baku")]);
    assert_eq!(visit.marks.countries, [] as [[u8; 2]; 0]);
    assert_eq!(visit.aim, Aim::Points(visit.marks.route));
    let bilateral = chosen("partnership-since-1992");
    assert_eq!(bilateral.marks.route, []);
    assert_eq!(bilateral.marks.countries, [*b"AZ", *b"KR"]);
    let places = story.story.places.iter().map(|place| place.at);
    assert_eq!(bilateral.aim, Aim::Points(places.collect()));
}

#[test]
fn every_card_has_a_place_a_topic_a_text_and_a_source_with_a_link() {
    for card in Shown::embedded().cards {
        assert!(!card.whereabouts.is_empty(), "{}", card.id);
        assert!(!card.topics.is_empty(), "{}", card.id);
        assert!(!card.text.text.is_empty(), "{}", card.id);
        assert!(!card.sources.is_empty(), "{}", card.id);
        for source in &card.sources {
            assert!(source.url.starts_with("http"), "{}", card.id);
        }
        if let Some(when) = &card.when {
            assert!(!when.words.is_empty() && !when.datetime.is_empty());
        }
    }
}

/// A few cards word by word, for what a mistake in one of many small steps would change.
#[test]
fn a_card_reads_as_an_editor_would_expect() {
    let story = Shown::embedded();
    let card = |id: &str| {
        let index = story.story.event_index(id).unwrap();
        story.cards[index].clone()
    };
    let visit = card("roh-visit-baku-2006");
    let when = visit.when.as_ref().unwrap();
    assert_eq!(
        (when.words.as_str(), when.datetime.as_str(), when.year),
        ("10–12 May 2006", "2006-05-10", 2006)
    );
    assert_eq!(visit.whereabouts, "Baku");
    assert_eq!(visit.status, None);
    let trip = card("ambassador-sheki-2025");
    assert_eq!(
        trip.when.as_ref().unwrap().words,
        "between May and 2 December 2025"
    );
    let partnership = card("partnership-since-1992");
    assert_eq!(partnership.when.as_ref().unwrap().words, "since 1992");
    assert_eq!(partnership.whereabouts, "Azerbaijan and South Korea");
    assert_eq!(partnership.status, Some("Ongoing"));
    assert_eq!(partnership.as_of.as_deref(), Some("as of 8 December 2025"));
}
