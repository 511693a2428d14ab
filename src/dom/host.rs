//! Host: what the element in `static/story-map.js` does for the program.

use wasm_bindgen::prelude::*;
use web_sys::{CanvasRenderingContext2d, Element};
use yew::Callback;

use crate::model::{Msg, Told};

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

    /// Calls back with the bytes of the basemap's finer levels, or undefined, once they are here; asking
    /// again costs nothing.
    #[wasm_bindgen(method)]
    pub fn detail(this: &Host, done: &JsValue);

    /// Tells the story in another language from now on: the element knows where to get it.
    #[wasm_bindgen(method)]
    pub fn language(this: &Host, lang: &str);

    /// Whether the device has a way to share an address.
    #[wasm_bindgen(method, getter)]
    pub fn shares(this: &Host) -> bool;

    /// Hands something to the reader: `copy` and `cite` put the text on the clipboard, `share` offers it as
    /// an address; other ways are kinds of files of what is shown. Calls back with whether it could.
    #[wasm_bindgen(method, js_name = give)]
    fn hand(this: &Host, done: &JsValue, way: &str, title: &str, text: &str);

    /// Tells the page what is chosen, as a fragment: whether the reader chose, and changed what passes.
    #[wasm_bindgen(method)]
    pub fn chose(this: &Host, fragment: &str, by_reader: bool, filtered: bool);

    /// Tells the page where the map has come to rest, in the steps of [`crate::model::at::At`], and whether
    /// the reader moved it there.
    #[wasm_bindgen(method)]
    pub fn rested(this: &Host, lon: i32, lat: i32, zoom: i32, by_reader: bool);

    /// Tells the element that the story is on show in a language, and the title of a page of its own.
    #[wasm_bindgen(method)]
    pub fn shown(this: &Host, title: &str);
}

impl Host {
    /// Hands something to the reader in one of the element's ways, and tells what came of it.
    pub fn give(&self, way: &str, title: &str, text: &str, on_msg: &Callback<Msg>) {
        let [done, failed] = match way {
            "copy" | "cite" => [Told::Copied, Told::NotCopied],
            _ => [Told::Saved, Told::NotSaved],
        };
        let on_msg = on_msg.clone();
        let told = Closure::once_into_js(move |given: JsValue| {
            on_msg.emit(Msg::Told(if given.is_truthy() { done } else { failed }));
        });
        self.hand(&told, way, title, text);
    }
}
