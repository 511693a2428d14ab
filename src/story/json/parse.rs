//! Parse: JSON text to values, or where and why it is none.

mod text;

use super::Json;
use std::mem;

/// Why a text is not JSON.
#[derive(Debug, PartialEq)]
pub(in crate::story) struct NotJson {
    /// How many bytes of the text are sound.
    pub(in crate::story) at: usize,
    /// What could have stood there.
    pub(in crate::story) expected: &'static str,
}

/// Objects and lists inside one another: more than any story has, and few enough for any stack.
const DEEPEST: usize = 64;

/// The value that a text holds. If it is an object, the items of the list in its field `kept` are found
/// sound and left as text.
pub(in crate::story) fn parse<'a>(
    text: &'a str,
    kept: Option<&'static str>,
) -> Result<Json<'a>, NotJson> {
    let parser = Parser {
        text,
        at: 0,
        depth: 0,
        kept,
        keeps: false,
    };
    parser.document()
}

/// `at` is the next byte and always between two characters.
struct Parser<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    kept: Option<&'static str>,
    /// The next list is the one whose items stay text.
    keeps: bool,
}

impl<'a> Parser<'a> {
    fn document(mut self) -> Result<Json<'a>, NotJson> {
        let value = self.value()?;
        match self.peek() {
            None => Ok(value),
            Some(_) => self.fail("the end of the file"),
        }
    }

    /// A value and the space round it.
    fn value(&mut self) -> Result<Json<'a>, NotJson> {
        self.skip_space();
        let value = match self.peek() {
            Some(b'{') => self.nested(Self::object)?,
            Some(b'[') => self.nested(Self::list)?,
            Some(b'"') => Json::Text(self.string()?),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            _ if self.eats("null") => Json::Null,
            _ if self.eats("true") => Json::Bool(true),
            _ if self.eats("false") => Json::Bool(false),
            _ => return self.fail("a value"),
        };
        self.skip_space();
        Ok(value)
    }

    fn nested(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<Json<'a>, NotJson>,
    ) -> Result<Json<'a>, NotJson> {
        if self.depth == DEEPEST {
            return self.fail("no more lists and objects inside one another");
        }
        self.depth += 1;
        self.at += 1; // the bracket that was seen
        self.skip_space();
        let value = read(self)?;
        self.depth -= 1;
        Ok(value)
    }

    fn object(&mut self) -> Result<Json<'a>, NotJson> {
        let mut fields = Vec::new();
        if self.eats("}") {
            return Ok(Json::Object(fields));
        }
        loop {
            self.skip_space();
            if self.peek() != Some(b'"') {
                return self.fail("a name in quotation marks");
            }
            let name = self.string()?;
            self.skip_space();
            if !self.eats(":") {
                return self.fail("a colon");
            }
            self.keeps = self.depth == 1 && self.kept.is_some_and(|kept| kept == name);
            fields.push((name, self.value()?));
            if self.eats("}") {
                return Ok(Json::Object(fields));
            }
            if !self.eats(",") {
                return self.fail("a comma or }");
            }
        }
    }

    fn list(&mut self) -> Result<Json<'a>, NotJson> {
        let keeps = mem::take(&mut self.keeps);
        let mut items = Vec::new();
        if self.eats("]") {
            return Ok(Json::List(items));
        }
        loop {
            let start = self.at;
            let mut item = self.value()?;
            if keeps {
                item = Json::Unread(&self.text[start..self.at]);
            }
            items.push(item);
            if self.eats("]") {
                return Ok(Json::List(items));
            }
            if !self.eats(",") {
                return self.fail("a comma or ]");
            }
        }
    }

    fn number(&mut self) -> Result<Json<'a>, NotJson> {
        let start = self.at;
        self.eats("-");
        // A zero stands alone; "01" then fails where its value should end.
        if !self.eats("0") {
            self.digits()?;
        }
        if self.eats(".") {
            self.digits()?;
        }
        if self.eats("e") || self.eats("E") {
            let _sign = self.eats("+") || self.eats("-");
            self.digits()?;
        }
        Ok(Json::Number(&self.text[start..self.at]))
    }

    fn digits(&mut self) -> Result<(), NotJson> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        if self.at == start {
            return self.fail("a digit");
        }
        Ok(())
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn eats(&mut self, piece: &str) -> bool {
        let is_next = self.text.as_bytes()[self.at..].starts_with(piece.as_bytes());
        if is_next {
            self.at += piece.len();
        }
        is_next
    }

    fn skip_space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
    }

    fn fail<T>(&self, expected: &'static str) -> Result<T, NotJson> {
        Err(NotJson {
            at: self.at,
            expected,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_named_with_its_place() {
        for (text, at, expected) in [
            ("", 0, "a value"),
            ("nul", 0, "a value"),
            ("[1, 2", 5, "a comma or ]"),
            ("[1,]", 3, "a value"),
            ("{\"a\" 1}", 5, "a colon"),
            ("{\"a\": 1,}", 8, "a name in quotation marks"),
            ("{a: 1}", 1, "a name in quotation marks"),
            ("{\"a\": 1 \"b\": 2}", 8, "a comma or }"),
            ("01", 1, "the end of the file"),
            ("-", 1, "a digit"),
            ("1.", 2, "a digit"),
            ("1e+", 3, "a digit"),
            ("\"a\nb\"", 2, "a closing quotation mark"),
            (r#""\x""#, 2, "one of \" \\ / b f n r t u after a backslash"),
            (r#""\ə""#, 2, "one of \" \\ / b f n r t u after a backslash"),
            (r#""\u12g4""#, 5, "four digits of 0-9 and a-f"),
            (r#""\ud83c""#, 7, "both halves of a character"),
            (r#""\udf0d""#, 7, "both halves of a character"),
            (r#""\ud83c\u0041""#, 13, "both halves of a character"),
            ("{} {}", 3, "the end of the file"),
        ] {
            assert_eq!(parse(text, None), Err(NotJson { at, expected }), "{text}");
        }
    }

    #[test]
    fn a_character_may_be_written_as_its_halves() {
        let json = parse(r#""\ud83c\uDF0D \u00e9\n""#, None).unwrap();
        assert_eq!(json.text(), Some("🌍 é\n"));
    }

    #[test]
    fn a_text_that_goes_too_deep_is_refused_before_the_stack_is_full() {
        let nested = |depth| "[".repeat(depth) + &"]".repeat(depth);
        assert!(parse(&nested(DEEPEST), None).is_ok());
        assert_eq!(parse(&nested(100_000), None).unwrap_err().at, DEEPEST);
    }

    #[test]
    fn the_items_of_the_kept_list_stay_text_until_they_are_read() {
        let text = r#"{"features": [{"id": [1]}], "story": {"features": [2]}}"#;
        let json = parse(text, Some("features")).unwrap();
        let features = json.field("features").unwrap();
        assert_eq!(features.list(), Some(&[Json::Unread(r#"{"id": [1]}"#)][..]));
        let feature = features.list().unwrap()[0].clone().read();
        assert_eq!(
            feature,
            Json::Object(vec![("id".into(), Json::List(vec![Json::Number("1")]))])
        );
        let other = json.field("story").unwrap().field("features").unwrap();
        assert_eq!(other.list(), Some(&[Json::Number("2")][..]));
    }
}
