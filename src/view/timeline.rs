//! Timeline: the years as bars over two handles that choose a period.

use std::rc::Rc;

use web_sys::MouseEvent;
use yew::{Callback, TargetCast};

use super::element::{Element, element};
use super::topics::tone;
use crate::digits::{digits, padded, signed};
use crate::dom::pointer;
use crate::locale::Phrases;
use crate::model::Msg;
use crate::model::card::Known;
use crate::model::timeline::{Bar, Piece, Share, Timeline, WHOLE};

/// The group of the chart and the two sliders.
pub(super) fn timeline(
    timeline: &Rc<Timeline>,
    phrases: &Phrases,
    on_msg: &Callback<Msg>,
) -> Element {
    let mut key = element!("span", "class" = "key", "aria-hidden" = "true");
    for (words, known) in phrases.known.into_iter().zip(KNOWN) {
        key = key.child(element!("span", "data-known" = known).text(words));
    }
    let mut years = element!("svg", "class" = "years", "aria-hidden" = "true");
    for bar in &timeline.bars {
        years = years.child(column(bar, timeline, on_msg));
    }
    years = years.child(blocks(timeline));
    for (share, words) in &timeline.marks {
        let mark = element!(
            "text",
            "x" = &percent(*share),
            "y" = "100%",
            "dy" = "1.25em"
        );
        years = years.child(mark.text(words));
    }
    let [first, last] = timeline.ends;
    let span = element!("svg", "class" = "span", "aria-hidden" = "true").child(element!(
        "rect",
        "x" = &percent(first),
        "width" = &percent(last - first),
        "height" = "100%"
    ));
    let pressed = {
        let (on_msg, timeline) = (on_msg.clone(), timeline.clone());
        move |event: MouseEvent| {
            if let Some(part) = track(&event) {
                on_msg.emit(timeline.with_track(part));
            }
        }
    };
    let handle = |name, year, moved| handle(name, year, moved, timeline, phrases, on_msg);
    let undated = timeline.undated.as_ref();
    element!(
        "div",
        "class" = "timeline",
        "part" = "timeline",
        "role" = "group",
        "aria-label" = phrases.timeline
    )
    .child(
        element!("p", "class" = "period")
            .child(element!("b").text(&timeline.period))
            .child(undated.map(|undated| element!("span").text(undated)))
            // Of the chart, which nobody hears either.
            .child(key),
    )
    .child(years)
    .child(
        element!("div", "class" = "track")
            .on_press(pressed)
            .child(span)
            .child(handle(phrases.from, timeline.from, Timeline::with_from))
            .child(handle(phrases.to, timeline.to, Timeline::with_to)),
    )
}

/// Where along the track it was pressed, from 0 to 1; `None` on a handle.
fn track(event: &MouseEvent) -> Option<f64> {
    let target = event.target_dyn_into::<web_sys::Element>()?;
    target
        .matches(".track")
        .ok()?
        .then(|| pointer::share(event, &target))
}

fn column(bar: &Bar, timeline: &Timeline, on_msg: &Callback<Msg>) -> Element {
    let room = bar.middle - timeline.pitch / 2;
    let chosen = bar.chosen.then_some("");
    element!("g", "class" = "year", "data-chosen" = chosen)
        .sends(on_msg, timeline.with_bar(bar))
        .child(element!("title").text(&bar.label))
        .child(element!(
            "rect",
            "class" = "room",
            "x" = &percent(room),
            "width" = &percent(timeline.pitch),
            "height" = "100%"
        ))
}

/// What the stylesheet calls each [`Known`](crate::model::card::Known), in its order.
const KNOWN: [&str; 3] = ["exact", "soft", "open"];

/// The pieces of all bars. Those that look the same are one path, since an element for each of some
/// thousands takes longer to make and to style than all else that a choice changes.
fn blocks(timeline: &Timeline) -> Element {
    let width = timeline.pitch * 3 / 4;
    let mut looks: Vec<(Look, String)> = Vec::new();
    for bar in &timeline.bars {
        let mut top = 0;
        for &Piece {
            topic,
            known,
            count,
        } in &bar.pieces
        {
            top += count;
            let look = (bar.inside, topic, known);
            let at = looks.iter().position(|(other, _)| *other == look);
            let at = at.unwrap_or_else(|| {
                looks.push((look, String::new()));
                looks.len() - 1
            });
            let (left, above) = (bar.middle - width / 2, WHOLE - timeline.height(top));
            let height = timeline.height(count);
            let path = &mut looks[at].1;
            for (step, share) in [
                ("M", left),
                (" ", above),
                ("h", width),
                ("v", height),
                ("h-", width),
            ] {
                *path += step;
                *path += &signed(share);
            }
            *path += "z";
        }
    }
    let mut blocks = element!(
        "svg",
        "viewBox" = "0 0 10000 10000", // WHOLE
        "preserveAspectRatio" = "none"
    );
    for ((inside, topic, known), path) in looks {
        let outside = (!inside).then_some("");
        blocks = blocks.child(element!(
            "path",
            "data-known" = KNOWN[known as usize],
            "data-tone" = tone(topic),
            "data-outside" = outside,
            "d" = &path
        ));
    }
    blocks
}

/// What decides how a piece is drawn: whether its years are shown, its topic, how well its dates are known.
type Look = (bool, Option<usize>, Known);

/// A slider over the years, which may be moved to any of them.
fn handle(
    name: &'static str,
    year: i32,
    moved: fn(&Timeline, i32) -> Msg,
    timeline: &Rc<Timeline>,
    phrases: &Phrases,
    on_msg: &Callback<Msg>,
) -> Element {
    let move_to = {
        let (timeline, on_msg) = (timeline.clone(), on_msg.clone());
        move |year| on_msg.emit(moved(&timeline, year))
    };
    let step_to = move_to.clone();
    let (first, last) = (timeline.span.start(), timeline.span.end());
    element!(
        "input",
        "type" = "range",
        "aria-label" = name,
        "min" = &signed(*first),
        "max" = &signed(*last),
        "aria-valuetext" = &phrases.year(year)
    )
    .value(&signed(year))
    .on_input(move |year| {
        if let Ok(year) = year.parse() {
            move_to(year);
        }
    })
    .on_key(move |event| {
        // Browsers disagree about these two.
        let step = match event.key().as_str() {
            "PageUp" => 5,
            "PageDown" => -5,
            _ => return,
        };
        event.prevent_default();
        step_to(year + step);
    })
}

/// A share as SVG writes it.
fn percent(share: Share) -> String {
    let sign = if share < 0 { "-" } else { "" };
    let share = share.unsigned_abs() as usize;
    [
        sign,
        &digits(share / 100),
        ".",
        &padded(share % 100, 2),
        "%",
    ]
    .concat()
}
