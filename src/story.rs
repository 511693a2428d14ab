//! Story: places, sources and events, as an editor wrote them.
//!
//! A story is one GeoJSON file. [`read()`] turns its text into a [`Story`] and tells every [`Fault`] at
//! once; a page loads what [`packed`] makes of that, and need not read. Each record is declared a single
//! time (`record!`), and from that come the type, its reader, its packed form, its writer and its part of
//! the JSON Schema, so that they cannot disagree.

mod cursor;
pub mod date;
mod event;
pub mod fault;
mod format;
mod geometry;
mod json;
pub mod lang;
pub mod packed;
pub mod read;
mod record;
#[cfg(feature = "schema")]
pub mod schema;
mod source;
mod texts;
mod told;
mod when;
mod words;
pub mod written;

use format::{Country, Features, Languages, List, NewId, PLACE, Position, TOPIC, Text};
use record::record;
use texts::Name;

pub use crate::geo::LonLat;
pub use date::{Date, Day};
pub use event::{Event, Placement, Status};
pub use fault::Fault;
pub use geometry::Geometry;
pub use lang::Lang;
pub use read::{Reading, read};
pub use source::Source;
pub use texts::Texts;
pub use when::{Inferred, When};
pub use words::NotOneOf;

record! {
    /// A whole story: a GeoJSON `FeatureCollection` whose features are its events.
    ///
    /// A record with a fault may have been left out, so an id does not always lead to a record.
    pub struct Story geojson "FeatureCollection" with [bbox name crs] {
        /// The events, in the order of the file.
        essential events: Vec<Event> = Features as features,
    }
    in story {
        /// The languages that every text of the story is in.
        required languages: Vec<Lang> = Languages,
        /// What the story is called.
        required title: Texts = Texts,
        /// The places that events can be pinned to.
        required places: Vec<Place> = List<Place>,
        /// The topics that events can have.
        required topics: Vec<Topic> = List<Topic>,
        /// How the names of people, organisations and publishers are written in other languages than they
        /// stand in. A language without one keeps the name as it stands.
        optional names: Vec<Texts> = List<Name>,
        /// The sources that events can name.
        required sources: Vec<Source> = List<Source>,
    }
}

record! {
    /// A place with a pin.
    pub struct Place {
        /// What events and links call it.
        essential id: String = NewId<PLACE>,
        /// Its name in each language.
        essential name: Texts = Texts,
        /// Its name in the language and script spoken there.
        optional local_name: Option<String> = Text,
        /// More names of it, which a search finds it by and nobody is shown.
        optional other_names: Vec<String> = List<Text>,
        /// Its country, as an ISO 3166-1 alpha-2 code.
        essential country: String = Country,
        /// Where it is.
        essential at: LonLat = Position as coordinates,
    }
}

record! {
    /// What events can be about.
    pub struct Topic {
        /// What events and links call it.
        essential id: String = NewId<TOPIC>,
        /// Its name in each language.
        essential name: Texts = Texts,
    }
}

/// Each look-up walks the list: cheap for the few records of a card. Code that resolves the ids of all
/// events makes its own map once.
impl Story {
    /// The same story with its events in time order, and those without a date after them.
    #[must_use]
    pub fn in_time_order(mut self) -> Self {
        self.events.sort_by(|a, b| match (&a.when, &b.when) {
            (Some(a), Some(b)) => a.date.cmp(&b.date),
            (a, b) => a.is_none().cmp(&b.is_none()),
        });
        self
    }

    /// The place with the id.
    pub fn place(&self, id: &str) -> Option<&Place> {
        self.places.iter().find(|place| place.id == id)
    }

    /// Where the place with the id stands in the list.
    pub fn place_index(&self, id: &str) -> Option<usize> {
        self.places.iter().position(|place| place.id == id)
    }

    /// The topic with the id.
    pub fn topic(&self, id: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == id)
    }

    /// Where the topic with the id stands in the list.
    pub fn topic_index(&self, id: &str) -> Option<usize> {
        self.topics.iter().position(|topic| topic.id == id)
    }

    /// The source with the id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// The event with the id.
    pub fn event(&self, id: &str) -> Option<&Event> {
        self.events.iter().find(|event| event.id == id)
    }

    /// Where the event with the id stands in the list.
    pub fn event_index(&self, id: &str) -> Option<usize> {
        self.events.iter().position(|event| event.id == id)
    }
}
