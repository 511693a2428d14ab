//! Events: the list of cards, how many it shows, and the way back to all of them.

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::ListenerKind;

use super::Settings;
use super::card::{EventCard, way_to};
use super::element::{Element, button, element, heading, list};
use super::save::save;
use super::search::unbroken;
use super::share::{Subject, share};
use super::shared::Shared;
use super::tour::tour;
use crate::dom::host::Host;
use crate::dom::pointer;
use crate::locale::Phrases;
use crate::model::Msg;
use crate::model::frame::{Entry, Frame, Group};
use crate::model::parts::Part;
use crate::model::search::Search;
use crate::model::sheet::Sheet;

/// The region of the cards.
pub(super) fn events(
    frame: &Frame,
    sheet: Sheet,
    search: &Rc<Search>,
    phrases: &'static Phrases,
    settings: &Settings,
    host: &Host,
    on_msg: &Callback<Msg>,
) -> Element {
    let &Settings { parts, hash, .. } = settings;
    let level = settings.level() + 1; // of the headings over its groups
    let escaped = on_msg.clone();
    let card = |Entry { card, shown }: &Entry| {
        let chosen = frame.chosen.as_ref();
        let chosen = chosen.filter(|chosen| chosen.event == card.event);
        let chosen = chosen.map(|chosen| Shared(chosen.clone()));
        // What is not seen need not be drawn anew for each letter typed.
        let search = (*shown && search.is_sought()).then(|| Shared(search.clone()));
        element!("div", "class" = "entry", "hidden" = !shown)
            .key(&card.id)
            .child(html! {
                <EventCard card={Shared(card.clone())} {search} level={level + 1} {chosen}
                    lang={phrases.lang} {parts} {hash} host={host.clone()} on_msg={on_msg.clone()} />
            })
            .into()
    };
    let group = |group: &Group| {
        // A year that some date has no start in comes twice.
        let first = &group.cards[0].card.id;
        let id = ["group-", first].concat();
        element!(
            "section",
            "class" = "group",
            "hidden" = !group.shown,
            "aria-labelledby" = &id
        )
        .key(first)
        .child(element!(heading(level), "id" = &id, "class" = "heading").text(&group.heading))
        .child(list(group.cards.iter().map(card).collect()))
        .into()
    };
    let subject = Rc::new(Subject {
        title: frame.title.text.clone(),
        link: hash.then(|| frame.link.clone()),
        card: None,
        phrases,
        host: host.clone(),
        on_msg: on_msg.clone(),
    });
    let all = || button(phrases.all_events).sends(on_msg, Msg::AllAsked);
    let spoken = frame.spoken.as_ref().map(|card| {
        let title = &card.title;
        element!("span", "lang" = &title.lang).text(&title.text)
    });
    let bar = element!("div", "class" = "bar")
        .child(element!("p", "role" = "status").child(unbroken(&frame.status)))
        .child(frame.narrowed.then(all))
        .child(element!("span", "class" = "spoken", "aria-live" = "polite").child(spoken))
        .child(
            parts
                .has(Part::Tour)
                .then(|| tour(&frame.steps, phrases, on_msg)),
        );
    let today = frame.on_this_day.as_ref();
    let away = || {
        let link = frame
            .chosen
            .is_none()
            .then(|| share(&subject, frame.copied));
        let away = element!("div", "class" = "away").child(link);
        away.child(save(&subject, frame.saved))
    };
    let more = || {
        element!("button", "type" = "button", "class" = "more")
            .sends(on_msg, Msg::MoreAsked)
            .text(phrases.more_events)
    };
    let brief = frame.brief.then_some("");
    element!(
        "section",
        "class" = "events",
        "aria-label" = phrases.events,
        "data-brief" = brief
    )
    .on_key(move |event| {
        if event.key() == "Escape" {
            escaped.emit(Msg::Escaped);
        }
    })
    .child(grip(sheet, phrases, on_msg))
    .child(bar)
    .child(today.map(|day| way_to(&day.card, Some(&day.words), on_msg)))
    .child(parts.has(Part::Share).then(away))
    .child((frame.nothing).map(|nothing| element!("p", "class" = "nothing").text(nothing)))
    .child(list(frame.groups.iter().map(group).collect()))
    .child(frame.more.then(more))
}

/// What the list is dragged by where it lies over the map, with buttons that do the same. At its end a button
/// does nothing, but keeps the focus.
fn grip(sheet: Sheet, phrases: &Phrases, on_msg: &Callback<Msg>) -> Element {
    let button = |name: &'static str, sign: &str, to: Sheet| {
        let is_there = (to == sheet).then_some("true");
        element!(
            "button",
            "type" = "button",
            "aria-disabled" = is_there,
            "aria-label" = name,
            "title" = name
        )
        .sends(on_msg, Msg::SheetSet(to))
        .text(sign)
    };
    let on_msg = on_msg.clone();
    element!("div", "class" = "grip")
        .on(
            || ListenerKind::onchange,
            move |event| {
                on_msg.emit(Msg::SheetDropped(pointer::detail(&event)));
            },
        )
        .child(button(phrases.less_list, "▼", sheet.lowered()))
        .child(button(phrases.more_list, "▲", sheet.raised()))
}
