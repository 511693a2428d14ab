//! Laws of dates that hold for every date, not only for the examples beside the code.

#[path = "strategies/date.rs"]
mod strategies;

use proptest::prelude::*;
use story_map::story::date::{Date, Day};
use strategies::date;

proptest! {
    #[test]
    fn what_is_printed_is_read_back(date in date()) {
        let text = date.to_string();
        prop_assert_eq!(text.parse::<Date>(), Ok(date));
    }

    #[test]
    fn what_is_read_is_printed_back(text in "[-0-9XY?~%/.,\\[\\]]{0,12}|\\PC{0,12}") {
        if let Ok(date) = text.parse::<Date>() {
            prop_assert_eq!(date.to_string(), text);
        }
    }

    #[test]
    fn a_changed_date_is_read_or_refused_at_a_character_of_it(
        date in date(),
        at in 0_usize..30,
        put in "[-0-9XY?~%/.,\\[\\]T가]",
    ) {
        let mut text = date.to_string();
        text.insert_str(at.min(text.len()), &put);
        if let Err(error) = text.parse::<Date>() {
            prop_assert!((1..=text.chars().count() + 1).contains(&error.position));
        }
    }

    #[test]
    fn the_earliest_day_is_not_after_the_latest(date in date()) {
        if let (Some(earliest), Some(latest)) = (date.earliest(), date.latest()) {
            prop_assert!(earliest <= latest);
        }
        prop_assert!(!date.years().is_empty());
    }

    #[test]
    fn order_is_total(a in date(), b in date(), c in date()) {
        prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
        prop_assert_eq!(a.cmp(&b).is_eq(), a == b);
        let mut sorted = [a, b, c];
        sorted.sort();
        prop_assert!(sorted[0] <= sorted[2]);
    }

    #[test]
    fn a_day_and_its_number_name_each_other(number in -300_000_000_000_i64..300_000_000_000) {
        let day = Day::from_ordinal(number);
        prop_assert_eq!(day.ordinal(), number);
        prop_assert_eq!(Day::new(day.year, day.month, day.day), Some(day));
        prop_assert!(Day::from_ordinal(number + 1) > day);
    }
}
