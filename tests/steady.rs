//! A frame of the map, once the map has run for a moment, asks for no memory.

#![allow(clippy::unwrap_used)] // a test may

use story_map::draw::canvas;
use story_map::geo::basemap::Basemap;
use story_map::geo::camera::Camera;
use story_map::geo::projection::Law;
use story_map::geo::room::Room;
use story_map::geo::{LonLat, Screen, Size};
use story_map::locale::phrases;
use story_map::model::labels::{self, Name};
use story_map::model::marks::Marks;
use story_map::model::picture::Picture;
use story_map::model::pins::{Buttons, Caption};
use story_map::story::Lang;

const SIZE: Size = Size {
    width: 1000.0,
    height: 600.0,
};

/// Baku, Seoul, Sheki, Ganja.
const PLACES: [LonLat; 4] = [
    at(49.8671, 40.4093),
    at(126.978, 37.5665),
    at(47.1706, 41.1919),
    at(46.3606, 40.6828),
];

const fn at(lon: f64, lat: f64) -> LonLat {
    LonLat { lon, lat }
}

/// What a map keeps from one frame to the next.
#[derive(Default)]
struct Kept {
    picture: Picture,
    buffer: Vec<f32>,
    buttons: Buttons,
    placed: Vec<(usize, Screen)>,
}

/// How often memory is asked for while a script of views is drawn.
fn allocations(script: &[Camera], basemap: &Basemap, names: &[Name], kept: &mut Kept) -> u64 {
    let marks = Marks {
        home: vec![*b"AZ", *b"KR"],
        route: PLACES[..2].to_vec(),
        countries: vec![*b"AZ", *b"KR"],
    };
    let caption = Caption {
        name: 60.0,
        local: 40.0,
    };
    let counted = allocation_counter::measure(|| {
        for &camera in script {
            let level = basemap.level(camera, SIZE).unwrap();
            kept.picture.compose(level, &marks, camera, SIZE);
            canvas::write(&kept.picture.layers, &mut kept.buffer);
            let crossed = |room: &Room| kept.picture.way_crosses(room);
            let places = (&PLACES[..], &[0, 1, 2, 3][..], &[caption; 4][..]);
            kept.buttons.place(places, camera, SIZE, &crossed);
            let taken = &mut kept.buttons.rooms;
            labels::place(names, taken, &crossed, camera, SIZE, &mut kept.placed);
        }
    });
    counted.count_total
}

#[test]
fn a_script_drawn_again_asks_for_no_memory() {
    let basemap = Basemap::decode(include_bytes!("../story/basemap.bin")).unwrap();
    let width = |words: &str, _| 7.0 * words.chars().count() as f64;
    let names = labels::names(&basemap.levels[0], phrases(Lang::En), &["AZ", "KR"], width);
    let zooms = (0..30).map(|step| 1.5 + 0.25 * f64::from(step));
    let pans = (0..36).map(|step| 10.0 * f64::from(step) - 180.0);
    let view = |lon, zoom, law| Camera {
        centre: at(lon, 40.0),
        zoom,
        law,
    };
    for law in [Law::Globe, Law::Flat] {
        let zoom = zooms.clone().map(|zoom| view(50.0, zoom, law));
        let pan = pans.clone().map(|lon| view(lon, 2.0, law));
        let script: Vec<Camera> = zoom.chain(pan).collect();
        let mut kept = Kept::default();
        let first = allocations(&script, &basemap, &names, &mut kept);
        assert!(first > 20, "the counter counts: {first}");
        let again = allocations(&script, &basemap, &names, &mut kept);
        assert_eq!(again, 0, "{law:?}");
    }
}
