//! Projection: the sphere as seen by a camera, and back. Azimuthal and orthographic: the globe.
//!
//! Camera space has its origin at the earth's middle and the earth's radius as its unit: x to the
//! right, y up, z towards the eye. What has z > 0 is on the visible side.

use super::{LonLat, Screen, Size, Unit};

/// A point in camera space, in earth radii.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Facing {
    /// To the right.
    pub x: f64,
    /// Up.
    pub y: f64,
    /// Towards the eye; negative behind the horizon.
    pub z: f64,
}

/// The view from above one point with north up, at a scale, into a box.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Projection {
    right: Unit,
    up: Unit,
    toward: Unit,
    radius: f64,
    middle: Screen,
}

impl Projection {
    /// The view of the earth from above `centre`, drawn with `radius` pixels in the middle of a box.
    pub fn new(centre: LonLat, radius: f64, size: Size) -> Self {
        let (sin_lon, cos_lon) = centre.lon.to_radians().sin_cos();
        let (sin_lat, cos_lat) = centre.lat.to_radians().sin_cos();
        Self {
            right: Unit {
                x: -sin_lon,
                y: cos_lon,
                z: 0.0,
            },
            up: Unit {
                x: -sin_lat * cos_lon,
                y: -sin_lat * sin_lon,
                z: cos_lat,
            },
            toward: centre.into(),
            radius,
            middle: size.centre(),
        }
    }

    /// The globe's radius in pixels.
    pub fn radius(&self) -> f64 {
        self.radius
    }

    /// Turns a point of the sphere into camera space.
    pub fn face(&self, point: Unit) -> Facing {
        Facing {
            x: self.right.dot(point),
            y: self.up.dot(point),
            z: self.toward.dot(point),
        }
    }

    /// Where a point in camera space is drawn, whether or not the globe hides it.
    pub fn place(&self, at: Facing) -> Screen {
        Screen {
            x: self.middle.x + self.radius * at.x,
            y: self.middle.y - self.radius * at.y,
        }
    }

    /// Where a point of the earth is drawn; `None` behind the horizon.
    pub fn forward(&self, point: LonLat) -> Option<Screen> {
        let at = self.face(point.into());
        (at.z > 0.0).then(|| self.place(at))
    }

    /// The camera-space point of the near side under a point of the screen; `None` off the globe.
    pub fn lift(&self, at: Screen) -> Option<Facing> {
        let x = (at.x - self.middle.x) / self.radius;
        let y = (self.middle.y - at.y) / self.radius;
        let beside = x * x + y * y;
        (beside <= 1.0).then(|| Facing {
            x,
            y,
            z: (1.0 - beside).sqrt(),
        })
    }

    /// The point of the earth drawn at a point of the screen; `None` off the globe.
    pub fn inverse(&self, at: Screen) -> Option<LonLat> {
        let Facing { x, y, z } = self.lift(at)?;
        let (r, u, t) = (self.right, self.up, self.toward);
        Some(
            Unit {
                x: x * r.x + y * u.x + z * t.x,
                y: x * r.y + y * u.y + z * t.y,
                z: x * r.z + y * u.z + z * t.z,
            }
            .into(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: Size = Size {
        width: 800.0,
        height: 600.0,
    };

    fn seen_from(lon: f64, lat: f64) -> Projection {
        Projection::new(LonLat { lon, lat }, 300.0, SIZE)
    }

    #[test]
    fn the_centre_is_in_the_middle_with_north_up_and_east_right() {
        let view = seen_from(49.8671, 40.4093);
        let at = |lon, lat| view.forward(LonLat { lon, lat }).unwrap();
        assert!(at(49.8671, 40.4093).distance(SIZE.centre()) < 1e-9);
        assert!(at(49.8671, 45.0).y < 300.0);
        assert!(at(55.0, 40.4093).x > 400.0);
    }

    #[test]
    fn known_cities_seen_from_above_baku() {
        // From the textbook formulas in longitude and latitude (Snyder, Map Projections: a
        // Working Manual, eq. 20-3 and 20-4), which share nothing with the vectors here.
        let view = seen_from(49.8671, 40.4093);
        for (lon, lat, x, y) in [
            (49.8671, 40.4093, 400.0, 300.0),
            (46.3606, 40.6828, 386.0858, 298.2919),
            (126.978, 37.5665, 631.8023, 195.1155),
        ] {
            let at = view.forward(LonLat { lon, lat }).unwrap();
            assert!(
                at.distance(Screen { x, y }) < 1e-3,
                "{lon} {lat}: {at:?} for {x} {y}"
            );
        }
    }

    #[test]
    fn the_far_side_is_hidden() {
        let view = seen_from(0.0, 0.0);
        assert_eq!(
            view.forward(LonLat {
                lon: 91.0,
                lat: 0.0
            }),
            None
        );
        assert!(
            view.forward(LonLat {
                lon: 89.0,
                lat: 0.0
            })
            .is_some()
        );
        assert_eq!(view.inverse(Screen { x: 0.0, y: 0.0 }), None);
    }

    proptest::proptest! {
        #[test]
        fn forward_then_inverse_is_the_same_point(
            lon0 in -180.0..180.0, lat0 in -90.0..90.0, lon in -180.0..180.0, lat in -90.0..90.0,
        ) {
            let view = seen_from(lon0, lat0);
            let there = Unit::from(LonLat { lon, lat });
            // Within a degree of the horizon a pixel covers ever more ground.
            proptest::prop_assume!(view.face(there).z > 0.02);
            let back = view.inverse(view.forward(LonLat { lon, lat }).unwrap()).unwrap();
            proptest::prop_assert!(Unit::from(back).angle_to(there) < 1e-9);
        }

        #[test]
        fn inverse_then_forward_is_the_same_pixel(
            lon0 in -180.0..180.0, lat0 in -90.0..90.0, x in 150.0..650.0, y in 150.0..450.0,
        ) {
            let view = seen_from(lon0, lat0);
            let at = Screen { x, y };
            if let Some(point) = view.inverse(at) {
                proptest::prop_assert!(view.forward(point).unwrap().distance(at) < 1e-6);
            }
        }
    }
}
