//! Everything wrong with a file is told at once, and everything else in it is shown.

use story_map::story::{Lang, Story, read};

const SOUND: &str = include_str!("fixtures/sound.geojson");
const TEN_FAULTS: &str = include_str!("fixtures/ten-faults.geojson");

#[test]
fn each_of_ten_faults_is_told_and_nothing_else() {
    let told: Vec<_> = faults(TEN_FAULTS);
    let position = "[longitude from -180 to 180, latitude from -90 to 90], longitude first";
    assert_eq!(
        told,
        [
            &format!("story.places[1].coordinates: expected {position}, found [37.5665, 126.978]"),
            "story.sources[1].url: expected a link that starts with http:// or https:// and a host, \
             found \"javascript:alert(1)\"",
            "feature \"strange-topic\": properties.topics[1]: \
             expected one of the topics economy, politics, found \"sport\"",
            "feature \"strange-topic\": when.edtf: \
             expected a day from 01 to 28, or XX at character 9 of the date, found \"2023-02-29\"",
            "feature \"sound\": id: expected an id used once, found \"sound\" again",
            "feature \"#4\": id: expected an id of a-z, 0-9 and -, found nothing",
            "feature \"half-told\": properties.title.ko: \
             expected a text that is not empty, found nothing",
            "feature \"half-told\": properties.sources: \
             expected a list that is not empty, found an empty list",
            "feature \"half-told\": properties.colour: expected one of the fields title, text, \
             places, countries, placement, topics, status, people, organisations, sources, \
             claims, as_of, found \"colour\"",
            "feature \"half-told\": geometry.type: \
             expected a Point or a LineString, found \"Polygon\"",
        ]
    );
}

#[test]
fn what_is_sound_beside_a_fault_is_shown() {
    let story = story(TEN_FAULTS);
    assert_eq!(ids(&story), ["sound", "strange-topic", "half-told"]);
    assert!(story.place("baku").is_some());
    assert!(story.place("seoul").is_none());
    assert!(story.source("paper").is_none());

    let strange = story.event("strange-topic").unwrap();
    assert_eq!(strange.topics, ["politics"]);
    assert_eq!(strange.when, None);

    let half_told = &story.events[story.event_index("half-told").unwrap()];
    assert_eq!(half_told.geometry, None);
    assert_eq!(half_told.sources, [""; 0]);
    let title = half_told.title.best(Lang::Ko, &story.languages);
    assert_eq!(title, (Lang::En, "Not in Korean"));
}

#[test]
fn a_sound_file_has_no_fault_and_is_read_whole() {
    assert_eq!(faults(SOUND), [""; 0]);
    let story = story(SOUND);
    assert_eq!(ids(&story), ["first-flight", "a-talk", "a-friendship"]);
    assert_eq!(
        story.topic("transport").unwrap().name.get(Lang::Az),
        Some("Nəqliyyat")
    );
    let flight = &story.events[0];
    assert_eq!(flight.when.as_ref().unwrap().date.to_string(), "2006-05?");
    assert_eq!(story.events[1].when, None);
}

#[test]
fn a_fault_in_an_essential_field_leaves_its_record_out() {
    let text = SOUND.replace("\"status\": \"ongoing\"", "\"status\": \"past\"");
    assert_eq!(
        faults(&text),
        ["feature \"a-friendship\": properties.status: \
          expected one of happened, ongoing, planned, under-discussion, found \"past\""]
    );
    assert_eq!(ids(&story(&text)), ["first-flight", "a-talk"]);
}

#[test]
fn a_missing_object_is_one_fault_and_not_one_for_each_of_its_fields() {
    let text = r#"{"type": "FeatureCollection", "features": []}"#;
    assert_eq!(faults(text), ["story: expected an object, found nothing"]);
    assert!(story(text).title.is_empty());
}

#[test]
fn a_file_that_holds_no_story_says_why() {
    for (text, fault) in [
        (
            "",
            "line 1, column 1: expected a value, found the end of the file",
        ),
        (
            "{\n  \"제목\": oops",
            "line 2, column 9: expected a value, found \"o\"",
        ),
        (
            "{\"title\": \"no end\n}",
            "line 1, column 18: expected a closing quotation mark, found the end of the line",
        ),
        ("[]", "expected an object, found an empty list"),
        (
            r#"{"type": "Feature", "story": {"languages": ["en"], "title": {"en": "x"},
                "places": [], "topics": [], "sources": []}, "features": []}"#,
            "type: expected FeatureCollection, found \"Feature\"",
        ),
        (
            r#"{"type": "FeatureCollection", "story": {"languages": ["en"], "title": {"en": "x"},
                "places": [], "topics": [], "sources": []}}"#,
            "features: expected a list, found nothing",
        ),
    ] {
        assert_eq!(faults(text), [fault]);
        assert_eq!(read(text).story, None);
    }
}

#[test]
fn a_feature_that_is_none_is_named_by_its_position() {
    let none = SOUND.replace("\"features\": [", "\"features\": [7,");
    assert_eq!(
        faults(&none),
        ["feature \"#1\": expected an object, found 7"]
    );
    assert_eq!(ids(&story(&none)), ids(&story(SOUND)));
}

#[test]
fn a_field_that_comes_twice_is_a_fault_and_the_first_counts() {
    let text = SOUND.replace(
        "\"status\": \"ongoing\"",
        "\"status\": \"ongoing\", \"status\": 1",
    );
    assert_eq!(
        faults(&text),
        ["feature \"a-friendship\": properties.status: \
          expected each field once, found \"status\""]
    );
    assert_eq!(ids(&story(&text)), ids(&story(SOUND)));
}

#[test]
fn a_byte_order_mark_is_no_fault() {
    assert_eq!(faults(&format!("\u{feff}{SOUND}")), [""; 0]);
}

fn faults(text: &str) -> Vec<String> {
    read(text).faults.iter().map(ToString::to_string).collect()
}

fn story(text: &str) -> Story {
    read(text).story.expect("the file has a list of features")
}

fn ids(story: &Story) -> Vec<&str> {
    story.events.iter().map(|event| event.id.as_str()).collect()
}
