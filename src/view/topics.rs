//! Topics: a switch for each, only one, all or none.

use yew::virtual_dom::ListenerKind;
use yew::{Callback, TargetCast};

use super::element::{Element, element, list, truth};
use super::icon::icon;
use crate::dom::focus;
use crate::locale::Phrases;
use crate::model::Msg;
use crate::model::topics::{Topic, all, only};

/// The group of switches; nothing for a story without topics.
pub(super) fn topics(
    topics: &[Topic],
    phrases: &Phrases,
    on_msg: &Callback<Msg>,
) -> Option<Element> {
    if topics.is_empty() {
        return None;
    }
    let of = topics.len();
    let every = |on: bool, name: &str| {
        let is_so = topics.iter().all(|topic| topic.on == on);
        element!(
            "button",
            "type" = "button",
            "class" = "every",
            "aria-disabled" = is_so.then_some("true") // and yet keeps the focus
        )
        .sends(on_msg, all(on, of))
        .text(name)
    };
    let switches = topics.iter().enumerate();
    let switches = switches.map(|(index, topic)| switch(index, of, topic, phrases, on_msg).into());
    let group = element!(
        "div",
        "class" = "topics",
        "role" = "group",
        "aria-label" = phrases.topics
    )
    .on(
        || ListenerKind::onfocusin,
        |event| {
            if let Some(button) = event.target_dyn_into() {
                focus::show(&button);
            }
        },
    )
    .child(list(switches.collect()))
    .child(every(true, phrases.all_topics))
    .child(every(false, phrases.no_topics));
    Some(group)
}

fn switch(
    index: usize,
    of: usize,
    topic: &Topic,
    phrases: &Phrases,
    on_msg: &Callback<Msg>,
) -> Element {
    let on = element!(
        "button",
        "type" = "button",
        "class" = "topic",
        "aria-label" = &topic.name,
        "aria-pressed" = truth(topic.on)
    )
    .sends(on_msg, Msg::TopicSwitched(index))
    .child(icon(&topic.id))
    .child(Element::said("span", &topic.label))
    .text(" ")
    .child(element!("span", "class" = "count").text(&phrases.number(topic.count)));
    let alone = element!(
        "button",
        "type" = "button",
        "class" = "only",
        "aria-label" = &topic.only,
        "title" = &topic.only
    )
    .sends(on_msg, only(index, of))
    .child(icon("only"));
    element!("span", "class" = "switch", "data-tone" = tone(Some(index)))
        .key(&topic.id)
        .child(on)
        .child(alone)
}

/// What gives a topic its colour: the story's topics take turns.
pub(super) fn tone(topic: Option<usize>) -> Option<&'static str> {
    topic.map(|topic| TONES[topic % TONES.len()])
}

const TONES: [&str; 9] = ["0", "1", "2", "3", "4", "5", "6", "7", "8"];
