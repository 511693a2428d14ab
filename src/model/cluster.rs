//! Cluster: places whose pins would lie on one another, gathered under one button, and where they part.

use super::frame::Pin;
use super::pins::{Stand, stands};
use crate::geo::camera::Camera;
use crate::geo::growth::log2;
use crate::geo::projection::Law;
use crate::geo::{LonLat, Size};
use crate::locale::Phrases;

/// The least distance between two buttons' middles: the size of the smallest button, in pixels. A finger
/// needs 24, which a transform may take for a little less.
pub const APART_PX: f64 = 25.0;
/// From this distance on they are drawn at full size, and are told apart with ease.
pub const ROOMY_PX: f64 = 34.0;

/// How far apart they are in the view that parts them: room for a name between.
const AMPLE_PX: f64 = 72.0;

/// The places under each button of the map, as indexes into the story's. The first of a group is the
/// place the button stands at; groups are in the order of those.
pub type Groups = Vec<Vec<usize>>;

/// The places in the order in which they head a group, whatever is asked for: those with most events first,
/// then by their order in the story.
pub fn rank(pins: &[Pin]) -> Vec<usize> {
    let mut rank: Vec<usize> = Vec::new();
    for (place, pin) in pins.iter().enumerate() {
        let has_fewer = |&other: &usize| pins[other].all < pin.all;
        let at = rank.iter().position(has_fewer).unwrap_or(rank.len());
        rank.insert(at, place);
    }
    rank
}

/// Tells for each place at whose button it is: each that lies on none before it in `rank` heads a group,
/// and each other joins the nearest of those. So no two buttons overlap, and no place strays from its own by
/// more than a button, as it would if groups were chained.
pub fn heads(stands: &[Stand], rank: &[usize], heads: &mut Vec<usize>) {
    let nobody = stands.len();
    heads.clear();
    heads.resize(stands.len(), nobody);
    for joining in [false, true] {
        for &place in rank {
            let near = nearest_head(heads, stands, place);
            if near.is_some() == joining && heads[place] == nobody {
                heads[place] = near.unwrap_or(place);
            }
        }
    }
}

/// Gathers the places at these stands.
pub fn groups(stands: &[Stand], rank: &[usize]) -> Groups {
    let mut found = Vec::new();
    heads(stands, rank, &mut found);
    groups_of(&found, rank)
}

/// The places under each button, from the head of each.
pub fn groups_of(heads: &[usize], rank: &[usize]) -> Groups {
    let mut groups: Groups = vec![Vec::new(); heads.len()];
    for leading in [true, false] {
        for &place in rank {
            if (heads[place] == place) == leading {
                groups[heads[place]].push(place);
            }
        }
    }
    groups.retain(|group| !group.is_empty());
    groups
}

/// Whether the groups are those of these heads.
pub fn are_of(groups: &Groups, heads: &[usize]) -> bool {
    let is_of = |group: &Vec<usize>| group.iter().all(|&place| heads[place] == group[0]);
    groups.iter().map(Vec::len).sum::<usize>() == heads.len() && groups.iter().all(is_of)
}

/// The head of a group that a place lies on; the nearest, if there are several.
fn nearest_head(heads: &[usize], stands: &[Stand], place: usize) -> Option<usize> {
    let mut nearest = (None, APART_PX);
    for head in 0..stands.len() {
        let [a, b] = [stands[head], stands[place]];
        let distance = a.at.distance(b.at);
        // One in sight and one that only shows the way are different things: see `pins::stand`.
        if heads[head] == head && a.beyond == b.beyond && distance < nearest.1 {
            nearest = (Some(head), distance);
        }
    }
    nearest.0
}

/// The view in which places under one button part: the farthest in which each has ample room, and no
/// farther than a city in its country; `None` when they lie on one another even in the nearest.
pub fn parting(places: &[LonLat], law: Law, margin: f64, size: Size) -> Option<Camera> {
    let nearest = Camera::framing(law, places, margin, size);
    let stands = stands(places, nearest, size);
    let (mut closest, mut widest) = (f64::INFINITY, 0.0_f64);
    for (index, one) in stands.iter().enumerate() {
        for other in &stands[..index] {
            let distance = one.at.distance(other.at);
            closest = closest.min(distance);
            widest = widest.max(distance);
        }
    }
    // About one centre distances grow with the scale, so the zoom for a distance is known.
    let zoom = nearest.zoom - log2(closest / AMPLE_PX);
    let zoom = zoom.max(nearest.no_nearer().zoom).min(nearest.zoom);
    (widest >= APART_PX).then_some(Camera { zoom, ..nearest })
}

/// What the button of a group says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sign {
    /// The accessible name.
    pub name: String,
    /// How many different events are counted at its places.
    pub count: usize,
    /// Whether one of its places is the chosen one.
    pub pressed: bool,
}

/// What the button of a group says, a lone place's too.
pub fn sign(group: &[usize], pins: &[Pin], phrases: &Phrases) -> Sign {
    let [only] = group else {
        return gathered(group, pins, phrases);
    };
    let pin = &pins[*only];
    Sign {
        name: pin.name.clone(),
        count: pin.events.len(),
        pressed: pin.pressed,
    }
}

fn gathered(group: &[usize], pins: &[Pin], phrases: &Phrases) -> Sign {
    let mut members: Vec<&Pin> = Vec::new();
    let mut count = 0;
    let mut pressed = false;
    for pin in group.iter().map(|&place| &pins[place]) {
        let is_new = |event: &&usize| members.iter().all(|other| !other.events.contains(event));
        count += pin.events.iter().filter(is_new).count();
        pressed |= pin.pressed;
        let events = |pin: &Pin| pin.events.len();
        let comes_later = |other: &&Pin| {
            events(other) < events(pin)
                || events(other) == events(pin) && other.label.text > pin.label.text
        };
        let at = members.iter().position(comes_later);
        members.insert(at.unwrap_or(members.len()), pin);
    }
    let names: Vec<&str> = members.iter().map(|pin| pin.label.text.as_str()).collect();
    Sign {
        name: phrases.cluster(&names, count),
        count,
        pressed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::Screen;
    use crate::locale::phrases;
    use crate::model::card::Said;
    use crate::story::Lang;
    use proptest::prelude::*;

    const SIZE: Size = Size {
        width: 800.0,
        height: 600.0,
    };
    /// Baku, Seoul, Sheki, Ganja.
    const PLACES: [LonLat; 4] = [
        at(49.8671, 40.4093),
        at(126.978, 37.5665),
        at(47.1706, 41.1919),
        at(46.3606, 40.6828),
    ];

    const fn at(lon: f64, lat: f64) -> LonLat {
        LonLat { lon, lat }
    }

    fn seen(places: &[LonLat], camera: Camera) -> Groups {
        let all: Vec<usize> = (0..places.len()).collect();
        groups(&stands(places, camera, SIZE), &all)
    }

    fn pin(label: &str, events: &[usize], pressed: bool) -> Pin {
        Pin {
            id: label.to_lowercase(),
            name: format!("{label}, {} events", events.len()),
            label: Said {
                text: label.to_owned(),
                lang: None,
            },
            local: None,
            events: events.to_vec(),
            all: events.len(),
            pressed,
            at: PLACES[0],
        }
    }

    #[test]
    fn a_cluster_names_its_places_by_their_events_and_counts_each_event_once() {
        let pins = [
            pin("Sheki", &[1, 2], false),
            pin("Seoul", &[8], false),
            pin("Baku", &[1, 2, 3, 4], false),
            pin("Ganja", &[3, 5], true),
        ];
        let sign = sign(&[2, 0, 3], &pins, phrases(Lang::En));
        assert_eq!(sign.name, "3 places, 5 events: Baku, Ganja, Sheki");
        assert_eq!((sign.count, sign.pressed), (5, true));
        let alone = super::sign(&[1], &pins, phrases(Lang::En));
        assert_eq!(alone.name, "Seoul, 1 events");
        assert!(!alone.pressed);
    }

    #[test]
    fn the_first_in_rank_heads_its_group_and_gathers_only_what_lies_on_it() {
        let stand = |x| Stand {
            at: Screen { x, y: 0.0 },
            beyond: false,
        };
        let stands = [stand(0.0), stand(20.0), stand(40.0)];
        assert_eq!(groups(&stands, &[1, 0, 2]), [[1, 0, 2]]);
        assert_eq!(groups(&stands, &[0, 1, 2]), [vec![0, 1], vec![2]]);
        let uneven = [stand(0.0), stand(20.0), stand(30.0)];
        assert_eq!(
            groups(&uneven, &[0, 2, 1]),
            [vec![0], vec![2, 1]],
            "the nearest"
        );
    }

    #[test]
    fn groups_are_of_their_own_heads_alone() {
        let parted = vec![vec![0, 2], vec![1]];
        assert!(are_of(&parted, &[0, 1, 0]));
        for heads in [&[0, 1, 2][..], &[0, 0, 0], &[0, 1], &[0, 1, 1]] {
            assert!(!are_of(&parted, heads), "{heads:?}");
        }
        assert!(!are_of(&Vec::new(), &[0]) && are_of(&Vec::new(), &[]));
    }

    #[test]
    fn from_afar_a_country_is_one_button_and_from_near_each_of_its_places_has_its_own() {
        let far = Camera {
            centre: at(88.0, 45.0),
            zoom: 1.5,
            law: Law::Globe,
        };
        assert_eq!(seen(&PLACES, far), [vec![0, 2, 3], vec![1]]);
        let azerbaijan = [PLACES[0], PLACES[2], PLACES[3]];
        for width in [280.0, 800.0, 2000.0] {
            let size = Size { width, ..SIZE };
            let near = parting(&azerbaijan, Law::Globe, 48.0, size).unwrap();
            let stands = stands(&azerbaijan, near, size);
            let apart = |a: usize, b: usize| stands[a].at.distance(stands[b].at);
            let closest = apart(0, 1).min(apart(0, 2)).min(apart(1, 2));
            assert!(
                closest > 0.99 * AMPLE_PX.min(width / 6.0),
                "{closest} in {width}"
            );
            assert!(
                near.zoom < 7.0 + 1e-9,
                "the country stays in view: {}",
                near.zoom
            );
            assert!(stands.iter().all(|stand| !stand.beyond));
        }
    }

    #[test]
    fn places_far_apart_part_no_nearer_than_needed() {
        let both = parting(&PLACES[..2], Law::Globe, 48.0, SIZE).unwrap();
        assert_eq!(both, Camera::framing(Law::Globe, &PLACES[..2], 48.0, SIZE));
        let apart = [at(49.0, 40.0), at(53.0, 40.0)];
        let camera = parting(&apart, Law::Globe, 48.0, SIZE).unwrap();
        assert_eq!(camera, camera.no_nearer());
    }

    #[test]
    fn places_on_one_spot_never_part() {
        let spot = [PLACES[0], at(49.87, 40.41)];
        assert_eq!(parting(&spot, Law::Globe, 48.0, SIZE), None);
        assert_eq!(parting(&[PLACES[0]; 2], Law::Flat, 48.0, SIZE), None);
    }

    proptest! {
        #[test]
        fn every_place_is_under_one_button_and_no_two_buttons_overlap(
            law in prop_oneof![Just(Law::Globe), Just(Law::Flat)],
            lon in -180.0..180.0, lat in -90.0..90.0, zoom in 0.0..9.0,
            width in 280.0..2560.0, height in 280.0..1440.0,
            places in proptest::collection::vec((-180.0..180.0, -90.0..90.0), 1..40),
        ) {
            let size = Size { width, height };
            let places: Vec<LonLat> = places.into_iter().map(|(lon, lat)| at(lon, lat)).collect();
            let camera = Camera { centre: at(lon, lat), zoom, law }.within_limits(size);
            let stands = stands(&places, camera, size);
            let all: Vec<usize> = (0..places.len()).collect();
            let groups = groups(&stands, &all);
            let mut found = Vec::new();
            heads(&stands, &all, &mut found);
            prop_assert!(are_of(&groups, &found));
            let mut members: Vec<usize> = groups.iter().flatten().copied().collect();
            members.sort_unstable();
            prop_assert_eq!(members, all);
            for (index, group) in groups.iter().enumerate() {
                let at = stands[group[0]].at;
                for other in &groups[index + 1..] {
                    prop_assert!(at.distance(stands[other[0]].at) >= APART_PX - 1e-6);
                }
                prop_assert!(index == 0 || groups[index - 1][0] < group[0]);
                for &member in group {
                    prop_assert!(at.distance(stands[member].at) < APART_PX);
                }
            }
        }

        /// Of three, the second may leave the first and then catch the third: only pairs are certain.
        #[test]
        fn zooming_in_never_gathers_two_places_that_were_apart(
            law in prop_oneof![Just(Law::Globe), Just(Law::Flat)],
            lon in -4.0..4.0, lat in -4.0..4.0, zoom in 2.0..6.0, steps in 0.0..3.0,
        ) {
            let places = [at(50.0, 40.0), at(50.0 + lon, 40.0 + lat)];
            let far = Camera { centre: at(50.5, 40.5), zoom, law };
            let near = Camera { zoom: zoom + steps, ..far };
            let in_sight = stands(&places, near, SIZE).iter().all(|stand| !stand.beyond);
            if in_sight && seen(&places, far).len() == 2 {
                prop_assert_eq!(seen(&places, near).len(), 2);
            }
        }
    }
}
