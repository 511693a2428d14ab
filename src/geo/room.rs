//! Room: a box on the screen that something takes up, so that nothing else is put there.

use super::{Screen, Size};

/// A box in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Room {
    /// The box round a point, half as wide and half as high as the whole.
    pub fn around(at: Screen, half_width: f64, half_height: f64) -> Self {
        Self {
            left: at.x - half_width,
            top: at.y - half_height,
            right: at.x + half_width,
            bottom: at.y + half_height,
        }
    }

    /// Whether two boxes have a point in common.
    pub fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether the straight line between two points runs through it: it comes into its rows and columns,
    /// and has a corner of it on either side.
    pub fn is_crossed(&self, a: Screen, b: Screen) -> bool {
        let line = Self {
            left: a.x.min(b.x),
            top: a.y.min(b.y),
            right: a.x.max(b.x),
            bottom: a.y.max(b.y),
        };
        let side = |x: f64, y: f64| (b.x - a.x) * (y - a.y) > (b.y - a.y) * (x - a.x);
        let first = side(self.left, self.top);
        self.meets(&line)
            && (side(self.right, self.top) != first
                || side(self.left, self.bottom) != first
                || side(self.right, self.bottom) != first)
    }

    /// Whether it is wholly on the map.
    pub fn is_in(&self, size: Size) -> bool {
        self.left >= 0.0
            && self.top >= 0.0
            && self.right <= size.width
            && self.bottom <= size.height
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_runs_through_a_box_or_past_it() {
        let room = Room::around(Screen { x: 50.0, y: 20.0 }, 30.0, 10.0);
        for (a, b, through) in [
            ((0.0, 20.0), (100.0, 20.0), true),
            ((0.0, 0.0), (100.0, 40.0), true),
            ((50.0, 0.0), (50.0, 40.0), true),
            ((45.0, 18.0), (55.0, 22.0), true), // within
            ((0.0, 31.0), (100.0, 31.0), false),
            ((81.0, 0.0), (81.0, 40.0), false),
            ((0.0, 20.0), (19.0, 20.0), false), // ends before
            ((5.0, 20.0), (40.0, 55.0), false), // round the corner
        ] {
            let point = |(x, y)| Screen { x, y };
            for (a, b) in [(a, b), (b, a)] {
                assert_eq!(room.is_crossed(point(a), point(b)), through, "{a:?} {b:?}");
            }
        }
    }
}
