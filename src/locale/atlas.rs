//! Atlas: the names of countries, and the note about the map: whose boundaries and names it shows.

mod countries;
#[cfg(any(feature = "words", not(target_arch = "wasm32")))]
mod note;

use super::brought::brought;
use crate::story::Lang;
use countries::CODES;

/// A country's name, where the language's list has its ISO 3166-1 code.
pub fn country(lang: Lang, code: &str) -> Option<&'static str> {
    let mut codes = CODES.as_bytes().chunks(3); // a code and a space
    let at = codes.position(|known| &known[..2] == code.as_bytes())?;
    brought(lang).countries.get(at).copied()
}

/// How many countries have names.
pub(super) fn countries() -> usize {
    CODES.len().div_ceil(3)
}

/// Their names in the order of the codes, a line each.
#[cfg(any(feature = "words", not(target_arch = "wasm32")))]
pub(super) fn names(lang: Lang) -> &'static str {
    match lang {
        Lang::En => countries::EN,
        Lang::Az => countries::AZ,
        Lang::Ko => countries::KO,
    }
}

/// The note, a paragraph each.
#[cfg(any(feature = "words", not(target_arch = "wasm32")))]
pub(super) fn note(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::En => note::EN,
        Lang::Az => note::AZ,
        Lang::Ko => note::KO,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_named_in_each_language() {
        for (lang, name) in [
            (Lang::En, "Azerbaijan"),
            (Lang::Az, "Azərbaycan"),
            (Lang::Ko, "아제르바이잔"),
        ] {
            assert_eq!(country(lang, "AZ"), Some(name));
            assert_eq!(country(lang, "ZZ"), None);
        }
        assert_eq!(country(Lang::En, "ZW"), Some("Zimbabwe"));
    }
}
