//! Frames: the browser's animation frames, all heard by one closure, so that to ask for one allocates nothing.

use wasm_bindgen::prelude::*;

/// Asks for animation frames, one at a time, until it is dropped.
pub struct Frames {
    heard: Closure<dyn FnMut(f64)>,
    /// What the browser calls the frame that was asked for and has not come.
    asked: Option<i32>,
}

impl Frames {
    /// Calls `heard` with each frame's time, in milliseconds on the clock of animation frames.
    pub fn new(heard: impl FnMut(f64) + 'static) -> Self {
        Self {
            heard: Closure::new(heard),
            asked: None,
        }
    }

    /// Asks for the next frame, unless it was asked for already.
    pub fn ask(&mut self) {
        if self.asked.is_none() {
            let heard = self.heard.as_ref().unchecked_ref();
            self.asked =
                web_sys::window().and_then(|page| page.request_animation_frame(heard).ok());
        }
    }

    /// The frame that was asked for has come.
    pub fn came(&mut self) {
        self.asked = None;
    }
}

impl Drop for Frames {
    fn drop(&mut self) {
        if let Some((page, asked)) = web_sys::window().zip(self.asked) {
            // Browsers refuse no number.
            let _ = page.cancel_animation_frame(asked);
        }
    }
}
