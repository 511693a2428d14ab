//! Topics: a switch for each, only one, all or none.

use yew::prelude::*;

use super::icon::icon;
use crate::dom::focus;
use crate::locale::Phrases;
use crate::model::Msg;
use crate::model::topics::{Topic, all, only};

/// The group of switches; nothing for a story without topics.
pub(super) fn topics(topics: &[Topic], phrases: &Phrases, on_msg: &Callback<Msg>) -> Html {
    if topics.is_empty() {
        return Html::default();
    }
    let of = topics.len();
    let every = |on: bool, name: &'static str| {
        let press = on_msg.reform(move |_: MouseEvent| all(on, of));
        let is_so = topics.iter().all(|topic| topic.on == on);
        html! { <button type="button" class="every" onclick={press} disabled={is_so}>{ name }</button> }
    };
    let focused = Callback::from(|event: FocusEvent| {
        if let Some(button) = event.target_dyn_into() {
            focus::show(&button);
        }
    });
    html! {
        <div class="topics" role="group" aria-label={phrases.topics} onfocusin={focused}>
            for (index, topic) in topics.iter().enumerate() {
                { switch(index, of, topic, phrases, on_msg) }
            }
            { every(true, phrases.all_topics) }
            { every(false, phrases.no_topics) }
        </div>
    }
}

fn switch(
    index: usize,
    of: usize,
    topic: &Topic,
    phrases: &Phrases,
    on_msg: &Callback<Msg>,
) -> Html {
    let press = on_msg.reform(move |_: MouseEvent| Msg::TopicSwitched(index));
    let alone = on_msg.reform(move |_: MouseEvent| only(index, of));
    html! {
        <span key={topic.id.clone()} class="switch" data-tone={tone(Some(index))}>
            <button type="button" class="topic" onclick={press} aria-label={topic.name.clone()}
                aria-pressed={topic.on.to_string()}>
                { icon(&topic.id) }
                <span lang={topic.label.lang.clone()}>{ &topic.label.text }</span>
                { " " }
                <span class="count">{ phrases.number(topic.count) }</span>
            </button>
            <button type="button" class="only" onclick={alone} aria-label={topic.only.clone()}
                title={topic.only.clone()}>{ icon("only") }</button>
        </span>
    }
}

/// What gives a topic its colour: the story's topics take turns.
pub(super) fn tone(topic: Option<usize>) -> Option<&'static str> {
    topic.map(|topic| TONES[topic % TONES.len()])
}

const TONES: [&str; 9] = ["0", "1", "2", "3", "4", "5", "6", "7", "8"];
