//! Tour: the buttons that step through the story, or let it tell itself.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::locale::Phrases;
use crate::model::Msg;
use crate::model::frame::Steps;
use crate::model::tour::Pace;

/// The group of its buttons.
pub(super) fn tour(steps: &Steps, phrases: &Phrases, on_msg: &Callback<Msg>) -> Html {
    let step = |name: &'static str, sign: &'static str, to: Option<usize>| {
        let on_msg = on_msg.clone();
        let press = Callback::from(move |_: MouseEvent| {
            if let Some(event) = to {
                on_msg.emit(Msg::EventChosen(event));
            }
        });
        html! {
            <button type="button" onclick={press} disabled={to.is_none()} aria-label={name} title={name}>{ sign }</button>
        }
    };
    let Steps { first, tour, .. } = *steps;
    let (name, sign, then) = if tour.playing {
        (phrases.pause_tour, "❙❙", None)
    } else {
        (phrases.play_tour, "▶\u{fe0e}", first)
    };
    let press = on_msg.reform(move |_: MouseEvent| Msg::TourPlayed(then));
    let paced = {
        let on_msg = on_msg.clone();
        Callback::from(move |event: Event| {
            let select = event.target_dyn_into::<HtmlSelectElement>();
            let index = select.map_or(0, |select| select.selected_index().unsigned_abs() as usize);
            on_msg.emit(Msg::PaceChosen(Pace::ALL[index % Pace::ALL.len()]));
        })
    };
    html! {
        <div class="tour" data-playing={tour.playing.then_some("")}>
            { step(phrases.previous_event, "‹", steps.previous) }
            <button type="button" onclick={press} aria-label={name} title={name}
                disabled={!tour.playing && first.is_none()}>{ sign }</button>
            { step(phrases.next_event, "›", steps.next) }
            <select aria-label={phrases.pace} title={phrases.pace} onchange={paced}>
                for (pace, words) in Pace::ALL.into_iter().zip(phrases.paces) {
                    <option selected={tour.pace == pace}>{ words }</option>
                }
            </select>
        </div>
    }
}
