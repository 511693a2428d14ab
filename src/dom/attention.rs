//! Attention: whether the reader does anything in the story, or looks at another tab.

use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};
use yew::NodeRef;

/// What readers do, as the browser calls it.
const DEEDS: [&str; 3] = ["pointerdown", "keydown", "wheel"];

/// Calls back when the reader does anything in an element but not in its part that the selector names,
/// or turns to another tab; until the listeners are dropped.
pub fn watch(
    root: &NodeRef,
    but_in: &'static str,
    happened: impl Fn() + 'static,
) -> Vec<EventListener> {
    let happened = Rc::new(happened);
    let mut listeners = Vec::new();
    if let Some(root) = root.cast::<Element>() {
        for deed in DEEDS {
            let happened = happened.clone();
            listeners.push(EventListener::new(&root, deed, move |event| {
                if !is_in(event, but_in) {
                    happened();
                }
            }));
        }
    }
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        listeners.push(EventListener::new(
            &document,
            "visibilitychange",
            move |_| happened(),
        ));
    }
    listeners
}

/// Whether an event happened in a part that the selector names.
pub fn is_in(event: &Event, selector: &str) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest(selector).is_ok_and(|found| found.is_some()))
}
