//! SVG: a picture as a document of its own: for print, for a file to keep, for the page before the
//! code runs. What the canvas strokes and fills, the same points, to a tenth of a pixel.
//!
//! Colours are presentation attributes, so that a file stands alone; a stylesheet of the page that
//! holds it may overrule them by class.

use crate::geo::{Screen, Size};
use crate::model::picture::{Layer, Paths, Style};

/// How one thing looks: values as a stylesheet writes them, empty for none.
#[derive(Clone, Copy, Debug, Default)]
pub struct Paint<'a> {
    /// The colour inside.
    pub fill: &'a str,
    /// The colour of the line.
    pub stroke: &'a str,
    /// The line's width in CSS pixels.
    pub width: &'a str,
}

/// How everything looks.
#[derive(Clone, Copy, Debug)]
pub struct Palette<'a> {
    /// For each [`Style`], in the order of [`Style::ALL`].
    pub layers: [Paint<'a>; Style::ALL.len()],
    /// The colour behind all; empty for none.
    pub paper: &'a str,
    /// The pins; the colour of the line is also that of the text in them.
    pub pin: Paint<'a>,
}

/// A place on the map.
#[derive(Clone, Copy, Debug)]
pub struct Pin<'a> {
    /// Its middle.
    pub at: Screen,
    /// A few digits in it: how many events, or its number in a list.
    pub text: &'a str,
}

/// Words on the map.
#[derive(Clone, Copy, Debug)]
pub struct Label<'a> {
    /// The middle of the line, at the end that `anchor` says.
    pub at: Screen,
    /// What is written.
    pub text: &'a str,
    /// Which end of the words stands at the point.
    pub anchor: Anchor,
    /// How they are written.
    pub lettering: Lettering<'a>,
}

/// The end of the words that stands at their point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The words go on from there.
    Start,
    /// They stand round it.
    Middle,
    /// They end there.
    End,
}

/// How words look.
#[derive(Clone, Copy, Debug)]
pub struct Lettering<'a> {
    /// As CSS's `font-size`, `font-weight`, `font-style` and `letter-spacing`.
    pub font: [&'a str; 4],
    /// The colour of the words.
    pub fill: &'a str,
    /// The colour round them, which keeps lines behind from running through.
    pub halo: &'a str,
}

/// Half the width of a pin in pixels, without the outer half of its line.
const PIN_PX: &str = "15";
/// The width of the halo's line, half of it outside the letters.
const HALO_PX: &str = "3";

/// The document: the layers from the bottom up, the labels, then the pins. `title` names it.
pub fn write(
    layers: &[Layer],
    pins: &[Pin],
    labels: &[Label],
    palette: &Palette,
    size: Size,
    title: &str,
) -> String {
    let mut out = Writer::default();
    let (width, height) = (tenths(size.width), tenths(size.height));
    out.raw(r#"<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0"#);
    for side in [width, height] {
        out.raw(" ");
        out.number(side);
    }
    out.raw(r#"" font-family="system-ui, sans-serif">"#);
    out.raw("<title");
    out.rest("title", "", title);
    if !palette.paper.is_empty() {
        out.raw(r#"<rect width="100%" height="100%""#);
        out.attribute("fill", palette.paper);
        out.raw("/>\n");
    }
    for layer in layers {
        if !layer.paths.ends.is_empty() {
            out.raw("<path");
            out.attribute("class", class(layer.style));
            out.paint(palette.layers[layer.style as usize]);
            out.raw(r#" stroke-linejoin="round" d=""#);
            out.paths(&layer.paths);
            out.raw("\"/>\n");
        }
    }
    for label in labels {
        out.label(label);
    }
    for pin in pins {
        out.pin(pin, palette.pin);
    }
    out.raw("</svg>\n");
    out.text
}

/// Lines and outlines as the value of a path's `d`.
pub fn path_data(paths: &Paths) -> String {
    let mut out = Writer::default();
    out.paths(paths);
    out.text
}

/// What a stylesheet may call the layer.
pub fn class(style: Style) -> &'static str {
    match style {
        Style::Sea => "sea",
        Style::Graticule => "graticule",
        Style::Land => "land",
        Style::Home => "home",
        Style::Lake => "lake",
        Style::Border => "border",
        Style::Coast => "coast",
        Style::Country => "country",
        Style::Route => "route",
    }
}

/// A length in tenths of a pixel.
#[allow(clippy::cast_possible_truncation)] // beyond what fits, it is out of every box
fn tenths(pixels: f64) -> i32 {
    (pixels * 10.0).round() as i32
}

/// The document so far.
#[derive(Default)]
struct Writer {
    text: String,
}

impl Writer {
    fn raw(&mut self, markup: &str) {
        self.text.push_str(markup);
    }

    /// Text that nobody can take for markup, without the characters that XML has no place for.
    fn escaped(&mut self, text: &str) {
        for letter in text.chars() {
            match letter {
                '&' => self.raw("&amp;"),
                '<' => self.raw("&lt;"),
                '>' => self.raw("&gt;"),
                '"' => self.raw("&quot;"),
                '\t' | '\n' | '\r' => self.raw(" "),
                '\0'..' ' | '\u{fffe}' | '\u{ffff}' => {}
                _ => self.text.push(letter),
            }
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        for part in [" ", name, "=\""] {
            self.raw(part);
        }
        self.escaped(value);
        self.raw("\"");
    }

    fn paint(
        &mut self,
        Paint {
            fill,
            stroke,
            width,
        }: Paint,
    ) {
        self.attribute("fill", if fill.is_empty() { "none" } else { fill });
        if !stroke.is_empty() {
            self.attribute("stroke", stroke);
            self.attribute("stroke-width", width);
        }
    }

    fn at(&mut self, names: [&str; 2], at: Screen) {
        for (name, value) in names.into_iter().zip([at.x, at.y]) {
            for part in [" ", name, "=\""] {
                self.raw(part);
            }
            self.number(tenths(value));
            self.raw("\"");
        }
    }

    /// Each point as a step from the one before, which is half as long as where it stands.
    fn paths(&mut self, paths: &Paths) {
        let mut start = 0;
        for &(end, closed) in &paths.ends {
            let mut last: Option<[i32; 2]> = None;
            for &[x, y] in &paths.points[start..end] {
                let next = [tenths(x.into()), tenths(y.into())];
                match last {
                    None => {
                        self.raw("M");
                        self.pair(next);
                        self.raw("l");
                    }
                    Some(last) if last == next => {}
                    Some([x, y]) => self.pair([next[0].wrapping_sub(x), next[1].wrapping_sub(y)]),
                }
                last = Some(next);
            }
            // Nothing but a point: a step nowhere, which a round cap would show.
            if self.text.ends_with('l') {
                self.raw("0 0");
            }
            if closed {
                self.raw("z");
            }
            start = end;
        }
    }

    /// Two numbers, kept apart from one another and from a number before.
    fn pair(&mut self, pair: [i32; 2]) {
        for number in pair {
            let after_number = self.text.ends_with(|last: char| last.is_ascii_digit());
            if after_number && number >= 0 {
                self.raw(" ");
            }
            self.number(number);
        }
    }

    /// Tenths as a number with one decimal, or none: formatting a float takes 13 kB of tables.
    fn number(&mut self, tenths: i32) {
        if tenths < 0 {
            self.raw("-");
        }
        let (whole, rest) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
        if whole > 0 || rest == 0 {
            self.digits(whole);
        }
        if rest > 0 {
            self.raw(".");
            self.digits(rest);
        }
    }

    fn digits(&mut self, number: u32) {
        if number >= 10 {
            self.digits(number / 10);
        }
        self.text
            .push(char::from(b'0' + (number % 10).to_le_bytes()[0]));
    }

    fn label(&mut self, label: &Label) {
        let Lettering { font, fill, halo } = label.lettering;
        self.raw("<text");
        self.at(["x", "y"], label.at);
        let anchor = match label.anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        self.attribute("text-anchor", anchor);
        let names = ["font-size", "font-weight", "font-style", "letter-spacing"];
        for (name, value) in names.into_iter().zip(font) {
            self.attribute(name, value);
        }
        self.paint(Paint {
            fill,
            stroke: halo,
            width: HALO_PX,
        });
        let attributes = r#" paint-order="stroke" stroke-linejoin="round" dy=".35em""#;
        self.rest("text", attributes, label.text);
    }

    fn pin(&mut self, pin: &Pin, paint: Paint) {
        self.raw("<circle");
        self.at(["cx", "cy"], pin.at);
        self.attribute("r", PIN_PX);
        self.paint(paint);
        self.raw("/><text");
        self.at(["x", "y"], pin.at);
        self.attribute("fill", paint.stroke);
        let attributes = r#" text-anchor="middle" font-size="13" font-weight="700" dy=".35em""#;
        self.rest("text", attributes, pin.text);
    }

    /// What is left of an element whose beginning is written.
    fn rest(&mut self, name: &str, attributes: &str, text: &str) {
        self.raw(attributes);
        self.raw(">");
        self.escaped(text);
        for part in ["</", name, ">\n"] {
            self.raw(part);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PALETTE: Palette = Palette {
        layers: [Paint {
            fill: "#eee",
            stroke: "#111",
            width: "0.75",
        }; Style::ALL.len()],
        paper: "",
        pin: Paint {
            fill: "#005",
            stroke: "#fff",
            width: "2",
        },
    };
    const SIZE: Size = Size {
        width: 320.5,
        height: 200.0,
    };

    fn picture(style: Style, points: &[[f32; 2]], ends: &[(usize, bool)]) -> Layer {
        let paths = Paths {
            points: points.to_vec(),
            ends: ends.to_vec(),
        };
        Layer { style, paths }
    }

    fn written(layers: &[Layer]) -> String {
        write(layers, &[], &[], &PALETTE, SIZE, "A map")
    }

    #[test]
    fn a_document_has_its_box_its_title_and_no_empty_layer() {
        let empty = picture(Style::Route, &[], &[]);
        assert_eq!(
            written(&[empty]),
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 320.5 200\" \
             font-family=\"system-ui, sans-serif\"><title>A map</title>\n</svg>\n"
        );
    }

    #[test]
    fn an_outline_and_a_line_are_one_path_of_steps_in_tenths() {
        let points = [
            [1.0, 2.0],
            [3.25, -0.04],
            [3.26, 0.0],
            [0.5, 0.5],
            [-10.0, 100.04],
            [-9.9, 90.0],
        ];
        let layer = picture(Style::Land, &points, &[(4, true), (6, false)]);
        let text = written(&[layer]);
        let path = "<path class=\"land\" fill=\"#eee\" stroke=\"#111\" stroke-width=\"0.75\" \
             stroke-linejoin=\"round\" d=\"M1 2l2.3-2-2.8 .5zM-10 100l.1-10\"/>\n";
        assert!(text.contains(path), "{text}");
    }

    #[test]
    fn many_small_steps_end_where_the_line_ends() {
        let points: Vec<[f32; 2]> = (0..1_000).map(|at| [at as f32 * 0.149, 0.0]).collect();
        let text = written(&[picture(Style::Coast, &points, &[(1_000, false)])]);
        let path = text
            .split_once("M0 0l")
            .unwrap()
            .1
            .split('"')
            .next()
            .unwrap();
        let steps = path
            .split([' ', '-'])
            .map(|step| step.parse::<f64>().unwrap());
        let across: f64 = steps.sum();
        assert!((across - 148.9).abs() < 1e-6, "{across}");
    }

    #[test]
    fn a_piece_of_one_spot_is_still_a_path() {
        let text = written(&[picture(
            Style::Coast,
            &[[4.0, 5.0], [4.01, 5.0]],
            &[(2, false)],
        )]);
        assert!(text.contains("d=\"M4 5l0 0\""), "{text}");
    }

    #[test]
    fn words_are_never_markup() {
        let lettering = Lettering {
            font: ["12", "500", "italic", "0.5px"],
            fill: "#333",
            halo: "#fff",
        };
        let at = Screen { x: 10.0, y: 20.0 };
        let label = Label {
            at,
            text: "<script>\"a\" & b\u{0}\u{fffe}</script>",
            anchor: Anchor::End,
            lettering,
        };
        let pin = Pin { at, text: "<7>" };
        let text = write(&[], &[pin], &[label], &PALETTE, SIZE, "</title><x>");
        let words = ">&lt;script&gt;&quot;a&quot; &amp; b&lt;/script&gt;</text>";
        assert!(text.contains(words), "{text}");
        assert!(text.contains(">&lt;7&gt;</text>"), "{text}");
        assert!(
            text.contains("<title>&lt;/title&gt;&lt;x&gt;</title>"),
            "{text}"
        );
    }

    #[test]
    fn a_colour_cannot_leave_its_attribute() {
        let mut palette = PALETTE;
        palette.layers[0].fill = "\" onload=\"alert(1)";
        let disc = picture(Style::Sea, &[[0.0, 0.0], [9.0, 9.0]], &[(2, true)]);
        let text = write(&[disc], &[], &[], &palette, SIZE, "");
        assert!(
            text.contains("fill=\"&quot; onload=&quot;alert(1)\""),
            "{text}"
        );
    }
}
