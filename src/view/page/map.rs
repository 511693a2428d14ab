//! Map: the opening view as a drawing within the page, coarse and in few bytes; its pins lead to what is
//! told of their places. The page's stylesheet colours it by class.

use yew::prelude::*;

use crate::draw::coarse::coarse;
use crate::draw::svg::{class, path_data};
use crate::geo::basemap::Basemap;
use crate::geo::camera::Camera;
use crate::geo::projection::Law;
use crate::geo::room::Room;
use crate::geo::{LonLat, Screen, Size};
use crate::locale::Phrases;
use crate::model::cluster::{groups, rank, sign};
use crate::model::frame::{Frame, Pin};
use crate::model::labels::{self, Kind};
use crate::model::picture::{Picture, Style};
use crate::model::pins::stands;
use crate::story::Story;

/// The box it is drawn in, which the page scales to its column.
const SIZE: Size = Size {
    width: 600.0,
    height: 360.0,
};
/// How far places stay from the edge: half a pin and its name.
const MARGIN_PX: f64 = 72.0;
/// What is drawn, and how far its lines may stray.
const LAYERS: [(Style, f32); 3] = [
    (Style::Land, 2.75),
    (Style::Home, 2.5),
    (Style::Border, 5.0),
];
/// Half a pin, and what a finger needs where the page is half as wide.
const PIN_PX: f64 = 14.0;
const FINGER_PX: &str = "26";
/// Height of the letters of places, and of lands and seas as if those were not spaced, nor in capitals.
const PLACE_PX: f64 = 15.0;
const NAME_PX: f64 = 13.0;

/// The drawing.
pub(super) fn map(story: &Story, frame: &Frame, world: &Basemap, phrases: &Phrases) -> Html {
    let places: Vec<LonLat> = frame.pins.iter().map(|pin| pin.at).collect();
    let camera = Camera::framing(Law::Globe, &places, MARGIN_PX, SIZE);
    let Some(level) = world.level(camera, SIZE) else {
        return Html::default();
    };
    let mut picture = Picture::default();
    picture.compose(level, &frame.marks, camera, SIZE);
    let layers = LAYERS.iter().flat_map(|&(style, most)| {
        let drawn = picture
            .layers
            .iter()
            .filter(move |layer| layer.style == style);
        drawn.map(move |layer| (style, path_data(&coarse(&layer.paths, most, SIZE))))
    });

    let stands = stands(&places, camera, SIZE);
    let groups = groups(&stands, &rank(&frame.pins));
    let mut taken = Vec::new();
    let mut captions = Vec::new();
    for group in &groups {
        let at = stands[group[0]].at;
        let words = caption(group, &frame.pins);
        let below = Screen {
            y: at.y + PIN_PX + PLACE_PX,
            ..at
        };
        taken.push(Room::around(at, PIN_PX, PIN_PX));
        taken.push(Room::around(below, width(&words, PLACE_PX) / 2.0, PLACE_PX));
        captions.push((at, below, words, sign(group, &frame.pins, phrases)));
    }

    let own: Vec<&str> = (story.places.iter())
        .map(|place| place.country.as_str())
        .collect();
    let names = labels::names(level, phrases, &own, |words, _| width(words, NAME_PX));
    let mut spoken = Vec::new();
    labels::place(&names, &mut taken, &|_| false, camera, SIZE, &mut spoken);
    let view_box = format!("0 0 {} {}", SIZE.width, SIZE.height);
    let middle = SIZE.centre();
    html! {
        <svg viewBox={view_box} role="group" aria-label={phrases.map}>
            <g aria-hidden="true">
                <circle class="sea" cx={px(middle.x)} cy={px(middle.y)} r={px(camera.radius())} />
                for (style, data) in layers {
                    <path class={class(style)} d={data} />
                }
                for &(index, at) in &spoken {
                    <text class={(names[index].kind == Kind::Sea).then_some("water")} x={px(at.x)} y={px(at.y)}>
                        { &names[index].text }
                    </text>
                }
            </g>
            for (group, (at, _, _, sign)) in groups.iter().zip(&captions) {
                { pin(*at, &sign.name, group, frame) }
            }
            // What the pins' own names say in full.
            <g class="captions" aria-hidden="true">
                for (at, below, words, sign) in &captions {
                    <text class="count" x={px(at.x)} y={px(at.y)}>{ sign.count }</text>
                    <text x={px(below.x)} y={px(below.y)}>{ words }</text>
                }
            </g>
        </svg>
    }
}

/// A pin: of a single place it leads to that, of several to the list of places.
fn pin(at: Screen, name: &str, group: &[usize], frame: &Frame) -> Html {
    let href = match group {
        [only] if !frame.pins[*only].events.is_empty() => {
            format!("#place={}", frame.pins[*only].id)
        }
        _ => "#contents".to_owned(),
    };
    let [x, y] = [at.x, at.y].map(px);
    html! {
        <a {href} aria-label={name.to_owned()}>
            <circle class="finger" cx={x.clone()} cy={y.clone()} r={FINGER_PX} />
            <circle cx={x} cy={y} r={px(PIN_PX)} />
        </a>
    }
}

/// What stands under a pin: a place, or the first of several and how many more.
fn caption(group: &[usize], pins: &[Pin]) -> String {
    let name = &pins[group[0]].label.text;
    match group.len() {
        1 => name.clone(),
        several => format!("{name} +{}", several - 1),
    }
}

/// A length in whole pixels.
#[allow(clippy::cast_possible_truncation)] // within a box
fn px(length: f64) -> String {
    (length.round() as i32).to_string()
}

/// About how wide words are: letters of the alphabet are about as wide as half their height, Hangul nearly
/// as wide as high.
fn width(words: &str, height: f64) -> f64 {
    let wide = |letter: char| if letter > '\u{1100}' { 0.95 } else { 0.58 };
    words.chars().map(wide).sum::<f64>() * height
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pages_stylesheet_colours_all_that_is_drawn() {
        let sheet = include_str!("../../../static/page.css");
        for (style, _) in LAYERS {
            assert!(
                sheet.contains(&format!("\n.{} {{", class(style))),
                "{style:?}"
            );
        }
    }
}
