//! Link: the part of the address that says where in the story one is, read and written.
//!
//! The fragment is `key=value` pairs joined with `&`. Keys that are not ours belong to the page and
//! are handed back as they came.

/// Where in the story an address points.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// The id of the chosen event.
    pub event: Option<String>,
    /// The id of the chosen place.
    pub place: Option<String>,
}

impl Link {
    /// Reads a fragment, with or without its `#`. The last of a key said twice counts.
    pub fn parse(fragment: &str) -> Self {
        let mut link = Self::default();
        for (key, value) in pairs(fragment) {
            let value = (!value.is_empty()).then(|| value.to_owned());
            match key {
                "event" => link.event = value,
                "place" => link.place = value,
                _ => {}
            }
        }
        link
    }

    /// The fragment for this link, without `#`, keeping the page's own keys from `current`.
    pub fn write(&self, current: &str) -> String {
        let ours = [("event", &self.event), ("place", &self.place)];
        let kept = current
            .trim_start_matches('#')
            .split('&')
            .filter(|pair| !pair.is_empty())
            .filter(|pair| {
                let key = pair.split_once('=').map_or(*pair, |(key, _)| key);
                ours.iter().all(|&(our, _)| our != key)
            })
            .map(str::to_owned);
        let said = ours
            .iter()
            .filter_map(|(key, value)| value.as_ref().map(|value| format!("{key}={value}")));
        said.chain(kept).collect::<Vec<_>>().join("&")
    }
}

fn pairs(fragment: &str) -> impl Iterator<Item = (&str, &str)> {
    fragment
        .trim_start_matches('#')
        .split('&')
        .filter_map(|pair| pair.split_once('='))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(event: Option<&str>, place: Option<&str>) -> Link {
        Link {
            event: event.map(str::to_owned),
            place: place.map(str::to_owned),
        }
    }

    #[test]
    fn a_fragment_says_event_and_place() {
        assert_eq!(Link::parse(""), link(None, None));
        assert_eq!(Link::parse("#place=baku"), link(None, Some("baku")));
        assert_eq!(
            Link::parse("#a=1&event=x-1&place=baku"),
            link(Some("x-1"), Some("baku"))
        );
        assert_eq!(Link::parse("#event=&place"), link(None, None));
    }

    #[test]
    fn keys_of_the_page_are_kept() {
        let at_baku = link(None, Some("baku"));
        assert_eq!(
            at_baku.write("#chapter=2&place=seoul&top"),
            "place=baku&chapter=2&top"
        );
        assert_eq!(link(None, None).write("#place=seoul"), "");
    }

    proptest::proptest! {
        #[test]
        fn written_then_read_is_the_same_link(
            event in proptest::option::of("[a-z0-9-]{1,12}"),
            place in proptest::option::of("[a-z]{1,8}"),
            foreign in "([a-d]=[a-z0-9]{0,5}&?){0,3}",
        ) {
            let link = Link { event, place };
            proptest::prop_assert_eq!(Link::parse(&link.write(&foreign)), link);
        }
    }
}
