//! Order: which date comes first in a list of cards.

use super::{Date, Day};
use std::cmp::Ordering;

/// By the earliest day, then the latest, then as written. An open or unknown start comes before every
/// day, such an end after every day. So `2004-01-01`, `2004-01`, `2004`, `2004/..` stand in this order.
/// The text decides only between dates of the same days, and puts the plainer first: `2004`, `2004-XX`,
/// `2004?`; with it two dates are equal in order only when they are equal.
impl Ord for Date {
    fn cmp(&self, other: &Self) -> Ordering {
        if self == other {
            // By far the most frequent tie, and it need not be printed.
            return Ordering::Equal;
        }
        self.earliest()
            .cmp(&other.earliest())
            .then_with(|| end(self).cmp(&end(other)))
            .then_with(|| self.to_string().cmp(&other.to_string()))
    }
}

impl PartialOrd for Date {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The latest day, with "none" after every day.
fn end(date: &Date) -> (bool, Option<Day>) {
    let latest = date.latest();
    (latest.is_none(), latest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_stand_in_order() {
        let in_order = [
            "../1950",
            "19XX",
            "1984-12-31",
            "[1985,2020]",
            "1985-05/1985-12-02",
            "2004-01-01",
            "2004-01",
            "2004",
            "2004-XX",
            "2004-XX-XX",
            "2004?",
            "2004/..",
            "2004-21",
            "2004-06-XX",
            "Y20040",
        ];
        let mut dates: Vec<Date> = in_order.iter().map(|text| text.parse().unwrap()).collect();
        dates.reverse();
        dates.sort();
        let sorted: Vec<_> = dates.iter().map(Date::to_string).collect();
        assert_eq!(sorted, in_order);
    }
}
