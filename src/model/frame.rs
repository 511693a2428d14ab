//! Frame: everything the page shows beside the picture of the globe, decided.

use std::rc::Rc;

use super::Model;
use super::card::{Card, Said, said};
use super::marks::Marks;
use super::selection::{Selection, is_at};
use crate::geo::LonLat;
use crate::locale::Phrases;
use crate::story::{Event, Geometry, Story};

/// What is shown for one state.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// The story's title.
    pub title: Said,
    /// The pins, in the order of the story's places.
    pub pins: Vec<Pin>,
    /// How many events are shown, for all to see and hear.
    pub status: String,
    /// Whether a place is chosen, so that there is something to clear.
    pub narrowed: bool,
    /// The cards that pass, in time order, by year; those without a date in a group at the end.
    pub groups: Vec<Group>,
    /// The chosen event.
    pub chosen: Option<Chosen>,
    /// What the map turns to.
    pub aim: Aim,
    /// What the chosen event draws on it.
    pub marks: Marks,
}

/// Cards under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// A year, or that there is none.
    pub heading: String,
    /// Its cards, in time order.
    pub cards: Vec<Rc<Card>>,
}

/// A pin of the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Pin {
    /// The place's id.
    pub id: String,
    /// The accessible name: the city first, then how many events.
    pub name: String,
    /// The city, as shown beside the pin.
    pub label: Said,
    /// How many events are counted here.
    pub count: usize,
    /// Whether this place is the chosen one.
    pub pressed: bool,
    /// Where it is.
    pub at: LonLat,
}

/// The chosen event among those shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Its index in the story.
    pub event: usize,
    /// The one shown before it.
    pub previous: Option<usize>,
    /// The one shown after it.
    pub next: Option<usize>,
    /// What is said about the latest copy; nothing before the first.
    pub told: &'static str,
}

/// What the map should have in view.
#[derive(Clone, Debug, PartialEq)]
pub enum Aim {
    /// Every place of the story.
    AllPlaces,
    /// These points.
    Points(Vec<LonLat>),
    /// Whatever is in view now: what was chosen has no place on the map.
    Stay,
}

impl Frame {
    /// What is shown of a story in this state; `cards` are the story's, in its order.
    pub fn of(story: &Story, cards: &[Rc<Card>], phrases: &Phrases, model: Model) -> Self {
        let selection = model.selection;
        let shown: Vec<&Rc<Card>> = cards
            .iter()
            .filter(|card| selection.shows(&story.events[card.event], story))
            .collect();
        Self {
            title: said(&story.title, story, phrases.lang),
            pins: pins(story, phrases, selection),
            status: (phrases.shown)(shown.len(), cards.len()),
            narrowed: selection.place.is_some(),
            groups: groups(&shown, phrases),
            chosen: selection.event.and_then(|event| {
                let told = match model.copied {
                    None => "",
                    Some(true) => phrases.copied,
                    Some(false) => phrases.not_copied,
                };
                chosen(&shown, event, told)
            }),
            aim: aim(story, selection),
            marks: Marks::of(story, selection),
        }
    }
}

fn groups(shown: &[&Rc<Card>], phrases: &Phrases) -> Vec<Group> {
    let year = |card: &Card| card.when.as_ref().map(|when| when.year);
    shown
        .chunk_by(|a, b| year(a) == year(b))
        .map(|cards| Group {
            heading: match year(cards[0]) {
                Some(year) => (phrases.year)(year),
                None => phrases.undated.to_owned(),
            },
            cards: cards.iter().map(|&card| card.clone()).collect(),
        })
        .collect()
}

fn pins(story: &Story, phrases: &Phrases, selection: Selection) -> Vec<Pin> {
    let places = story.places.iter().enumerate();
    places
        .map(|(index, place)| {
            let at_place = |event: &&_| is_at(event, index, story);
            let count = story.events.iter().filter(at_place).count();
            let label = said(&place.name, story, phrases.lang);
            Pin {
                id: place.id.clone(),
                name: (phrases.pin)(&label.text, count),
                label,
                count,
                pressed: selection.place == Some(index),
                at: place.at,
            }
        })
        .collect()
}

fn chosen(shown: &[&Rc<Card>], event: usize, told: &'static str) -> Option<Chosen> {
    let at = shown.iter().position(|card| card.event == event)?;
    let neighbour = |at: Option<usize>| at.and_then(|at| shown.get(at)).map(|card| card.event);
    Some(Chosen {
        event,
        previous: neighbour(at.checked_sub(1)),
        next: neighbour(Some(at + 1)),
        told,
    })
}

fn aim(story: &Story, selection: Selection) -> Aim {
    let place = selection.place.map(|place| vec![story.places[place].at]);
    match (selection.event, place) {
        (Some(event), place) => match (&story.events[event].geometry, place) {
            (Some(Geometry::Point(at)), _) => Aim::Points(vec![*at]),
            (Some(Geometry::Line(points)), _) => Aim::Points(points.clone()),
            (None, Some(place)) => Aim::Points(place),
            (None, None) => aim_at_countries(story, &story.events[event]),
        },
        (None, Some(place)) => Aim::Points(place),
        (None, None) => Aim::AllPlaces,
    }
}

/// The places in the countries of an event that has no place of its own.
fn aim_at_countries(story: &Story, event: &Event) -> Aim {
    let places = story.places.iter();
    let concerned = places.filter(|place| event.countries.contains(&place.country));
    let points: Vec<LonLat> = concerned.map(|place| place.at).collect();
    if points.is_empty() {
        Aim::Stay
    } else {
        Aim::Points(points)
    }
}
