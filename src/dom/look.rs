//! Look: what the stylesheet says the picture's colours are, and what the reader prefers.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::{Element, EventTarget};

use crate::model::labels::Kind;
use crate::model::picture::Style;

/// The custom properties of a style: fill, stroke, stroke width in CSS pixels.
pub fn properties(style: Style) -> [&'static str; 3] {
    match style {
        Style::Sea => ["--sea", "--horizon", "--horizon-width"],
        Style::Graticule => ["", "--graticule", "--graticule-width"],
        Style::Land => ["--land", "", ""],
        Style::Home => ["--home", "", ""],
        Style::Lake => ["--lake", "--shore", "--shore-width"],
        Style::Border => ["", "--border", "--border-width"],
        Style::Coast => ["", "--coast", "--coast-width"],
        Style::Country => ["--country", "--country-outline", "--country-outline-width"],
        Style::Route => ["", "--route", "--route-width"],
    }
}

/// The custom properties of a kind of name: font, fill, halo, the room between letters.
pub fn lettering(kind: Kind) -> [&'static str; 4] {
    let [font, fill, halo] = match kind {
        Kind::StoryCountry => ["--story-country-font", "--country-name", "--home"],
        Kind::Country => ["--country-font", "--country-name", "--land"],
        Kind::Sea => ["--sea-font", "--sea-name", "--sea"],
    };
    [font, fill, halo, "--name-spacing"]
}

/// What the stylesheet says, read once for many frames.
#[derive(Clone, Debug)]
pub struct Look {
    /// For the painter: `{fill, stroke, width}` for each [`Style`].
    pub styles: js_sys::Array,
    /// For the letterer: `{font, fill, halo, spacing}` for each [`Kind`].
    letterings: Vec<JsValue>,
    /// For measuring the names of pins: `{font}`.
    pub pin: JsValue,
}

impl Look {
    /// Reads the look of an element. All values are text as the stylesheet has it, empty for none.
    pub fn of(element: &Element) -> Self {
        let computed =
            web_sys::window().and_then(|window| window.get_computed_style(element).ok().flatten());
        let value = |name: &str| {
            computed
                .as_ref()
                .and_then(|style| style.get_property_value(name).ok())
                .unwrap_or_default()
        };
        let object = |keys: &[&str], names: &[&str]| {
            let object = js_sys::Object::new();
            for (key, name) in keys.iter().zip(names) {
                // Setting a plain property of a plain object cannot fail.
                let _ = js_sys::Reflect::set(&object, &(*key).into(), &value(name).trim().into());
            }
            JsValue::from(object)
        };
        let styles = Style::ALL.iter();
        let kinds = Kind::ALL.iter();
        Self {
            styles: styles
                .map(|&style| object(&["fill", "stroke", "width"], &properties(style)))
                .collect(),
            letterings: kinds
                .map(|&kind| object(&["font", "fill", "halo", "spacing"], &lettering(kind)))
                .collect(),
            pin: object(&["font"], &["--pin-font"]),
        }
    }

    /// The lettering of a kind of name.
    pub fn lettering(&self, kind: Kind) -> &JsValue {
        &self.letterings[kind as usize]
    }
}

/// Whether the reader asked for less motion.
pub fn reduced_motion() -> bool {
    media("(prefers-reduced-motion: reduce)").is_some_and(|query| query.matches())
}

/// Calls back when the page turns dark or light, to forced colours, to paper and back, or to a screen with
/// finer or coarser pixels, until dropped.
pub fn watch(changed: impl Fn() + Clone + 'static) -> Vec<EventListener> {
    let mut listeners = Vec::new();
    let mut listen = |target: &EventTarget, name| {
        let changed = changed.clone();
        listeners.push(EventListener::new(target, name, move |_| changed()));
    };
    for query in [
        "(prefers-color-scheme: dark)",
        "(forced-colors: active)",
        "(prefers-contrast: more)",
        // Between the ratios of the screens that are made: 1, 1.25, 1.5, 2 and 3.
        "(min-resolution: 1.1dppx)",
        "(min-resolution: 1.4dppx)",
        "(min-resolution: 1.7dppx)",
        "(min-resolution: 2.5dppx)",
    ] {
        if let Some(query) = media(query) {
            listen(&query, "change");
        }
    }
    if let Some(window) = web_sys::window() {
        listen(&window, "beforeprint");
        listen(&window, "afterprint");
    }
    listeners
}

fn media(query: &str) -> Option<web_sys::MediaQueryList> {
    web_sys::window()?.match_media(query).ok()?
}
