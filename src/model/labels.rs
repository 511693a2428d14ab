//! Labels: the names of countries and seas, each where it lies, none on another, on a pin or on the way.

use crate::geo::basemap::{Country, Level};
use crate::geo::camera::Camera;
use crate::geo::room::Room;
use crate::geo::{LonLat, Screen, Size, Unit};
use crate::locale::atlas;
use crate::locale::capitals::capitals;
use crate::locale::{Phrases, Sea};

/// A name and where it belongs.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// The words; of a country in capitals.
    pub text: String,
    /// What it names.
    pub kind: Kind,
    /// Where it may stand, best first: the middle of what it names, then elsewhere within.
    spots: Vec<Unit>,
    /// About half the width of what it names, in radians.
    reach: f64,
    /// Half the width of the words in pixels.
    half_width: f64,
}

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A country.
    Country,
    /// A country of the story's places, named before all others.
    StoryCountry,
    /// A sea.
    Sea,
}

impl Kind {
    /// Every kind, in the order declared.
    pub const ALL: [Self; 3] = [Self::Country, Self::StoryCountry, Self::Sea];
}

/// Where the seas are, and about half their width in degrees.
const SEAS: [(Sea, LonLat, f64); 18] = [
    (Sea::EastOfKorea, at(134.6, 40.3), 5.5),
    (Sea::Caspian, at(50.8, 42.2), 2.8),
    (Sea::Black, at(34.5, 43.1), 4.5),
    (Sea::Yellow, at(123.4, 36.2), 2.6),
    (Sea::NorthPacific, at(170.0, 32.0), 20.0),
    (Sea::Indian, at(78.0, -12.0), 18.0),
    (Sea::NorthAtlantic, at(-38.0, 35.0), 18.0),
    (Sea::Arctic, at(60.0, 85.5), 9.0),
    (Sea::Arabian, at(64.0, 16.0), 7.0),
    (Sea::Bengal, at(88.5, 14.5), 5.5),
    (Sea::Mediterranean, at(18.5, 34.6), 7.0),
    (Sea::SouthChina, at(114.5, 14.5), 5.5),
    (Sea::EastChina, at(125.3, 29.0), 3.5),
    (Sea::Okhotsk, at(149.5, 54.5), 6.0),
    (Sea::Barents, at(40.0, 74.5), 6.0),
    (Sea::Red, at(38.2, 20.5), 2.2),
    (Sea::Baltic, at(19.6, 57.6), 2.2),
    (Sea::North, at(3.0, 56.5), 3.0),
];

const fn at(lon: f64, lat: f64) -> LonLat {
    LonLat { lon, lat }
}

/// Half the height of a name's line in pixels.
const HALF_LINE_PX: f64 = 9.0;
/// A name may be this much wider than what it names.
const STRETCH: f64 = 1.15;
/// The name of a story's country may be this much wider: it is what the reader looks for.
const STORY_STRETCH: f64 = 2.5;
/// Beside the middle there is that much less of the width.
const ASIDE: f64 = 0.5;
/// How far from the edge of the globe a name stays: the cosine of its angle from the middle.
const HORIZON: f64 = 0.25;

/// The names of a level's countries and of the seas, in the order of importance. `width` tells how
/// many pixels wide words are; `story` has the codes of the countries of the story's places.
pub fn names(
    level: &Level,
    phrases: &Phrases,
    story: &[&str],
    width: impl Fn(&str, Kind) -> f64,
) -> Vec<Name> {
    let mut names = Vec::new();
    for country in &level.countries {
        let code = country.code.unwrap_or_default();
        let code = std::str::from_utf8(&code).unwrap_or_default();
        let Some(text) = atlas::country(phrases.lang, code) else {
            continue;
        };
        let kind = if story.contains(&code) {
            Kind::StoryCountry
        } else {
            Kind::Country
        };
        let (corners, middle, reach) = largest(level, country);
        let text = capitals(phrases.lang, text);
        names.push(Name {
            kind,
            spots: spots(&corners, middle, reach),
            reach,
            half_width: width(&text, kind) / 2.0,
            text,
        });
    }
    for (sea, at, degrees) in SEAS {
        let text = phrases.seas[sea as usize];
        names.push(Name {
            text: text.to_owned(),
            kind: Kind::Sea,
            spots: vec![at.into()],
            reach: degrees.to_radians(),
            half_width: width(text, Kind::Sea) / 2.0,
        });
    }
    // The story's own countries first, then the larger before the smaller.
    let is_other = |name: &Name| name.kind != Kind::StoryCountry;
    names.sort_by(|a, b| {
        let by_story = is_other(a).cmp(&is_other(b));
        by_story.then(b.reach.total_cmp(&a.reach))
    });
    names
}

/// A country's largest part: its corners, its middle, and the radius of a disc of its size.
///
/// The cross products of a ring's neighbouring corners add up to twice its area as a vector, which
/// stands upright on the middle of the area.
fn largest(level: &Level, country: &Country) -> (Vec<Unit>, Unit, f64) {
    let mut largest = (Vec::new(), unit(0.0, 0.0, 1.0), 0.0);
    for polygon in &country.polygons {
        let Some(ring) = polygon.rings.first() else {
            continue;
        };
        let mut sum = unit(0.0, 0.0, 0.0);
        let corners: Vec<Unit> = level.ring_points(ring).collect();
        for (index, a) in corners.iter().enumerate() {
            let b = &corners[(index + 1) % corners.len()];
            sum.x += a.y * b.z - a.z * b.y;
            sum.y += a.z * b.x - a.x * b.z;
            sum.z += a.x * b.y - a.y * b.x;
        }
        let length = sum.dot(sum).sqrt();
        if length > largest.2 {
            let at = unit(sum.x / length, sum.y / length, sum.z / length);
            largest = (corners, at, length);
        }
    }
    let area = largest.2 / 2.0;
    (largest.0, largest.1, (area / std::f64::consts::PI).sqrt())
}

const fn unit(x: f64, y: f64, z: f64) -> Unit {
    Unit { x, y, z }
}

/// The middle, then what lies within the outline of two rings of eight points around it, so that a
/// country seen in part, or with a pin on its middle, can have its name elsewhere.
///
/// All is laid out in the plane that touches the globe in the middle, east and north of it.
fn spots(corners: &[Unit], middle: Unit, reach: f64) -> Vec<Unit> {
    let across = middle.x.hypot(middle.y);
    let mut spots = vec![middle];
    if across == 0.0 {
        return spots; // a pole has no east
    }
    let east = unit(-middle.y / across, middle.x / across, 0.0);
    let north = unit(
        -middle.z * middle.x / across,
        -middle.z * middle.y / across,
        across,
    );
    let outline: Vec<[f64; 2]> = (corners.iter())
        .filter(|corner| corner.dot(middle) > 0.0)
        .map(|corner| [corner.dot(east), corner.dot(north)])
        .collect();
    for ring in [0.45, 0.9] {
        for [x, y] in AROUND {
            let [x, y] = [x * ring * reach, y * ring * reach];
            if encloses(&outline, x, y) {
                let up = (1.0 - x * x - y * y).max(0.0).sqrt();
                spots.push(unit(
                    up * middle.x + x * east.x + y * north.x,
                    up * middle.y + x * east.y + y * north.y,
                    up * middle.z + y * north.z,
                ));
            }
        }
    }
    spots
}

/// South and north before the sides, where the words have more room; then the corners.
const AROUND: [[f64; 2]; 8] = [
    [0.0, -1.0],
    [0.0, 1.0],
    [-1.0, 0.0],
    [1.0, 0.0],
    [-0.7, -0.7],
    [0.7, -0.7],
    [-0.7, 0.7],
    [0.7, 0.7],
];

/// Whether a point lies within an outline: an odd number of its edges pass to the right of it.
fn encloses(outline: &[[f64; 2]], x: f64, y: f64) -> bool {
    let mut inside = false;
    for (index, a) in outline.iter().enumerate() {
        let b = outline[(index + 1) % outline.len()];
        if (a[1] > y) != (b[1] > y) {
            inside ^= x < a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]);
        }
    }
    inside
}

/// The names that find room, by their place in `names`, with the middle of each. They join what is `taken`;
/// `crossed` tells which rooms the chosen event's way runs through.
pub fn place(
    names: &[Name],
    taken: &mut Vec<Room>,
    crossed: &dyn Fn(&Room) -> bool,
    camera: Camera,
    size: Size,
    into: &mut Vec<(usize, Screen)>,
) {
    into.clear();
    let view = camera.projection(size);
    for (index, name) in names.iter().enumerate() {
        let stretch = if name.kind == Kind::StoryCountry {
            STORY_STRETCH
        } else {
            STRETCH
        };
        // Too wide wherever it stands, as most are.
        if name.half_width > stretch * view.radius() * name.reach {
            continue;
        }
        for (which, &spot) in name.spots.iter().enumerate() {
            let facing = view.face(spot);
            // Near the horizon what is named is seen from the side, and its name would be too wide.
            let mut seen_px = view.radius() * name.reach * facing.z;
            if which > 0 && name.kind != Kind::StoryCountry {
                seen_px *= ASIDE;
            }
            if facing.z < HORIZON || name.half_width > stretch * seen_px {
                continue;
            }
            let at = view.place(facing);
            let room = Room::around(at, name.half_width + 3.0, HALF_LINE_PX);
            if room.is_in(size) && !taken.iter().any(|other| other.meets(&room)) && !crossed(&room)
            {
                taken.push(room);
                into.push((index, at));
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::basemap::Basemap;
    use crate::geo::projection::Law;
    use crate::locale::phrases;
    use crate::story::Lang;
    use proptest::prelude::*;

    const SIZE: Size = Size {
        width: 900.0,
        height: 700.0,
    };

    fn all() -> Vec<Name> {
        let bytes = include_bytes!("../../story/basemap.bin");
        let level = Basemap::decode(bytes).unwrap().levels.swap_remove(0);
        let width = |text: &str, _| 7.0 * text.chars().count() as f64;
        names(&level, phrases(Lang::En), &["AZ", "KR"], width)
    }

    fn shown(names: &[Name], camera: Camera, mut taken: Vec<Room>) -> Vec<String> {
        let mut placed = Vec::new();
        place(names, &mut taken, &|_| false, camera, SIZE, &mut placed);
        placed
            .iter()
            .map(|&(index, _)| names[index].text.clone())
            .collect()
    }

    #[test]
    fn the_storys_countries_come_first() {
        let names = all();
        let mut first: Vec<&str> = names[..2].iter().map(|name| name.text.as_str()).collect();
        first.sort_unstable();
        assert_eq!(first, ["AZERBAIJAN", "SOUTH KOREA"]);
    }

    #[test]
    fn near_the_caspian_its_name_and_its_neighbours_are_shown() {
        let camera = Camera {
            centre: at(49.0, 40.5),
            zoom: 5.5,
            law: Law::Globe,
        };
        let shown = shown(&all(), camera, Vec::new());
        for name in ["AZERBAIJAN", "Caspian Sea", "GEORGIA", "ARMENIA"] {
            assert!(shown.iter().any(|text| text == name), "{name} in {shown:?}");
        }
    }

    #[test]
    fn the_sea_east_of_korea_keeps_both_its_names() {
        let camera = Camera {
            centre: at(131.0, 38.0),
            zoom: 5.0,
            law: Law::Globe,
        };
        let shown = shown(&all(), camera, Vec::new());
        assert!(
            shown.contains(&"East Sea / Sea of Japan".to_owned()),
            "{shown:?}"
        );
    }

    #[test]
    fn a_name_that_would_lie_on_a_pin_is_left_out() {
        let camera = Camera {
            centre: at(47.7, 40.3),
            zoom: 5.0,
            law: Law::Globe,
        };
        let everywhere = Room::around(SIZE.centre(), 200.0, 200.0);
        let shown = shown(&all(), camera, vec![everywhere]);
        assert!(!shown.contains(&"AZERBAIJAN".to_owned()));
    }

    #[test]
    fn a_name_that_the_way_would_run_through_stands_elsewhere() {
        let camera = Camera {
            centre: at(70.0, 45.0),
            zoom: 3.5,
            law: Law::Globe,
        };
        let names = all();
        let stands = |crossed: &dyn Fn(&Room) -> bool| {
            let mut placed = Vec::new();
            place(&names, &mut Vec::new(), crossed, camera, SIZE, &mut placed);
            let found = placed.into_iter();
            found
                .filter(|(index, _)| names[*index].text == "KAZAKHSTAN")
                .map(|(_, at)| at)
                .next()
        };
        let first = stands(&|_| false).expect("Kazakhstan");
        let [from, to] = [0.0, SIZE.width].map(|x| Screen { x, ..first });
        let second = stands(&|room| room.is_crossed(from, to)).expect("Kazakhstan");
        assert!(
            second.distance(first) > HALF_LINE_PX,
            "{first:?} {second:?}"
        );
        assert_eq!(stands(&|_| true), None);
    }

    #[test]
    fn a_name_with_a_pin_on_its_middle_stands_elsewhere_in_its_country() {
        let camera = Camera {
            centre: at(47.7, 40.3),
            zoom: 6.2,
            law: Law::Globe,
        };
        let names = all();
        let baku = camera.projection(SIZE).forward(at(47.5, 40.3)).unwrap();
        let pin = Room::around(baku, 30.0, 20.0);
        let mut placed = Vec::new();
        place(
            &names,
            &mut vec![pin],
            &|_| false,
            camera,
            SIZE,
            &mut placed,
        );
        let stands = placed
            .iter()
            .find(|(index, _)| names[*index].text == "AZERBAIJAN");
        let &(_, stands) = stands.expect("Azerbaijan");
        let ground = camera.projection(SIZE).inverse(stands).unwrap();
        assert!(stands.distance(baku) > 20.0 && stands.distance(baku) < 200.0);
        assert!(
            (38.4..41.9).contains(&ground.lat) && (44.8..50.4).contains(&ground.lon),
            "{ground:?}"
        );
    }

    #[test]
    fn a_country_seen_in_part_is_named_there() {
        // The Caucasus, with the north of Iran in the corner; its middle is near 32.5 north.
        let camera = Camera {
            centre: at(48.5, 39.0),
            zoom: 5.9,
            law: Law::Globe,
        };
        let shown = shown(&all(), camera, Vec::new());
        assert!(shown.contains(&"IRAN".to_owned()), "{shown:?}");
    }

    #[test]
    fn an_outline_encloses_what_is_within_it() {
        let hook = [
            [0.0, 0.0],
            [3.0, 0.0],
            [3.0, 3.0],
            [2.0, 3.0],
            [2.0, 1.0],
            [0.0, 1.0],
        ];
        for ([x, y], within) in [
            ([1.0, 0.5], true),
            ([2.5, 2.0], true),
            ([1.0, 2.0], false),
            ([4.0, 0.5], false),
        ] {
            assert_eq!(encloses(&hook, x, y), within, "{x} {y}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(60))]
        #[test]
        fn no_name_lies_on_another_or_leaves_the_map(
            lon in -180.0..180.0, lat in -90.0..90.0, zoom in 1.0..8.0,
        ) {
            let names = all();
            let mut placed = Vec::new();
            let camera = Camera { centre: at(lon, lat), zoom, law: Law::Globe };
            place(&names, &mut Vec::new(), &|_| false, camera, SIZE, &mut placed);
            let room = |&(index, at): &(usize, Screen)| Room::around(at, names[index].half_width, HALF_LINE_PX);
            for (index, one) in placed.iter().enumerate() {
                prop_assert!(room(one).is_in(SIZE));
                for other in &placed[index + 1..] {
                    prop_assert!(!room(one).meets(&room(other)));
                }
            }
        }
    }
}
