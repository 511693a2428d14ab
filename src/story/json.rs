//! Json: the values of a JSON text, borrowed from it.
//!
//! The usual library makes the page 20 kB larger, an eighth of all that it may weigh. This reads JSON
//! (RFC 8259) as strictly, which tests hold against that library.

#[cfg(test)]
mod laws;
mod number;
mod parse;

pub(super) use parse::{NotJson, parse};

use std::borrow::Cow;

/// A value as it stands in the text.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Json<'a> {
    Null,
    Bool(bool),
    /// As written: most numbers are never calculated with.
    Number(&'a str),
    Text(Cow<'a, str>),
    List(Vec<Json<'a>>),
    /// In the order of the text; a name may come twice.
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
    /// An item of the list that was to be kept: sound JSON, and still text. A story's features all
    /// together would take several times the memory of the events they become.
    Unread(&'a str),
}

impl Json<'_> {
    /// The value itself, where it is still text.
    pub(super) fn read(self) -> Self {
        match self {
            // Found sound before, so there is no fault to tell.
            Self::Unread(text) => parse(text, None).unwrap_or(Self::Null),
            value => value,
        }
    }

    /// The text, if it is one.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number, if it is one.
    pub(super) fn number(&self) -> Option<f64> {
        match self {
            Self::Number(text) => number::value(text),
            _ => None,
        }
    }

    /// The items, if it is a list.
    pub(super) fn list(&self) -> Option<&[Self]> {
        match self {
            Self::List(items) => Some(items),
            _ => None,
        }
    }

    /// The value of a field, if it is an object that has it.
    pub(super) fn field(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(fields) => fields
                .iter()
                .find_map(|(key, value)| (key == name).then_some(value)),
            _ => None,
        }
    }

    /// The value as a fault shows it: short ones as written, long ones cut.
    pub(super) fn shown(&self) -> String {
        const LONGEST: usize = 60;
        let mut shown = String::new();
        self.show(&mut shown);
        if let Some((cut, _)) = shown.char_indices().nth(LONGEST) {
            shown.truncate(cut);
            shown.push('…');
        }
        shown
    }

    fn show(&self, out: &mut String) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(true) => out.push_str("true"),
            Self::Bool(false) => out.push_str("false"),
            Self::Number(text) | Self::Unread(text) => out.push_str(text),
            Self::Text(text) => {
                out.push('"');
                out.push_str(text);
                out.push('"');
            }
            Self::List(items) if items.is_empty() => out.push_str("an empty list"),
            Self::List(items) => {
                let mut before = "[";
                for item in items {
                    out.push_str(before);
                    item.show(out);
                    before = ", ";
                }
                out.push(']');
            }
            Self::Object(fields) if fields.is_empty() => out.push_str("an empty object"),
            Self::Object(_) => out.push_str("an object"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_shown_in_short() {
        for (text, shown) in [
            ("null", "null"),
            ("[ ]", "an empty list"),
            ("[1.50,-2e3]", "[1.50, -2e3]"),
            (
                r#"[true, {}, {"a": 1}]"#,
                "[true, an empty object, an object]",
            ),
            (r#""\u015e\u0259ki""#, "\"Şəki\""),
        ] {
            assert_eq!(parse(text, None).unwrap().shown(), shown);
        }
        let long = Json::Text("ə".repeat(90).into());
        assert_eq!(long.shown().chars().count(), 61);
    }
}
