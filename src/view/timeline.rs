//! Timeline: the years as bars over two handles that choose a period.

use std::ops::RangeInclusive;

use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use super::topics::tone;
use crate::dom::pointer;
use crate::locale::Phrases;
use crate::model::Msg;
use crate::model::timeline::{Bar, Piece, Share, Timeline, WHOLE};

/// The group of the chart and the two sliders.
pub(super) fn timeline(timeline: &Timeline, phrases: &Phrases, on_msg: &Callback<Msg>) -> Html {
    let pressed = {
        let (on_msg, timeline) = (on_msg.clone(), timeline.clone());
        Callback::from(move |event: MouseEvent| {
            if let Some(part) = track(&event) {
                on_msg.emit(timeline.with_track(part));
            }
        })
    };
    let [first, last] = timeline.ends;
    html! {
        <div class="timeline" part="timeline" role="group" aria-label={phrases.timeline}
            onfocusin={on_msg.reform(|_: FocusEvent| Msg::MapFocused)}>
            <p class="period">
                <b>{ &timeline.period }</b>
                if let Some(undated) = &timeline.undated {
                    <span>{ undated }</span>
                }
                // Of the chart, which nobody hears either.
                <span class="key" aria-hidden="true">
                    for (words, known) in phrases.known.into_iter().zip(KNOWN) {
                        <span data-known={known}>{ words }</span>
                    }
                </span>
            </p>
            <svg class="years" aria-hidden="true">
                for bar in &timeline.bars {
                    { column(bar, timeline, on_msg) }
                }
                for (share, words) in &timeline.marks {
                    <text x={percent(*share)} y="100%" dy="1.25em">{ words }</text>
                }
            </svg>
            <div class="track" onclick={pressed}>
                <svg class="span" aria-hidden="true">
                    <rect x={percent(first)} width={percent(last - first)} height="100%" />
                </svg>
                { handle(phrases.from, &timeline.span, timeline.from, phrases, with(timeline, on_msg, Timeline::with_from)) }
                { handle(phrases.to, &timeline.span, timeline.to, phrases, with(timeline, on_msg, Timeline::with_to)) }
            </div>
        </div>
    }
}

fn with(
    timeline: &Timeline,
    on_msg: &Callback<Msg>,
    moved: fn(&Timeline, i32) -> Msg,
) -> Callback<i32> {
    let timeline = timeline.clone();
    on_msg.reform(move |year| moved(&timeline, year))
}

/// Where along the track it was pressed, from 0 to 1; `None` on a handle.
fn track(event: &MouseEvent) -> Option<f64> {
    let target = event.target_dyn_into::<Element>()?;
    target
        .matches(".track")
        .ok()?
        .then(|| pointer::share(event, &target))
}

fn column(bar: &Bar, timeline: &Timeline, on_msg: &Callback<Msg>) -> Html {
    let press = {
        let msg = timeline.with_bar(bar);
        on_msg.reform(move |_: MouseEvent| msg.clone())
    };
    let mut top = 0;
    let pieces = bar.pieces.iter().map(|piece| {
        top += piece.count;
        block(piece, top, bar.middle, timeline)
    });
    html! {
        <g class="year" data-chosen={bar.chosen.then_some("")} data-outside={(!bar.inside).then_some("")}
            onclick={press}>
            <title>{ &bar.label }</title>
            <rect class="room" x={percent(bar.middle - timeline.pitch / 2)} width={percent(timeline.pitch)} height="100%" />
            { pieces.collect::<Html>() }
        </g>
    }
}

/// What the stylesheet calls each [`Known`](crate::model::card::Known), in its order.
const KNOWN: [&str; 3] = ["exact", "soft", "open"];

/// A piece of a bar that is so many events high.
fn block(piece: &Piece, top: usize, middle: Share, timeline: &Timeline) -> Html {
    let known = KNOWN[piece.known as usize];
    let width = timeline.pitch * 3 / 4;
    html! {
        <rect data-known={known} data-tone={tone(piece.topic)} x={percent(middle - width / 2)} width={percent(width)}
            y={percent(WHOLE - timeline.height(top))} height={percent(timeline.height(piece.count))} />
    }
}

fn handle(
    name: &'static str,
    span: &RangeInclusive<i32>,
    year: i32,
    phrases: &Phrases,
    moved: Callback<i32>,
) -> Html {
    let input = {
        let moved = moved.clone();
        Callback::from(move |event: InputEvent| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            if let Some(year) = input.and_then(|input| input.value().parse().ok()) {
                moved.emit(year);
            }
        })
    };
    let keyed = Callback::from(move |event: KeyboardEvent| {
        // Browsers disagree about these two.
        let step = match event.key().as_str() {
            "PageUp" => 5,
            "PageDown" => -5,
            _ => return,
        };
        event.prevent_default();
        moved.emit(year + step);
    });
    html! {
        <input type="range" aria-label={name} min={span.start().to_string()} max={span.end().to_string()}
            value={year.to_string()} aria-valuetext={(phrases.year)(year)} oninput={input} onkeydown={keyed} />
    }
}

/// A share as SVG writes it. No number is formatted here but whole ones: the others take kilobytes.
fn percent(share: Share) -> String {
    let sign = if share < 0 { "-" } else { "" };
    let share = share.abs();
    format!("{sign}{}.{:02}%", share / 100, share % 100)
}
