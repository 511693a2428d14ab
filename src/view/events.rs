//! Events: the list of cards, how many it shows, and the way back to all of them.

use std::rc::Rc;

use yew::prelude::*;

use super::Settings;
use super::card::{EventCard, way_to};
use super::save::save;
use super::share::{Subject, share};
use super::shared::Shared;
use super::tour::tour;
use crate::dom::attention;
use crate::dom::host::Host;
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
) -> Html {
    let &Settings { parts, hash, .. } = settings;
    let level = settings.level() + 1; // of the headings over its groups
    let all = on_msg.reform(|_: MouseEvent| Msg::AllAsked);
    let keyed = {
        let on_msg = on_msg.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                on_msg.emit(Msg::Escaped);
            }
        })
    };
    let focused = {
        let on_msg = on_msg.clone();
        Callback::from(move |event: FocusEvent| {
            if !attention::is_in(&event, ".grip, .bar") {
                on_msg.emit(Msg::ListFocused);
            }
        })
    };
    let card = |Entry { card, shown }: &Entry| {
        let chosen = (frame.chosen.clone()).filter(|chosen| chosen.event == card.event);
        // What is not seen need not be drawn anew for each letter typed.
        let search = (*shown && search.is_sought()).then(|| Shared(search.clone()));
        html! {
            <div key={card.id.clone()} class="entry" hidden={!shown}>
                <EventCard card={Shared(card.clone())} {search} level={level + 1} {chosen}
                    lang={phrases.lang} {parts} {hash} host={host.clone()} on_msg={on_msg.clone()} />
            </div>
        }
    };
    let group = |group: &Group| {
        let id = format!("group-{}", group.heading.replace(' ', "-"));
        html! {
            <section key={group.heading.clone()} class="group" hidden={!group.shown} aria-labelledby={id.clone()}>
                <@{format!("h{level}")} {id} class="heading">{ &group.heading }</@>
                { group.cards.iter().map(card).collect::<Html>() }
            </section>
        }
    };
    let subject = Rc::new(Subject {
        title: frame.title.text.clone(),
        link: hash.then(|| frame.link.clone()),
        card: None,
        phrases,
        host: host.clone(),
        on_msg: on_msg.clone(),
    });
    html! {
        <section class="events" aria-label={phrases.events} data-brief={frame.brief.then_some("")} onkeydown={keyed} onfocusin={focused}>
            { grip(sheet, phrases, on_msg) }
            <div class="bar">
                <p role="status">{ &frame.status }</p>
                if frame.narrowed {
                    <button type="button" onclick={all}>{ phrases.all_events }</button>
                }
                if parts.has(Part::Tour) {
                    { tour(&frame.steps, phrases, on_msg) }
                }
            </div>
            if let Some(day) = &frame.on_this_day {
                { way_to(&day.card, Some(&day.words), on_msg) }
            }
            if parts.has(Part::Share) {
                <div class="away">
                    if frame.chosen.is_none() {
                        { share(&subject, frame.copied) }
                    }
                    { save(&subject, frame.saved) }
                </div>
            }
            if let Some(nothing) = frame.nothing {
                <p class="nothing">{ nothing }</p>
            }
            { frame.groups.iter().map(group).collect::<Html>() }
            if frame.more {
                <button type="button" class="more" onclick={on_msg.reform(|_: MouseEvent| Msg::MoreAsked)}>
                    { phrases.more_events }
                </button>
            }
        </section>
    }
}

/// What the list is dragged by where it lies over the map, with buttons that do the same. At its end a button
/// does nothing, but keeps the focus.
fn grip(sheet: Sheet, phrases: &Phrases, on_msg: &Callback<Msg>) -> Html {
    let button = |name: &'static str, sign: &'static str, to: Sheet| {
        let press = on_msg.reform(move |_: MouseEvent| Msg::SheetSet(to));
        html! {
            <button type="button" onclick={press} aria-disabled={(to == sheet).then_some("true")} aria-label={name} title={name}>{ sign }</button>
        }
    };
    html! {
        <div class="grip">
            { button(phrases.less_list, "▼", sheet.lowered()) }
            { button(phrases.more_list, "▲", sheet.raised()) }
        </div>
    }
}
