//! Record: an object with named fields, declared once.

use super::cursor::Cursor;
use super::format::Format;
use super::words::one_of;
use serde_json::{Map, Value};

/// Declares a record: the type, how it is read, and (for the schema) what the file may hold.
///
/// ```text
/// pub struct Place {
///     /// Why the field is there.
///     essential at: LonLat = Position as coordinates,
/// }
/// ```
///
/// That is: the field `at` is kept as a `LonLat`, written in the `Position` format, and called
/// `coordinates` in the file. The first word says what becomes of a record whose field is missing or wrong:
///
/// - `essential`: a fault, and the record is left out, for it can not be shown without;
/// - `required`: a fault, and the field is left empty;
/// - `optional`: may be missing; a wrong value is a fault, and the field is left empty.
///
/// `geojson "Feature" with [bbox]` asks for that `type` and lets the named members pass unread.
/// Fields that the file keeps in an object of their own follow `in`; they are read first, for they
/// declare what the others refer to.
macro_rules! record {
    (
        $(#[doc = $doc:literal])*
        pub struct $name:ident $(geojson $type:literal with [$($unread:ident)*])? {
            $( $(#[doc = $fdoc:literal])*
               $need:ident $field:ident: $kind:ty = $format:ty $(as $json:ident)?, )*
        }
        $(in $group:ident {
            $( $(#[doc = $gdoc:literal])*
               $gneed:ident $gfield:ident: $gkind:ty = $gformat:ty, )*
        })?
    ) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            $( $(#[doc = $fdoc])* pub $field: $kind, )*
            $($( $(#[doc = $gdoc])* pub $gfield: $gkind, )*)?
        }

        impl $crate::story::format::Format for $name {
            type Out = Self;

            fn expected() -> String {
                "an object".to_owned()
            }

            fn read(json: serde_json::Value, at: &mut $crate::story::cursor::Cursor) -> Option<Self> {
                let mut fields = $crate::story::record::Fields::open(json, at)?;
                let of_type = fields.geojson(&[$($type)?], &[$($(stringify!($unread)),*)?], at);
                $(let ($($gfield,)*) = at.field(stringify!($group), |at| {
                    let mut group = fields.group(stringify!($group), at);
                    $(let $gfield = group.$gneed::<$gformat, _>(stringify!($gfield), at);)*
                    group.close(&[$(stringify!($gfield)),*], at);
                    ($($gfield,)*)
                });)?
                $(let $field = fields
                    .$need::<$format, _>($crate::story::record::name!($field $($json)?), at);)*
                fields.close(
                    &[$($crate::story::record::name!($field $($json)?),)* $(stringify!($group))?], at);
                of_type?;
                Some(Self { $($field: $field?,)* $($($gfield: $gfield?,)*)? })
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let mut fields = $crate::story::schema::Fields::new(generator);
                fields.geojson(&[$($type)?], &[$($(stringify!($unread)),*)?]);
                $(fields.$need::<$format>(
                    $crate::story::record::name!($field $($json)?), concat!($($fdoc),*));)*
                $(fields.group(stringify!($group), |group| {
                    $(group.$gneed::<$gformat>(stringify!($gfield), concat!($($gdoc),*));)*
                });)?
                fields.close(concat!($($doc),*))
            }
        }
    };
}
pub(super) use record;

/// The name of a field in the file: its own, unless another is given.
macro_rules! name {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $json:ident) => {
        stringify!($json)
    };
}
pub(super) use name;

/// The fields of an object not read yet.
pub(super) struct Fields {
    /// `None` when the object itself is missing: that is one fault, not one for each field.
    unread: Option<Map<String, Value>>,
}

impl Fields {
    /// The fields of a value, which must be an object.
    pub(super) fn open(json: Value, at: &mut Cursor) -> Option<Self> {
        match json {
            Value::Object(fields) => Some(Self {
                unread: Some(fields),
            }),
            other => {
                at.fault("an object", &other);
                None
            }
        }
    }

    /// Takes the `type` that GeoJSON gives the object, if it does, and the members that nobody reads.
    pub(super) fn geojson(&mut self, tag: &[&str], unread: &[&str], at: &mut Cursor) -> Option<()> {
        for name in unread {
            self.take(name);
        }
        let &[tag] = tag else { return Some(()) };
        let found = self.take("type").unwrap_or_default();
        if found == tag {
            return Some(());
        }
        at.field("type", |at| at.fault(tag, &found));
        None
    }

    /// Takes the object in which the file keeps some of the fields. The cursor is already there.
    pub(super) fn group(&mut self, name: &str, at: &mut Cursor) -> Self {
        match self.take(name) {
            Some(json) => Self::open(json, at).unwrap_or(Self { unread: None }),
            None => {
                at.fault_found("an object".to_owned(), NOTHING.to_owned());
                Self { unread: None }
            }
        }
    }

    /// A field without which the record is left out.
    pub(super) fn essential<F, T>(&mut self, name: &'static str, at: &mut Cursor) -> Option<T>
    where
        F: Format,
        T: From<F::Out>,
    {
        let json = self.take(name);
        at.field(name, |at| match json {
            Some(json) => F::read(json, at).map(T::from),
            None => {
                if self.unread.is_some() {
                    at.fault_found(F::expected(), NOTHING.to_owned());
                }
                None
            }
        })
    }

    /// A field that is left empty when it is missing, which is a fault, or wrong.
    pub(super) fn required<F, T>(&mut self, name: &'static str, at: &mut Cursor) -> Option<T>
    where
        F: Format,
        T: From<F::Out> + Default,
    {
        Some(self.essential::<F, T>(name, at).unwrap_or_default())
    }

    /// A field that may be missing and is left empty when it is wrong.
    pub(super) fn optional<F, T>(&mut self, name: &'static str, at: &mut Cursor) -> Option<T>
    where
        F: Format,
        T: From<F::Out> + Default,
    {
        match self.take(name) {
            Some(json) => Some(
                at.field(name, |at| F::read(json, at).map(T::from))
                    .unwrap_or_default(),
            ),
            None => Some(T::default()),
        }
    }

    /// Notes what is left: fields that the record has not.
    pub(super) fn close(self, names: &[&str], at: &mut Cursor) {
        for name in self.unread.iter().flat_map(Map::keys) {
            let expected = one_of("one of the fields", names.iter().copied());
            at.unknown(name, expected);
        }
    }

    /// A field as it stands, which from then on counts as read.
    pub(super) fn take(&mut self, name: &str) -> Option<Value> {
        self.unread.as_mut()?.remove(name)
    }
}

const NOTHING: &str = "nothing";
