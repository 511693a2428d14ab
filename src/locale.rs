//! Locale: every word of the interface, per language. A phrase that a language lacks does not compile.

pub mod atlas;
pub mod az;
mod date;
pub mod en;
pub mod files;
pub mod fold;
pub mod ko;
pub mod query;

use crate::story::date::Date;
use crate::story::{Inferred, Lang, Placement, Status};

/// The words of one language: one field a phrase, and a function where a phrase is composed.
#[derive(Debug)]
pub struct Phrases {
    /// The language these words are in.
    pub lang: Lang,
    /// What it calls itself.
    pub own_name: &'static str,

    /// The name of the map's region.
    pub map: &'static str,
    /// The name of the region with the cards.
    pub events: &'static str,
    /// The name of the group of buttons that move the map.
    pub map_controls: &'static str,
    /// One step nearer.
    pub zoom_in: &'static str,
    /// One step farther.
    pub zoom_out: &'static str,
    /// Back to the view with all places.
    pub show_all_places: &'static str,
    /// Look farther north.
    pub move_north: &'static str,
    /// Look farther south.
    pub move_south: &'static str,
    /// Look farther west.
    pub move_west: &'static str,
    /// Look farther east.
    pub move_east: &'static str,

    /// How to zoom where a plain wheel scrolls the page.
    pub wheel_hint: &'static str,
    /// How to move the map where one finger scrolls the page.
    pub finger_hint: &'static str,
    /// The name of the note about the map.
    pub about_map: &'static str,
    /// A length on the scale bar.
    pub kilometres: fn(u32) -> String,

    /// The button that ends the choice of places, topics, years and words.
    pub all_events: &'static str,
    /// The button that brings more cards of a long story.
    pub more_events: &'static str,
    /// What is said where no event passes all that was chosen.
    pub nothing: &'static str,
    /// The name of the group of switches over topics.
    pub topics: &'static str,
    /// The button that switches all topics on.
    pub all_topics: &'static str,
    /// The button that switches all topics off.
    pub no_topics: &'static str,
    /// The name of the button that switches off all topics but one.
    pub only_topic: fn(topic: &str) -> String,
    /// The name of the group with the years.
    pub timeline: &'static str,
    /// The name of the slider of the first year.
    pub from: &'static str,
    /// The name of the slider of the last year.
    pub to: &'static str,
    /// How many events have no year.
    pub undated_count: fn(events: usize) -> String,
    /// The key of the timeline: a date that is stated, one that is not sure, one that is open.
    pub known: [&'static str; 3],
    /// The name of the field for words to find.
    pub search: &'static str,
    /// The button that starts the tour.
    pub play_tour: &'static str,
    /// The button that stops it for a while.
    pub pause_tour: &'static str,
    /// The name of the choice of how fast it goes.
    pub pace: &'static str,
    /// How fast it goes.
    pub paces: [&'static str; 3],
    /// The name of the choice of language.
    pub language: &'static str,
    /// The heading over events that no source dates.
    pub undated: &'static str,
    /// The button that chooses the event before the chosen one.
    pub previous_event: &'static str,
    /// The button that chooses the event after the chosen one.
    pub next_event: &'static str,
    /// The button that copies the event's address.
    pub copy_link: &'static str,
    /// The button that copies the event as a citation.
    pub copy_citation: &'static str,
    /// How long a route is.
    pub distance: fn(km: u32) -> String,
    /// Before an event of this day of an earlier year.
    pub on_this_day: fn(year: &str) -> String,
    /// The name of the group of events that have to do with the chosen one.
    pub related: &'static str,
    /// The button that hands the address to what the reader's device shares with.
    pub share: &'static str,
    /// What is said when something is on the clipboard.
    pub copied: &'static str,
    /// What is said when the browser refuses the clipboard.
    pub not_copied: &'static str,

    /// Opens the list of files to take away.
    pub save: &'static str,
    /// The buttons of that list: the map as SVG; the events as CSV, as GeoJSON and as a calendar.
    pub save_as: [&'static str; 4],
    /// What is said when a file could not be made.
    pub not_saved: &'static str,

    /// Before the names of people.
    pub people: &'static str,
    /// Before the names of organisations.
    pub organisations: &'static str,
    /// Before the sources.
    pub sources: &'static str,

    /// The name of a pin, a topic or a year: `Baku, 25 events`.
    pub pin: fn(place: &str, events: usize) -> String,
    /// The name of a button for several places: `3 places, 40 events: Baku, Ganja, Sheki`.
    pub cluster: fn(places: &[&str], events: usize) -> String,
    /// How many events are shown: `23 of 60 events`.
    pub shown: fn(shown: usize, all: usize) -> String,
    /// A date in words.
    pub date: fn(&Date) -> String,
    /// A year as a heading.
    pub year: fn(i32) -> String,
    /// What was added to a date by inference, as a remark on it.
    pub inferred: fn(Inferred) -> &'static str,
    /// The state of knowledge: `as of 28 February 2023`.
    pub as_of: fn(&Date) -> String,
    /// What an event has come to.
    pub status: fn(Status) -> &'static str,
    /// Where it was, from the names of its places and countries and how the place is known.
    pub whereabouts: fn(Placement, places: &[&str], countries: &[&str]) -> String,
    /// A sea.
    pub sea: fn(Sea) -> &'static str,
    /// A citation for pupils and reporters.
    pub citation: fn(&Citation) -> String,
}

/// A sea or ocean that the map names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the seas name themselves")]
pub enum Sea {
    Arabian,
    Arctic,
    Baltic,
    Barents,
    Bengal,
    Black,
    Caspian,
    EastChina,
    /// The sea east of Korea, which has two names and keeps both.
    EastOfKorea,
    Indian,
    Mediterranean,
    North,
    NorthAtlantic,
    NorthPacific,
    Okhotsk,
    Red,
    SouthChina,
    Yellow,
}

/// What a citation says.
#[derive(Clone, Copy, Debug)]
pub struct Citation<'a> {
    /// The event's title.
    pub event: &'a str,
    /// Its date in words, or the word for undated.
    pub when: &'a str,
    /// Each source: publisher, title where known, date in words where known, address.
    pub sources: &'a str,
    /// The address of the event in the story.
    pub link: &'a str,
    /// The day it was looked up, in words.
    pub today: &'a str,
}

/// The words for a language.
pub fn phrases(lang: Lang) -> &'static Phrases {
    match lang {
        Lang::En => &en::PHRASES,
        Lang::Az => &az::PHRASES,
        Lang::Ko => &ko::PHRASES,
    }
}

/// Where it was: the names, and the remark on a place that was inferred or on a country without a city.
fn whereabouts(
    placement: Placement,
    [places, countries]: [&[&str]; 2],
    list: fn(&[&str]) -> String,
    [inferred, no_city]: [&str; 2],
) -> String {
    let (names, remark) = match placement {
        Placement::Stated => (places, ""),
        Placement::Inferred => (places, inferred),
        Placement::Country => (countries, no_city),
        Placement::BothCountries => (countries, ""),
    };
    let mut said = list(names);
    said.push_str(remark);
    said
}

/// `6,450`: a number below a million with a mark before its last three digits.
fn grouped(number: u32, mark: &str) -> String {
    let digits = number.to_string();
    match digits.split_at(digits.len().saturating_sub(3)) {
        ("", _) => digits,
        (thousands, rest) => [thousands, mark, rest].concat(),
    }
}

/// `Baku, Ganja and Sheki`: names in a row, with `and` before the last.
fn list(names: &[&str], and: &str) -> String {
    match names.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, others)) => format!("{}{and}{last}", others.join(", ")),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_own_words() {
        for &lang in Lang::ALL {
            assert_eq!(phrases(lang).lang, lang);
        }
    }

    #[test]
    fn thousands_stand_apart() {
        for (number, expected) in [(0, "0"), (990, "990"), (6_450, "6.450"), (12_020, "12.020")] {
            assert_eq!(grouped(number, "."), expected);
        }
    }

    #[test]
    fn names_in_a_row_have_and_before_the_last() {
        assert_eq!(list(&[], " and "), "");
        assert_eq!(list(&["Baku"], " and "), "Baku");
        assert_eq!(list(&["Baku", "Seoul"], " and "), "Baku and Seoul");
        assert_eq!(
            list(&["Baku", "Ganja", "Sheki"], " and "),
            "Baku, Ganja and Sheki"
        );
    }

    #[test]
    fn every_language_names_the_same_countries() {
        for (code, names) in [
            ("AZ", ["Azerbaijan", "Azərbaycan", "아제르바이잔"]),
            ("KR", ["South Korea", "Cənubi Koreya", "한국"]),
            ("GB", ["UK", "Birləşmiş Krallıq", "영국"]),
            ("ZW", ["Zimbabwe", "Zimbabve", "짐바브웨"]),
        ] {
            let named = [Lang::En, Lang::Az, Lang::Ko].map(|lang| atlas::country(lang, code));
            assert_eq!(named, names.map(Some), "{code}");
        }
        for code in ["", "ZZ", "A", "EA"] {
            assert_eq!(atlas::country(Lang::En, code), None, "{code}");
        }
    }
}
