//! A frame of the map, once the map has run for a moment, asks for no memory.

#![allow(clippy::unwrap_used)] // a test may

use story_map::draw::canvas;
use story_map::geo::basemap::Basemap;
use story_map::geo::camera::Camera;
use story_map::geo::projection::Law;
use story_map::geo::{LonLat, Size};
use story_map::model::marks::Marks;
use story_map::model::picture::Picture;

const SIZE: Size = Size {
    width: 1000.0,
    height: 600.0,
};

/// How often memory is asked for while a script of views is drawn.
fn allocations(script: &[Camera], picture: &mut Picture, buffer: &mut Vec<f32>) -> u64 {
    let basemap = Basemap::decode(include_bytes!("../story/basemap.bin")).unwrap();
    let places = [(49.8671, 40.4093), (126.978, 37.5665)];
    let marks = Marks {
        home: vec![*b"AZ", *b"KR"],
        route: places.map(|(lon, lat)| LonLat { lon, lat }).to_vec(),
        countries: vec![*b"AZ", *b"KR"],
    };
    let counted = allocation_counter::measure(|| {
        for &camera in script {
            let level = basemap.level(camera, SIZE).unwrap();
            picture.compose(level, &marks, camera, SIZE);
            canvas::write(&picture.layers, buffer);
        }
    });
    counted.count_total
}

#[test]
fn a_script_drawn_again_asks_for_no_memory() {
    let zooms = (0..30).map(|step| 1.5 + 0.25 * f64::from(step));
    let pans = (0..36).map(|step| 10.0 * f64::from(step) - 180.0);
    let at = |lon, zoom, law| {
        let centre = LonLat { lon, lat: 40.0 };
        Camera { centre, zoom, law }
    };
    for law in [Law::Globe, Law::Flat] {
        let zoom = zooms.clone().map(|zoom| at(50.0, zoom, law));
        let pan = pans.clone().map(|lon| at(lon, 2.0, law));
        let script: Vec<Camera> = zoom.chain(pan).collect();
        let (mut picture, mut buffer) = (Picture::default(), Vec::new());
        let first = allocations(&script, &mut picture, &mut buffer);
        assert!(first > 20, "the counter counts: {first}");
        assert_eq!(
            allocations(&script, &mut picture, &mut buffer),
            0,
            "{law:?}"
        );
    }
}
