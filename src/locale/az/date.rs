//! Dates in Azerbaijani: `23 mart 1992` where one stands alone, `1992-ci ilin 23 martından` in a phrase.

use super::suffix;
use crate::locale::date::{Saying, Shared, Span, counted_year, in_words as spans, is_bc, reach};
use crate::story::Lang;
use crate::story::date::{Date, Moment, Precision, Season};

/// A date as a newspaper would write it, with its doubts in words.
pub(super) fn in_words(date: &Date) -> String {
    spans(Lang::Az, date, say, " və ya ")
}

fn say(out: &mut Saying, span: Span) {
    let after = match span {
        Span::Is(only) => return alone(out, only),
        Span::Stretch(first, last) => return stretch(out, first, last),
        Span::Since(first) | Span::SinceToUnknown(first) => {
            phrase(out, first);
            suffix::from(&mut out.text);
            match span {
                Span::Since(_) => "",
                _ => ", sonu məlum deyil",
            }
        }
        Span::Until(last) | Span::UntilFromUnknown(last) => {
            phrase(out, last);
            suffix::up_to(&mut out.text);
            match span {
                Span::Until(_) => "",
                _ => ", başlanğıcı məlum deyil",
            }
        }
        Span::Between(first, last) => {
            phrase(out, first);
            out.push(" ilə ");
            match Shared::of(first, last) {
                Shared::Month | Shared::Year => within_year(out, last),
                Shared::Nothing | Shared::Era => phrase(out, last),
            }
            " arasında"
        }
        Span::OrBefore(last) => {
            alone(out, last);
            " və ya daha əvvəl"
        }
        Span::OrAfter(first) => {
            alone(out, first);
            " və ya daha sonra"
        }
    };
    out.push(after);
}

/// `10–12 may 2006`, `26 iyun – 3 iyul 2007`, `2018–2020-ci illər`: what both ends share is said once.
fn stretch(out: &mut Saying, first: Moment, last: Moment) {
    let shared = Shared::of(first, last);
    let table = out.table;
    let to = match (shared, first.precision, last.precision) {
        (Shared::Era, ..) => {
            out.era(first.year);
            out.number(counted_year(first.year));
            out.push(table.dash);
            ordinal_year(out, last.year);
            return out.push("lər");
        }
        (Shared::Month, Precision::Day(_, day), _) => {
            out.number(day.into());
            table.dash
        }
        (Shared::Year, Precision::Month(_), Precision::Month(_)) => {
            out.within_year(first);
            table.dash
        }
        (Shared::Year, ..) => {
            out.within_year(first);
            table.wide_dash
        }
        _ => {
            alone(out, first);
            table.wide_dash
        }
    };
    out.push(to);
    alone(out, last);
}

/// A date that stands alone, with its doubts before it: days and months in CLDR's order.
fn alone(out: &mut Saying, moment: Moment) {
    if !matches!(moment.precision, Precision::Month(_) | Precision::Day(..)) {
        return phrase(out, moment);
    }
    doubts(out, moment);
    out.whole(moment);
}

/// A date that takes a suffix, with its doubts before it: `2025-ci ilin 2 dekabrı`.
fn phrase(out: &mut Saying, moment: Moment) {
    doubts(out, moment);
    match moment.precision {
        Precision::Decade if !is_bc(moment.year) => {}
        Precision::Decade | Precision::Century => {
            let [first, last] = reach(moment);
            return stretch(out, first, last);
        }
        _ => {}
    }
    out.era(moment.year);
    ordinal_year(out, moment.year);
    let after = match moment.precision {
        Precision::Decade => "lər",
        Precision::Century | Precision::Year => "",
        Precision::SomeMonth => "in bir ayı",
        Precision::SomeDay => "in bir günü",
        Precision::Season(Season::Spring) => "in yazı",
        Precision::Season(Season::Summer) => "in yayı",
        Precision::Season(Season::Autumn) => "in payızı",
        Precision::Season(Season::Winter) => "in qışı",
        Precision::SomeDayOf(_) => {
            out.push("in ");
            out.within_year(moment);
            " ayının bir günü"
        }
        Precision::Month(_) | Precision::Day(..) => {
            out.push("in ");
            return within_year(out, moment);
        }
    };
    out.push(after);
}

/// `2 dekabrı`: a day or month of a year that was named before.
fn within_year(out: &mut Saying, moment: Moment) {
    out.within_year(moment);
    suffix::belonging(&mut out.text);
}

fn doubts(out: &mut Saying, moment: Moment) {
    if moment.uncertain {
        out.push("ehtimal ki, ");
    }
    if moment.approximate {
        out.push("təxminən ");
    }
}

/// `2018-ci il`, without its era.
fn ordinal_year(out: &mut Saying, year: i32) {
    let year = counted_year(year);
    out.number(year);
    out.push("-");
    out.push(suffix::ordinal(year.unsigned_abs() as usize));
    out.push(" il");
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
