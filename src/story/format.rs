//! Format: one way to write a value in the file, and what the value becomes.

mod edtf;
mod id;
mod list;
mod position;
mod text;

use super::cursor::Cursor;
use super::json::Json;

pub(super) use edtf::Edtf;
pub(super) use id::{EVENT, IdOf, NewId, PLACE, SOURCE, TOPIC};
pub(super) use list::{Features, Languages, List, NonEmptyList, Nullable};
pub(super) use position::Position;
pub(super) use text::{Country, LanguageTag, Link, Text, is_slug, text_of};

/// A way to write a value. Its types have no values of their own: they only name the way, so that a
/// field can be declared as "a `String`, written as a `Link`".
pub(super) trait Format {
    /// What the value becomes.
    type Out;

    /// What a fault says could have stood there.
    fn expected() -> String;

    /// The value, or `None` when it can not be used. The reader notes each fault at the cursor.
    fn read(json: Json<'_>, at: &mut Cursor) -> Option<Self::Out>;
}
