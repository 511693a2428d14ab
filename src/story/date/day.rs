//! Day: one day of the Gregorian calendar, which is also used for the time before it was made.

use std::fmt;

/// A day; only days that exist can be made with [`Day::new`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// The astronomical year: 0 is 1 BC, -1 is 2 BC.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

/// Years beyond this many digits are not read, so arithmetic on days never overflows.
pub(super) const YEAR_DIGITS: usize = 9;

/// Days from 0000-03-01, where the calculation starts, to 1970-01-01.
const EPOCH: i64 = 719_468;
/// Days in the 400 years after which the calendar repeats.
const ERA: i64 = 146_097;
/// More days than any readable date is from 1970, and few enough for `year` to hold the result.
const FARTHEST: i64 = 400_000_000_000;

impl Day {
    /// The day, or `None` where the calendar has no such day.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        ((1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day)).then_some(Self {
            year,
            month,
            day,
        })
    }

    /// Days since 1970-01-01; negative before it.
    ///
    /// Years are taken to begin in March, so that the leap day is the last of its year
    /// (<https://howardhinnant.github.io/date_algorithms.html>).
    pub fn ordinal(self) -> i64 {
        let month = i64::from(self.month);
        let year = i64::from(self.year) - i64::from(month <= 2);
        let (era, year) = (year.div_euclid(400), year.rem_euclid(400));
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + i64::from(self.day) - 1;
        era * ERA + year * 365 + year / 4 - year / 100 + day_of_year - EPOCH
    }

    /// The day so many days after 1970-01-01: the inverse of [`Day::ordinal`]. A number farther off
    /// than any readable date (a thousand million years) is taken as that far.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the clamp keeps the year in range; a month and a day are small and positive"
    )]
    pub fn from_ordinal(days: i64) -> Self {
        let days = days.clamp(-FARTHEST, FARTHEST) + EPOCH;
        let (era, day) = (days.div_euclid(ERA), days.rem_euclid(ERA));
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day_of_year = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        let month = (month + 2) % 12 + 1;
        Self {
            year: (era * 400 + year + i64::from(month <= 2)) as i32,
            month: month as u8,
            day: day as u8,
        }
    }
}

impl fmt::Display for Day {
    /// As EDTF writes it: `2004-06-11`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        super::print::year(self.year, f)?;
        write!(f, "-{:02}-{:02}", self.month, self.day)
    }
}

/// How many days a month has.
pub(super) fn days_in(year: i32, month: u8) -> u8 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_days_have_known_ordinals_and_back() {
        for ((year, month, day), ordinal) in [
            ((1970, 1, 1), 0),
            ((1969, 12, 31), -1),
            ((2000, 2, 29), 11_016),
            ((1992, 3, 23), 8_117),
            ((1600, 2, 29), -135_081),
            ((0, 3, 1), -719_468),
            ((-1, 12, 31), -719_529),
        ] {
            let day = Day::new(year, month, day).unwrap();
            assert_eq!(day.ordinal(), ordinal, "{day}");
            assert_eq!(Day::from_ordinal(ordinal), day);
        }
    }

    #[test]
    fn a_day_the_calendar_lacks_is_none() {
        for (year, month, day) in [
            (2023, 2, 29),
            (1900, 2, 29),
            (2004, 4, 31),
            (2004, 13, 1),
            (2004, 0, 1),
            (2004, 1, 0),
        ] {
            assert_eq!(Day::new(year, month, day), None);
        }
        assert!(Day::new(2000, 2, 29).is_some());
        assert!(Day::new(-4, 2, 29).is_some());
    }

    #[test]
    fn a_number_beyond_the_calendar_is_held_at_its_edge() {
        assert_eq!(Day::from_ordinal(i64::MAX), Day::from_ordinal(FARTHEST));
        assert_eq!(Day::from_ordinal(i64::MIN), Day::from_ordinal(-FARTHEST));
    }
}
