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
    assert!(validator.is_valid(&sound) && read(SOUND).faults.is_empty());

    let pointers = pointers(&sound);
    assert!(pointers.len() > 100, "the file has every field");
    for pointer in &pointers {
        for value in strange_values() {
            let mut file = sound.clone();
            *file.pointer_mut(pointer).unwrap() = value.clone();
            assert_agree(&validator, &file, &format!("{pointer} is {value}"));
        }
        assert_agree(
            &validator,
            &without(&sound, pointer),
            &format!("without {pointer}"),
        );

        let mut file = sound.clone();
        if let Some(Value::Object(fields)) = file.pointer_mut(pointer) {
            fields.insert("colour".to_owned(), json!("red"));
            assert_agree(&validator, &file, &format!("{pointer} with a colour"));
        }
    }
}

/// Values that are wrong nearly everywhere, each in its own way.
fn strange_values() -> [Value; 15] {
    [
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
    ]
}

/// The file less one field or item.
fn without(file: &Value, pointer: &str) -> Value {
    let mut file = file.clone();
    let (parent, name) = pointer.rsplit_once('/').unwrap_or_default();
    match file.pointer_mut(parent) {
        Some(Value::Object(fields)) => drop(fields.remove(name)),
        Some(Value::Array(items)) => {
            items.remove(name.parse().expect("items go by number"));
        }
        _ => unreachable!("only these have members"),
    }
    file
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
    let is_of_another_record = BEYOND_A_SCHEMA
        .iter()
        .any(|what| fault.expected.starts_with(what));
    // The schema knows the characters of a date, not its days.
    let is_date = fault.expected.ends_with(" of the date");
    let is_untranslated = fault.expected == "a text that is not empty" && fault.found == "nothing";
    !(is_of_another_record || is_date || is_untranslated)
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
