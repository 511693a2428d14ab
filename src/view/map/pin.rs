//! Pin: the button of a place, or of several.

use std::rc::Rc;

use yew::Callback;

use super::held::Held;
use crate::digits::digits;
use crate::locale::Phrases;
use crate::model::Msg;
use crate::model::cluster::{self, Sign};
use crate::model::frame;
use crate::model::pins::numbers;
use crate::view::element::{Element, element, truth};

/// The button of a place, or of several that lie on one another.
pub(super) fn pin(
    group: &[usize],
    pins: &[frame::Pin],
    phrases: &Phrases,
    held: &Rc<Held>,
    on_msg: &Callback<Msg>,
) -> Element {
    let Sign {
        name,
        count,
        pressed,
    } = cluster::sign(group, pins, phrases);
    let first = &pins[group[0]];
    let is_cluster = group.len() > 1;
    let press = {
        let (held, on_msg, group) = (held.clone(), on_msg.clone(), group.to_vec());
        move |_| match group.as_slice() {
            &[place] => on_msg.emit(Msg::PinPressed(place)),
            several if held.on_stage(|stage, _| stage.part(several)) => {}
            several => on_msg.emit(Msg::ClusterPressed(several.to_vec())),
        }
    };
    // A cluster is no switch; but it says when it hides one that is on.
    let pressed = (pressed || !is_cluster).then_some(truth(pressed));
    // What is seen is what is said, in its order; the local name says nothing new, and a cluster's name says
    // more than there is room for. So those are no text but the stylesheet's to show.
    let more = is_cluster.then(|| [&first.label.text, " +", &digits(group.len() - 1)].concat());
    let mut label = element!(
        "span",
        "class" = "label",
        "lang" = &first.label.lang,
        "data-words" = &more
    );
    if !is_cluster {
        let local = first.local.as_ref();
        let local = local.map(|local| {
            element!(
                "span",
                "class" = "local",
                "lang" = &local.lang,
                "data-words" = &local.text
            )
        });
        label = label.text(&first.label.text).child(local);
    }
    let cluster = is_cluster.then_some("");
    let none = (count == 0).then_some("");
    element!(
        "button",
        "type" = "button",
        "class" = "pin",
        "part" = "pin",
        "data-cluster" = cluster,
        "data-none" = none,
        "aria-label" = &name,
        "aria-pressed" = pressed,
        "data-places" = &numbers(group)
    )
    // Its place's button and that of a cluster there are one element, so that the focus stays on it.
    .key(&first.id)
    .on_press(press)
    .child(label)
    .text(" ")
    .child(element!("span", "class" = "count").text(&phrases.number(count)))
}
