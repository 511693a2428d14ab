//! Date: any date that the notation can say, for the tests that hold for every date.

use proptest::prelude::*;
use story_map::story::date::{Bound, Choice, Date, Moment, Precision, Season};

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

pub(crate) fn date() -> impl Strategy<Value = Date> {
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
