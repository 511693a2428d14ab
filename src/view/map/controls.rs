//! Controls: the map's buttons, and the note about it.

use std::rc::Rc;

use yew::Callback;

use super::held::Held;
use crate::locale::Phrases;
use crate::locale::brought::brought;
use crate::model::Msg;
use crate::model::control::Control;
use crate::view::element::{Element, element, truth};

/// The buttons that zoom and move.
pub(super) fn controls(phrases: &Phrases, held: &Rc<Held>) -> Element {
    let name = phrases.map_controls;
    let mut controls = element!(
        "div",
        "class" = "controls",
        "role" = "group",
        "aria-label" = name
    );
    for which in Control::ALL {
        controls = controls.child(control_button(which, phrases, held));
    }
    controls
}

/// The button that opens the note about the map.
pub(super) fn about_button(is_open: bool, phrases: &Phrases, on_msg: &Callback<Msg>) -> Element {
    let name = phrases.about_map;
    element!(
        "button",
        "type" = "button",
        "class" = "about",
        "aria-label" = name,
        "title" = name,
        "aria-expanded" = truth(is_open)
    )
    .sends(on_msg, Msg::AboutSwitched)
    .text("i")
}

/// The note about the map. What may have to be scrolled must be in the keyboard's reach.
pub(super) fn note(phrases: &Phrases) -> Element {
    let mut note = element!(
        "div",
        "class" = "note",
        "role" = "group",
        "aria-label" = phrases.about_map,
        "tabindex" = "0"
    );
    for words in &brought(phrases.lang).note {
        note = note.child(element!("p").text(words));
    }
    note
}

fn control_button(which: Control, phrases: &Phrases, held: &Rc<Held>) -> Element {
    let (name, sign, class) = match which {
        Control::ZoomIn => (phrases.zoom_in, "+", "zoom-in"),
        Control::ZoomOut => (phrases.zoom_out, "−", "zoom-out"),
        Control::ShowAll => (phrases.show_all_places, "◎", "show-all"),
        Control::North => (phrases.move_north, "↑", "north"),
        Control::South => (phrases.move_south, "↓", "south"),
        Control::West => (phrases.move_west, "←", "west"),
        Control::East => (phrases.move_east, "→", "east"),
    };
    let held = held.clone();
    element!(
        "button",
        "type" = "button",
        "class" = class,
        "aria-label" = name,
        "title" = name
    )
    .on_press(move |_| {
        held.control(which);
    })
    .text(sign)
}
