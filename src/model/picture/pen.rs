//! Pen: puts camera space on paper, and only what can be seen.

use super::Paths;
use crate::geo::clip::Sink;
use crate::geo::projection::{Facing, Projection};
use crate::geo::{Screen, Size};

/// Puts camera space on paper, leaving out the points that nobody would see.
///
/// A point is left out when it is no farther than [`FINEST_PX`] from the last one drawn, or when it, the
/// one before and the one after lie beyond the same edge of the box: what is drawn instead then lies
/// beyond that edge as well.
pub(super) struct Pen<'a> {
    pub(super) view: &'a Projection,
    size: Size,
    paths: &'a mut Paths,
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
/// How far beyond the edge of the box counts as out of sight: more than half of any line's width.
pub(super) const EDGE_PX: f64 = 4.0;

impl<'a> Pen<'a> {
    pub(super) fn new(view: &'a Projection, size: Size, paths: &'a mut Paths) -> Self {
        Self {
            view,
            size,
            paths,
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

impl Sink for Pen<'_> {
    fn point(&mut self, at: Facing) {
        self.dot(self.view.place(at));
    }

    fn end(&mut self, closed: bool) {
        if let Some(last) = self.waiting.take() {
            self.draw(last);
        }
        self.drawn = None;
        self.paths.ends.push((self.paths.points.len(), closed));
    }
}
