//! Card: one event, with its sources; when chosen, with the ways on from it.

use std::rc::Rc;

use yew::prelude::*;

use super::icon::icon;
use super::search::marked;
use super::share::{Subject, share};
use super::shared::Shared;
use super::topics::tone;
use crate::dom::host::Host;
use crate::locale::{Phrases, phrases};
use crate::model::Msg;
use crate::model::card::{Card, Reference, Said};
use crate::model::frame::Chosen;
use crate::model::parts::{Part, Parts};
use crate::model::pins::numbers;
use crate::model::search::Search;
use crate::story::Lang;

/// Props of [`EventCard`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct EventCardProps {
    pub(super) card: Shared<Card>,
    /// What is looked for, if anything.
    pub(super) search: Option<Shared<Search>>,
    /// The level of its heading in the page.
    pub(super) level: u8,
    /// Its neighbours, when it is the chosen one.
    pub(super) chosen: Option<Chosen>,
    pub(super) lang: Lang,
    pub(super) parts: Parts,
    pub(super) hash: bool,
    pub(super) host: Host,
    pub(super) on_msg: Callback<Msg>,
}

/// An event.
#[component]
pub(super) fn EventCard(
    EventCardProps {
        card,
        search,
        level,
        chosen,
        lang,
        parts,
        hash,
        host,
        on_msg,
    }: &EventCardProps,
) -> Html {
    let nothing = Search::default();
    let search = search.as_ref().map_or(&nothing, |search| search);
    let phrases = phrases(*lang);
    let id = format!("event-{}", card.id);
    let event = card.event;
    let choose = on_msg.reform(move |_: MouseEvent| Msg::EventChosen(event));
    let subject = || {
        Rc::new(Subject {
            title: card.title.text.clone(),
            link: hash.then(|| format!("event={}", card.id)),
            card: Some(card.0.clone()),
            phrases,
            host: host.clone(),
            on_msg: on_msg.clone(),
        })
    };
    let current = chosen.is_some().then_some("true");
    html! {
        <article class="card" part="card" aria-labelledby={id.clone()} aria-current={current}>
            <p class="when">{ when(card, phrases) }</p>
            <@{format!("h{level}")} {id} class="title" tabindex="-1" lang={card.title.lang.clone()}>
                <button type="button" onclick={choose}>{ marked(&card.title.text, search) }</button>
            </@>
            <p class="where">
                <span data-places={(!card.at.is_empty()).then(|| numbers(&card.at))}>{ marked(&card.whereabouts, search) }</span>
                for (topic, &index) in card.topics.iter().zip(&card.about) {
                    <span class="topic" data-tone={tone(Some(index))}>
                        { icon(&topic.id) }
                        <span lang={topic.name.lang.clone()}>{ &topic.name.text }</span>
                    </span>
                }
                if let Some(distance) = chosen.as_ref().and_then(|chosen| chosen.distance.as_ref()) {
                    <span>{ distance }</span>
                }
                if let Some(status) = card.status {
                    <span class="status">{ status }</span>
                }
            </p>
            <p class="text" lang={card.text.lang.clone()}>{ marked(&card.text.text, search) }</p>
            { names(phrases.people, &card.people, search) }
            { names(phrases.organisations, &card.organisations, search) }
            <ul class="sources" aria-label={phrases.sources}>
                for source in &card.sources {
                    { source_item(source, search) }
                }
            </ul>
            if let Some(chosen) = chosen {
                { related(&chosen.related, phrases, on_msg) }
                if parts.has(Part::Share) {
                    { share(&subject(), chosen.told) }
                }
            }
        </article>
    }
}

pub(super) fn when(card: &Card, phrases: &Phrases) -> Html {
    let as_of = card
        .as_of
        .as_ref()
        .map(|as_of| html! { <span>{ as_of }</span> });
    match &card.when {
        Some(when) => html! {
            <><time datetime={when.datetime.clone()}>{ &when.words }</time>{ as_of }</>
        },
        None => html! { <><span>{ phrases.undated }</span>{ as_of }</> },
    }
}

pub(super) fn names(label: &str, names: &[String], search: &Search) -> Html {
    if names.is_empty() {
        return Html::default();
    }
    html! { <p class="names"><b>{ label }</b>{ " " }{ marked(&names.join("; "), search) }</p> }
}

pub(super) fn source_item(source: &Reference, search: &Search) -> Html {
    let Reference {
        publisher,
        title,
        published,
        url,
    } = source;
    html! {
        <li>
            <a href={url.clone()} target="_blank" rel="noopener">
                <span lang={publisher.lang.clone()}>{ marked(&publisher.text, search) }</span>
                if let Some(Said { text, lang }) = title {
                    // With what parts it from the publisher, who alone is printed.
                    <cite lang={lang.clone()}>{ ": " }{ marked(text, search) }</cite>
                }
            </a>
            if let Some(published) = published {
                <span class="published">{ ", " }{ published }</span>
            }
        </li>
    }
}

/// The ways to the events that have to do with the chosen one.
fn related(related: &[Rc<Card>], phrases: &Phrases, on_msg: &Callback<Msg>) -> Html {
    if related.is_empty() {
        return Html::default();
    }
    html! {
        <div class="related" role="group" aria-label={phrases.related}>
            <b>{ phrases.related }</b>
            { related.iter().map(|card| way_to(card, None, on_msg)).collect::<Html>() }
        </div>
    }
}

/// A button that chooses an event, by its date or other words and its title.
pub(super) fn way_to(card: &Card, words: Option<&str>, on_msg: &Callback<Msg>) -> Html {
    let event = card.event;
    let choose = on_msg.reform(move |_: MouseEvent| Msg::EventChosen(event));
    let words = words.or(card.when.as_ref().map(|when| when.words.as_str()));
    html! {
        <button type="button" class="way" onclick={choose}>
            <b>{ words.unwrap_or_default() }</b>{ " " }<span lang={card.title.lang.clone()}>{ &card.title.text }</span>
        </button>
    }
}
