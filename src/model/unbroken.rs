//! Unbroken: a number and its ending, as Azerbaijani writes `2007-ci`, belong on one line, but browsers break
//! lines at any hyphen. Another hyphen or a mark in the text would be copied and searched for with it.

use std::ops::Range;

/// The first number with an ending in a text, and whatever there is with it between two spaces.
pub fn first(words: &str) -> Option<Range<usize>> {
    let is_ending = |signs: &[u8]| signs[0].is_ascii_digit() && signs[1] == b'-' && signs[2] > b'9';
    let digit = words.as_bytes().windows(3).position(is_ending)?;
    let start = words[..digit].rfind(' ').map_or(0, |space| space + 1);
    let end = words[digit..]
        .find(' ')
        .map_or(words.len(), |space| digit + space);
    Some(start..end)
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
