//! Card: one event, with its sources; when chosen, with the ways on from it.

use std::rc::Rc;

use yew::prelude::*;

use super::icon::icon;
use super::search::marked;
use super::topics::tone;
use crate::dom::{address, clipboard};
use crate::locale::{Citation, Phrases, phrases};
use crate::model::Msg;
use crate::model::card::{Card, Reference, Said};
use crate::model::frame::Chosen;
use crate::model::link::Link;
use crate::model::search::Search;
use crate::story::Lang;

/// Props of [`EventCard`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct EventCardProps {
    pub(super) card: Rc<Card>,
    /// What is looked for.
    pub(super) search: Rc<Search>,
    /// The level of its heading in the page.
    pub(super) level: u8,
    /// Its neighbours, when it is the chosen one.
    pub(super) chosen: Option<Chosen>,
    pub(super) lang: Lang,
    pub(super) hash: bool,
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
        hash,
        on_msg,
    }: &EventCardProps,
) -> Html {
    let phrases = phrases(*lang);
    let id = format!("event-{}", card.id);
    let event = card.event;
    let choose = on_msg.reform(move |_: MouseEvent| Msg::EventChosen(event));
    let current = chosen.is_some().then_some("true");
    html! {
        <article class="card" part="card" aria-labelledby={id.clone()} aria-current={current}>
            <p class="when">{ when(card, phrases) }</p>
            <@{format!("h{level}")} {id} class="title" tabindex="-1" lang={card.title.lang.clone()}>
                <button type="button" onclick={choose}>{ marked(&card.title.text, search) }</button>
            </@>
            <p class="where">
                <span>{ marked(&card.whereabouts, search) }</span>
                for (topic, &index) in card.topics.iter().zip(&card.about) {
                    <span class={classes!("topic", tone(Some(index)))}>
                        { icon(&topic.id) }
                        <span lang={topic.name.lang.clone()}>{ &topic.name.text }</span>
                    </span>
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
                { ways(card, *chosen, phrases, *hash, on_msg) }
            }
        </article>
    }
}

fn when(card: &Card, phrases: &Phrases) -> Html {
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

fn names(label: &str, names: &[String], search: &Search) -> Html {
    if names.is_empty() {
        return Html::default();
    }
    html! { <p class="names"><b>{ label }</b>{ " " }{ marked(&names.join("; "), search) }</p> }
}

fn source_item(source: &Reference, search: &Search) -> Html {
    let Reference {
        publisher,
        title,
        published,
        url,
    } = source;
    html! {
        <li>
            <a href={url.clone()} target="_blank" rel="noopener">
                { marked(publisher, search) }
                if let Some(Said { text, lang }) = title {
                    // With what parts it from the publisher, who alone is printed.
                    <cite lang={lang.clone()}>{ ": " }{ marked(text, search) }</cite>
                }
            </a>
            if let Some(published) = published {
                { ", " }{ published }
            }
        </li>
    }
}

/// What the reader can take away from the chosen event: its link, its citation.
fn ways(
    card: &Rc<Card>,
    chosen: Chosen,
    phrases: &'static Phrases,
    hash: bool,
    on_msg: &Callback<Msg>,
) -> Html {
    let copy = |text: fn(&Card, &Phrases, &str) -> String| {
        let (card, on_msg) = (card.clone(), on_msg.clone());
        Callback::from(move |_: MouseEvent| {
            let on_msg = on_msg.clone();
            let text = text(&card, phrases, &link(&card, hash));
            clipboard::copy(&text, move |copied| on_msg.emit(Msg::Copied(copied)));
        })
    };
    let button = |name: &'static str, press: Callback<MouseEvent>| {
        html! { <button type="button" onclick={press}>{ name }</button> }
    };
    html! {
        <div class="ways">
            { button(phrases.copy_link, copy(|_, _, link| link.to_owned())) }
            { button(phrases.copy_citation, copy(citation)) }
            <span class="told" role="status">{ chosen.told }</span>
        </div>
    }
}

/// The event's own address, where the page's address can hold it; else the page's.
fn link(card: &Card, hash: bool) -> String {
    let link = Link {
        event: hash.then(|| card.id.clone()),
        ..Link::default()
    };
    address::with_fragment(&link.write(&address::fragment()))
}

fn citation(card: &Card, phrases: &Phrases, link: &str) -> String {
    let sources: Vec<String> = card
        .sources
        .iter()
        .map(|source| {
            let title = source.title.as_ref().map(|title| title.text.as_str());
            let said = [
                Some(source.publisher.as_str()),
                title,
                source.published.as_deref(),
                Some(&source.url),
            ];
            said.into_iter().flatten().collect::<Vec<_>>().join(", ")
        })
        .collect();
    (phrases.citation)(&Citation {
        event: &card.title.text,
        when: card
            .when
            .as_ref()
            .map_or(phrases.undated, |when| &when.words),
        sources: &sources.join("; "),
        link,
    })
}
