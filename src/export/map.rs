//! Map: what the map shows as a drawing that stands alone: the globe, the names, the places with their
//! numbers of events, a title, and whose work it is.

use crate::draw::svg::{self, Anchor, Label, Lettering, Palette, Pin};
use crate::geo::basemap::{Basemap, Level};
use crate::geo::camera::Camera;
use crate::geo::room::Room;
use crate::geo::{LonLat, Screen, Size};
use crate::locale::Phrases;
use crate::model::cluster::{groups, rank, sign};
use crate::model::frame::Frame;
use crate::model::labels::{Kind, Name, names, place};
use crate::model::picture::Picture;
use crate::model::pins::{self, Caption, Spot, spots, stands};
use crate::story::{Lang, Story};

/// How it looks.
pub struct Look<'a> {
    /// The layers and the pins.
    pub palette: Palette<'a>,
    /// The names, for each [`Kind`] in the order of [`Kind::ALL`].
    pub names: [Lettering<'a>; Kind::ALL.len()],
    /// The names of places.
    pub places: Lettering<'a>,
    /// How wide words are in a lettering, in pixels.
    pub width: &'a dyn Fn(&str, Lettering) -> f64,
}

/// How far the title and the credit stand from the edge.
const EDGE_PX: f64 = 12.0;
/// Half a pin and the space between it and its name.
const BESIDE_PX: f64 = 20.0;
/// Half a pin.
const HALF_PIN_PX: f64 = 16.0;
/// Half a line.
const HALF_LINE_PX: f64 = 10.0;

/// The drawing of what a camera sees. Places out of sight have no pin: nobody can press it.
pub fn write(
    story: &Story,
    frame: &Frame,
    phrases: &Phrases,
    credit: &str,
    basemap: &Basemap,
    (camera, size): (Camera, Size),
    look: &Look,
) -> String {
    let Some(level) = basemap.level(camera, size) else {
        return String::new();
    };
    let mut picture = Picture::default();
    picture.compose(level, &frame.marks, camera, size);

    let title = Lettering {
        font: ["20", "700", "normal", "normal"],
        ..look.places
    };
    let small = Lettering {
        font: ["10", "400", "normal", "normal"],
        ..look.places
    };
    let corner = |text, x, y, anchor, lettering| Label {
        at: Screen { x, y },
        text,
        anchor,
        lettering,
    };
    let mut labels = vec![
        corner(
            &frame.title.text,
            EDGE_PX,
            2.0 * EDGE_PX,
            Anchor::Start,
            title,
        ),
        corner(
            credit,
            size.width - EDGE_PX,
            size.height - EDGE_PX,
            Anchor::End,
            small,
        ),
    ];

    let places: Vec<LonLat> = frame.pins.iter().map(|pin| pin.at).collect();
    let stands = stands(&places, camera, size);
    let mut groups = groups(&stands, &rank(&frame.pins));
    groups.retain(|group| !stands[group[0]].beyond);
    let heads: Vec<_> = groups.iter().map(|group| stands[group[0]]).collect();
    let words: Vec<String> = (groups.iter()).map(|group| caption(frame, group)).collect();
    let captions: Vec<Caption> = (words.iter())
        .map(|words| Caption {
            name: (look.width)(words, look.places) + 2.0 * (BESIDE_PX - HALF_PIN_PX),
            local: 0.0,
        })
        .collect();
    let crossed = |room: &Room| picture.way_crosses(room);
    let (mut found, mut taken) = (Vec::new(), Vec::new());
    spots(&heads, &captions, size, &crossed, (&mut found, &mut taken));
    let counts: Vec<String> = (groups.iter())
        .map(|group| sign(group, &frame.pins, phrases).count.to_string())
        .collect();
    let pins: Vec<Pin> = (found.iter().zip(&counts))
        .map(|(spot, text)| Pin {
            at: spot.stand.at,
            text,
        })
        .collect();
    labels.extend(
        found
            .iter()
            .zip(&words)
            .filter_map(|(spot, words)| name_of(spot, words, look.places)),
    );

    for (label, half_line) in labels.iter().zip([14.0, HALF_LINE_PX]) {
        let half = (look.width)(label.text, label.lettering) / 2.0;
        let x = if label.anchor == Anchor::Start {
            label.at.x + half
        } else {
            label.at.x - half
        };
        taken.push(Room::around(Screen { x, ..label.at }, half, half_line));
    }
    let coarse = basemap.levels.first().unwrap_or(level);
    let names = names_on(coarse, story, phrases, look);
    let mut spoken = Vec::new();
    place(&names, &mut taken, &crossed, camera, size, &mut spoken);
    labels.extend(spoken.iter().map(|&(index, at)| Label {
        at,
        text: &names[index].text,
        anchor: Anchor::Middle,
        lettering: look.names[names[index].kind as usize],
    }));

    own(
        &svg::write(
            &picture.layers,
            &pins,
            &labels,
            &look.palette,
            size,
            &frame.title.text,
        ),
        size,
        phrases.lang,
    )
}

/// With its language, and with a size of its own: a drawing that fills a window shows what lies beside the
/// box, too.
#[allow(clippy::cast_possible_truncation)] // a box on a screen
fn own(drawing: &str, Size { width, height }: Size, lang: Lang) -> String {
    let [width, height] = [width, height].map(|side| side.round() as i32);
    let lang = lang.code();
    let own = format!("<svg xml:lang=\"{lang}\" width=\"{width}\" height=\"{height}\"");
    drawing.replacen("<svg", &own, 1)
}

/// The names of countries and seas.
fn names_on(level: &Level, story: &Story, phrases: &Phrases, look: &Look) -> Vec<Name> {
    let countries: Vec<&str> = (story.places.iter())
        .map(|place| place.country.as_str())
        .collect();
    let width = |words: &str, kind: Kind| (look.width)(words, look.names[kind as usize]);
    names(level, phrases, &countries, width)
}

/// What the button of a group says beside its number.
fn caption(frame: &Frame, group: &[usize]) -> String {
    let name = &frame.pins[group[0]].label.text;
    match group.len() {
        1 => name.clone(),
        several => format!("{name} +{}", several - 1),
    }
}

/// The name beside a pin, on the side where there is room.
fn name_of<'a>(spot: &Spot, text: &'a str, lettering: Lettering<'a>) -> Option<Label<'a>> {
    let (right, down, anchor) = match spot.label {
        pins::Label::Right => (BESIDE_PX, 0.0, Anchor::Start),
        pins::Label::Left => (-BESIDE_PX, 0.0, Anchor::End),
        pins::Label::Below => (0.0, BESIDE_PX + 4.0, Anchor::Middle),
        pins::Label::Above => (0.0, -BESIDE_PX - 4.0, Anchor::Middle),
        pins::Label::Hidden => return None,
    };
    let Screen { x, y } = spot.stand.at;
    let at = Screen {
        x: x + right,
        y: y + down,
    };
    Some(Label {
        at,
        text,
        anchor,
        lettering,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::svg::Paint;
    use crate::geo::projection::Law;
    use crate::locale::{files, phrases};
    use crate::model::card::cards;
    use crate::model::picture::Style;
    use crate::model::search::Index;
    use crate::model::{Model, Msg};
    use crate::story::{Lang, read};

    const SIZE: Size = Size {
        width: 800.0,
        height: 600.0,
    };

    fn drawn(lang: Lang, (lon, lat, zoom): (f64, f64, f64), messages: &[Msg]) -> String {
        let story = read(include_str!("../../story/azerbaijan-korea.geojson"));
        let story = story.story.unwrap().in_time_order();
        let basemap = Basemap::decode(include_bytes!("../../story/basemap.bin")).unwrap();
        let cards = cards(&story, phrases(lang));
        let model = messages
            .iter()
            .cloned()
            .fold(Model::default(), Model::update);
        let search = Index::of(&[], &cards).search("");
        let frame = Frame::of(&story, &cards, &search, phrases(lang), &model);
        let lettering = Lettering {
            font: ["12", "500", "normal", "normal"],
            fill: "#333",
            halo: "#fff",
        };
        let paint = Paint {
            fill: "#eee",
            stroke: "#111",
            width: "1",
        };
        let look = Look {
            palette: Palette {
                layers: [paint; Style::ALL.len()],
                paper: "#1d1c1a",
                pin: paint,
            },
            names: [lettering; Kind::ALL.len()],
            places: lettering,
            width: &|words, _| 7.0 * words.chars().count() as f64,
        };
        let camera = Camera {
            centre: LonLat { lon, lat },
            zoom,
            law: Law::Globe,
        };
        let credit = files::words(lang).credit;
        write(
            &story,
            &frame,
            phrases(lang),
            credit,
            &basemap,
            (camera, SIZE),
            &look,
        )
    }

    #[test]
    fn it_has_a_title_a_credit_the_places_in_sight_and_the_names_of_lands_and_seas() {
        let text = drawn(Lang::En, (49.0, 41.0, 6.0), &[]);
        for words in [
            "Azerbaijan and Korea",
            "Map: Natural Earth, Visionscarto",
            "Baku",
            "Ganja",
            "Caspian Sea",
            "GEORGIA",
        ] {
            assert!(text.contains(&format!(">{words}</text>")), "{words}");
        }
        assert!(
            !text.contains(">Seoul</text>"),
            "what is out of sight has no pin"
        );
        let korean = drawn(Lang::Ko, (126.0, 37.0, 5.0), &[]);
        let behind = r##"<rect width="100%" height="100%" fill="#1d1c1a"/>"##;
        assert_eq!(
            korean.find(behind),
            korean.find("</title>").map(|end| end + "</title>\n".len())
        );
        assert!(korean.starts_with("<svg xml:lang=\"ko\" width="));
        for words in ["아제르바이잔과 한국", "서울", "황해"] {
            assert!(korean.contains(&format!(">{words}</text>")), "{words}");
        }
    }

    #[test]
    fn places_that_lie_on_one_another_share_a_pin() {
        let far = drawn(Lang::En, (90.0, 40.0, 2.0), &[]);
        assert!(far.contains(">Baku +2</text>"));
        assert_eq!(far.matches("<circle").count(), 2);
    }

    #[test]
    fn the_pins_count_what_passes() {
        let all = drawn(Lang::En, (50.0, 41.0, 5.0), &[]);
        let few = [Msg::YearsChosen {
            from: Some(2024),
            to: None,
        }];
        let few = drawn(Lang::En, (50.0, 41.0, 5.0), &few);
        let counts = |text: &str| -> Vec<String> {
            let pins = text.split("<circle").skip(1);
            pins.map(|pin| {
                pin.split("</text>")
                    .next()
                    .unwrap()
                    .rsplit('>')
                    .next()
                    .unwrap()
                    .to_owned()
            })
            .collect()
        };
        assert_eq!(counts(&all).len(), counts(&few).len());
        assert_ne!(counts(&all), counts(&few));
    }
}
