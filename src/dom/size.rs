//! Size: an element's box in CSS pixels, watched.

use wasm_bindgen::prelude::*;
use web_sys::{Element, ResizeObserver};

use crate::geo::Size;

/// Calls back with an element's size, now and whenever it changes, until dropped.
#[derive(Debug)]
pub struct SizeWatch {
    observer: ResizeObserver,
    _called: Closure<dyn FnMut()>,
}

impl SizeWatch {
    /// Starts watching.
    pub fn new(element: &Element, mut changed: impl FnMut(Size) + 'static) -> Option<Self> {
        let watched = element.clone();
        let called = Closure::<dyn FnMut()>::new(move || changed(size_of(&watched)));
        let observer = ResizeObserver::new(called.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self {
            observer,
            _called: called,
        })
    }
}

impl Drop for SizeWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// The inside of an element's box.
pub fn size_of(element: &Element) -> Size {
    Size {
        width: element.client_width().into(),
        height: element.client_height().into(),
    }
}

/// Whether an element is about as large as the window, and the page has nothing to scroll.
pub fn fills_window(element: &Element) -> bool {
    let inner = |value: Result<JsValue, JsValue>| value.ok().and_then(|value| value.as_f64());
    let Some((width, height)) = web_sys::window()
        .and_then(|window| Some((inner(window.inner_width())?, inner(window.inner_height())?)))
    else {
        return false;
    };
    let rect = element.get_bounding_client_rect();
    let scrolled = web_sys::window()
        .and_then(|window| window.document()?.document_element())
        .is_some_and(|page| page.scroll_height() > page.client_height());
    !scrolled && rect.width() >= 0.95 * width && rect.height() >= 0.95 * height
}
