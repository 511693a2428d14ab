//! Clip: lines and polygons cut at the rim of the map, so that only what is in sight is drawn.
//!
//! Works in camera space, where the rim is a circle of equal z: the globe's horizon at 0, or beyond.
//! Rings keep their inside on the left, seen from outside the globe, as in the basemap; so the rim,
//! walked anticlockwise, has what is in sight on its left as well.

use super::angle::{sin_cos, within};
use super::projection::Facing;

/// Receives the visible pieces: points of one piece in order, then its end.
pub trait Sink {
    /// The next point of the piece, in sight or on the rim.
    fn point(&mut self, at: Facing);
    /// The piece is complete; `closed` when it is the outline of an area.
    fn end(&mut self, closed: bool);
}

/// Sends the pieces of an open line that are in sight: where z is `rim` or more.
pub fn line(points: &[Facing], rim: f64, sink: &mut impl Sink) {
    let mut drawing = false;
    for (index, &at) in points.iter().enumerate() {
        if at.z >= rim {
            if !drawing && index > 0 {
                sink.point(crossing(points[index - 1], at, rim));
            }
            sink.point(at);
            drawing = true;
        } else if drawing {
            sink.point(crossing(points[index - 1], at, rim));
            sink.end(false);
            drawing = false;
        }
    }
    if drawing {
        sink.end(false);
    }
}

/// Cuts one polygon after another, keeping its working memory between them.
#[derive(Debug, Default)]
pub struct PolygonClipper {
    /// The least z in sight; may change between two polygons.
    pub rim: f64,
    points: Vec<Facing>,
    runs: Vec<Run>,
    /// How many rings of the polygon the rim lies to the left of, and how many not.
    around: usize,
    beside: usize,
}

/// A visible stretch of a ring, from where it rises over the rim to where it sets.
#[derive(Debug)]
struct Run {
    start: usize,
    end: usize,
    used: bool,
}

/// Points along the rim stand at most this far apart, in radians: at a radius of 2,000 pixels
/// the straight edge between them is a quarter of a pixel off the circle.
const RIM_STEP: f64 = std::f64::consts::PI / 90.0;

impl PolygonClipper {
    /// Takes one closed ring of the polygon; its last point is not its first again.
    ///
    /// A ring wholly in sight goes to the sink at once.
    pub fn ring(&mut self, ring: &[Facing], sink: &mut impl Sink) {
        let Some(first_hidden) = ring.iter().position(|at| at.z < self.rim) else {
            self.count(ring, 1.0);
            for &at in ring {
                sink.point(at);
            }
            sink.end(true);
            return;
        };
        let runs_before = self.runs.len();
        let mut open = None;
        let mut before = ring[first_hidden];
        for step in 1..=ring.len() {
            let at = ring[(first_hidden + step) % ring.len()];
            match (open, at.z >= self.rim) {
                (None, true) => {
                    open = Some(self.points.len());
                    self.points.push(crossing(before, at, self.rim));
                    self.points.push(at);
                }
                (Some(_), true) => self.points.push(at),
                (Some(start), false) => {
                    self.points.push(crossing(before, at, self.rim));
                    let end = self.points.len();
                    self.runs.push(Run {
                        start,
                        end,
                        used: false,
                    });
                    open = None;
                }
                (None, false) => {}
            }
            before = at;
        }
        if self.runs.len() == runs_before {
            self.count(ring, -1.0);
        }
    }

    /// Finds out on which side of a ring that does not meet it the rim lies; `side` is 1 for a ring in
    /// sight and -1 for one out of sight.
    ///
    /// Seen from its own side of the globe, in the stereographic projection, where the rim lies round
    /// it, a ring has the rim on its left when it goes clockwise, that is, round a negative area.
    fn count(&mut self, ring: &[Facing], side: f64) {
        // Nothing as large as half the globe is in the basemap, so the horizon lies in no area.
        if self.rim >= 0.0 {
            return;
        }
        let flat = |at: &Facing| {
            let scale = 1.0 / (1.0 + side * at.z);
            (at.x * scale, at.y * scale)
        };
        let next = ring.iter().cycle().skip(1);
        let area: f64 = ring
            .iter()
            .zip(next)
            .map(|(a, b)| (flat(a), flat(b)))
            .map(|((ax, ay), (bx, by))| ax * by - bx * ay)
            .sum();
        // The far side is seen through the globe, and so mirrored.
        if area * side < 0.0 {
            self.around += 1;
        } else {
            self.beside += 1;
        }
    }

    /// Joins the cut rings of the polygon along the rim and sends them; or the rim, when all of it lies
    /// in the polygon.
    pub fn end(&mut self, sink: &mut impl Sink) {
        if self.runs.is_empty() && self.around > 0 && self.beside == 0 {
            along_rim(0.0, std::f64::consts::TAU, self.rim, sink);
            sink.end(true);
        }
        (self.around, self.beside) = (0, 0);
        while let Some(first) = self.runs.iter().position(|run| !run.used) {
            let mut run = first;
            loop {
                self.runs[run].used = true;
                let Run { start, end, .. } = self.runs[run];
                for &at in &self.points[start..end] {
                    sink.point(at);
                }
                let (next, gap) = self.next_rising(angle(self.points[end - 1]), first);
                along_rim(angle(self.points[end - 1]), gap, self.rim, sink);
                if next == first {
                    break;
                }
                run = next;
            }
            sink.end(true);
        }
        self.points.clear();
        self.runs.clear();
    }

    /// The run that rises next, anticlockwise from `setting`, and the angle to it: one not yet
    /// drawn, or the `first` of the outline, which closes it.
    fn next_rising(&self, setting: f64, first: usize) -> (usize, f64) {
        let mut nearest = (first, f64::INFINITY);
        for (index, run) in self.runs.iter().enumerate() {
            if run.used && index != first {
                continue;
            }
            let gap = within(
                angle(self.points[run.start]) - setting,
                std::f64::consts::TAU,
            );
            if gap < nearest.1 {
                nearest = (index, gap);
            }
        }
        nearest
    }
}

/// Sends the points of the rim from one direction on, over an angle, without the ends.
fn along_rim(from: f64, gap: f64, rim: f64, sink: &mut impl Sink) {
    let reach = (1.0 - rim * rim).sqrt();
    let mut passed = RIM_STEP;
    while passed < gap {
        let (y, x) = sin_cos(from + passed);
        sink.point(Facing {
            x: reach * x,
            y: reach * y,
            z: rim,
        });
        passed += RIM_STEP;
    }
}

/// The direction of a point of the rim: radians anticlockwise from the right.
fn angle(at: Facing) -> f64 {
    at.y.atan2(at.x)
}

/// Where the way between two points, one on each side, meets the rim.
fn crossing(a: Facing, b: Facing, rim: f64) -> Facing {
    let t = (a.z - rim) / (a.z - b.z);
    let (x, y) = (a.x + t * (b.x - a.x), a.y + t * (b.y - a.y));
    let scale = (1.0 - rim * rim).sqrt() / x.hypot(y).max(f64::MIN_POSITIVE);
    Facing {
        x: x * scale,
        y: y * scale,
        z: rim,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::projection::{Law, Projection};
    use crate::geo::{LonLat, Screen, Size, Unit};
    use proptest::prelude::*;

    #[derive(Default)]
    struct Pieces {
        current: Vec<Facing>,
        done: Vec<(Vec<Facing>, bool)>,
    }

    impl Sink for Pieces {
        fn point(&mut self, at: Facing) {
            self.current.push(at);
        }
        fn end(&mut self, closed: bool) {
            self.done.push((std::mem::take(&mut self.current), closed));
        }
    }

    /// A square of 20 degrees round a point of the equator, inside on the left, a corner a degree.
    fn square(lon: f64) -> Vec<LonLat> {
        let side = || (-10..10).map(f64::from);
        let south = side().map(|x| (x, -10.0));
        let east = side().map(|y| (10.0, y));
        let north = side().map(|x| (-x, 10.0));
        let west = side().map(|y| (-10.0, -y));
        south
            .chain(east)
            .chain(north)
            .chain(west)
            .map(|(x, lat)| LonLat { lon: lon + x, lat })
            .collect()
    }

    fn faced(points: &[LonLat], centre: LonLat) -> Vec<Facing> {
        let view = Projection::new(Law::Globe, centre, 1.0, Size::default());
        points
            .iter()
            .map(|&point| view.face(point.into()))
            .collect()
    }

    fn clipped(rings: &[Vec<Facing>]) -> Vec<(Vec<Facing>, bool)> {
        clipped_at(0.0, rings)
    }

    fn clipped_at(rim: f64, rings: &[Vec<Facing>]) -> Vec<(Vec<Facing>, bool)> {
        let mut pieces = Pieces::default();
        let mut clipper = PolygonClipper {
            rim,
            ..PolygonClipper::default()
        };
        for ring in rings {
            clipper.ring(ring, &mut pieces);
        }
        clipper.end(&mut pieces);
        pieces.done
    }

    fn area(points: &[Facing]) -> f64 {
        let next = points.iter().cycle().skip(1);
        points
            .iter()
            .zip(next)
            .map(|(a, b)| a.x * b.y - b.x * a.y)
            .sum::<f64>()
            / 2.0
    }

    const ORIGIN: LonLat = LonLat { lon: 0.0, lat: 0.0 };

    #[test]
    fn an_area_in_sight_stays_whole_and_one_out_of_sight_is_gone() {
        let near = faced(&square(0.0), ORIGIN);
        assert_eq!(clipped(std::slice::from_ref(&near)), [(near, true)]);
        assert_eq!(clipped(&[faced(&square(180.0), ORIGIN)]), []);
    }

    #[test]
    fn an_area_across_the_horizon_is_closed_along_it() {
        let pieces = clipped(&[faced(&square(90.0), ORIGIN)]);
        assert_eq!(pieces.len(), 1);
        let (points, closed) = &pieces[0];
        assert!(closed);
        // Half the square is in sight: a sliver by the rim, inside the chord from corner to corner.
        let chord = points
            .windows(2)
            .map(|two| (two[1].y - two[0].y).abs())
            .fold(0.0, f64::max);
        assert!(chord < 0.05, "no straight edge along the horizon: {chord}");
        assert!(area(points) > 0.0);
        assert!(points.iter().all(|at| at.x > 0.96 && at.z >= 0.0));
    }

    #[test]
    fn a_horseshoe_across_the_horizon_comes_in_two_pieces() {
        // Open to the west, so its two arms are in sight and its back is not.
        let horseshoe: Vec<LonLat> = [
            (80.0, -30.0),
            (110.0, -30.0),
            (110.0, 30.0),
            (80.0, 30.0),
            (80.0, 20.0),
            (100.0, 20.0),
            (100.0, -20.0),
            (80.0, -20.0),
        ]
        .map(|(lon, lat)| LonLat { lon, lat })
        .to_vec();
        let pieces = clipped(&[faced(&horseshoe, ORIGIN)]);
        assert_eq!(pieces.len(), 2);
        assert!(pieces.iter().all(|(points, _)| area(points) > 0.0));
    }

    #[test]
    fn a_hole_across_the_horizon_is_cut_out_of_its_area() {
        let outer = faced(&square(85.0), ORIGIN);
        let hole: Vec<LonLat> = square(85.0)
            .iter()
            .rev()
            .map(|at| LonLat {
                lon: 85.0 + (at.lon - 85.0) * 0.6,
                lat: at.lat * 0.6,
            })
            .collect();
        let pieces = clipped(&[outer.clone(), faced(&hole, ORIGIN)]);
        let whole: f64 = clipped(&[outer])
            .iter()
            .map(|(points, _)| area(points))
            .sum();
        let cut: f64 = pieces.iter().map(|(points, _)| area(points)).sum();
        assert!(cut > 0.0 && cut < 0.8 * whole, "{cut} of {whole}");
    }

    #[test]
    fn an_area_with_the_whole_rim_in_it_is_all_that_is_not_outside() {
        let rim = Law::Flat.rim();
        let (cap, far) = (Law::Flat.reach(), LonLat { lon: 0.0, lat: 0.0 });
        // Thirty degrees about the antipode, which is more than lies beyond the rim.
        let round = |degrees: f64| {
            let corner = |turn: i32| {
                let (y, x) = f64::from(turn * 5).to_radians().sin_cos();
                LonLat {
                    lon: if x * degrees < 0.0 { -180.0 } else { 180.0 } - x * degrees,
                    lat: -y * degrees,
                }
            };
            (0..72).map(corner).collect::<Vec<LonLat>>()
        };
        let hidden: Vec<LonLat> = round(5.0).into_iter().rev().collect();
        let rings = [faced(&round(30.0), far), faced(&hidden, far)];
        for (what, rings, pieces) in [
            ("with a hole out of sight", &rings[..], 2),
            ("whole", &rings[..1], 2),
            ("an island out of sight", &[faced(&round(5.0), far)][..], 0),
            ("an island in sight", &[faced(&square(0.0), far)][..], 1),
        ] {
            let found = clipped_at(rim, rings);
            assert_eq!(found.len(), pieces, "{what}");
            if let [(inner, _), (outer, _)] = &found[..] {
                let view = Projection::new(Law::Flat, far, 1.0, Size::default());
                let drawn = |points: &[Facing]| {
                    let flat = points.iter().map(|&at| view.place(at));
                    let flat = flat.map(|at| Facing {
                        x: at.x,
                        y: -at.y,
                        z: 0.0,
                    });
                    area(&flat.collect::<Vec<_>>())
                };
                let whole = std::f64::consts::PI * cap * cap;
                assert!((drawn(outer) - whole).abs() < 0.01 * whole, "{what}");
                assert!(drawn(inner) < -0.8 * whole, "{what}: {}", drawn(inner));
            }
        }
    }

    #[test]
    fn a_line_over_the_horizon_and_back_is_two_pieces() {
        let line_points: Vec<LonLat> = [80.0, 100.0, 80.0]
            .iter()
            .zip([0.0, 5.0, 10.0])
            .map(|(&lon, lat)| LonLat { lon, lat })
            .collect();
        let mut pieces = Pieces::default();
        line(&faced(&line_points, ORIGIN), 0.0, &mut pieces);
        assert_eq!(pieces.done.len(), 2);
        assert!(
            pieces
                .done
                .iter()
                .all(|(points, closed)| points.len() == 2 && !closed)
        );
    }

    /// How far the outline of [`star`] lies from its middle in a direction, in radians.
    fn ray(bearing: f64, rays: u32, reach: f64) -> f64 {
        reach * (1.0 - 0.5 * (bearing * f64::from(rays)).sin())
    }

    /// A star on the sphere about a point, inside on the left, a corner a degree.
    fn star(middle: LonLat, rays: u32, reach: f64) -> Vec<Unit> {
        let corner = |degree: i32| {
            let bearing = f64::from(degree).to_radians();
            about(middle, bearing, ray(bearing, rays, reach))
        };
        (0..360).map(corner).collect()
    }

    /// The point less than a quarter turn from another, so much anticlockwise of east.
    fn about(middle: LonLat, bearing: f64, far: f64) -> Unit {
        let view = Projection::new(Law::Globe, middle, 1.0, Size::default());
        let (y, x) = bearing.sin_cos();
        let at = Screen {
            x: far.sin() * x,
            y: -far.sin() * y,
        };
        view.inverse(at).unwrap().into()
    }

    /// Whether a point lies in the areas that are drawn: an odd number of edges pass to the right of it.
    fn is_painted(pieces: &[(Vec<Facing>, bool)], view: &Projection, at: Facing) -> bool {
        let at = view.place(at);
        let mut inside = false;
        for (points, _) in pieces {
            for (index, &point) in points.iter().enumerate() {
                let [a, b] = [point, points[(index + 1) % points.len()]].map(|end| view.place(end));
                if (a.y > at.y) != (b.y > at.y) {
                    inside ^= at.x < a.x + (at.y - a.y) / (b.y - a.y) * (b.x - a.x);
                }
            }
        }
        inside
    }

    proptest! {
        #[test]
        fn what_is_painted_is_what_lies_within_and_in_sight(
            law in prop_oneof![Just(Law::Globe), Just(Law::Flat)],
            lon in -180.0..180.0, lat in -90.0..90.0, middle in (-180.0..180.0, -89.0..89.0),
            rays in 0_u32..6, reach in 0.1..0.6,
            samples in prop::collection::vec((0.0..std::f64::consts::TAU, 0.0..1.5_f64), 40),
        ) {
            let middle = LonLat { lon: middle.0, lat: middle.1 };
            let view = Projection::new(law, LonLat { lon, lat }, 1.0, Size::default());
            let ring: Vec<Facing> = star(middle, rays, reach).into_iter().map(|at| view.face(at)).collect();
            let pieces = clipped_at(law.rim(), &[ring]);
            for (bearing, share) in samples {
                let edge = ray(bearing, rays, reach);
                let at = view.face(about(middle, bearing, share * edge));
                // Straight edges a degree long stray a little from the outline and from the rim.
                if (share - 1.0).abs() > 0.05 && at.z > law.rim() + 0.02 {
                    prop_assert_eq!(is_painted(&pieces, &view, at), share < 1.0);
                }
            }
        }

        #[test]
        fn nothing_lies_beyond_the_horizon_and_no_area_turns_over(
            lon in -180.0..180.0, lat in -90.0..90.0, at in -180.0..180.0,
        ) {
            let pieces = clipped(&[faced(&square(at), LonLat { lon, lat })]);
            for (points, closed) in pieces {
                prop_assert!(closed);
                prop_assert!(points.iter().all(|at| at.z >= 0.0 && at.x.hypot(at.y) <= 1.0 + 1e-9));
                // Straight edges a degree long dent a sliver at the rim by less than this.
                prop_assert!(area(&points) > -1e-4);
            }
        }
    }
}
