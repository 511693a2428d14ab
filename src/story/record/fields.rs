//! Fields: what of an object is not read yet.

use crate::story::cursor::Cursor;
use crate::story::format::Format;
use crate::story::json::Json;
use crate::story::words::one_of;
use std::borrow::Cow;

/// The fields of an object not read yet.
pub(in crate::story) struct Fields<'a> {
    unread: Vec<(Cow<'a, str>, Json<'a>)>,
    /// The object itself is missing: that is one fault, not one for each field.
    is_missing: bool,
}

impl<'a> Fields<'a> {
    /// The fields of a value, which must be an object.
    pub(in crate::story) fn open(json: Json<'a>, at: &mut Cursor) -> Option<Self> {
        match json {
            Json::Object(unread) => Some(Self {
                unread,
                is_missing: false,
            }),
            other => at.fault("an object", &other),
        }
    }

    /// Takes the `type` that GeoJSON gives the object, if it does, and the members that nobody reads.
    pub(in crate::story) fn geojson(
        &mut self,
        tag: &[&str],
        unread: &[&str],
        at: &mut Cursor,
    ) -> Option<()> {
        for name in unread {
            self.take(name);
        }
        let &[tag] = tag else { return Some(()) };
        let found = self.take("type");
        if found.as_ref().and_then(Json::text) == Some(tag) {
            return Some(());
        }
        at.field("type", |at| at.fault(tag, found.as_ref()))
    }

    /// Takes the object in which the file keeps some of the fields. The cursor is already there.
    pub(in crate::story) fn group(&mut self, name: &str, at: &mut Cursor) -> Self {
        let group = match self.take(name) {
            Some(json) => Self::open(json, at),
            None => at.fault("an object", None),
        };
        group.unwrap_or(Self {
            unread: Vec::new(),
            is_missing: true,
        })
    }

    /// A field without which the record is left out.
    pub(in crate::story) fn essential<F: Format, T: From<F::Out>>(
        &mut self,
        name: &'static str,
        at: &mut Cursor,
    ) -> Option<T> {
        let json = self.given(name, F::expected, at)?;
        at.field(name, |at| F::read(json, at)).map(T::from)
    }

    /// A field that is left empty when it is missing, which is a fault, or wrong.
    #[allow(clippy::unnecessary_wraps, reason = "a record reads its fields alike")]
    pub(in crate::story) fn required<F: Format, T: From<F::Out> + Default>(
        &mut self,
        name: &'static str,
        at: &mut Cursor,
    ) -> Option<T> {
        Some(self.essential::<F, T>(name, at).unwrap_or_default())
    }

    /// A field that may be missing and is left empty when it is wrong.
    #[allow(clippy::unnecessary_wraps, reason = "a record reads its fields alike")]
    pub(in crate::story) fn optional<F: Format, T: From<F::Out> + Default>(
        &mut self,
        name: &'static str,
        at: &mut Cursor,
    ) -> Option<T> {
        let json = self.take(name);
        let read = json.and_then(|json| at.field(name, |at| F::read(json, at)));
        Some(read.map(T::from).unwrap_or_default())
    }

    /// A field that must be there.
    fn given(
        &mut self,
        name: &'static str,
        expected: fn() -> String,
        at: &mut Cursor,
    ) -> Option<Json<'a>> {
        let json = self.take(name);
        if json.is_none() && !self.is_missing {
            return at.field(name, |at| at.fault(expected(), None));
        }
        json
    }

    /// Notes what is left: fields that the record has not, or has twice.
    pub(in crate::story) fn close(self, names: &[&str], at: &mut Cursor) {
        for (name, _) in self.unread {
            let is_known = names.contains(&name.as_ref());
            let expected = if is_known {
                "each field once".to_owned()
            } else {
                one_of("one of the fields", names.iter().copied())
            };
            at.unknown(&name, expected);
        }
    }

    /// A field as it stands, which from then on counts as read.
    pub(in crate::story) fn take(&mut self, name: &str) -> Option<Json<'a>> {
        let index = self.unread.iter().position(|(key, _)| key == name)?;
        Some(self.unread.remove(index).1)
    }
}
