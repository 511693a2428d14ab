//! Encode: levels to the bytes of a basemap file, the inverse of `Basemap::decode`.

use story_map::geo::basemap::format::{LONG_STEP, MAGIC, VERSION, checksum, wrapped};
use story_map::geo::basemap::{ArcRef, Polygon};

use super::grid::{GridArc, GridLevel};

/// The file of these levels, whose arcs are in the order of their first use.
pub(crate) fn file(levels: &[GridLevel]) -> Vec<u8> {
    levels.iter().flat_map(sealed).collect()
}

/// A level in its envelope.
fn sealed(one: &GridLevel) -> Vec<u8> {
    let mut body = Vec::new();
    level(&mut body, one);
    let mut bytes = MAGIC.to_vec();
    bytes.push(VERSION);
    count(&mut bytes, &body);
    bytes.extend(body);
    let sum = checksum(&bytes);
    bytes.extend(sum.to_le_bytes());
    bytes
}

fn level(bytes: &mut Vec<u8>, level: &GridLevel) {
    count(bytes, level.name.as_bytes());
    bytes.extend(level.name.as_bytes());
    number(bytes, u64::from(level.min_radius));
    let sides = level.bounds;
    for side in [sides.west, sides.south, sides.east, sides.north] {
        number(bytes, zigzag(i64::from(side)));
    }
    number(bytes, u64::from(level.per_degree));
    arcs(bytes, &level.arcs, i64::from(level.per_degree));
    let mut next = 0;
    count(bytes, &level.countries);
    for country in &level.countries {
        bytes.extend(country.code.unwrap_or_default());
        polygons(bytes, &country.polygons, &mut next);
    }
    polygons(bytes, &level.land, &mut next);
    polygons(bytes, &level.lakes, &mut next);
}

fn arcs(bytes: &mut Vec<u8>, arcs: &[GridArc], per_degree: i64) {
    let (mut lon, mut lat) = (0, 0);
    count(bytes, arcs);
    for arc in arcs {
        number(bytes, arc.points.len() as u64 * 2 + u64::from(arc.hidden));
    }
    for arc in arcs {
        for point in &arc.points {
            step(bytes, wrapped(point.lon - lon, per_degree)); // the shorter way round
            step(bytes, point.lat - lat);
            (lon, lat) = (point.lon, point.lat);
        }
    }
}

fn polygons(bytes: &mut Vec<u8>, polygons: &[Polygon], next: &mut usize) {
    count(bytes, polygons);
    for polygon in polygons {
        count(bytes, &polygon.rings);
        for ring in &polygon.rings {
            count(bytes, &ring.0);
            for &ArcRef { arc, reversed } in &ring.0 {
                number(bytes, (*next - arc) as u64 * 2 + u64::from(reversed));
                *next = (*next).max(arc + 1);
            }
        }
    }
}

fn count<T>(bytes: &mut Vec<u8>, things: &[T]) {
    number(bytes, things.len() as u64);
}

fn number(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push(0x80 | low_bits(number));
        number >>= 7;
    }
    bytes.push(low_bits(number));
}

fn low_bits(number: u64) -> u8 {
    number.to_le_bytes()[0] & 0x7f
}

fn zigzag(number: i64) -> u64 {
    ((number << 1) ^ (number >> 63)).cast_unsigned()
}

fn step(bytes: &mut Vec<u8>, step: i64) {
    match i8::try_from(step) {
        Ok(short) if short != LONG_STEP => bytes.push(short.cast_unsigned()),
        _ => {
            bytes.push(LONG_STEP.cast_unsigned());
            number(bytes, zigzag(step));
        }
    }
}
