//! Frame: everything the page shows beside the picture of the globe, decided.

use std::rc::Rc;

use super::almanac::{OnThisDay, Zone, on_this_day, zones};
use super::at::At;
use super::card::{Card, Said, said};
use super::filter::Passes;
use super::marks::Marks;
use super::related::related;
use super::search::Search;
use super::timeline::Timeline;
use super::topics::{Topic, topics};
use super::tour::Tour;
use super::{Model, Told};
use crate::geo::LonLat;
use crate::locale::Phrases;
use crate::story::{Event, Geometry, Lang, Place, Story};

/// What is shown for one state.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// The story's title.
    pub title: Said,
    /// The pins, in the order of the story's places.
    pub pins: Vec<Pin>,
    /// The switches over the topics, in the story's order.
    pub topics: Vec<Topic>,
    /// The years, unless no event is dated.
    pub timeline: Option<Rc<Timeline>>,
    /// How many events are shown, for all to see and hear.
    pub status: String,
    /// What is said in place of cards where none is shown.
    pub nothing: Option<&'static str>,
    /// Whether anything is asked of events, so that there is something to clear.
    pub narrowed: bool,
    /// The cards in time order, by year; those without a date in a group at the end.
    pub groups: Vec<Group>,
    /// Whether more cards pass than the groups have.
    pub more: bool,
    /// Whether there are too many for a sheet of paper to have more of each than its date, title, place
    /// and publishers.
    pub brief: bool,
    /// The chosen event.
    pub chosen: Option<Rc<Chosen>>,
    /// An event of this day of an earlier year.
    pub on_this_day: Option<OnThisDay>,
    /// The places whose time is known.
    pub zones: Vec<Zone>,
    /// The way back to what is shown, as a fragment.
    pub link: String,
    /// What is said about the latest copy; nothing before the first.
    pub copied: &'static str,
    /// What is said about the latest file.
    pub saved: &'static str,
    /// The ways on from it, or into the story.
    pub steps: Steps,
    /// What the map turns to.
    pub aim: Aim,
    /// The event that the tour has come to, which nobody's eyes or focus may be on: it is spoken.
    pub spoken: Option<Rc<Card>>,
    /// What the chosen event draws on it.
    pub marks: Marks,
}

/// Cards under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// A year, or that there is none.
    pub heading: String,
    /// Its cards, in time order.
    pub cards: Vec<Entry>,
    /// Whether any of them is shown.
    pub shown: bool,
}

/// A card in its place in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The event in words.
    pub card: Rc<Card>,
    /// Whether it passes. One that does not keeps its place unseen, for a page shows and hides what it
    /// has faster than it makes it.
    pub shown: bool,
}

/// How many cards a list has at once. A page keeps so many easily, and shows and hides them.
const AT_ONCE: usize = 300;
/// How many of a longer story's cards: of those that pass, which are made anew for every letter typed. More
/// come when they are asked for.
const AT_A_TIME: usize = 30;

/// How many events are printed with all that there is to say of them: about two pages.
const FULL_ON_PAPER: usize = 12;

/// A pin of the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Pin {
    /// The place's id.
    pub id: String,
    /// The accessible name: the city first, then how many events.
    pub name: String,
    /// The city, as shown beside the pin.
    pub label: Said,
    /// Its name in the language spoken there, where that is another.
    pub local: Option<Said>,
    /// The events that are counted here, as indexes into the story's: those that pass all but the
    /// choice of places.
    pub events: Vec<usize>,
    /// How many events the story has here, whatever is asked for.
    pub all: usize,
    /// Whether this place is the chosen one.
    pub pressed: bool,
    /// Where it is.
    pub at: LonLat,
}

/// The chosen event among those shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Its index in the story.
    pub event: usize,
    /// What is said about the latest copy; nothing before the first.
    pub told: &'static str,
    /// How long its route is, in words.
    pub distance: Option<String>,
    /// The events that have most to do with it.
    pub related: Vec<Rc<Card>>,
}

/// The events next to the chosen one among those shown. Where none is chosen, the story begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Steps {
    /// The one before it.
    pub previous: Option<usize>,
    /// The one after it.
    pub next: Option<usize>,
    /// The one that a tour begins with: the chosen one, unless it is the last.
    pub first: Option<usize>,
    /// Whether the story tells itself.
    pub tour: Tour,
    /// How long the tour stays with the chosen event, in milliseconds.
    pub stay_ms: u32,
}

/// What the map should have in view.
#[derive(Clone, Debug, PartialEq)]
pub enum Aim {
    /// Every place of the story.
    AllPlaces,
    /// These points.
    Points(Vec<LonLat>),
    /// Just this.
    View(At),
    /// Whatever is in view now: what was chosen has no place on the map.
    Stay,
}

impl Frame {
    /// What is shown of a story in this state; `cards` are the story's, in its order, and `search` says
    /// which of them have the words that are looked for.
    pub fn of(
        story: &Story,
        cards: &[Rc<Card>],
        search: &Search,
        phrases: &Phrases,
        model: &Model,
    ) -> Self {
        let filter = &model.selection.filter;
        let mut passes = Vec::with_capacity(cards.len());
        let mut shown = Vec::with_capacity(cards.len());
        for (index, card) in cards.iter().enumerate() {
            let of_card = filter.passes(card, search.is_in(index));
            if of_card.all() {
                shown.push(card);
            }
            passes.push(of_card);
        }
        // What the filter hides is not on show, and comes back with it.
        let at = (model.selection.event)
            .and_then(|event| shown.iter().position(|card| card.event == event));
        let event = at.map(|at| shown[at].event);
        // What is chosen is among those that the list has.
        let room = AT_A_TIME * (1 + at.map_or(0, |at| at / AT_A_TIME).max(model.more));
        let is_long = cards.len() > AT_ONCE;
        let room = is_long.then_some(room);
        let marks = Marks::of(story, event);
        let (copied, saved) = match model.told {
            None | Some(Told::Saved) => ("", ""),
            Some(Told::Copied) => (phrases.copied, ""),
            Some(Told::NotCopied) => (phrases.not_copied, ""),
            Some(Told::NotSaved) => ("", phrases.not_saved),
        };
        Self {
            title: said(&story.title, story, phrases.lang),
            pins: pins(story, cards, &passes, phrases, &filter.places),
            topics: topics(story, cards, &passes, filter, phrases),
            timeline: Timeline::of(cards, &passes, filter, event, phrases).map(Rc::new),
            status: (phrases.shown)(shown.len(), cards.len()),
            nothing: shown.is_empty().then_some(phrases.nothing),
            narrowed: !filter.is_open(),
            groups: groups(cards, &passes, room, phrases),
            more: room.is_some_and(|room| shown.len() > room),
            brief: shown.len() > FULL_ON_PAPER,
            spoken: (at.filter(|_| model.tour.playing)).map(|at| shown[at].clone()),
            chosen: at.map(|at| {
                Rc::new(Chosen {
                    event: shown[at].event,
                    told: copied,
                    distance: marks
                        .length_km()
                        .map(|km| phrases.distance.with([&phrases.kilometres(km)])),
                    related: related(&shown, at),
                })
            }),
            on_this_day: (model.today).and_then(|today| on_this_day(story, &shown, today, phrases)),
            zones: zones(story, phrases),
            link: model.selection.link(story, event).write(""),
            copied,
            saved,
            steps: steps(&shown, at, model.tour),
            aim: match model.look {
                Some(at) => Aim::View(at),
                None => aim(story, &filter.places, event),
            },
            marks,
        }
    }
}

/// All cards by year; of a story with room for only so many, the first of those that pass.
fn groups(
    cards: &[Rc<Card>],
    passes: &[Passes],
    room: Option<usize>,
    phrases: &Phrases,
) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut last = None;
    let mut left = room;
    for (card, passes) in cards.iter().zip(passes) {
        let shown = passes.all();
        if let Some(left) = &mut left {
            if !shown || *left == 0 {
                continue;
            }
            *left -= 1;
        }
        let year = card.when.as_ref().map(|when| when.year);
        if groups.is_empty() || year != last {
            groups.push(Group {
                heading: match year {
                    Some(year) => phrases.year(year),
                    None => phrases.undated.to_owned(),
                },
                cards: Vec::new(),
                shown: false,
            });
            last = year;
        }
        if let Some(group) = groups.last_mut() {
            group.shown |= shown;
            let card = card.clone();
            group.cards.push(Entry { card, shown });
        }
    }
    groups
}

fn pins(
    story: &Story,
    cards: &[Rc<Card>],
    passes: &[Passes],
    phrases: &Phrases,
    chosen: &[usize],
) -> Vec<Pin> {
    let places = story.places.iter().enumerate();
    let mut pins: Vec<Pin> = places
        .map(|(index, place)| {
            let label = said(&place.name, story, phrases.lang);
            Pin {
                id: place.id.clone(),
                name: String::new(),
                local: local_name(place, &label.text),
                label,
                events: Vec::new(),
                all: 0,
                pressed: chosen.contains(&index),
                at: place.at,
            }
        })
        .collect();
    for (card, passes) in cards.iter().zip(passes) {
        for &place in &card.at {
            pins[place].all += 1;
            if !passes.but_place() {
                continue;
            }
            // A story may name a place twice.
            let events = &mut pins[place].events;
            if events.last() != Some(&card.event) {
                events.push(card.event);
            }
        }
    }
    for pin in &mut pins {
        pin.name = phrases.pin(&pin.label.text, pin.events.len());
    }
    pins
}

fn steps(shown: &[&Rc<Card>], at: Option<usize>, tour: Tour) -> Steps {
    let event = |at: Option<usize>| at.and_then(|at| shown.get(at)).map(|card| card.event);
    let next = event(at.map_or(Some(0), |at| at.checked_add(1)));
    let text = at.map_or(0, |at| shown[at].text.text.chars().count());
    Steps {
        previous: event(at.and_then(|at| at.checked_sub(1))),
        next,
        first: match next {
            None => event(Some(0)),
            Some(_) => event(at).or(next),
        },
        tour,
        stay_ms: tour.pace.stay_ms(text),
    }
}

/// What its own people call a place, in their language: what the story gives, where it differs.
fn local_name(place: &Place, name: &str) -> Option<Said> {
    let local = place.local_name.as_ref().filter(|&local| local != name)?;
    let lang = match place.country.as_str() {
        "AZ" => Lang::Az.code(),
        "KR" => Lang::Ko.code(),
        _ => "", // HTML's word for a language that is not known
    };
    Some(Said {
        text: local.clone(),
        lang: Some(lang.to_owned()),
    })
}

fn aim(story: &Story, places: &[usize], event: Option<usize>) -> Aim {
    let at = places.iter().map(|&place| story.places[place].at);
    let event = event.map(|event| &story.events[event]);
    match event.map(|event| (event, &event.geometry)) {
        Some((_, Some(Geometry::Point(at)))) => Aim::Points(vec![*at]),
        Some((_, Some(Geometry::Line(points)))) => Aim::Points(points.clone()),
        _ if !places.is_empty() => Aim::Points(at.collect()),
        Some((event, None)) => aim_at_places(story, event),
        None => Aim::AllPlaces,
    }
}

/// The places of an event that says no more of where it was or, if it has none, those in its countries.
fn aim_at_places(story: &Story, event: &Event) -> Aim {
    let places = story.places.iter();
    let concerned = places.filter(|place| match event.places.as_slice() {
        [] => event.countries.contains(&place.country),
        own => own.contains(&place.id),
    });
    let points: Vec<LonLat> = concerned.map(|place| place.at).collect();
    if points.is_empty() {
        Aim::Stay
    } else {
        Aim::Points(points)
    }
}
