//! Cap: a circle on the sphere round some points, by which what is out of sight is told at a glance.

use crate::geo::Unit;
use crate::geo::angle::sin_cos;

/// All points within an angle of one. With less than 90 degrees, a way between two of its points by a
/// great circle stays in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cap {
    middle: Unit,
    cos: f64,
    sin: f64,
}

impl Cap {
    /// The cap of an angle in radians, at most a half turn, about a point.
    pub fn about(middle: Unit, angle: f64) -> Self {
        let (sin, cos) = sin_cos(angle);
        Self { middle, cos, sin }
    }

    /// A cap that has all the points in it; not always the least.
    pub fn around(points: &[[f32; 3]]) -> Self {
        let mut sum = [0.0; 3];
        for point in points {
            for (sum, part) in sum.iter_mut().zip(point) {
                *sum += f64::from(*part);
            }
        }
        let [x, y, z] = sum;
        let length = x.hypot(y).hypot(z).max(f64::MIN_POSITIVE);
        let middle = Unit {
            x: x / length,
            y: y / length,
            z: z / length,
        };
        let least = points
            .iter()
            .map(|&[x, y, z]| {
                let point = Unit {
                    x: x.into(),
                    y: y.into(),
                    z: z.into(),
                };
                middle.dot(point)
            })
            .fold(1.0, f64::min);
        // Points of 32 bits lie a little off the sphere.
        let cos = (least - 1e-6).max(-1.0);
        Self {
            middle,
            cos,
            sin: (1.0 - cos * cos).sqrt(),
        }
    }

    /// Whether its angle is less than that of a cosine.
    pub fn is_narrower(&self, cos: f64) -> bool {
        self.cos > cos
    }

    /// Whether the two have no point in common.
    pub fn is_apart_from(&self, other: &Self) -> bool {
        // The cosine and sine of both angles together, which may be more than a half turn.
        let cos = self.cos * other.cos - self.sin * other.sin;
        let sin = self.sin * other.cos + self.cos * other.sin;
        sin > 0.0 && self.middle.dot(other.middle) < cos
    }
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
    fn caps_are_apart_where_their_angles_do_not_reach() {
        let cap = |lon, degrees: f64| Cap::about(unit(lon, 0.0), degrees.to_radians());
        for (lon, a, b, is_apart) in [
            (30.0, 10.0, 19.0, true),
            (30.0, 10.0, 21.0, false),
            (180.0, 90.0, 89.0, true),
            (180.0, 120.0, 59.0, true),
            (180.0, 120.0, 61.0, false),
            (180.0, 179.0, 179.0, false),
        ] {
            assert_eq!(
                cap(0.0, a).is_apart_from(&cap(lon, b)),
                is_apart,
                "{lon} {a} {b}"
            );
        }
    }

    proptest! {
        #[test]
        fn a_cap_around_points_is_apart_from_none_of_them(
            points in prop::collection::vec((-180.0..180.0, -90.0..90.0), 1..9),
        ) {
            let units: Vec<Unit> = points.into_iter().map(|(lon, lat)| unit(lon, lat)).collect();
            #[expect(clippy::cast_possible_truncation, reason = "as a level has them")]
            let small: Vec<_> = units.iter().map(|at| [at.x, at.y, at.z].map(|part| part as f32)).collect();
            let cap = Cap::around(&small);
            for &at in &units {
                prop_assert!(!cap.is_apart_from(&Cap::about(at, 0.0)));
            }
        }
    }
}
