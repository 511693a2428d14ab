//! Brought: the words that a page is brought in the one language that is read, in the story's file: the
//! phrases that are always the same, the names of countries, what dates are made of, and the note about the
//! map.
//!
//! Three languages of them are a tenth of the page's program. So it has none: [`learn`] takes them in.
//! Everywhere else, where no reader waits, they are compiled in, and read the same way.

use super::table::Table;
use super::words::{Reader, Words};

/// What is brought for a language.
#[derive(Debug)]
pub struct Brought {
    /// The countries' names, in the order of their codes.
    pub countries: Vec<&'static str>,
    /// What dates, numbers and lists are made of.
    pub table: Table,
    /// The phrases.
    pub words: Words,
    /// The note about the map, a paragraph each.
    pub note: Vec<&'static str>,
}

impl Brought {
    /// From a text with a line for each: countries, table, phrases, note. A page made of other files than ours may
    /// lack some; then those are empty.
    fn of(text: &'static str) -> Self {
        let mut lines = Reader(text.split('\n'));
        let countries = 0..super::atlas::countries();
        Self {
            countries: countries.map(|_| lines.line()).collect(),
            table: Table::take(&mut lines),
            words: Words::take(&mut lines),
            note: lines.0.collect(),
        }
    }
}

#[cfg(any(feature = "words", not(target_arch = "wasm32")))]
pub use compiled_in::{brought, learn, text};
#[cfg(not(any(feature = "words", not(target_arch = "wasm32"))))]
pub use learnt::{brought, learn};

#[cfg(any(feature = "words", not(target_arch = "wasm32")))]
mod compiled_in {
    use std::sync::LazyLock;

    use super::Brought;
    use crate::locale::{atlas, az, cldr, en, ko};
    use crate::story::Lang;

    /// What there is for a language, as [`learn`](super::learn) takes it in.
    pub fn text(lang: Lang) -> String {
        let (table, words) = match lang {
            Lang::En => (&cldr::EN, &en::WORDS),
            Lang::Az => (&cldr::AZ, &az::WORDS),
            Lang::Ko => (&cldr::KO, &ko::WORDS),
        };
        let mut lines: Vec<&str> = atlas::names(lang).split('\n').collect();
        table.put(&mut lines);
        words.put(&mut lines);
        lines.extend(atlas::note(lang));
        lines.join("\n")
    }

    /// What there is for a language.
    pub fn brought(lang: Lang) -> &'static Brought {
        static ALL: LazyLock<Vec<Brought>> = LazyLock::new(|| {
            let texts = Lang::ALL.iter().map(|&lang| text(lang).leak());
            texts.map(|text| Brought::of(text)).collect()
        });
        &ALL[lang as usize]
    }

    /// Nothing is to be learnt.
    pub fn learn(_: Lang, _: &str) {}
}

#[cfg(not(any(feature = "words", not(target_arch = "wasm32"))))]
mod learnt {
    use std::cell::Cell;

    use super::Brought;
    use crate::story::Lang;

    thread_local! {
        static ALL: Cell<[Option<&'static Brought>; Lang::ALL.len()]> = const { Cell::new([None; Lang::ALL.len()]) };
    }

    /// What was brought for a language; empty words where nothing was.
    pub fn brought(lang: Lang) -> &'static Brought {
        if ALL.get()[lang as usize].is_none() {
            learn(lang, "");
        }
        // Just learnt, if not before.
        ALL.get()[lang as usize].unwrap_or_else(|| unreachable!())
    }

    /// Keeps what is brought for as long as the page lives: a language comes once, however many elements
    /// show it, and what comes again is the same.
    pub fn learn(lang: Lang, text: &str) {
        let mut all = ALL.get();
        if all[lang as usize].is_none() {
            let text: &'static str = text.to_owned().leak();
            all[lang as usize] = Some(Box::leak(Box::new(Brought::of(text))));
            ALL.set(all);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::Lang;

    #[test]
    fn each_language_is_read_as_it_was_written() {
        for &lang in Lang::ALL {
            let Brought {
                countries,
                table,
                words,
                note,
            } = brought(lang);
            assert_eq!(countries.len(), crate::locale::atlas::countries());
            let mut lines = Vec::new();
            table.put(&mut lines);
            words.put(&mut lines);
            assert!(lines.iter().all(|line| !line.is_empty()), "{lang:?}");
            assert_eq!(note.len(), 4);
            let all = [countries.as_slice(), &lines, note].concat();
            assert_eq!(all.join("\n"), text(lang));
        }
        assert_eq!(brought(Lang::En).words.map, "Map");
        assert_eq!(brought(Lang::Az).words.map, "Xəritə");
        assert_eq!(
            brought(Lang::Ko).words.seas[super::super::Sea::Yellow as usize],
            "황해"
        );
    }

    #[test]
    fn what_is_missing_is_empty() {
        let nothing = Brought::of("");
        assert_eq!((nothing.words.map, nothing.note.len()), ("", 0));
    }
}
