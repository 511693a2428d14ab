//! Tour: the buttons that step through the story, or let it tell itself.

use yew::Callback;

use super::element::{Element, element};
use crate::locale::Phrases;
use crate::model::Msg;
use crate::model::frame::Steps;
use crate::model::tour::Pace;

/// The group of its buttons.
pub(super) fn tour(steps: &Steps, phrases: &Phrases, on_msg: &Callback<Msg>) -> Element {
    let press = |name, sign: &str, msg: Option<Msg>| {
        let button = element!(
            "button",
            "type" = "button",
            "disabled" = msg.is_none(),
            "aria-label" = name,
            "title" = name
        )
        .text(sign);
        match msg {
            Some(msg) => button.sends(on_msg, msg),
            None => button,
        }
    };
    let step = |name, sign, to: Option<usize>| press(name, sign, to.map(Msg::EventChosen));
    let Steps { first, tour, .. } = *steps;
    let play = if tour.playing {
        press(phrases.pause_tour, "❙❙", Some(Msg::TourPlayed(None)))
    } else {
        let begun = first.map(|first| Msg::TourPlayed(Some(first)));
        press(phrases.play_tour, "▶\u{fe0e}", begun)
    };
    let chosen = on_msg.clone();
    let mut paces = element!(
        "select",
        "aria-label" = phrases.pace,
        "title" = phrases.pace
    )
    .on_choice(move |select| {
        let index = select.selected_index().unsigned_abs() as usize;
        chosen.emit(Msg::PaceChosen(Pace::ALL[index % Pace::ALL.len()]));
    });
    for (pace, words) in Pace::ALL.into_iter().zip(phrases.paces) {
        let option = element!("option", "selected" = tour.pace == pace);
        paces = paces.child(option.text(words));
    }
    element!(
        "div",
        "class" = "tour",
        "data-playing" = tour.playing.then_some("")
    )
    .child(paces) // in front, so that no button moves from under the pointer when it comes
    .child(step(phrases.previous_event, "‹", steps.previous))
    .child(play)
    .child(step(phrases.next_event, "›", steps.next))
}
