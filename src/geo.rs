//! Geo: points on the earth, on the unit sphere and on the screen, and the ways between them.

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
        let (sin_lon, cos_lon) = lon.to_radians().sin_cos();
        let (sin_lat, cos_lat) = lat.to_radians().sin_cos();
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
