//! Edtf: a date as the file writes it.

use super::Format;
use crate::story::cursor::Cursor;
use crate::story::date::Date;
use serde_json::Value;

/// A date in EDTF (ISO 8601-2), level 1 or a one-of set: 2004-06, 199X, 1984?, 2018/.., [2006,2007].
pub(in crate::story) struct Edtf;

const EXPECTED: &str = "a date such as 2004-06-11, 2004-06, 199X, 2004?, 2018/..";

impl Format for Edtf {
    type Out = Date;

    fn expected() -> String {
        EXPECTED.to_owned()
    }

    fn read(json: Value, at: &mut Cursor) -> Option<Date> {
        let Value::String(text) = &json else {
            at.fault(EXPECTED, &json);
            return None;
        };
        match text.parse::<Date>() {
            Ok(date) => Some(date),
            Err(error) => {
                let expected = format!(
                    "{} at character {} of the date",
                    error.expected, error.position
                );
                at.fault(expected, &json);
                None
            }
        }
    }
}

#[cfg(feature = "schema")]
crate::story::schema::definition!(
    Edtf,
    "A date in EDTF (ISO 8601-2), level 1 or a one-of set: 2004-06, 199X, 1984?, 2018/.., [2006,2007].",
    |_| { "type": "string", "pattern": r"^[-0-9XY?~%/.,\[\]]+$" }
);
