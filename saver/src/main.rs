//! Saver: makes the files that a reader takes away, and hands them to the browser.
//!
//! It is a program apart from the widget, loaded when a reader first saves something: nothing of it
//! weighs on a page before.

mod file;
mod sheet;

use std::rc::Rc;

use story_map::export::{calendar, csv, map};
use story_map::geo::basemap::Basemap;
use story_map::geo::camera::Camera;
use story_map::geo::projection::Law;
use story_map::geo::{LonLat, Size};
use story_map::locale::{Phrases, files, phrases};
use story_map::model::Model;
use story_map::model::card::{Card, cards};
use story_map::model::frame::Frame;
use story_map::model::link::Link;
use story_map::model::search::Index;
use story_map::model::selection::Selection;
use story_map::model::telling;
use story_map::story::{Day, Story, written};
use wasm_bindgen::prelude::*;
use web_sys::Element;

/// What there is to save: a story in one language, and what of it is shown.
#[wasm_bindgen]
pub struct Saver {
    story: Story,
    phrases: &'static Phrases,
    cards: Vec<Rc<Card>>,
    frame: Frame,
    /// The events that pass, by their indexes.
    events: Vec<usize>,
}

#[wasm_bindgen]
impl Saver {
    /// The story of a packed file, and what a fragment says is chosen of it.
    #[wasm_bindgen(constructor)]
    pub fn new(packed: &[u8], fragment: &str) -> Result<Self, JsError> {
        let (lang, story) =
            telling::read(packed).ok_or_else(|| JsError::new("the story cannot be read"))?;
        let phrases = phrases(lang);
        let cards = cards(&story, phrases);
        let mut link = Link::parse(fragment);
        // A link to an event opens the filter for it; but here a filter may hide what is chosen.
        let event = link.event.take();
        let model = Model {
            selection: Selection {
                event: event.and_then(|id| story.event_index(&id)),
                ..Selection::of(&link, &story)
            },
            ..Model::default()
        };
        let search = Index::of(&story.places, &cards).search(&link.query);
        let filter = &model.selection.filter;
        let passes = |event: &usize| filter.passes(&cards[*event], search.is_in(*event)).all();
        Ok(Self {
            events: (0..cards.len()).filter(passes).collect(),
            frame: Frame::of(&story, &cards, &search, phrases, &model),
            cards,
            phrases,
            story,
        })
    }

    /// Saves the events shown as a file of a kind: `csv`, `geojson` or `ics`.
    pub fn save(&self, kind: &str) -> Result<(), JsValue> {
        let (story, cards, phrases) = (&self.story, &self.cards, self.phrases);
        let words = files::words(phrases.lang);
        let events = &self.events;
        let (text, media) = match kind {
            "csv" => (csv::write(story, cards, events, phrases, words), "text/csv"),
            "geojson" => (written::write(story, events), "application/geo+json"),
            "ics" => {
                let text = calendar::write(story, cards, events, phrases, words, today());
                (text, "text/calendar")
            }
            _ => return Err(JsError::new("there is no such kind of file").into()),
        };
        file::download(&text, media, &self.name(kind))
    }

    /// Saves the map in `root` as it looks now; `detail` are the basemap's finer levels, if they are there.
    #[allow(clippy::too_many_arguments)] // JavaScript has no cheaper way to hand over three numbers
    pub fn draw(
        &self,
        root: &Element,
        world: &[u8],
        detail: Option<Vec<u8>>,
        lon: f64,
        lat: f64,
        zoom: f64,
        is_flat: bool,
    ) -> Result<(), JsValue> {
        let mut basemap = Basemap::decode(world).map_err(JsError::from)?;
        if let Some(detail) = detail {
            basemap.refine(&detail).map_err(JsError::from)?;
        }
        let camera = Camera {
            centre: LonLat { lon, lat },
            zoom,
            law: if is_flat { Law::Flat } else { Law::Globe },
        };
        let surface = root.query_selector(".surface")?.ok_or("no map")?;
        let size = Size {
            width: surface.client_width().into(),
            height: surface.client_height().into(),
        };
        let credit = files::words(self.phrases.lang).credit;
        let text = sheet::with_look(&surface, |look| {
            map::write(
                &self.story,
                &self.frame,
                self.phrases,
                credit,
                &basemap,
                (camera, size),
                look,
            )
        })?;
        file::download(&text, "image/svg+xml", &self.name("svg"))
    }

    fn name(&self, kind: &str) -> String {
        file::name(&self.frame.title.text, self.phrases.lang.code(), kind)
    }
}

/// The day by the browser's clock, as it is in Greenwich.
#[allow(clippy::cast_possible_truncation)] // whole days
fn today() -> Day {
    Day::from_ordinal((js_sys::Date::now() / 86_400_000.0).floor() as i64)
}

fn main() {}
