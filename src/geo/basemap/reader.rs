//! Reader: takes numbers off the front of a byte slice, and says where it stopped when they end.

use super::decode::DecodeError;
use super::format::LONG_STEP;

/// The bytes not yet read, and how many were.
pub(super) struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.at == self.bytes.len()
    }

    /// The bytes not yet read.
    pub(super) fn rest(&self) -> &'a [u8] {
        &self.bytes[self.at..]
    }

    /// The error of finding `what` at the place reached so far.
    pub(super) fn malformed(&self, what: &'static str) -> DecodeError {
        DecodeError::Malformed { what, at: self.at }
    }

    pub(super) fn take(&mut self, count: usize) -> Result<&'a [u8], DecodeError> {
        let taken = self.bytes[self.at..]
            .get(..count)
            .ok_or_else(|| self.malformed("the end, too early"))?;
        self.at += count;
        Ok(taken)
    }

    pub(super) fn byte(&mut self) -> Result<u8, DecodeError> {
        Ok(self.take(1)?[0])
    }

    pub(super) fn pair(&mut self) -> Result<[u8; 2], DecodeError> {
        Ok([self.byte()?, self.byte()?])
    }

    /// LEB128.
    pub(super) fn number(&mut self) -> Result<u32, DecodeError> {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(self.malformed("a number of more than five bytes"))
    }

    /// Zigzag LEB128.
    pub(super) fn signed(&mut self) -> Result<i32, DecodeError> {
        self.number().map(unzigzag)
    }

    /// One signed byte, or a longer number after [`LONG_STEP`].
    pub(super) fn step(&mut self) -> Result<i32, DecodeError> {
        match self.byte()?.cast_signed() {
            LONG_STEP => self.signed(),
            short => Ok(i32::from(short)),
        }
    }

    /// How many things follow. Each takes at least one byte, so a count beyond the bytes that are
    /// left is wrong, and no wrong count can ask for much memory.
    pub(super) fn count(&mut self) -> Result<usize, DecodeError> {
        let count = self.number()? as usize;
        if count > self.bytes.len() - self.at {
            return Err(self.malformed("a count beyond the end"));
        }
        Ok(count)
    }

    /// A count, then as many things as it says.
    pub(super) fn list<T>(
        &mut self,
        mut item: impl FnMut(&mut Self) -> Result<T, DecodeError>,
    ) -> Result<Vec<T>, DecodeError> {
        let count = self.count()?;
        // A plain loop: collecting into a Result makes three times the code.
        let mut items = Vec::with_capacity(count);
        for _ in 0..count {
            items.push(item(self)?);
        }
        Ok(items)
    }
}

/// 0, 1, 2, 3 to 0, -1, 1, -2.
pub(super) fn unzigzag(number: u32) -> i32 {
    (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_one_and_more_bytes() {
        let mut reader = Reader::new(&[5, 0x80, 1, 3, 0xff, 0xff, 0xff, 0xff, 0x0f]);
        assert_eq!(reader.number(), Ok(5));
        assert_eq!(reader.number(), Ok(128));
        assert_eq!(reader.signed(), Ok(-2));
        assert_eq!(reader.signed(), Ok(i32::MIN));
        assert!(reader.is_empty());
    }

    #[test]
    fn steps_are_a_byte_or_a_marker_and_a_number() {
        let mut reader = Reader::new(&[0x81, 0x7f, 0x80, 0x80, 2]);
        assert_eq!(reader.step(), Ok(-127));
        assert_eq!(reader.step(), Ok(127));
        assert_eq!(reader.step(), Ok(128));
    }

    #[test]
    fn a_number_without_an_end_is_an_error() {
        let error = Reader::new(&[0xff; 9]).number().unwrap_err();
        assert_eq!(
            error.to_string(),
            "malformed basemap: a number of more than five bytes at byte 5"
        );
    }

    #[test]
    fn a_count_beyond_the_end_is_an_error() {
        assert!(Reader::new(&[2, 0]).count().is_err());
        assert_eq!(Reader::new(&[2, 0, 0]).count(), Ok(2));
    }
}
