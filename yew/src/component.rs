//! Component: the element in the page, its attributes kept to the props, its events heard while it is
//! there.

use gloo_events::EventListener;
use wasm_bindgen::JsCast as _;
use web_sys::{CustomEvent, Element};
use yew::prelude::*;
use yew::virtual_dom::VTag;

use crate::heard::{Detail, Filter, Selection, StoryError, View};
use crate::props::{Control, StoryMapProps};

/// A story of places and dates: map, cards and timeline.
#[component]
pub fn StoryMap(props: &StoryMapProps) -> Html {
    let element = use_node_ref();
    use_heard(&element, "story-ready", &props.on_ready, |_| ());
    use_heard(&element, "story-select", &props.on_select, Selection::of);
    use_heard(&element, "story-filter", &props.on_filter, Filter::of);
    use_heard(&element, "story-view", &props.on_view, View::of);
    use_heard(&element, "story-error", &props.on_error, StoryError::of);
    // Not by html!, which takes `controls` for a switch, as <video> has it.
    let mut tag = VTag::new("story-map");
    tag.node_ref = element;
    for (name, value) in attributes(props) {
        if let Some(value) = value {
            tag.add_attribute(name, value);
        }
    }
    if let Some(story) = &props.story {
        tag.add_property("story", story);
    }
    tag.add_child(props.children.clone());
    tag.into()
}

/// Each attribute with its value, if it has one.
fn attributes(props: &StoryMapProps) -> [(&'static str, Option<AttrValue>); 12] {
    let year = |year: Option<i32>| year.map(|year| year.to_string().into());
    let topics = |topics: &Vec<String>| topics.join(" ").into();
    let controls = |controls: &Vec<Control>| {
        let names: Vec<_> = controls.iter().map(|part| part.name()).collect();
        names.join(" ").into()
    };
    [
        ("place", props.place.clone()),
        ("event", props.event.clone()),
        ("topics", props.topics.as_ref().map(topics)),
        ("from", year(props.from)),
        ("to", year(props.to)),
        ("lang", props.lang.clone()),
        ("theme", props.theme.value().map(Into::into)),
        ("projection", props.projection.value().map(Into::into)),
        (
            "gestures",
            props.gestures.map(|gestures| gestures.value().into()),
        ),
        ("controls", props.controls.as_ref().map(controls)),
        ("hash", props.hash.then(AttrValue::default)),
        ("src", props.src.clone()),
    ]
}

/// Calls back for each of the element's events of a name, until the component goes.
#[hook]
fn use_heard<T: 'static>(
    element: &NodeRef,
    name: &'static str,
    callback: &Callback<T>,
    read: fn(&Detail) -> T,
) {
    let wanted = (element.clone(), callback.clone());
    use_effect_with(wanted, move |(element, callback)| {
        let callback = callback.clone();
        let listener = element.cast::<Element>().map(|element| {
            EventListener::new(&element, name, move |event| {
                let event: &CustomEvent = event.unchecked_ref();
                callback.emit(read(event.detail().unchecked_ref()));
            })
        });
        move || drop(listener)
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::props::{Gestures, Projection, Theme};

    fn written(props: &StoryMapProps) -> String {
        let with_value = attributes(props).into_iter().filter_map(|(name, value)| {
            let value = value?;
            Some(format!("{name}={value}"))
        });
        with_value.collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn props_that_nobody_sets_are_no_attributes() {
        assert_eq!(written(&yew::props!(StoryMapProps {})), "");
    }

    #[test]
    fn each_prop_is_the_attribute_of_its_name() {
        let props = yew::props!(StoryMapProps {
            place: "baku",
            event: "visit",
            topics: vec!["economy".to_owned(), "culture".to_owned()],
            from: 1992,
            to: 2025,
            lang: "ko",
            theme: Theme::Dark,
            projection: Projection::Flat,
            gestures: Gestures::Greedy,
            controls: vec![Control::Search, Control::Language],
            hash: true,
            src: "story.geojson",
        });
        assert_eq!(
            written(&props),
            "place=baku; event=visit; topics=economy culture; from=1992; to=2025; lang=ko; theme=dark; \
             projection=flat; gestures=greedy; controls=search language; hash=; src=story.geojson"
        );
    }
}
