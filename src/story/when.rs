//! When: the date of an event, and whether the source says it.

use super::date::Date;
use super::format::Edtf;
use super::record::record;
use super::words::words;

record! {
    /// The date of an event.
    pub struct When {
        /// The date, as precise as the source.
        essential date: Date = Edtf as edtf,
        /// What of the date is concluded and not stated by the source.
        optional inferred: Option<Inferred> = Inferred,
    }
}

words! {
    /// The part of a date that is concluded from elsewhere.
    pub enum Inferred {
        /// The source states the rest, but not the year.
        Year = "year",
        /// The source states no date at all.
        Date = "date",
    }
}
