//! Picture: the opening map as a PNG, for those who show a link to the page as a card.

use std::fs;
use std::sync::Arc;

use anyhow::{Context as _, Result};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Family, Query};
use resvg::usvg::{Options, Tree};
use story_map::dom::look::{lettering, properties};
use story_map::draw::svg::{Lettering, Paint, Palette};
use story_map::export::map::{self, Look};
use story_map::geo::basemap::Basemap;
use story_map::geo::camera::Camera;
use story_map::geo::projection::Law;
use story_map::geo::{LonLat, Size};
use story_map::locale::{files, phrases};
use story_map::model::Model;
use story_map::model::card::cards;
use story_map::model::frame::Frame;
use story_map::model::labels::Kind;
use story_map::model::picture::Style;
use story_map::model::search::Search;
use story_map::story::{Lang, Story};

use super::Stage;
use crate::workspace;

/// What the cards of most services show whole.
pub(super) const WIDTH: u32 = 1200;
pub(super) const HEIGHT: u32 = 630;
/// Room for the words above the map.
const HEAD_PX: u32 = 150;
/// The map is drawn for a smaller box: a card is mostly shown at half this size or less.
const SCALE: f64 = 1.5;
/// Left of the words.
const EDGE_PX: u32 = 48;
/// Room round the places: for their names.
const MARGIN_PX: f64 = 72.0;

/// The name of the picture in a language.
pub(super) fn name(lang: Lang) -> String {
    format!("preview-{}.png", lang.code())
}

/// Sans-serif fonts of the usual systems; one that has none of them chooses itself.
const FAMILIES: [&str; 5] = [
    "Helvetica Neue",
    "Segoe UI",
    "Arial",
    "Noto Sans",
    "DejaVu Sans",
];

/// Draws it for each language, with the fonts that this machine has; without any, it has no words.
pub(super) fn draw_all(stage: &Stage, story: &Story) -> Result<()> {
    let basemap = fs::read(workspace::path("story/basemap.bin")).context("story/basemap.bin")?;
    let basemap = Basemap::decode(&basemap)?;
    let path = workspace::path("static/story-map.css");
    let tokens = Tokens(fs::read_to_string(&path).context("static/story-map.css")?);
    let fonts = fonts();
    for &lang in Lang::ALL {
        let svg = written(story, &basemap, lang, &tokens, &fonts);
        fs::write(stage.path(&name(lang)), png(&svg, &fonts)?).with_context(|| name(lang))?;
    }
    Ok(())
}

fn fonts() -> Arc<Database> {
    let mut fonts = Database::new();
    fonts.load_system_fonts();
    let has = |name: &&&str| {
        let family = [Family::Name(name)];
        let wish = Query {
            families: &family,
            ..Query::default()
        };
        fonts.query(&wish).is_some()
    };
    if let Some(name) = FAMILIES.iter().find(has) {
        fonts.set_sans_serif_family(*name);
    }
    Arc::new(fonts)
}

fn png(svg: &str, fonts: &Arc<Database>) -> Result<Vec<u8>> {
    let tree = tree(svg, fonts).context("the picture cannot be drawn")?;
    let mut pixels = Pixmap::new(WIDTH, HEIGHT).context("an empty picture")?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    Ok(pixels.encode_png()?)
}

fn tree(svg: &str, fonts: &Arc<Database>) -> Result<Tree> {
    let options = Options {
        fontdb: fonts.clone(),
        ..Options::default()
    };
    Ok(Tree::from_str(svg, &options)?)
}

/// The tokens of the stylesheet by day.
struct Tokens(String);

impl Tokens {
    /// What stands for a custom property: `var(--story-map-sea, var(--day, #dbe7ec) ...` for `#dbe7ec`, and
    /// `var(--story-map-lake, var(--sea))` for what `--sea` stands for.
    fn get(&self, name: &str) -> &str {
        let line = self.0.split_once(&format!("\n  {name}: "));
        let value = line.and_then(|(_, rest)| rest.split_once(';'));
        let value = value.map_or("", |(value, _)| value);
        let by_day = value
            .split_once("var(--day, ")
            .or_else(|| value.rsplit_once("var("));
        match by_day.and_then(|(_, rest)| Some(rest.split_once(')')?.0)) {
            Some(other) if other.starts_with("--") => self.get(other),
            Some(colour) => colour,
            None => value,
        }
    }
}

/// Headline, years and places above the map.
fn written(
    story: &Story,
    basemap: &Basemap,
    lang: Lang,
    tokens: &Tokens,
    fonts: &Arc<Database>,
) -> String {
    let phrases = phrases(lang);
    let cards = cards(story, phrases);
    let mut frame = Frame::of(
        story,
        &cards,
        &Search::default(),
        phrases,
        &Model::default(),
    );
    let title = escaped(&std::mem::take(&mut frame.title.text)); // the map has no title of its own then
    let years = frame
        .timeline
        .as_ref()
        .map(|timeline| timeline.period.clone());
    let places = frame.pins.iter().map(|pin| pin.label.text.clone());
    let below: Vec<String> = years
        .into_iter()
        .chain(places)
        .map(|words| escaped(&words))
        .collect();

    let size = Size {
        width: f64::from(WIDTH) / SCALE,
        height: f64::from(HEIGHT - HEAD_PX) / SCALE,
    };
    let points: Vec<LonLat> = frame.pins.iter().map(|pin| pin.at).collect();
    let camera = Camera::framing(Law::Globe, &points, MARGIN_PX, size);
    let [ink, quiet, paper, rule] =
        ["--ink", "--quiet", "--paper", "--rule"].map(|name| tokens.get(name));
    let map = map::write(
        story,
        &frame,
        phrases,
        files::words(lang).credit,
        basemap,
        (camera, size),
        &look(tokens, &|words, lettering| width(words, lettering, fonts)),
    );
    let map_px = HEIGHT - HEAD_PX;
    let map = map.replacen(
        &format!("<svg width=\"{}\" height=\"{}\"", size.width, size.height),
        &format!("<svg y=\"{HEAD_PX}\" width=\"{WIDTH}\" height=\"{map_px}\""),
        1,
    );
    let below = below.join(" · ");
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" font-family="system-ui, sans-serif">
<rect width="{WIDTH}" height="{HEIGHT}" fill="{paper}"/>
<text x="{EDGE_PX}" y="76" font-size="56" font-weight="700" fill="{ink}">{title}</text>
<text x="{EDGE_PX}" y="122" font-size="28" fill="{quiet}">{below}</text>
{map}<rect y="{HEAD_PX}" width="{WIDTH}" height="2" fill="{rule}"/>
</svg>"#
    )
}

fn look<'a>(tokens: &'a Tokens, width: &'a dyn Fn(&str, Lettering) -> f64) -> Look<'a> {
    let layer = |style| {
        let [fill, stroke, width] = properties(style).map(|name| tokens.get(name));
        Paint {
            fill,
            stroke,
            width,
        }
    };
    let name = |kind| {
        let [_, fill, halo, _] = lettering(kind).map(|name| tokens.get(name));
        let font = match kind {
            Kind::StoryCountry => ["13", "700", "normal", "1px"],
            Kind::Country => ["12", "500", "normal", "1px"],
            Kind::Sea => ["14", "400", "italic", "1px"],
        };
        Lettering { font, fill, halo }
    };
    Look {
        palette: Palette {
            layers: Style::ALL.map(layer),
            paper: tokens.get("--paper"),
            pin: Paint {
                fill: tokens.get("--accent"),
                stroke: tokens.get("--on-accent"),
                width: "2",
            },
        },
        names: Kind::ALL.map(name),
        places: Lettering {
            font: ["18", "700", "normal", "normal"],
            fill: tokens.get("--ink"),
            halo: tokens.get("--paper"),
        },
        width,
    }
}

/// How wide words are, in pixels; 0 without fonts.
fn width(
    words: &str,
    Lettering {
        font: [size, weight, style, _],
        ..
    }: Lettering,
    fonts: &Arc<Database>,
) -> f64 {
    let words = escaped(words);
    let svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" font-family="system-ui, sans-serif"><text font-size="{size}" font-weight="{weight}" font-style="{style}">{words}</text></svg>"#
    );
    tree(&svg, fonts).map_or(0.0, |tree| tree.root().abs_bounding_box().width().into())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use story_map::story::read;

    fn drawn(fonts: &Arc<Database>) -> (String, Vec<u8>) {
        let story = read(include_str!("../../../story/azerbaijan-korea.geojson"));
        let story = story.story.unwrap().in_time_order();
        let basemap = Basemap::decode(include_bytes!("../../../story/basemap.bin")).unwrap();
        let tokens = Tokens(include_str!("../../../static/story-map.css").into());
        let svg = written(&story, &basemap, Lang::Az, &tokens, fonts);
        let png = png(&svg, fonts).unwrap();
        (svg, png)
    }

    #[test]
    fn it_has_the_headline_every_place_and_the_colours_of_the_day() {
        let (svg, png) = drawn(&fonts());
        for words in [
            "Azərbaycan və Koreya",
            " · Bakı · Seul · Şəki · Gəncə</text>",
            "fill=\"#dbe7ec\"",
        ] {
            assert!(svg.contains(words), "{words}: {}", &svg[..900]);
        }
        let [width, height] =
            [16, 20].map(|at| u32::from_be_bytes(png[at..at + 4].try_into().unwrap()));
        assert_eq!([width, height], [WIDTH, HEIGHT], "PNG, section 11.2.1");
    }

    #[test]
    fn a_token_stands_for_its_value_by_day() {
        let sheet = ":host {\n  --sea: var(--story-map-sea, var(--day, #dbe7ec) var(--night, #16242c));\n  \
                     --lake: var(--story-map-lake, var(--sea));\n  --shore-width: 0.75;\n";
        let tokens = Tokens(sheet.into());
        assert_eq!(
            ["--sea", "--lake", "--shore-width", ""].map(|name| tokens.get(name)),
            ["#dbe7ec", "#dbe7ec", "0.75", ""]
        );
    }

    #[test]
    fn a_machine_without_fonts_draws_it_without_words() {
        let (_, png) = drawn(&Arc::new(Database::new()));
        assert!(png.len() > 10_000);
    }

    #[test]
    fn a_wide_text_is_wider() {
        let fonts = fonts();
        let letters = Lettering {
            font: ["12", "400", "normal", "normal"],
            fill: "",
            halo: "",
        };
        assert!(
            fonts.is_empty()
                || width("Azerbaijan", letters, &fonts) > 2.0 * width("Az", letters, &fonts)
        );
    }
}
