//! Whole maps as SVG, each compared with the one in `tests/pictures/`.
//!
//! After a change that is meant: `UPDATE_PICTURES=1 cargo test --test pictures`, then look at them.

#![allow(clippy::unwrap_used)] // a test may

use std::fs;
use std::path::Path;

use story_map::draw::svg::{self, Anchor, Label, Lettering, Paint, Palette, Pin};
use story_map::geo::basemap::Basemap;
use story_map::geo::camera::Camera;
use story_map::geo::projection::Law;
use story_map::geo::{LonLat, Screen, Size};
use story_map::model::marks::Marks;
use story_map::model::picture::Picture;

/// Small, so that a change is small too.
const SIZE: Size = Size {
    width: 480.0,
    height: 320.0,
};

const BAKU: LonLat = LonLat {
    lon: 49.8671,
    lat: 40.4093,
};
const SEOUL: LonLat = LonLat {
    lon: 126.978,
    lat: 37.5665,
};

/// The light colours of `static/story-map.css`.
const LIGHT: Palette = Palette {
    layers: [
        paint("#dbe7ec", "#9fb6c1", "1"),
        paint("", "#cbdae1", "0.75"),
        paint("#f6f1e4", "", ""),
        paint("#f0e2c4", "", ""),
        paint("#dbe7ec", "#7f9aa6", "0.75"),
        paint("", "#bdb29a", "0.75"),
        paint("", "#7f9aa6", "1"),
        paint("#a63d1240", "#a63d12", "1.5"),
        paint("", "#a63d12", "2"),
    ],
    paper: "",
    pin: paint("#0b5d74", "#ffffff", "2"),
};

const fn paint<'a>(fill: &'a str, stroke: &'a str, width: &'a str) -> Paint<'a> {
    Paint {
        fill,
        stroke,
        width,
    }
}

/// The picture with the two cities on it, as a document.
fn drawn(law: Law, (lon, lat): (f64, f64), zoom: f64, marks: &Marks) -> String {
    let basemap = Basemap::decode(include_bytes!("../story/basemap.bin")).unwrap();
    let camera = Camera {
        centre: LonLat { lon, lat },
        zoom,
        law,
    }
    .within_limits(SIZE);
    let level = basemap.level(camera, SIZE).unwrap();
    let mut picture = Picture::default();
    picture.compose(level, marks, camera, SIZE);
    let view = camera.projection(SIZE);
    let in_box = |place| {
        let at = view.forward(place)?;
        ((0.0..SIZE.width).contains(&at.x) && (0.0..SIZE.height).contains(&at.y)).then_some(at)
    };
    let cities = [("1", "Bakı", BAKU), ("2", "서울", SEOUL)];
    let cities = cities.map(|(number, name, place)| (number, name, in_box(place)));
    let seen = cities
        .iter()
        .filter_map(|&(number, name, at)| Some((number, name, at?)));
    let pins: Vec<Pin> = seen.clone().map(|(text, _, at)| Pin { at, text }).collect();
    let labels = seen.map(|(_, text, at)| Label {
        at: Screen {
            x: at.x + 20.0,
            ..at
        },
        text,
        anchor: Anchor::Start,
        lettering: Lettering {
            font: ["14", "600", "normal", "normal"],
            fill: "#1d1c1a",
            halo: "#f6f1e4",
        },
    });
    let labels: Vec<Label> = labels.collect();
    svg::write(&picture.layers, &pins, &labels, &LIGHT, SIZE, "A map")
}

fn compare(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/pictures")
        .join(format!("{name}.svg"));
    if std::env::var_os("UPDATE_PICTURES").is_some() {
        return fs::write(&path, text).unwrap();
    }
    let recorded = fs::read_to_string(&path).unwrap_or_default();
    // Not assert_eq, which would print both whole.
    assert!(
        recorded == text,
        "{} is not what is drawn now: UPDATE_PICTURES=1 cargo test --test pictures, then look at it",
        path.display()
    );
}

#[test]
fn the_pictures_are_those_recorded() {
    let both = Marks {
        home: vec![*b"AZ", *b"KR"],
        route: vec![BAKU, SEOUL],
        countries: vec![*b"AZ", *b"KR"],
    };
    let none = Marks {
        home: both.home.clone(),
        ..Marks::default()
    };
    for (law, kind) in [(Law::Globe, "globe"), (Law::Flat, "flat")] {
        for (name, centre, zoom, marks) in [
            ("world", (60.0, 25.0), 0.0, &none),
            ("corridor", (88.0, 47.0), 2.3, &both),
            ("azerbaijan", (47.7, 40.3), 6.0, &both),
            ("ganja", (46.4, 40.6), 7.5, &none),
            ("korea", (127.5, 36.2), 6.0, &both),
            // Where maps that are cut at 180 degrees, or end at a pole, come apart.
            ("date-line", (-177.0, 63.0), 3.2, &none),
            ("north-pole", (30.0, 86.0), 1.2, &none),
            ("south-pole", (0.0, -88.0), 1.0, &none),
        ] {
            compare(&format!("{name}-{kind}"), &drawn(law, centre, zoom, marks));
        }
    }
}
