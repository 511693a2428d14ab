//! Dates in Korean: from the year down to the day, so that a second date leaves out what it shares.

use crate::locale::date::{Shared, Span, counted_year, in_words as spans, is_bc, reach};
use crate::story::date::{Date, Moment, Precision, Season};

/// A date as a newspaper would write it, with its doubts in words.
pub(super) fn in_words(date: &Date) -> String {
    spans(date, say, " 또는 ")
}

fn say(span: Span) -> String {
    match span {
        Span::Is(only) => moment(only),
        Span::Stretch(first, last) => stretch(first, last),
        Span::Since(first) => format!("{}부터", moment(first)),
        Span::SinceToUnknown(first) => format!("{}부터, 종료 시점 미상", moment(first)),
        Span::Until(last) => format!("{}까지", moment(last)),
        Span::UntilFromUnknown(last) => format!("{}까지, 시작 시점 미상", moment(last)),
        Span::Between(first, last) => format!("{} 사이", stretch(first, last)),
        Span::OrBefore(last) => format!("{} 또는 그 이전", moment(last)),
        Span::OrAfter(first) => format!("{} 또는 그 이후", moment(first)),
    }
}

/// `2006년 5월 10일~12일`, `2007년 6월 26일~7월 3일`, `2018~2020년`: what both ends share is said once.
fn stretch(first: Moment, last: Moment) -> String {
    match (Shared::of(first, last), first.precision, last.precision) {
        (Shared::Month, _, Precision::Day(_, day)) => format!("{}~{day}일", moment(first)),
        (Shared::Year, ..) => format!("{}~{}", moment(first), within_year(last)),
        (Shared::Era, ..) => years(first, last),
        _ => format!("{}~{}", moment(first), moment(last)),
    }
}

/// `2018~2020년`, of one era.
fn years(first: Moment, last: Moment) -> String {
    let era = era(first.year);
    format!(
        "{era}{}~{}년",
        counted_year(first.year),
        counted_year(last.year)
    )
}

/// A date with its doubts after it.
fn moment(moment: Moment) -> String {
    let about = if moment.approximate { "경" } else { "" };
    let perhaps = if moment.uncertain { "(불확실)" } else { "" };
    format!("{}{about}{perhaps}", exact(moment))
}

fn exact(moment: Moment) -> String {
    let year = year(moment.year);
    match moment.precision {
        Precision::Decade if !is_bc(moment.year) => format!("{year}대"),
        Precision::Decade | Precision::Century => {
            let [first, last] = reach(moment);
            format!("{} 사이", stretch(first, last))
        }
        Precision::Year => year,
        Precision::SomeMonth => format!("{year} 중 어느 달"),
        Precision::SomeDay => format!("{year} 중 어느 날"),
        Precision::Season(season) => format!(
            "{year} {}",
            match season {
                Season::Spring => "봄",
                Season::Summer => "여름",
                Season::Autumn => "가을",
                Season::Winter => "겨울",
            }
        ),
        Precision::SomeDayOf(month) => format!("{year} {month}월 중 어느 날"),
        Precision::Month(_) | Precision::Day(..) => format!("{year} {}", within_year(moment)),
    }
}

/// `12월 2일`, or `12월`: a day or month of a year that was named before.
fn within_year(moment: Moment) -> String {
    match moment.precision {
        Precision::Day(month, day) => format!("{month}월 {day}일"),
        Precision::Month(month) => format!("{month}월"),
        _ => String::new(),
    }
}

/// A year as a heading.
pub(super) fn year(year: i32) -> String {
    format!("{}{}년", era(year), counted_year(year))
}

fn era(year: i32) -> &'static str {
    if is_bc(year) { "기원전 " } else { "" }
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
