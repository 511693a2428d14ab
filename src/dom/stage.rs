//! Stage: the running map: its camera, canvas and pins, moved sixty times a second beside Yew.
//!
//! Yew draws what changes by choice; the stage draws what changes by motion. They meet in
//! [`Stage::aim`], which sends the camera to what was chosen, and in the pins: the stage tells which
//! places share a button, Yew makes the buttons, and the stage places them.

mod pins;

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement};

use pins::Pins;

use super::frames::Frames;
use super::hint::Hint;
use super::host::Host;
use super::look::{self, Look};
use super::size::{fills_window, size_of};
use crate::draw::canvas;
use crate::geo::basemap::Basemap;
use crate::geo::camera::Camera;
use crate::geo::flight::Flight;
use crate::geo::projection::Law;
use crate::geo::room::Room;
use crate::geo::{LonLat, Screen, Size};
use crate::locale::Phrases;
use crate::model::at::At;
use crate::model::cluster::{self, Groups};
use crate::model::control::Control;
use crate::model::frame::{Aim, Pin};
use crate::model::gesture::{Answer, Gesture, Input, Refused};
use crate::model::inertia::Glide;
use crate::model::labels::{self, Kind, Name};
use crate::model::marks::Marks;
use crate::model::picture::Picture;
use crate::model::scale::Scale;

/// The running map. Clones are handles to the same one.
#[derive(Clone)]
pub struct Stage(Rc<RefCell<Running>>);

struct Running {
    host: Host,
    frame: Element,
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    look: Look,

    basemap: Rc<RefCell<Basemap>>,
    /// Whether the basemap's finer levels were asked for.
    asked_for_detail: bool,
    pins: Pins,
    names: Vec<Name>,
    /// Say a length, once there is a language.
    phrases: Option<&'static Phrases>,
    marks: Marks,
    picture: Picture,
    buffer: Vec<f32>,
    placed: Vec<(usize, Screen)>,
    /// How many kilometres the scale bar says, and how.
    length: (u32, String),

    size: Size,
    camera: Camera,
    gesture: Gesture,
    /// Whether the page says to be greedy or not; else the size of the story does.
    claimed: Option<bool>,
    hint: Option<Hint>,
    /// What the camera shall show, until the reader moves it elsewhere.
    aim: Option<Aim>,
    /// Whether the reader moved it since it last came to rest.
    by_hand: bool,
    /// Told where the map looks when it comes to rest, and whether the reader moved it there.
    rested: Box<dyn Fn(At, bool)>,
    under_way: Option<UnderWay>,
    frames: Frames,
    /// Whether there is something to draw in the next frame.
    stale: bool,
    /// When it was last drawn, on the clock of animation frames.
    drawn_ms: f64,
}

/// How long nothing moves before the map is at rest: a hand on a wheel pauses for less.
const REST_MS: f64 = 250.0;

/// A movement that goes on by itself.
#[derive(Clone, Copy)]
enum UnderWay {
    /// To what was chosen.
    Flight {
        flight: Flight,
        /// When it began, on the clock of animation frames; `None` before the first of them.
        since_ms: Option<f64>,
    },
    /// On from where the reader let go.
    Glide(Glide),
}

/// How far from the edge of the box the places stay in the view that has them all: room for their
/// names where the box has it.
fn margin_px(size: Size) -> f64 {
    (0.16 * size.width.min(size.height)).clamp(44.0, 96.0)
}

impl Stage {
    /// Sets up the map in `frame`, which holds the canvas and the element with the pins. It calls
    /// `regrouped` when there should be buttons for other groups of them.
    ///
    /// `None` where the browser gives no canvas to draw on.
    pub fn new(
        host: Host,
        basemap: Rc<RefCell<Basemap>>,
        [frame, canvas, pins]: [Element; 3],
        shown: &[Pin],
        aim: Aim,
        regrouped: Box<dyn Fn()>,
        rested: Box<dyn Fn(At, bool)>,
    ) -> Option<Self> {
        let canvas: HtmlCanvasElement = canvas.unchecked_into();
        let context = canvas.get_context("2d").ok()??.unchecked_into();
        let running = |stage: &Weak<RefCell<Running>>| Running {
            pins: Pins::new(pins, shown, regrouped),
            host,
            look: Look::of(&frame),
            frame,
            canvas,
            context,
            basemap,
            asked_for_detail: false,
            names: Vec::new(),
            phrases: None,
            marks: Marks::default(),
            picture: Picture::default(),
            buffer: Vec::new(),
            placed: Vec::new(),
            length: (0, String::new()),
            size: Size::default(),
            camera: Camera {
                centre: LonLat { lon: 0.0, lat: 0.0 },
                zoom: 0.0,
                law: Law::Globe,
            },
            gesture: Gesture::default(),
            claimed: None,
            hint: None,
            aim: Some(aim)
                .filter(|aim| !matches!(aim, Aim::Stay))
                .or(Some(Aim::AllPlaces)),
            by_hand: false,
            rested,
            under_way: None,
            frames: Frames::new({
                let stage = stage.clone();
                move |time_ms| Self::tick(&stage, time_ms)
            }),
            stale: false,
            drawn_ms: 0.0,
        };
        let stage = Rc::new_cyclic(|stage| RefCell::new(running(stage)));
        let mut running = stage.borrow_mut();
        running.host.hold(&running.frame);
        running.resize();
        drop(running);
        Some(Self(stage))
    }

    /// Takes what the reader did on the map; whether the map answers, so that the page must not.
    pub fn input(&self, input: Input) -> bool {
        let mut running = self.0.borrow_mut();
        // Asks the page for its layout, and only these depend on it.
        if matches!(
            input,
            Input::Wheeled { .. } | Input::Pressed { finger: true, .. }
        ) {
            running.be_greedy();
        }
        match running.gesture.step(input) {
            None => return false,
            Some(Answer::Caught) => {
                running.under_way = None;
                return false;
            }
            Some(Answer::Moved(delta)) => {
                let camera = delta.apply(running.camera, running.size);
                running.move_to(camera);
            }
            Some(Answer::Refused(what)) => {
                let name = match what {
                    Refused::Wheel => "wheel",
                    Refused::Finger => "finger",
                };
                running.hint = None; // the one before would take this one with it
                running.hint = Some(Hint::show(&running.frame, name));
                return false;
            }
            Some(Answer::Thrown(_)) if look::reduced_motion() => return false,
            Some(Answer::Thrown(glide)) => running.under_way = Some(UnderWay::Glide(glide)),
        }
        drop(running);
        self.ask_for_frame();
        true
    }

    /// Whether a press has become a drag.
    pub fn is_dragging(&self) -> bool {
        self.0.borrow().gesture.is_dragging()
    }

    /// Does what a button or key of the map says.
    pub fn control(&self, control: Control) {
        let mut running = self.0.borrow_mut();
        if control == Control::ShowAll {
            drop(running);
            self.aim(Aim::AllPlaces);
            self.0.borrow_mut().by_hand = true;
            return;
        }
        let camera = control.apply(running.camera, running.camera, running.size);
        running.move_to(camera);
        drop(running);
        self.ask_for_frame();
    }

    /// Draws by another radial law, at once.
    pub fn project(&self, law: Law) {
        let mut running = self.0.borrow_mut();
        if running.camera.law != law {
            running.camera.law = law;
            running.resize();
            running.frames.ask(); // to rest where it looks now
        }
    }

    /// Takes plain wheels and single fingers for itself or leaves them to the page, whatever the size.
    pub fn claim(&self, greedy: Option<bool>) {
        let mut running = self.0.borrow_mut();
        running.claimed = greedy;
        running.be_greedy();
    }

    /// Draws these marks from the next frame on.
    pub fn mark(&self, marks: Marks) {
        self.0.borrow_mut().marks = marks;
        self.ask_for_frame();
    }

    /// The groups of places that there should be buttons for.
    pub fn groups(&self) -> Rc<Groups> {
        self.0.borrow().pins.wanted.clone()
    }

    /// Yew has made the buttons of these groups.
    pub fn made_buttons(&self, groups: Rc<Groups>) {
        let mut running = self.0.borrow_mut();
        if running.pins.made(groups) {
            let Running {
                host, pins, size, ..
            } = &mut *running;
            pins.settle(host, *size);
        }
    }

    /// Flies to where the places under one button part; whether they do anywhere.
    pub fn part(&self, group: &[usize]) -> bool {
        let mut running = self.0.borrow_mut();
        let places = &running.pins.places;
        let places: Vec<LonLat> = group.iter().map(|&place| places[place]).collect();
        let (law, size) = (running.camera.law, running.size);
        let Some(to) = cluster::parting(&places, law, margin_px(size), size) else {
            return false;
        };
        running.aim = None;
        running.by_hand = true;
        drop(running);
        self.go_to(to);
        true
    }

    /// Turns the map to what was chosen.
    pub fn aim(&self, aim: Aim) {
        let mut running = self.0.borrow_mut();
        let to = running.view_of(&aim);
        running.aim = Some(aim);
        running.by_hand = false;
        drop(running);
        self.go_to(to);
    }

    fn go_to(&self, to: Camera) {
        let mut running = self.0.borrow_mut();
        if to == running.camera {
            return;
        }
        if look::reduced_motion() || running.size.is_empty() {
            running.camera = to;
            running.under_way = None;
        } else {
            running.under_way = Some(UnderWay::Flight {
                flight: Flight::between(running.camera, to, running.size),
                since_ms: None,
            });
        }
        drop(running);
        self.ask_for_frame();
    }

    /// Names the countries and seas, and measures the names beside the pins; `story` has the codes of
    /// the story's own countries.
    pub fn name(&self, phrases: &'static Phrases, story: &[&str], pins: &[Pin]) {
        let mut running = self.0.borrow_mut();
        let width = |words: &str, kind| {
            let look = running.look.lettering(kind);
            running.host.width(&running.context, look, words)
        };
        let basemap = running.basemap.borrow();
        let coarse = basemap.levels.first();
        let names = coarse.map(|level| labels::names(level, phrases, story, width));
        drop(basemap);
        let Running {
            host,
            context,
            look,
            pins: buttons,
            ..
        } = &mut *running;
        buttons.name(pins, |words| host.width(context, &look.pin, words));
        running.names = names.unwrap_or_default();
        running.phrases = Some(phrases);
        running.length.0 = 0;
        running.draw();
    }

    /// Draws again in a box of another size, or with other colours, at once.
    pub fn refresh(&self) {
        let mut running = self.0.borrow_mut();
        running.look = Look::of(&running.frame);
        running.resize();
        running.frames.ask(); // to rest where it looks now
        drop(running);
        self.ask_for_detail();
    }

    /// Fetches the finer levels when the camera has come near enough to want them. Without them the
    /// map stays coarse, which the element has told the page.
    fn ask_for_detail(&self) {
        let mut running = self.0.borrow_mut();
        let lacks = running.basemap.borrow().lacks_detail_for(running.camera);
        if running.asked_for_detail || !lacks {
            return;
        }
        running.asked_for_detail = true;
        let basemap = running.basemap.clone();
        let stage = Rc::downgrade(&self.0);
        let come = Closure::once_into_js(move |bytes: JsValue| {
            if bytes.is_undefined() {
                return;
            }
            if let Err(error) = basemap
                .borrow_mut()
                .refine(&Uint8Array::new(&bytes).to_vec())
            {
                super::console::warn(&error.message());
            }
            if let Some(stage) = stage.upgrade() {
                stage.borrow_mut().draw();
            }
        });
        running.host.detail(&come);
    }

    fn ask_for_frame(&self) {
        let mut running = self.0.borrow_mut();
        running.stale = true;
        running.frames.ask();
    }

    /// A frame has come: draws what changed, or comes to rest when nothing has for a while.
    fn tick(stage: &Weak<RefCell<Running>>, time_ms: f64) {
        let Some(stage) = stage.upgrade().map(Self) else {
            return;
        };
        let mut running = stage.0.borrow_mut();
        running.frames.came();
        if running.stale {
            running.advance(time_ms);
            running.draw();
            running.drawn_ms = time_ms;
            running.stale = running.under_way.is_some();
        } else if time_ms - running.drawn_ms >= REST_MS {
            if running.size.is_empty() {
                return; // it looks nowhere
            }
            let by_hand = std::mem::take(&mut running.by_hand);
            (running.rested)(At::of(running.camera), by_hand);
            return;
        }
        running.frames.ask();
        drop(running);
        stage.ask_for_detail();
    }
}

impl Running {
    /// A move by the reader's own hand ends every other.
    fn move_to(&mut self, camera: Camera) {
        self.camera = camera;
        self.under_way = None;
        self.aim = None;
        self.by_hand = true;
    }

    /// Where the story has the window to itself, a plain wheel or a finger is nobody else's. The browser
    /// must know before the finger comes.
    fn be_greedy(&mut self) {
        let story = self.frame.closest(".story").ok().flatten();
        let fills = || story.is_some_and(|story| fills_window(&story));
        self.gesture.greedy = self.claimed.unwrap_or_else(fills);
        // An element refuses only attributes whose name has a space in it.
        let greedy = self.gesture.greedy;
        let _ = self
            .frame
            .toggle_attribute_with_force("data-greedy", greedy);
    }

    fn advance(&mut self, time_ms: f64) {
        let goes_on = match &mut self.under_way {
            None => return,
            Some(UnderWay::Flight { flight, since_ms }) => {
                let since = *since_ms.get_or_insert(time_ms);
                let share = (time_ms - since) / flight.duration_ms();
                self.camera = flight.at(share);
                share < 1.0
            }
            Some(UnderWay::Glide(glide)) => match glide.advance(time_ms) {
                Some(delta) => {
                    self.camera = delta.apply(self.camera, self.size);
                    true
                }
                None => false,
            },
        };
        if !goes_on {
            self.under_way = None;
        }
    }

    fn resize(&mut self) {
        self.size = size_of(&self.frame);
        if self.size.is_empty() {
            return;
        }
        self.be_greedy();
        self.under_way = None;
        self.camera = match &self.aim {
            Some(aim) => self.view_of(aim),
            None => self.camera.within_limits(self.size),
        };
        self.draw();
    }

    fn view_of(&self, aim: &Aim) -> Camera {
        let (law, margin) = (self.camera.law, margin_px(self.size));
        match aim {
            Aim::AllPlaces => Camera::framing(law, &self.pins.places, margin, self.size),
            Aim::Points(points) => Camera::framing(law, points, margin, self.size).no_nearer(),
            Aim::View(at) => at.camera(law).within_limits(self.size),
            Aim::Stay => self.camera,
        }
    }

    fn draw(&mut self) {
        if self.size.is_empty() {
            return;
        }
        let ratio = web_sys::window().map_or(1.0, |window| window.device_pixel_ratio());
        self.fit_canvas(ratio);
        let basemap = self.basemap.borrow();
        let Some(level) = basemap.level(self.camera, self.size) else {
            return;
        };
        self.picture
            .compose(level, &self.marks, self.camera, self.size);
        drop(basemap);
        canvas::write(&self.picture.layers, &mut self.buffer);
        // Only a canvas of another kind could refuse these.
        let _ = self.context.set_transform(ratio, 0.0, 0.0, ratio, 0.0, 0.0);
        self.context
            .clear_rect(0.0, 0.0, self.size.width, self.size.height);
        self.host
            .paint(&self.context, &self.buffer, &self.look.styles);
        let crossed = |room: &Room| self.picture.way_crosses(room);
        self.pins.stand(self.camera, self.size, &crossed);
        let scale = Scale::of(self.camera, self.size);
        let taken = &mut self.pins.buttons.rooms;
        taken.extend(scale.map(|scale| scale.room(self.size)));
        labels::place(
            &self.names,
            taken,
            &crossed,
            self.camera,
            self.size,
            &mut self.placed,
        );
        for &(index, at) in &self.placed {
            let Name { text, kind, .. } = &self.names[index];
            let look = self.look.lettering(*kind);
            self.host.letter(&self.context, look, text, at.x, at.y);
        }
        if let Some((Scale { km, px }, phrases)) = scale.zip(self.phrases) {
            let look = self.look.lettering(Kind::Country);
            if self.length.0 != km {
                self.length = (km, phrases.kilometres(km));
            }
            let (words, height) = (&self.length.1, self.size.height);
            self.host.scale(&self.context, look, words, px, height);
        }
        self.pins.show(&self.host, self.size);
    }

    /// Gives the canvas a pixel for each of the screen's; a change of size clears it.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // screens are small and positive
    fn fit_canvas(&self, ratio: f64) {
        let pixels = |length: f64| (length * ratio).round() as u32;
        let (width, height) = (pixels(self.size.width), pixels(self.size.height));
        if self.canvas.width() != width || self.canvas.height() != height {
            self.canvas.set_width(width);
            self.canvas.set_height(height);
        }
    }
}
