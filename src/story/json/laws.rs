//! Laws: this reader and the library that everyone uses say the same of every text.

use super::{Json, parse};
use proptest::prelude::*;
use serde_json::{Map, Value};

/// What the library that everyone uses would have made of it.
fn usual(json: Json<'_>) -> Value {
    match json.read() {
        Json::Null => Value::Null,
        Json::Bool(bool) => Value::Bool(bool),
        Json::Number(number) => serde_json::from_str(number).unwrap(),
        Json::Text(text) => Value::String(text.into_owned()),
        Json::List(items) => items.into_iter().map(usual).collect(),
        Json::Object(fields) => {
            let fields = fields.into_iter();
            let fields = fields.map(|(name, value)| (name.into_owned(), usual(value)));
            Value::Object(fields.collect::<Map<_, _>>())
        }
        Json::Unread(_) => unreachable!("it was read"),
    }
}

fn value() -> impl Strategy<Value = Value> {
    let plain = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<i32>().prop_map(|number| Value::from(f64::from(number) / 8.0)),
        any::<String>().prop_map(Value::from),
    ];
    plain.prop_recursive(4, 30, 5, |inner| {
        let field = ("a|\\PC*", inner.clone());
        prop_oneof![
            proptest::collection::vec(inner, 0..5).prop_map(Value::from),
            proptest::collection::vec(field, 0..5)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn it_reads_what_the_usual_library_writes(value in value(), is_pretty in any::<bool>()) {
        let text = if is_pretty {
            serde_json::to_string_pretty(&value).unwrap()
        } else {
            value.to_string()
        };
        prop_assert_eq!(usual(parse(&text, Some("a")).unwrap()), value);
    }

    #[test]
    fn it_refuses_what_the_usual_library_refuses(
        value in value(),
        at in any::<proptest::sample::Index>(),
        removed in 0_usize..3,
        put in r#"[-+.0-9eE"\\/bu{}\[\],: \ntrulfas]{0,3}"#,
    ) {
        let mut chars: Vec<char> = value.to_string().chars().collect();
        let at = at.index(chars.len());
        let end = chars.len().min(at + removed);
        chars.splice(at..end, put.chars());
        let text: String = chars.into_iter().collect();
        match parse(&text, None) {
            Ok(_) => prop_assert!(serde_json::from_str::<serde::de::IgnoredAny>(&text).is_ok()),
            Err(error) => {
                prop_assert!(serde_json::from_str::<Value>(&text).is_err());
                prop_assert!(text.is_char_boundary(error.at));
            }
        }
    }
}
