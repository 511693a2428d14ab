//! Scanner: a text taken from the left, one expected piece after the other.

use super::DateError;

/// The text and how far it is read. Everything read is ASCII, so bytes are characters up to there.
pub(super) struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// How many bytes are read.
    pub(super) fn position(&self) -> usize {
        self.at
    }

    /// The next byte, left where it is.
    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Takes the piece if it is next.
    pub(super) fn eats(&mut self, piece: &str) -> bool {
        let is_next = self.text.as_bytes()[self.at..].starts_with(piece.as_bytes());
        if is_next {
            self.at += piece.len();
        }
        is_next
    }

    /// Takes up to so many digits: how many there were, and the number they make. At most nine fit.
    pub(super) fn digits(&mut self, most: usize) -> (usize, i32) {
        let start = self.at;
        let mut number = 0;
        while self.at - start < most
            && let Some(byte @ b'0'..=b'9') = self.peek()
        {
            number = number * 10 + i32::from(byte - b'0');
            self.at += 1;
        }
        (self.at - start, number)
    }

    /// The fault at the next character.
    pub(super) fn error(&self, expected: &'static str) -> DateError {
        self.error_at(self.at, expected)
    }

    /// The fault at a position passed before.
    pub(super) fn error_at(&self, at: usize, expected: &'static str) -> DateError {
        DateError {
            text: self.text.to_owned(),
            position: at + 1,
            expected,
            found: match &self.text[at..] {
                "" => "the end".to_owned(),
                rest => rest.to_owned(),
            },
        }
    }
}
