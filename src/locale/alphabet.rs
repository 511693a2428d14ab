//! Alphabet: in which order a language puts names: Azerbaijani has Çad after Cənubi Koreya, and X after H.

use super::cldr::{AZ_ALPHABET, EN_ALPHABET};
use super::fold::fold;
use crate::story::Lang;

/// What names are sorted by: a number for each of their characters. First what is no letter, then the
/// language's own script.
pub fn order(lang: Lang, name: &str) -> Vec<u32> {
    let (alphabet, first) = match lang {
        Lang::En => (EN_ALPHABET, 0x100),
        Lang::Az => (AZ_ALPHABET, 0x100),
        Lang::Ko => (EN_ALPHABET, 0x1_0000), // Hangul comes first, its syllables by their codes
    };
    let place = |letter: char| {
        let capital = match (lang, letter) {
            (Lang::Az, 'i') => 'İ',
            _ => letter.to_uppercase().next().unwrap_or(letter),
        };
        let at = alphabet.chars().position(|known| known == capital)?;
        Some(first + u32::try_from(at).unwrap_or_default())
    };
    let number = |letter: char| {
        let plain = match letter {
            '\u{C0}'..='\u{17F}' => fold(letter.encode_utf8(&mut [0; 4]), None)[0].into(),
            _ => letter,
        };
        let other = || {
            if letter.is_alphanumeric() {
                letter.into()
            } else {
                0
            }
        };
        // A letter that the alphabet lacks is the one without its accent.
        (place(letter).or_else(|| place(plain))).unwrap_or_else(other)
    };
    name.chars().map(number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_in_the_order_of_their_language() {
        for (lang, names) in [
            (
                Lang::En,
                [
                    "Chad",
                    "Costa Rica",
                    "Côte d’Ivoire",
                    "Croatia",
                    "Türkiye",
                    "UK",
                ],
            ),
            (
                Lang::Az,
                [
                    "Cənubi Koreya",
                    "Çad",
                    "Əlcəzair",
                    "Xorvatiya",
                    "İran",
                    "Qətər",
                ],
            ),
            (
                Lang::Ko,
                [
                    "가나",
                    "그리스",
                    "대한민국",
                    "아제르바이잔",
                    "한국",
                    "KOICA",
                ],
            ),
        ] {
            let mut sorted = names;
            sorted.reverse();
            sorted.sort_by_cached_key(|name| order(lang, name));
            assert_eq!(sorted, names);
        }
    }
}
