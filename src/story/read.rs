//! Read: the text of a story file to a story and its faults.

use super::Story;
use super::cursor::Cursor;
use super::fault::Fault;
use super::format::Format;

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
    let story = match serde_json::from_str(text.trim_start_matches('\u{feff}')) {
        Ok(json) => Story::read(json, &mut at),
        Err(error) => {
            at.faults.push(not_json(&error));
            None
        }
    };
    Reading {
        story,
        faults: at.faults,
    }
}

fn not_json(error: &serde_json::Error) -> Fault {
    let place = format!("line {}, column {}", error.line(), error.column());
    let told = error.to_string();
    // The message ends with the place in other words.
    let found = told
        .rsplit_once(" at line ")
        .map_or(told.as_str(), |(found, _)| found);
    Fault {
        feature: None,
        field: place,
        expected: "JSON".to_owned(),
        found: found.to_owned(),
    }
}
