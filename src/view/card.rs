//! Card: one event, with its sources; when chosen, with the ways on from it.

use std::rc::Rc;

use yew::prelude::*;

use super::element::{Element, element, heading, list};
use super::icon::icon;
use super::search::{marked, unbroken};
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
    pub(super) chosen: Option<Shared<Chosen>>,
    pub(super) lang: Lang,
    pub(super) parts: Parts,
    pub(super) hash: bool,
    pub(super) host: Host,
    pub(super) on_msg: Callback<Msg>,
}

/// An event.
pub(super) struct EventCard;

impl Component for EventCard {
    type Message = ();
    type Properties = EventCardProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let EventCardProps {
            card,
            search,
            level,
            chosen,
            lang,
            parts,
            hash,
            host,
            on_msg,
        } = context.props();
        let nothing = Search::default();
        let search = search.as_ref().map_or(&nothing, |search| search);
        let phrases = phrases(*lang);
        let id = ["event-", &card.id].concat();
        let subject = || {
            Rc::new(Subject {
                title: card.title.text.clone(),
                link: hash.then(|| ["event=", &card.id].concat()),
                card: Some(card.0.clone()),
                phrases,
                host: host.clone(),
                on_msg: on_msg.clone(),
            })
        };
        let current = chosen.is_some().then_some("true");
        let text = element!("p", "class" = "text", "lang" = &card.text.lang);
        let mut sources = element!("ul", "class" = "sources", "aria-label" = phrases.sources);
        for source in &card.sources {
            sources = sources.child(source_item(source, search));
        }
        let related = |chosen: &Chosen| related(&chosen.related, phrases, on_msg);
        let is_shared = |_: &&Chosen| parts.has(Part::Share);
        let chosen = chosen.as_deref().map(Rc::as_ref);
        element!(
            "article",
            "class" = "card",
            "part" = "card",
            "aria-labelledby" = &id,
            "aria-current" = current
        )
        .child(element!("p", "class" = "when").child(when(card, phrases)))
        .child(title(card, &id, *level, search, on_msg))
        .child(whereabouts(card, chosen, search))
        .child(text.child(marked(&card.text.text, search)))
        .child(names(phrases.people, &card.people, search))
        .child(names(phrases.organisations, &card.organisations, search))
        .child(sources)
        .child(chosen.and_then(related))
        .child(
            chosen
                .filter(is_shared)
                .map(|chosen| share(&subject(), chosen.told)),
        )
        .into()
    }
}

/// The heading, which chooses the event.
fn title(card: &Card, id: &String, level: u8, search: &Search, on_msg: &Callback<Msg>) -> Element {
    let Said { text, lang } = &card.title;
    let choose = element!("button", "type" = "button").sends(on_msg, Msg::EventChosen(card.event));
    element!(
        heading(level),
        "id" = id,
        "class" = "title",
        "tabindex" = "-1",
        "lang" = lang
    )
    .child(choose.child(marked(text, search)))
}

/// Where it was, and in a line with that what it is about, how far it went, and what has come of it.
fn whereabouts(card: &Card, chosen: Option<&Chosen>, search: &Search) -> Element {
    let at = (!card.at.is_empty()).then(|| numbers(&card.at));
    let place = element!("span", "data-places" = &at).child(marked(&card.whereabouts, search));
    let mut line = element!("p", "class" = "where").child(place);
    for (topic, &index) in card.topics.iter().zip(&card.about) {
        let about = element!("span", "class" = "topic", "data-tone" = tone(Some(index)));
        let name = Element::said("span", &topic.name);
        line = line.child(about.child(icon(&topic.id)).child(name));
    }
    let distance = chosen.and_then(|chosen| chosen.distance.as_ref());
    let status = |status| element!("span", "class" = "status").text(status);
    line.child(distance.map(|distance| element!("span").text(distance)))
        .child(card.status.map(status))
}

pub(super) fn when(card: &Card, phrases: &Phrases) -> Html {
    let date = match &card.when {
        Some(when) => element!("time", "datetime" = &when.datetime).child(unbroken(&when.words)),
        None => element!("span").text(phrases.undated),
    };
    let as_of = card.as_of.as_ref();
    let as_of = as_of.map(|as_of| element!("span").text(as_of).into());
    list(vec![date.into(), as_of.unwrap_or_default()])
}

pub(super) fn names(label: &str, names: &[String], search: &Search) -> Option<Element> {
    if names.is_empty() {
        return None;
    }
    let line = element!("p", "class" = "names").child(element!("b").text(label));
    Some(line.text(" ").child(marked(&names.join("; "), search)))
}

fn source_item(source: &Reference, search: &Search) -> Element {
    let Reference {
        publisher,
        title,
        published,
        url,
    } = source;
    // With what parts it from the publisher, who alone is printed.
    let cite = |Said { text, lang }: &Said| {
        let cite = element!("cite", "lang" = lang).text(": ");
        cite.child(marked(text, search))
    };
    let link = element!("a", "href" = url, "target" = "_blank", "rel" = "noopener")
        .child(element!("span", "lang" = &publisher.lang).child(marked(&publisher.text, search)))
        .child(title.as_ref().map(cite));
    let published = published.as_ref().map(|published| {
        let words = element!("span", "class" = "published").text(", ");
        words.child(unbroken(published))
    });
    element!("li").child(link).child(published)
}

/// The ways to the events that have to do with the chosen one.
fn related(related: &[Rc<Card>], phrases: &Phrases, on_msg: &Callback<Msg>) -> Option<Element> {
    if related.is_empty() {
        return None;
    }
    let mut ways = element!(
        "div",
        "class" = "related",
        "role" = "group",
        "aria-label" = phrases.related
    )
    .child(element!("b").text(phrases.related));
    for card in related {
        ways = ways.child(way_to(card, None, on_msg));
    }
    Some(ways)
}

/// A button that chooses an event, by its date or other words and its title.
pub(super) fn way_to(card: &Card, words: Option<&str>, on_msg: &Callback<Msg>) -> Element {
    let words = words.or(card.when.as_ref().map(|when| when.words.as_str()));
    element!("button", "type" = "button", "class" = "way")
        .sends(on_msg, Msg::EventChosen(card.event))
        .child(element!("b").text(words.unwrap_or_default()))
        .text(" ")
        .child(Element::said("span", &card.title))
}
