//! Pointer: the browser's pointer and wheel events as plain input, in pixels of the map's box.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent, PointerEvent, UiEvent, WheelEvent};

use crate::geo::Screen;
use crate::model::gesture::Input;

/// Where an event happened in an element's box.
pub fn at(event: &MouseEvent, element: &Element) -> Screen {
    let rect = element.get_bounding_client_rect();
    Screen {
        x: f64::from(event.client_x()) - rect.left(),
        y: f64::from(event.client_y()) - rect.top(),
    }
}

/// How far along an element's width an event happened, from 0 to 1.
pub fn share(event: &MouseEvent, element: &Element) -> f64 {
    at(event, element).x / f64::from(element.client_width()).max(1.0)
}

/// Where a hand let go of the list, in percent of its greatest height: `drag` in `static/story-map.js` says it so.
pub fn detail(event: &Event) -> i32 {
    event.unchecked_ref::<UiEvent>().detail()
}

/// A press: of a finger, a pen or the mouse's first button.
pub fn pressed(event: &PointerEvent, element: &Element) -> Option<Input> {
    (event.button() == 0).then(|| Input::Pressed {
        pointer: event.pointer_id(),
        at: at(event, element),
        finger: event.pointer_type() == "touch",
    })
}

/// A move. One with nothing pressed ends a press whose end was missed, outside the map.
pub fn moved(event: &PointerEvent, element: &Element) -> Input {
    if event.buttons() == 0 {
        return lost(event);
    }
    Input::Moved {
        pointer: event.pointer_id(),
        at: at(event, element),
        time_ms: event.time_stamp(),
    }
}

/// The end of a press.
pub fn lifted(event: &PointerEvent) -> Input {
    Input::Lifted {
        pointer: event.pointer_id(),
        time_ms: event.time_stamp(),
    }
}

/// The end of a press that is not the reader's: the browser scrolls the page instead.
pub fn lost(event: &PointerEvent) -> Input {
    Input::Lost {
        pointer: event.pointer_id(),
    }
}

/// Pixels in a line and in a page of wheel, for devices that count in those.
const LINE_PX: f64 = 16.0;
const PAGE_PX: f64 = 400.0;

/// A turn of the wheel.
pub fn wheeled(event: &WheelEvent, element: &Element) -> Input {
    let unit = match event.delta_mode() {
        WheelEvent::DOM_DELTA_LINE => LINE_PX,
        WheelEvent::DOM_DELTA_PAGE => PAGE_PX,
        _ => 1.0,
    };
    Input::Wheeled {
        at: at(event, element),
        pixels: event.delta_y() * unit,
        held: event.ctrl_key() || event.meta_key(),
    }
}
