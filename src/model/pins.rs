//! Pins: where on the map each button stands, so that all can always be seen and pressed.
//!
//! A place out of the box, or behind the globe, has its pin at the edge on the side where it lies.
//! Places that would lie on one another share a button: see [`super::cluster`].

use super::cluster::{self, APART_PX, ROOMY_PX};
use crate::digits::digits;
use crate::geo::camera::Camera;
use crate::geo::room::Room;
use crate::geo::{LonLat, Screen, Size, Unit};

/// Where one place is to be seen, or where one must look for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stand {
    /// The point of the box.
    pub at: Screen,
    /// Whether it only shows the way, its place being out of sight.
    pub beyond: bool,
}

/// Where one button stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Where the button is drawn, and whether it only shows the way.
    pub stand: Stand,
    /// Whether it has room for its full size.
    pub roomy: bool,
    /// Where its name stands.
    pub label: Label,
    /// Whether there is room for the name that its people give it too.
    pub local: bool,
}

/// How wide a button's name is, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Caption {
    /// The name in the reader's language.
    pub name: f64,
    /// What the name that its people give it adds; nothing where they are the same.
    pub local: f64,
}

/// The buttons of a frame. They keep their memory from one frame to the next.
#[derive(Debug, Default)]
pub struct Buttons {
    /// Where each place is to be seen.
    stands: Vec<Stand>,
    /// For each place, the one at whose button it is.
    pub heads: Vec<usize>,
    /// Where each button stands and how wide its name is, in the order of the places that head them.
    at: Vec<Stand>,
    captions: Vec<Caption>,
    /// The same, with what there is room for.
    pub spots: Vec<Spot>,
    /// What the buttons and names take up.
    pub rooms: Vec<Room>,
}

impl Buttons {
    /// Places them: `rank` is the order in which places head a button, `captions` measure the places' names,
    /// `crossed` tells which rooms the chosen event's way runs through.
    pub fn place(
        &mut self,
        (places, rank, captions): (&[LonLat], &[usize], &[Caption]),
        camera: Camera,
        size: Size,
        crossed: &dyn Fn(&Room) -> bool,
    ) {
        self.stands.clear();
        self.stands.extend(seen(places, camera, size));
        cluster::heads(&self.stands, rank, &mut self.heads);
        self.at.clear();
        self.captions.clear();
        for (place, &stand) in self.stands.iter().enumerate() {
            let places = self.heads.iter().filter(|&&head| head == place).count();
            if places > 0 {
                self.at.push(stand);
                self.captions.push(captions[place].of(places));
            }
        }
        let into = (&mut self.spots, &mut self.rooms);
        spots(&self.at, &self.captions, size, crossed, into);
    }
}

impl Caption {
    /// The caption of a button for so many places: it says how many more there are, and no local name.
    fn of(self, places: usize) -> Self {
        if places == 1 {
            return self;
        }
        Self {
            name: self.name + MORE_PX,
            local: 0.0,
        }
    }
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

impl Stand {
    /// The edge of the box that it is nearest to, as the stylesheet calls it: a pin that shows the way
    /// points over that.
    pub fn edge(&self, size: Size) -> &'static str {
        let middle = size.centre();
        let (right, down) = (self.at.x - middle.x, self.at.y - middle.y);
        if middle.x - right.abs() < middle.y - down.abs() {
            if right < 0.0 { "west" } else { "east" }
        } else if down < 0.0 {
            "north"
        } else {
            "south"
        }
    }
}

impl Label {
    /// Every side, the best first.
    const SIDES: [Self; 4] = [Self::Right, Self::Left, Self::Below, Self::Above];

    /// The room of a name of this width on this side of a pin.
    fn room(self, pin: Screen, half_pin: f64, width: f64) -> Room {
        let (across, down) = (width / 2.0, HALF_LINE_PX);
        let (right, below) = match self {
            Self::Right => (half_pin + across, 0.0),
            Self::Left => (-half_pin - across, 0.0),
            Self::Below => (0.0, half_pin + down),
            Self::Above => (0.0, -half_pin - down),
            Self::Hidden => (0.0, 0.0),
        };
        let middle = Screen {
            x: pin.x + right,
            y: pin.y + below,
        };
        Room::around(middle, across, down)
    }
}

/// The size of a button that has room. A page of touch screens would like more; more would hide the map.
const FULL_PX: f64 = 32.0;
/// How far from the edge of the box a pin stays that shows the way.
const DOCK_PX: f64 = 18.0;
/// How far from the edge a place must be to be in sight: so that no pin there overlaps one that shows
/// the way to another place.
const SIGHT_PX: f64 = DOCK_PX + APART_PX;
/// Half the height of a name.
const HALF_LINE_PX: f64 = 10.0;
/// How much `+2` adds to a name.
const MORE_PX: f64 = 26.0;

/// Where each of `places` is to be seen in a box.
pub fn stands(places: &[LonLat], camera: Camera, size: Size) -> Vec<Stand> {
    seen(places, camera, size).collect()
}

fn seen(places: &[LonLat], camera: Camera, size: Size) -> impl Iterator<Item = Stand> {
    places.iter().map(move |&place| stand(place, camera, size))
}

/// The spots for buttons at `stands`, with the names that `captions` measure; and the rooms that buttons
/// and names take up. `crossed` tells which rooms the chosen event's way runs through.
pub fn spots(
    stands: &[Stand],
    captions: &[Caption],
    size: Size,
    crossed: &dyn Fn(&Room) -> bool,
    (spots, rooms): (&mut Vec<Spot>, &mut Vec<Room>),
) {
    let count = stands.len();
    let half = |is_alone| {
        if is_alone {
            FULL_PX / 2.0
        } else {
            APART_PX / 2.0
        }
    };
    spots.clear();
    // First all buttons, then all names: one without a name counts its button twice.
    rooms.clear();
    for (index, &stand) in stands.iter().enumerate() {
        let far = |other: usize| other == index || stand.at.distance(stands[other].at) >= ROOMY_PX;
        let is_alone = (0..count).all(far);
        rooms.push(Room::around(stand.at, half(is_alone), half(is_alone)));
        spots.push(Spot {
            stand,
            roomy: is_alone,
            label: Label::Hidden,
            local: false,
        });
    }
    rooms.extend_from_within(..);
    // Each name on the best side where it leaves the box on none, and lies on no pin, no other name, and not
    // on the way; then, where there is no such side, on the way; then the local names where there is room left.
    for (local, on_way) in [(false, false), (false, true), (true, false)] {
        for index in 0..count {
            let (spot, caption) = (&mut spots[index], captions[index]);
            let width = caption.name + if local { caption.local } else { 0.0 };
            for side in Label::SIDES {
                let is_offered = if local {
                    spot.label == side && caption.local > 0.0
                } else {
                    spot.label == Label::Hidden
                };
                let room = side.room(spot.stand.at, half(spot.roomy), width);
                let free = |other: usize| other % count == index || !room.meets(&rooms[other]);
                let is_clear = on_way || !crossed(&room);
                if is_offered && is_clear && room.is_in(size) && (0..2 * count).all(free) {
                    spot.label = side;
                    spot.local = local;
                    rooms[count + index] = room;
                }
            }
        }
    }
}

fn stand(place: LonLat, camera: Camera, size: Size) -> Stand {
    let view = camera.projection(size);
    let facing = view.face(Unit::from(place));
    let at = view.place(facing);
    let middle = size.centre();
    let in_sight = |at: f64, middle: f64| (at - middle).abs() <= middle - SIGHT_PX;
    if view.shows(facing) && in_sight(at.x, middle.x) && in_sight(at.y, middle.y) {
        return Stand { at, beyond: false };
    }
    // From the middle towards the place, up to the edge. Behind the globe, the farther round the
    // place lies the nearer its image comes to the middle again: only the direction counts.
    let (right, down) = direction(middle, at);
    let reach = |half: f64, part: f64| (half - DOCK_PX).max(0.0) / part.abs().max(1e-9);
    let far = reach(middle.x, right).min(reach(middle.y, down));
    Stand {
        at: Screen {
            x: middle.x + far * right,
            y: middle.y + far * down,
        },
        beyond: true,
    }
}

/// The numbers of places in order, by which paper ties events to pins: from 1, with a space after each.
pub fn numbers(places: &[usize]) -> String {
    let mut numbers = String::new();
    for place in 0..=places.iter().copied().max().unwrap_or(0) {
        if places.contains(&place) {
            numbers.push_str(&digits(place + 1));
            numbers.push(' ');
        }
    }
    numbers
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::projection::Law;
    use crate::model::cluster::groups;
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

    const NAME: Caption = Caption {
        name: 60.0,
        local: 40.0,
    };

    fn spots_of(places: &[LonLat], camera: Camera, size: Size) -> Vec<Spot> {
        spots_at(&stands(places, camera, size), size, &|_| false).0
    }

    fn spots_at(
        stands: &[Stand],
        size: Size,
        crossed: &dyn Fn(&Room) -> bool,
    ) -> (Vec<Spot>, Vec<Room>) {
        let mut into = (Vec::new(), Vec::new());
        let captions = vec![NAME; stands.len()];
        spots(stands, &captions, size, crossed, (&mut into.0, &mut into.1));
        into
    }

    #[test]
    fn a_pin_that_shows_the_way_points_over_the_edge_that_it_stands_at() {
        for (centre, edge) in [
            (
                LonLat {
                    lon: 90.0,
                    lat: 20.0,
                },
                "north",
            ),
            (
                LonLat {
                    lon: 30.0,
                    lat: 38.0,
                },
                "east",
            ),
            (
                LonLat {
                    lon: 70.0,
                    lat: 40.0,
                },
                "west",
            ),
            (
                LonLat {
                    lon: 50.0,
                    lat: 60.0,
                },
                "south",
            ),
        ] {
            let camera = Camera {
                centre,
                zoom: 6.0,
                law: Law::Globe,
            };
            let baku = stands(&PLACES[..1], camera, SIZE)[0];
            assert!(baku.beyond);
            assert_eq!(baku.edge(SIZE), edge, "{baku:?}");
        }
    }

    #[test]
    fn a_name_stands_where_the_way_does_not_run_through_it() {
        let at = Screen { x: 400.0, y: 300.0 };
        let stand = [Stand { at, beyond: false }];
        let named = |crossed: &dyn Fn(&Room) -> bool| {
            let spot = spots_at(&stand, SIZE, crossed).0[0];
            (spot.label, spot.local)
        };
        let east = |x: f64| move |room: &Room| room.is_crossed(at, Screen { x, ..at });
        assert_eq!(named(&|_| false), (Label::Right, true));
        assert_eq!(named(&east(700.0)), (Label::Left, true));
        assert_eq!(named(&east(100.0)), (Label::Right, true));
        // Where it runs through all, a name on it is better than none.
        assert_eq!(named(&|_| true), (Label::Right, false));
    }

    #[test]
    fn near_a_city_its_pin_is_on_it_and_the_others_show_the_way() {
        let camera = Camera {
            centre: PLACES[0],
            zoom: 6.0,
            law: Law::Globe,
        };
        let spots = spots_of(&PLACES, camera, SIZE);
        let [baku, seoul] = [spots[0], spots[1]];
        assert!(baku.stand.at.distance(SIZE.centre()) < 1e-9 && !baku.stand.beyond);
        assert!(baku.roomy && baku.local && baku.label == Label::Right);
        assert!(seoul.stand.beyond && seoul.label == Label::Left);
        assert!(
            seoul.stand.at.x > 700.0 && seoul.stand.at.y < 300.0,
            "east by the great circle: {seoul:?}"
        );
    }

    #[test]
    fn in_a_crowd_the_local_name_goes_first_then_the_name_then_the_size() {
        let stand = |x, y| Stand {
            at: Screen { x, y },
            beyond: false,
        };
        let spots = |stands: &[Stand]| spots_at(stands, SIZE, &|_| false).0;
        let apart = spots(&[stand(200.0, 200.0), stand(300.0, 200.0)]);
        assert_eq!((apart[0].label, apart[0].local), (Label::Right, false));
        assert_eq!((apart[1].label, apart[1].local), (Label::Right, true));
        assert!(apart[0].roomy);
        let beside = spots(&[stand(200.0, 200.0), stand(230.0, 200.0)]);
        assert_eq!(beside[0].label, Label::Left);
        assert!(!beside[0].roomy && !beside[1].roomy);
        let cross = [
            (0.0, 0.0),
            (40.0, 0.0),
            (-40.0, 0.0),
            (0.0, 35.0),
            (0.0, -35.0),
        ];
        let cross = cross.map(|(x, y)| stand(400.0 + x, 300.0 + y));
        let amid = spots(&cross);
        assert_eq!(amid[0].label, Label::Hidden);
        assert!(!amid[0].local && amid[0].roomy);
    }

    #[test]
    fn places_are_numbered_from_one_in_the_order_of_the_story() {
        assert_eq!(numbers(&[3, 0, 11]), "1 4 12 ");
        assert_eq!(numbers(&[]), "");
    }

    proptest! {
        #[test]
        fn every_pin_and_name_is_in_the_box_and_none_lies_on_another(
            law in prop_oneof![Just(Law::Globe), Just(Law::Flat)],
            lon in -180.0..180.0, lat in -90.0..90.0, zoom in 0.0..9.0,
            width in 280.0..2560.0, height in 280.0..1440.0,
        ) {
            let size = Size { width, height };
            let camera = Camera { centre: LonLat { lon, lat }, zoom, law }.within_limits(size);
            let mut buttons = Buttons::default();
            buttons.place((&PLACES, &[0, 1, 2, 3], &[NAME; 4]), camera, size, &|_| false);
            let Buttons { heads, spots, rooms, .. } = buttons;
            let groups = groups(&stands(&PLACES, camera, size), &[0, 1, 2, 3]);
            prop_assert!(cluster::are_of(&groups, &heads));
            let count = groups.len();
            prop_assert_eq!(spots.len(), count);
            let half = |spot: &Spot| if spot.roomy { 16.0 } else { 12.5 };
            for (index, spot) in spots.iter().enumerate() {
                prop_assert!(rooms[index].is_in(size) && rooms[count + index].is_in(size), "{spot:?}");
                for other in 0..count {
                    if other == index {
                        continue;
                    }
                    let gap = spot.stand.at.distance(spots[other].stand.at);
                    prop_assert!(gap - half(spot) - half(&spots[other]) > -1e-6, "{spot:?}");
                    if spot.label != Label::Hidden {
                        let name = rooms[count + index];
                        prop_assert!(!name.meets(&rooms[other]), "{spot:?}");
                        prop_assert!(!name.meets(&rooms[count + other]), "{spot:?}");
                    }
                }
            }
        }
    }
}
