//! Colours: the stylesheet's own, in light and dark: what is read has AA contrast, what is drawn stands out
//! from its ground, and the topics are told apart also by who sees two of three colours.

#![allow(clippy::unwrap_used)] // a test may

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Red, green and blue: linear light, from 0 to 1.
type Rgb = [f64; 3];
type Palette = BTreeMap<String, Rgb>;

const TOPICS: usize = 9;

/// The palettes of the day and of the night.
fn palettes() -> [(&'static str, Palette); 2] {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/story-map.css");
    let sheet = fs::read_to_string(path).unwrap();
    ["day", "night"].map(|when| {
        let palette = sheet.lines().filter_map(|line| {
            let (name, value) = line.trim().strip_prefix("--")?.split_once(": ")?;
            let (_, colour) = value.split_once(&format!("var(--{when}, #"))?;
            // The countries' own has a fourth pair: how much shines through.
            let colour = colour.get(..6)?;
            let part = |at: usize| u8::from_str_radix(&colour[at..at + 2], 16).unwrap();
            Some((name.to_owned(), [0, 2, 4].map(|at| linear(part(at)))))
        });
        (when, palette.collect())
    })
}

/// sRGB, IEC 61966-2-1.
fn linear(part: u8) -> f64 {
    let part = f64::from(part) / 255.0;
    if part <= 0.040_45 {
        part / 12.92
    } else {
        ((part + 0.055) / 1.055).powf(2.4)
    }
}

/// WCAG 2.2, "contrast ratio".
fn contrast(one: Rgb, other: Rgb) -> f64 {
    let luminance = |[r, g, b]: Rgb| 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
    let (one, other) = (luminance(one), luminance(other));
    one.max(other) / one.min(other)
}

fn assert_contrast(least: f64, pairs: &[(&str, &[&str])]) {
    for (when, palette) in palettes() {
        for (ink, grounds) in pairs {
            for ground in *grounds {
                let found = contrast(palette[*ink], palette[*ground]);
                assert!(
                    found >= least,
                    "--{ink} on --{ground} by {when}: {found:.2}, less than {least}"
                );
            }
        }
    }
}

#[test]
fn what_is_read_has_aa_contrast_on_each_of_its_grounds() {
    assert_contrast(
        4.5,
        &[
            ("ink", &["paper", "raised", "mark", "land", "home"]),
            ("quiet", &["paper", "raised"]),
            ("accent", &["paper", "raised"]),
            ("on-accent", &["accent"]),
            ("country-name", &["land", "home"]),
            ("sea-name", &["sea"]),
        ],
    );
}

#[test]
fn what_is_pressed_or_drawn_stands_out_from_its_ground() {
    assert_contrast(
        3.0,
        &[
            ("edge", &["paper", "raised"]),
            ("accent", &["land", "home", "sea"]),
            ("country-outline", &["land", "home", "sea"]),
            ("route", &["land", "home", "sea"]),
        ],
    );
    for topic in 0..TOPICS {
        assert_contrast(3.0, &[(&format!("tone-{topic}"), &["paper", "raised"])]);
    }
}

#[test]
fn the_page_without_code_has_the_same_colours() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/page.css");
    let sheet = fs::read_to_string(path).unwrap();
    let mut compared = 0;
    for (part, (when, palette)) in sheet.split("prefers-color-scheme").zip(palettes()) {
        for line in part.lines() {
            let Some((name, value)) = line.trim().trim_start_matches('-').split_once(": #") else {
                continue;
            };
            let value = value.trim_end_matches(';');
            let name = if name == "water" { "sea-name" } else { name };
            if let (Some(colour), 6) = (palette.get(name), value.len()) {
                let same = [0, 2, 4].map(|at| {
                    let part = u8::from_str_radix(&value[at..at + 2], 16).unwrap();
                    linear(part).to_bits()
                });
                assert_eq!(same, colour.map(f64::to_bits), "--{name} by {when}");
                compared += 1;
            }
        }
    }
    assert!(compared >= 20, "{compared}");
}

type Matrix = [[f64; 3]; 3];

/// What the eye lacks, as it makes of linear RGB: Machado, Oliveira and Fernandes, "A physiologically-based
/// model for simulation of color vision deficiency", 2009, severity 1.
const EYES: [(&str, Matrix); 4] = [
    (
        "all three",
        [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    ),
    (
        "protanopia",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

/// How far apart two topics are at least, in `OKLab`; 0.02 is about what can just be seen side by side.
const APART: f64 = 0.08;

fn times(matrix: &Matrix, [a, b, c]: Rgb) -> Rgb {
    matrix.map(|[x, y, z]| x * a + y * b + z * c)
}

/// Ottosson, "A perceptual color space for image processing", 2020.
fn oklab(rgb: Rgb) -> [f64; 3] {
    let cones = times(
        &[
            [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
            [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
            [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
        ],
        rgb,
    );
    times(
        &[
            [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
            [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
            [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
        ],
        cones.map(f64::cbrt),
    )
}

#[test]
fn topics_are_told_apart_by_every_kind_of_eye() {
    for (when, palette) in palettes() {
        for (eye, matrix) in &EYES {
            let seen: Vec<[f64; 3]> = (0..TOPICS)
                .map(|topic| palette[&format!("tone-{topic}")])
                .map(|rgb| oklab(times(matrix, rgb).map(|part| part.clamp(0.0, 1.0))))
                .collect();
            for one in 0..TOPICS {
                for other in 0..one {
                    let apart = (0..3)
                        .map(|axis| (seen[one][axis] - seen[other][axis]).powi(2))
                        .sum::<f64>()
                        .sqrt();
                    assert!(
                        apart >= APART,
                        "topics {one} and {other} by {when}, {eye}: {apart:.3}, less than {APART}"
                    );
                }
            }
        }
    }
}

#[test]
fn contrast_and_distance_are_as_published() {
    let (black, white) = ([0.0; 3], [1.0; 3]);
    assert!((contrast(black, white) - 21.0).abs() < 1e-9);
    assert!((contrast([linear(0x76); 3], white) - 4.54).abs() < 0.01);
    let red = oklab([1.0, 0.0, 0.0]);
    for (found, published) in red.into_iter().zip([0.627_96, 0.224_86, 0.125_85]) {
        assert!((found - published).abs() < 1e-4);
    }
}
