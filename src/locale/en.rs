//! English: its phrases and the way it writes dates.

mod countries;

use countries::COUNTRIES;

use super::{Citation, Phrases, Sea};
use crate::story::date::{Bound, Choice, Date, Moment, Precision, Season};
use crate::story::{Inferred, Lang, Placement, Status};

/// The words of English.
pub static PHRASES: Phrases = Phrases {
    lang: Lang::En,

    map: "Map",
    events: "Events",
    map_controls: "Move the map",
    zoom_in: "Zoom in",
    zoom_out: "Zoom out",
    show_all_places: "Show all places",
    move_north: "Move north",
    move_south: "Move south",
    move_west: "Move west",
    move_east: "Move east",

    wheel_hint: "Hold Ctrl or ⌘ and turn the wheel to zoom",

    all_events: "Show all events",
    nothing: "No event passes all that is chosen.",
    topics: "Topics",
    all_topics: "All topics",
    no_topics: "No topics",
    only_topic: |topic| format!("Only {topic}"),
    timeline: "Timeline",
    from: "From",
    to: "To",
    undated_count: |events| format!("{events} undated"),
    search: "Search events",
    play_tour: "Play tour",
    pause_tour: "Pause tour",
    pace: "Pace",
    paces: ["Slow", "Medium", "Fast"],
    language: "Language",
    undated: "Undated in the sources",
    previous_event: "Previous event",
    next_event: "Next event",
    copy_link: "Copy link",
    copy_citation: "Copy citation",
    copied: "Copied",
    not_copied: "The browser did not allow copying",

    people: "People",
    organisations: "Organisations",
    sources: "Sources",

    pin: |place, events| format!("{place}, {}", counted(events)),
    shown: |shown, all| format!("{shown} of {}", counted(all)),
    date,
    year,
    inferred: |inferred| match inferred {
        Inferred::Year => "year inferred",
        Inferred::Date => "date inferred",
    },
    as_of: |day| format!("as of {}", date(day)),
    status: |status| match status {
        Status::Happened => "Happened",
        Status::Ongoing => "Ongoing",
        Status::Planned => "Planned",
        Status::UnderDiscussion => "Under discussion",
    },
    whereabouts,
    country: |code| {
        let at = COUNTRIES
            .binary_search_by_key(&code, |&(code, _)| code)
            .ok()?;
        Some(COUNTRIES[at].1)
    },
    sea: |sea| match sea {
        Sea::Arabian => "Arabian Sea",
        Sea::Arctic => "Arctic Ocean",
        Sea::Baltic => "Baltic Sea",
        Sea::Barents => "Barents Sea",
        Sea::Bengal => "Bay of Bengal",
        Sea::Black => "Black Sea",
        Sea::Caspian => "Caspian Sea",
        Sea::EastChina => "East China Sea",
        Sea::EastOfKorea => "East Sea / Sea of Japan",
        Sea::Indian => "Indian Ocean",
        Sea::Mediterranean => "Mediterranean Sea",
        Sea::North => "North Sea",
        Sea::NorthAtlantic => "Atlantic Ocean",
        Sea::NorthPacific => "Pacific Ocean",
        Sea::Okhotsk => "Sea of Okhotsk",
        Sea::Red => "Red Sea",
        Sea::SouthChina => "South China Sea",
        Sea::Yellow => "Yellow Sea",
    },
    citation: |Citation {
                   event,
                   when,
                   sources,
                   link,
               }| format!("“{event}” ({when}). {sources} {link}"),
};

fn counted(events: usize) -> String {
    match events {
        1 => "1 event".to_owned(),
        _ => format!("{events} events"),
    }
}

fn whereabouts(placement: Placement, places: &[&str], countries: &[&str]) -> String {
    match placement {
        Placement::Stated => places.join(" and "),
        Placement::Inferred => format!("{} (place inferred)", places.join(" and ")),
        Placement::Country => format!("{} (no city named)", countries.join(" and ")),
        Placement::BothCountries => countries.join(" and "),
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A date as a newspaper would write it, with its doubts in words.
fn date(date: &Date) -> String {
    match date {
        Date::Point(only) => moment(*only),
        Date::Interval { start, end } => match (start, end) {
            (Bound::At(first), Bound::At(last)) => stretch(*first, *last),
            (Bound::At(first), Bound::Open) => format!("since {}", moment(*first)),
            (Bound::At(first), Bound::Unknown) => {
                format!("from {}, end unknown", moment(*first))
            }
            (Bound::Open, Bound::At(last)) => format!("until {}", moment(*last)),
            (_, Bound::At(last)) => format!("until {}, start unknown", moment(*last)),
            // A date without any known end is refused by the reader.
            _ => String::new(),
        },
        Date::OneOf(choices) => choices
            .iter()
            .map(|&choice| match choice {
                Choice::At(only) => moment(only),
                Choice::Between(first, last) => {
                    format!("between {} and {}", without_year(first, last), moment(last))
                }
                Choice::Until(last) => format!("{} or before", moment(last)),
                Choice::From(first) => format!("{} or after", moment(first)),
            })
            .collect::<Vec<_>>()
            .join(" or "),
    }
}

fn moment(moment: Moment) -> String {
    marked(moment, &format!("{}{}", part(moment), era(moment.year)))
}

/// `10–12 May 2006`, `26 June to 3 July 2007`, `2018–2020`: what both ends share is said once.
fn stretch(first: Moment, last: Moment) -> String {
    if first.uncertain || first.approximate || last.uncertain || last.approximate {
        return format!("{} to {}", moment(first), moment(last));
    }
    match (first.precision, last.precision) {
        (Precision::Day(m, day), Precision::Day(n, _)) if first.year == last.year && m == n => {
            format!("{day}–{}", moment(last))
        }
        (Precision::Year, Precision::Year) => format!("{}–{}", part(first), moment(last)),
        _ => format!("{} to {}", without_year(first, last), moment(last)),
    }
}

/// The first of two dates, its year left to the second where that is the same.
fn without_year(first: Moment, last: Moment) -> String {
    let same = first.year == last.year;
    match first.precision {
        Precision::Day(month, day) if same => marked(first, &format!("{day} {}", name(month))),
        Precision::Month(month) if same => marked(first, name(month)),
        _ => moment(first),
    }
}

/// The doubts of a date, before it.
fn marked(moment: Moment, words: &str) -> String {
    match (moment.uncertain, moment.approximate) {
        (false, false) => words.to_owned(),
        (true, false) => format!("possibly {words}"),
        (false, true) => format!("about {words}"),
        (true, true) => format!("possibly about {words}"),
    }
}

fn part(moment: Moment) -> String {
    let year = counted_year(moment.year);
    match moment.precision {
        Precision::Century => format!("the century from {year}"),
        Precision::Decade => format!("the {year}s"),
        Precision::Year => year.to_string(),
        Precision::SomeMonth => format!("a month of {year}"),
        Precision::SomeDay => format!("a day of {year}"),
        Precision::Season(season) => format!(
            "{} {year}",
            match season {
                Season::Spring => "spring",
                Season::Summer => "summer",
                Season::Autumn => "autumn",
                Season::Winter => "winter",
            }
        ),
        Precision::Month(month) => format!("{} {year}", name(month)),
        Precision::SomeDayOf(month) => format!("a day of {} {year}", name(month)),
        Precision::Day(month, day) => format!("{day} {} {year}", name(month)),
    }
}

/// There is no year 0: the year before 1 AD is 1 BC, which the notation writes 0000.
fn counted_year(year: i32) -> i32 {
    if year > 0 { year } else { 1 - year }
}

fn era(year: i32) -> &'static str {
    if year > 0 { "" } else { " BC" }
}

fn year(year: i32) -> String {
    format!("{}{}", counted_year(year), era(year))
}

fn name(month: u8) -> &'static str {
    MONTHS[usize::from(month - 1) % MONTHS.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_date_reads_as_what_it_is() {
        for (edtf, words) in [
            ("1992-03-23", "23 March 1992"),
            ("2023-06", "June 2023"),
            ("2006", "2006"),
            ("199X", "the 1990s"),
            ("19XX", "the century from 1900"),
            ("2001-21", "spring 2001"),
            ("2004-XX", "a month of 2004"),
            ("2004-06-XX", "a day of June 2004"),
            ("-0044", "45 BC"),
            ("2025-10~", "about October 2025"),
            ("2015-08?", "possibly August 2015"),
            ("2015%", "possibly about 2015"),
            ("2006-05-10/2006-05-12", "10–12 May 2006"),
            ("2007-06-26/2007-07-03", "26 June to 3 July 2007"),
            ("2018/2020", "2018–2020"),
            ("2018~/2020", "about 2018 to 2020"),
            ("2018/..", "since 2018"),
            ("../2018", "until 2018"),
            ("2018/", "from 2018, end unknown"),
            ("/2018", "until 2018, start unknown"),
            ("[2006,2007]", "2006 or 2007"),
            ("[2025-05..2025-12-02]", "between May and 2 December 2025"),
            (
                "[2015-07-31..2015-08-07]",
                "between 31 July and 7 August 2015",
            ),
            ("[..1984]", "1984 or before"),
        ] {
            assert_eq!(date(&edtf.parse().unwrap()), words, "{edtf}");
        }
    }

    #[test]
    fn counts_agree_with_their_noun() {
        assert_eq!((PHRASES.pin)("Baku", 1), "Baku, 1 event");
        assert_eq!((PHRASES.pin)("Baku", 25), "Baku, 25 events");
        assert_eq!((PHRASES.shown)(23, 60), "23 of 60 events");
    }

    #[test]
    fn a_place_says_how_it_is_known() {
        let words = |placement| whereabouts(placement, &["Baku"], &["Azerbaijan"]);
        assert_eq!(words(Placement::Stated), "Baku");
        assert_eq!(words(Placement::Inferred), "Baku (place inferred)");
        assert_eq!(words(Placement::Country), "Azerbaijan (no city named)");
        assert_eq!(words(Placement::BothCountries), "Azerbaijan");
    }
}
