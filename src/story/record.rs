//! Record: an object with named fields, declared once.

mod fields;

pub(super) use fields::Fields;

/// Declares a record: the type, how it is read, packed and written, and (for the schema) what the file may hold.
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

            fn read(json: $crate::story::json::Json<'_>, at: &mut $crate::story::cursor::Cursor) -> Option<Self> {
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

        impl $crate::story::packed::Packed for $name {
            fn pack(&self, to: &mut $crate::story::packed::Packer) {
                $($(self.$gfield.pack(to);)*)?
                $(self.$field.pack(to);)*
            }

            fn unpack(from: &mut $crate::story::packed::Unpacker<'_>) -> Self {
                // In the order packed, which is the order read.
                $($(let $gfield = $crate::story::packed::Packed::unpack(from);)*)?
                $(let $field = $crate::story::packed::Packed::unpack(from);)*
                Self { $($field,)* $($($gfield,)*)? }
            }
        }

        impl $crate::story::written::Written for $name {
            fn write(&self, to: &mut String) {
                to.push('{');
                $($crate::story::written::field(to, "type", &$type.to_owned());)?
                $($crate::story::written::field(to, stringify!($group), &{
                    let mut group = String::from("{");
                    $($crate::story::record::written!($gneed self.$gfield, stringify!($gfield), &mut group);)*
                    group.push('}');
                    $crate::story::written::Whole(group)
                });)?
                $($crate::story::record::written!(
                    $need self.$field, $crate::story::record::name!($field $($json)?), to);)*
                to.push('}');
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

/// Writes a field; one that may be missing only where there is something.
macro_rules! written {
    (optional $value:expr, $name:expr, $to:expr) => {
        if !$crate::story::written::Written::is_missing(&$value) {
            $crate::story::written::field($to, $name, &$value);
        }
    };
    ($need:ident $value:expr, $name:expr, $to:expr) => {
        $crate::story::written::field($to, $name, &$value)
    };
}
pub(super) use written;

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
