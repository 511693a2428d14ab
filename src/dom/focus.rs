//! Focus: the keyboard sent to a pin or a card.

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::NodeRef;

use crate::model::Focus;

/// Gives the focus to what a choice says, and brings it into view with the least scrolling.
pub fn go(root: &NodeRef, focus: Focus) {
    let Some(root) = root.cast::<Element>() else {
        return;
    };
    let find = |selector: &str| root.query_selector(selector).ok().flatten();
    let target = match focus {
        Focus::Still => None,
        Focus::FirstCard => find(".card [tabindex]"),
        Focus::ChosenCard => find(".card[aria-current] [tabindex]"),
        Focus::Pin(index) => find(&format!(".pin:nth-child({})", index + 1)),
    };
    let Some(target) = target.and_then(|found| found.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    let quietly = FocusOptions::new();
    quietly.set_prevent_scroll(true);
    // An element that cannot take the focus leaves it where it was.
    let _ = target.focus_with_options(&quietly);
    let least = ScrollIntoViewOptions::new();
    least.set_block(ScrollLogicalPosition::Nearest);
    target.scroll_into_view_with_scroll_into_view_options(&least);
}
