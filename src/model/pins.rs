//! Pins: where on the map each place's button stands, so that all can always be seen and pressed.
//!
//! A place out of the box, or behind the globe, has its pin at the edge on the side where it lies.
//! Pins that would lie on one another are moved apart.

use crate::geo::camera::Camera;
use crate::geo::room::Room;
use crate::geo::{LonLat, Screen, Size, Unit};

/// Where one pin stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Where the pin is drawn.
    pub at: Screen,
    /// Whether it only shows the way, its place being out of sight.
    pub beyond: bool,
    /// Where its name stands.
    pub label: Label,
}

/// The side of a pin on which its name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// The side that reads best.
    Right,
    /// Where the right is taken.
    Left,
    /// Where both sides are.
    Below,
    /// Where there is room nowhere else.
    Above,
    /// Nowhere: it shows only while the pin is pointed at or has the focus.
    Hidden,
}

impl Label {
    /// Every side, the best first.
    pub const ALL: [Self; 5] = [
        Self::Right,
        Self::Left,
        Self::Below,
        Self::Above,
        Self::Hidden,
    ];

    /// The room of a name on this side of a pin.
    fn room(self, pin: Screen) -> Room {
        let (across, down) = (LABEL_PX.0 / 2.0, LABEL_PX.1 / 2.0);
        let (right, below) = match self {
            Self::Right => (PIN_PX + across, 0.0),
            Self::Left => (-PIN_PX - across, 0.0),
            Self::Below => (0.0, PIN_PX + down),
            Self::Above => (0.0, -PIN_PX - down),
            Self::Hidden => (0.0, 0.0),
        };
        let middle = Screen {
            x: pin.x + right,
            y: pin.y + below,
        };
        Room::around(middle, across, down)
    }
}

impl Spot {
    /// What the pin and its name take up.
    pub fn rooms(&self) -> impl Iterator<Item = Room> {
        let name = (self.label != Label::Hidden).then(|| self.label.room(self.at));
        [Some(room_of_pin(self.at)), name].into_iter().flatten()
    }
}

fn room_of_pin(at: Screen) -> Room {
    Room::around(at, PIN_PX, PIN_PX)
}

/// The least distance between two pins: the button's size and a little air.
const APART_PX: f64 = 34.0;
/// How far from the edge of the box a pin stays.
const INSET_PX: f64 = 22.0;
/// Half a pin.
const PIN_PX: f64 = 16.0;
/// The room of a name, across and down.
const LABEL_PX: (f64, f64) = (64.0, 20.0);
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
    place_labels(&mut spots, size);
    spots
}

/// Gives each name the best side where it leaves the box on none, and lies on no pin and no other name.
fn place_labels(spots: &mut [Spot], size: Size) {
    let pins: Vec<Room> = spots.iter().map(|spot| room_of_pin(spot.at)).collect();
    let mut taken: Vec<Room> = Vec::new();
    for (index, spot) in spots.iter_mut().enumerate() {
        let others = || (0..pins.len()).filter(|&other| other != index);
        let is_free = |room: &Room| {
            room.is_in(size)
                && !others().any(|other| room.meets(&pins[other]))
                && !taken.iter().any(|label| room.meets(label))
        };
        let free = |label: &Label| *label == Label::Hidden || is_free(&label.room(spot.at));
        spot.label = Label::ALL.into_iter().find(free).unwrap_or(Label::Hidden);
        if spot.label != Label::Hidden {
            taken.push(spot.label.room(spot.at));
        }
    }
}

fn spot(place: LonLat, camera: Camera, size: Size) -> Spot {
    let view = camera.projection(size);
    let facing = view.face(Unit::from(place));
    let at = view.place(facing);
    if view.shows(facing) && inside(at, size) == at {
        return Spot {
            at,
            beyond: false,
            label: Label::Right,
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
        label: Label::Right,
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
    use crate::geo::projection::Law;
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
            law: Law::Globe,
        };
        let spots = spots(&PLACES, camera, SIZE);
        assert!(spots[0].at.distance(SIZE.centre()) < 1e-9 && !spots[0].beyond);
        let seoul = spots[1];
        assert!(seoul.beyond && seoul.label == Label::Left);
        assert!(
            seoul.at.x > 700.0 && seoul.at.y < 300.0,
            "east by the great circle: {seoul:?}"
        );
    }

    proptest! {
        #[test]
        fn every_pin_is_in_the_box_and_on_no_other(
            law in prop_oneof![Just(Law::Globe), Just(Law::Flat)],
            lon in -180.0..180.0, lat in -90.0..90.0, zoom in 0.0..9.0,
            width in 280.0..2560.0, height in 280.0..1440.0,
        ) {
            let size = Size { width, height };
            let camera = Camera { centre: LonLat { lon, lat }, zoom, law }.within_limits(size);
            let spots = spots(&PLACES, camera, size);
            for (index, spot) in spots.iter().enumerate() {
                prop_assert!((20.0..=width - 20.0).contains(&spot.at.x), "{spot:?}");
                prop_assert!((20.0..=height - 20.0).contains(&spot.at.y), "{spot:?}");
                for other in &spots[index + 1..] {
                    prop_assert!(spot.at.distance(other.at) > 26.0, "{spot:?} on {other:?}");
                }
                if spot.label == Label::Hidden {
                    continue;
                }
                let name = spot.label.room(spot.at);
                prop_assert!(name.is_in(size), "{spot:?}");
                for (other, beside) in spots.iter().enumerate().filter(|&(other, _)| other != index) {
                    prop_assert!(!name.meets(&room_of_pin(beside.at)), "{index} on {other}");
                    let named = beside.label != Label::Hidden;
                    prop_assert!(!named || !name.meets(&beside.label.room(beside.at)), "{index} on {other}");
                }
            }
        }
    }
}
