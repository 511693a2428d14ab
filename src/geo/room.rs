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

    /// Whether it is wholly on the map.
    pub fn is_in(&self, size: Size) -> bool {
        self.left >= 0.0
            && self.top >= 0.0
            && self.right <= size.width
            && self.bottom <= size.height
    }
}
