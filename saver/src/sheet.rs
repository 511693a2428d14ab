//! Sheet: the look that the page's stylesheet gives the map, for a drawing that stands alone.

use story_map::dom::look::{lettering, properties};
use story_map::draw::svg::{Lettering, Paint, Palette};
use story_map::export::map::Look;
use story_map::model::labels::Kind;
use story_map::model::picture::Style;
use wasm_bindgen::prelude::*;
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement};

/// Calls with the look of an element.
pub(crate) fn with_look<T>(
    element: &Element,
    write: impl FnOnce(&Look) -> T,
) -> Result<T, JsValue> {
    let window = web_sys::window().ok_or("no window")?;
    let computed = window.get_computed_style(element)?.ok_or("no style")?;
    let value = |name: &str| -> String {
        let value = computed.get_property_value(name).unwrap_or_default();
        value.trim().to_owned()
    };
    let layers = Style::ALL.map(|style| properties(style).map(value));
    let names = Kind::ALL.map(|kind| lettering(kind).map(value));
    let [accent, on_accent, ink, paper, pin_font] =
        ["--accent", "--on-accent", "--ink", "--paper", "--pin-font"].map(value);
    let document = window.document().ok_or("no document")?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
    let context = canvas.get_context("2d")?.ok_or("no canvas")?;
    let context: CanvasRenderingContext2d = context.dyn_into()?;
    let width = |words: &str, Lettering { font, .. }: Lettering| {
        let [size, weight, style, spacing] = font;
        context.set_font(&format!("{style} {weight} {size}px system-ui, sans-serif"));
        let spacing = spacing.replace("normal", "0px");
        // A browser that has no such property takes it as one of its own.
        let _ = js_sys::Reflect::set(&context, &"letterSpacing".into(), &spacing.into());
        context.measure_text(words).map_or(0.0, |text| text.width())
    };
    Ok(write(&Look {
        palette: Palette {
            layers: layers.each_ref().map(|[fill, stroke, width]| Paint {
                fill,
                stroke,
                width,
            }),
            paper: &paper,
            pin: Paint {
                fill: &accent,
                stroke: &on_accent,
                width: "2",
            },
        },
        names: names
            .each_ref()
            .map(|[font, fill, halo, spacing]| Lettering {
                font: with_spacing(font, spacing),
                fill,
                halo,
            }),
        places: Lettering {
            font: with_spacing(&pin_font, "normal"),
            fill: &ink,
            halo: &paper,
        },
        width: &width,
    }))
}

fn with_spacing<'a>(font: &'a str, spacing: &'a str) -> [&'a str; 4] {
    let [size, weight, style] = parts(font);
    let spacing = if spacing.is_empty() {
        "normal"
    } else {
        spacing
    };
    [size, weight, style, spacing]
}

/// Size in pixels, weight and style of a font as the stylesheet writes it: `italic 500 12px/20px serif`.
fn parts(font: &str) -> [&str; 3] {
    let mut parts = ["12", "400", "normal"];
    for word in font.split(' ') {
        if let Some((size, _)) = word.split_once("px") {
            parts[0] = size;
        } else if word == "italic" {
            parts[2] = word;
        } else if word.bytes().all(|byte| byte.is_ascii_digit()) {
            parts[1] = word;
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_font_is_taken_apart() {
        for (font, expected) in [
            ("500 12px system-ui, sans-serif", ["12", "500", "normal"]),
            ("italic 500 12px system-ui", ["12", "500", "italic"]),
            ("600 14px/20px system-ui", ["14", "600", "normal"]),
            ("serif", ["12", "400", "normal"]),
        ] {
            assert_eq!(parts(font), expected, "{font}");
        }
    }
}
