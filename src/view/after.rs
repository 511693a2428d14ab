//! After: what is done when a state has been drawn: the keyboard goes where it belongs, the page and its
//! address hear of it, the map turns where the page asks, and the tour goes on.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use yew::{Callback, NodeRef};

use super::{StoryMapProps, chosen_by_page, opening};
use crate::dom::{address, attention, focus};
use crate::locale::phrases;
use crate::model::at::At;
use crate::model::frame::{Frame, Steps};
use crate::model::link::Link;
use crate::model::selection::Selection;
use crate::model::{Chooser, Model, Msg};
use crate::story::Lang;

/// What is done, and what goes on until this is dropped.
pub(super) struct After {
    on_msg: Callback<Msg>,
    root: NodeRef,
    seen: Option<Seen>,
    /// The choice that was told last: of choices made faster than it is drawn, only the last is heard.
    told: (Selection, Chooser),
    /// Follows the address: back, forward, a link within the page.
    address: Option<EventListener>,
    /// Pauses the tour when the reader does anything, or looks elsewhere.
    attention: Vec<EventListener>,
    /// Goes on with the tour when an event's time is over.
    step: Option<Timeout>,
}

/// What was there to see the last time: something is done about what is another now.
#[derive(Clone, Copy)]
struct Seen {
    asked: u32,
    look: Option<(u32, At)>,
    hash: bool,
    shown: Lang,
    lang: Option<Lang>,
    choices: u32,
    rests: u32,
    steps: Steps,
}

impl After {
    pub(super) fn new(on_msg: Callback<Msg>, root: NodeRef) -> Self {
        Self {
            on_msg,
            root,
            seen: None,
            told: (Selection::default(), Chooser::Page),
            address: None,
            attention: Vec::new(),
            step: None,
        }
    }

    /// A state has been drawn.
    pub(super) fn drawn(&mut self, props: &StoryMapProps, model: &Model, frame: &Frame) {
        let steps = frame.steps;
        let settings = &props.settings;
        let now = Seen {
            asked: settings.asked,
            look: settings.look,
            hash: settings.hash,
            shown: settings.lang,
            lang: model.lang,
            choices: model.choices,
            rests: model.rests,
            steps,
        };
        let seen = self.seen.replace(now);
        // The first of the page's wishes were heard when the state was made.
        if seen.is_some_and(|seen| seen.asked != now.asked) {
            let wish = chosen_by_page(&Link::default(), &settings.link, &props.story);
            self.on_msg.emit(wish);
        }
        if seen.is_none_or(|seen| (seen.hash, seen.asked) != (now.hash, now.asked)) {
            self.follow_address(props);
        }
        if seen.is_none_or(|seen| seen.choices != now.choices) {
            self.tell_choice(props, model, frame);
            // The language that the reader chose stays when they go back, and so does its address.
            if now.hash && seen.is_some() && model.by == Chooser::Page && model.lang.is_some() {
                write_address(props, model, frame, true);
            }
        }
        if now.rests > seen.map_or(0, |seen| seen.rests) && now.hash {
            // Where the reader has moved the map is in the address, and no step of the history.
            write_address(props, model, frame, true);
        }
        if let Some((_, at)) = now
            .look
            .filter(|_| seen.is_none_or(|seen| seen.look != now.look))
        {
            self.on_msg.emit(Msg::PageLooked(at));
        }
        if seen.is_none_or(|seen| seen.shown != now.shown) {
            let title = &phrases(now.shown).page_title;
            props.host.shown(&title.with([&frame.title.text]));
        }
        let playing = steps.tour.playing;
        if playing != seen.is_some_and(|seen| seen.steps.tour.playing) {
            self.attention = if playing { self.watch() } else { Vec::new() };
        }
        if seen.is_none_or(|seen| seen.steps != steps || seen.choices != now.choices) {
            let on_msg = self.on_msg.clone();
            let go_on = move || on_msg.emit(Msg::TourWentOn(steps.next));
            self.step = playing.then(|| Timeout::new(steps.stay_ms, go_on));
        }
        if let Some(lang) = now
            .lang
            .filter(|_| seen.is_none_or(|seen| seen.lang != now.lang))
        {
            props.host.language(lang.code());
        }
    }

    fn follow_address(&mut self, props: &StoryMapProps) {
        let (on_msg, story) = (self.on_msg.clone(), props.story.clone());
        let attributes = props.settings.link.clone();
        let followed = move || on_msg.emit(opening(&story, true, &attributes));
        let follows = props.settings.hash;
        self.address = follows.then(|| address::watch(followed)).flatten();
    }

    fn watch(&self) -> Vec<EventListener> {
        let on_msg = self.on_msg.clone();
        attention::watch(&self.root, ".tour", move || {
            on_msg.emit(Msg::TourPlayed(None));
        })
    }

    /// The keyboard goes where it belongs, and the page hears of the reader's choice.
    fn tell_choice(&mut self, props: &StoryMapProps, model: &Model, frame: &Frame) {
        let now = (model.selection.clone(), model.by);
        let (before, by) = std::mem::replace(&mut self.told, now);
        let filtered = before.filter != model.selection.filter;
        let goes_on = by == Chooser::Reader && model.selection.goes_on(&before);
        // Another language is no step: going back would change nothing.
        let in_place = goes_on || !filtered && before.event == model.selection.event;
        focus::go(&self.root, model.focus);
        let by_reader = model.by == Chooser::Reader;
        props.host.chose(&frame.link, by_reader, filtered);
        let hash = props.settings.hash;
        if !by_reader {
            return focus::show_chosen(&self.root, hash);
        }
        if model.tour.playing {
            focus::show_chosen(&self.root, false);
        }
        if hash {
            write_address(props, model, frame, in_place);
        }
    }
}

/// Writes the state into the address, as a step of the history or in place of the latest.
fn write_address(props: &StoryMapProps, model: &Model, frame: &Frame, in_place: bool) {
    let chosen = frame.chosen.as_ref().map(|chosen| chosen.event);
    let mut link = model.selection.link(&props.story, chosen);
    link.lang = model.lang;
    address::go(&link.write(&address::fragment()), in_place);
}
