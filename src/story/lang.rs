//! Lang: the languages a story is told in.

use super::words::words;

words! {
    /// A language of the interface and of the story's texts, by its ISO 639 code.
    pub enum Lang {
        /// English.
        En = "en",
        /// Azerbaijani.
        Az = "az",
        /// Korean.
        Ko = "ko",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_its_code_both_ways() {
        for &lang in Lang::ALL {
            assert_eq!(lang.code().parse(), Ok(lang));
        }
    }

    #[test]
    fn another_language_is_told_which_there_are() {
        assert_eq!(
            "ru".parse::<Lang>().unwrap_err().to_string(),
            "expected one of en, az, ko, found \"ru\""
        );
    }
}
