//! Clip: lines and polygons cut at the horizon, so that only the near side of the globe is drawn.
//!
//! Works in camera space. Rings keep their inside on the left, seen from outside the globe, as in
//! the basemap; so the horizon, walked anticlockwise, has the visible side on its left as well.

use super::projection::Facing;

/// Receives the visible pieces: points of one piece in order, then its end.
pub trait Sink {
    /// The next point of the piece, on the near side or on the horizon.
    fn point(&mut self, at: Facing);
    /// The piece is complete; `closed` when it is the outline of an area.
    fn end(&mut self, closed: bool);
}

/// Sends the visible pieces of an open line.
pub fn line(points: &[Facing], sink: &mut impl Sink) {
    let mut drawing = false;
    for (index, &at) in points.iter().enumerate() {
        if at.z >= 0.0 {
            if !drawing && index > 0 {
                sink.point(crossing(points[index - 1], at));
            }
            sink.point(at);
            drawing = true;
        } else if drawing {
            sink.point(crossing(points[index - 1], at));
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
    points: Vec<Facing>,
    runs: Vec<Run>,
}

/// A visible stretch of a ring, from where it rises over the horizon to where it sets.
#[derive(Debug)]
struct Run {
    start: usize,
    end: usize,
    used: bool,
}

/// Points along the horizon stand at most this far apart, in radians: at a radius of 2,000 pixels
/// the straight edge between them is a quarter of a pixel off the circle.
const HORIZON_STEP: f64 = std::f64::consts::PI / 90.0;

impl PolygonClipper {
    /// Takes one closed ring of the polygon; its last point is not its first again.
    ///
    /// A ring wholly in sight goes to the sink at once. Nothing smaller than half the globe can
    /// have the whole horizon inside it, so a ring out of sight adds nothing.
    pub fn ring(&mut self, ring: &[Facing], sink: &mut impl Sink) {
        let Some(first_hidden) = ring.iter().position(|at| at.z < 0.0) else {
            for &at in ring {
                sink.point(at);
            }
            sink.end(true);
            return;
        };
        let mut open = None;
        let mut before = ring[first_hidden];
        for step in 1..=ring.len() {
            let at = ring[(first_hidden + step) % ring.len()];
            match (open, at.z >= 0.0) {
                (None, true) => {
                    open = Some(self.points.len());
                    self.points.push(crossing(before, at));
                    self.points.push(at);
                }
                (Some(_), true) => self.points.push(at),
                (Some(start), false) => {
                    self.points.push(crossing(before, at));
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
    }

    /// Joins the cut rings of the polygon along the horizon and sends them.
    pub fn end(&mut self, sink: &mut impl Sink) {
        while let Some(first) = self.runs.iter().position(|run| !run.used) {
            let mut run = first;
            loop {
                self.runs[run].used = true;
                let Run { start, end, .. } = self.runs[run];
                for &at in &self.points[start..end] {
                    sink.point(at);
                }
                let (next, gap) = self.next_rising(angle(self.points[end - 1]), first);
                along_horizon(angle(self.points[end - 1]), gap, sink);
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
            let gap = (angle(self.points[run.start]) - setting).rem_euclid(std::f64::consts::TAU);
            if gap < nearest.1 {
                nearest = (index, gap);
            }
        }
        nearest
    }
}

/// Sends the points of the horizon between two directions, without the ends.
fn along_horizon(from: f64, gap: f64, sink: &mut impl Sink) {
    let mut passed = HORIZON_STEP;
    while passed < gap {
        let (y, x) = (from + passed).sin_cos();
        sink.point(Facing { x, y, z: 0.0 });
        passed += HORIZON_STEP;
    }
}

/// The direction of a point of the horizon: radians anticlockwise from the right.
fn angle(at: Facing) -> f64 {
    at.y.atan2(at.x)
}

/// Where the way between two points, one on each side, meets the horizon.
fn crossing(a: Facing, b: Facing) -> Facing {
    let t = a.z / (a.z - b.z);
    let (x, y) = (a.x + t * (b.x - a.x), a.y + t * (b.y - a.y));
    let length = x.hypot(y).max(f64::MIN_POSITIVE);
    Facing {
        x: x / length,
        y: y / length,
        z: 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::projection::Projection;
    use crate::geo::{LonLat, Size};
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
        let view = Projection::new(centre, 1.0, Size::default());
        points
            .iter()
            .map(|&point| view.face(point.into()))
            .collect()
    }

    fn clipped(rings: &[Vec<Facing>]) -> Vec<(Vec<Facing>, bool)> {
        let (mut clipper, mut pieces) = (PolygonClipper::default(), Pieces::default());
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
    fn a_line_over_the_horizon_and_back_is_two_pieces() {
        let line_points: Vec<LonLat> = [80.0, 100.0, 80.0]
            .iter()
            .zip([0.0, 5.0, 10.0])
            .map(|(&lon, lat)| LonLat { lon, lat })
            .collect();
        let mut pieces = Pieces::default();
        line(&faced(&line_points, ORIGIN), &mut pieces);
        assert_eq!(pieces.done.len(), 2);
        assert!(
            pieces
                .done
                .iter()
                .all(|(points, closed)| points.len() == 2 && !closed)
        );
    }

    proptest! {
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
