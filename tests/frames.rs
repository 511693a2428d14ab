//! Frames: from what happened to all that is shown, without a browser.

#![allow(clippy::unwrap_used)] // a test may

use std::rc::Rc;

use story_map::locale::{Phrases, phrases};
use story_map::model::card::{Card, cards};
use story_map::model::cluster::{self, rank};
use story_map::model::filter::Filter;
use story_map::model::frame::{Aim, Entry, Frame};
use story_map::model::link::Link;
use story_map::model::marks::Marks;
use story_map::model::search::Index;
use story_map::model::selection::{Selection, unknown};
use story_map::model::{Model, Msg};
use story_map::story::{Event, Lang, Story, read};

struct Embedded {
    story: Story,
    cards: Vec<Rc<Card>>,
}

impl Embedded {
    fn new() -> Self {
        let text = include_str!("../story/azerbaijan-korea.geojson");
        let story = read(text).story.unwrap().in_time_order();
        let cards = cards(&story, phrases(Lang::En));
        Self { story, cards }
    }

    fn after(&self, messages: &[Msg]) -> Frame {
        let messages = messages.iter().cloned();
        let model = messages.fold(Model::default(), Model::update);
        let search =
            Index::of(&self.story.places, &self.cards).search(&model.selection.filter.query);
        Frame::of(&self.story, &self.cards, &search, phrases(Lang::En), &model)
    }

    fn index(&self, place: &str) -> usize {
        self.story.place_index(place).unwrap()
    }

    fn selection(&self, fragment: &str) -> Selection {
        Selection::of(&Link::parse(fragment), &self.story)
    }
}

fn shown(frame: &Frame) -> Vec<&Rc<Card>> {
    let cards = frame.groups.iter().flat_map(|group| &group.cards);
    let shown = cards.filter(|entry| entry.shown);
    shown.map(|entry| &entry.card).collect()
}

#[test]
fn at_first_every_event_is_shown_and_every_place_is_in_view() {
    let story = Embedded::new();
    let frame = story.after(&[]);
    assert_eq!(shown(&frame).len(), story.story.events.len());
    assert_eq!(frame.aim, Aim::AllPlaces);
    assert!(!frame.narrowed);
    assert!(frame.pins.iter().all(|pin| !pin.pressed));
}

#[test]
fn paper_has_all_of_a_few_events_and_the_bare_facts_of_many() {
    let story = Embedded::new();
    for (place, is_brief) in [
        ("baku", true),
        ("seoul", true),
        ("ganja", false),
        ("sheki", false),
    ] {
        let frame = story.after(&[Msg::PinPressed(story.index(place))]);
        assert_eq!(frame.brief, is_brief, "{place}");
    }
    assert!(story.after(&[]).brief);
}

#[test]
fn a_pin_shows_as_many_events_as_its_name_says() {
    let story = Embedded::new();
    for (index, place) in story.story.places.iter().enumerate() {
        let frame = story.after(&[Msg::PinPressed(index)]);
        let pin = &frame.pins[index];
        let name = place.name.get(Lang::En).unwrap();
        let count = shown(&frame).len();
        assert_eq!(pin.name, format!("{name}, {count} events"));
        assert_eq!(pin.events.len(), count);
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
fn the_place_with_most_events_comes_first_in_rank() {
    let story = Embedded::new();
    let frame = story.after(&[]);
    let rank = rank(&frame.pins);
    let counts: Vec<usize> = rank.iter().map(|&at| frame.pins[at].events.len()).collect();
    let none = story.after(&[Msg::TopicsLeftOut((0..story.story.topics.len()).collect())]);
    assert_eq!(rank, cluster::rank(&none.pins), "whatever is asked for");
    assert_eq!(rank.len(), story.story.places.len());
    assert!(counts.is_sorted_by(|a, b| a >= b), "{counts:?}");
    assert_eq!(rank[0], story.index("baku"));
}

#[test]
fn a_pin_has_its_local_name_in_its_own_language_where_that_differs() {
    let story = Embedded::new();
    let local = |lang, place: &str| {
        let cards = cards(&story.story, phrases(Lang::En));
        let phrases = &Phrases {
            lang,
            ..*phrases(Lang::En)
        };
        let search = Index::of(&[], &cards).search("");
        let frame = Frame::of(&story.story, &cards, &search, phrases, &Model::default());
        let local = frame.pins[story.index(place)].local.clone();
        local.map(|local| (local.text, local.lang.unwrap()))
    };
    let said = |text: &str, lang: &str| Some((text.to_owned(), lang.to_owned()));
    assert_eq!(local(Lang::En, "baku"), said("Bakı", "az"));
    assert_eq!(local(Lang::En, "seoul"), said("서울", "ko"));
    assert_eq!(local(Lang::Az, "baku"), None);
    assert_eq!(local(Lang::Ko, "sheki"), said("Şəki", "az"));
    assert_eq!(local(Lang::Ko, "seoul"), None);
}

#[test]
fn cards_stand_in_time_order_under_their_years_and_the_undated_last() {
    let story = Embedded::new();
    let frame = story.after(&[]);
    let (undated, dated) = frame.groups.split_last().unwrap();
    assert_eq!(undated.heading, "Undated in the sources");
    assert!(undated.cards.iter().all(|entry| entry.card.when.is_none()));
    let mut last = i32::MIN;
    for group in dated {
        let year: i32 = group.heading.parse().unwrap();
        assert!(year > last, "{year} after {last}");
        last = year;
        for Entry { card, .. } in &group.cards {
            assert_eq!(card.when.as_ref().unwrap().year, year, "{}", card.id);
        }
    }
}

#[test]
fn the_chosen_event_knows_its_neighbours_among_those_shown() {
    let story = Embedded::new();
    let sheki = story.index("sheki");
    let list: Vec<usize> = shown(&story.after(&[Msg::PinPressed(sheki)]))
        .iter()
        .map(|card| card.event)
        .collect();
    let chosen = |event| {
        let frame = story.after(&[Msg::PinPressed(sheki), Msg::EventChosen(event)]);
        assert_eq!(frame.chosen.unwrap().event, event);
        frame.steps
    };
    let end = *list.last().unwrap();
    assert_eq!(chosen(list[0]).previous, None);
    assert_eq!(chosen(list[0]).next, Some(list[1]));
    assert_eq!(chosen(list[1]).previous, Some(list[0]));
    assert_eq!(chosen(end).next, None);
    // With none chosen, the story begins; from its end, it begins anew.
    let none = story.after(&[Msg::PinPressed(sheki)]).steps;
    assert_eq!((none.previous, none.next), (None, Some(list[0])));
    assert_eq!(none.first, Some(list[0]));
    assert_eq!(chosen(list[1]).first, Some(list[1]));
    assert_eq!(chosen(end).first, Some(list[0]));
}

#[test]
fn a_link_chooses_what_it_names_and_no_more() {
    let story = Embedded::new();
    let event = &story.story.events[10];
    let named = story.selection(&format!("#event={}", event.id));
    assert_eq!(named.event, Some(10));
    assert_eq!(
        story.selection("#place=atlantis&event=nothing"),
        Selection::default()
    );
    assert_eq!(
        story.selection("#place=baku").filter.places,
        [story.index("baku")]
    );
    let elsewhere = story
        .story
        .events
        .iter()
        .position(|event| event.places == ["seoul"])
        .unwrap();
    let id = &story.story.events[elsewhere].id;
    let mismatched = story.selection(&format!("#place=baku&event={id}"));
    assert_eq!(mismatched.filter, Filter::default());
    assert_eq!(mismatched.event, Some(elsewhere));
    assert_eq!(
        named.link(&story.story, named.event).event,
        Some(event.id.clone())
    );
}

#[test]
fn topics_and_years_of_a_link_come_back_in_its_selection() {
    let story = Embedded::new();
    let fragment = "topics=education,culture&from=2007&to=2020&q=university";
    let selection = story.selection(fragment);
    assert_eq!(selection.filter.without.len(), 7);
    assert_eq!(
        (selection.filter.from, selection.filter.to),
        (Some(2007), Some(2020))
    );
    assert_eq!(selection.link(&story.story, None), Link::parse(fragment));
    let none = story.selection("topics=none");
    assert_eq!(none.filter.without.len(), story.story.topics.len());
    assert_eq!(none.link(&story.story, None), Link::parse("topics=none"));
    // What the story has not is not asked for, and the console hears of it.
    assert_eq!(story.selection("topics=sports"), Selection::default());
    let strange = Link::parse("topics=sports,culture&place=paris&event=x&from=soon");
    assert_eq!(
        unknown(&strange, &story.story),
        ["from=soon", "event=x", "place=paris", "topics=sports"]
    );
    assert_eq!(unknown(&Link::parse(fragment), &story.story), [""; 0]);
}

#[test]
fn a_linked_event_is_shown_whatever_else_the_link_asks_for() {
    let story = Embedded::new();
    let selection = story.selection("event=roh-visit-baku-2006&topics=tourism&from=2020&q=tea");
    assert_eq!(selection.filter, Filter::default());
    let kept = story.selection("event=roh-visit-baku-2006&topics=politics&to=2007");
    assert_eq!(kept.filter.without.len(), story.story.topics.len() - 1);
    assert_eq!(kept.filter.to, Some(2007));
}

#[test]
fn pins_topics_and_years_each_count_what_the_others_leave() {
    let story = Embedded::new();
    let baku = story.index("baku");
    let frame = story.after(&[
        Msg::PinPressed(baku),
        Msg::YearsChosen {
            from: Some(2007),
            to: None,
        },
    ]);
    let events = &story.story.events;
    let in_years = |event: &&Event| {
        let when = event.when.as_ref();
        when.is_some_and(|when| *when.date.years().end() >= 2007)
    };
    let at = |place: &'static str| move |event: &&Event| event.places.contains(&place.to_owned());
    let count = |pass: &dyn Fn(&&Event) -> bool| events.iter().filter(|event| pass(event)).count();
    // The pins count all places in these years, of which Baku is the chosen one.
    for (pin, place) in frame.pins.iter().zip(["baku", "seoul", "sheki", "ganja"]) {
        assert_eq!(
            pin.events.len(),
            count(&|event| in_years(event) && at(place)(event)),
            "{place}"
        );
    }
    for topic in &frame.topics {
        let is_about = |event: &&Event| event.topics.contains(&topic.id);
        let expected = count(&|event| in_years(event) && at("baku")(event) && is_about(event));
        assert_eq!(topic.count, expected, "{}", topic.id);
        assert!(topic.on);
    }
    // The years count all of Baku's, of which those since 2007 are inside.
    let timeline = frame.timeline.unwrap();
    let of = |years: std::ops::Range<i32>| {
        let bars = timeline
            .bars
            .iter()
            .filter(|bar| years.contains(bar.years.start()));
        bars.map(story_map::model::timeline::Bar::count)
            .sum::<usize>()
    };
    assert_eq!(
        of(2007..3000),
        shown(&story.after(&[
            Msg::PinPressed(baku),
            Msg::YearsChosen {
                from: Some(2007),
                to: None
            },
        ]))
        .len()
    );
    assert!(of(0..2007) > 0);
}

#[test]
fn words_leave_the_cards_that_say_them() {
    let story = Embedded::new();
    let frame = story.after(&[Msg::Typed("KAHRIZ".to_owned())]);
    let said = |card: &Card| {
        let words = format!("{card:?}").to_lowercase();
        words.contains("kahriz") || words.contains("kəhriz")
    };
    let expected = story.cards.iter().filter(|card| said(card)).count();
    assert_eq!(shown(&frame).len(), expected);
    assert!(expected > 1);
}

#[test]
fn a_long_storys_list_has_some_cards_and_more_when_asked() {
    let mut story = Embedded::new();
    let event = story.story.events[50].clone();
    story.story.events = vec![event; 1000];
    story.cards = cards(&story.story, phrases(Lang::En));
    let has = |messages: &[Msg]| {
        let frame = story.after(messages);
        (shown(&frame).len(), frame.more)
    };
    assert_eq!(has(&[]), (30, true));
    assert_eq!(story.after(&[]).status, "1,000 of 1,000 events");
    assert_eq!(has(&[Msg::MoreAsked, Msg::MoreAsked]), (90, true));
    assert_eq!(has(&vec![Msg::MoreAsked; 33]), (1000, false));
    assert_eq!(
        has(&[Msg::EventChosen(650)]),
        (660, true),
        "the chosen one is there"
    );
}

#[test]
fn where_nothing_passes_it_is_said_and_all_can_be_asked_for() {
    let story = Embedded::new();
    let all: Vec<usize> = (0..story.story.topics.len()).collect();
    let frame = story.after(&[Msg::TopicsLeftOut(all.clone())]);
    assert_eq!(frame.status, "0 of 100 events");
    assert_eq!(frame.nothing, Some("No event passes all that is chosen."));
    assert!(frame.narrowed && frame.groups.iter().all(|group| !group.shown));
    assert_eq!(frame.steps.first, None);
    let again = story.after(&[Msg::TopicsLeftOut(all), Msg::AllAsked]);
    assert_eq!((again.nothing, again.narrowed), (None, false));
}

#[test]
fn what_the_filter_hides_is_not_chosen_until_it_shows_again() {
    let story = Embedded::new();
    let visit = story.story.event_index("roh-visit-baku-2006").unwrap();
    let politics = story.story.topic_index("politics").unwrap();
    let hidden = [Msg::EventChosen(visit), Msg::TopicSwitched(politics)];
    let frame = story.after(&hidden);
    assert_eq!(frame.chosen, None);
    assert_eq!(frame.marks, Marks::of(&story.story, None));
    let again = story.after(&[hidden.as_slice(), &[Msg::TopicSwitched(politics)]].concat());
    assert_eq!(again.chosen.unwrap().event, visit);
}

#[test]
fn an_event_that_says_only_its_place_is_found_there() {
    let mut story = Embedded::new();
    let event = story.story.event_index("roh-visit-baku-2006").unwrap();
    story.story.events[event].geometry = None;
    let chosen = story.after(&[Msg::EventChosen(event)]);
    let at = |place: &str| story.story.place(place).unwrap().at;
    let places = &story.story.events[event].places;
    let mut expected: Vec<_> = places.iter().map(|place| at(place)).collect();
    expected.sort_by(|a, b| a.lon.total_cmp(&b.lon)); // Baku comes first in the story, and lies west
    assert_eq!(chosen.aim, Aim::Points(expected));
}

#[test]
fn a_link_names_no_event_that_the_filter_hides() {
    let story = Embedded::new();
    let event = story.story.event_index("roh-visit-baku-2006").unwrap();
    let chosen = Msg::EventChosen(event);
    let link = |messages: &[Msg]| Link::parse(&story.after(messages).link);
    let hidden = link(&[chosen.clone(), Msg::Typed("sheki".to_owned())]);
    assert_eq!((hidden.event, hidden.query.as_str()), (None, "sheki"));
    let again = link(&[
        chosen,
        Msg::Typed("sheki".to_owned()),
        Msg::Typed(String::new()),
    ]);
    assert_eq!(again.event, Some("roh-visit-baku-2006".to_owned()));
}

#[test]
fn a_chosen_visit_draws_its_route_and_a_chosen_bilateral_event_its_countries() {
    let story = Embedded::new();
    let at = |place: &str| story.story.place(place).unwrap().at;
    let chosen = |id: &str| {
        let event = story.story.event_index(id).unwrap();
        story.after(&[Msg::EventChosen(event)])
    };
    let none = story.after(&[]).marks;
    assert!(none.route.is_empty() && none.countries.is_empty());
    assert!([*b"AZ", *b"KR"].iter().all(|code| none.home.contains(code)));
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
    for card in Embedded::new().cards {
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
    let story = Embedded::new();
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
