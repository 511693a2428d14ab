//! Fold: text as a search compares it, so that `Şəki`, `SEKI` and `sheki` are one word.
//!
//! - Case and accents do not count, nor do the two i's of the Turkic languages.
//! - A letter of Azerbaijani equals what stands for it in English: `sh` is `ş`, `ch` and `j` are `ç` and
//!   `c`, `gh` is `ğ`, `kh` is `x`, `q` is `g`. `ə` keeps a code of its own, because it is written `e` or
//!   `a` (`Gəncə` is Ganja or Gence), and those two are not the same.
//! - A syllable of Hangul is the keys that type it (`hangul`).
//! - What is neither letter nor digit is a break, and breaks in a row are one.

mod hangul;

use std::ops::Range;

pub(super) use hangul::{is_consonant, is_vowel};

/// Texts, folded. Keep them: folding costs more than finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folded(pub(super) Box<[u8]>);

impl Folded {
    /// Texts to search in, with breaks between.
    pub fn new(texts: &[&str]) -> Self {
        let length = texts.iter().map(|text| text.len() + 1).sum();
        let mut codes = Vec::with_capacity(length);
        for text in texts {
            fold_onto(&mut codes, text, None);
            if codes.last() != Some(&BREAK) {
                codes.push(BREAK);
            }
        }
        Self(codes.into())
    }
}

/// Between words.
pub(super) const BREAK: u8 = b' ';
/// The letter `ə`.
pub(super) const SCHWA: u8 = b'@';

/// The letters without accents of U+00C0 to U+017F.
const LATIN: &[u8; 192] = b"aaaaaaaceeeeiiiidnooooo ouuuuyts\
    aaaaaaaceeeeiiiidnooooo ouuuuyty\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllll\
    nnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// The codes of a text: small letters and digits are themselves, Hangul is in [`hangul`]'s codes, and of
/// other scripts each character keeps its bytes. `spans` gets, for each code, the bytes of the text that
/// it stands for.
pub(super) fn fold(text: &str, spans: Option<&mut Vec<Range<usize>>>) -> Vec<u8> {
    let mut codes = Vec::with_capacity(text.len());
    fold_onto(&mut codes, text, spans);
    codes
}

fn fold_onto(codes: &mut Vec<u8>, text: &str, mut spans: Option<&mut Vec<Range<usize>>>) {
    // Whether an `h` that follows makes one sound with the letter before.
    let mut takes_h = false;
    for (at, letter) in text.char_indices() {
        let span = at..at + letter.len_utf8();
        let before = codes.len();
        let code = plain(letter);
        match (code, codes.last_mut()) {
            // Belongs to the letter before it, and so does its span.
            (Plain::Nothing, _) => {}
            (Plain::Code(b'h'), Some(last)) if takes_h => {
                if *last == b'k' {
                    *last = b'x';
                }
                takes_h = false;
            }
            (Plain::Code(BREAK), None | Some(&mut BREAK)) => continue,
            (Plain::Code(code), _) => {
                takes_h = matches!(code, b's' | b'c' | b'g' | b'k') && letter.is_ascii();
                codes.push(match code {
                    b'j' => b'c',
                    b'q' => b'g',
                    code => code,
                });
            }
            (Plain::Hangul, _) => {
                takes_h = false;
                hangul::keys(letter, codes);
            }
            (Plain::Other, _) => {
                takes_h = false;
                codes.extend(letter.encode_utf8(&mut [0; 4]).bytes());
            }
        }
        if let Some(spans) = &mut spans {
            if codes.len() == before
                && let Some(last) = spans.last_mut()
            {
                last.end = span.end;
            }
            spans.resize(codes.len(), span);
        }
    }
}

/// What a character is to the search.
enum Plain {
    /// A mark upon the letter before it.
    Nothing,
    /// A letter, a digit or a break.
    Code(u8),
    /// A syllable, or a part of one.
    Hangul,
    /// A character of another script.
    Other,
}

fn plain(letter: char) -> Plain {
    match letter {
        '0'..='9' | 'a'..='z' => Plain::Code(letter as u8),
        'A'..='Z' => Plain::Code(letter as u8 | 0x20),
        'Ə' | 'ə' => Plain::Code(SCHWA),
        '\u{C0}'..='\u{17F}' => Plain::Code(LATIN[letter as usize - 0xC0]),
        '\u{300}'..='\u{36F}' => Plain::Nothing,
        // ASCII and Latin-1 without their letters; the punctuation of Latin and of Chinese and Korean.
        '\0'..='\u{BF}' | '\u{2000}'..='\u{206F}' | '\u{3000}'..='\u{303F}' => Plain::Code(BREAK),
        _ if hangul::is_hangul(letter) => Plain::Hangul,
        _ => Plain::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(words: &[&str]) {
        for word in words {
            assert_eq!(Folded::new(&[word]), Folded::new(&[words[0]]), "{word}");
        }
    }

    #[test]
    fn case_and_accents_do_not_count() {
        same(&["seki", "SEKI", "Seki", "śékí", "s\u{327}e\u{301}ki"]);
        same(&["isparta", "ISPARTA", "İSPARTA", "ısparta", "i\u{307}sparta"]);
        same(&["Göygöl", "goygol", "GÖYGÖL"]);
        same(&["Chosŏn", "choson"]);
        same(&["zürich", "ZURICH"]);
    }

    #[test]
    fn an_english_spelling_equals_the_azerbaijani_one() {
        same(&["şəki", "Şəki", "shəki", "SHƏKİ", "s\u{327}əki"]);
        same(&["çay", "chay", "cay", "jay"]);
        same(&["ağdam", "aghdam", "agdam", "AĞDAM"]);
        same(&["xan", "khan", "Khan"]);
        same(&["qala", "gala"]);
        same(&["cavid", "javid"]);
    }

    #[test]
    fn an_h_that_is_a_sound_of_its_own_stays() {
        for (one, other) in [("ş-h", "sh"), ("şh", "ş"), ("shh", "sh"), ("Bakı", "Baku")] {
            assert_ne!(Folded::new(&[one]), Folded::new(&[other]), "{one}");
        }
    }

    #[test]
    fn whatever_is_no_letter_is_one_break() {
        same(&["d ivoire", "d’Ivoire", "d'Ivoire", "d - ivoire", "d–ivoire"]);
        same(&["a b", "«a» b", "a、b", "a\u{a0}b", "a × b"]);
    }

    #[test]
    fn texts_are_apart() {
        assert_eq!(
            Folded::new(&["Se ", "oul", "s", "hi"]),
            Folded::new(&["se oul s hi"])
        );
    }

    #[test]
    fn each_code_knows_what_it_stands_for() {
        let mut spans = Vec::new();
        let text = "Kh\u{301}ş, 셰!";
        let codes = fold(text, Some(&mut spans));
        let stood_for: Vec<&str> = spans.iter().map(|span| &text[span.clone()]).collect();
        assert_eq!(codes.len(), spans.len());
        assert_eq!(stood_for, ["Kh\u{301}", "ş", ",", "셰", "셰", "!"]);
    }

    #[test]
    fn the_table_of_letters_is_as_long_as_its_range() {
        same(&["ÀàÄäÅå", "aaaaaa"]);
        same(&["ſŽžŹź", "szzzz"]);
        same(&["ŒœŔŕŞşŢţ", "oorrsstt"]);
        same(&["ÐðÞþßÿ", "ddttsy"]);
    }
}
