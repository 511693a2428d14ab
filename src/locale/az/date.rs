//! Dates in Azerbaijani: `23 mart 1992` where one stands alone, `1992-ci ilin 23 martından` in a phrase.

use super::suffix::{belonging, from, ordinal, up_to};
use crate::locale::date::{Shared, Span, counted_year, in_words as spans, is_bc, month, reach};
use crate::story::date::{Date, Moment, Precision, Season};

const MONTHS: [&str; 12] = [
    "yanvar", "fevral", "mart", "aprel", "may", "iyun", "iyul", "avqust", "sentyabr", "oktyabr",
    "noyabr", "dekabr",
];

/// A date as a newspaper would write it, with its doubts in words.
pub(super) fn in_words(date: &Date) -> String {
    spans(date, say, " və ya ")
}

fn say(span: Span) -> String {
    match span {
        Span::Is(only) => alone(only),
        Span::Stretch(first, last) => stretch(first, last),
        Span::Since(first) => from(&phrase(first)),
        Span::SinceToUnknown(first) => format!("{}, sonu məlum deyil", from(&phrase(first))),
        Span::Until(last) => up_to(&phrase(last)),
        Span::UntilFromUnknown(last) => {
            format!("{}, başlanğıcı məlum deyil", up_to(&phrase(last)))
        }
        Span::Between(first, last) => {
            let shared = Shared::of(first, last);
            let last = match shared {
                Shared::Month | Shared::Year => within_year(last),
                _ => phrase(last),
            };
            format!("{} ilə {last} arasında", phrase(first))
        }
        Span::OrBefore(last) => format!("{} və ya daha əvvəl", alone(last)),
        Span::OrAfter(first) => format!("{} və ya daha sonra", alone(first)),
    }
}

/// `10–12 may 2006`, `26 iyun – 3 iyul 2007`, `2018–2020-ci illər`: what both ends share is said once.
fn stretch(first: Moment, last: Moment) -> String {
    let shared = Shared::of(first, last);
    match (shared, first.precision, last.precision) {
        (Shared::Month, Precision::Day(_, day), _) => format!("{day}–{}", alone(last)),
        (Shared::Year, Precision::Month(m), Precision::Month(_)) => {
            format!("{}–{}", name(m), alone(last))
        }
        (Shared::Year, ..) => format!("{} – {}", month_and_day(first), alone(last)),
        (Shared::Era, ..) => years(first, last),
        _ => format!("{} – {}", alone(first), alone(last)),
    }
}

/// `2018–2020-ci illər`, of one era.
fn years(first: Moment, last: Moment) -> String {
    format!(
        "{}–{}lər",
        year(first.year),
        ordinal_year(counted_year(last.year))
    )
}

/// A date that stands alone, with its doubts before it: days and months in CLDR's order.
fn alone(moment: Moment) -> String {
    let words = match moment.precision {
        Precision::Month(_) | Precision::Day(..) => {
            let era = if is_bc(moment.year) { "e.ə. " } else { "" };
            format!(
                "{era}{} {}",
                month_and_day(moment),
                counted_year(moment.year)
            )
        }
        _ => exact(moment),
    };
    doubted(moment, words)
}

/// A date that takes a suffix, with its doubts before it: `2025-ci ilin 2 dekabrı`.
fn phrase(moment: Moment) -> String {
    doubted(moment, exact(moment))
}

fn doubted(moment: Moment, words: String) -> String {
    match (moment.uncertain, moment.approximate) {
        (false, false) => words,
        (true, false) => format!("ehtimal ki, {words}"),
        (false, true) => format!("təxminən {words}"),
        (true, true) => format!("ehtimal ki, təxminən {words}"),
    }
}

fn exact(moment: Moment) -> String {
    let year = of_year(moment.year);
    match moment.precision {
        Precision::Decade if !is_bc(moment.year) => format!("{year}lər"),
        Precision::Decade | Precision::Century => {
            let [first, last] = reach(moment);
            stretch(first, last)
        }
        Precision::Year => year,
        Precision::SomeMonth => format!("{year}in bir ayı"),
        Precision::SomeDay => format!("{year}in bir günü"),
        Precision::Season(season) => format!(
            "{year}in {}",
            match season {
                Season::Spring => "yazı",
                Season::Summer => "yayı",
                Season::Autumn => "payızı",
                Season::Winter => "qışı",
            }
        ),
        Precision::SomeDayOf(month) => {
            format!("{year}in {} ayının bir günü", name(month))
        }
        Precision::Month(_) | Precision::Day(..) => format!("{year}in {}", within_year(moment)),
    }
}

/// `2 dekabrı`: a day or month of a year that was named before.
fn within_year(moment: Moment) -> String {
    belonging(&month_and_day(moment))
}

/// `2 dekabr`, or `dekabr`.
fn month_and_day(moment: Moment) -> String {
    match moment.precision {
        Precision::Day(month, day) => format!("{day} {}", name(month)),
        Precision::Month(month) => name(month).to_owned(),
        _ => String::new(),
    }
}

/// `2018-ci il`, `e.ə. 45-ci il`.
fn of_year(year: i32) -> String {
    let era = if is_bc(year) { "e.ə. " } else { "" };
    format!("{era}{}", ordinal_year(counted_year(year)))
}

fn ordinal_year(year: i32) -> String {
    format!("{year}-{} il", ordinal(year.unsigned_abs() as usize))
}

/// A year as a heading.
pub(super) fn year(year: i32) -> String {
    let era = if is_bc(year) { "e.ə. " } else { "" };
    format!("{era}{}", counted_year(year))
}

fn name(of: u8) -> &'static str {
    month(&MONTHS, of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_date_reads_as_what_it_is() {
        for (edtf, words) in [
            ("1992-03-23", "23 mart 1992"),
            ("2023-06", "iyun 2023"),
            ("2006", "2006-cı il"),
            ("199X", "1990-cı illər"),
            ("19XX", "1900–1999-cu illər"),
            ("2001-21", "2001-ci ilin yazı"),
            ("2001-24", "2001-ci ilin qışı"),
            ("2004-XX", "2004-cü ilin bir ayı"),
            ("2004-XX-XX", "2004-cü ilin bir günü"),
            ("2004-06-XX", "2004-cü ilin iyun ayının bir günü"),
            ("-0044", "e.ə. 45-ci il"),
            ("-0043-03-15", "e.ə. 15 mart 44"),
            ("-199X", "e.ə. 2000–1991-ci illər"),
            ("2025-10~", "təxminən oktyabr 2025"),
            ("2015-08?", "ehtimal ki, avqust 2015"),
            ("2015%", "ehtimal ki, təxminən 2015-ci il"),
            ("2006-05-10/2006-05-12", "10–12 may 2006"),
            ("2007-06-26/2007-07-03", "26 iyun – 3 iyul 2007"),
            ("2006-12-30/2007-01-02", "30 dekabr 2006 – 2 yanvar 2007"),
            ("2025-05/2025-07", "may–iyul 2025"),
            ("2025-05/2025-12-02", "may – 2 dekabr 2025"),
            ("2018/2020", "2018–2020-ci illər"),
            ("-0044/0014", "e.ə. 45-ci il – 14-cü il"),
            ("2018~/2020", "təxminən 2018-ci il – 2020-ci il"),
            ("2018/..", "2018-ci ildən"),
            ("2018-03/..", "2018-ci ilin martından"),
            ("2018-07-23/..", "2018-ci ilin 23 iyulundan"),
            ("../2018", "2018-ci ilədək"),
            ("../2018-04", "2018-ci ilin aprelinədək"),
            ("2018/", "2018-ci ildən, sonu məlum deyil"),
            ("/2018", "2018-ci ilədək, başlanğıcı məlum deyil"),
            ("[2006,2007]", "2006-cı il və ya 2007-ci il"),
            (
                "[2025-05..2025-12-02]",
                "2025-ci ilin mayı ilə 2 dekabrı arasında",
            ),
            (
                "[2015-07-31..2015-08-07]",
                "2015-ci ilin 31 iyulu ilə 7 avqustu arasında",
            ),
            (
                "[2019-09-04..2019-09-06]",
                "2019-cu ilin 4 sentyabrı ilə 6 sentyabrı arasında",
            ),
            ("[2006..2009]", "2006-cı il ilə 2009-cu il arasında"),
            ("[..1984]", "1984-cü il və ya daha əvvəl"),
            ("[2024..]", "2024-cü il və ya daha sonra"),
        ] {
            assert_eq!(in_words(&edtf.parse().unwrap()), words, "{edtf}");
        }
    }
}
