//! Event: one card of the story.

use super::date::Date;
use super::format::{
    Country, EVENT, Edtf, IdOf, List, NewId, NonEmptyList, Nullable, PLACE, SOURCE, TOPIC, Text,
};
use super::geometry::Geometry;
use super::record::record;
use super::texts::{Texts, Title};
use super::when::When;
use super::words::words;

record! {
    /// Something that happened, goes on, or is to come.
    pub struct Event geojson "Feature" with [bbox] {
        /// What links call it.
        essential id: String = NewId<EVENT>,
        /// Where it is drawn; null when it has no place on the map.
        required geometry: Option<Geometry> = Nullable<Geometry>,
        /// When it was; missing or null when no date is known.
        optional when: Option<When> = Nullable<When>,
    }
    in properties {
        /// What happened, in a line of at most 90 characters.
        essential title: Texts = Title,
        /// What happened, in plain text.
        required text: Texts = Texts,
        /// The places it is pinned to.
        required places: Vec<String> = List<IdOf<PLACE>>,
        /// The countries it is about as a whole.
        optional countries: Vec<String> = List<Country>,
        /// How its place is known.
        essential placement: Placement = Placement,
        /// What it is about.
        required topics: Vec<String> = List<IdOf<TOPIC>>,
        /// Whether it happened.
        essential status: Status = Status,
        /// The people named in it.
        optional people: Vec<String> = List<Text>,
        /// The organisations named in it.
        optional organisations: Vec<String> = List<Text>,
        /// Where it is told.
        required sources: Vec<String> = NonEmptyList<IdOf<SOURCE>>,
        /// The claims of the research that it tells.
        optional claims: Vec<String> = List<Text>,
        /// The date up to which it was true, where it may have changed since.
        optional as_of: Option<Date> = Edtf,
    }
}

words! {
    /// How the place of an event is known.
    pub enum Placement {
        /// A source states it.
        Stated = "stated",
        /// It is concluded, and a source confirms that.
        Inferred = "inferred",
        /// Only the country is known, or the whole country is meant.
        Country = "country",
        /// Both countries are meant.
        BothCountries = "both-countries",
    }
}

words! {
    /// Whether an event happened.
    pub enum Status {
        /// It is over.
        Happened = "happened",
        /// It began and goes on.
        Ongoing = "ongoing",
        /// It was decided, for a later time.
        Planned = "planned",
        /// It was spoken of, and not decided.
        UnderDiscussion = "under-discussion",
    }
}
