//! Unpacker: takes values off the front of a packed story.
//!
//! The first thing wrong ends the bytes, and from then on everything is 0. So no value needs an error
//! of its own, which would make the program larger; whether all was sound is asked once, at the end.

use super::END;

/// The bytes not yet read.
pub(in crate::story) struct Unpacker<'a> {
    rest: &'a [u8],
    texts: Vec<&'a str>,
    /// How many of the texts were used so far.
    used: usize,
    is_sound: bool,
}

impl<'a> Unpacker<'a> {
    pub(super) fn new(rest: &'a [u8]) -> Self {
        Self {
            rest,
            texts: Vec::new(),
            used: 0,
            is_sound: true,
        }
    }

    /// Whether nothing was wrong so far, and nothing is left over.
    pub(super) fn is_sound(&self) -> bool {
        self.is_sound && self.rest.is_empty()
    }

    /// Notes that something is wrong.
    pub(in crate::story) fn fail(&mut self) {
        self.is_sound = false;
        self.rest = &[];
    }

    pub(super) fn take(&mut self, count: usize) -> &'a [u8] {
        if let Some((taken, rest)) = self.rest.split_at_checked(count) {
            self.rest = rest;
            return taken;
        }
        self.fail();
        &[]
    }

    pub(super) fn byte(&mut self) -> u8 {
        self.take(1).first().copied().unwrap_or_default()
    }

    /// LEB128.
    pub(super) fn number(&mut self) -> usize {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.byte();
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return number;
            }
        }
        self.fail();
        0
    }

    /// One of a choice, by its place in it.
    pub(in crate::story) fn one_of<T: Copy>(&mut self, choice: &[T]) -> T {
        let place = usize::from(self.byte());
        choice.get(place).copied().unwrap_or_else(|| {
            self.fail();
            choice[0]
        })
    }

    /// How many items follow. Each takes a byte at least, so no wrong count asks for much memory.
    pub(super) fn count(&mut self) -> usize {
        let count = self.number();
        if count > self.rest.len() {
            self.fail();
            return 0;
        }
        count
    }

    /// Reads the texts, which the values after them name by number.
    pub(super) fn read_texts(&mut self) {
        let length = self.number();
        for text in self.take(length).split_inclusive(|&byte| byte == END) {
            match text.split_last().map(|(_, text)| str::from_utf8(text)) {
                Some(Ok(text)) => self.texts.push(text),
                _ => self.fail(),
            }
        }
    }

    pub(super) fn text(&mut self) -> &'a str {
        let number = self.number();
        let place = number.checked_sub(1).unwrap_or_else(|| {
            self.used += 1;
            self.used - 1
        });
        if let Some(text) = self.texts.get(place) {
            return text;
        }
        self.fail();
        ""
    }
}
