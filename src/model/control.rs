//! Control: what the map's buttons do, and the keys that do the same.

use crate::geo::Size;
use crate::geo::camera::Camera;

/// What the buttons on the map do, and the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Control {
    /// One step nearer.
    ZoomIn,
    /// One step farther.
    ZoomOut,
    /// Back to the view that has all places.
    ShowAll,
    /// Look farther north.
    North,
    /// Look farther south.
    South,
    /// Look farther west.
    West,
    /// Look farther east.
    East,
}

impl Control {
    /// Every button, in the order of the page.
    pub const ALL: [Self; 7] = [
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ShowAll,
        Self::North,
        Self::South,
        Self::West,
        Self::East,
    ];

    /// The control that a key works, by the name that browsers give the key.
    pub fn of_key(key: &str) -> Option<Self> {
        Some(match key {
            "+" | "=" => Self::ZoomIn,
            "-" | "_" => Self::ZoomOut,
            "0" => Self::ShowAll,
            "ArrowUp" => Self::North,
            "ArrowDown" => Self::South,
            "ArrowLeft" => Self::West,
            "ArrowRight" => Self::East,
            _ => return None,
        })
    }

    /// The camera it leads to from `camera`, where `all` is the view that has all places.
    pub fn apply(self, camera: Camera, all: Camera, size: Size) -> Camera {
        // A quarter of the box: far enough to get on, near enough to keep one's bearings.
        let (across, down) = (size.width / 4.0, size.height / 4.0);
        match self {
            Self::ZoomIn => camera.zoomed(1.0, size.centre(), size),
            Self::ZoomOut => camera.zoomed(-1.0, size.centre(), size),
            Self::ShowAll => all,
            Self::North => camera.slid(0.0, down, size),
            Self::South => camera.slid(0.0, -down, size),
            Self::West => camera.slid(across, 0.0, size),
            Self::East => camera.slid(-across, 0.0, size),
        }
    }
}

#[cfg(test)]
#[allow(clippy::float_cmp)] // wholes, which floats hold exactly
mod tests {
    use super::*;
    use crate::geo::LonLat;
    use crate::geo::projection::Law;

    #[test]
    fn each_key_and_its_button_do_what_they_say() {
        let size = Size {
            width: 800.0,
            height: 600.0,
        };
        let start = Camera {
            centre: LonLat {
                lon: 50.0,
                lat: 40.0,
            },
            zoom: 4.0,
            law: Law::Globe,
        };
        let all = Camera { zoom: 2.0, ..start };
        let after = |key| Control::of_key(key).unwrap().apply(start, all, size);
        assert!(after("ArrowUp").centre.lat > 41.0);
        assert!(after("ArrowDown").centre.lat < 39.0);
        assert!(after("ArrowLeft").centre.lon < 49.0);
        assert!(after("ArrowRight").centre.lon > 51.0);
        assert_eq!(after("+").zoom, 5.0);
        assert_eq!(after("-").zoom, 3.0);
        assert_eq!(after("0"), all);
        assert_eq!(Control::of_key("a"), None);
    }
}
