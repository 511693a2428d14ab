//! Country: which country a place lies in, asked of the sphere and not of a flat map.

use story_map::geo::basemap::{Country, Level, Polygon};
use story_map::geo::{LonLat, Unit};

/// The country that the place lies in; `None` at sea, and beyond the accuracy of the level.
pub(crate) fn country_at(level: &Level, place: LonLat) -> Option<&Country> {
    let view = View::from(place);
    level.countries.iter().find(|country| {
        let mut polygons = country.polygons.iter();
        polygons.any(|polygon| winding(level, polygon, &view) > 0)
    })
}

/// How often the rings run round the place, counter-clockwise, less how often clockwise:
/// 1 inside an outer ring, 0 outside or in a hole. (It is -1 at the antipodes of the inside.)
fn winding(level: &Level, polygon: &Polygon, view: &View) -> i32 {
    let rings = polygon.rings.iter();
    rings
        .map(|ring| {
            let mut corners = level.ring_points(ring).map(|point| view.seen(point));
            let Some(first) = corners.next() else {
                return 0;
            };
            let mut last = first;
            let mut turns = 0;
            for corner in corners.chain([first]) {
                turns += crossing(last, corner);
                last = corner;
            }
            turns
        })
        .sum()
}

/// A point as seen from a place: how far east of it, and how far north.
type Seen = (f64, f64);

/// The directions east and north at a place.
struct View {
    east: Unit,
    north: Unit,
}

impl From<LonLat> for View {
    fn from(LonLat { lon, lat }: LonLat) -> Self {
        // East is a quarter turn along the equator, north a quarter turn up the meridian.
        let at = |lon, lat| Unit::from(LonLat { lon, lat });
        Self {
            east: at(lon + 90.0, 0.0),
            north: at(lon, lat + 90.0),
        }
    }
}

impl View {
    fn seen(&self, point: Unit) -> Seen {
        (dot(self.east, point), dot(self.north, point))
    }
}

fn dot(a: Unit, b: Unit) -> f64 {
    a.x * b.x + a.y * b.y + a.z * b.z
}

/// Whether the great circle from `a` to `b` crosses the one due north from the place, up to its
/// antipodes: 1 when from east to west, -1 when from west to east, 0 when it does not.
fn crossing(a: Seen, b: Seen) -> i32 {
    let ((east_a, north_a), (east_b, north_b)) = (a, b);
    if (east_a < 0.0) == (east_b < 0.0) {
        return 0;
    }
    // The point of the edge that is neither east nor west, up to a positive factor.
    let north = north_a * east_b.abs() + north_b * east_a.abs();
    match north > 0.0 {
        false => 0,
        true if east_b < 0.0 => 1,
        true => -1,
    }
}
