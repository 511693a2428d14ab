//! Camera: the point of the earth one looks at and how near; every way to move it.

use super::growth::{exp2, log2};
use std::f64::consts::{FRAC_PI_2, PI, TAU};

use super::arc::Arc;
use super::projection::{Facing, Law, Projection};
use super::{LonLat, Screen, Size, Unit, angle};

/// Where one looks, with north up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// The point in the middle of the box.
    pub centre: LonLat,
    /// As in web maps: at zoom z the equator is 256 * 2^z pixels long.
    pub zoom: f64,
    /// How it is drawn.
    pub law: Law,
}

/// Near enough to tell two quarters of a city apart; nearer, the coastlines have nothing to say.
const NEAREST_ZOOM: f64 = 9.0;
/// A city in its country.
const CITY_ZOOM: f64 = 5.5;
/// The farthest that the ground slides at once, in radians: 40 degrees.
const MOST_SLIP: f64 = 0.7;
/// Near a pole, where parallels are short, the map turns as on this one: the cosine of its latitude.
const LEAST_PARALLEL: f64 = 0.3;
/// The share of the box's shorter side that the whole globe fills at the farthest.
const FARTHEST_SHARE: f64 = 0.9;
/// At the farthest the flat map fills the box, but for a long and narrow one: there the globe's radius
/// is this share of the shorter side, so that places far apart can still be in view.
const FLAT_SHARE: f64 = 0.6;

impl Camera {
    /// The globe's radius in pixels.
    pub fn radius(self) -> f64 {
        256.0 * exp2(self.zoom) / TAU
    }

    /// The view it gives of the earth in a box.
    pub fn projection(self, size: Size) -> Projection {
        Projection::new(self.law, self.centre, self.radius(), size)
    }

    /// The same camera within its limits: one cannot lose the globe, turn it over, or sink into it.
    #[must_use]
    pub fn within_limits(self, size: Size) -> Self {
        let lon = angle::within(self.centre.lon + 180.0, 360.0) - 180.0;
        Self {
            centre: LonLat {
                lon,
                lat: self.centre.lat.clamp(-90.0, 90.0),
            },
            zoom: self.zoom.clamp(farthest_zoom(self.law, size), NEAREST_ZOOM),
            ..self
        }
    }

    /// Turned so that the ground that was at `from` is at `to`, north still up.
    ///
    /// In camera space the ground must come to (x, y, z). Its latitude says
    /// `sin lat = y cos lat0 + z sin lat0`, which gives the centre's latitude `lat0`; its longitude
    /// then follows from x. Beside the globe, the ground nearest on the horizon is held.
    #[must_use]
    pub fn dragged(self, from: Screen, to: Screen, size: Size) -> Self {
        let view = self.projection(size);
        let Some(ground) = view.inverse(nearest_on_globe(&view, size, from)) else {
            return self;
        };
        let Some(Facing { x, y, z }) = view.lift(nearest_on_globe(&view, size, to)) else {
            return self;
        };
        let (sin_lat, reach) = (angle::sin_cos(ground.lat.to_radians()).0, y.hypot(z));
        let tilt = y.atan2(z);
        let near = (sin_lat / reach).clamp(-1.0, 1.0).asin();
        // Two latitudes hold the ground there; the one closer to now is the drag's own.
        let now = self.centre.lat.to_radians();
        let lat0 = [near - tilt, PI - near - tilt]
            .into_iter()
            .map(|lat0| angle::within(lat0 + PI, TAU) - PI)
            .min_by(|a, b| (a - now).abs().total_cmp(&(b - now).abs()))
            .unwrap_or(now)
            .clamp(-FRAC_PI_2, FRAC_PI_2);
        let (sin0, cos0) = angle::sin_cos(lat0);
        let east = x.atan2(z * cos0 - y * sin0);
        Self {
            centre: LonLat {
                lon: ground.lon - east.to_degrees(),
                lat: lat0.to_degrees(),
            },
            ..self
        }
        .within_limits(size)
    }

    /// Nearer by `steps` of zoom, with the ground at `around` staying where it is.
    #[must_use]
    pub fn zoomed(self, steps: f64, around: Screen, size: Size) -> Self {
        let nearer = Self {
            zoom: self.zoom + steps,
            ..self
        }
        .within_limits(size);
        // The ground at `around` has moved to `now` by the change of scale alone: drag it back.
        let middle = size.centre();
        let scale = nearer.radius() / self.radius();
        let now = Screen {
            x: middle.x + scale * (around.x - middle.x),
            y: middle.y + scale * (around.y - middle.y),
        };
        nearer.dragged(now, around, size)
    }

    /// Moved so that the ground in the middle slides by so many pixels to the right, along its parallel, and
    /// down, along its meridian: a drag would take it along great circles, which lead to the poles.
    #[must_use]
    pub fn slid(self, right: f64, down: f64, size: Size) -> Self {
        let LonLat { lon, lat } = self.centre;
        let degrees = |px: f64| {
            (px / self.radius())
                .clamp(-MOST_SLIP, MOST_SLIP)
                .to_degrees()
        };
        let wider = angle::sin_cos(lat.to_radians()).1.max(LEAST_PARALLEL);
        Self {
            centre: LonLat {
                lon: lon - degrees(right) / wider,
                lat: lat + degrees(down),
            },
            ..self
        }
        .within_limits(size)
    }

    /// The nearest camera that has all `points` in its box, `margin` pixels from its edges; of no points, the
    /// whole world.
    pub fn framing(law: Law, points: &[LonLat], margin: f64, size: Size) -> Self {
        let units: Vec<Unit> = points.iter().copied().map(Unit::from).collect();
        let mut camera = Self {
            centre: middle_of(&units),
            zoom: if points.is_empty() { 0.0 } else { NEAREST_ZOOM },
            law,
        };
        // The middle of what is seen is not the middle on the sphere: a few rounds settle it.
        let rounds = if points.is_empty() { 0 } else { 8 };
        for _ in 0..rounds {
            let view = Projection::new(law, camera.centre, 1.0, Size::default());
            let seen = || units.iter().map(|&unit| view.place(view.face(unit)));
            let (left, right) = ends(seen().map(|at| at.x));
            let (top, bottom) = ends(seen().map(|at| at.y));
            let across = (size.width / 2.0 - margin).max(1.0) / ((right - left) / 2.0).max(1e-9);
            let down = (size.height / 2.0 - margin).max(1.0) / ((bottom - top) / 2.0).max(1e-9);
            camera.zoom = log2(across.min(down) * TAU / 256.0);
            let middle = Screen {
                x: f64::midpoint(left, right),
                y: f64::midpoint(top, bottom),
            };
            let Some(centre) = view.inverse(middle) else {
                break;
            };
            camera.centre = centre;
        }
        camera.within_limits(size)
    }

    /// No nearer than a city in its country: near enough for a place, far enough to know where it is.
    #[must_use]
    pub fn no_nearer(self) -> Self {
        Self {
            zoom: self.zoom.min(CITY_ZOOM),
            ..self
        }
    }
}

/// The zoom at which the whole globe is in the box, or at which the flat map just fills it.
fn farthest_zoom(law: Law, size: Size) -> f64 {
    let (width, height) = (size.width.max(1.0), size.height.max(1.0));
    let radius = match law {
        Law::Globe => FARTHEST_SHARE * width.min(height) / 2.0,
        Law::Flat => {
            let filling = width.hypot(height) / 2.0 / law.reach();
            filling.min(FLAT_SHARE * width.min(height))
        }
    };
    log2(radius * TAU / 256.0)
}

/// The point itself, or beside the map the one just inside its rim that is nearest to it.
fn nearest_on_globe(view: &Projection, size: Size, at: Screen) -> Screen {
    let middle = size.centre();
    // At the very rim ground moves without bound for a pixel: stay a little inside.
    let most = 0.995 * view.radius() * view.law().reach();
    let share = (most / at.distance(middle).max(f64::MIN_POSITIVE)).min(1.0);
    Screen {
        x: middle.x + share * (at.x - middle.x),
        y: middle.y + share * (at.y - middle.y),
    }
}

/// The middle between the two points farthest apart.
fn middle_of(units: &[Unit]) -> LonLat {
    let farthest = units
        .iter()
        .flat_map(|&a| units.iter().map(move |&b| (a, b)))
        .max_by(|(a, b), (c, d)| a.angle_to(*b).total_cmp(&c.angle_to(*d)));
    farthest.map_or(
        LonLat {
            lon: 0.0,
            lat: 20.0,
        },
        |(a, b)| Arc::between(a, b).share(0.5).into(),
    )
}

fn ends(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
        (low.min(value), high.max(value))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const CITIES: [LonLat; 4] = [
        LonLat {
            lon: 49.8671,
            lat: 40.4093,
        },
        LonLat {
            lon: 126.978,
            lat: 37.5665,
        },
        LonLat {
            lon: 47.1706,
            lat: 41.1919,
        },
        LonLat {
            lon: 46.3606,
            lat: 40.6828,
        },
    ];
    const SIZE: Size = Size {
        width: 800.0,
        height: 600.0,
    };

    fn camera(law: Law, lon: f64, lat: f64, zoom: f64) -> Camera {
        Camera {
            centre: LonLat { lon, lat },
            zoom,
            law,
        }
    }

    fn laws() -> impl Strategy<Value = Law> {
        prop_oneof![Just(Law::Globe), Just(Law::Flat)]
    }

    #[test]
    fn east_and_back_west_keeps_the_parallel_and_comes_to_the_same_place() {
        for law in [Law::Globe, Law::Flat] {
            for zoom in [0.0, 4.0, 7.0] {
                let start = Camera {
                    centre: CITIES[0],
                    zoom,
                    law,
                }
                .within_limits(SIZE);
                let far = (0..7).fold(start, |camera, _| camera.slid(-200.0, 0.0, SIZE));
                assert!((far.centre.lat - start.centre.lat).abs() < 1e-9, "{far:?}");
                assert!((far.centre.lon - start.centre.lon).abs() > 1.0);
                let back = (0..7).fold(far, |camera, _| camera.slid(200.0, 0.0, SIZE));
                assert!(
                    (back.centre.lon - start.centre.lon).abs() < 1e-9,
                    "{back:?}"
                );
                let ground = start.projection(SIZE).forward(far_east(start)).unwrap();
                assert!((ground.distance(SIZE.centre()) - 20.0).abs() < 0.1);
            }
        }
    }

    /// What comes to the middle by a small step east.
    fn far_east(camera: Camera) -> LonLat {
        camera.slid(-20.0, 0.0, SIZE).centre
    }

    proptest! {
        #[test]
        fn a_drag_keeps_the_grabbed_ground_under_the_pointer(
            law in laws(), lon in -180.0..180.0, lat in -60.0..60.0, zoom in 3.0..8.0,
            x in 250.0..550.0, y in 200.0..400.0, dx in -60.0..60.0, dy in -60.0..60.0,
        ) {
            let before = camera(law, lon, lat, zoom);
            let (from, to) = (Screen { x, y }, Screen { x: x + dx, y: y + dy });
            let view = before.projection(SIZE);
            let (ground, there) = (view.inverse(from).unwrap(), view.lift(to).unwrap());
            // Beside a pole, ground can be farther from the equator than any tilt brings to `to`.
            prop_assume!(ground.lat.to_radians().sin().abs() < 0.99 * there.y.hypot(there.z));
            let after = before.dragged(from, to, SIZE);
            let at = after.projection(SIZE).forward(ground).unwrap();
            prop_assert!(at.distance(to) < 1e-3, "{at:?} for {to:?}");
        }

        #[test]
        fn a_flat_map_is_held_on_the_far_half_of_the_earth_too(
            lon in -180.0..180.0, lat in -15.0..15.0,
            x in 10.0..790.0, y in 100.0..500.0, dx in -40.0..40.0, dy in -20.0..20.0,
        ) {
            let before = camera(Law::Flat, lon, lat, 0.0).within_limits(SIZE);
            let (from, to) = (Screen { x, y }, Screen { x: x + dx, y: y + dy });
            let view = before.projection(SIZE);
            let (ground, there) = (view.inverse(from).unwrap(), view.lift(to).unwrap());
            // A quarter round to the east or west no tilt to the north or south moves the ground.
            prop_assume!(ground.lat.to_radians().sin().abs() < 0.99 * there.y.hypot(there.z));
            let after = before.dragged(from, to, SIZE);
            prop_assume!(after.centre.lat.abs() < 89.0);
            let at = after.projection(SIZE).forward(ground).unwrap();
            prop_assert!(at.distance(to) < 1e-3, "{at:?} for {to:?}");
        }

        #[test]
        fn a_zoom_keeps_the_ground_under_the_pointer(
            law in laws(), lon in -180.0..180.0, lat in -60.0..60.0, zoom in 3.5..7.0, steps in -0.5..2.0,
            x in 250.0..550.0, y in 200.0..400.0,
        ) {
            let before = camera(law, lon, lat, zoom);
            let around = Screen { x, y };
            let ground = before.projection(SIZE).inverse(around).unwrap();
            let at = before.zoomed(steps, around, SIZE).projection(SIZE).forward(ground).unwrap();
            prop_assert!(at.distance(around) < 1e-3, "{at:?} for {around:?}");
        }

        #[test]
        fn the_opening_view_has_every_city_in_any_box(
            law in laws(), width in 280.0..2560.0, height in 280.0..1440.0,
        ) {
            let size = Size { width, height };
            let view = Camera::framing(law, &CITIES, 48.0, size).projection(size);
            for city in CITIES {
                let at = view.forward(city).unwrap();
                prop_assert!(at.x > 40.0 && at.x < width - 40.0, "{at:?} in {size:?}");
                prop_assert!(at.y > 40.0 && at.y < height - 40.0, "{at:?} in {size:?}");
            }
        }

        #[test]
        fn no_drag_loses_the_globe(
            law in laws(), lon in -180.0..180.0, lat in -90.0..90.0, zoom in -3.0..15.0,
            a in -2000.0..2000.0, b in -2000.0..2000.0, c in -2000.0..2000.0, d in -2000.0..2000.0,
        ) {
            let after = camera(law, lon, lat, zoom).within_limits(SIZE)
                .dragged(Screen { x: a, y: b }, Screen { x: c, y: d }, SIZE);
            prop_assert!(LonLat::new(after.centre.lon, after.centre.lat).is_some());
            let least = match law {
                Law::Globe => 0.9 * 300.0,
                Law::Flat => 500.0 / law.reach(), // half the box's diagonal is on the map
            };
            prop_assert!(after.radius() >= least - 1e-9);
            prop_assert!(after.zoom <= NEAREST_ZOOM);
        }
    }

    #[test]
    fn of_no_places_the_whole_world_is_framed() {
        for law in [Law::Globe, Law::Flat] {
            let camera = Camera::framing(law, &[], 48.0, SIZE);
            assert!(camera.zoom < Camera::framing(law, &CITIES, 48.0, SIZE).zoom);
            let slid = camera.slid(-100.0, 0.0, SIZE).centre;
            assert!(slid.lon > camera.centre.lon, "{slid:?}");
        }
    }

    #[test]
    fn one_place_is_framed_as_near_as_the_camera_goes() {
        let camera = Camera::framing(Law::Globe, &CITIES[..1], 48.0, SIZE);
        assert!((camera.zoom - NEAREST_ZOOM).abs() < 1e-12);
        assert!(Unit::from(camera.centre).angle_to(CITIES[0].into()) < 1e-6);
    }
}
