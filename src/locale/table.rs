//! Table: what CLDR says of a language: its months, the patterns of its dates, its numbers and lists.
//! `cldr.rs` has the tables.

use super::words::{Lines, Reader, words};

words! {
    /// What a language's dates, numbers and lists are made of.
    ///
    /// In the pattern of a date `y`, `M` and `d` stand for the year, the month and the day, `G` for the
    /// era where that is not our own, and all else for itself.
    Table;
    /// The months as they stand in a date, with spaces between.
    months: &'static str,
    /// The days of the week from Sunday on, as they stand before a time of day, with spaces between.
    weekdays: &'static str,
    /// The era before the year 1, with the space that parts it from the rest.
    era: &'static str,
    /// The pattern of a year.
    year: &'static str,
    /// Of a month with its year.
    month: &'static str,
    /// Of a day with its month and year.
    day: &'static str,
    /// Of a day with its month.
    day_of_year: &'static str,
    /// Between the first and the last of some days of a month, or months or years: `–`.
    dash: &'static str,
    /// The same between dates of more than one word: ` – `.
    wide_dash: &'static str,
    /// What stands before the last three digits of a number from a thousand on.
    group: &'static str,
    /// Between the names in a row.
    comma: &'static str,
    /// Before the last of them.
    and: &'static str,
}
