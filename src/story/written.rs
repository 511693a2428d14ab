//! Written: a story as the text of a story file again, for a reader who takes it away.
//!
//! Both sides of a record follow from its one declaration (`record!`), so what is written can be read.

use super::date::Date;
use super::geometry::Geometry;
use super::texts::Texts;
use super::{Lang, LonLat, Story};

/// What can stand in a story file.
pub(super) trait Written {
    /// Appends the value as JSON.
    fn write(&self, to: &mut String);

    /// Whether there is nothing, so that a field that may be missing is.
    fn is_missing(&self) -> bool {
        false
    }
}

/// The text of a story file with these of the story's events, by their indexes, and of its sources only
/// those that they name. All else stands as the story has it, a story told in one language in that one.
///
/// Positions are written to the seventh decimal: a centimetre on the earth.
pub fn write(story: &Story, events: &[usize]) -> String {
    let events = events.iter().filter_map(|&event| story.events.get(event));
    let mut part = Story {
        events: events.cloned().collect(),
        languages: languages(story),
        title: story.title.clone(),
        places: story.places.clone(),
        topics: story.topics.clone(),
        names: story.names.clone(),
        sources: Vec::new(),
    };
    let named = |id: &String| (part.events.iter()).any(|event| event.sources.contains(id));
    let sources = story.sources.iter();
    part.sources = sources
        .filter(|source| named(&source.id))
        .cloned()
        .collect();
    let mut text = String::new();
    part.write(&mut text);
    text.push('\n');
    text
}

/// The story's languages, of which a story told in one has kept only one.
fn languages(story: &Story) -> Vec<Lang> {
    let languages = story.languages.iter().copied();
    let told: Vec<Lang> = languages
        .filter(|&lang| story.title.get(lang).is_some())
        .collect();
    if told.is_empty() {
        vec![story.title.best(Lang::En, &[]).0]
    } else {
        told
    }
}

/// Appends a field, and what parts it from the one before.
pub(super) fn field(to: &mut String, name: &str, value: &dyn Written) {
    if !to.ends_with('{') {
        to.push(',');
    }
    quote(to, name);
    to.push(':');
    value.write(to);
}

/// Appends a text as JSON has it.
pub(crate) fn quote(to: &mut String, text: &str) {
    to.push('"');
    for sign in text.chars() {
        match sign {
            '"' => to.push_str("\\\""),
            '\\' => to.push_str("\\\\"),
            '\n' => to.push_str("\\n"),
            '\0'..=' ' if sign != ' ' => {
                to.push_str("\\u00");
                for digit in [u32::from(sign) / 16, u32::from(sign) % 16] {
                    to.extend(char::from_digit(digit, 16));
                }
            }
            _ => to.push(sign),
        }
    }
    to.push('"');
}

/// JSON that is written already.
pub(super) struct Whole(pub(super) String);

impl Written for Whole {
    fn write(&self, to: &mut String) {
        to.push_str(&self.0);
    }
}

impl Written for String {
    fn write(&self, to: &mut String) {
        quote(to, self);
    }
}

impl Written for Date {
    fn write(&self, to: &mut String) {
        quote(to, &self.to_string());
    }
}

impl<T: Written> Written for Option<T> {
    fn write(&self, to: &mut String) {
        match self {
            Some(value) => value.write(to),
            None => to.push_str("null"),
        }
    }

    fn is_missing(&self) -> bool {
        self.is_none()
    }
}

impl<T: Written> Written for Vec<T> {
    fn write(&self, to: &mut String) {
        to.push('[');
        for (index, item) in self.iter().enumerate() {
            if index > 0 {
                to.push(',');
            }
            item.write(to);
        }
        to.push(']');
    }

    fn is_missing(&self) -> bool {
        self.is_empty()
    }
}

impl Written for Texts {
    fn write(&self, to: &mut String) {
        to.push('{');
        for &lang in Lang::ALL {
            if let Some(text) = self.get(lang) {
                field(to, lang.code(), &text.to_owned());
            }
        }
        to.push('}');
    }
}

impl Written for LonLat {
    fn write(&self, to: &mut String) {
        to.push('[');
        degrees(to, self.lon);
        to.push(',');
        degrees(to, self.lat);
        to.push(']');
    }
}

/// Appends a number of degrees by its ten-millionths: formatting a float takes 13 kB of tables.
#[allow(clippy::cast_possible_truncation)] // degrees are few
fn degrees(to: &mut String, degrees: f64) {
    let parts = (degrees * 1e7).round() as i64;
    if parts < 0 {
        to.push('-');
    }
    let (whole, rest) = (
        parts.unsigned_abs() / 10_000_000,
        parts.unsigned_abs() % 10_000_000,
    );
    to.push_str(&whole.to_string());
    if rest > 0 {
        // The 1 in front keeps the zeros that follow the point.
        let decimals = (10_000_000 + rest).to_string();
        to.push('.');
        to.push_str(decimals[1..].trim_end_matches('0'));
    }
}

impl Written for Geometry {
    fn write(&self, to: &mut String) {
        to.push('{');
        match self {
            Self::Point(at) => {
                field(to, "type", &"Point".to_owned());
                field(to, "coordinates", at);
            }
            Self::Line(points) => {
                field(to, "type", &"LineString".to_owned());
                field(to, "coordinates", points);
            }
        }
        to.push('}');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{Reading, read};
    use proptest::prelude::*;

    const STORY: &str = include_str!("../../story/azerbaijan-korea.geojson");

    fn sound(text: &str) -> Story {
        let Reading { story, faults } = read(text);
        assert_eq!(faults, [], "{text}");
        story.unwrap()
    }

    fn all(story: &Story) -> Vec<usize> {
        (0..story.events.len()).collect()
    }

    #[test]
    fn a_whole_story_is_read_back_as_it_was() {
        for text in [STORY, include_str!("../../tests/fixtures/sound.geojson")] {
            let mut story = sound(text);
            let named = |id: &String| story.events.iter().any(|event| event.sources.contains(id));
            story.sources = story
                .sources
                .iter()
                .filter(|source| named(&source.id))
                .cloned()
                .collect();
            assert_eq!(sound(&write(&story, &all(&story))), story);
        }
    }

    #[test]
    fn a_part_has_its_events_and_only_their_sources() {
        let story = sound(STORY);
        let part = sound(&write(&story, &[7, 2, 9_999]));
        assert_eq!(
            part.events,
            [story.events[7].clone(), story.events[2].clone()]
        );
        let named = |id: &String| part.events.iter().any(|event| event.sources.contains(id));
        assert!(!part.sources.is_empty());
        assert!(part.sources.iter().all(|source| named(&source.id)));
        assert_eq!(part.places, story.places);
    }

    #[test]
    fn a_story_told_in_one_language_is_read_back_in_that_one() {
        let story = sound(STORY).in_time_order();
        for &lang in Lang::ALL {
            let packed = crate::story::packed::pack(&story, lang);
            let (_, told) = crate::story::packed::unpack(&packed).unwrap();
            let back = sound(&write(&told, &all(&told)));
            assert_eq!(back.languages, [lang]);
            assert_eq!(back.events, told.events);
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_back(text in "\\PC{0,20}[\\x00-\\x1f\"\\\\]{0,4}\\PC{0,4}") {
            let mut json = String::new();
            quote(&mut json, &text);
            let back: String = serde_json::from_str(&json).unwrap();
            prop_assert_eq!(back, text);
        }

        #[test]
        fn a_position_of_seven_decimals_is_read_back_exactly(
            lon in -1_800_000_000_i64..=1_800_000_000, lat in -900_000_000_i64..=900_000_000,
        ) {
            let exact = LonLat { lon: lon as f64 / 1e7, lat: lat as f64 / 1e7 };
            let mut json = String::new();
            exact.write(&mut json);
            let [lon, lat]: [f64; 2] = serde_json::from_str(&json).unwrap();
            prop_assert_eq!(LonLat { lon, lat }, exact);
        }
    }
}
