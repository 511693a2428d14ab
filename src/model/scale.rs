//! Scale: the bar that says how long a round number of kilometres is in the middle of the map.

use crate::geo::camera::Camera;
use crate::geo::room::Room;
use crate::geo::{Screen, Size};

/// A length on the ground and on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// A round number of kilometres.
    pub km: u32,
    /// How many pixels that is.
    pub px: f64,
}

/// The earth's mean radius, by the International Union of Geodesy and Geophysics.
pub const EARTH_KM: f64 = 6371.0;
/// The longest bar.
const LONGEST_PX: f64 = 110.0;
/// Where more of the earth than this is in view, no one number holds from one edge to the other.
const MOST_KM: f64 = 5000.0;
/// The numbers it may say, the largest first.
const ROUND: [u32; 9] = [500, 200, 100, 50, 20, 10, 5, 2, 1];

impl Scale {
    /// The scale in the middle of the box, where both laws of projection are true to length; `None` where
    /// it would mislead.
    pub fn of(camera: Camera, size: Size) -> Option<Self> {
        let px_per_km = camera.radius() / EARTH_KM;
        if size.width.max(size.height) > MOST_KM * px_per_km {
            return None;
        }
        let length = |&km: &u32| Self {
            km,
            px: f64::from(km) * px_per_km,
        };
        let mut scales = ROUND.iter().map(length);
        scales.find(|scale| scale.px <= LONGEST_PX)
    }

    /// What the bar and its words take up, in the lower left corner.
    pub fn room(self, size: Size) -> Room {
        let middle = Screen {
            x: 12.0 + self.px / 2.0,
            y: size.height - 18.0,
        };
        Room::around(middle, self.px.max(48.0) / 2.0 + 6.0, 16.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::projection::Law;
    use crate::geo::{LonLat, Unit};

    const SIZE: Size = Size {
        width: 800.0,
        height: 600.0,
    };

    fn camera(law: Law, zoom: f64) -> Camera {
        Camera {
            centre: LonLat {
                lon: 48.0,
                lat: 40.5,
            },
            zoom,
            law,
        }
    }

    #[test]
    fn the_bar_is_as_long_as_the_ground_it_stands_for() {
        for law in [Law::Globe, Law::Flat] {
            for tenths in 47..90 {
                let camera = camera(law, f64::from(tenths) / 10.0);
                let Some(scale) = Scale::of(camera, SIZE) else {
                    panic!("no scale at zoom {}", camera.zoom);
                };
                assert!(scale.px > 40.0 && scale.px <= LONGEST_PX, "{scale:?}");
                let (x, y) = (SIZE.centre().x, SIZE.centre().y);
                let view = camera.projection(SIZE);
                let end = |px: f64| Unit::from(view.inverse(Screen { x: x + px, y }).unwrap());
                let ground = EARTH_KM * end(-scale.px / 2.0).angle_to(end(scale.px / 2.0));
                let off = (ground / f64::from(scale.km) - 1.0).abs();
                assert!(off < 0.001, "{ground} km for {scale:?}");
            }
        }
    }

    #[test]
    fn there_is_none_where_much_of_the_globe_is_in_view() {
        assert_eq!(Scale::of(camera(Law::Globe, 2.5), SIZE), None);
        let narrow = Size {
            width: 300.0,
            height: 300.0,
        };
        assert!(Scale::of(camera(Law::Globe, 3.5), narrow).is_some());
    }
}
