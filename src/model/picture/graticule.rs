//! Graticule: every tenth meridian and parallel, as far as it may be seen.

use crate::geo::angle::sin_cos;
use std::f64::consts::{FRAC_PI_2, PI};

use super::pen::Pen;
use super::scope::Scope;
use crate::geo::clip;
use crate::geo::projection::Facing;
use crate::geo::{LonLat, Unit};

/// Degrees between two lines.
const BETWEEN: i32 = 10;
/// Meridians stop short of the poles, where they would run together into a blot.
const FARTHEST: i32 = 80;
/// The steps from corner to corner of a line, in tenths of a degree, and the radius in pixels up to
/// which each will do: the straight line between is then 0.3 pixels off.
const STEPS: [(i32, f64); 4] = [
    (50, 310.0),
    (20, 1_900.0),
    (10, 7_800.0),
    (5, f64::INFINITY),
];

/// Working memory.
#[derive(Debug, Default)]
pub(super) struct Corners {
    /// Of each latitude on the way the sine and cosine.
    lats: Vec<(f64, f64)>,
    /// Of each longitude its point of the equator.
    lons: Vec<Facing>,
    line: Vec<Facing>,
}

/// Draws it.
///
/// A point of latitude b is the point of the equator of its longitude, times cos b, and the pole, times
/// sin b; so is what the camera makes of it.
pub(super) fn draw(corners: &mut Corners, scope: &Scope, pen: &mut Pen) {
    let view = pen.view;
    let step = STEPS.iter().find(|(_, radius)| view.radius() <= *radius);
    let step = step.map_or(STEPS[0].0, |step| step.0);
    let (south_north, west_east) = window(view.toward().into(), scope.angle);
    let pole = view.face(Unit {
        x: 0.0,
        y: 0.0,
        z: 1.0,
    });
    let equator = |lon: f64| {
        let (y, x) = sin_cos(lon);
        view.face(Unit { x, y, z: 0.0 })
    };
    let between = |lon: &Facing, &(sin, cos): &(f64, f64)| Facing {
        x: lon.x * cos + pole.x * sin,
        y: lon.y * cos + pole.y * sin,
        z: lon.z * cos + pole.z * sin,
    };
    let Corners { lats, lons, line } = corners;
    lats.clear();
    lats.extend(multiples(south_north, step).map(sin_cos));
    lons.clear();
    lons.extend(multiples(west_east, step).map(equator));
    // Over a pole there is no piece of a meridian, at most an end.
    let meridians = multiples(west_east, 10 * BETWEEN).filter(|_| lats.len() > 1);
    for lon in meridians {
        let lon = equator(lon);
        line.clear();
        line.extend(lats.iter().map(|lat| between(&lon, lat)));
        clip::line(line, scope.rim, pen);
    }
    for lat in multiples(south_north, 10 * BETWEEN) {
        let lat = sin_cos(lat);
        line.clear();
        line.extend(lons.iter().map(|lon| between(lon, &lat)));
        clip::line(line, scope.rim, pen);
    }
}

/// From where to where, in tenths of a degree.
type Span = (i32, i32);

/// The latitudes and longitudes within an angle of a place, out to the next lines of the graticule.
fn window(middle: LonLat, angle: f64) -> (Span, Span) {
    let outwards = |from: f64, to: f64| {
        let line = f64::from(BETWEEN);
        #[expect(clippy::cast_possible_truncation, reason = "degrees are small")]
        let tenths = |lines: f64| 10 * BETWEEN * lines as i32;
        (tenths((from / line).floor()), tenths((to / line).ceil()))
    };
    let far = angle.to_degrees();
    let lat = middle.lat.to_radians();
    let (south, north) = outwards(middle.lat - far, middle.lat + far);
    let most = 10 * FARTHEST;
    let lats = (south.clamp(-most, most), north.clamp(-most, most));
    if lat.abs() + angle >= FRAC_PI_2 {
        return (lats, (-1800, 1800)); // a pole is in sight, and so all longitudes
    }
    let aside = (sin_cos(angle).0 / sin_cos(lat).1)
        .min(1.0)
        .asin()
        .to_degrees();
    (lats, outwards(middle.lon - aside, middle.lon + aside))
}

/// The multiples of a step in a span of tenths of a degree, in radians.
fn multiples((from, to): Span, step: i32) -> impl Iterator<Item = f64> {
    let count = (to - from) / step;
    (0..=count).map(move |index| f64::from(from + index * step) * (PI / 1800.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_lies_within_the_angle_is_in_the_window() {
        for lon in [-179.0, -60.0, 0.0, 47.0, 178.0] {
            for lat in [-89.0, -50.0, 0.0, 40.0, 81.0] {
                for degrees in [0.5, 5.0, 30.0, 90.0, 160.0] {
                    let middle = LonLat { lon, lat };
                    let ((south, north), (west, east)) = window(middle, f64::to_radians(degrees));
                    for other_lon in -18..18 {
                        for other_lat in -8..=8 {
                            let [x, y] = [10 * other_lon, 10 * other_lat].map(f64::from);
                            let other = LonLat { lon: x, lat: y };
                            let way = Unit::from(middle).angle_to(other.into());
                            let is_in = (-1..=1).any(|turn| {
                                let lon = 100 * other_lon + 3600 * turn;
                                (west..=east).contains(&lon)
                            }) && (south..=north).contains(&(100 * other_lat));
                            assert!(
                                is_in || way >= f64::to_radians(degrees),
                                "{middle:?} {other:?}"
                            );
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn near_a_place_few_lines_are_in_the_window() {
        let middle = LonLat {
            lon: 47.0,
            lat: 40.4,
        };
        let (lats, lons) = window(middle, 0.05);
        assert_eq!((lats, lons), ((300, 500), (400, 600)));
    }

    #[test]
    fn corners_are_near_enough_for_a_line_to_look_round() {
        for (step, radius) in &STEPS[..3] {
            let half = f64::from(*step) / 20.0;
            let off = radius * (1.0 - half.to_radians().cos());
            assert!(off < 0.3, "{off} at {radius}");
            assert_eq!(10 * BETWEEN % step, 0);
        }
    }
}
