//! Pins: the buttons of places over the map: which places share one, where each stands, which has the focus.
//!
//! Yew makes the buttons of the groups that are wanted; while they are on their way nothing is placed.

use std::rc::Rc;

use web_sys::Element;

use crate::dom::host::Host;
use crate::geo::camera::Camera;
use crate::geo::room::Room;
use crate::geo::{LonLat, Screen, Size};
use crate::model::cluster::{self, Groups};
use crate::model::frame::Pin;
use crate::model::pins::{Buttons, Caption, Label};

pub(super) struct Pins {
    /// What the buttons are in, in the order of their groups.
    element: Element,
    pub(super) places: Vec<LonLat>,
    /// The order in which places head a group.
    rank: Vec<usize>,
    /// The places' names, measured.
    captions: Vec<Caption>,
    /// Where they stand in this frame.
    pub(super) buttons: Buttons,
    /// What the stylesheet is told of one of them.
    look: String,
    /// The groups that there should be buttons for, and those that there are.
    pub(super) wanted: Rc<Groups>,
    groups: Rc<Groups>,
    /// Asks Yew to make the buttons that are wanted.
    regrouped: Box<dyn Fn()>,
    /// The place whose button has the focus, while others come and go.
    focused: Option<usize>,
}

/// What the stylesheet puts round a pin's name, and between it and the local name.
const PADDING_PX: f64 = 8.0;
const SEPARATOR_PX: f64 = 12.0;

impl Pins {
    pub(super) fn new(element: Element, shown: &[Pin], regrouped: Box<dyn Fn()>) -> Self {
        Self {
            element,
            captions: vec![Caption::default(); shown.len()],
            places: shown.iter().map(|pin| pin.at).collect(),
            rank: cluster::rank(shown),
            buttons: Buttons::default(),
            look: String::new(),
            wanted: Rc::default(),
            groups: Rc::default(),
            regrouped,
            focused: None,
        }
    }

    /// Takes the places' names, which `width` measures.
    pub(super) fn name(&mut self, pins: &[Pin], width: impl Fn(&str) -> f64) {
        let captions = pins.iter().map(|pin| Caption {
            name: width(&pin.label.text) + PADDING_PX,
            local: pin
                .local
                .as_ref()
                .map_or(0.0, |local| width(&local.text) + SEPARATOR_PX),
        });
        self.captions = captions.collect();
    }

    /// Finds out where each button stands. `crossed` tells which rooms the chosen event's way runs through.
    pub(super) fn stand(&mut self, camera: Camera, size: Size, crossed: &dyn Fn(&Room) -> bool) {
        let places = (&self.places[..], &self.rank[..], &self.captions[..]);
        self.buttons.place(places, camera, size, crossed);
    }

    /// Places the buttons, or asks for those of other groups.
    pub(super) fn show(&mut self, host: &Host, size: Size) {
        let heads = &self.buttons.heads;
        if cluster::are_of(&self.groups, heads) {
            self.place(host, size);
        } else if !cluster::are_of(&self.wanted, heads) {
            self.wanted = Rc::new(cluster::groups_of(heads, &self.rank));
            self.remember_focus(host);
            (self.regrouped)();
        }
    }

    /// Yew has made the buttons of these groups; whether they are others than there were.
    pub(super) fn made(&mut self, groups: Rc<Groups>) -> bool {
        let are_others = !Rc::ptr_eq(&self.groups, &groups) && !groups.is_empty();
        if are_others {
            self.groups = groups;
        }
        are_others
    }

    /// Places the buttons that were just made, if they are still the right ones, and gives the focus back
    /// to the one that now has the noted place.
    pub(super) fn settle(&mut self, host: &Host, size: Size) {
        if cluster::are_of(&self.groups, &self.buttons.heads) {
            self.place(host, size);
        }
        let Some(place) = self.focused else {
            return;
        };
        for (index, group) in (0..).zip(self.groups.iter()) {
            if group.contains(&place) {
                host.focus(&self.element, index);
            }
        }
    }

    fn place(&mut self, host: &Host, size: Size) {
        for (index, spot) in (0..).zip(&self.buttons.spots) {
            self.look.clear();
            for (is, word) in [
                (true, side(spot.label)),
                (spot.stand.beyond, " beyond "),
                (spot.stand.beyond, spot.stand.edge(size)),
                (spot.roomy, " roomy"),
                (spot.local, " local"),
            ] {
                if is {
                    self.look.push_str(word);
                }
            }
            let Screen { x, y } = spot.stand.at;
            host.pin(&self.element, index, x, y, &self.look);
        }
    }

    /// Notes which place has the focus before buttons go: within a group the one noted before, if the
    /// reader came with it.
    fn remember_focus(&mut self, host: &Host) {
        let index = usize::try_from(host.focused(&self.element)).ok();
        let group = index.and_then(|index| self.groups.get(index));
        self.focused = group.map(|group| {
            let noted = self.focused.filter(|place| group.contains(place));
            noted.unwrap_or(group[0])
        });
    }
}

/// A side as the stylesheet calls it.
fn side(label: Label) -> &'static str {
    match label {
        Label::Right => "right",
        Label::Left => "left",
        Label::Below => "below",
        Label::Above => "above",
        Label::Hidden => "hidden",
    }
}
