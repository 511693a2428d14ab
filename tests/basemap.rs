//! The embedded basemap: which country a place is in, what the lines are, what a damaged file does.

#![allow(
    clippy::unwrap_used,
    reason = "a helper of a test may fail as the test does"
)]

#[path = "atlas/country.rs"]
mod country;

use std::collections::BTreeSet;
use std::f64::consts::PI;

use country::country_at;
use proptest::prelude::*;
use story_map::geo::LonLat;
use story_map::geo::basemap::format::{MAGIC, VERSION, checksum};
use story_map::geo::basemap::{
    Basemap, Bounds, Country, DecodeError, Level, Polygon, Ring, first_level_len, left_area,
};

const FILE: &[u8] = include_bytes!("../story/basemap.bin");

fn levels() -> Vec<Level> {
    Basemap::decode(FILE).unwrap().levels
}

fn is_world(level: &Level) -> bool {
    level.bounds.east - level.bounds.west == 360
}

fn shows(level: &Level, lon: f64, lat: f64) -> bool {
    let Bounds {
        west,
        south,
        east,
        north,
    } = level.bounds;
    (west.into()..=east.into()).contains(&lon) && (south.into()..=north.into()).contains(&lat)
}

fn code_at(level: &Level, lon: f64, lat: f64) -> Option<&str> {
    let country = country_at(level, LonLat::new(lon, lat).unwrap())?;
    Some(str::from_utf8(country.code.as_ref()?).unwrap())
}

fn country<'a>(level: &'a Level, code: &str) -> &'a Country {
    let mut countries = level.countries.iter();
    let is_it = |country: &&Country| country.code.is_some_and(|it| it == code.as_bytes());
    countries.find(is_it).unwrap()
}

fn arcs_of(polygons: &[Polygon]) -> BTreeSet<usize> {
    let rings = polygons.iter().flat_map(|polygon| &polygon.rings);
    rings.flat_map(|ring| &ring.0).map(|one| one.arc).collect()
}

/// The land, the lakes, then each country's.
fn shapes(level: &Level) -> impl Iterator<Item = &[Polygon]> {
    let countries = level.countries.iter();
    [&level.land[..], &level.lakes]
        .into_iter()
        .chain(countries.map(|country| &country.polygons[..]))
}

/// In steradians.
fn area(level: &Level, polygons: &[Polygon]) -> f64 {
    let ring_area = |ring: &Ring| left_area(&level.ring_points(ring).collect::<Vec<_>>());
    let polygon_area = |polygon: &Polygon| {
        let (outer, holes) = polygon.rings.split_first().unwrap();
        let holes = holes.iter().map(|hole| 4.0 * PI - ring_area(hole));
        ring_area(outer) - holes.sum::<f64>()
    };
    polygons.iter().map(polygon_area).sum()
}

#[test]
fn places_lie_in_their_countries() {
    for (place, lon, lat, code) in [
        ("Baku", 49.8671, 40.4093, "AZ"),
        ("Sheki", 47.1706, 41.1919, "AZ"),
        ("Ganja", 46.3606, 40.6828, "AZ"),
        ("Khankendi", 46.7528, 39.8264, "AZ"),
        ("Shusha", 46.7466, 39.7601, "AZ"),
        ("Nakhchivan", 45.4122, 39.2089, "AZ"),
        ("Tbilisi", 44.8271, 41.7151, "GE"),
        ("Yerevan", 44.5152, 40.1872, "AM"),
        ("Seoul", 126.9780, 37.5665, "KR"),
        ("Pyongyang", 125.7625, 39.0392, "KP"),
        ("Moscow", 37.6173, 55.7558, "RU"),
        ("Simferopol", 34.1, 44.95, "UA"),
        ("Hargeisa", 44.0650, 9.5600, "SO"),
        ("the Karpas peninsula", 33.9, 35.27, "CY"),
        ("Prizren", 20.7397, 42.2139, "XK"),
        ("Lesotho, a hole in South Africa", 28.2, -29.5, "LS"),
        ("Vanua Levu, Fiji", 179.2, -16.6, "FJ"),
        ("Chukotka, beyond the antimeridian", -175.0, 66.5, "RU"),
        ("Chukotka, on the antimeridian", 180.0, 67.5, "RU"),
        (
            "the antimeridian, written the other way",
            -180.0,
            67.5,
            "RU",
        ),
        ("Wrangel Island", 179.5, 71.2, "RU"),
        ("the South Pole", 0.0, -90.0, "AQ"),
        ("the South Pole, from elsewhere", 137.0, -90.0, "AQ"),
    ] {
        for level in levels().iter().filter(|level| shows(level, lon, lat)) {
            assert_eq!(
                code_at(level, lon, lat),
                Some(code),
                "{place}, {}",
                level.name
            );
        }
    }
}

#[test]
fn seas_lie_in_no_country() {
    for (place, lon, lat) in [
        ("the Pacific", -150.0, 0.0),
        ("the Pacific, on the antimeridian", 180.0, 0.0),
        ("the Pacific, opposite Azerbaijan", -133.0, -40.5),
        ("the Caspian", 51.0, 41.0),
        ("the sea east of Korea", 132.0, 39.0),
        ("the North Pole", 0.0, 90.0),
    ] {
        for level in levels().iter().filter(|level| shows(level, lon, lat)) {
            assert_eq!(code_at(level, lon, lat), None, "{place}, {}", level.name);
        }
    }
}

#[test]
fn lakes_that_matter_are_there_and_lie_where_they_do() {
    let at_lake = |level: &Level, lon, lat| {
        let lakes = Country {
            code: Some(*b"__"),
            polygons: level.lakes.clone(),
        };
        let water = Level {
            countries: vec![lakes],
            ..level.clone()
        };
        code_at(&water, lon, lat).is_some()
    };
    for (place, lon, lat, from) in [
        ("the Caspian", 50.8, 41.0, 0),
        ("the Caspian off Baku", 50.3, 40.2, 0),
        (
            "the Caspian, far within the north-east of a region",
            51.5,
            42.3,
            0,
        ),
        ("Baikal", 108.0, 53.4, 0),
        ("Superior", -88.0, 47.7, 0),
        ("Victoria", 33.0, -1.0, 0),
        ("Sevan", 45.3, 40.35, 1),
        ("Van", 42.9, 38.6, 1),
        ("Urmia", 45.4, 37.7, 1),
    ] {
        for level in levels()[from..]
            .iter()
            .filter(|level| shows(level, lon, lat))
        {
            assert!(at_lake(level, lon, lat), "{place}, {}", level.name);
        }
    }
    for (place, lon, lat) in [
        ("Baku", 49.8671, 40.4093),
        ("Ganja", 46.3606, 40.6828),
        ("Lankaran", 48.8, 38.75),
        ("Aktau", 51.25, 43.65),
        ("the Black Sea", 34.5, 43.1),
        ("Yerevan", 44.5152, 40.1872),
    ] {
        for level in levels().iter().filter(|level| shows(level, lon, lat)) {
            assert!(!at_lake(level, lon, lat), "{place}, {}", level.name);
        }
    }
}

/// A lake's shore is drawn with the lake, so that both can be styled apart from the ocean's coast.
#[test]
fn no_shore_of_a_lake_is_a_coast_or_a_border() {
    for level in levels() {
        let shores = arcs_of(&level.lakes);
        let mut lines = level.coast.iter().chain(&level.borders);
        assert!(lines.all(|arc| !shores.contains(arc)), "{}", level.name);
    }
}

#[test]
fn every_ring_closes() {
    for world in levels() {
        let ends = |arc: usize, reversed: bool| {
            let range = &world.arcs[arc];
            let (first, last) = (world.point(range.start), world.point(range.end - 1));
            if reversed {
                (last, first)
            } else {
                (first, last)
            }
        };
        for ring in shapes(&world).flatten().flat_map(|polygon| &polygon.rings) {
            let following = ring.0.iter().cycle().skip(1);
            for (one, next) in ring.0.iter().zip(following) {
                let (_, end) = ends(one.arc, one.reversed);
                let (start, _) = ends(next.arc, next.reversed);
                assert_eq!(end, start, "{ring:?}");
            }
            let corners: Vec<_> = world.ring_points(ring).collect();
            assert!(corners.len() > 2, "{ring:?}");
            assert!(corners.windows(2).all(|two| two[0] != two[1]), "{ring:?}");
            assert_ne!(corners.first(), corners.last());
        }
    }
}

#[test]
fn the_inside_is_on_the_left() {
    for world in levels() {
        for polygon in shapes(&world).flatten() {
            for (index, ring) in polygon.rings.iter().enumerate() {
                let left = left_area(&world.ring_points(ring).collect::<Vec<_>>());
                assert_eq!(left < 2.0 * PI, index == 0, "{left}");
            }
        }
    }
}

#[test]
fn land_is_29_percent_of_the_sphere_and_the_sum_of_the_countries() {
    for world in levels().into_iter().filter(is_world) {
        let mut areas = shapes(&world).map(|shape| area(&world, shape));
        let land = areas.next().unwrap();
        areas.next(); // lakes
        let share = land / (4.0 * PI);
        assert!((share / 0.29 - 1.0).abs() < 0.02, "{share}");
        let rest = areas.sum::<f64>() - land;
        assert!(rest.abs() < 1e-6, "{} {rest}", world.name);
    }
}

#[test]
fn neighbours_share_the_arcs_of_their_border() {
    for level in levels() {
        let arcs = |code| arcs_of(&country(&level, code).polygons);
        for (one, other) in [("AZ", "AM"), ("KR", "KP"), ("AZ", "GE"), ("CA", "US")] {
            let has = |code| level.countries.iter().any(|it| it.code == Some(code));
            let bytes = |code: &str| code.as_bytes().try_into().unwrap();
            if !has(bytes(one)) || !has(bytes(other)) {
                continue;
            }
            let (one, other) = (arcs(one), arcs(other));
            let shared: Vec<_> = one.intersection(&other).collect();
            assert!(!shared.is_empty(), "{}", level.name);
            assert!(shared.iter().all(|arc| level.borders.contains(arc)));
        }
    }
}

/// A region is told from the world by its bounds; beyond them nothing is stroked.
#[test]
fn a_region_strokes_only_what_reaches_into_its_bounds() {
    for level in levels().iter().filter(|level| !is_world(level)) {
        for &arc in level.coast.iter().chain(&level.borders) {
            let points = level.arcs[arc].clone().map(|index| level.point(index));
            let mut points = points.map(LonLat::from);
            assert!(
                points.any(|point| shows(level, point.lon, point.lat)),
                "{arc}"
            );
        }
        assert!(level.countries.iter().all(|country| country.code.is_some()));
        let coast: BTreeSet<_> = level.coast.iter().copied().collect();
        assert!(coast.is_subset(&arcs_of(&level.land)), "{}", level.name);
    }
}

#[test]
fn every_country_of_the_coarse_world_is_in_the_fine_one() {
    let codes = |level: &Level| -> BTreeSet<_> {
        level.countries.iter().map(|country| country.code).collect()
    };
    let levels = levels();
    assert!(codes(&levels[0]).is_subset(&codes(&levels[1])));
}

/// An island that the atlas of the coarse world leaves out.
#[test]
fn jeju_is_there_at_every_level() {
    let levels = levels();
    let levels = levels.iter().filter(|level| shows(level, 126.53, 33.38));
    let found: Vec<_> = levels.map(|level| code_at(level, 126.53, 33.38)).collect();
    assert_eq!(found, [Some("KR"); 3]);
}

#[test]
fn coasts_are_the_outline_of_the_land() {
    for world in levels().into_iter().filter(is_world) {
        let coast: BTreeSet<_> = world.coast.iter().copied().collect();
        let land = arcs_of(&world.land);
        let ocean = land.difference(&arcs_of(&world.lakes)).copied().collect();
        assert_eq!(coast, ocean, "{}", world.name);
        assert!(world.borders.iter().all(|arc| !coast.contains(arc)));
    }
}

/// Nothing of the cut at 180° or of Antarctica's frame is left to be stroked.
#[test]
fn no_line_runs_along_the_antimeridian_or_a_pole() {
    const SOUTHERNMOST_COAST: f64 = -85.7; // at the head of the Ross Sea
    for world in levels().into_iter().filter(is_world) {
        let stroked = world.coast.iter().chain(&world.borders);
        for &arc in stroked {
            let points = world.arcs[arc].clone().map(|index| world.point(index));
            let points: Vec<_> = points.map(LonLat::from).collect();
            assert!(points.iter().all(|point| point.lat > SOUTHERNMOST_COAST));
            // Fiji has a coast of less than that which does lie there.
            let is_cut = |edge: &[LonLat]| {
                edge.iter().all(|point| point.lon.abs() > 179.999)
                    && (edge[0].lat - edge[1].lat).abs() > 0.1
            };
            assert!(!points.windows(2).any(is_cut));
        }
    }
}

#[test]
fn borders_within_one_country_are_not_drawn() {
    for world in levels().into_iter().filter(is_world) {
        let somalia = arcs_of(&country(&world, "SO").polygons);
        let lines = world.coast.iter().chain(&world.borders).copied();
        assert!(!somalia.is_subset(&lines.collect()));
    }
}

#[test]
fn errors_say_what_is_wrong() {
    let message = |bytes: &[u8]| Basemap::decode(bytes).unwrap_err().to_string();
    assert_eq!(message(b"GIF89a"), "not a basemap");
    assert_eq!(message(b"SMBM"), "basemap cut short or altered");
    assert_eq!(message(b"SMBM\x01"), "basemap of version 1, expected 3");
    assert_eq!(
        message(&FILE[..FILE.len() - 1]),
        "basemap cut short or altered"
    );
    assert_eq!(
        message(&sealed(&[200, 1])),
        "malformed basemap: a count beyond the end at byte 2"
    );
    assert_eq!(
        message(&sealed(&[0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0])),
        "malformed basemap: more than was announced at byte 11"
    );
}

/// The body of a level as a file with the right checksum, so that the decoder reads on.
fn sealed(body: &[u8]) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    bytes.push(VERSION);
    let mut length = body.len();
    while length >= 0x80 {
        bytes.push(0x80 | length.to_le_bytes()[0]);
        length >>= 7;
    }
    bytes.push(length.to_le_bytes()[0]);
    bytes.extend(body);
    bytes.extend(checksum(&bytes).to_le_bytes());
    bytes
}

/// The first level alone, and its body.
fn first_level() -> (&'static [u8], &'static [u8]) {
    let first = &FILE[..first_level_len(FILE).unwrap()];
    let head = MAGIC.len() + 1 + 3; // a length of more than 16,384 takes three bytes
    (first, &first[head..first.len() - 4])
}

#[test]
fn a_file_cut_between_two_levels_is_two_files() {
    let (first, body) = first_level();
    assert_eq!(sealed(body), first);
    let mut both = Basemap::decode(first).unwrap();
    let rest = Basemap::decode(&FILE[first.len()..]).unwrap();
    both.levels.extend(rest.levels);
    assert_eq!(both, Basemap::decode(FILE).unwrap());
}

/// Whatever was decoded can be used.
fn walk(basemap: &Basemap) {
    for level in &basemap.levels {
        country_at(level, LonLat { lon: 1.0, lat: 2.0 });
        for ring in shapes(level).flatten().flat_map(|polygon| &polygon.rings) {
            level.ring_points(ring).for_each(drop);
        }
    }
}

proptest! {
    #[test]
    fn a_file_cut_short_is_an_error(len in 0..FILE.len()) {
        let mut ends = vec![0];
        while ends[ends.len() - 1] < FILE.len() {
            let end = ends[ends.len() - 1];
            ends.push(end + first_level_len(&FILE[end..]).unwrap());
        }
        prop_assume!(!ends[1..].contains(&len)); // that is a file of fewer levels
        prop_assert!(Basemap::decode(&FILE[..len]).is_err());
    }

    #[test]
    fn a_file_with_one_byte_altered_is_an_error(at in 0..FILE.len(), by in 1..=u8::MAX) {
        let mut bytes = FILE.to_vec();
        bytes[at] ^= by;
        prop_assert!(Basemap::decode(&bytes).is_err());
    }

    #[test]
    fn any_bytes_are_an_error(bytes: Vec<u8>) {
        prop_assert_eq!(Basemap::decode(&bytes), Err(DecodeError::NotABasemap));
    }

    #[test]
    fn any_body_under_a_right_checksum_does_not_panic(body: Vec<u8>) {
        if let Ok(basemap) = Basemap::decode(&sealed(&body)) {
            walk(&basemap);
        }
    }

    #[test]
    fn an_altered_body_under_a_right_checksum_does_not_panic(at in 0..first_level().1.len(), to: u8) {
        let mut body = first_level().1.to_vec();
        body[at] = to;
        if let Ok(basemap) = Basemap::decode(&sealed(&body)) {
            walk(&basemap);
        }
    }
}
