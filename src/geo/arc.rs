//! Arc: the shortest way between two points of the sphere, a part of a great circle.

use super::{Unit, angle};

/// The way from one point to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arc {
    start: Unit,
    /// At a right angle to the start, in the plane of the circle.
    ahead: Unit,
    length: f64,
}

impl Arc {
    /// The way between two points. Between antipodes, where every way is as short, the one that sets
    /// out due east: it keeps clear of the poles, over which a view with north up spins round.
    pub fn between(start: Unit, end: Unit) -> Self {
        let along = start.dot(end);
        let aside = Unit {
            x: end.x - along * start.x,
            y: end.y - along * start.y,
            z: end.z - along * start.z,
        };
        let east = Unit {
            x: -start.y,
            y: start.x,
            z: 0.0,
        };
        let ahead = [aside, east].into_iter().find_map(direction);
        Self {
            start,
            // Only a pole has no east.
            ahead: ahead.unwrap_or(Unit {
                x: 1.0,
                y: 0.0,
                z: 0.0,
            }),
            length: start.angle_to(end),
        }
    }

    /// Its length in radians.
    pub fn length(&self) -> f64 {
        self.length
    }

    /// The point so many radians on from the start.
    pub fn at(&self, radians: f64) -> Unit {
        let (sin, cos) = angle::sin_cos(radians);
        let (a, b) = (self.start, self.ahead);
        Unit {
            x: cos * a.x + sin * b.x,
            y: cos * a.y + sin * b.y,
            z: cos * a.z + sin * b.z,
        }
    }

    /// The point a share of the way along, 0 to 1.
    pub fn share(&self, share: f64) -> Unit {
        self.at(share * self.length)
    }
}

/// The vector at length 1; `None` where it is too short to point anywhere.
fn direction(Unit { x, y, z }: Unit) -> Option<Unit> {
    let length = x.hypot(y).hypot(z);
    (length > 1e-9).then(|| Unit {
        x: x / length,
        y: y / length,
        z: z / length,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::LonLat;
    use proptest::prelude::*;

    fn unit(lon: f64, lat: f64) -> Unit {
        LonLat { lon, lat }.into()
    }

    #[test]
    fn halfway_from_baku_to_seoul_is_as_far_from_either() {
        let (baku, seoul) = (unit(49.8671, 40.4093), unit(126.978, 37.5665));
        let half = Arc::between(baku, seoul).share(0.5);
        assert!((half.angle_to(baku) - half.angle_to(seoul)).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn an_arc_goes_from_the_one_point_to_the_other_on_the_sphere(
            lon in -180.0..180.0, lat in -90.0..90.0, to_lon in -180.0..180.0, to_lat in -90.0..90.0,
            share in 0.0..1.0,
        ) {
            let (a, b) = (unit(lon, lat), unit(to_lon, to_lat));
            let arc = Arc::between(a, b);
            prop_assert!(arc.share(0.0).angle_to(a) < 1e-9);
            prop_assert!(arc.share(1.0).angle_to(b) < 1e-6);
            let on_way = arc.share(share);
            prop_assert!((on_way.dot(on_way) - 1.0).abs() < 1e-9);
            prop_assert!((on_way.angle_to(a) - share * arc.length()).abs() < 1e-6);
        }

        #[test]
        fn between_antipodes_and_from_a_point_to_itself_there_is_a_way(
            lon in -180.0..180.0, lat in -90.0..=90.0,
        ) {
            let (here, there) = (unit(lon, lat), unit(lon + 180.0, -lat));
            prop_assert!(Arc::between(here, there).share(1.0).angle_to(there) < 1e-6);
            prop_assert!(Arc::between(here, here).share(1.0).angle_to(here) < 1e-9);
        }
    }

    #[test]
    fn from_a_pole_to_the_other_there_is_a_way() {
        let (north, south) = (unit(0.0, 90.0), unit(0.0, -90.0));
        let half = Arc::between(north, south).share(0.5);
        assert!(half.z.abs() < 1e-9 && (half.dot(half) - 1.0).abs() < 1e-9);
    }
}
