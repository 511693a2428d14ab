//! Grip: the list dragged up and down over the map.

use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::NodeRef;

use super::host::Host;

/// Lets a hand drag the list by its grip, until dropped.
#[derive(Debug)]
pub struct Grip {
    _dropped: Closure<dyn FnMut(i32, i32)>,
}

impl Grip {
    /// Calls back when the hand lets go: with the list's height in percent of the greatest there is room
    /// for, and the speed at which it rises in pixels a second.
    pub fn watch(host: &Host, root: &NodeRef, dropped: impl FnMut(i32, i32) + 'static) -> Self {
        let dropped = Closure::new(dropped);
        if let Some(root) = root.cast::<Element>() {
            host.drag(&root, &dropped);
        }
        Self { _dropped: dropped }
    }
}
