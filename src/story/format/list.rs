//! Lists: of anything, and the few that do more than hold their items.

use super::Format;
use crate::story::cursor::Cursor;
use crate::story::event::Event;
use crate::story::lang::Lang;
use serde_json::Value;
use std::marker::PhantomData;

/// A list. A faulty item is left out of it.
pub(in crate::story) struct List<F>(PhantomData<F>);

/// A list with at least one item.
pub(in crate::story) struct NonEmptyList<F>(PhantomData<F>);

/// The list of languages, which every text read afterwards must have.
pub(in crate::story) struct Languages;

/// The list of events, whose faults are named by feature.
pub(in crate::story) struct Features;

/// A value that the file may give as null.
pub(in crate::story) struct Nullable<F>(PhantomData<F>);

const LIST: &str = "a list";
const FULL_LIST: &str = "a list that is not empty";

impl<F: Format> Format for List<F> {
    type Out = Vec<F::Out>;

    fn expected() -> String {
        LIST.to_owned()
    }

    fn read(json: Value, at: &mut Cursor) -> Option<Self::Out> {
        let items = items(json, LIST, at)?.into_iter().enumerate();
        let read = items.filter_map(|(index, item)| at.item(index, |at| F::read(item, at)));
        Some(read.collect())
    }
}

impl<F: Format> Format for NonEmptyList<F> {
    type Out = Vec<F::Out>;

    fn expected() -> String {
        FULL_LIST.to_owned()
    }

    fn read(json: Value, at: &mut Cursor) -> Option<Self::Out> {
        if json.as_array().is_none_or(Vec::is_empty) {
            at.fault(FULL_LIST, &json);
            return None;
        }
        List::<F>::read(json, at)
    }
}

impl Format for Languages {
    type Out = Vec<Lang>;

    fn expected() -> String {
        FULL_LIST.to_owned()
    }

    fn read(json: Value, at: &mut Cursor) -> Option<Vec<Lang>> {
        let languages = NonEmptyList::<Lang>::read(json, at)?;
        at.languages.clone_from(&languages);
        Some(languages)
    }
}

impl Format for Features {
    type Out = Vec<Event>;

    fn expected() -> String {
        LIST.to_owned()
    }

    fn read(json: Value, at: &mut Cursor) -> Option<Vec<Event>> {
        let items = items(json, LIST, at)?.into_iter().enumerate();
        let read = items.filter_map(|(index, feature)| {
            let name = match feature.get("id").and_then(Value::as_str) {
                Some(id) if !id.is_empty() => id.to_owned(),
                _ => format!("#{}", index + 1),
            };
            at.feature(name, |at| Event::read(feature, at))
        });
        Some(read.collect())
    }
}

impl<F: Format> Format for Nullable<F> {
    type Out = Option<F::Out>;

    fn expected() -> String {
        F::expected() + " or null"
    }

    fn read(json: Value, at: &mut Cursor) -> Option<Self::Out> {
        match json {
            Value::Null => Some(None),
            other => F::read(other, at).map(Some),
        }
    }
}

fn items(json: Value, expected: &str, at: &mut Cursor) -> Option<Vec<Value>> {
    match json {
        Value::Array(items) => Some(items),
        other => {
            at.fault(expected, &other);
            None
        }
    }
}

#[cfg(feature = "schema")]
mod schema {
    use super::{Event, Features, Lang, Languages, List, NonEmptyList, Nullable};
    use crate::story::schema::anonymous;

    anonymous!([F: schemars::JsonSchema] List<F>, |generator| {
        "type": "array", "items": generator.subschema_for::<F>()
    });
    anonymous!([F: schemars::JsonSchema] NonEmptyList<F>, |generator| {
        "type": "array", "items": generator.subschema_for::<F>(), "minItems": 1
    });
    anonymous!([] Languages, |generator| {
        "type": "array", "items": generator.subschema_for::<Lang>(), "minItems": 1
    });
    anonymous!([] Features, |generator| {
        "type": "array", "items": generator.subschema_for::<Event>()
    });
    anonymous!([F: schemars::JsonSchema] Nullable<F>, |generator| {
        "anyOf": [generator.subschema_for::<F>(), { "type": "null" }]
    });
}
