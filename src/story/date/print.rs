//! Print: a date as EDTF, letter for letter as it was read.

use super::{Bound, Choice, Date, Moment, Precision, Season};
use std::fmt::{Display, Formatter, Result};

impl Display for Date {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Point(moment) => moment.fmt(f),
            Self::Interval { start, end } => write!(f, "{start}/{end}"),
            Self::OneOf(choices) => {
                let mut before = '[';
                for choice in choices {
                    write!(f, "{before}{choice}")?;
                    before = ',';
                }
                f.write_str("]")
            }
        }
    }
}

impl Display for Bound {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::At(moment) => moment.fmt(f),
            Self::Open => f.write_str(".."),
            Self::Unknown => Ok(()),
        }
    }
}

impl Display for Choice {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::At(only) => only.fmt(f),
            Self::Between(first, last) => write!(f, "{first}..{last}"),
            Self::Until(last) => write!(f, "..{last}"),
            Self::From(first) => write!(f, "{first}.."),
        }
    }
}

impl Display for Moment {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        if matches!(self.precision, Precision::Century | Precision::Decade) && self.year < 0 {
            f.write_str("-")?;
        }
        match self.precision {
            Precision::Century => write!(f, "{:02}XX", self.year.unsigned_abs() / 100)?,
            Precision::Decade => write!(f, "{:03}X", self.year.unsigned_abs() / 10)?,
            _ => year(self.year, f)?,
        }
        match self.precision {
            Precision::Century | Precision::Decade | Precision::Year => {}
            Precision::SomeMonth => f.write_str("-XX")?,
            Precision::SomeDay => f.write_str("-XX-XX")?,
            Precision::Season(Season::Spring) => f.write_str("-21")?,
            Precision::Season(Season::Summer) => f.write_str("-22")?,
            Precision::Season(Season::Autumn) => f.write_str("-23")?,
            Precision::Season(Season::Winter) => f.write_str("-24")?,
            Precision::Month(month) => write!(f, "-{month:02}")?,
            Precision::SomeDayOf(month) => write!(f, "-{month:02}-XX")?,
            Precision::Day(month, day) => write!(f, "-{month:02}-{day:02}")?,
        }
        f.write_str(match (self.uncertain, self.approximate) {
            (false, false) => "",
            (true, false) => "?",
            (false, true) => "~",
            (true, true) => "%",
        })
    }
}

/// A year of four digits, or as many as it has after a `Y`.
pub(super) fn year(year: i32, f: &mut Formatter<'_>) -> Result {
    match year {
        -9999..0 => write!(f, "-{:04}", year.unsigned_abs()),
        0..=9999 => write!(f, "{year:04}"),
        _ => write!(f, "Y{year}"),
    }
}
