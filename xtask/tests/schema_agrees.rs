//! The schema and the reader say the same of a file: changed anywhere, it is sound for both or for neither.

use jsonschema::Validator;
use serde_json::{Value, json};
use story_map::story::schema::schema;
use story_map::story::{Fault, read};

const SOUND: &str = include_str!("../../tests/fixtures/sound.geojson");

/// What only the reader knows, by what its faults expect.
const BEYOND_A_SCHEMA: [&str; 4] = [
    "one of the places",
    "one of the topics",
    "one of the sources",
    "an id used once",
];

#[test]
fn schema_and_reader_agree_on_a_file_changed_anywhere() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    let sound: Value = serde_json::from_str(SOUND).unwrap();
    assert_agree(&validator, &sound, "as it is");

    let strange = [
        json!(null),
        json!(true),
        json!(-1.5),
        json!(""),
        json!(" "),
        json!("No such Word"),
        json!("ru"),
        json!("javascript:alert(1)"),
        json!("x".repeat(91)),
        json!([]),
        json!([[]]),
        json!([0, 91]),
        json!([0, 0, 0, 0]),
        json!({}),
        json!({ "type": "Point", "coordinates": [[0, 0], [1, 1]] }),
    ];
    let mut changes = 0;
    for pointer in pointers(&sound) {
        for value in &strange {
            let mut changed = sound.clone();
            *changed.pointer_mut(&pointer).unwrap() = value.clone();
            assert_agree(&validator, &changed, &format!("{pointer} is {value}"));
        }
        if let Some((parent, name)) = pointer.rsplit_once('/') {
            let mut changed = sound.clone();
            match changed.pointer_mut(parent).unwrap() {
                Value::Object(fields) => drop(fields.remove(name)),
                Value::Array(items) => drop(items.remove(name.parse().unwrap())),
                _ => unreachable!("only these have members"),
            }
            assert_agree(&validator, &changed, &format!("without {pointer}"));
        }
        let mut changed = sound.clone();
        if let Some(fields) = changed.pointer_mut(&pointer).unwrap().as_object_mut() {
            fields.insert("colour".to_owned(), json!("red"));
            assert_agree(&validator, &changed, &format!("{pointer} with a colour"));
        }
        changes += 1;
    }
    assert!(changes > 100, "the fixture holds every field");
}

/// What the schema refuses has a fault; what it allows has none but those that no schema can tell.
fn assert_agree(validator: &Validator, file: &Value, change: &str) {
    let mut faults = read(&file.to_string()).faults;
    if validator.is_valid(file) {
        faults.retain(schema_can_say);
        assert!(
            faults.is_empty(),
            "allowed by the schema: {change}: {faults:#?}"
        );
    } else {
        assert!(!faults.is_empty(), "allowed by the reader: {change}");
    }
}

fn schema_can_say(fault: &Fault) -> bool {
    !BEYOND_A_SCHEMA.iter().any(|known| fault.expected.starts_with(known))
        // The pattern of a date lets through what is no date, and a text may lack a language.
        && !fault.expected.ends_with(" of the date")
        && !(fault.expected.starts_with("a text that is not") && fault.found == "nothing")
}

/// The JSON pointers of a value and of everything in it.
fn pointers(value: &Value) -> Vec<String> {
    let members: Vec<(String, &Value)> = match value {
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| (name.clone(), value))
            .collect(),
        Value::Array(items) => (0..)
            .map(|index: usize| index.to_string())
            .zip(items)
            .collect(),
        _ => Vec::new(),
    };
    let below = members.into_iter().flat_map(|(name, value)| {
        pointers(value)
            .into_iter()
            .map(move |rest| format!("/{name}{rest}"))
    });
    std::iter::once(String::new()).chain(below).collect()
}
