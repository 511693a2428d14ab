//! Clipboard: text handed to the reader's clipboard.

use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Copies a text and calls back with whether the browser let it.
pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    let Some(clipboard) = web_sys::window().map(|window| window.navigator().clipboard()) else {
        return done(false);
    };
    // Outside secure contexts there is no clipboard object at all.
    if clipboard.is_undefined() {
        return done(false);
    }
    let written = clipboard.write_text(text);
    spawn_local(async move { done(JsFuture::from(written).await.is_ok()) });
}
