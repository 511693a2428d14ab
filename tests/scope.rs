//! What a picture leaves out because nobody would see it is not missed, wherever one looks.

#![allow(clippy::unwrap_used)] // a test may

use std::sync::LazyLock;

use proptest::prelude::*;
use story_map::geo::basemap::{Basemap, Level};
use story_map::geo::camera::Camera;
use story_map::geo::projection::Law;
use story_map::geo::{LonLat, Size};
use story_map::model::marks::Marks;
use story_map::model::picture::{Paths, Picture, Style};

static BASEMAP: LazyLock<Basemap> =
    LazyLock::new(|| Basemap::decode(include_bytes!("../story/basemap.bin")).unwrap());

const SIZE: Size = Size {
    width: 900.0,
    height: 700.0,
};
/// So much larger that everything fits in, and nothing is left out but what is behind the globe.
const MORE: f32 = 5e5;

fn composed(level: &Level, camera: Camera, more: f32) -> Picture {
    let mut picture = Picture::default();
    let size = Size {
        width: SIZE.width + 2.0 * f64::from(more),
        height: SIZE.height + 2.0 * f64::from(more),
    };
    let marks = Marks {
        home: vec![*b"IR"],
        route: vec![],
        countries: vec![*b"AZ", *b"RU", *b"FJ"],
    };
    picture.compose(level, &marks, camera, size);
    picture
}

fn paths(picture: &Picture, style: Style) -> &Paths {
    let layer = picture.layers.iter().find(|layer| layer.style == style);
    &layer.unwrap().paths
}

fn pieces(paths: &Paths) -> impl Iterator<Item = &[[f32; 2]]> {
    let mut start = 0;
    paths.ends.iter().map(move |&(end, _)| {
        let piece = &paths.points[start..end];
        start = end;
        piece
    })
}

/// Whether a point lies inside the outlines, by the number of edges to its right.
fn covers(paths: &Paths, [x, y]: [f32; 2]) -> bool {
    let [x, y] = [x, y].map(f64::from);
    let mut inside = false;
    for ring in pieces(paths) {
        for (index, a) in ring.iter().enumerate() {
            let b = ring[(index + 1) % ring.len()].map(f64::from);
            let a = a.map(f64::from);
            let crosses = (a[1] > y) != (b[1] > y);
            inside ^= crosses && x < a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]);
        }
    }
    inside
}

/// How far a point is from the nearest line.
fn distance(paths: &Paths, [x, y]: [f32; 2]) -> f32 {
    let mut nearest = f32::INFINITY;
    for piece in pieces(paths) {
        for two in piece.windows(2) {
            let [along, aside] = [two[1][0] - two[0][0], two[1][1] - two[0][1]];
            let (right, down) = (x - two[0][0], y - two[0][1]);
            let length = along * along + aside * aside;
            let share = ((right * along + down * aside) / length.max(1e-9)).clamp(0.0, 1.0);
            nearest = nearest.min((right - share * along).hypot(down - share * aside));
        }
    }
    nearest
}

fn in_box([x, y]: [f32; 2]) -> bool {
    (0.0..900.0).contains(&x) && (0.0..700.0).contains(&y)
}

fn view() -> impl Strategy<Value = (Camera, usize)> {
    let law = prop_oneof![Just(Law::Globe), Just(Law::Flat)];
    // Anywhere, and often where the lines are many.
    let place = prop_oneof![
        (-180.0..180.0, -90.0..90.0),
        (40.0..56.0, 34.0..48.0),
        (118.0..136.0, 28.0..44.0)
    ];
    (law, place, 1.5..8.5, 0..2_usize).prop_map(|(law, (lon, lat), zoom, level)| {
        let centre = LonLat { lon, lat };
        (Camera { centre, zoom, law }.within_limits(SIZE), level)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn areas_are_what_they_are_with_nothing_left_out((camera, level) in view()) {
        let level = &BASEMAP.levels[level];
        let (part, whole) = (composed(level, camera, 0.0), composed(level, camera, MORE));
        for style in [Style::Land, Style::Lake, Style::Country] {
            let (part, whole) = (paths(&part, style), paths(&whole, style));
            for at in (45..900).step_by(90).flat_map(|x| (35..700).step_by(70).map(move |y| (x, y))) {
                let at = [at.0, at.1].map(|part: u16| f32::from(part));
                let there = |by: f32| covers(whole, [at[0] + MORE + by, at[1] + MORE]);
                // Where an outline runs through the pixel, either may be right.
                if there(-2.0) == there(2.0) {
                    prop_assert_eq!(covers(part, at), there(0.0), "{:?} at {:?}", style, at);
                }
            }
        }
    }

    #[test]
    fn lines_are_where_they_are_with_nothing_left_out((camera, level) in view()) {
        let level = &BASEMAP.levels[level];
        let (part, whole) = (composed(level, camera, 0.0), composed(level, camera, MORE));
        for style in [Style::Graticule, Style::Border, Style::Coast] {
            let (part, whole) = (paths(&part, style), paths(&whole, style));
            let seen = whole.points.iter().map(|at| at.map(|part| part - MORE));
            for at in seen.filter(|&at| in_box(at)).step_by(29) {
                prop_assert!(distance(part, at) < 1.0, "{:?} at {:?}", style, at);
            }
            // Nothing is there either that is not there.
            for &at in part.points.iter().filter(|&&at| in_box(at)).step_by(29) {
                let there = at.map(|part| part + MORE);
                prop_assert!(distance(whole, there) < 1.0, "{:?} at {:?}", style, at);
            }
        }
    }
}
