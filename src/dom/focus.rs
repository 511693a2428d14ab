//! Focus: the keyboard sent to a pin or a card, and a card brought into view.

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::NodeRef;

use crate::digits::digits;
use crate::model::Focus;

/// Gives the focus to what a choice says, and brings it into view with the least scrolling. A choice that says
/// nothing leaves it, unless it is on a card that is hidden now: the first that is shown takes it.
pub fn go(root: &NodeRef, focus: Focus) {
    let Some(root) = root.cast::<Element>() else {
        return;
    };
    let find = |selector: &str| root.query_selector(selector).ok().flatten();
    let first = || find(".entry:not([hidden]) [tabindex]");
    let target = match focus {
        Focus::Still => find(".entry[hidden] :focus").and_then(|_| first()),
        Focus::FirstCard => first(),
        Focus::ChosenCard => find(".card[aria-current] [tabindex]"),
        Focus::Pin(place) => {
            let number = digits(place + 1);
            find(&[".pin[data-places~=\"", &number, "\"]"].concat())
        }
    };
    // Headings and buttons, all of HTML.
    let Some(target) = target.map(JsCast::unchecked_into::<HtmlElement>) else {
        return;
    };
    let quietly = FocusOptions::new();
    quietly.set_prevent_scroll(true);
    // An element that cannot take the focus leaves it where it was.
    let _ = target.focus_with_options(&quietly);
    if let Ok(Some(card)) = target.closest(".card") {
        show(&card);
    }
    show(&target);
}

/// Brings all of an element into view with the least scrolling. A browser that moves the focus is content
/// with a part of it.
pub fn show(element: &Element) {
    let least = ScrollIntoViewOptions::new();
    least.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&least);
}

/// Gives the focus to an element.
pub fn give(element: &NodeRef) {
    if let Some(element) = element.get() {
        // An element that cannot take the focus leaves it where it was.
        let _ = element.unchecked_into::<HtmlElement>().focus();
    }
}

/// Brings the chosen card into view without taking the focus: for what the page chose, not the reader.
///
/// Scrolls the list where the list scrolls. Where the page does, it is ours to scroll only when it is
/// `all_ours`: an article must not jump because of what is embedded in it.
pub fn show_chosen(root: &NodeRef, all_ours: bool) {
    let Some(root) = root.cast::<Element>() else {
        return;
    };
    let find = |selector: &str| root.query_selector(selector).ok().flatten();
    let (Some(list), Some(card)) = (find(".events"), find(".card[aria-current]")) else {
        return;
    };
    if list.scroll_height() > list.client_height() {
        let down = card.get_bounding_client_rect().top() - list.get_bounding_client_rect().top();
        let sticking = [".grip", ".bar", ".group:not([hidden]) > .heading"]
            .into_iter()
            .filter_map(find);
        let above: i32 = sticking.map(|found| found.client_height()).sum();
        list.scroll_by_with_x_and_y(0.0, down - f64::from(above));
    } else if all_ours {
        let start = ScrollIntoViewOptions::new();
        start.set_block(ScrollLogicalPosition::Start);
        card.scroll_into_view_with_scroll_into_view_options(&start);
    }
}
