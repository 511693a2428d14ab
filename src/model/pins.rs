//! Pins: where on the map each place's button stands, so that all can always be seen and pressed.
//!
//! A place out of the box, or behind the globe, has its pin at the edge on the side where it lies.
//! Pins that would lie on one another are moved apart.

use crate::geo::camera::Camera;
use crate::geo::{LonLat, Screen, Size, Unit};

/// Where one pin stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Where the pin is drawn.
    pub at: Screen,
    /// Whether it only shows the way, its place being out of sight.
    pub beyond: bool,
    /// Whether the name stands to the left of it, the right being taken.
    pub label_left: bool,
}

/// The least distance between two pins: the button's size and a little air.
const APART_PX: f64 = 34.0;
/// How far from the edge of the box a pin stays.
const INSET_PX: f64 = 22.0;
/// The room that a name takes beside its pin, across and up and down.
const LABEL_PX: (f64, f64) = (84.0, 30.0);
/// Rounds of moving apart; four pins in one heap need about ten.
const ROUNDS: usize = 40;

/// The spots for `places` in a box.
pub fn spots(places: &[LonLat], camera: Camera, size: Size) -> Vec<Spot> {
    let mut spots: Vec<Spot> = places
        .iter()
        .map(|&place| spot(place, camera, size))
        .collect();
    for _ in 0..ROUNDS {
        let mut moved = false;
        for one in 0..spots.len() {
            for other in one + 1..spots.len() {
                let [a, b] = [spots[one].at, spots[other].at];
                let gap = APART_PX - a.distance(b);
                if gap > 0.01 {
                    let (right, down) = direction(a, b);
                    let (x, y) = (right * gap / 2.0, down * gap / 2.0);
                    spots[one].at = inside(
                        Screen {
                            x: a.x - x,
                            y: a.y - y,
                        },
                        size,
                    );
                    spots[other].at = inside(
                        Screen {
                            x: b.x + x,
                            y: b.y + y,
                        },
                        size,
                    );
                    moved = true;
                }
            }
        }
        if !moved {
            break;
        }
    }
    for index in 0..spots.len() {
        spots[index].label_left =
            taken(&spots, index, 1.0, size) && !taken(&spots, index, -1.0, size);
    }
    spots
}

/// Whether a name to the right (1) or to the left (-1) of a pin would leave the box or lie on another pin.
fn taken(spots: &[Spot], index: usize, right: f64, size: Size) -> bool {
    let at = spots[index].at;
    let end = at.x + right * LABEL_PX.0;
    let on = |other: &Spot| {
        let across = right * (other.at.x - at.x);
        across > 0.0 && across < LABEL_PX.0 && (other.at.y - at.y).abs() < LABEL_PX.1
    };
    end < 0.0 || end > size.width || spots.iter().any(on)
}

fn spot(place: LonLat, camera: Camera, size: Size) -> Spot {
    let view = camera.projection(size);
    let facing = view.face(Unit::from(place));
    let at = view.place(facing);
    if facing.z > 0.0 && inside(at, size) == at {
        return Spot {
            at,
            beyond: false,
            label_left: false,
        };
    }
    // From the middle towards the place, up to the edge. Behind the globe, the farther round the
    // place lies the nearer its image comes to the middle again: only the direction counts.
    let middle = size.centre();
    let (right, down) = direction(middle, at);
    let reach = |half: f64, part: f64| (half - INSET_PX).max(0.0) / part.abs().max(1e-9);
    let far = reach(middle.x, right).min(reach(middle.y, down));
    Spot {
        at: Screen {
            x: middle.x + far * right,
            y: middle.y + far * down,
        },
        beyond: true,
        label_left: false,
    }
}

/// The unit vector from one point towards another; to the right when they are the same.
fn direction(from: Screen, to: Screen) -> (f64, f64) {
    let length = from.distance(to);
    if length < 1e-6 {
        (1.0, 0.0)
    } else {
        ((to.x - from.x) / length, (to.y - from.y) / length)
    }
}

fn inside(at: Screen, size: Size) -> Screen {
    let within = |value: f64, length: f64| {
        value.clamp(
            INSET_PX.min(length / 2.0),
            (length - INSET_PX).max(length / 2.0),
        )
    };
    Screen {
        x: within(at.x, size.width),
        y: within(at.y, size.height),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PLACES: [LonLat; 4] = [
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

    #[test]
    fn near_a_city_its_pin_is_on_it_and_the_others_show_the_way() {
        let camera = Camera {
            centre: PLACES[0],
            zoom: 6.0,
        };
        let spots = spots(&PLACES, camera, SIZE);
        assert!(spots[0].at.distance(SIZE.centre()) < 1e-9 && !spots[0].beyond);
        let seoul = spots[1];
        assert!(seoul.beyond && seoul.label_left);
        assert!(
            seoul.at.x > 700.0 && seoul.at.y < 300.0,
            "east by the great circle: {seoul:?}"
        );
    }

    proptest! {
        #[test]
        fn every_pin_is_in_the_box_and_on_no_other(
            lon in -180.0..180.0, lat in -90.0..90.0, zoom in 0.0..9.0,
            width in 280.0..2560.0, height in 280.0..1440.0,
        ) {
            let size = Size { width, height };
            let camera = Camera { centre: LonLat { lon, lat }, zoom }.within_limits(size);
            let spots = spots(&PLACES, camera, size);
            for (index, spot) in spots.iter().enumerate() {
                prop_assert!((20.0..=width - 20.0).contains(&spot.at.x), "{spot:?}");
                prop_assert!((20.0..=height - 20.0).contains(&spot.at.y), "{spot:?}");
                for other in &spots[index + 1..] {
                    prop_assert!(spot.at.distance(other.at) > 26.0, "{spot:?} on {other:?}");
                }
            }
        }
    }
}
