//! Simplify: leaves out the points that are missed least, by Visvalingam and Whyatt, "Line
//! generalisation by repeated elimination of points", 1993. Arcs keep their ends, so what meets
//! still meets, and a border stays one line for both its countries.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use story_map::geo::basemap::Bounds;
use story_map::geo::{LonLat, Unit};

use super::grid::{GridArc, GridLevel, GridPoint};
use super::region;

/// Square kilometres to a steradian of the earth, whose radius is 6,371 km.
pub(crate) const KM2: f64 = 6371.0 * 6371.0;

/// Beyond the bounds of a region, which is never in sight, a line counts this much less.
const BEYOND: f64 = 1e-4;

/// Round the story's places a line counts this much more: there the reader looks closely.
const NEAR_STORY: f64 = 12.0;

/// From the Black Sea to the Aral, and from Manchuria to Taiwan.
const STORY: [Bounds; 2] = [
    Bounds {
        west: 38,
        south: 35,
        east: 58,
        north: 47,
    },
    Bounds {
        west: 118,
        south: 30,
        east: 136,
        north: 46,
    },
];

/// Leaves out points that with their neighbours span a triangle of less than `smallest` km².
pub(crate) fn simplify(level: &mut GridLevel, smallest: f64) {
    let (per_degree, bounds) = (level.per_degree, level.bounds);
    let size = |corners: [GridPoint; 3]| {
        let [a, b, c] = corners.map(|corner| corner.unit(per_degree));
        let corners = corners.map(|corner| corner.place(per_degree));
        weight(bounds, &corners) * triangle(a, b, c) * KM2
    };
    for arc in &mut level.arcs {
        arc.points = simplified(arc, smallest, size);
    }
}

/// How much more than its size a thing at these places counts, on a level of these bounds.
pub(crate) fn weight(bounds: Bounds, places: &[LonLat]) -> f64 {
    let near_story = STORY.iter().any(|&near| region::touches(near, places));
    match region::touches(bounds, places) {
        true if near_story => NEAR_STORY,
        true => 1.0,
        false => BEYOND,
    }
}

/// The area of a small triangle, in steradians.
fn triangle(a: Unit, b: Unit, c: Unit) -> f64 {
    let (u, v) = (
        [b.x - a.x, b.y - a.y, b.z - a.z],
        [c.x - a.x, c.y - a.y, c.z - a.z],
    );
    let across = [
        u[1] * v[2] - u[2] * v[1],
        u[2] * v[0] - u[0] * v[2],
        u[0] * v[1] - u[1] * v[0],
    ];
    across.iter().map(|part| part * part).sum::<f64>().sqrt() / 2.0
}

fn simplified(
    arc: &GridArc,
    smallest: f64,
    size: impl Fn([GridPoint; 3]) -> f64,
) -> Vec<GridPoint> {
    let points = &arc.points;
    // What encloses something goes on doing so: a line of two points could fall on another.
    let least = if arc.is_closed() { 4 } else { 3 };
    let mut left = points.len();
    // The neighbours that each point still has; the ends have one, and stay.
    let mut around: Vec<_> = (0..left)
        .map(|at| (at.wrapping_sub(1), (at + 1) % left))
        .collect();
    let mut now = vec![f64::INFINITY; left];
    let mut queue = BinaryHeap::new();
    for at in 1..left.saturating_sub(1) {
        now[at] = size([points[at - 1], points[at], points[at + 1]]);
        queue.push(Reverse((Ordered(now[at]), at)));
    }
    while let Some(Reverse((Ordered(area), at))) = queue.pop() {
        if now[at].total_cmp(&area).is_ne() {
            continue; // its neighbours have changed since, and it was queued anew
        }
        if area >= smallest || left <= least {
            break;
        }
        let (before, after) = around[at];
        now[at] = f64::NAN; // gone
        left -= 1;
        around[before].1 = after;
        around[after].0 = before;
        for next in [before, after] {
            if next == 0 || next == points.len() - 1 {
                continue;
            }
            let (left, right) = around[next];
            // No less than what has just gone: else a whole bay could go point by point.
            now[next] = size([points[left], points[next], points[right]]).max(area);
            queue.push(Reverse((Ordered(now[next]), next)));
        }
    }
    let kept = points.iter().zip(&now).filter(|(_, area)| !area.is_nan());
    kept.map(|(&point, _)| point).collect()
}

/// A size, with an order.
struct Ordered(f64);

impl PartialEq for Ordered {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}
impl Eq for Ordered {}
impl PartialOrd for Ordered {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Ordered {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arc(points: &[(i64, i64)]) -> GridArc {
        GridArc {
            points: points
                .iter()
                .map(|&(lon, lat)| GridPoint { lon, lat })
                .collect(),
            hidden: false,
        }
    }

    /// Twice the area on a flat grid.
    fn flat([a, b, c]: [GridPoint; 3]) -> f64 {
        ((b.lon - a.lon) * (c.lat - a.lat) - (c.lon - a.lon) * (b.lat - a.lat)).abs() as f64
    }

    #[test]
    fn small_bumps_go_and_great_ones_and_the_ends_stay() {
        let line = arc(&[(0, 0), (5, 1), (10, 0), (15, 10), (20, 0)]);
        let kept = simplified(&line, 20.0, flat);
        assert_eq!(kept, arc(&[(0, 0), (10, 0), (15, 10), (20, 0)]).points);
    }

    #[test]
    fn an_island_stays_an_island() {
        let island = arc(&[(0, 0), (2, 0), (3, 1), (2, 2), (0, 2), (0, 0)]);
        assert_eq!(simplified(&island, 1e9, flat).len(), 4);
    }
}
