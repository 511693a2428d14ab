//! Schema: the JSON Schema of the story file, from the same declarations that read it.
//!
//! It says what a schema can say: which fields there are, of what kind and shape. What only a reader
//! knows (days that exist, ids used once and declared, every language present) is left to the reader.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

/// The schema (draft 2020-12) of a whole story file.
pub fn schema() -> Value {
    let generator = SchemaSettings::draft2020_12().into_generator();
    generator.into_root_schema_for::<super::Story>().to_value()
}

/// The fields of a record, as the schema tells them: the counterpart of the reader's `Fields`.
pub(super) struct Fields<'a> {
    generator: &'a mut SchemaGenerator,
    properties: Map<String, Value>,
    required: Vec<Value>,
}

impl<'a> Fields<'a> {
    pub(super) fn new(generator: &'a mut SchemaGenerator) -> Self {
        Self {
            generator,
            properties: Map::new(),
            required: Vec::new(),
        }
    }

    pub(super) fn geojson(&mut self, tag: &[&str], unread: &[&str]) {
        for tag in tag {
            self.add("type", json!({ "const": tag }));
            self.required.push(json!("type"));
        }
        for name in unread {
            self.add(
                name,
                json!({ "description": "As GeoJSON has it; not read." }),
            );
        }
    }

    pub(super) fn essential<F: JsonSchema>(&mut self, name: &str, doc: &str) {
        self.required.push(json!(name));
        self.optional::<F>(name, doc);
    }

    pub(super) fn required<F: JsonSchema>(&mut self, name: &str, doc: &str) {
        self.essential::<F>(name, doc);
    }

    pub(super) fn optional<F: JsonSchema>(&mut self, name: &str, doc: &str) {
        let mut schema = self.generator.subschema_for::<F>();
        schema.insert("description".to_owned(), json!(plain(doc)));
        self.add(name, schema.to_value());
    }

    pub(super) fn group(&mut self, name: &str, read: impl FnOnce(&mut Fields)) {
        let mut group = Fields::new(self.generator);
        read(&mut group);
        let schema = group.close("");
        self.required.push(json!(name));
        self.add(name, schema.to_value());
    }

    pub(super) fn close(self, doc: &str) -> Schema {
        let mut schema = schemars::json_schema!({
            "type": "object",
            "properties": self.properties,
            "required": self.required,
            "additionalProperties": false
        });
        if !doc.is_empty() {
            schema.insert("description".to_owned(), json!(plain(doc)));
        }
        schema
    }

    fn add(&mut self, name: &str, schema: Value) {
        self.properties.insert(name.to_owned(), schema);
    }
}

/// A doc comment as plain text, without the marks of rustdoc.
pub(super) fn plain(doc: &str) -> String {
    doc.trim().replace('`', "")
}

/// Gives a type its own named part of the schema: `definition!(Type, "what it is", |generator| { … })`.
macro_rules! definition {
    ([$($generics:tt)*] $type:ty as $name:expr, $doc:expr, |$generator:pat_param| $json:tt) => {
        impl<$($generics)*> schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $name.into()
            }

            fn json_schema($generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let mut schema = schemars::json_schema!($json);
                let doc = $crate::story::schema::plain($doc);
                schema.insert("description".to_owned(), doc.into());
                schema
            }
        }
    };
    ($type:ident, $doc:expr, |$generator:pat_param| $json:tt) => {
        $crate::story::schema::definition!([] $type as stringify!($type), $doc, |$generator| $json);
    };
}
pub(super) use definition;

/// Gives a type a part of the schema that is written out wherever it is used.
macro_rules! anonymous {
    ([$($generics:tt)*] $type:ty, |$generator:ident| $json:tt) => {
        impl<$($generics)*> schemars::JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema($generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!($json)
            }
        }
    };
}
pub(super) use anonymous;
