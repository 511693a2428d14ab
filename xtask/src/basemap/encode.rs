//! Encode: levels to the bytes of a basemap file, the inverse of `Basemap::decode`.

use story_map::geo::basemap::format::{LONG_STEP, MAGIC, VERSION, checksum, eastward, wrapped};
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
    let mut used = Used::default();
    count(bytes, &level.countries);
    for country in &level.countries {
        bytes.extend(country.code.unwrap_or_default());
        polygons(bytes, &country.polygons, &mut used);
    }
    polygons(bytes, &level.land, &mut used);
    polygons(bytes, &level.lakes, &mut used);
}

fn arcs(bytes: &mut Vec<u8>, arcs: &[GridArc], per_degree: i64) {
    let (mut lon, mut lat) = (0_i64, 0_i64);
    count(bytes, arcs);
    for arc in arcs {
        let [hidden, closed] = [arc.hidden, arc.is_closed()].map(u64::from);
        number(bytes, arc.points.len() as u64 * 4 + closed * 2 + hidden);
    }
    for arc in arcs {
        let written = arc.points.len() - usize::from(arc.is_closed());
        for point in &arc.points[..written] {
            step(bytes, point.lat - lat);
            let unit = eastward(point.lat, per_degree);
            let from = lon.div_euclid(unit) * unit;
            step(bytes, wrapped(point.lon - from, per_degree) / unit); // the shorter way round
            (lon, lat) = (point.lon, point.lat);
        }
    }
}

/// Which arcs the rings so far use.
#[derive(Default)]
struct Used {
    /// The first that none does.
    next: usize,
    last: usize,
}

impl Used {
    fn code(&mut self, arc: usize) -> u64 {
        let after =
            i64::try_from(arc).unwrap_or_default() - i64::try_from(self.last).unwrap_or_default();
        let code = if arc == self.next {
            0
        } else {
            zigzag(after) + 1
        };
        self.next = self.next.max(arc + 1);
        self.last = arc;
        code
    }
}

fn polygons(bytes: &mut Vec<u8>, polygons: &[Polygon], used: &mut Used) {
    count(bytes, polygons);
    for polygon in polygons {
        count(bytes, &polygon.rings);
        for ring in &polygon.rings {
            count(bytes, &ring.0);
            for &ArcRef { arc, reversed } in &ring.0 {
                number(bytes, used.code(arc) * 2 + u64::from(reversed));
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
