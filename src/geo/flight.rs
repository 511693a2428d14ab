//! Flight: the way of the camera from one view to another, along the great circle, rising on the way
//! so that the ground never rushes by.
//!
//! The path is that of Jarke J. van Wijk and Wim A. A. Nuij, "Smooth and efficient zooming and
//! panning", IEEE Symposium on Information Visualization 2003, pages 15 to 22: the optimal path
//! between two views, page 5. Names are theirs: `u` is the ground covered, `w` the ground in view
//! (both in radians here), `s` how far along the path, `rho` the trade of zooming for panning.

use super::arc::Arc;
use super::camera::Camera;
use super::growth::{exp, ln, log2};
use super::{LonLat, Size, Unit};

/// How readily the camera rises instead of going sideways: what people in the paper's trial liked.
const RHO: f64 = 1.4;
/// Milliseconds for one unit of the path: about as long as it takes to come nearer fourfold.
const MS_PER_UNIT: f64 = 650.0;
/// The shortest a flight that can be followed may take, and the longest that can be waited for.
const SHORTEST_MS: f64 = 300.0;
const LONGEST_MS: f64 = 2500.0;
/// Radians, 6 mm on the ground: places nearer together are taken for that far apart, so that a mere
/// change of scale is no case of its own.
const LEAST_WAY: f64 = 1e-9;

/// A way between two views.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flight {
    from: Camera,
    to: Camera,
    size: Size,
    arc: Arc,
    /// The ground in view at the start, `w0`.
    view: f64,
    /// Where on the curve it starts, `r0`.
    start: f64,
    /// The length of the path, `S`.
    length: f64,
}

impl Flight {
    /// The way from one view to another in a box.
    pub fn between(from: Camera, to: Camera, size: Size) -> Self {
        let arc = Arc::between(from.centre.into(), to.centre.into());
        let across = size.width.max(size.height).max(1.0);
        let (w0, w1) = (across / from.radius(), across / to.radius());
        let ground = RHO * RHO * arc.length().max(LEAST_WAY);
        // r = ln(-b + sqrt(b² + 1)), where b compares the change of scale with the way to go.
        let r = |w: f64, sign: f64| {
            let b = (w1 * w1 - w0 * w0 + sign * ground * ground) / (2.0 * w * ground);
            -area_sinh(b)
        };
        let start = r(w0, 1.0);
        Self {
            from,
            to,
            size,
            arc,
            view: w0,
            start,
            length: (r(w1, -1.0) - start) / RHO,
        }
    }

    /// How long it should take.
    pub fn duration_ms(&self) -> f64 {
        (self.length * MS_PER_UNIT).clamp(SHORTEST_MS, LONGEST_MS)
    }

    /// The view at a share of the time, 0 to 1: exactly the ends' at either end.
    pub fn at(&self, share: f64) -> Camera {
        if share <= 0.0 {
            return self.from;
        }
        if share >= 1.0 {
            return self.to;
        }
        // Slow, fast, slow: the smoothstep polynomial. The path alone would start and stop with a jerk.
        let eased = share * share * (3.0 - 2.0 * share);
        // u(s) = w0 / rho² · (cosh r0 · tanh(rho·s + r0) - sinh r0), of which this is the same without
        // the difference of two large numbers; w(s) = w0 · cosh r0 / cosh(rho·s + r0).
        let ahead = RHO * self.length * eased;
        let cosh = cosh(ahead + self.start);
        let ground = self.view / (RHO * RHO) * sinh(ahead) / cosh;
        Camera {
            centre: self.on_arc(ground),
            zoom: self.from.zoom + log2(cosh / self::cosh(self.start)),
            ..self.to
        }
        // From one side of the globe to the other the curve would rise beyond where one may.
        .within_limits(self.size)
    }

    fn on_arc(&self, ground: f64) -> LonLat {
        let at: Unit = self.arc.at(ground.clamp(0.0, self.arc.length()));
        at.into()
    }
}

// From the exponential and the logarithm, which the bundle holds anyway: the standard library's
// hyperbolic functions would bring their own.

fn cosh(x: f64) -> f64 {
    f64::midpoint(exp(x), exp(-x))
}

fn sinh(x: f64) -> f64 {
    (exp(x) - exp(-x)) / 2.0
}

fn area_sinh(x: f64) -> f64 {
    let far = x.abs();
    // hypot, for the square of a large x would be infinite.
    ln(far + far.hypot(1.0)).copysign(x)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::projection::Law;
    use proptest::prelude::*;

    const SIZE: Size = Size {
        width: 900.0,
        height: 600.0,
    };

    fn camera(lon: f64, lat: f64, zoom: f64) -> Camera {
        Camera {
            centre: LonLat { lon, lat },
            zoom,
            law: Law::Globe,
        }
        .within_limits(SIZE)
    }

    prop_compose! {
        fn cameras()(lon in -180.0..180.0, lat in -90.0..90.0, zoom in 1.0..9.0) -> Camera {
            camera(lon, lat, zoom)
        }
    }

    /// How far apart two views are, in the unit of the paths: the paper's metric over a short way.
    fn apart(a: Camera, b: Camera) -> f64 {
        let ground = Unit::from(a.centre).angle_to(b.centre.into());
        let view = SIZE.width / f64::midpoint(a.radius(), b.radius());
        let scale = (b.zoom - a.zoom) * std::f64::consts::LN_2;
        (RHO * ground / view).hypot(scale / RHO)
    }

    proptest! {
        #[test]
        fn it_begins_and_ends_exactly_where_it_should(from in cameras(), to in cameras()) {
            let flight = Flight::between(from, to, SIZE);
            prop_assert_eq!(flight.at(0.0), from);
            prop_assert_eq!(flight.at(1.0), to);
            // And the formula agrees with the ends it is cut off at.
            prop_assert!(apart(flight.at(1e-6), from) < 1e-4);
            prop_assert!(apart(flight.at(1.0 - 1e-6), to) < 1e-4);
        }

        #[test]
        fn it_never_moves_faster_than_its_path_is_long(
            from in cameras(), to in cameras(), share in 0.0..0.999,
        ) {
            let flight = Flight::between(from, to, SIZE);
            let moved = apart(flight.at(share), flight.at(share + 1e-3));
            // The easing is at its fastest halfway, one and a half times the even speed; and a way
            // round the globe would rise higher than it may, by up to 1.4.
            let most = 1.5 * 1.4 * flight.length * 1e-3;
            prop_assert!(moved <= most * 1.01 + 1e-6, "{moved} of at most {most}");
        }

        #[test]
        fn it_comes_no_nearer_than_its_nearer_end_nor_leaves_the_globe(
            from in cameras(), to in cameras(), share in 0.0..1.0,
        ) {
            let Camera { centre, zoom, .. } = Flight::between(from, to, SIZE).at(share);
            prop_assert!(zoom <= from.zoom.max(to.zoom) + 1e-9);
            prop_assert!(LonLat::new(centre.lon, centre.lat).is_some(), "{centre:?}");
        }

        #[test]
        fn a_mere_change_of_scale_is_even_and_stays_where_it_is(
            lon in -180.0..180.0, lat in -89.0..89.0, near in 3.0..9.0, far in 3.0..9.0,
        ) {
            let (from, to) = (camera(lon, lat, near), camera(lon, lat, far));
            let half = Flight::between(from, to, SIZE).at(0.5);
            prop_assert!((half.zoom - f64::midpoint(near, far)).abs() < 1e-6, "{half:?}");
            prop_assert!(Unit::from(half.centre).angle_to(from.centre.into()) < 1e-8);
        }

        #[test]
        fn between_antipodes_it_passes_every_point_between(
            lon in -180.0..180.0, lat in -90.0..90.0, zoom in 2.0..9.0,
        ) {
            let (from, to) = (camera(lon, lat, zoom), camera(lon + 180.0, -lat, zoom));
            let half = Unit::from(Flight::between(from, to, SIZE).at(0.5).centre);
            let quarter_turn = std::f64::consts::FRAC_PI_2;
            prop_assert!((half.angle_to(from.centre.into()) - quarter_turn).abs() < 1e-6);
        }
    }

    #[test]
    fn between_two_cities_it_rises_until_both_are_in_view() {
        let (baku, seoul) = (camera(49.87, 40.41, 5.5), camera(126.98, 37.57, 5.5));
        let flight = Flight::between(baku, seoul, SIZE);
        let top = flight.at(0.5);
        assert!((2.0..4.5).contains(&top.zoom), "{top:?}");
        let duration = flight.duration_ms();
        assert!((1_000.0..2_000.0).contains(&duration), "{duration}");
    }

    #[test]
    fn no_flight_is_too_short_to_follow_nor_too_long_to_wait_for() {
        let here = camera(0.0, 0.0, 9.0);
        for (to, ms) in [(here, SHORTEST_MS), (camera(180.0, 0.0, 9.0), LONGEST_MS)] {
            let duration = Flight::between(here, to, SIZE).duration_ms();
            assert!((duration - ms).abs() < 1e-9, "{duration}");
        }
    }
}
