//! Heard: what the element tells, as plain values.

use wasm_bindgen::prelude::*;

/// What the reader chose.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Selection {
    /// The id of a place.
    pub place: Option<String>,
    /// The id of an event.
    pub event: Option<String>,
}

/// What passes.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Filter {
    /// The ids of the places whose events pass; empty for all.
    pub place: Vec<String>,
    /// The ids of the topics that pass; nothing for all.
    pub topics: Option<Vec<String>>,
    /// The first year.
    pub from: Option<i32>,
    /// The last year.
    pub to: Option<i32>,
    /// The words that are searched for.
    pub q: String,
}

/// Where the map looks.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct View {
    /// Degrees east.
    pub lon: f64,
    /// Degrees north.
    pub lat: f64,
    /// Steps, each twice as near as the one before; at 0 the equator is 256 pixels long.
    pub zoom: f64,
}

/// Why the story is not shown.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum StoryError {
    /// Something could not be loaded or read.
    Load(String),
    /// The map's program ended.
    Crash(String),
}

#[wasm_bindgen]
extern "C" {
    /// The `detail` of any of the element's events: each has some of these.
    pub(crate) type Detail;

    #[wasm_bindgen(method, getter, js_name = place)]
    fn one_place(this: &Detail) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn event(this: &Detail) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = place)]
    fn places(this: &Detail) -> Vec<String>;
    #[wasm_bindgen(method, getter)]
    fn topics(this: &Detail) -> Option<Vec<String>>;
    #[wasm_bindgen(method, getter)]
    fn from(this: &Detail) -> Option<i32>;
    #[wasm_bindgen(method, getter)]
    fn to(this: &Detail) -> Option<i32>;
    #[wasm_bindgen(method, getter)]
    fn q(this: &Detail) -> String;
    #[wasm_bindgen(method, getter)]
    fn lon(this: &Detail) -> f64;
    #[wasm_bindgen(method, getter)]
    fn lat(this: &Detail) -> f64;
    #[wasm_bindgen(method, getter)]
    fn zoom(this: &Detail) -> f64;
    #[wasm_bindgen(method, getter, js_name = type)]
    fn kind(this: &Detail) -> String;
    #[wasm_bindgen(method, getter)]
    fn message(this: &Detail) -> String;
}

impl Selection {
    pub(crate) fn of(detail: &Detail) -> Self {
        Self {
            place: detail.one_place(),
            event: detail.event(),
        }
    }
}

impl Filter {
    pub(crate) fn of(detail: &Detail) -> Self {
        Self {
            place: detail.places(),
            topics: detail.topics(),
            from: detail.from(),
            to: detail.to(),
            q: detail.q(),
        }
    }
}

impl View {
    pub(crate) fn of(detail: &Detail) -> Self {
        Self {
            lon: detail.lon(),
            lat: detail.lat(),
            zoom: detail.zoom(),
        }
    }
}

impl StoryError {
    pub(crate) fn of(detail: &Detail) -> Self {
        let message = detail.message();
        if detail.kind() == "crash" {
            Self::Crash(message)
        } else {
            Self::Load(message)
        }
    }
}
