//! Date: when something was, as precisely as the source says it and no more.
//!
//! The notation is EDTF (ISO 8601-2), level 1 plus one-of sets: `2004-06`, `199X`, `2001-21` (spring),
//! `1984?`, `2018/..`, `[2006,2007]`. A story is told in days, so a time of day is refused.
//! Reading and writing are inverse: every accepted text is printed back as it was.

mod day;
mod moment;
mod order;
mod parse;
mod print;

use std::ops::RangeInclusive;

pub use day::Day;
pub use moment::{Moment, Precision, Season};
pub use parse::DateError;

/// When something was: one date, a stretch of time, or one of several dates.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Date {
    /// `2004-06`: one date, exact or not.
    Point(Moment),
    /// `2004-06/2006`: it lasted from one date to another. At least one end is known, and the end is
    /// never before the start.
    Interval {
        /// Where it began.
        start: Bound,
        /// Where it ended.
        end: Bound,
    },
    /// `[1667,1670..1672]`: it was on one of these, and it is not known which. Never empty.
    OneOf(Vec<Choice>),
}

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// A date.
    At(Moment),
    /// `..`: there is no such end; it goes on, or always was.
    Open,
    /// Nothing written: there is an end, but it is not known.
    Unknown,
}

/// One member of a one-of set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Choice {
    /// `1667`: this date.
    At(Moment),
    /// `1670..1672`: any date from the first to the second.
    Between(Moment, Moment),
    /// `..1984`: this date or any before it; only as the first member.
    Until(Moment),
    /// `1984..`: this date or any after it; only as the last member.
    From(Moment),
}

impl Date {
    /// The first day it can have been, or `None` where the start is open or unknown.
    pub fn earliest(&self) -> Option<Day> {
        match self {
            Self::Point(moment) => Some(moment.earliest()),
            Self::Interval { start, .. } => start.moment().map(Moment::earliest),
            // `None` is less than any day, so one open member makes the set open.
            Self::OneOf(choices) => choices.iter().map(Choice::earliest).min().flatten(),
        }
    }

    /// The last day it can have been, or `None` where the end is open or unknown.
    pub fn latest(&self) -> Option<Day> {
        match self {
            Self::Point(moment) => Some(moment.latest()),
            Self::Interval { end, .. } => end.moment().map(Moment::latest),
            Self::OneOf(choices) => {
                let latest = choices.iter().map(Choice::latest);
                latest.max_by_key(|day| (day.is_none(), *day)).flatten()
            }
        }
    }

    /// The years it names, first to last. An open or unknown end names none.
    pub fn years(&self) -> RangeInclusive<i32> {
        // Every date holds a moment (see the variants), so the range is never left inverted.
        let (mut first, mut last) = (i32::MAX, i32::MIN);
        for moment in self.moments() {
            first = first.min(moment.earliest().year);
            last = last.max(moment.latest().year);
        }
        first..=last
    }

    /// Whether any part is marked uncertain (`?` or `%`).
    pub fn is_uncertain(&self) -> bool {
        self.moments().any(|moment| moment.uncertain)
    }

    /// Whether any part is marked approximate (`~` or `%`).
    pub fn is_approximate(&self) -> bool {
        self.moments().any(|moment| moment.approximate)
    }

    /// Every moment written in it, in the order written; one that stands alone may come twice.
    fn moments(&self) -> impl Iterator<Item = Moment> + '_ {
        let (ends, choices) = match self {
            Self::Point(moment) => ([Some(*moment), None], [].as_slice()),
            Self::Interval { start, end } => ([start.moment(), end.moment()], [].as_slice()),
            Self::OneOf(choices) => ([None, None], choices.as_slice()),
        };
        let chosen = choices.iter().flat_map(Choice::moments);
        ends.into_iter().flatten().chain(chosen)
    }
}

impl From<Day> for Date {
    fn from(Day { year, month, day }: Day) -> Self {
        Self::Point(Moment {
            year,
            precision: Precision::Day(month, day),
            uncertain: false,
            approximate: false,
        })
    }
}

impl Bound {
    /// The date at this end, if there is one.
    pub fn moment(self) -> Option<Moment> {
        match self {
            Self::At(moment) => Some(moment),
            Self::Open | Self::Unknown => None,
        }
    }
}

impl Choice {
    fn earliest(&self) -> Option<Day> {
        match self {
            Self::At(first) | Self::Between(first, _) | Self::From(first) => Some(first.earliest()),
            Self::Until(_) => None,
        }
    }

    fn latest(&self) -> Option<Day> {
        match self {
            Self::At(last) | Self::Between(_, last) | Self::Until(last) => Some(last.latest()),
            Self::From(_) => None,
        }
    }

    fn moments(&self) -> [Moment; 2] {
        match *self {
            Self::At(only) | Self::Until(only) | Self::From(only) => [only, only],
            Self::Between(first, last) => [first, last],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_reaches_from_its_earliest_to_its_latest_day() {
        for (text, earliest, latest, years) in [
            ("2004-06-11", "2004-06-11", "2004-06-11", 2004..=2004),
            ("2004-02", "2004-02-01", "2004-02-29", 2004..=2004),
            ("2004-XX-XX", "2004-01-01", "2004-12-31", 2004..=2004),
            ("199X", "1990-01-01", "1999-12-31", 1990..=1999),
            ("2001-21", "2001-03-01", "2001-05-31", 2001..=2001),
            ("2001-24", "2001-12-01", "2002-02-28", 2001..=2002),
            ("-0045", "-0045-01-01", "-0045-12-31", -45..=-45),
            ("2004-06/2006", "2004-06-01", "2006-12-31", 2004..=2006),
            ("2018/..", "2018-01-01", "", 2018..=2018),
            ("/1985-04-12", "", "1985-04-12", 1985..=1985),
            ("[2006,2007]", "2006-01-01", "2007-12-31", 2006..=2007),
            ("[..1984,1990]", "", "1990-12-31", 1984..=1990),
            ("[1667,1670..]", "1667-01-01", "", 1667..=1670),
        ] {
            let date: Date = text.parse().unwrap();
            let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
            assert_eq!(day(date.earliest()), earliest, "earliest of {text}");
            assert_eq!(day(date.latest()), latest, "latest of {text}");
            assert_eq!(date.years(), years, "years of {text}");
        }
    }

    #[test]
    fn a_mark_on_any_part_marks_the_date() {
        for (text, uncertain, approximate) in [
            ("1984", false, false),
            ("1984?", true, false),
            ("1984/2004-06~", false, true),
            ("[1667,1668%]", true, true),
        ] {
            let date: Date = text.parse().unwrap();
            assert_eq!(date.is_uncertain(), uncertain, "{text}");
            assert_eq!(date.is_approximate(), approximate, "{text}");
        }
    }
}
