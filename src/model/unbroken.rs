//! Unbroken: a number and its ending, as Azerbaijani writes `2007-ci`, belong on one line, but browsers break
//! lines at any hyphen. Another hyphen or a mark in the text would be copied and searched for with it.

use std::ops::Range;

/// The first number with an ending in a text, and whatever there is with it between two spaces.
pub fn first(words: &str) -> Option<Range<usize>> {
    let signs = words.as_bytes();
    let (mut start, mut is_found) = (0, false);
    for (at, sign) in signs.iter().enumerate() {
        match sign {
            b' ' if is_found => return Some(start..at),
            b' ' => start = at + 1,
            b'-' if at > start => {
                let is_letter = signs.get(at + 1).is_some_and(|&next| next > b'9');
                is_found |= is_letter && signs[at - 1].is_ascii_digit();
            }
            _ => {}
        }
    }
    is_found.then_some(start..signs.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_with_an_ending_is_found_with_all_that_is_about_it() {
        for (words, found) in [
            ("2007-ci il", "2007-ci"),
            ("ilk dəfə (1992-ci ildə) və 23-ü", "(1992-ci"),
            ("ayın 6-sı", "6-sı"),
            ("2018–2020-ci illər", "2018–2020-ci"),
            ("60 hadisədən 23-ü", "23-ü"),
            ("iki 20-ə", "20-ə"),
        ] {
            assert_eq!(first(words).map(|range| &words[range]), Some(found));
        }
        for words in ["", "2007", "10-12 may", "2007-", "iqtisadi-ticari", "- 5"] {
            assert_eq!(first(words), None, "{words}");
        }
    }
}
