//! Host: what the element in `static/story-map.js` does for the program.

use wasm_bindgen::prelude::*;
use web_sys::{CanvasRenderingContext2d, Element};

#[wasm_bindgen]
extern "C" {
    /// The element's services.
    #[derive(Clone, Debug, PartialEq)]
    pub type Host;

    /// Draws a buffer made by [`crate::draw::canvas`]; `styles` has a `{fill, stroke, width}` for
    /// each style.
    #[wasm_bindgen(method)]
    pub fn paint(
        this: &Host,
        context: &CanvasRenderingContext2d,
        buffer: &[f32],
        styles: &js_sys::Array,
    );

    /// Writes words round a point; `look` is a `{font, fill, halo, spacing}`.
    #[wasm_bindgen(method)]
    pub fn letter(
        this: &Host,
        context: &CanvasRenderingContext2d,
        look: &JsValue,
        words: &str,
        x: f64,
        y: f64,
    );

    /// Draws a scale bar of so many pixels in the lower left corner of a box of this height.
    #[wasm_bindgen(method)]
    pub fn scale(
        this: &Host,
        context: &CanvasRenderingContext2d,
        look: &JsValue,
        words: &str,
        px: f64,
        height: f64,
    );

    /// How wide words are, in pixels.
    #[wasm_bindgen(method)]
    pub fn width(
        this: &Host,
        context: &CanvasRenderingContext2d,
        look: &JsValue,
        words: &str,
    ) -> f64;

    /// Moves the pin of this number to a point of the map; `look` has words for the stylesheet.
    #[wasm_bindgen(method)]
    pub fn pin(this: &Host, pins: &Element, index: usize, x: f64, y: f64, look: &str);

    /// Keeps two fingers on an element from scrolling the page.
    #[wasm_bindgen(method)]
    pub fn hold(this: &Host, surface: &Element);

    /// The number of the pin that has the focus, or -1.
    #[wasm_bindgen(method)]
    pub fn focused(this: &Host, pins: &Element) -> i32;

    /// Gives the focus to the pin of this number.
    #[wasm_bindgen(method)]
    pub fn focus(this: &Host, pins: &Element, index: usize);

    /// The bytes of the basemap's finer levels, or undefined, once they are here; asking again costs
    /// nothing.
    #[wasm_bindgen(method)]
    pub fn detail(this: &Host) -> js_sys::Promise;

    /// Tells the story in another language from now on: the element knows where to get it.
    #[wasm_bindgen(method)]
    pub fn language(this: &Host, lang: &str);

    /// Sends an event to the page.
    #[wasm_bindgen(method)]
    pub fn say(this: &Host, name: &str, detail: &JsValue);
}

impl Host {
    /// Tells the page that the story is on show.
    pub fn ready(&self) {
        self.say("story-ready", &JsValue::NULL);
    }

    /// Tells the page what the reader chose, by ids.
    pub fn selected(&self, place: Option<&str>, event: Option<&str>) {
        let detail = js_sys::Object::new();
        for (key, id) in [("place", place), ("event", event)] {
            let id = id.map_or(JsValue::NULL, JsValue::from_str);
            // Setting a plain property of a plain object cannot fail.
            let _ = js_sys::Reflect::set(&detail, &key.into(), &id);
        }
        self.say("story-select", &detail);
    }
}
