//! Pen: puts camera space on paper, and only what can be seen.

use super::Paths;
use crate::geo::clip::Sink;
use crate::geo::projection::{Facing, Projection};
use crate::geo::{Screen, Size};

/// Puts camera space on paper, leaving out the points that nobody would see, and adding those without which
/// a straight line would be seen to stray from its great circle.
///
/// A point is left out when it is no farther than [`FINEST_PX`] from the last one drawn, or when it, the
/// one before and the one after lie beyond the same edge of the box: what is drawn instead then lies
/// beyond that edge as well.
pub(super) struct Pen<'a> {
    pub(super) view: &'a Projection,
    size: Size,
    paths: &'a mut Paths,
    /// The first point of the piece and the latest, both in camera space.
    first: Facing,
    last: Facing,
    drawn: Option<Dot>,
    /// The latest point, not drawn before the next one shows whether it is needed.
    waiting: Option<Dot>,
}

/// A point on paper.
#[derive(Clone, Copy)]
struct Dot {
    at: [f32; 2],
    /// A bit for each edge of the box that it lies beyond.
    beyond: u8,
}

/// Less than this between two points is not seen.
const FINEST_PX: f32 = 0.5;
/// Nor is it when a line strays so far.
const STRAY_PX: f64 = 0.5;
/// A shorter edge never strays farther, in earth radii: 1.5 degrees.
const SHORT: f64 = 0.026;
/// How far beyond the edge of the box counts as out of sight: more than half of any line's width.
pub(super) const EDGE_PX: f64 = 4.0;

impl<'a> Pen<'a> {
    pub(super) fn new(view: &'a Projection, size: Size, paths: &'a mut Paths) -> Self {
        Self {
            view,
            size,
            paths,
            first: NOWHERE,
            last: NOWHERE,
            drawn: None,
            waiting: None,
        }
    }

    fn draw(&mut self, dot: Dot) {
        self.paths.points.push(dot.at);
        self.drawn = Some(dot);
    }
}

impl Dot {
    #[allow(clippy::cast_possible_truncation)] // a pixel needs no more than an f32
    fn of(Screen { x, y }: Screen, size: Size) -> Self {
        let edges = [
            x < -EDGE_PX,
            x > size.width + EDGE_PX,
            y < -EDGE_PX,
            y > size.height + EDGE_PX,
        ];
        let bits = edges.iter().rev();
        Self {
            at: [x as f32, y as f32],
            beyond: bits.fold(0, |bits, &beyond| bits << 1 | u8::from(beyond)),
        }
    }

    fn is_seen_apart(&self, other: &Self) -> bool {
        let [x, y] = [self.at[0] - other.at[0], self.at[1] - other.at[1]];
        x.abs().max(y.abs()) > FINEST_PX
    }
}

impl Pen<'_> {
    /// The next point of the piece, on the paper itself.
    pub(super) fn dot(&mut self, at: Screen) {
        let next = Dot::of(at, self.size);
        match (self.drawn, self.waiting) {
            (None, _) => self.draw(next),
            (Some(drawn), Some(waiting)) => {
                let beyond = drawn.beyond & waiting.beyond & next.beyond;
                if beyond == 0 && waiting.is_seen_apart(&drawn) {
                    self.draw(waiting);
                }
                self.waiting = Some(next);
            }
            (Some(_), None) => self.waiting = Some(next),
        }
    }
}

/// Before the first point of a piece: no number, which is far from nothing.
const NOWHERE: Facing = Facing {
    x: f64::NAN,
    y: f64::NAN,
    z: f64::NAN,
};

/// Whether an edge is so long that it may stray; nearly all are not.
#[inline]
fn is_long(from: Facing, to: Facing) -> bool {
    let [x, y, z] = [to.x - from.x, to.y - from.y, to.z - from.z];
    x * x + y * y + z * z > SHORT * SHORT
}

impl Pen<'_> {
    /// Draws what lies between two points, where the great circle through them strays from the straight line.
    /// Halved again and again, as d3-geo resamples its lines.
    fn bend(&mut self, from: Facing, to: Facing) {
        if !is_long(from, to) {
            return;
        }
        let [x, y, z] = [from.x + to.x, from.y + to.y, from.z + to.z];
        let length = x.hypot(y).hypot(z).max(f64::MIN_POSITIVE);
        let halfway = Facing {
            x: x / length,
            y: y / length,
            z: z / length,
        };
        let [a, at, b] = [from, halfway, to].map(|point| self.view.place(point));
        let (right, down) = (b.x - a.x, b.y - a.y);
        let aside = right * (at.y - a.y) - down * (at.x - a.x);
        if aside.abs() > STRAY_PX * right.hypot(down) {
            self.bend(from, halfway);
            self.dot(at);
            self.bend(halfway, to);
        }
    }
}

impl Sink for Pen<'_> {
    fn point(&mut self, at: Facing) {
        if is_long(self.last, at) {
            self.bend(self.last, at);
        }
        if self.drawn.is_none() {
            self.first = at;
        }
        self.last = at;
        self.dot(self.view.place(at));
    }

    fn end(&mut self, closed: bool) {
        if closed {
            self.bend(self.last, self.first);
        }
        self.last = NOWHERE;
        if let Some(last) = self.waiting.take() {
            self.draw(last);
        }
        self.drawn = None;
        self.paths.ends.push((self.paths.points.len(), closed));
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::geo::LonLat;
    use crate::geo::arc::Arc;
    use crate::geo::projection::Law;
    use proptest::prelude::*;

    const SIZE: Size = Size {
        width: 1000.0,
        height: 600.0,
    };

    /// How far a point is from the line between two others.
    pub(crate) fn distance(at: Screen, [a, b]: [Screen; 2]) -> f64 {
        let (right, down) = (b.x - a.x, b.y - a.y);
        let along = (at.x - a.x) * right + (at.y - a.y) * down;
        let share = (along / (right * right + down * down).max(1e-9)).clamp(0.0, 1.0);
        at.distance(Screen {
            x: a.x + share * right,
            y: a.y + share * down,
        })
    }

    proptest! {
        #[test]
        fn every_edge_of_an_outline_follows_its_great_circle(
            law in prop_oneof![Just(Law::Globe), Just(Law::Flat)],
            lon in -180.0..180.0, lat in -90.0..90.0, radius in 200.0..1000.0,
            corners in prop::collection::vec((-60.0..60.0, -60.0..60.0), 3),
        ) {
            let view = Projection::new(law, LonLat { lon, lat }, radius, SIZE);
            let corners: Vec<crate::geo::Unit> = corners
                .into_iter()
                .map(|(east, lat)| LonLat { lon: lon + east, lat }.into())
                .collect();
            prop_assume!(corners.iter().all(|&corner| view.shows(view.face(corner))));
            let mut paths = Paths::default();
            let mut pen = Pen::new(&view, SIZE, &mut paths);
            for &corner in &corners {
                pen.point(view.face(corner));
            }
            pen.end(true);
            let drawn: Vec<Screen> = (paths.points.iter())
                .map(|&[x, y]| Screen { x: x.into(), y: y.into() })
                .collect();
            let next = drawn.iter().cycle().skip(1);
            let lines: Vec<[Screen; 2]> = drawn.iter().zip(next).map(|(&a, &b)| [a, b]).collect();
            for (edge, &from) in corners.iter().enumerate() {
                let arc = Arc::between(from, corners[(edge + 1) % corners.len()]);
                for step in 0..=50 {
                    let at = view.place(view.face(arc.share(f64::from(step) / 50.0)));
                    let in_box = Dot::of(at, SIZE).beyond == 0;
                    let off = lines.iter().map(|&line| distance(at, line)).fold(f64::INFINITY, f64::min);
                    // Strayed, and a corner left out.
                    prop_assert!(!in_box || off < STRAY_PX + f64::from(FINEST_PX), "{off} px off");
                }
            }
        }
    }
}
