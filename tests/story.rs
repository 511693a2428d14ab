//! The embedded story keeps the rules it sets itself, beyond what the reader asks of any story.

use std::collections::BTreeSet;
use story_map::story::{Event, Geometry, Lang, LonLat, Placement, Story, Texts, read};

const TEXT: &str = include_str!("../story/azerbaijan-korea.geojson");

/// The claims that no card tells; story/azerbaijan-korea.md says why.
const NOT_TOLD: [&str; 1] = ["B19"];

#[test]
fn it_is_read_without_a_fault() {
    let faults = read(TEXT).faults;
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn it_has_the_places_and_topics_that_links_rely_on() {
    let story = story();
    let places: Vec<_> = story.places.iter().map(|place| place.id.as_str()).collect();
    assert_eq!(places, ["baku", "seoul", "sheki", "ganja"]);
    let topics: Vec<_> = story.topics.iter().map(|topic| topic.id.as_str()).collect();
    assert_eq!(
        topics,
        "politics economy agriculture transport tourism education culture defence humanitarian"
            .split(' ')
            .collect::<Vec<_>>()
    );
}

#[test]
fn an_event_has_a_pin_only_where_its_placement_says_so() {
    for event in story().events {
        let is_pinned = matches!(event.placement, Placement::Stated | Placement::Inferred);
        assert_eq!(!event.places.is_empty(), is_pinned, "{}", event.id);
        assert_eq!(event.geometry.is_some(), is_pinned, "{}", event.id);
        let countries = match event.placement {
            Placement::Stated | Placement::Inferred => 0,
            Placement::Country => 1,
            Placement::BothCountries => 2,
        };
        assert_eq!(event.countries.len(), countries, "{}", event.id);
    }
}

#[test]
fn every_point_is_a_place_and_every_place_of_an_event_is_a_point_of_it() {
    let story = story();
    for event in &story.events {
        let points = points(event);
        for point in &points {
            let is_place = story.places.iter().any(|place| place.at == *point);
            assert!(is_place, "{}: {point:?} is no place", event.id);
        }
        for id in &event.places {
            let place = story.place(id).unwrap();
            assert!(
                points.contains(&place.at),
                "{}: not drawn at {id}",
                event.id
            );
        }
    }
}

#[test]
fn every_event_has_a_topic_and_every_topic_and_source_an_event() {
    let story = story();
    for event in &story.events {
        assert!(!event.topics.is_empty(), "{}", event.id);
    }
    for topic in &story.topics {
        let is_used = story
            .events
            .iter()
            .any(|event| event.topics.contains(&topic.id));
        assert!(is_used, "topic {}", topic.id);
    }
    for source in &story.sources {
        let is_used = story
            .events
            .iter()
            .any(|event| event.sources.contains(&source.id));
        assert!(is_used, "source {}", source.id);
    }
}

/// Organisations and fairs that every language calls by their brand or initials.
const BRANDS: [&str; 9] = [
    "Caspian Agro",
    "ENEY",
    "ICQHS",
    "INPRO",
    "ITF",
    "InterFood Azerbaijan",
    "LG",
    "SEBA",
    "WHYBIZ",
];

#[test]
fn every_organisation_has_a_name_in_every_language_and_every_name_is_used() {
    let story = story();
    let mut used = BTreeSet::new();
    for event in &story.events {
        for name in &event.organisations {
            let names = story
                .names
                .iter()
                .find(|names| names.get(Lang::En) == Some(name));
            let everywhere =
                |names: &Texts| Lang::ALL.iter().all(|&lang| names.get(lang).is_some());
            let is_named = names.is_some_and(everywhere) || BRANDS.contains(&name.as_str());
            assert!(is_named, "{}: {name}", event.id);
        }
        used.extend(event.people.iter().chain(&event.organisations).cloned());
    }
    for source in &story.sources {
        used.insert(source.publisher.best(Lang::En, &[]).1.to_owned());
    }
    for names in &story.names {
        let (_, name) = names.best(Lang::En, &[]);
        assert!(used.contains(name), "nobody is called {name}");
    }
}

#[test]
fn every_claim_is_told() {
    let told: BTreeSet<_> = story()
        .events
        .into_iter()
        .flat_map(|event| event.claims)
        .collect();
    let claims =
        |letter: char, last: u32| (1..=last).map(move |number| format!("{letter}{number:02}"));
    let all: BTreeSet<_> = claims('A', 60)
        .chain(claims('B', 19))
        .chain(claims('C', 14))
        .filter(|claim| !NOT_TOLD.contains(&claim.as_str()))
        .collect();
    assert_eq!(told, all);
}

fn points(event: &Event) -> Vec<LonLat> {
    match &event.geometry {
        None => Vec::new(),
        Some(Geometry::Point(point)) => vec![*point],
        Some(Geometry::Line(points)) => points.clone(),
    }
}

fn story() -> Story {
    read(TEXT).story.expect("the story has a list of features")
}
