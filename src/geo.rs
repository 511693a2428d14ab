//! Geo: points on the earth, on the unit sphere and on the screen, and the ways between them.
//!
//! Longitude and latitude are degrees, in GeoJSON's order; vectors have length 1; the screen is in
//! CSS pixels from the top left corner of the map, y downwards.

pub mod angle;
pub mod arc;
pub mod camera;
pub mod clip;
pub mod flight;
pub mod growth;
pub mod projection;
pub mod room;

pub mod basemap;

/// A place on the earth in degrees: longitude east, latitude north. The order is GeoJSON's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LonLat {
    /// Degrees east, -180 to 180.
    pub lon: f64,
    /// Degrees north, -90 to 90.
    pub lat: f64,
}

impl LonLat {
    /// The point, or `None` when it is off the earth or not a number.
    pub fn new(lon: f64, lat: f64) -> Option<Self> {
        ((-180.0..=180.0).contains(&lon) && (-90.0..=90.0).contains(&lat))
            .then_some(Self { lon, lat })
    }
}

/// A point of the unit sphere: x towards 0° E on the equator, y towards 90° E, z towards the north pole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unit {
    /// Towards 0° E on the equator.
    pub x: f64,
    /// Towards 90° E on the equator.
    pub y: f64,
    /// Towards the north pole.
    pub z: f64,
}

impl From<LonLat> for Unit {
    fn from(LonLat { lon, lat }: LonLat) -> Self {
        let (sin_lon, cos_lon) = angle::sin_cos(lon.to_radians());
        let (sin_lat, cos_lat) = angle::sin_cos(lat.to_radians());
        Self {
            x: cos_lat * cos_lon,
            y: cos_lat * sin_lon,
            z: sin_lat,
        }
    }
}

impl From<Unit> for LonLat {
    fn from(Unit { x, y, z }: Unit) -> Self {
        Self {
            lon: y.atan2(x).to_degrees(),
            lat: z.atan2(x.hypot(y)).to_degrees(),
        }
    }
}

impl Unit {
    /// The cosine of the angle between two directions.
    pub fn dot(self, other: Self) -> f64 {
        self.x * other.x + self.y * other.y + self.z * other.z
    }

    /// The angle between two directions in radians: on the earth, their distance in earth radii.
    ///
    /// By the chord, which stays exact for points close together where the arc cosine does not.
    pub fn angle_to(self, other: Self) -> f64 {
        let chord = (self.x - other.x)
            .hypot(self.y - other.y)
            .hypot(self.z - other.z);
        2.0 * (chord / 2.0).min(1.0).asin()
    }
}

/// A point of the map's box in CSS pixels, from its top left corner, y downwards.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Screen {
    /// Pixels to the right.
    pub x: f64,
    /// Pixels down.
    pub y: f64,
}

impl Screen {
    /// The distance to another point in pixels.
    pub fn distance(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }

    /// The point halfway to another.
    #[must_use]
    pub fn middle(self, other: Self) -> Self {
        Self {
            x: f64::midpoint(self.x, other.x),
            y: f64::midpoint(self.y, other.y),
        }
    }
}

/// The map's box in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// Pixels across.
    pub width: f64,
    /// Pixels down.
    pub height: f64,
}

impl Size {
    /// The middle of the box, where the camera's centre is drawn.
    pub fn centre(self) -> Screen {
        Screen {
            x: self.width / 2.0,
            y: self.height / 2.0,
        }
    }

    /// Whether there is nothing to draw on: a hidden tab, a closed panel.
    pub fn is_empty(self) -> bool {
        self.width < 1.0 || self.height < 1.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BAKU: LonLat = LonLat {
        lon: 49.8671,
        lat: 40.4093,
    };
    const SEOUL: LonLat = LonLat {
        lon: 126.978,
        lat: 37.5665,
    };

    #[test]
    fn a_point_off_the_earth_is_none() {
        assert_eq!(LonLat::new(49.8671, 40.4093), Some(BAKU));
        for (lon, lat) in [(181.0, 0.0), (0.0, -90.5), (f64::NAN, 0.0)] {
            assert_eq!(LonLat::new(lon, lat), None);
        }
    }

    #[test]
    fn baku_and_seoul_are_some_6450_kilometres_apart() {
        let km = 6371.0 * Unit::from(BAKU).angle_to(SEOUL.into());
        assert!((6_445.0..6_455.0).contains(&km), "{km}");
    }

    proptest::proptest! {
        #[test]
        fn degrees_to_vector_and_back_is_the_same_point(lon in -179.9..179.9, lat in -89.9..89.9) {
            let there = LonLat { lon, lat };
            let back = LonLat::from(Unit::from(there));
            proptest::prop_assert!((back.lon - lon).abs() < 1e-9 && (back.lat - lat).abs() < 1e-9);
        }
    }
}
