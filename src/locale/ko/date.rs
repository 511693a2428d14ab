//! Dates in Korean: from the year down to the day, so that a second date leaves out what it shares.

use crate::locale::date::{Saying, Shared, Span, counted_year, in_words as spans, is_bc, reach};
use crate::story::Lang;
use crate::story::date::{Date, Moment, Precision, Season};

/// A date as a newspaper would write it, with its doubts in words.
pub(super) fn in_words(date: &Date) -> String {
    spans(Lang::Ko, date, say, " 또는 ")
}

fn say(out: &mut Saying, span: Span) {
    let (only, after) = match span {
        Span::Is(only) => (only, ""),
        Span::Stretch(first, last) => return stretch(out, first, last),
        Span::Since(first) => (first, "부터"),
        Span::SinceToUnknown(first) => (first, "부터, 종료 시점 미상"),
        Span::Until(last) => (last, "까지"),
        Span::UntilFromUnknown(last) => (last, "까지, 시작 시점 미상"),
        Span::Between(first, last) => {
            stretch(out, first, last);
            return out.push(" 사이");
        }
        Span::OrBefore(last) => (last, " 또는 그 이전"),
        Span::OrAfter(first) => (first, " 또는 그 이후"),
    };
    moment(out, only);
    out.push(after);
}

/// `2006년 5월 10일~12일`, `2007년 6월 26일~7월 3일`, `2018~2020년`: what both ends share is said once.
fn stretch(out: &mut Saying, first: Moment, last: Moment) {
    let shared = Shared::of(first, last);
    if shared == Shared::Era {
        out.era(first.year);
        out.number(counted_year(first.year));
    } else {
        moment(out, first);
    }
    out.push(out.table.dash);
    match (shared, last.precision) {
        (Shared::Era, _) => counted(out, counted_year(last.year), "년"),
        (Shared::Month, Precision::Day(_, day)) => counted(out, day.into(), "일"),
        (Shared::Year, _) => out.within_year(last),
        _ => moment(out, last),
    }
}

/// A date with its doubts after it.
fn moment(out: &mut Saying, moment: Moment) {
    exact(out, moment);
    if moment.approximate {
        out.push("경");
    }
    if moment.uncertain {
        out.push("(불확실)");
    }
}

fn exact(out: &mut Saying, moment: Moment) {
    let is_decade = moment.precision == Precision::Decade && !is_bc(moment.year);
    if matches!(moment.precision, Precision::Decade | Precision::Century) && !is_decade {
        let [first, last] = reach(moment);
        stretch(out, first, last);
        return out.push(" 사이");
    }
    out.whole(moment);
    let after = match moment.precision {
        Precision::Decade => "대",
        Precision::SomeMonth => " 중 어느 달",
        Precision::SomeDay | Precision::SomeDayOf(_) => " 중 어느 날",
        Precision::Season(Season::Spring) => " 봄",
        Precision::Season(Season::Summer) => " 여름",
        Precision::Season(Season::Autumn) => " 가을",
        Precision::Season(Season::Winter) => " 겨울",
        Precision::Century | Precision::Year | Precision::Month(_) | Precision::Day(..) => "",
    };
    out.push(after);
}

fn counted(out: &mut Saying, of: i32, what: &str) {
    out.number(of);
    out.push(what);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_date_reads_as_what_it_is() {
        for (edtf, words) in [
            ("1992-03-23", "1992년 3월 23일"),
            ("2023-06", "2023년 6월"),
            ("2006", "2006년"),
            ("199X", "1990년대"),
            ("19XX", "1900~1999년 사이"),
            ("2001-21", "2001년 봄"),
            ("2001-24", "2001년 겨울"),
            ("2004-XX", "2004년 중 어느 달"),
            ("2004-XX-XX", "2004년 중 어느 날"),
            ("2004-06-XX", "2004년 6월 중 어느 날"),
            ("-0044", "기원전 45년"),
            ("-199X", "기원전 2000~1991년 사이"),
            ("2025-10~", "2025년 10월경"),
            ("2015-08?", "2015년 8월(불확실)"),
            ("2015%", "2015년경(불확실)"),
            ("2006-05-10/2006-05-12", "2006년 5월 10일~12일"),
            ("2007-06-26/2007-07-03", "2007년 6월 26일~7월 3일"),
            ("2006-12-30/2007-01-02", "2006년 12월 30일~2007년 1월 2일"),
            ("2025-05/2025-07", "2025년 5월~7월"),
            ("2018/2020", "2018~2020년"),
            ("-0044/0014", "기원전 45년~14년"),
            ("2018~/2020", "2018년경~2020년"),
            ("2018/..", "2018년부터"),
            ("../2018", "2018년까지"),
            ("2018/", "2018년부터, 종료 시점 미상"),
            ("/2018", "2018년까지, 시작 시점 미상"),
            ("[2006,2007]", "2006년 또는 2007년"),
            ("[2025-05..2025-12-02]", "2025년 5월~12월 2일 사이"),
            ("[2015-07-31..2015-08-07]", "2015년 7월 31일~8월 7일 사이"),
            ("[..1984]", "1984년 또는 그 이전"),
            ("[2024..]", "2024년 또는 그 이후"),
        ] {
            assert_eq!(in_words(&edtf.parse().unwrap()), words, "{edtf}");
        }
    }
}
