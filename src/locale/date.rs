//! Date: what all languages share in saying a date: its structure, and what its ends have in common.

use super::brought::brought;
use super::table::Table;
use crate::digits::signed;
use crate::story::Lang;
use crate::story::date::{Bound, Choice, Date, Moment, Precision};

/// A date, or one of its alternatives, as a language has to put it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Span {
    /// One date.
    Is(Moment),
    /// From one to the other, both included.
    Stretch(Moment, Moment),
    /// From then on, and it goes on.
    Since(Moment),
    /// From then on, to an end that nobody knows.
    SinceToUnknown(Moment),
    /// Up to then, always.
    Until(Moment),
    /// Up to then, from a start that nobody knows.
    UntilFromUnknown(Moment),
    /// Some time from the one to the other.
    Between(Moment, Moment),
    /// Then or before.
    OrBefore(Moment),
    /// Then or after.
    OrAfter(Moment),
}

/// A date in words: each of its alternatives as `say` writes it, with `or` between them.
pub(super) fn in_words(lang: Lang, date: &Date, say: fn(&mut Saying, Span), or: &str) -> String {
    let mut out = Saying::new(lang);
    match date {
        Date::Point(only) => say(&mut out, Span::Is(*only)),
        Date::Interval { start, end } => match (*start, *end) {
            (Bound::At(first), Bound::At(last)) => say(&mut out, Span::Stretch(first, last)),
            (Bound::At(first), Bound::Open) => say(&mut out, Span::Since(first)),
            (Bound::At(first), Bound::Unknown) => say(&mut out, Span::SinceToUnknown(first)),
            (Bound::Open, Bound::At(last)) => say(&mut out, Span::Until(last)),
            (_, Bound::At(last)) => say(&mut out, Span::UntilFromUnknown(last)),
            // A date without any known end is refused by the reader.
            _ => {}
        },
        Date::OneOf(choices) => {
            for &choice in choices {
                if !out.text.is_empty() {
                    out.push(or);
                }
                let span = match choice {
                    Choice::At(only) => Span::Is(only),
                    Choice::Between(first, last) => Span::Between(first, last),
                    Choice::Until(last) => Span::OrBefore(last),
                    Choice::From(first) => Span::OrAfter(first),
                };
                say(&mut out, span);
            }
        }
    }
    out.text
}

/// A date while it is written: one text, piece by piece, since a text made for each piece would be more code.
#[derive(Debug)]
pub(super) struct Saying {
    /// What is written so far.
    pub(super) text: String,
    /// What the language's dates are made of.
    pub(super) table: &'static Table,
}

impl Saying {
    /// Nothing yet, in a language.
    pub(super) fn new(lang: Lang) -> Self {
        Self {
            text: String::new(),
            table: &brought(lang).table,
        }
    }

    /// Writes a text.
    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Writes a number.
    pub(super) fn number(&mut self, number: i32) {
        self.push(&signed(number));
    }

    /// Writes the era of a year, where that is not our own.
    pub(super) fn era(&mut self, year: i32) {
        if is_bc(year) {
            self.push(self.table.era);
        }
    }

    /// Writes a date as precisely as it is a day or a month, else its year.
    pub(super) fn whole(&mut self, moment: Moment) {
        let table = self.table;
        self.fill(moment, [table.year, table.month, table.day]);
    }

    /// Writes a day or a month of a year that is named elsewhere.
    pub(super) fn within_year(&mut self, moment: Moment) {
        self.fill(moment, ["", "M", self.table.day_of_year]);
    }

    /// Writes what a pattern of the table says, of those for a year, a month and a day.
    fn fill(&mut self, moment: Moment, [of_year, of_month, of_day]: [&str; 3]) {
        let (pattern, month, day) = match moment.precision {
            Precision::Day(month, day) => (of_day, month, day),
            Precision::Month(month) | Precision::SomeDayOf(month) => (of_month, month, 0),
            _ => (of_year, 1, 0),
        };
        for sign in pattern.chars() {
            match sign {
                'G' => self.era(moment.year),
                'y' => self.number(counted_year(moment.year)),
                'M' => {
                    let mut months = self.table.months.split(' ');
                    self.push(months.nth(usize::from(month) - 1).unwrap_or_default());
                }
                'd' => self.number(day.into()),
                other => self.text.push(other),
            }
        }
    }
}

/// What two dates have in common, and which is therefore said once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shared {
    /// Nothing that could be said once.
    Nothing,
    /// Both are years of one era: what is shared is the word for a year.
    Era,
    /// The year, of dates that are more precise than it.
    Year,
    /// The year and the month of two days.
    Month,
}

impl Shared {
    /// What is shared by two dates. A doubt about either is said with it, which leaves each its own words.
    pub(super) fn of(first: Moment, last: Moment) -> Self {
        use Precision::{Day, Month, Year};
        let doubted = |moment: Moment| moment.uncertain || moment.approximate;
        if doubted(first) || doubted(last) {
            return Self::Nothing;
        }
        let same_year = first.year == last.year;
        match (first.precision, last.precision) {
            (Year, Year) if is_bc(first.year) == is_bc(last.year) => Self::Era,
            (Day(m, _), Day(n, _)) if same_year && m == n => Self::Month,
            (Day(..) | Month(_), Day(..) | Month(_)) if same_year => Self::Year,
            _ => Self::Nothing,
        }
    }
}

/// The years that a decade or century reaches from and to.
pub(super) fn reach(moment: Moment) -> [Moment; 2] {
    [moment.earliest().year, moment.latest().year].map(Moment::of_year)
}

/// There is no year 0: the year before 1 AD is 1 BC, which the notation writes 0000.
pub(super) fn counted_year(year: i32) -> i32 {
    if year > 0 { year } else { 1 - year }
}

/// Whether a year is before the common era.
pub(super) fn is_bc(year: i32) -> bool {
    year <= 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_two_dates_share_is_nothing_their_era_year_or_month() {
        for (edtf, shared) in [
            ("2006-05-10/2006-05-12", Shared::Month),
            ("2006-05-10/2006-06-12", Shared::Year),
            ("2006-05/2006-06-12", Shared::Year),
            ("2006-05/2007-05", Shared::Nothing),
            ("2006-05-10/2007-05-12", Shared::Nothing),
            ("2006/2007", Shared::Era),
            ("-0044/0014", Shared::Nothing),
            ("2006?/2007", Shared::Nothing),
            ("2006-05-10/2006-05-12~", Shared::Nothing),
            ("2006/2006-12", Shared::Nothing),
        ] {
            let Ok(Date::Interval {
                start: Bound::At(first),
                end: Bound::At(last),
            }) = edtf.parse()
            else {
                panic!("{edtf}");
            };
            assert_eq!(Shared::of(first, last), shared, "{edtf}");
        }
    }
}
