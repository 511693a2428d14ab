//! Map: the globe with its pins and buttons.
//!
//! Unlike the other parts it holds something alive: the [`Stage`], which moves sixty times a second
//! and so cannot pass through renders, and which places share a button, which follows from the
//! camera and so is the stage's to tell. Everything else here is drawn from props.

mod controls;
mod held;
mod pin;

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use yew::prelude::*;

use super::element::{Element, element, list};
use crate::dom::host::Host;
use crate::dom::size::SizeWatch;
use crate::dom::stage::Stage;
use crate::dom::{attention, focus, look};
use crate::geo::basemap::Basemap;
use crate::geo::projection::Law;
use crate::locale::{Phrases, phrases};
use crate::model::Msg;
use crate::model::at::At;
use crate::model::control::Control;
use crate::model::frame::{Frame, Pin};
use crate::model::pins::numbers;
use crate::story::{Lang, Story};
use crate::view::shared::Shared;
use controls::{about_button, controls, note};
use held::{DEEDS, Held};
use pin::pin;

/// Props of [`Map`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct MapProps {
    pub(super) basemap: Shared<RefCell<Basemap>>,
    pub(super) frame: Shared<Frame>,
    pub(super) story: Shared<Story>,
    pub(super) lang: Lang,
    pub(super) law: Law,
    /// Whether wheel and finger are the map's own, where the page says so.
    pub(super) greedy: Option<bool>,
    /// Whether the note about the map is open.
    pub(super) about: bool,
    /// What the page chose of dark and light, as a number of its own.
    pub(super) theme: u32,
    /// Counts what the map turns to: a new choice turns it even to what it was turned to before.
    pub(super) turns: u32,
    pub(super) host: Host,
    pub(super) on_msg: Callback<Msg>,
}

/// The map region.
pub(super) struct Map {
    held: Rc<Held>,
    canvas: NodeRef,
    pins: NodeRef,
    about: NodeRef,
    /// What watches the box and the colours while there is a stage.
    guards: Option<Guards>,
    /// What the stage was last told to show.
    told: Option<MapProps>,
}

type Guards = (Option<SizeWatch>, Vec<EventListener>);

impl Component for Map {
    /// There should be buttons for other groups of places.
    type Message = ();
    type Properties = MapProps;

    fn create(_: &Context<Self>) -> Self {
        Self {
            held: Rc::default(),
            canvas: NodeRef::default(),
            pins: NodeRef::default(),
            about: NodeRef::default(),
            guards: None,
            told: None,
        }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let MapProps {
            lang,
            frame,
            about,
            on_msg,
            ..
        } = context.props();
        let phrases = phrases(*lang);
        element!(
            "section",
            "class" = "map",
            "part" = "map",
            "aria-label" = phrases.map,
            "tabindex" = "0"
        )
        .on_key(self.keyed(*about, on_msg))
        .child(self.surface(&frame.pins, phrases, on_msg))
        .child(legend(&frame.pins))
        .child(controls(phrases, &self.held))
        .child(about_button(*about, phrases, on_msg).node(&self.about))
        .child(about.then(|| note(phrases)))
        .into()
    }

    /// Sets up the stage, keeps it in step with the props, and turns it to each choice.
    fn rendered(&mut self, context: &Context<Self>, first: bool) {
        let props = context.props();
        if first {
            self.set_up(context);
        }
        let told = self.told.replace(props.clone());
        let borrowed = self.held.stage.borrow();
        let Some(stage) = borrowed.as_ref() else {
            return;
        };
        let told = told.as_ref();
        if told.is_some() {
            stage.made_buttons(stage.groups());
        }
        if told.is_none_or(|told| told.lang != props.lang) {
            let places = props.story.places.iter();
            let countries: Vec<&str> = places.map(|place| place.country.as_str()).collect();
            stage.name(phrases(props.lang), &countries, &props.frame.pins);
        }
        let look = |props: &MapProps| (props.law, props.greedy, props.theme);
        if told.map(look) != Some(look(props)) {
            stage.project(props.law);
            stage.claim(props.greedy);
            stage.refresh();
        }
        let frame = &props.frame;
        if told.is_none_or(|told| told.frame.marks != frame.marks) {
            stage.mark(frame.marks.clone());
        }
        if told.is_none_or(|told| told.turns != props.turns || told.frame.aim != frame.aim) {
            stage.aim(frame.aim.clone());
        }
    }

    fn destroy(&mut self, _: &Context<Self>) {
        self.guards = None;
        self.held.stage.replace(None);
    }
}

impl Map {
    /// What the reader moves: the canvas with the pins over it.
    fn surface(&self, pins: &[Pin], phrases: &Phrases, on_msg: &Callback<Msg>) -> Element {
        let hint =
            |class, words: &str| element!("p", "class" = class, "aria-hidden" = "true").text(words);
        let groups = self
            .held
            .stage
            .borrow()
            .as_ref()
            .map(Stage::groups)
            .unwrap_or_default();
        let buttons = groups
            .iter()
            .map(|group| pin(group, pins, phrases, &self.held, on_msg).into());
        let mut surface = element!("div", "class" = "surface").node(&self.held.surface);
        for (kind, act) in DEEDS {
            let held = self.held.clone();
            surface = surface.on(kind, move |event| {
                held.on_stage(|stage, surface| act(&event, stage, surface));
            });
        }
        surface
            .child(element!("canvas", "aria-hidden" = "true").node(&self.canvas))
            .child(hint("hint wheel", phrases.wheel_hint))
            .child(hint("hint finger", phrases.finger_hint))
            .child(
                element!("div", "class" = "pins")
                    .node(&self.pins)
                    .child(list(buttons.collect())),
            )
    }

    fn keyed(&self, is_open: bool, on_msg: &Callback<Msg>) -> impl Fn(KeyboardEvent) + 'static {
        let (held, about, on_msg) = (self.held.clone(), self.about.clone(), on_msg.clone());
        move |event| {
            if is_open && event.key() == "Escape" {
                on_msg.emit(Msg::AboutSwitched);
                focus::give(&about);
                return;
            }
            if attention::is_in(&event, ".note") {
                return; // which the arrows scroll
            }
            let chord = event.ctrl_key() || event.meta_key() || event.alt_key();
            let key = Control::of_key(&event.key()).filter(|_| !chord);
            if key.is_some_and(|key| held.control(key)) {
                event.prevent_default();
            }
        }
    }

    fn set_up(&mut self, context: &Context<Self>) {
        let (props, link) = (context.props(), context.link().clone());
        let surface = self.held.surface.cast::<web_sys::Element>();
        let (Some(surface), Some(canvas), Some(pins)) =
            (surface, self.canvas.cast(), self.pins.cast())
        else {
            return;
        };
        let stage = Stage::new(
            props.host.clone(),
            props.basemap.0.clone(),
            [surface.clone(), canvas, pins],
            &props.frame.pins,
            props.frame.aim.clone(),
            Box::new(move || link.send_message(())),
            Box::new(rested(props)),
        );
        self.guards = stage.as_ref().map(|stage| {
            let (resized, repainted) = (stage.clone(), stage.clone());
            let size = SizeWatch::new(&surface, move |_| resized.refresh());
            (size, look::watch(move || repainted.refresh()))
        });
        self.held.stage.replace(stage);
    }
}

/// What is done when the map has come to rest.
fn rested(props: &MapProps) -> impl Fn(At, bool) + 'static {
    let (host, on_msg) = (props.host.clone(), props.on_msg.clone());
    move |at, by_reader| {
        host.rested(at.lon, at.lat, at.zoom, by_reader);
        if by_reader {
            on_msg.emit(Msg::MapRested(at));
        }
    }
}

/// On paper, which place each number stands for.
fn legend(pins: &[Pin]) -> Element {
    let mut legend = element!("p", "class" = "legend", "aria-hidden" = "true");
    for (place, pin) in pins.iter().enumerate() {
        let (lang, number) = (&pin.label.lang, numbers(&[place]));
        let entry = element!("span", "lang" = lang, "data-places" = &number);
        legend = legend.child(entry.text(&pin.label.text));
    }
    legend
}
