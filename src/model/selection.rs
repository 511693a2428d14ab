//! Selection: what is chosen, from a link's ids to the story's own and back.

use super::at::At;
use super::filter::Filter;
use super::link::{Link, Topics};
use crate::story::{Event, Story};

/// What is chosen, as indexes into the story's lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Only events that pass are shown.
    pub filter: Filter,
    /// This event is shown as chosen.
    pub event: Option<usize>,
    /// Where the reader has turned the map, or the page asks to.
    pub at: Option<At>,
}

impl Selection {
    /// What a link names in a story. An id the story has not chooses nothing; what would hide the event
    /// gives way to it.
    pub fn of(link: &Link, story: &Story) -> Self {
        let event = link.event.as_deref().and_then(|id| story.event_index(id));
        let places = link.place.iter().filter_map(|id| story.place_index(id));
        let is_there =
            |place: &usize| event.is_none_or(|event| is_at(&story.events[event], *place, story));
        let years = link.from.zip(link.to);
        let turned = years.filter(|(from, to)| from > to);
        let (from, to) = turned.map_or((link.from, link.to), |(from, to)| (Some(to), Some(from)));
        let mut named: Vec<usize> = Vec::new();
        for place in places.filter(is_there) {
            if !named.contains(&place) {
                named.push(place);
            }
        }
        let mut filter = Filter {
            places: named,
            without: without(&link.topics, story),
            from,
            to,
            query: link.query.clone(),
        };
        if let Some(event) = event.map(|event| &story.events[event]) {
            if hides(&filter.without, event, story) {
                filter.without.clear();
            }
            let years = event.when.as_ref().map(|when| when.date.years());
            let is_in = |from: i32, to: i32| {
                let years = years.as_ref();
                years.is_some_and(|years| *years.end() >= from && *years.start() <= to)
            };
            if !is_in(
                filter.from.unwrap_or(i32::MIN),
                filter.to.unwrap_or(i32::MAX),
            ) {
                (filter.from, filter.to) = (None, None);
            }
            filter.query.clear();
        }
        Self {
            filter,
            event,
            at: link.at,
        }
    }

    /// What an address names or, where it names nothing that the story has, the attributes.
    pub fn opening(address: &Link, attributes: &Link, story: &Story) -> Self {
        let named = Self::of(address, story);
        if named.event.is_some() || named.filter != Filter::default() {
            return named;
        }
        let own = Self::of(attributes, story);
        Self {
            at: named.at.or(own.at),
            ..own
        }
    }

    /// Whether this goes on with a choice before it: a letter typed, a handle dragged. One step back in the
    /// browser takes both.
    pub fn goes_on(&self, before: &Self) -> bool {
        let (now, was) = (&self.filter, &before.filter);
        let others = now.places != was.places || now.without != was.without;
        if self.event != before.event || others || now.is_open() {
            return false;
        }
        let years = (now.from, now.to) != (was.from, was.to);
        let words = now.query != was.query;
        let had_years = was.from.is_some() || was.to.is_some();
        (years && !words && had_years) || (words && !years && !was.query.is_empty())
    }

    /// The link to this selection, with the event that is on show: one that the filter hides would win over it
    /// in whoever opens the link.
    pub fn link(&self, story: &Story, event: Option<usize>) -> Link {
        let Self { filter, at, .. } = self;
        let place = filter
            .places
            .iter()
            .map(|&place| story.places[place].id.clone());
        Link {
            event: event.map(|event| story.events[event].id.clone()),
            place: place.collect(),
            topics: topics(&filter.without, story),
            from: filter.from,
            to: filter.to,
            query: filter.query.clone(),
            at: *at,
            ..Link::default()
        }
    }
}

/// What of a link means nothing in a story, as pairs of a fragment.
pub fn unknown(link: &Link, story: &Story) -> Vec<String> {
    let topics = match &link.topics {
        Topics::Only(ids) => ids.as_slice(),
        Topics::All | Topics::None => &[],
    };
    let mut unknown = link.misread.clone();
    let mut look_up = |key: &str, ids: &[String], index: &dyn Fn(&str) -> Option<usize>| {
        for id in ids.iter().filter(|id| index(id).is_none()) {
            unknown.push([key, id].join("="));
        }
    };
    look_up("event", link.event.as_slice(), &|id| story.event_index(id));
    look_up("place", &link.place, &|id| story.place_index(id));
    look_up("topics", topics, &|id| story.topic_index(id));
    unknown
}

/// The topics that are not among those that a link names; none, where it names no topic of the story.
fn without(named: &Topics, story: &Story) -> Vec<usize> {
    let all = 0..story.topics.len();
    match named {
        Topics::All => Vec::new(),
        Topics::None => all.collect(),
        Topics::Only(ids) => {
            let is_named = |topic: &usize| ids.contains(&story.topics[*topic].id);
            if all.clone().any(|topic| is_named(&topic)) {
                all.filter(|topic| !is_named(topic)).collect()
            } else {
                Vec::new()
            }
        }
    }
}

fn topics(without: &[usize], story: &Story) -> Topics {
    let with = story.topics.iter().enumerate();
    let with = with.filter(|(topic, _)| !without.contains(topic));
    let ids: Vec<String> = with.map(|(_, topic)| topic.id.clone()).collect();
    match (without.is_empty(), ids.is_empty()) {
        (true, _) => Topics::All,
        (false, true) => Topics::None,
        (false, false) => Topics::Only(ids),
    }
}

fn hides(without: &[usize], event: &Event, story: &Story) -> bool {
    let is_off = |id: &String| {
        let topic = story.topics.iter().position(|topic| topic.id == *id);
        topic.is_some_and(|topic| without.contains(&topic))
    };
    !event.topics.is_empty() && event.topics.iter().all(is_off)
}

/// Whether an event is counted at a place.
fn is_at(event: &Event, place: usize, story: &Story) -> bool {
    event.places.contains(&story.places[place].id)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asking(from: Option<i32>, query: &str, places: &[usize]) -> Selection {
        Selection {
            filter: Filter {
                from,
                query: query.to_owned(),
                places: places.to_vec(),
                ..Filter::default()
            },
            ..Selection::default()
        }
    }

    #[test]
    fn what_goes_on_with_the_choice_before_is_one_step_back() {
        let none = asking(None, "", &[]);
        for (before, now, goes_on) in [
            (&none, &asking(None, "B", &[]), false),
            (&asking(None, "B", &[]), &asking(None, "Ba", &[]), true),
            (&none, &asking(Some(2000), "", &[]), false),
            (
                &asking(Some(2000), "", &[]),
                &asking(Some(2001), "", &[]),
                true,
            ),
            (
                &asking(Some(2000), "", &[]),
                &asking(Some(2000), "B", &[]),
                false,
            ),
            (&asking(None, "B", &[]), &asking(None, "B", &[1]), false),
            (&asking(None, "B", &[]), &asking(None, "Ba", &[1]), false),
            (&asking(None, "B", &[]), &asking(None, "B", &[]), false),
            (&asking(None, "B", &[]), &none, false),
            (&asking(Some(2000), "", &[]), &none, false),
        ] {
            assert_eq!(now.goes_on(before), goes_on, "{before:?} then {now:?}");
        }
    }

    fn story() -> Story {
        let text = include_str!("../../tests/fixtures/sound.geojson");
        crate::story::read(text).story.unwrap()
    }

    #[test]
    fn an_address_that_names_nothing_of_the_story_leaves_the_attributes_what_they_choose() {
        let story = story();
        let own = Link {
            place: vec![story.places[0].id.clone()],
            ..Link::default()
        };
        let opened = |fragment: &str| Selection::opening(&Link::parse(fragment), &own, &story);
        for fragment in [
            "",
            "event=nope",
            "place=nowhere",
            "from=abc",
            "lang=ko",
            "at=50,40,5",
        ] {
            assert_eq!(opened(fragment).filter.places, [0], "{fragment}");
        }
        assert_eq!(opened("at=50,40,5").at, "50,40,5".parse().ok());
        let years = opened("from=2000").filter;
        assert_eq!((years.places, years.from), (vec![], Some(2000)));
    }

    #[test]
    fn a_place_named_twice_is_chosen_once() {
        let story = story();
        let id = &story.places[1].id;
        let link = Link::parse(&["place=", id, ",", id].concat());
        assert_eq!(Selection::of(&link, &story).filter.places, [1]);
    }

    #[test]
    fn years_the_wrong_way_round_are_turned() {
        let years = |fragment: &str| {
            let filter = Selection::of(&Link::parse(fragment), &story()).filter;
            (filter.from, filter.to)
        };
        assert_eq!(years("from=2030&to=2020"), (Some(2020), Some(2030)));
        assert_eq!(years("from=2020&to=2030"), (Some(2020), Some(2030)));
        assert_eq!(years("to=2020"), (None, Some(2020)));
    }
}
