//! Texts: the same words in each language of the story.

use super::cursor::Cursor;
use super::format::{Format, Text};
use super::json::Json;
use super::lang::Lang;
use super::record::Fields;

/// One text per language; a language without one has nothing, not an empty text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts([Option<Box<str>>; Lang::ALL.len()]);

impl Texts {
    /// A text in one language.
    #[must_use]
    pub fn only(lang: Lang, text: &str) -> Self {
        let mut texts = Self::default();
        texts.0[lang as usize] = Some(text.into());
        texts
    }

    /// The text in a language.
    pub fn get(&self, lang: Lang) -> Option<&str> {
        self.0[lang as usize].as_deref()
    }

    /// The text in a language, or the first there is in the story's languages and then in any, with the
    /// language it is in. Empty texts give an empty one.
    pub fn best(&self, lang: Lang, languages: &[Lang]) -> (Lang, &str) {
        [lang]
            .iter()
            .chain(languages)
            .chain(Lang::ALL)
            .find_map(|&lang| Some((lang, self.get(lang)?)))
            .unwrap_or((lang, ""))
    }

    /// Whether there is no text in any language.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }
}

/// The longest title of an event: two lines of a card on a phone.
const LONGEST_TITLE: usize = 90;

/// The texts of a title, which must also be short.
pub(super) struct Title;

impl Format for Texts {
    type Out = Self;

    fn expected() -> String {
        "a text in at least one language".to_owned()
    }

    fn read(json: Json<'_>, at: &mut Cursor) -> Option<Self> {
        texts(json, true, at)
    }
}

/// The texts of an object; whether it must have one in each language of the story.
fn texts(json: Json<'_>, promised: bool, at: &mut Cursor) -> Option<Texts> {
    let faults_before = at.faults.len();
    let mut fields = Fields::open(json, at)?;
    let mut texts = Texts::default();
    for &lang in Lang::ALL {
        let text = if promised && at.languages.contains(&lang) {
            // Promised by the story; without it the text is still shown in another language.
            fields.essential::<Text, String>(lang.code(), at)
        } else {
            fields.optional::<Text, Option<String>>(lang.code(), at)?
        };
        texts.0[lang as usize] = text.map(String::into_boxed_str);
    }
    let codes: Vec<_> = Lang::ALL.iter().map(|lang| lang.code()).collect();
    fields.close(&codes, at);
    if !texts.is_empty() {
        return Some(texts);
    }
    if at.faults.len() == faults_before {
        at.fault_found(Texts::expected(), "an empty object".to_owned());
    }
    None
}

/// A name: a text alone, in the first of the story's languages; or one in each language that has its own.
pub(super) struct Name;

impl Format for Name {
    type Out = Texts;

    fn expected() -> String {
        "a name that is not empty, or names by language".to_owned()
    }

    fn read(json: Json<'_>, at: &mut Cursor) -> Option<Texts> {
        match json {
            Json::Text(name) if !name.trim().is_empty() => {
                let lang = at.languages.first().copied().unwrap_or(Lang::En);
                Some(Texts::only(lang, &name))
            }
            Json::Object(_) => texts(json, false, at),
            other => at.fault(Self::expected(), &other),
        }
    }
}

impl Format for Title {
    type Out = Texts;

    fn expected() -> String {
        Texts::expected()
    }

    fn read(json: Json<'_>, at: &mut Cursor) -> Option<Texts> {
        let title = Texts::read(json, at)?;
        for &lang in Lang::ALL {
            let length = title.get(lang).map_or(0, |text| text.chars().count());
            if length > LONGEST_TITLE {
                at.field(lang.code(), |at| {
                    let expected = format!("a title of at most {LONGEST_TITLE} characters");
                    at.fault_found(expected, format!("{length} characters"));
                });
            }
        }
        Some(title)
    }
}

#[cfg(feature = "schema")]
mod schema {
    use super::{LONGEST_TITLE, Name, Texts, Title};
    use crate::story::schema::definition;

    definition!(Texts, "The same words in each language of the story.", |_| {
        "type": "object",
        "properties": {
            "en": { "type": "string", "pattern": r"\S" },
            "az": { "type": "string", "pattern": r"\S" },
            "ko": { "type": "string", "pattern": r"\S" }
        },
        "additionalProperties": false,
        "minProperties": 1
    });
    definition!(Name, "A name: one text for all languages, or one for each that writes it in its own way.", |generator| {
        "anyOf": [
            { "type": "string", "pattern": r"\S" },
            { "$ref": generator.subschema_for::<Texts>().get("$ref") }
        ]
    });
    definition!(Title, "A title in each language of the story.", |generator| {
        "$ref": generator.subschema_for::<Texts>().get("$ref"),
        "additionalProperties": { "maxLength": LONGEST_TITLE }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(json: &serde_json::Value, languages: &[Lang]) -> (Option<Texts>, Vec<String>) {
        let text = json.to_string();
        let json = crate::story::json::parse(&text, None).unwrap();
        let mut at = Cursor::default();
        at.languages = languages.to_vec();
        let texts = Title::read(json, &mut at);
        (texts, at.faults.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn the_best_text_is_the_readers_then_the_storys_then_any() {
        let (texts, faults) = read(&json!({"az": "Bakı", "ko": "바쿠"}), &[]);
        let texts = texts.unwrap();
        assert_eq!(faults, [""; 0]);
        assert_eq!(texts.best(Lang::Az, &[]), (Lang::Az, "Bakı"));
        assert_eq!(texts.best(Lang::En, &[Lang::Ko]), (Lang::Ko, "바쿠"));
        assert_eq!(texts.best(Lang::En, &[Lang::En]), (Lang::Az, "Bakı"));
        assert_eq!(Texts::default().best(Lang::En, &[]), (Lang::En, ""));
    }

    #[test]
    fn a_text_not_in_every_language_of_the_story_is_a_fault_and_kept() {
        let (texts, faults) = read(&json!({"en": "Baku"}), &[Lang::En, Lang::Ko]);
        assert!(texts.is_some());
        assert_eq!(
            faults,
            ["ko: expected a text that is not empty, found nothing"]
        );
    }

    #[test]
    fn a_name_is_one_for_all_languages_or_one_for_those_that_have_their_own() {
        let name = |json: serde_json::Value| {
            let text = json.to_string();
            let json = crate::story::json::parse(&text, None).unwrap();
            let mut at = Cursor::default();
            at.languages = vec![Lang::Ko, Lang::En];
            let name = Name::read(json, &mut at);
            let faults = at
                .faults
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>();
            (name, faults.join("; "))
        };
        let only = |lang, text| (Some(Texts::only(lang, text)), String::new());
        assert_eq!(name(json!("동아일보")), only(Lang::Ko, "동아일보"));
        assert_eq!(name(json!({"az": "AKİA"})), only(Lang::Az, "AKİA"));
        let refused = |fault: &str| (None, fault.to_owned());
        let expected = "expected a name that is not empty, or names by language, found";
        assert_eq!(name(json!(" ")), refused(&format!("{expected} \" \"")));
        assert_eq!(name(json!(7)), refused(&format!("{expected} 7")));
        assert_eq!(
            name(json!({})),
            refused("expected a text in at least one language, found an empty object")
        );
    }

    #[test]
    fn empty_and_strange_texts_are_faults() {
        for (json, fault) in [
            (json!("Baku"), "expected an object, found \"Baku\""),
            (
                json!({}),
                "expected a text in at least one language, found an empty object",
            ),
            (
                json!({"en": " "}),
                "en: expected a text that is not empty, found \" \"",
            ),
            (
                json!({"ru": "x"}),
                "ru: expected one of the fields en, az, ko, found \"ru\"",
            ),
        ] {
            assert_eq!(read(&json, &[]), (None, vec![fault.to_owned()]));
        }
    }

    #[test]
    fn a_title_is_counted_in_characters_and_kept_when_too_long() {
        let (texts, faults) = read(&json!({"ko": "서".repeat(90), "en": "x".repeat(91)}), &[]);
        assert!(texts.is_some());
        assert_eq!(
            faults,
            ["en: expected a title of at most 90 characters, found 91 characters"]
        );
    }
}
