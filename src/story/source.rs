//! Source: where a thing is told, so that a reader can look it up.

use super::date::Date;
use super::format::{Edtf, LanguageTag, Link, NewId, SOURCE, Text};
use super::record::record;
use super::texts::{Name, Texts};

record! {
    /// A page that tells of events.
    pub struct Source {
        /// What events call it.
        essential id: String = NewId<SOURCE>,
        /// Who published it, as each language writes that; the story's names may tell it of a text alone.
        essential publisher: Texts = Name,
        /// Its title, in its own language.
        optional title: Option<String> = Text,
        /// The language it is in, as a BCP 47 tag.
        essential language: String = LanguageTag,
        /// Where it is.
        essential url: String = Link,
        /// When it was published.
        optional published: Option<Date> = Edtf,
        /// When it was last looked up.
        optional accessed: Option<Date> = Edtf,
    }
}
