//! Text: what stands between quotation marks.

use super::{NotJson, Parser};
use std::borrow::Cow;

impl<'a> Parser<'a> {
    /// A text in quotation marks: borrowed, unless it has something to replace.
    pub(super) fn string(&mut self) -> Result<Cow<'a, str>, NotJson> {
        self.at += 1; // the mark that was seen
        let mut replaced = String::new();
        loop {
            let plain = self.plain();
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    if replaced.is_empty() {
                        return Ok(Cow::Borrowed(plain));
                    }
                    replaced.push_str(plain);
                    return Ok(Cow::Owned(replaced));
                }
                Some(b'\\') => {
                    self.at += 1;
                    replaced.push_str(plain);
                    replaced.push(self.escaped()?);
                }
                _ => return self.fail("a closing quotation mark"),
            }
        }
    }

    /// What of a text stands for itself.
    fn plain(&mut self) -> &'a str {
        let rest = &self.text.as_bytes()[self.at..];
        let ends = |&byte: &u8| matches!(byte, b'"' | b'\\' | 0..0x20);
        let length = rest.iter().position(ends).unwrap_or(rest.len());
        let start = self.at;
        self.at += length;
        &self.text[start..self.at]
    }

    /// The character that is written after a backslash.
    fn escaped(&mut self) -> Result<char, NotJson> {
        let start = self.at;
        let next = self.peek();
        self.at += usize::from(next.is_some_and(|byte| byte.is_ascii()));
        Ok(match next {
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.code_point(),
            _ => {
                self.at = start;
                return self.fail("one of \" \\ / b f n r t u after a backslash");
            }
        })
    }

    /// `00e9`, or two of them for a character beyond the first 65,536.
    fn code_point(&mut self) -> Result<char, NotJson> {
        const HALF: &str = "both halves of a character";
        let first = self.four_digits()?;
        let code = match first {
            0xd800..0xdc00 if self.eats("\\u") => match self.four_digits()? {
                second @ 0xdc00..0xe000 => 0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00),
                _ => return self.fail(HALF),
            },
            _ => first,
        };
        char::from_u32(code).map_or_else(|| self.fail(HALF), Ok)
    }

    fn four_digits(&mut self) -> Result<u32, NotJson> {
        let mut code = 0;
        for _ in 0..4 {
            let digit = self.peek().and_then(|byte| char::from(byte).to_digit(16));
            let Some(digit) = digit else {
                return self.fail("four digits of 0-9 and a-f");
            };
            code = code * 16 + digit;
            self.at += 1;
        }
        Ok(code)
    }
}
