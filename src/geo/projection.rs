//! Projection: the sphere as seen by a camera, and back. Azimuthal: directions from the centre are
//! kept, and a radial law says how far from it a point is drawn.
//!
//! Camera space has its origin at the earth's middle and the earth's radius as its unit: x to the
//! right, y up, z towards the eye, so that z is the cosine of the angle from the centre.

use super::{LonLat, Screen, Size, Unit, angle};

/// A point in camera space, in earth radii.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Facing {
    /// To the right.
    pub x: f64,
    /// Up.
    pub y: f64,
    /// Towards the eye; negative on the far half of the earth.
    pub z: f64,
}

/// How far from the centre a point is drawn that lies an angle c from it.
///
/// Both are the same map close to the centre. Formulas: Snyder, Map Projections: a Working Manual,
/// sections 20 and 24.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Law {
    /// sin c: orthographic, as from far away. Half of the earth is in sight.
    #[default]
    Globe,
    /// 2 sin(c/2): Lambert's azimuthal equal-area. All of the earth would be in sight; but the
    /// antipode would be drawn as a circle, so the map stops short of it.
    Flat,
}

impl Law {
    /// The least z in sight: the cosine of the angle from the centre to the rim of the map.
    pub const fn rim(self) -> f64 {
        match self {
            Self::Globe => 0.0,
            Self::Flat => -0.939_692_620_785_908_4, // cos 160°
        }
    }

    /// What to multiply x and y in camera space by to have them on the map, in radii of the globe.
    ///
    /// For `Flat` it is 2 sin(c/2) / sin c with the cosine of c written z.
    fn scale(self, z: f64) -> f64 {
        match self {
            Self::Globe => 1.0,
            Self::Flat => (2.0 / (1.0 + z).max(f64::EPSILON)).sqrt(),
        }
    }

    /// How far from the centre the rim is drawn, in radii of the globe.
    pub fn reach(self) -> f64 {
        let z = self.rim();
        self.scale(z) * (1.0 - z * z).sqrt()
    }

    /// The angle from the centre, in radians, of what is drawn so far from it, in radii of the globe: at
    /// most that of the rim.
    pub fn angle(self, far: f64) -> f64 {
        let far = far.min(self.reach());
        match self {
            Self::Globe => far.asin(),
            Self::Flat => 2.0 * (far / 2.0).asin(),
        }
    }

    /// The point in camera space that is drawn so far to the right and up, in radii of the globe;
    /// `None` beyond the rim.
    fn lift(self, x: f64, y: f64) -> Option<Facing> {
        let square = x * x + y * y;
        if square > self.reach() * self.reach() {
            return None;
        }
        let z = match self {
            Self::Globe => (1.0 - square).max(0.0).sqrt(),
            Self::Flat => 1.0 - square / 2.0,
        };
        let scale = self.scale(z);
        Some(Facing {
            x: x / scale,
            y: y / scale,
            z,
        })
    }
}

/// The view from above one point with north up, at a scale, into a box.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Projection {
    right: Unit,
    up: Unit,
    toward: Unit,
    law: Law,
    radius: f64,
    middle: Screen,
}

impl Projection {
    /// The view of the earth from above `centre`, for a globe of `radius` pixels, in the middle of a box.
    pub fn new(law: Law, centre: LonLat, radius: f64, size: Size) -> Self {
        let (sin_lon, cos_lon) = angle::sin_cos(centre.lon.to_radians());
        let (sin_lat, cos_lat) = angle::sin_cos(centre.lat.to_radians());
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
            law,
            radius,
            middle: size.centre(),
        }
    }

    /// The globe's radius in pixels.
    pub fn radius(&self) -> f64 {
        self.radius
    }

    /// The point of the earth in the middle.
    pub fn toward(&self) -> Unit {
        self.toward
    }

    /// The radial law.
    pub fn law(&self) -> Law {
        self.law
    }

    /// Turns a point of the sphere into camera space.
    pub fn face(&self, point: Unit) -> Facing {
        Facing {
            x: self.right.dot(point),
            y: self.up.dot(point),
            z: self.toward.dot(point),
        }
    }

    /// Whether a point in camera space is on the map.
    pub fn shows(&self, at: Facing) -> bool {
        at.z > self.law.rim()
    }

    /// Where a point in camera space is drawn, or would be were it on the map.
    pub fn place(&self, at: Facing) -> Screen {
        let scale = self.radius * self.law.scale(at.z);
        Screen {
            x: self.middle.x + scale * at.x,
            y: self.middle.y - scale * at.y,
        }
    }

    /// Where a point of the earth is drawn; `None` beyond the rim.
    pub fn forward(&self, point: LonLat) -> Option<Screen> {
        let at = self.face(point.into());
        self.shows(at).then(|| self.place(at))
    }

    /// The camera-space point under a point of the screen; `None` off the map.
    pub fn lift(&self, at: Screen) -> Option<Facing> {
        self.law.lift(
            (at.x - self.middle.x) / self.radius,
            (self.middle.y - at.y) / self.radius,
        )
    }

    /// The point of the earth drawn at a point of the screen; `None` off the map.
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

    const LAWS: [Law; 2] = [Law::Globe, Law::Flat];

    fn seen_from(law: Law, lon: f64, lat: f64) -> Projection {
        Projection::new(law, LonLat { lon, lat }, 300.0, SIZE)
    }

    #[test]
    fn the_centre_is_in_the_middle_with_north_up_and_east_right() {
        for law in LAWS {
            let view = seen_from(law, 49.8671, 40.4093);
            let at = |lon, lat| view.forward(LonLat { lon, lat }).unwrap();
            assert!(at(49.8671, 40.4093).distance(SIZE.centre()) < 1e-9);
            assert!(at(49.8671, 45.0).y < 300.0);
            assert!(at(55.0, 40.4093).x > 400.0);
        }
    }

    #[test]
    fn known_cities_seen_from_above_baku() {
        // From the textbook formulas in longitude and latitude (Snyder, Map Projections: a
        // Working Manual, eq. 20-3 and 20-4, 22-4 and 22-5 with 24-2), which share nothing with the vectors here.
        for (law, lon, lat, x, y) in [
            (Law::Globe, 49.8671, 40.4093, 400.0, 300.0),
            (Law::Globe, 46.3606, 40.6828, 386.0858, 298.2919),
            (Law::Globe, 126.978, 37.5665, 631.8023, 195.1155),
            (Law::Flat, 49.8671, 40.4093, 400.0, 300.0),
            (Law::Flat, 46.3606, 40.6828, 386.0820, 298.2914),
            (Law::Flat, 126.978, 37.5665, 665.0379, 180.0772),
            (Law::Flat, -77.05, -12.05, -113.4672, 154.3221),
        ] {
            let view = seen_from(law, 49.8671, 40.4093);
            let at = view.forward(LonLat { lon, lat }).unwrap();
            assert!(
                at.distance(Screen { x, y }) < 1e-3,
                "{law:?} {lon} {lat}: {at:?} for {x} {y}"
            );
        }
    }

    #[test]
    fn what_is_beyond_the_rim_is_hidden() {
        for (law, last, corner) in [
            (Law::Globe, 89.0, Screen { x: 0.0, y: 0.0 }),
            (
                Law::Flat,
                159.0,
                Screen {
                    x: -100.0,
                    y: -100.0,
                },
            ),
        ] {
            let view = seen_from(law, 0.0, 0.0);
            let at = |lon| view.forward(LonLat { lon, lat: 0.0 });
            assert!(at(last).is_some(), "{law:?}");
            assert_eq!(at(last + 2.0), None, "{law:?}");
            assert_eq!(view.inverse(corner), None, "{law:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn forward_then_inverse_is_the_same_point(
            lon0 in -180.0..180.0, lat0 in -90.0..90.0, lon in -180.0..180.0, lat in -90.0..90.0,
        ) {
            for law in LAWS {
                let view = seen_from(law, lon0, lat0);
                let there = Unit::from(LonLat { lon, lat });
                // Within a degree of a globe's horizon a pixel covers ever more ground.
                if view.face(there).z < law.rim() + 0.02 {
                    continue;
                }
                let back = view.inverse(view.forward(LonLat { lon, lat }).unwrap()).unwrap();
                proptest::prop_assert!(Unit::from(back).angle_to(there) < 1e-9);
            }
        }

        #[test]
        fn inverse_then_forward_is_the_same_pixel(
            lon0 in -180.0..180.0, lat0 in -90.0..90.0, x in -200.0..1000.0, y in -300.0..900.0,
        ) {
            for law in LAWS {
                let view = seen_from(law, lon0, lat0);
                let at = Screen { x, y };
                if let Some(point) = view.inverse(at) {
                    let near_rim = at.distance(SIZE.centre()) > 0.999 * 300.0 * law.reach();
                    proptest::prop_assert!(near_rim || view.forward(point).unwrap().distance(at) < 1e-6);
                }
            }
        }
    }
}
