//! Round trip: what is written is what is read, exactly, on the grid.

use story_map::geo::LonLat;
use story_map::geo::basemap::{ArcRef, Basemap, Bounds, Country, Level, Polygon, Ring};

use super::grid::{GridArc, GridLevel, GridPoint};
use super::{brotli_len, encode, levels, root};
use crate::workspace;

fn assert_round_trip(level: &GridLevel) -> Level {
    let bytes = encode::file(std::slice::from_ref(level));
    let read = Basemap::decode(&bytes).unwrap().levels.remove(0);
    assert_eq!(read.name, level.name);
    assert_eq!(read.min_radius, level.min_radius);
    assert_eq!(read.bounds, level.bounds);
    assert_eq!(read.land, level.land);
    assert_eq!(read.lakes, level.lakes);
    assert_eq!(read.countries, level.countries);
    assert_eq!(read.arcs.len(), level.arcs.len());
    for (range, arc) in read.arcs.iter().zip(&level.arcs) {
        let points = range.clone().map(|index| read.point(index).into());
        let points: Vec<_> = points
            .map(|point: LonLat| GridPoint::nearest(point, level.per_degree))
            .collect();
        assert_eq!(points, arc.points);
    }
    read
}

#[test]
fn the_world_comes_back() {
    for level in levels(&root()).unwrap() {
        assert_round_trip(&level);
    }
}

#[test]
fn all_levels_together_are_light() {
    let file = std::fs::read(workspace::path("story/basemap.bin")).unwrap();
    let packed = brotli_len(&file).unwrap();
    assert!(packed <= 60_000, "{packed} bytes after brotli");
}

#[test]
fn a_region_comes_back_with_its_hidden_edges_and_land_without_a_code() {
    let arc = |points: &[(i64, i64)], hidden| GridArc {
        points: points
            .iter()
            .map(|&(lon, lat)| GridPoint { lon, lat })
            .collect(),
        hidden,
    };
    let triangle = |arcs: [(usize, bool); 2]| {
        let ring = arcs.map(|(arc, reversed)| ArcRef { arc, reversed });
        vec![Polygon {
            rings: vec![Ring(ring.to_vec())],
        }]
    };
    // A square across 180°, its diagonal a border, its southern and eastern sides where it was cut.
    let level = GridLevel {
        name: "10m-test".into(),
        min_radius: 3000,
        bounds: Bounds {
            west: 179,
            south: 0,
            east: -179,
            north: 2,
        },
        per_degree: 500,
        arcs: vec![
            arc(&[(-89_500, 1000), (89_500, 0)], false),
            arc(&[(89_500, 0), (-89_500, 0), (-89_500, 1000)], true),
            arc(&[(-89_500, 1000), (89_500, 1000), (89_500, 0)], false),
        ],
        countries: vec![
            Country {
                code: Some(*b"AZ"),
                polygons: triangle([(0, false), (1, false)]),
            },
            Country {
                code: None,
                polygons: triangle([(0, true), (2, false)]),
            },
        ],
        land: triangle([(2, false), (1, false)]),
        lakes: vec![],
    };
    let read = assert_round_trip(&level);
    assert_eq!(read.borders, [0]);
    assert_eq!(read.coast, [2]);
}
