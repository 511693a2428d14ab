//! Locale: every word of the interface, per language. A phrase that a language lacks does not compile.

pub mod alphabet;
pub mod atlas;
pub mod az;
pub mod brought;
pub mod capitals;
#[cfg_attr(
    all(target_arch = "wasm32", not(feature = "words")),
    expect(dead_code, reason = "a page is brought the tables")
)]
mod cldr;
mod date;
pub mod en;
pub mod files;
pub mod fold;
pub mod ko;
pub mod page;
pub mod query;
pub mod table;
pub mod words;

use std::ops::Deref;

use crate::digits::digits;
use crate::story::date::{Date, Moment};
use crate::story::{Lang, Placement};
use brought::brought;
use date::Saying;
use table::Table;
use words::Words;

/// What one language says: its [`Words`], and a function where a phrase is composed.
#[derive(Debug)]
pub struct Phrases {
    /// The language these words are in.
    pub lang: Lang,
    /// What it calls itself.
    pub own_name: &'static str,
    /// How many events are shown: `23 of 60 events`.
    pub shown: fn(shown: usize, all: usize) -> String,
    /// A date in words.
    pub date: fn(&Date) -> String,
}

impl Phrases {
    /// A count in digits.
    pub fn number(&self, number: usize) -> String {
        grouped(number, self.table().group)
    }

    /// So many hundredths: `98%`.
    pub fn percent(&self, hundredths: usize) -> String {
        [&self.number(hundredths), cldr::PERCENT[self.lang as usize]].concat()
    }

    /// So many events: `25 events`.
    pub fn counted(&self, events: usize) -> String {
        let [one, other] = &self.counts;
        let form = if events == 1 { one } else { other };
        form.with([&self.number(events)])
    }

    /// The name of a pin, a topic or a year: `Baku, 25 events`. What is seen, the name and the bare number,
    /// are the first words of what is heard; so says WCAG 2.5.3.
    pub fn pin(&self, place: &str, events: usize) -> String {
        [place, &self.counted(events)].join(self.table().comma)
    }

    /// The name of a button for several places: `3 places, 40 events: Baku, Ganja, Sheki`.
    pub fn cluster(&self, places: &[&str], events: usize) -> String {
        let (number, names) = (self.number(places.len()), places.join(self.table().comma));
        self.several.with([&number, &self.counted(events), &names])
    }

    /// A year as a heading.
    pub fn year(&self, year: i32) -> String {
        let mut out = Saying::new(self.lang);
        out.whole(Moment::of_year(year));
        out.text
    }

    /// A length in whole kilometres.
    pub fn kilometres(&self, km: u32) -> String {
        self.length.with([&self.number(km as usize)])
    }

    /// Where it was, from the names of its places and countries and how the place is known.
    pub fn whereabouts(&self, placement: Placement, places: &[&str], countries: &[&str]) -> String {
        let [inferred, no_city] = self.remarks;
        let (names, remark) = match placement {
            Placement::Stated => (places, ""),
            Placement::Inferred => (places, inferred),
            Placement::Country => (countries, no_city),
            Placement::BothCountries => (countries, ""),
        };
        let mut said = list(names, self.table());
        said.push_str(remark);
        said
    }

    /// What its dates, numbers and lists are made of.
    pub fn table(&self) -> &'static Table {
        &brought(self.lang).table
    }
}

impl Deref for Phrases {
    type Target = Words;

    fn deref(&self) -> &Words {
        &brought(self.lang).words
    }
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

/// The words for a language.
pub fn phrases(lang: Lang) -> &'static Phrases {
    match lang {
        Lang::En => &en::PHRASES,
        Lang::Az => &az::PHRASES,
        Lang::Ko => &ko::PHRASES,
    }
}

/// `6,450`: a number below a million with a mark before its last three digits.
fn grouped(number: usize, mark: &str) -> String {
    let digits = digits(number);
    match digits.split_at(digits.len().saturating_sub(3)) {
        ("", _) => digits,
        (thousands, rest) => [thousands, mark, rest].concat(),
    }
}

/// `Baku, Ganja and Sheki`: names in a row, with `and` before the last.
fn list(names: &[&str], table: &Table) -> String {
    match names.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, others)) => [&others.join(table.comma), table.and, last].concat(),
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
        for (number, expected) in [
            (0, "0"),
            (990, "990"),
            (6_450, "6.450"),
            (12_020, "12.020"),
            (100_000, "100.000"),
        ] {
            assert_eq!(grouped(number, "."), expected);
        }
    }

    #[test]
    fn names_in_a_row_have_and_before_the_last() {
        let table = phrases(Lang::En).table();
        assert_eq!(list(&[], table), "");
        assert_eq!(list(&["Baku"], table), "Baku");
        assert_eq!(list(&["Baku", "Seoul"], table), "Baku and Seoul");
        assert_eq!(
            list(&["Baku", "Ganja", "Sheki"], table),
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
