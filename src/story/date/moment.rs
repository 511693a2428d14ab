//! Moment: one date as known: a day, or a month, season, year, decade or century.

use super::day::{Day, days_in};

/// One date as known, with its marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Moment {
    /// The year; with [`Precision::Decade`] and [`Precision::Century`] the one whose unwritten digits are 0.
    pub year: i32,
    /// How much of the date is known.
    pub precision: Precision,
    /// `?` or `%`: the source may be wrong.
    pub uncertain: bool,
    /// `~` or `%`: the date is about right.
    pub approximate: bool,
}

/// How much of a date is known, and what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Precision {
    /// `19XX`: some year of a hundred.
    Century,
    /// `199X`: some year of ten.
    Decade,
    /// `1999`
    Year,
    /// `1999-XX`: some month of the year.
    SomeMonth,
    /// `1999-XX-XX`: some day of the year.
    SomeDay,
    /// `1999-21`
    Season(Season),
    /// `1999-06`
    Month(u8),
    /// `1999-06-XX`: some day of the month.
    SomeDayOf(u8),
    /// `1999-06-11`: month and day.
    Day(u8, u8),
}

/// A season of the northern half of the earth. Winter begins in December of its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Season {
    /// `21`: March to May.
    Spring,
    /// `22`: June to August.
    Summer,
    /// `23`: September to November.
    Autumn,
    /// `24`: December to February of the next year.
    Winter,
}

impl Moment {
    /// A year of which no more is said.
    pub fn of_year(year: i32) -> Self {
        Self {
            year,
            precision: Precision::Year,
            uncertain: false,
            approximate: false,
        }
    }

    /// The first day it can mean. Marks do not widen it: nobody says by how much.
    pub fn earliest(self) -> Day {
        let (month, day) = match self.precision {
            Precision::Season(season) => (season.first_month(), 1),
            Precision::Month(month) | Precision::SomeDayOf(month) => (month, 1),
            Precision::Day(month, day) => (month, day),
            _ => (1, 1),
        };
        let year = self.year.min(self.year_with_nines());
        Day { year, month, day }
    }

    /// The last day it can mean.
    pub fn latest(self) -> Day {
        let mut year = self.year.max(self.year_with_nines());
        let month = match self.precision {
            Precision::Season(Season::Winter) => {
                year += 1;
                2
            }
            Precision::Season(season) => season.first_month() + 2,
            Precision::Month(month) | Precision::SomeDayOf(month) | Precision::Day(month, _) => {
                month
            }
            _ => 12,
        };
        let day = match self.precision {
            Precision::Day(_, day) => day,
            _ => days_in(year, month),
        };
        Day { year, month, day }
    }

    /// The year whose unwritten digits are 9: the far end from `year`, which lies below it before year 0.
    fn year_with_nines(self) -> i32 {
        let unwritten = match self.precision {
            Precision::Century => 99,
            Precision::Decade => 9,
            _ => 0,
        };
        if self.year < 0 {
            self.year - unwritten
        } else {
            self.year + unwritten
        }
    }
}

impl Season {
    fn first_month(self) -> u8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(year: i32, precision: Precision) -> String {
        let moment = Moment {
            year,
            precision,
            uncertain: false,
            approximate: false,
        };
        format!("{} to {}", moment.earliest(), moment.latest())
    }

    #[test]
    fn unwritten_digits_reach_away_from_year_0() {
        assert_eq!(span(1990, Precision::Decade), "1990-01-01 to 1999-12-31");
        assert_eq!(span(1900, Precision::Century), "1900-01-01 to 1999-12-31");
        assert_eq!(span(0, Precision::Decade), "0000-01-01 to 0009-12-31");
        assert_eq!(span(-40, Precision::Decade), "-0049-01-01 to -0040-12-31");
    }

    #[test]
    fn a_season_is_three_months() {
        let of = |season| span(2003, Precision::Season(season));
        assert_eq!(of(Season::Spring), "2003-03-01 to 2003-05-31");
        assert_eq!(of(Season::Summer), "2003-06-01 to 2003-08-31");
        assert_eq!(of(Season::Autumn), "2003-09-01 to 2003-11-30");
        assert_eq!(of(Season::Winter), "2003-12-01 to 2004-02-29");
    }
}
