//! Inertia: a globe let go in motion turns on, ever slower, and comes to rest.

use super::gesture::Delta;
use crate::geo::Screen;
use crate::geo::growth::exp;

/// How far back the end of a drag counts, in milliseconds: long enough for a few moves, short enough
/// that a hand which stopped before it let go throws nothing.
const TRAIL_MS: f64 = 100.0;
/// Friction: after so many milliseconds about a third of the speed is left. The globe gets as far as
/// its first speed would have taken it in this time.
const FRICTION_MS: f64 = 250.0;
/// Pixels per millisecond: what is thrown slower stays; what has become slower is at rest; and no
/// hand throws faster, whatever the device claims.
const LEAST_SPEED: f64 = 0.15;
const REST_SPEED: f64 = 0.01;
const MOST_SPEED: f64 = 3.0;

/// Where a drag came by of late.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Trail(Vec<(f64, Screen)>);

impl Trail {
    /// A new drag begins.
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// The drag is at a point at a time.
    pub(super) fn add(&mut self, time_ms: f64, at: Screen) {
        self.0.retain(|&(then, _)| time_ms - then <= TRAIL_MS);
        self.0.push((time_ms, at));
    }

    /// How the globe goes on after the drag ended at a time; `None` when it was all but at rest.
    pub(super) fn let_go(&mut self, time_ms: f64) -> Option<Glide> {
        self.0.retain(|&(then, _)| time_ms - then <= TRAIL_MS);
        let (&(since, from), &(_, at)) = (self.0.first()?, self.0.last()?);
        let speed = from.distance(at) / (time_ms - since).max(1.0);
        let share = speed.min(MOST_SPEED) / from.distance(at).max(f64::MIN_POSITIVE);
        (speed >= LEAST_SPEED).then_some(Glide {
            at,
            right: share * (at.x - from.x),
            down: share * (at.y - from.y),
            time_ms,
        })
    }
}

/// A globe on its own way to rest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glide {
    at: Screen,
    /// Its speed across the point where it was let go, in pixels per millisecond.
    right: f64,
    down: f64,
    /// Up to when it has gone.
    time_ms: f64,
}

impl Glide {
    /// Goes on until a time; the change that makes, or `None` once it is at rest.
    ///
    /// The speed falls as e^(-t/friction), so the way is its integral, and as long in few steps as in
    /// many.
    pub fn advance(&mut self, time_ms: f64) -> Option<Delta> {
        if self.right.hypot(self.down) < REST_SPEED {
            return None;
        }
        // A frame's time is that of its beginning, which may be just before the hand let go.
        let left = exp(-(time_ms - self.time_ms).max(0.0) / FRICTION_MS);
        let way = FRICTION_MS * (1.0 - left);
        let to = Screen {
            x: self.at.x + way * self.right,
            y: self.at.y + way * self.down,
        };
        self.right *= left;
        self.down *= left;
        self.time_ms = self.time_ms.max(time_ms);
        Some(Delta {
            from: self.at,
            to,
            steps: 0.0,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A drag by its times and places from the left to the right, and what comes of it.
    fn thrown(moves: &[(f64, f64)], let_go_ms: f64) -> Option<Glide> {
        let mut trail = Trail::default();
        for &(time_ms, x) in moves {
            trail.add(time_ms, Screen { x, y: 50.0 });
        }
        trail.let_go(let_go_ms)
    }

    /// How far it goes before it rests, in frames of a length.
    fn way(mut glide: Glide, frame_ms: f64) -> (f64, f64) {
        let (mut time_ms, mut right, mut down) = (glide.time_ms, 0.0, 0.0);
        while let Some(Delta { from, to, .. }) = glide.advance(time_ms) {
            right += to.x - from.x;
            down += to.y - from.y;
            time_ms += frame_ms;
        }
        (right, down)
    }

    #[test]
    fn only_what_is_let_go_in_motion_goes_on() {
        for (what, moves, let_go_ms, right) in [
            (
                "even, half a pixel a millisecond",
                vec![(0.0, 0.0), (40.0, 20.0)],
                40.0,
                125.0,
            ),
            (
                "the other way",
                vec![(0.0, 20.0), (40.0, 0.0)],
                40.0,
                -125.0,
            ),
            (
                "fast after slow",
                vec![(0.0, 0.0), (200.0, 5.0), (240.0, 45.0)],
                240.0,
                250.0,
            ),
            (
                "faster than any hand",
                vec![(0.0, 0.0), (10.0, 500.0)],
                10.0,
                750.0,
            ),
            (
                "held before it was let go",
                vec![(0.0, 0.0), (40.0, 20.0)],
                200.0,
                0.0,
            ),
            ("hardly moving", vec![(0.0, 0.0), (90.0, 5.0)], 90.0, 0.0),
            ("one move alone", vec![(0.0, 0.0)], 0.0, 0.0),
            ("no move", vec![], 0.0, 0.0),
        ] {
            let (x, y) =
                thrown(&moves, let_go_ms).map_or((0.0, 0.0), |glide| way(glide, 1000.0 / 60.0));
            // What is left at rest is not walked to the end.
            assert!(
                (x - right).abs() <= FRICTION_MS * REST_SPEED,
                "{what}: {x} for {right}"
            );
            assert!(y.abs() < 1e-9, "{what}: {y}");
        }
    }

    #[test]
    fn it_comes_as_far_on_a_slow_machine() {
        let glide = thrown(&[(0.0, 0.0), (40.0, 40.0)], 40.0).unwrap();
        let (often, seldom) = (way(glide, 8.0).0, way(glide, 100.0).0);
        assert!(
            (often - seldom).abs() <= FRICTION_MS * REST_SPEED,
            "{often} and {seldom}"
        );
    }

    #[test]
    fn a_frame_that_began_before_the_end_of_the_drag_moves_nothing() {
        let mut glide = thrown(&[(0.0, 0.0), (40.0, 40.0)], 40.0).unwrap();
        let Delta { from, to, .. } = glide.advance(35.0).unwrap();
        assert_eq!(from, to);
    }
}
