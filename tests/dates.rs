//! Laws of dates that hold for every date, not only for the examples beside the code.

use proptest::prelude::*;
use story_map::story::date::{Bound, Choice, Date, Day, Moment, Precision, Season};

/// Any moment the notation can say. Boxed, as what is made of several would not fit a test's stack.
fn moment() -> BoxedStrategy<Moment> {
    let long = (10_000_i32..=999_999_999, any::<bool>()).prop_map(|(year, is_negative)| {
        let year = if is_negative { -year } else { year };
        (year, Precision::Year)
    });
    let short = (-9999..=9999, precision()).prop_map(|(year, precision)| match precision {
        // Unwritten digits count as 0; before year 0 there must be another digit to carry the minus.
        Precision::Century => (year / 100 * 100, precision),
        Precision::Decade => (year / 10 * 10, precision),
        _ => (year, precision),
    });
    let of_year = prop_oneof![1 => long, 9 => short];
    (of_year, any::<bool>(), any::<bool>())
        .prop_map(|((year, precision), uncertain, approximate)| Moment {
            year,
            precision,
            uncertain,
            approximate,
        })
        .boxed()
}

fn precision() -> impl Strategy<Value = Precision> {
    let season = prop_oneof![
        Just(Season::Spring),
        Just(Season::Summer),
        Just(Season::Autumn),
        Just(Season::Winter)
    ];
    prop_oneof![
        Just(Precision::Century),
        Just(Precision::Decade),
        Just(Precision::Year),
        Just(Precision::SomeMonth),
        Just(Precision::SomeDay),
        season.prop_map(Precision::Season),
        (1..=12_u8).prop_map(Precision::Month),
        (1..=12_u8).prop_map(Precision::SomeDayOf),
        (1..=12_u8, 1..=28_u8).prop_map(|(month, day)| Precision::Day(month, day)),
    ]
}

/// Two moments, the first not wholly after the second.
fn ordered() -> impl Strategy<Value = (Moment, Moment)> {
    (moment(), moment()).prop_map(|(a, b)| {
        if a.earliest() <= b.latest() {
            (a, b)
        } else {
            (b, a)
        }
    })
}

fn date() -> impl Strategy<Value = Date> {
    let end = || prop_oneof![Just(Bound::Open), Just(Bound::Unknown)];
    let interval = prop_oneof![
        ordered().prop_map(|(start, end)| (Bound::At(start), Bound::At(end))),
        (moment(), end()).prop_map(|(start, end)| (Bound::At(start), end)),
        (end(), moment()).prop_map(|(start, end)| (start, Bound::At(end))),
    ];
    let choice = prop_oneof![
        moment().prop_map(Choice::At),
        ordered().prop_map(|(first, last)| Choice::Between(first, last)),
    ];
    let one_of = (
        proptest::option::of(moment().prop_map(Choice::Until)),
        proptest::collection::vec(choice, 1..4),
        proptest::option::of(moment().prop_map(Choice::From)),
    );
    prop_oneof![
        moment().prop_map(Date::Point),
        interval.prop_map(|(start, end)| Date::Interval { start, end }),
        one_of.prop_map(|(first, middle, last)| {
            Date::OneOf(first.into_iter().chain(middle).chain(last).collect())
        }),
    ]
}

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
