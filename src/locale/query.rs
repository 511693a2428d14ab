//! Query: what a reader searches for, found in folded text and marked in the original.

use std::ops::Range;

use super::fold::{BREAK, Folded, SCHWA, fold, is_consonant, is_vowel};

/// Words that must all be in a text, anywhere in it and also within words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    words: Vec<Word>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Word {
    /// These codes in a row. The last syllable of Hangul may be unfinished, as while it is typed.
    Letters(Vec<u8>),
    /// Syllables in a row with these initial consonants: `ㅅㅋ` is 셰키.
    Initials(Vec<u8>),
}

impl Query {
    /// A query as typed.
    pub fn new(text: &str) -> Self {
        let words = fold(text, None)
            .split(|&code| code == BREAK)
            .filter(|word| !word.is_empty())
            .map(|word| {
                if word.iter().copied().all(is_consonant) {
                    Word::Initials(word.to_vec())
                } else {
                    Word::Letters(word.to_vec())
                }
            })
            .collect();
        Self { words }
    }

    /// Whether nothing is searched for, which every text has.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether a text has every word.
    pub fn is_in(&self, text: &Folded) -> bool {
        self.words
            .iter()
            .all(|word| word.find(&text.0, 0).is_some())
    }

    /// Where the words are in a text, in bytes: in order, apart from one another, on the bounds of
    /// characters. Words that the text does not have leave the others marked, since a text is often one
    /// of several of an event. A single letter is marked where a word begins with it: it is everywhere.
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        let mut spans = Vec::new();
        let codes = fold(text, Some(&mut spans));
        let mut marks: Vec<Range<usize>> = Vec::new();
        for word in &self.words {
            let mut from = 0;
            while let Some(found) = word.find(&codes, from) {
                let begins = found.start == 0 || codes[found.start - 1] == BREAK;
                if begins || !word.is_letter() {
                    marks.push(spans[found.start].start..spans[found.end - 1].end);
                }
                from = found.end;
            }
        }
        marks.sort_unstable_by_key(|mark| mark.start);
        marks.dedup_by(|next, mark| {
            let meet = next.start <= mark.end;
            if meet {
                mark.end = mark.end.max(next.end);
            }
            meet
        });
        marks
    }
}

impl Word {
    fn is_letter(&self) -> bool {
        let (Self::Letters(codes) | Self::Initials(codes)) = self;
        codes.len() == 1
    }

    /// The first place of the word among codes, from one on.
    fn find(&self, codes: &[u8], from: usize) -> Option<Range<usize>> {
        (from..codes.len()).find_map(|start| {
            let end = match self {
                Self::Letters(letters) => after_letters(letters, codes, start),
                Self::Initials(initials) => after_initials(initials, codes, start),
            };
            Some(start..end?)
        })
    }
}

/// Where the letters end, if they stand there.
fn after_letters(letters: &[u8], codes: &[u8], start: usize) -> Option<usize> {
    let end = start + letters.len();
    let there = codes.get(start..end)?;
    let same = letters.iter().zip(there).all(|(&a, &b)| is_same(a, b));
    same.then_some(end)
}

/// Where the syllables end that begin with the consonants, if they stand there.
fn after_initials(initials: &[u8], codes: &[u8], start: usize) -> Option<usize> {
    let is_initial = |at: usize| {
        codes.get(at).copied().is_some_and(is_consonant)
            && codes.get(at + 1).copied().is_some_and(is_vowel)
    };
    let is_key = |at: usize| {
        let code = codes.get(at).copied();
        code.is_some_and(|code| is_consonant(code) || is_vowel(code))
    };
    let mut at = start;
    for &initial in initials {
        if codes.get(at) != Some(&initial) || !is_initial(at) {
            return None;
        }
        at += 1;
        while is_key(at) && !is_initial(at) {
            at += 1;
        }
    }
    Some(at)
}

/// Whether two letters are the same: `ə` is also `e` or `a`, as it is written without it.
fn is_same(a: u8, b: u8) -> bool {
    a == b || (a == SCHWA && matches!(b, b'a' | b'e')) || (b == SCHWA && matches!(a, b'a' | b'e'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn is_in(query: &str, text: &str) -> bool {
        Query::new(query).is_in(&Folded::new(&[text]))
    }

    fn marked(query: &str, text: &str) -> String {
        let mut marked = text.to_owned();
        for mark in Query::new(query).marks(text).into_iter().rev() {
            marked.insert(mark.end, ']');
            marked.insert(mark.start, '[');
        }
        marked
    }

    #[test]
    fn a_name_is_found_however_it_is_spelt() {
        for query in [
            "Şəki", "sheki", "seki", "SEKI", "shaki", "şeki", "ŞƏKİ", "şek",
        ] {
            assert!(is_in(query, "in Şəki, 2025"), "{query}");
        }
        for query in ["Gəncə", "ganja", "gence", "GANJA", "genc"] {
            assert!(is_in(query, "Gəncə şəhəri"), "{query}");
        }
        assert!(is_in("Gəncə", "the city of Ganja"));
        assert!(is_in("əliyev", "Ilham Aliyev"));
        assert!(is_in("aliyev", "İlham Əliyev"));
        assert!(is_in("xankendi", "Khankendi") && is_in("khankəndi", "Xankəndi"));
    }

    #[test]
    fn what_is_another_name_is_not_found() {
        assert!(!is_in("Baku", "Bakı"));
        assert!(!is_in("war", "power")); // `a` is not `e`
        assert!(!is_in("gence", "Ganja"));
        assert!(!is_in("서울", "세종"));
    }

    #[test]
    fn every_word_must_be_there_in_any_order() {
        assert!(is_in("korea baku", "From Baku to South Korea"));
        assert!(!is_in("korea ganja", "From Baku to South Korea"));
        assert!(is_in("  ", "anything") && is_in("", ""));
        assert!(Query::new(" - ").is_empty());
        assert!(!is_in("a", ""));
        assert!(is_in("azerbaijan–korea", "Korea and Azerbaijan"));
    }

    #[test]
    fn hangul_is_found_by_syllables_the_last_of_which_may_be_unfinished() {
        for (query, text) in [
            ("서울", "서울에서"),
            ("서우", "서울"),
            ("서ㅇ", "서울"),
            ("셐", "세키"),
            ("호", "화성"),
            ("아제르바", "주아제르바이잔"),
            ("\u{1109}\u{1165}\u{110B}\u{116E}\u{11AF}", "서울"),
        ] {
            assert!(is_in(query, text), "{query} in {text}");
        }
        assert!(!is_in("서울", "서우"));
        assert!(!is_in("달가", "닭아"));
    }

    #[test]
    fn a_single_letter_is_marked_where_a_word_begins() {
        assert_eq!(marked("s", "Silk is seen"), "[S]ilk is [s]een");
        assert_eq!(marked("ㅂ", "바쿠는 도시"), "[바]쿠는 도시");
        assert_eq!(marked("ㅅ", "바쿠는 도시"), "바쿠는 도시");
        assert_eq!(marked("is", "Silk is"), "Silk [is]");
    }

    #[test]
    fn consonants_alone_are_the_beginnings_of_syllables() {
        for (query, text) in [
            ("ㅅㅋ", "셰키"),
            ("ㅅㅇ", "서울"),
            ("ㄳ", "가스"), // as a keyboard joins them
            ("ㅇㅈㄹㅂㅇㅈ", "주아제르바이잔 대사"),
            ("ㅎ", "한국"),
        ] {
            assert!(is_in(query, text), "{query} in {text}");
        }
        assert!(!is_in("ㅅㄹ", "서울")); // ㄹ closes the syllable
        assert!(!is_in("ㅎㄷ", "한국 대사")); // not in a row
        assert!(!is_in("ㅋ", "Baku"));
    }

    #[test]
    fn marks_are_whole_characters_of_the_original() {
        for (query, text, words) in [
            ("sheki", "Şəki və Sheki", "[Şəki] və [Sheki]"),
            ("s", "Sheki", "[Sh]eki"),
            ("ganja", "«Gəncə»", "«[Gəncə]»"),
            ("seki", "S\u{327}əki!", "[S\u{327}əki]!"),
            ("서우", "서울에서", "[서울]에서"),
            ("ㅅㅇ", "서울과 수원", "[서울]과 [수원]"),
            ("korea south", "South Korea", "[South] [Korea]"),
            ("kore orea", "Korea", "[Korea]"),
            ("x", "Khan 한", "[Kh]an 한"),
            ("нет", "да", "да"),
            ("да", "да", "[да]"),
        ] {
            assert_eq!(marked(query, text), words, "{query}");
        }
    }

    const TEXT: &str = "[a-cA-Cegh jkqsxəƏşŞıİçğü\u{327}’ 가-힣ㄱ-ㅣд日😀]{0,24}";

    proptest! {
        #[test]
        fn any_text_finds_itself(text in TEXT) {
            let query = Query::new(&text);
            let initials = query.words.iter().any(|word| matches!(word, Word::Initials(_)));
            prop_assert!(initials || query.is_in(&Folded::new(&[&text])));
        }

        #[test]
        fn what_is_marked_is_found_and_nothing_else(query in TEXT, text in TEXT) {
            let query = Query::new(&query);
            let marks = query.marks(&text);
            let is_word = |word: &Word| !word.is_letter();
            if query.words.iter().any(is_word) && query.is_in(&Folded::new(&[&text])) {
                prop_assert!(!marks.is_empty());
            }
            let mut last = None;
            for mark in marks {
                prop_assert!(last < Some(mark.start), "in order and apart");
                last = Some(mark.end);
                let marked = Folded::new(&[&text[mark.clone()]]); // on bounds of characters
                let word_is_in = |word: &Word| word.find(&marked.0, 0).is_some();
                prop_assert!(query.words.iter().any(word_is_in), "{:?}", &text[mark]);
            }
        }

        #[test]
        fn case_does_not_count(text in "[a-zşçğöüəA-ZŞÇĞÖÜƏ ]{0,16}") {
            prop_assert_eq!(Folded::new(&[&text.to_lowercase()]), Folded::new(&[&text.to_uppercase()]));
        }
    }
}
