//! Lists of anything, and values that may be null.

use super::Format;
use crate::story::cursor::Cursor;
use crate::story::event::Event;
use crate::story::json::Json;
use crate::story::lang::Lang;
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

    fn read(json: Json<'_>, at: &mut Cursor) -> Option<Self::Out> {
        let mut list = Vec::new();
        each(json, at, &mut |index, item, at| {
            list.extend(at.item(index, |at| F::read(item, at)));
        })?;
        Some(list)
    }
}

impl<F: Format> Format for NonEmptyList<F> {
    type Out = Vec<F::Out>;

    fn expected() -> String {
        FULL_LIST.to_owned()
    }

    fn read(json: Json<'_>, at: &mut Cursor) -> Option<Self::Out> {
        if json.list().is_none_or(<[Json]>::is_empty) {
            return at.fault(FULL_LIST, &json);
        }
        List::<F>::read(json, at)
    }
}

impl Format for Languages {
    type Out = Vec<Lang>;

    fn expected() -> String {
        FULL_LIST.to_owned()
    }

    fn read(json: Json<'_>, at: &mut Cursor) -> Option<Vec<Lang>> {
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

    fn read(json: Json<'_>, at: &mut Cursor) -> Option<Vec<Event>> {
        let mut events = Vec::new();
        each(json, at, &mut |index, feature, at| {
            let feature = feature.read();
            let name = match feature.field("id").and_then(Json::text) {
                Some(id) if !id.is_empty() => id.to_owned(),
                _ => format!("#{}", index + 1),
            };
            events.extend(at.feature(name, |at| Event::read(feature, at)));
        })?;
        Some(events)
    }
}

impl<F: Format> Format for Nullable<F> {
    type Out = Option<F::Out>;

    fn expected() -> String {
        F::expected() + " or null"
    }

    fn read(json: Json<'_>, at: &mut Cursor) -> Option<Self::Out> {
        match json {
            Json::Null => Some(None),
            other => F::read(other, at).map(Some),
        }
    }
}

/// Takes each item of a list. One function for all kinds of items, and so one copy of it in the page.
fn each(
    json: Json<'_>,
    at: &mut Cursor,
    take: &mut dyn FnMut(usize, Json<'_>, &mut Cursor),
) -> Option<()> {
    let Json::List(items) = json else {
        return at.fault(LIST, &json);
    };
    for (index, item) in items.into_iter().enumerate() {
        take(index, item, at);
    }
    Some(())
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
