//! Edtf: a date as the file writes it.

use super::Format;
use crate::story::cursor::Cursor;
use crate::story::date::Date;
use crate::story::json::Json;

/// A date in EDTF (ISO 8601-2), level 1 or a one-of set: 2004-06, 199X, 1984?, 2018/.., [2006,2007].
pub(in crate::story) struct Edtf;

const EXPECTED: &str = "a date such as 2004-06-11, 2004-06, 199X, 2004?, 2018/..";

impl Format for Edtf {
    type Out = Date;

    fn expected() -> String {
        EXPECTED.to_owned()
    }

    fn read(json: Json<'_>, at: &mut Cursor) -> Option<Date> {
        let Some(text) = json.text() else {
            return at.fault(EXPECTED, &json);
        };
        match text.parse::<Date>() {
            Ok(date) => Some(date),
            Err(error) => {
                let expected = format!(
                    "{} at character {} of the date",
                    error.expected, error.position
                );
                at.fault(expected, &json)
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
