//! Held: the stage and its surface, and what a reader's hand does to them.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlCanvasElement, PointerEvent};
use yew::NodeRef;
use yew::virtual_dom::ListenerKind;

use crate::dom::pointer;
use crate::dom::stage::Stage;
use crate::model::control::Control;
use crate::model::gesture::Input;
use crate::view::element::Kind;

/// What the elements' callbacks act on.
#[derive(Default)]
pub(super) struct Held {
    pub(super) stage: RefCell<Option<Stage>>,
    pub(super) surface: NodeRef,
}

impl Held {
    /// Does something on the stage, if there is one; whether it answers.
    pub(super) fn on_stage(&self, act: impl FnOnce(&Stage, &Element) -> bool) -> bool {
        let (stage, surface) = (self.stage.borrow(), self.surface.cast());
        (stage.as_ref().zip(surface)).is_some_and(|(stage, surface)| act(stage, &surface))
    }

    pub(super) fn control(&self, control: Control) -> bool {
        self.on_stage(|stage, _| {
            stage.control(control);
            true
        })
    }
}

/// What a reader does to the map, and what comes of it.
pub(super) type Deed = fn(&Event, &Stage, &Element) -> bool;

pub(super) const DEEDS: [(Kind, Deed); 6] = [
    (
        || ListenerKind::onpointerdown,
        |event, stage, surface| {
            pointer::pressed(event.unchecked_ref(), surface).is_some_and(|input| stage.input(input))
        },
    ),
    (
        || ListenerKind::onpointermove,
        |event, stage, surface| {
            let event: &PointerEvent = event.unchecked_ref();
            let was_dragging = stage.is_dragging();
            let answered = stage.input(pointer::moved(event, surface));
            if stage.is_dragging() && !was_dragging {
                // From here on the drag goes on outside the box too, and is no click on a pin. The
                // browser refuses only when the pointer is already up.
                let _ = surface.set_pointer_capture(event.pointer_id());
            }
            answered
        },
    ),
    (
        || ListenerKind::onpointerup,
        |event, stage, _| stage.input(pointer::lifted(event.unchecked_ref())),
    ),
    (
        || ListenerKind::onpointercancel,
        |event, stage, _| stage.input(pointer::lost(event.unchecked_ref())),
    ),
    (
        || ListenerKind::ondblclick,
        |event, stage, surface| {
            // Two presses of a button, or one of a button that is gone and one of what is there then, are not two
            // of the map.
            let on_map = event
                .target()
                .is_some_and(|target| target.has_type::<HtmlCanvasElement>());
            if !on_map {
                return false;
            }
            let at = pointer::at(event.unchecked_ref(), surface);
            stage.input(Input::Doubled { at })
        },
    ),
    (
        || ListenerKind::onwheel,
        |event, stage, surface| {
            let answered = stage.input(pointer::wheeled(event.unchecked_ref(), surface));
            if answered {
                event.prevent_default();
            }
            answered
        },
    ),
];
