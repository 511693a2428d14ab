//! Props: the element's attributes, each with its own type, and what the program wants to hear.

use wasm_bindgen::JsValue;
use yew::prelude::*;

use crate::heard::{Filter, Selection, StoryError, View};

/// What a map shows, and who hears of it. Each prop may change at any time.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct StoryMapProps {
    /// The id of a place: only its events are shown.
    #[prop_or_default]
    pub place: Option<AttrValue>,
    /// The id of an event: it is shown as chosen.
    #[prop_or_default]
    pub event: Option<AttrValue>,
    /// The ids of the topics that pass; nothing for all of them.
    #[prop_or_default]
    pub topics: Option<Vec<String>>,
    /// The first year that passes.
    #[prop_or_default]
    pub from: Option<i32>,
    /// The last year that passes.
    #[prop_or_default]
    pub to: Option<i32>,
    /// `en`, `az` or `ko`; else the nearest `lang` in the page, then the browser's.
    #[prop_or_default]
    pub lang: Option<AttrValue>,
    /// Light or dark.
    #[prop_or_default]
    pub theme: Theme,
    /// How the globe becomes a map.
    #[prop_or_default]
    pub projection: Projection,
    /// What a wheel and one finger do; nothing for greedy where the map fills the window, else cooperative.
    #[prop_or_default]
    pub gestures: Option<Gestures>,
    /// The parts to show; nothing for all of them.
    #[prop_or_default]
    pub controls: Option<Vec<Control>>,
    /// Whether the page's address mirrors the state: for a page that is all story.
    #[prop_or_default]
    pub hash: bool,
    /// The address of a story file; else the story that comes with the map.
    #[prop_or_default]
    pub src: Option<AttrValue>,
    /// A story that the page already has, parsed (what `JSON.parse` makes of a story file). It goes before `src`.
    #[prop_or_default]
    pub story: Option<JsValue>,
    /// The story is on show.
    #[prop_or_default]
    pub on_ready: Callback<()>,
    /// The reader chose a place or an event, or let go of it.
    #[prop_or_default]
    pub on_select: Callback<Selection>,
    /// The reader changed what passes.
    #[prop_or_default]
    pub on_filter: Callback<Filter>,
    /// The map came to rest where the reader moved it.
    #[prop_or_default]
    pub on_view: Callback<View>,
    /// The story cannot be shown; the children are.
    #[prop_or_default]
    pub on_error: Callback<StoryError>,
    /// What is shown until the map is, or where it cannot be.
    #[prop_or_default]
    pub children: Html,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Theme {
    /// As the reader's system is.
    #[default]
    Auto,
    /// Light, whatever the system.
    Light,
    /// Dark, whatever the system.
    Dark,
}

/// How the globe becomes a map.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Projection {
    /// A ball, as from far away.
    #[default]
    Globe,
    /// A map that fills its box and keeps areas (Lambert's).
    Flat,
}

/// What a wheel and one finger do on the map.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Gestures {
    /// They scroll the page; Ctrl or Cmd and two fingers move the map.
    Cooperative,
    /// They move the map.
    Greedy,
}

/// A part that a page may show or leave out.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(missing_docs, reason = "their names say what they are")]
pub enum Control {
    Search,
    Topics,
    Timeline,
    Tour,
    Language,
    Share,
}

impl Theme {
    /// The attribute's value; none for what is so anyway.
    pub(crate) fn value(self) -> Option<&'static str> {
        match self {
            Self::Auto => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }
}

impl Projection {
    /// The attribute's value; none for what is so anyway.
    pub(crate) fn value(self) -> Option<&'static str> {
        match self {
            Self::Globe => None,
            Self::Flat => Some("flat"),
        }
    }
}

impl Gestures {
    /// The attribute's value.
    pub(crate) fn value(self) -> &'static str {
        match self {
            Self::Cooperative => "cooperative",
            Self::Greedy => "greedy",
        }
    }
}

impl Control {
    /// Its name in the attribute's value.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Search => "search",
            Self::Topics => "topics",
            Self::Timeline => "timeline",
            Self::Tour => "tour",
            Self::Language => "language",
            Self::Share => "share",
        }
    }
}
