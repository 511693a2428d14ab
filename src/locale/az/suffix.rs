//! Suffix: the endings of Azerbaijani, whose vowels follow the last vowel of the word, as it is spoken.

/// `-cı`, `-ci`, `-cu` or `-cü` without its hyphen: makes a number an ordinal.
pub(super) fn ordinal(number: usize) -> &'static str {
    close(spoken(number).0, ["cı", "ci", "cu", "cü"])
}

/// `23-ü`, `6-sı`, without number and hyphen: that many of them.
pub(super) fn of_them(number: usize) -> &'static str {
    match spoken(number) {
        (vowel, false) => close(vowel, ["ı", "i", "u", "ü"]),
        (vowel, true) => close(vowel, ["sı", "si", "su", "sü"]),
    }
}

/// `martı`: adds the ending of what belongs to something to a word that ends in a consonant.
pub(super) fn belonging(words: &mut String) {
    let vowel = last_vowel(words);
    words.push_str(close(vowel, ["ı", "i", "u", "ü"]));
}

/// `ildən`, `martından`: from it on. A vowel at the end is taken for that of [`belonging`].
pub(super) fn from(words: &mut String) {
    add_open(words, ["dan", "dən", "ndan", "ndən"]);
}

/// `ilədək`, `martınadək`: up to it. A vowel at the end is taken for that of [`belonging`].
pub(super) fn up_to(words: &mut String) {
    add_open(words, ["adək", "ədək", "nadək", "nədək"]);
}

/// Adds the form of a suffix with an open vowel: after a back vowel, a front one, and both again when
/// the word ends in it.
fn add_open(words: &mut String, forms: [&str; 4]) {
    let vowel = last_vowel(words);
    let front = usize::from(!is_back(vowel));
    let ends = if words.ends_with(vowel) { 2 } else { 0 };
    words.push_str(forms[front + ends]);
}

/// The last vowel of a number as it is spoken, and whether it ends in that vowel: *altı*, *on*, *iyirmi*.
fn spoken(number: usize) -> (char, bool) {
    // sıfır, bir, iki, üç, dörd, beş, altı, yeddi, səkkiz, doqquz
    const ONES: [char; 10] = ['ı', 'i', 'i', 'ü', 'ö', 'e', 'ı', 'i', 'i', 'u'];
    // on, iyirmi, otuz, qırx, əlli, altmış, yetmiş, səksən, doxsan
    const TENS: [char; 10] = ['ı', 'o', 'i', 'u', 'ı', 'i', 'ı', 'i', 'ə', 'a'];
    match (number % 10, number / 10 % 10) {
        (0, 0) if number == 0 => (ONES[0], false),
        (0, 0) if !number.is_multiple_of(1000) => ('ü', false), // yüz
        (0, 0) if !number.is_multiple_of(1_000_000) => ('i', false), // min
        (0, 0) => ('o', false),                                 // milyon
        (0, tens) => (TENS[tens], matches!(tens, 2 | 5)),
        (ones, _) => (ONES[ones], matches!(ones, 2 | 6 | 7)),
    }
}

/// The form of a suffix with a close vowel: after a back vowel, a front one, and both again when rounded.
fn close(vowel: char, forms: [&'static str; 4]) -> &'static str {
    let front = usize::from(!is_back(vowel));
    let round = if matches!(vowel, 'o' | 'u' | 'ö' | 'ü') {
        2
    } else {
        0
    };
    forms[front + round]
}

/// Whether a vowel is spoken at the back of the mouth; the others are at the front.
fn is_back(vowel: char) -> bool {
    matches!(vowel, 'a' | 'ı' | 'o' | 'u')
}

fn last_vowel(word: &str) -> char {
    let is_vowel =
        |letter: &char| is_back(*letter) || matches!(letter, 'e' | 'ə' | 'i' | 'ö' | 'ü');
    word.chars().rev().find(is_vowel).unwrap_or('i')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_an_ordinal_by_its_last_spoken_vowel() {
        for (number, suffix) in [
            (0, "cı"),
            (1991, "ci"),
            (1992, "ci"),
            (1993, "cü"),
            (1994, "cü"),
            (1995, "ci"),
            (1996, "cı"),
            (1997, "ci"),
            (1998, "ci"),
            (1999, "cu"),
            (2010, "cu"),
            (2020, "ci"),
            (2030, "cu"),
            (1940, "cı"),
            (1950, "ci"),
            (1960, "cı"),
            (1970, "ci"),
            (1980, "ci"),
            (1990, "cı"),
            (1900, "cü"),
            (2000, "ci"),
            (1_000_000, "cu"),
        ] {
            assert_eq!(ordinal(number), suffix, "{number}");
        }
    }

    #[test]
    fn a_part_of_them_has_an_s_after_a_number_that_ends_in_a_vowel() {
        for (number, suffix) in [
            (0, "ı"),
            (1, "i"),
            (2, "si"),
            (3, "ü"),
            (4, "ü"),
            (5, "i"),
            (6, "sı"),
            (7, "si"),
            (8, "i"),
            (9, "u"),
            (10, "u"),
            (20, "si"),
            (50, "si"),
            (60, "ı"),
            (70, "i"),
            (90, "ı"),
            (100, "ü"),
        ] {
            assert_eq!(of_them(number), suffix, "{number}");
        }
    }

    fn with(word: &str, ending: fn(&mut String)) -> String {
        let mut word = word.to_owned();
        ending(&mut word);
        word
    }

    #[test]
    fn endings_of_words_follow_their_last_vowel() {
        for (word, belongs, since, until) in [
            ("mart", "martı", "martından", "martınadək"),
            ("aprel", "apreli", "aprelindən", "aprelinədək"),
            ("iyun", "iyunu", "iyunundan", "iyununadək"),
            ("gün", "günü", "günündən", "gününədək"),
        ] {
            assert_eq!(with(word, belonging), belongs);
            assert_eq!(with(belongs, from), since);
            assert_eq!(with(belongs, up_to), until);
        }
        assert_eq!(with("il", from), "ildən");
        assert_eq!(with("illər", up_to), "illərədək");
    }
}
