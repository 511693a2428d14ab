//! Packer: the bytes of a story while they are written.

use std::collections::HashMap;

use super::END;
use crate::story::lang::Lang;

/// What is written so far.
pub(in crate::story) struct Packer {
    /// The language whose texts are kept.
    pub(super) lang: Lang,
    /// The story's languages, from which a missing text is taken.
    pub(super) languages: Vec<Lang>,
    body: Vec<u8>,
    /// Each text, in the order of first use, and after each its end.
    texts: Vec<u8>,
    numbers: HashMap<String, usize>,
}

impl Packer {
    pub(super) fn new(lang: Lang, languages: &[Lang]) -> Self {
        Self {
            lang,
            languages: languages.to_vec(),
            body: Vec::new(),
            texts: Vec::new(),
            numbers: HashMap::new(),
        }
    }

    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        self.body.extend_from_slice(bytes);
    }

    pub(in crate::story) fn number(&mut self, number: usize) {
        push(&mut self.body, number);
    }

    pub(super) fn text(&mut self, text: &str) {
        if let Some(&number) = self.numbers.get(text) {
            return self.number(number);
        }
        self.numbers.insert(text.to_owned(), self.numbers.len() + 1);
        self.texts.extend_from_slice(text.as_bytes());
        self.texts.push(END);
        self.number(0);
    }

    /// Everything, with the language, which was written first, before the texts.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        let (lang, story) = self.body.split_at(1);
        let mut bytes = lang.to_vec();
        push(&mut bytes, self.texts.len());
        [&bytes, self.texts.as_slice(), story].concat()
    }
}

/// LEB128.
fn push(bytes: &mut Vec<u8>, mut number: usize) {
    loop {
        let low = number.to_le_bytes()[0];
        number >>= 7;
        if number == 0 {
            return bytes.push(low);
        }
        bytes.push(low | 0x80);
    }
}
