//! Address: the page's URL fragment, read, written and watched.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;

/// The fragment with its `#`, or nothing.
pub fn fragment() -> String {
    web_sys::window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// Goes to a fragment, as a new entry of the history or in place of the latest, unless it is where we are.
pub fn go(fragment: &str, in_place: bool) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let location = window.location();
    if location
        .hash()
        .is_ok_and(|now| now.trim_start_matches('#') == fragment)
    {
        return;
    }
    let path = location.pathname().unwrap_or_default() + &location.search().unwrap_or_default();
    let url = if fragment.is_empty() {
        path
    } else {
        [&path, "#", fragment].concat()
    };
    if let Ok(history) = window.history() {
        // Refused only to a page that floods its history; the story goes on without.
        let _ = if in_place {
            history.replace_state_with_url(&JsValue::NULL, "", Some(&url))
        } else {
            history.push_state_with_url(&JsValue::NULL, "", Some(&url))
        };
    }
}

/// The whole address with another fragment.
pub fn with_fragment(fragment: &str) -> String {
    let href = web_sys::window()
        .and_then(|window| window.location().href().ok())
        .unwrap_or_default();
    let page = href.split('#').next().unwrap_or_default();
    if fragment.is_empty() {
        page.to_owned()
    } else {
        [page, "#", fragment].concat()
    }
}

/// Calls back whenever the fragment changes by a link, the address bar, back or forward.
pub fn watch(mut changed: impl FnMut() + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    // Fires for `pushState` entries as well as for plain fragment changes.
    Some(EventListener::new(&window, "popstate", move |_| changed()))
}
