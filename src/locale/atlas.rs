//! Atlas: the words that only the map needs: the names of countries, and the note about it.
//!
//! They are long and there is one language to read at a time. So the page's program has none of them:
//! they come with the story, in the file of the language. Everywhere else they are compiled in.

mod countries;
#[cfg(any(feature = "atlas", not(target_arch = "wasm32")))]
mod note;

use crate::story::Lang;
use countries::CODES;

/// A country's name, where the language's list has its ISO 3166-1 code.
pub fn country(lang: Lang, code: &str) -> Option<&'static str> {
    let mut codes = CODES.as_bytes().chunks(3); // a code and a space
    let at = codes.position(|known| &known[..2] == code.as_bytes())?;
    words(lang).split('\n').nth(at)
}

/// The note about the map, a paragraph each: whose boundaries and names it shows.
pub fn about(lang: Lang) -> impl Iterator<Item = &'static str> {
    let countries = CODES.len().div_ceil(3);
    words(lang).split('\n').skip(countries)
}

/// All of it, a line each: the countries in the order of their codes, then the note.
#[cfg(any(feature = "atlas", not(target_arch = "wasm32")))]
pub fn words(lang: Lang) -> &'static str {
    static WORDS: std::sync::LazyLock<[String; Lang::ALL.len()]> = std::sync::LazyLock::new(|| {
        [
            (countries::EN, note::EN),
            (countries::AZ, note::AZ),
            (countries::KO, note::KO),
        ]
        .map(|(countries, note)| format!("{countries}\n{}", note.join("\n")))
    });
    // In the order that the languages are declared in; a test holds it.
    &WORDS[lang as usize]
}

#[cfg(not(any(feature = "atlas", not(target_arch = "wasm32"))))]
pub use learnt::{learn, words};

#[cfg(not(any(feature = "atlas", not(target_arch = "wasm32"))))]
mod learnt {
    use std::cell::Cell;

    use crate::story::Lang;

    thread_local! {
        static WORDS: [Cell<&'static str>; Lang::ALL.len()] = const { [const { Cell::new("") }; Lang::ALL.len()] };
    }

    /// All of it; nothing before it came.
    pub fn words(lang: Lang) -> &'static str {
        WORDS.with(|words| words[lang as usize].get())
    }

    /// Keeps what came, for as long as the page lives: each language comes once.
    pub fn learn(lang: Lang, text: &str) {
        WORDS.with(|words| {
            if words[lang as usize].get().is_empty() {
                words[lang as usize].set(String::leak(text.to_owned()));
            }
        });
    }
}

/// Where the words are compiled in, nothing is learnt.
#[cfg(any(feature = "atlas", not(target_arch = "wasm32")))]
pub fn learn(_: Lang, _: &str) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_names_the_countries_and_tells_about_the_map() {
        for (lang, name) in [
            (Lang::En, "Azerbaijan"),
            (Lang::Az, "Azərbaycan"),
            (Lang::Ko, "아제르바이잔"),
        ] {
            assert_eq!(country(lang, "AZ"), Some(name));
            assert!(country(lang, "ZW").is_some_and(|last| !last.contains('.')));
            assert_eq!(country(lang, "ZZ"), None);
            let note: Vec<&str> = about(lang).collect();
            assert_eq!(note.len(), 4);
            assert!(note[0].contains("Natural Earth") && note[3].contains("CLDR"));
        }
    }
}
