//! Read: the text of a story file to a story and its faults.

use super::Story;
use super::cursor::Cursor;
use super::fault::Fault;
use super::format::Format;
use super::json::{self, NotJson};

/// What came of reading a story file.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The story; `None` when nothing can be shown: the text is not JSON, or has no list of features.
    pub story: Option<Story>,
    /// Everything that is wrong with the file; empty when it is sound.
    pub faults: Vec<Fault>,
}

/// Reads a story file: all that is sound, and every fault at once.
///
/// What cannot be read is left out, and no more than that: an item from its list, an optional field from
/// its record, a record only when it makes no sense without the field (`essential` in its declaration).
/// A text that lacks a language, a title that is too long and an unknown field are faults that leave
/// nothing out.
pub fn read(text: &str) -> Reading {
    let mut at = Cursor::default();
    // Some editors mark a file as Unicode in front of its first character, where JSON allows nothing.
    let text = text.trim_start_matches('\u{feff}');
    let story = match json::parse(text, Some("features")) {
        Ok(json) => Story::read(json, &mut at),
        Err(error) => {
            at.faults.push(not_json(text, &error));
            None
        }
    };
    Reading {
        story,
        faults: at.faults,
    }
}

/// The one fault of a text that is not JSON.
fn not_json(text: &str, error: &NotJson) -> Fault {
    let (before, rest) = text.split_at(error.at);
    let line = before.matches('\n').count() + 1;
    let column = before
        .chars()
        .rev()
        .take_while(|&char| char != '\n')
        .count()
        + 1;
    Fault {
        feature: None,
        field: format!("line {line}, column {column}"),
        expected: error.expected.to_owned(),
        found: match rest.chars().next() {
            Some('\n' | '\r') => "the end of the line".to_owned(),
            Some(char) => format!("\"{char}\""),
            None => "the end of the file".to_owned(),
        },
    }
}
