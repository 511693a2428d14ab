//! Ids: declared once, and named from elsewhere in the file.

use super::{Format, is_slug, text_of};
use crate::story::cursor::Cursor;
use crate::story::json::Json;
use crate::story::words::one_of;

/// The id of a place.
pub(in crate::story) const PLACE: usize = 0;
/// The id of a topic.
pub(in crate::story) const TOPIC: usize = 1;
/// The id of a source.
pub(in crate::story) const SOURCE: usize = 2;
/// The id of an event.
pub(in crate::story) const EVENT: usize = 3;

/// The id that a record of the kind gives itself.
pub(in crate::story) struct NewId<const KIND: usize>;

/// The id of a record of the kind, which stands elsewhere in the file.
pub(in crate::story) struct IdOf<const KIND: usize>;

const SLUG: &str = "an id of a-z, 0-9 and -";
const ONCE: &str = "an id used once";
const ONE_OF: [&str; 4] = [
    "one of the places",
    "one of the topics",
    "one of the sources",
    "one of the events",
];

impl<const KIND: usize> Format for NewId<KIND> {
    type Out = String;

    fn expected() -> String {
        SLUG.to_owned()
    }

    fn read(json: Json<'_>, at: &mut Cursor) -> Option<String> {
        let id = text_of(json, SLUG, is_slug, at)?;
        if at.declare(KIND, &id) {
            return Some(id);
        }
        at.fault_found(ONCE.to_owned(), format!("\"{id}\" again"));
        None
    }
}

impl<const KIND: usize> Format for IdOf<KIND> {
    type Out = String;

    fn expected() -> String {
        SLUG.to_owned()
    }

    fn read(json: Json<'_>, at: &mut Cursor) -> Option<String> {
        let id = text_of(json, SLUG, is_slug, at)?;
        let declared = at.declared(KIND);
        if declared.contains(&id) {
            return Some(id);
        }
        let expected = one_of(ONE_OF[KIND], declared.iter().map(String::as_str));
        at.fault_found(expected, format!("\"{id}\""));
        None
    }
}

#[cfg(feature = "schema")]
mod schema {
    use super::{IdOf, NewId};
    use crate::story::schema::definition;

    definition!([const KIND: usize] NewId<KIND> as "Id",
        "An id, used once: lowercase letters, digits and hyphens. It stands in links, so keep it.",
        |_| { "type": "string", "pattern": "^[a-z0-9-]+$" });
    definition!([const KIND: usize] IdOf<KIND> as "IdOf",
        "The id of a place, topic or source that the story declares.",
        |_| { "type": "string", "pattern": "^[a-z0-9-]+$" });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_declared_once_and_then_known() {
        let mut at = Cursor::default();
        assert!(IdOf::<PLACE>::read(Json::Text("baku".into()), &mut at).is_none());
        assert!(NewId::<PLACE>::read(Json::Text("baku".into()), &mut at).is_some());
        assert!(NewId::<PLACE>::read(Json::Text("baku".into()), &mut at).is_none());
        assert!(NewId::<TOPIC>::read(Json::Text("baku".into()), &mut at).is_some());
        assert!(IdOf::<PLACE>::read(Json::Text("baku".into()), &mut at).is_some());
        assert!(IdOf::<PLACE>::read(Json::Text("seoul".into()), &mut at).is_none());
        let told: Vec<_> = at.faults.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "expected one of the places, found \"baku\"",
                "expected an id used once, found \"baku\" again",
                "expected one of the places baku, found \"seoul\"",
            ]
        );
    }
}
