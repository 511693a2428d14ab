//! Countries: their names, found by their codes.

mod table;

use table::CODES;
pub(super) use table::{AZ, EN, KO};

/// A country's name from a language's list, where the table has its ISO 3166-1 code.
pub(super) fn name(names: &'static str, code: &str) -> Option<&'static str> {
    let mut codes = CODES.as_bytes().chunks(3); // a code and a space
    let at = codes.position(|known| &known[..2] == code.as_bytes())?;
    names.split('\n').nth(at)
}
