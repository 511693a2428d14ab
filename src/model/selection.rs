//! Selection: the chosen place and event, from ids to the story's own and back.

use super::link::Link;
use crate::story::{Event, Story};

/// The chosen place and event, as indexes into the story's lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Only this place's events are shown.
    pub place: Option<usize>,
    /// This event is shown as chosen.
    pub event: Option<usize>,
}

impl Selection {
    /// What a link names in a story. An id the story has not chooses nothing; a place that the
    /// event did not happen at gives way to the event.
    pub fn of(link: &Link, story: &Story) -> Self {
        let named = |id: &Option<String>, index: fn(&Story, &str) -> Option<usize>| {
            id.as_deref().and_then(|id| index(story, id))
        };
        let event = named(&link.event, Story::event_index);
        let place = named(&link.place, Story::place_index)
            .filter(|&place| event.is_none_or(|event| is_at(&story.events[event], place, story)));
        Self { place, event }
    }

    /// The link to this selection.
    pub fn link(self, story: &Story) -> Link {
        Link {
            event: self.event.map(|event| story.events[event].id.clone()),
            place: self.place.map(|place| story.places[place].id.clone()),
        }
    }

    /// Whether an event passes the choice of place.
    pub fn shows(self, event: &Event, story: &Story) -> bool {
        self.place.is_none_or(|place| is_at(event, place, story))
    }
}

/// Whether an event is counted at a place.
pub fn is_at(event: &Event, place: usize, story: &Story) -> bool {
    event.places.contains(&story.places[place].id)
}
