//! Dates: how they are packed.
//!
//! ```text
//! date     0 and a moment; 1 and two bounds; 2 and a list of choices
//! bound    0 and a moment; 1, open; 2, unknown
//! choice   0 and a moment; 1 and two moments; 2, until, and a moment; 3, from, and a moment
//! moment   form + 9 * marks (1 uncertain, 2 approximate); year * 2, plus 1 before year 0; month, day or season of the form
//! form     0 century, 1 decade, 2 year, 3 some month, 4 some day, 5 season, 6 month,
//!          7 some day of a month, 8 day
//! ```

use super::{Packed, Packer, Unpacker};
use crate::story::date::{Bound, Choice, Date, Day, Moment, Precision, Season};

const SEASONS: [Season; 4] = [
    Season::Spring,
    Season::Summer,
    Season::Autumn,
    Season::Winter,
];

/// The longest year that the notation has.
const FARTHEST: i32 = 999_999_999;

impl Packed for Date {
    fn pack(&self, to: &mut Packer) {
        match self {
            Self::Point(moment) => {
                to.number(0);
                moment.pack(to);
            }
            Self::Interval { start, end } => {
                to.number(1);
                start.pack(to);
                end.pack(to);
            }
            Self::OneOf(choices) => {
                to.number(2);
                choices.pack(to);
            }
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        let date = match from.byte() {
            0 => Self::Point(Moment::unpack(from)),
            1 => Self::Interval {
                start: Bound::unpack(from),
                end: Bound::unpack(from),
            },
            2 => Self::OneOf(Vec::unpack(from)),
            _ => Self::OneOf(Vec::new()),
        };
        if date.years().is_empty() {
            from.fail(); // it holds no moment
        }
        date
    }
}

impl Packed for Bound {
    fn pack(&self, to: &mut Packer) {
        match self {
            Self::At(moment) => {
                to.number(0);
                moment.pack(to);
            }
            Self::Open => to.number(1),
            Self::Unknown => to.number(2),
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        match from.byte() {
            0 => Self::At(Moment::unpack(from)),
            1 => Self::Open,
            2 => Self::Unknown,
            _ => {
                from.fail();
                Self::Unknown
            }
        }
    }
}

impl Packed for Choice {
    fn pack(&self, to: &mut Packer) {
        let (kind, first) = match self {
            Self::At(only) => (0, only),
            Self::Between(first, _) => (1, first),
            Self::Until(last) => (2, last),
            Self::From(first) => (3, first),
        };
        to.number(kind);
        first.pack(to);
        if let Self::Between(_, last) = self {
            last.pack(to);
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        let kind = from.byte();
        let moment = Moment::unpack(from);
        match kind {
            0 => Self::At(moment),
            1 => Self::Between(moment, Moment::unpack(from)),
            2 => Self::Until(moment),
            3 => Self::From(moment),
            _ => {
                from.fail();
                Self::At(moment)
            }
        }
    }
}

impl Packed for Moment {
    fn pack(&self, to: &mut Packer) {
        let (form, parts) = match self.precision {
            Precision::Century => (0, [None; 2]),
            Precision::Decade => (1, [None; 2]),
            Precision::Year => (2, [None; 2]),
            Precision::SomeMonth => (3, [None; 2]),
            Precision::SomeDay => (4, [None; 2]),
            Precision::Season(season) => (5, [Some(season as u8), None]),
            Precision::Month(month) => (6, [Some(month), None]),
            Precision::SomeDayOf(month) => (7, [Some(month), None]),
            Precision::Day(month, day) => (8, [Some(month), Some(day)]),
        };
        let marks = usize::from(self.uncertain) + 2 * usize::from(self.approximate);
        to.number(form + FORMS * marks);
        let year = self.year.unsigned_abs() as usize;
        to.number(2 * year + usize::from(self.year < 0));
        for part in parts.into_iter().flatten() {
            to.number(part.into());
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        let (form, year) = (from.number(), from.number());
        let (marks, form) = (form / FORMS, form % FORMS);
        let mut month = 1;
        let mut day = 1;
        let precision = match form {
            0 => Precision::Century,
            1 => Precision::Decade,
            2 => Precision::Year,
            3 => Precision::SomeMonth,
            4 => Precision::SomeDay,
            5 => Precision::Season(from.one_of(&SEASONS)),
            _ => {
                month = from.byte();
                match form {
                    6 => Precision::Month(month),
                    7 => Precision::SomeDayOf(month),
                    _ => {
                        day = from.byte();
                        Precision::Day(month, day)
                    }
                }
            }
        };
        let (is_negative, year) = (year % 2 == 1, year / 2);
        let year = i32::try_from(year).map_or(FARTHEST, |year| year.min(FARTHEST));
        let moment = Self {
            year: if is_negative { -year } else { year },
            precision,
            uncertain: marks & 1 != 0,
            approximate: marks & 2 != 0,
        };
        if marks > 3 || Day::new(moment.year, month, day).is_none() {
            from.fail();
        }
        moment
    }
}

/// How many forms of a moment there are.
const FORMS: usize = 9;
