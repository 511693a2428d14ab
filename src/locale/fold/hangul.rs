//! Hangul: a syllable as the keys that type it, so that one half typed is the beginning of the whole.
//!
//! `셰` is ㅅ ㅖ, `값` is ㄱ ㅏ ㅂ ㅅ, `와` is ㅇ ㅗ ㅏ. While `세키` is being typed, `셐` shows on the way:
//! ㅅ ㅔ ㅋ. Every syllable begins with a consonant and a vowel, so that a consonant before a vowel is
//! always the first of its syllable.
//!
//! The codes of the 19 consonants are `A` to `S`, those of the 14 vowels `!` to `.`, which folded text
//! leaves free. They are in the order of Unicode's initial consonants and of its simple vowels.

/// The keys of the initial consonants stand for themselves; these are of the 27 final ones, in
/// Unicode's order: ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ.
const FINALS: [&str; 27] = [
    "A", "B", "AJ", "C", "CM", "CS", "D", "F", "FA", "FG", "FH", "FJ", "FQ", "FR", "FS", "G", "H",
    "HJ", "J", "K", "L", "M", "O", "P", "Q", "R", "S",
];

/// The keys of the 21 vowels, in Unicode's order: ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ.
const VOWELS: [&str; 21] = [
    "!", "\"", "#", "$", "%", "&", "'", "(", ")", ")!", ")\"", ").", "*", "+", "+%", "+&", "+.",
    ",", "-", "-.", ".",
];

/// The keys of the 30 consonants of the block of single letters: ㄱㄲㄳㄴㄵㄶㄷㄸㄹ and so on.
const LETTERS: [&str; 30] = [
    "A", "B", "AJ", "C", "CM", "CS", "D", "E", "F", "FA", "FG", "FH", "FJ", "FQ", "FR", "FS", "G",
    "H", "I", "HJ", "J", "K", "L", "M", "N", "O", "P", "Q", "R", "S",
];

/// Whether it is Hangul: a syllable, a single letter, or a part of a syllable as decomposed text has it.
pub(super) fn is_hangul(letter: char) -> bool {
    matches!(letter, '가'..='힣' | 'ㄱ'..='ㅣ' | '\u{1100}'..='\u{1112}'
        | '\u{1161}'..='\u{1175}' | '\u{11A8}'..='\u{11C2}')
}

/// Adds the keys that type it.
pub(super) fn keys(letter: char, codes: &mut Vec<u8>) {
    let from = |first: char| letter as usize - first as usize;
    match letter {
        '가'..='힣' => {
            // https://www.unicode.org/versions/Unicode16.0.0/core-spec/chapter-3/#G59688
            let index = from('가');
            initial(index / (21 * 28), codes);
            codes.extend(VOWELS[index / 28 % 21].bytes());
            if !index.is_multiple_of(28) {
                codes.extend(FINALS[index % 28 - 1].bytes());
            }
        }
        'ㄱ'..='ㅎ' => codes.extend(LETTERS[from('ㄱ')].bytes()),
        'ㅏ'..='ㅣ' => codes.extend(VOWELS[from('ㅏ')].bytes()),
        '\u{1100}'..='\u{1112}' => initial(from('\u{1100}'), codes),
        '\u{1161}'..='\u{1175}' => codes.extend(VOWELS[from('\u{1161}')].bytes()),
        '\u{11A8}'..='\u{11C2}' => codes.extend(FINALS[from('\u{11A8}')].bytes()),
        _ => {}
    }
}

#[expect(clippy::cast_possible_truncation, reason = "there are 19")]
fn initial(index: usize, codes: &mut Vec<u8>) {
    codes.push(b'A' + index as u8);
}

/// Whether a code is the key of a consonant.
pub(in crate::locale) fn is_consonant(code: u8) -> bool {
    code.is_ascii_uppercase()
}

/// Whether a code is the key of a vowel.
pub(in crate::locale) fn is_vowel(code: u8) -> bool {
    matches!(code, b'!'..=b'.')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> String {
        let mut codes = Vec::new();
        for letter in text.chars() {
            assert!(is_hangul(letter), "{letter}");
            keys(letter, &mut codes);
        }
        String::from_utf8(codes).unwrap()
    }

    #[test]
    fn a_syllable_is_the_single_letters_that_type_it() {
        for (syllables, letters) in [
            ("가", "ㄱㅏ"),
            ("힣", "ㅎㅣㅎ"),
            ("셰키", "ㅅㅖㅋㅣ"),
            ("서울", "ㅅㅓㅇㅜㄹ"),
            ("값", "ㄱㅏㅂㅅ"),
            ("닭", "ㄷㅏㄹㄱ"),
            ("와", "ㅇㅗㅏ"),
            ("쮀", "ㅉㅜㅔ"),
            ("의", "ㅇㅡㅣ"),
            ("까", "ㄲㅏ"),
            ("ㄳㅘ", "ㄱㅅㅗㅏ"),
            ("\u{1109}\u{1165}\u{11BC}", "ㅅㅓㅇ"),
        ] {
            assert_eq!(typed(syllables), typed(letters), "{syllables}");
        }
    }

    #[test]
    fn every_final_letter_and_vowel_is_in_its_place() {
        // Finals and single letters are two lists of the same letters, so each is a check on the other.
        let finals = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
        for (number, letter) in (1u32..).zip(finals.chars()) {
            let syllable = char::from_u32('가' as u32 + number).unwrap();
            assert_eq!(
                typed(&syllable.to_string()),
                typed("가") + &typed(&letter.to_string())
            );
        }
        for (number, letter) in (0u32..).zip('ㅏ'..='ㅣ') {
            let syllable = char::from_u32('가' as u32 + 28 * number).unwrap();
            assert_eq!(
                typed(&syllable.to_string()),
                typed("ㄱ") + &typed(&letter.to_string())
            );
        }
        for (number, letter) in (0u32..).zip("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ".chars())
        {
            let syllable = char::from_u32('가' as u32 + 28 * 21 * number).unwrap();
            assert_eq!(
                typed(&syllable.to_string()),
                typed(&letter.to_string()) + &typed("ㅏ")
            );
        }
    }

    #[test]
    fn keys_are_consonants_or_vowels() {
        assert!(typed("ㄱㅎㄲ").bytes().all(is_consonant));
        assert!(typed("ㅏㅣㅘ").bytes().all(is_vowel));
    }
}
