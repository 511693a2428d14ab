//! Hint: words over the map that show for a moment.

use gloo::timers::callback::Timeout;
use web_sys::Element;

/// How long the words show.
const SHOWN_MS: u32 = 1_500;

/// The words on show; they go when their time is over, and at once when this is dropped.
#[derive(Debug)]
pub struct Hint {
    map: Element,
    _gone: Timeout,
}

impl Hint {
    /// Shows the words that the stylesheet knows by this name.
    pub fn show(map: &Element, name: &str) -> Self {
        // An element refuses only attributes whose name has a space in it.
        let _ = map.set_attribute("data-hint", name);
        let hidden = map.clone();
        Self {
            map: map.clone(),
            _gone: Timeout::new(SHOWN_MS, move || hide(&hidden)),
        }
    }
}

impl Drop for Hint {
    fn drop(&mut self) {
        hide(&self.map);
    }
}

fn hide(map: &Element) {
    let _ = map.remove_attribute("data-hint");
}
