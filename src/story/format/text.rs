//! Texts that stand for themselves: words, countries, languages, links.

use super::Format;
use crate::story::cursor::Cursor;
use crate::story::json::Json;

/// Declares formats of text: what a fault expects, the pattern for the schema, and the same as code,
/// since a library of patterns would be larger than all of this layer.
macro_rules! text_formats {
    ($( $(#[doc = $doc:literal])* $name:ident: $expected:literal, $pattern:literal, $fits:expr; )+) => { $(
        $(#[doc = $doc])*
        pub(in crate::story) struct $name;

        impl Format for $name {
            type Out = String;

            fn expected() -> String {
                $expected.to_owned()
            }

            fn read(json: Json<'_>, at: &mut Cursor) -> Option<String> {
                text_of(json, $expected, $fits, at)
            }
        }

        #[cfg(feature = "schema")]
        $crate::story::schema::definition!(
            $name, concat!($($doc),*), |_| { "type": "string", "pattern": $pattern });
    )+ };
}

text_formats! {
    /// A text with something in it.
    Text: "a text that is not empty", r"\S", |text| !text.trim().is_empty();
    /// A country, by its ISO 3166-1 alpha-2 code.
    Country: "a country code of two capital letters", "^[A-Z]{2}$",
        |text| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase());
    /// A language, by its BCP 47 tag.
    LanguageTag: "a language tag such as en or zh-Hant", "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$",
        is_language_tag;
    /// The address of a web page.
    Link: "a link that starts with http:// or https:// and a host", r"^https?://[^\s/?#:@]\S*$", is_link;
}

/// A text that fits, or a fault.
pub(in crate::story) fn text_of(
    json: Json<'_>,
    expected: &str,
    fits: impl FnOnce(&str) -> bool,
    at: &mut Cursor,
) -> Option<String> {
    match json {
        Json::Text(text) if fits(&text) => Some(text.into_owned()),
        other => at.fault(expected, &other),
    }
}

/// `a-z`, `0-9` and `-`: what can stand in a link as it is.
pub(in crate::story) fn is_slug(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !text.is_empty() && text.bytes().all(fits)
}

fn is_language_tag(text: &str) -> bool {
    let (language, rest) = text.split_once('-').unwrap_or((text, "x"));
    let is_language = language.bytes().all(|byte| byte.is_ascii_alphabetic());
    let fits = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    (2..=3).contains(&language.len()) && is_language && rest.split('-').all(fits)
}

fn is_link(text: &str) -> bool {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        !rest.is_empty()
            && !rest.starts_with(['/', '?', '#', ':', '@'])
            && !rest.contains(char::is_whitespace)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_has_a_web_scheme_a_host_and_no_space() {
        for text in [
            "https://example.org",
            "http://127.0.0.1:8080/a?b#c",
            "https://한국.kr/글",
        ] {
            assert!(is_link(text), "{text}");
        }
        for text in [
            "",
            "example.org",
            "https://",
            "https:///a",
            "http://?a",
            "ftp://example.org",
            "javascript:alert(1)",
            "https://a b",
            "https://a\n",
            " https://a",
            "HTTPS://a",
        ] {
            assert!(!is_link(text), "{text}");
        }
    }

    #[test]
    fn a_language_tag_is_a_language_and_its_variants() {
        for text in ["en", "az", "ast", "zh-Hant", "az-Cyrl-AZ"] {
            assert!(is_language_tag(text), "{text}");
        }
        for text in [
            "",
            "e",
            "english",
            "en-",
            "en--GB",
            "en_GB",
            "e1",
            "en-toolongpart",
        ] {
            assert!(!is_language_tag(text), "{text}");
        }
    }

    #[test]
    fn a_slug_can_stand_in_a_link_as_it_is() {
        assert!(is_slug("first-visit-2006"));
        for text in ["", "First", "first_visit", "first visit", "şəki"] {
            assert!(!is_slug(text), "{text}");
        }
    }
}
