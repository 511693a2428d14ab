//! Look: what the stylesheet says the picture's colours are, and what the reader prefers.

use gloo::events::EventListener;
use web_sys::Element;

use crate::model::picture::Style;

/// The custom properties of a style: fill, stroke, stroke width in CSS pixels.
fn properties(style: Style) -> [&'static str; 3] {
    match style {
        Style::Sea => ["--sea", "--horizon", "--horizon-width"],
        Style::Graticule => ["", "--graticule", "--graticule-width"],
        Style::Land => ["--land", "", ""],
        Style::Border => ["", "--border", "--border-width"],
        Style::Coast => ["", "--coast", "--coast-width"],
        Style::Country => ["--country", "--country-outline", "--country-outline-width"],
        Style::Route => ["", "--route", "--route-width"],
    }
}

/// The styles as the painter wants them: `{fill, stroke, width}` each, all text as the stylesheet has
/// it, empty for none.
pub fn styles(element: &Element) -> js_sys::Array {
    let computed =
        web_sys::window().and_then(|window| window.get_computed_style(element).ok().flatten());
    let value = |name: &str| {
        computed
            .as_ref()
            .and_then(|style| style.get_property_value(name).ok())
            .unwrap_or_default()
    };
    Style::ALL
        .iter()
        .map(|&style| {
            let look = js_sys::Object::new();
            for (key, name) in ["fill", "stroke", "width"].iter().zip(properties(style)) {
                // Setting a plain property of a plain object cannot fail.
                let _ = js_sys::Reflect::set(&look, &(*key).into(), &value(name).trim().into());
            }
            look
        })
        .collect()
}

/// Whether the reader asked for less motion.
pub fn reduced_motion() -> bool {
    media("(prefers-reduced-motion: reduce)").is_some_and(|query| query.matches())
}

/// Calls back when the page turns dark or light, or to forced colours, until dropped.
pub fn watch(changed: impl Fn() + Clone + 'static) -> Vec<EventListener> {
    [
        "(prefers-color-scheme: dark)",
        "(forced-colors: active)",
        "(prefers-contrast: more)",
    ]
    .iter()
    .filter_map(|query| media(query))
    .map(|query| {
        let changed = changed.clone();
        EventListener::new(&query, "change", move |_| changed())
    })
    .collect()
}

fn media(query: &str) -> Option<web_sys::MediaQueryList> {
    web_sys::window()?.match_media(query).ok()?
}
