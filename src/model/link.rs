//! Link: the part of the address that says where in the story one is, read and written.
//!
//! The fragment is `key=value` pairs joined with `&`. Keys that are not ours belong to the page and
//! are handed back as they came. What cannot be understood of ours is left out.

use std::str::FromStr;

use super::at::At;
use crate::digits::signed;
use crate::story::Lang;

/// Where in the story an address points.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// The id of the chosen event.
    pub event: Option<String>,
    /// The ids of the chosen places; none for all.
    pub place: Vec<String>,
    /// The chosen topics.
    pub topics: Topics,
    /// The first year to show.
    pub from: Option<i32>,
    /// The last year to show.
    pub to: Option<i32>,
    /// The words to find.
    pub query: String,
    /// The language that the reader chose.
    pub lang: Option<Lang>,
    /// Where the map looks.
    pub at: Option<At>,
    /// The pairs of ours that could not be understood.
    pub misread: Vec<String>,
}

/// The topics that a link names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Topics {
    /// All of them: the link says nothing.
    #[default]
    All,
    /// Those with these ids, of which there is at least one.
    Only(Vec<String>),
    /// None of them.
    None,
}

/// What stands for no topic at all. A topic of this id can be chosen only together with others.
const NO_TOPIC: &str = "none";

const KEYS: [&str; 8] = ["event", "place", "topics", "from", "to", "q", "lang", "at"];

impl Topics {
    /// Reads ids with spaces or commas between them.
    pub fn parse(ids: &str) -> Self {
        match list(ids) {
            ids if ids.is_empty() => Self::All,
            ids if ids == [NO_TOPIC] => Self::None,
            ids => Self::Only(ids),
        }
    }
}

impl Link {
    /// Reads a fragment, with or without its `#`. The last of a key said twice counts.
    pub fn parse(fragment: &str) -> Self {
        let mut link = Self::default();
        for (key, value) in pairs(fragment) {
            let value = decoded(value);
            match key {
                "event" => link.event = Some(value).filter(|value| !value.is_empty()),
                "place" => link.place = list(&value),
                "topics" => link.topics = Topics::parse(&value),
                "from" => link.from = link.understood(key, &value),
                "to" => link.to = link.understood(key, &value),
                "q" => link.query = value,
                "lang" => link.lang = link.understood(key, &value),
                "at" => link.at = link.understood(key, &value),
                _ => {}
            }
        }
        link
    }

    fn understood<T: FromStr>(&mut self, key: &str, value: &str) -> Option<T> {
        let understood = value.parse().ok();
        if understood.is_none() {
            self.misread.push([key, value].join("="));
        }
        understood
    }

    /// The fragment for this link, without `#`, keeping the page's own keys from `current`.
    pub fn write(&self, current: &str) -> String {
        let mut said = Vec::new();
        let mut say = |key, value: &str| {
            if !value.is_empty() {
                said.push(encoded(key, value));
            }
        };
        say("event", self.event.as_deref().unwrap_or_default());
        say("place", &self.place.join(","));
        match &self.topics {
            Topics::All => {}
            Topics::Only(ids) => say("topics", &ids.join(",")),
            Topics::None => say("topics", NO_TOPIC),
        }
        for (key, year) in [("from", self.from), ("to", self.to)] {
            if let Some(year) = year {
                say(key, &signed(year));
            }
        }
        say("q", &self.query);
        say("lang", self.lang.map_or("", Lang::code));
        if let Some(at) = self.at {
            said.push(["at=", &at.to_text()].concat());
        }
        let fragment = current.trim_start_matches('#').split('&');
        let kept = fragment.filter(|pair| {
            let key = pair.split_once('=').map_or(*pair, |(key, _)| key);
            !pair.is_empty() && !KEYS.contains(&key)
        });
        said.extend(kept.map(str::to_owned));
        said.join("&")
    }
}

fn pairs(fragment: &str) -> impl Iterator<Item = (&str, &str)> {
    fragment
        .trim_start_matches('#')
        .split('&')
        .filter_map(|pair| pair.split_once('='))
}

fn list(ids: &str) -> Vec<String> {
    let ids = ids.split([' ', ',']).filter(|id| !id.is_empty());
    ids.map(str::to_owned).collect()
}

/// `%20` and, as in forms, `+` are spaces. What is no escape stands for itself; bytes that are no text are
/// nothing.
fn decoded(value: &str) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let escaped = after.get(..2).filter(|_| byte == b'%').and_then(hex);
        bytes.push(match (byte, escaped) {
            (_, Some(byte)) => byte,
            (b'+', _) => b' ',
            (byte, _) => byte,
        });
        rest = if escaped.is_some() {
            &after[2..]
        } else {
            after
        };
    }
    String::from_utf8(bytes).unwrap_or_default()
}

fn hex(digits: &[u8]) -> Option<u8> {
    let digit = |&byte: &u8| char::from(byte).to_digit(16);
    let [high, low] = digits else { return None };
    u8::try_from(16 * digit(high)? + digit(low)?).ok()
}

/// A pair as it stands in an address: letters of every script as they are, since browsers show them so,
/// and escaped what a fragment, or a mail's guess at where an address ends, could take for its own.
fn encoded(key: &str, value: &str) -> String {
    let mut pair = [key, "="].concat();
    for sign in value.chars() {
        // Beyond these stand letters, and spaces and marks that nobody sees.
        let is_space =
            matches!(sign, '\u{80}'..='\u{a0}' | '\u{2000}'..='\u{206f}' | '\u{3000}' | '\u{feff}');
        let is_plain = sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_' | ',');
        if is_plain || !sign.is_ascii() && !is_space {
            pair.push(sign);
        } else {
            for byte in sign.encode_utf8(&mut [0; 4]).bytes() {
                let digit = |half: u8| char::from(b"0123456789ABCDEF"[usize::from(half)]);
                pair.extend(['%', digit(byte >> 4), digit(byte & 15)]);
            }
        }
    }
    pair
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn link(event: Option<&str>, place: &[&str]) -> Link {
        Link {
            event: event.map(str::to_owned),
            place: place.iter().map(|&id| id.to_owned()).collect(),
            ..Link::default()
        }
    }

    #[test]
    fn a_fragment_says_event_and_place() {
        assert_eq!(Link::parse(""), link(None, &[]));
        assert_eq!(Link::parse("#place=baku"), link(None, &["baku"]));
        assert_eq!(
            Link::parse("#a=1&event=x-1&place=baku"),
            link(Some("x-1"), &["baku"])
        );
        assert_eq!(Link::parse("#event=&place"), link(None, &[]));
        assert_eq!(Link::parse("#place=%62aku"), link(None, &["baku"]));
    }

    #[test]
    fn topics_stand_apart_by_commas_spaces_or_pluses() {
        let two = Topics::Only(vec!["education".to_owned(), "culture".to_owned()]);
        for fragment in [
            "topics=education,culture",
            "topics=education+culture",
            "topics=education%20culture",
        ] {
            assert_eq!(Link::parse(fragment).topics, two, "{fragment}");
        }
        assert_eq!(Link::parse("topics=").topics, Topics::All);
        assert_eq!(Link::parse("topics=none").topics, Topics::None);
    }

    #[test]
    fn a_year_that_is_none_is_left_out() {
        let link = Link::parse("from=2005&to=soon");
        assert_eq!((link.from, link.to), (Some(2005), None));
        assert_eq!(link.misread, ["to=soon"]);
    }

    #[test]
    fn words_of_any_script_are_read_as_they_were_written() {
        for (fragment, words) in [
            ("q=Ban%20Ki-moon", "Ban Ki-moon"),
            ("q=셰키", "셰키"),
            ("q=%EC%85%B0%ED%82%A4", "셰키"),
            ("q=100%", "100%"),
            ("q=%zz", "%zz"),
            ("q=a%C3", ""),
        ] {
            assert_eq!(Link::parse(fragment).query, words, "{fragment}");
        }
    }

    #[test]
    fn keys_of_the_page_are_kept() {
        let at_baku = link(None, &["baku"]);
        assert_eq!(
            at_baku.write("#chapter=2&place=seoul&top"),
            "place=baku&chapter=2&top"
        );
        assert_eq!(link(None, &[]).write("#place=seoul&from=1&q=x"), "");
    }

    proptest! {
        #[test]
        fn written_then_read_is_the_same_link(
            event in proptest::option::of("[a-z0-9-]{1,12}"),
            place in proptest::collection::vec("[a-z]{1,8}", 0..3),
            topics in proptest::collection::vec("[a-m]{1,8}", 0..3),
            from in proptest::option::of(-3000..3000),
            to in proptest::option::of(-3000..3000),
            query in "\\PC{0,12}",
            lang in proptest::option::of(proptest::sample::select(Lang::ALL)),
            at in proptest::option::of((-1_800_000..1_800_000, -900_000..900_000, 0..90_000)),
            foreign in "([a-d]=[a-z0-9]{0,5}&?){0,3}",
        ) {
            let topics = if topics.is_empty() { Topics::All } else { Topics::Only(topics) };
            let link = Link { event, place, topics, from, to, query, lang, at: at.map(|(lon, lat, zoom)| At { lon, lat, zoom }), misread: Vec::new() };
            let written = link.write(&foreign);
            prop_assert_eq!(Link::parse(&written), link);
            prop_assert!(!written.contains([' ', '"', '<', '>', '#']), "{}", written);
        }

        #[test]
        fn any_fragment_can_be_read(fragment in "\\PC{0,40}") {
            let _ = Link::parse(&fragment);
        }
    }
}
