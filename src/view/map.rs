//! Map: the globe with its pins and buttons.
//!
//! Unlike the other parts it holds something alive: the [`Stage`], which moves sixty times a second
//! and so cannot pass through renders, and which places share a button, which follows from the
//! camera and so is the stage's to tell. Everything else here is drawn from props.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use crate::dom::host::Host;
use crate::dom::size::SizeWatch;
use crate::dom::stage::Stage;
use crate::dom::{focus, look, pointer};
use crate::geo::basemap::Basemap;
use crate::geo::projection::Law;
use crate::locale::brought::brought;
use crate::locale::{Phrases, phrases};
use crate::model::Msg;
use crate::model::at::At;
use crate::model::cluster::{self, Groups, Sign};
use crate::model::control::Control;
use crate::model::frame::{Frame, Pin};
use crate::model::gesture::Input;
use crate::model::pins::numbers;
use crate::story::{Lang, Place};
use crate::view::shared::Shared;

/// Props of [`Map`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct MapProps {
    pub(super) basemap: Shared<RefCell<Basemap>>,
    pub(super) frame: Shared<Frame>,
    pub(super) places: Rc<Vec<Place>>,
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
#[component]
pub(super) fn Map(props: &MapProps) -> Html {
    let phrases = phrases(props.lang);
    let nodes = Nodes {
        surface: use_node_ref(),
        canvas: use_node_ref(),
        pins: use_node_ref(),
    };
    let (stage, groups) = use_stage(&nodes, props);
    let surface = nodes.surface.clone();
    let on_stage = {
        let stage = stage.clone();
        move |act: &dyn Fn(&Stage, &Element) -> bool| {
            let surface = surface.cast::<Element>();
            let (stage, Some(surface)) = (stage.borrow(), surface) else {
                return false;
            };
            stage.as_ref().is_some_and(|stage| act(stage, &surface))
        }
    };
    let control = {
        let on_stage = on_stage.clone();
        move |control| {
            on_stage(&|stage, _| {
                stage.control(control);
                true
            })
        }
    };

    let pressed = with(&on_stage, |event: &PointerEvent, stage, surface| {
        pointer::pressed(event, surface).is_some_and(|input| stage.input(input))
    });
    let moved = with(&on_stage, |event: &PointerEvent, stage, surface| {
        let was_dragging = stage.is_dragging();
        let answered = stage.input(pointer::moved(event, surface));
        if stage.is_dragging() && !was_dragging {
            // From here on the drag goes on outside the box too, and is no click on a pin. The
            // browser refuses only when the pointer is already up.
            let _ = surface.set_pointer_capture(event.pointer_id());
        }
        answered
    });
    let lifted = with(&on_stage, |event: &PointerEvent, stage, _| {
        stage.input(pointer::lifted(event))
    });
    let lost = with(&on_stage, |event: &PointerEvent, stage, _| {
        stage.input(pointer::lost(event))
    });
    let doubled = with(&on_stage, |event: &MouseEvent, stage, surface| {
        let at = pointer::at(event, surface);
        stage.input(Input::Doubled { at })
    });
    let wheeled = Callback::from({
        let on_stage = on_stage.clone();
        move |event: WheelEvent| {
            if on_stage(&|stage, surface| stage.input(pointer::wheeled(&event, surface))) {
                event.prevent_default();
            }
        }
    });
    let about = use_node_ref();
    let keyed = Callback::from({
        let (control, about) = (control.clone(), about.clone());
        let (is_open, on_msg) = (props.about, props.on_msg.clone());
        move |event: KeyboardEvent| {
            if is_open && event.key() == "Escape" {
                on_msg.emit(Msg::AboutSwitched);
                focus::give(&about);
                return;
            }
            let chord = event.ctrl_key() || event.meta_key() || event.alt_key();
            let key = Control::of_key(&event.key()).filter(|_| !chord);
            if key.is_some_and(&control) {
                event.prevent_default();
            }
        }
    });

    html! {
        <section class="map" part="map" aria-label={phrases.map} tabindex="0" onkeydown={keyed}
            onfocusin={props.on_msg.reform(|_: FocusEvent| Msg::MapFocused)}>
            <div ref={nodes.surface} class="surface" onpointerdown={pressed} onpointermove={moved}
                onpointerup={lifted} onpointercancel={lost} ondblclick={doubled}
                onwheel={wheeled}>
                <canvas ref={nodes.canvas} aria-hidden="true" />
                <p class="hint wheel" aria-hidden="true">{ phrases.wheel_hint }</p>
                <p class="hint finger" aria-hidden="true">{ phrases.finger_hint }</p>
                <div ref={nodes.pins} class="pins">
                    for group in groups.iter() {
                        { pin_button(group, &props.frame.pins, phrases, &stage, &props.on_msg) }
                    }
                </div>
            </div>
            <p class="legend" aria-hidden="true">
                for (place, pin) in props.frame.pins.iter().enumerate() {
                    <span lang={pin.label.lang.clone()} data-places={numbers(&[place])}>{ &pin.label.text }</span>
                }
            </p>
            <div class="controls" role="group" aria-label={phrases.map_controls}>
                for which in Control::ALL {
                    { control_button(which, phrases, control.clone()) }
                }
            </div>
            { about_map(props.about, &about, phrases, &props.on_msg) }
        </section>
    }
}

/// The elements that the stage works on.
#[derive(Clone, Default)]
struct Nodes {
    surface: NodeRef,
    canvas: NodeRef,
    pins: NodeRef,
}

/// Sets up the stage, keeps it in step with the box and the theme, and turns it to each choice.
#[hook]
fn use_stage(nodes: &Nodes, props: &MapProps) -> (Rc<RefCell<Option<Stage>>>, Rc<Groups>) {
    let stage = use_mut_ref(|| None::<Stage>);
    let groups = stage.borrow().as_ref().map(Stage::groups);
    let groups = groups.unwrap_or_default();
    {
        let (stage, nodes, props) = (stage.clone(), nodes.clone(), props.clone());
        let again = use_force_update();
        use_effect_with((), move |()| {
            let made = set_up(&nodes, &props, again);
            let guards = made.as_ref().map(|made| {
                let (resized, repainted) = (made.clone(), made.clone());
                let surface = nodes.surface.cast::<Element>();
                (
                    surface
                        .and_then(|surface| SizeWatch::new(&surface, move |_| resized.refresh())),
                    look::watch(move || repainted.refresh()),
                )
            });
            stage.replace(made);
            move || {
                drop(guards);
                stage.replace(None);
            }
        });
    }
    {
        let stage = stage.clone();
        let deps = (props.lang, props.places.clone());
        let frame = props.frame.clone();
        use_effect_with(deps, move |(lang, places)| {
            let story: Vec<&str> = places.iter().map(|place| place.country.as_str()).collect();
            if let Some(stage) = stage.borrow().as_ref() {
                stage.name(phrases(*lang), &story, &frame.pins);
            }
        });
    }
    {
        let (stage, groups) = (stage.clone(), groups.clone());
        use_effect(move || {
            if let Some(stage) = stage.borrow().as_ref() {
                stage.made_buttons(groups);
            }
        });
    }
    {
        let stage = stage.clone();
        let deps = (props.law, props.greedy, props.theme);
        use_effect_with(deps, move |&(law, greedy, _)| {
            if let Some(stage) = stage.borrow().as_ref() {
                stage.project(law);
                stage.claim(greedy);
                stage.refresh();
            }
        });
    }
    {
        let stage = stage.clone();
        use_effect_with(props.frame.marks.clone(), move |marks| {
            if let Some(stage) = stage.borrow().as_ref() {
                stage.mark(marks.clone());
            }
        });
    }
    {
        let stage = stage.clone();
        let aim = props.frame.aim.clone();
        use_effect_with((props.turns, aim), move |(_, aim)| {
            if let Some(stage) = stage.borrow().as_ref() {
                stage.aim(aim.clone());
            }
        });
    }
    (stage, groups)
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

fn set_up(nodes: &Nodes, props: &MapProps, again: UseForceUpdateHandle) -> Option<Stage> {
    let [surface, canvas, pins] = [&nodes.surface, &nodes.canvas, &nodes.pins].map(NodeRef::cast);
    Stage::new(
        props.host.clone(),
        props.basemap.0.clone(),
        [surface?, canvas?, pins?],
        &props.frame.pins,
        props.frame.aim.clone(),
        Box::new(move || again.force_update()),
        Box::new(rested(props)),
    )
}

/// A callback that does something on the stage.
fn with<E: 'static>(
    on_stage: &(impl Fn(&dyn Fn(&Stage, &Element) -> bool) -> bool + Clone + 'static),
    act: impl Fn(&E, &Stage, &Element) -> bool + 'static,
) -> Callback<E> {
    let on_stage = on_stage.clone();
    Callback::from(move |event: E| {
        on_stage(&|stage, surface| act(&event, stage, surface));
    })
}

/// The button of a place, or of several that lie on one another.
fn pin_button(
    group: &[usize],
    pins: &[Pin],
    phrases: &Phrases,
    stage: &Rc<RefCell<Option<Stage>>>,
    on_msg: &Callback<Msg>,
) -> Html {
    let Sign {
        name,
        count,
        pressed,
    } = cluster::sign(group, pins, phrases);
    let first = &pins[group[0]];
    let is_cluster = group.len() > 1;
    let press = {
        let (stage, on_msg, group) = (stage.clone(), on_msg.clone(), group.to_vec());
        Callback::from(move |_: MouseEvent| {
            let stage = stage.borrow();
            match group.as_slice() {
                &[place] => on_msg.emit(Msg::PinPressed(place)),
                several if stage.as_ref().is_some_and(|stage| stage.part(several)) => {}
                several => on_msg.emit(Msg::ClusterPressed(several.to_vec())),
            }
        })
    };
    // Its place's button and that of a cluster there are one element, so that the focus stays on it.
    let key = first.id.clone();
    // A cluster is no switch; but it says when it hides one that is on.
    let pressed = (pressed || !is_cluster).then(|| pressed.to_string());
    let local = first.local.as_ref().filter(|_| !is_cluster);
    let more = is_cluster.then(|| format!("{} +{}", first.label.text, group.len() - 1));
    html! {
        <button {key} type="button" class="pin" part="pin" data-cluster={is_cluster.then_some("")}
            data-none={(count == 0).then_some("")} onclick={press} aria-label={name}
            aria-pressed={pressed} data-places={numbers(group)}>
            // What is seen is what is said, in its order; the local name says nothing new, and a cluster's
            // name says more than there is room for. So those are no text but the stylesheet's to show.
            <span class="label" lang={first.label.lang.clone()} data-words={more}>
                if !is_cluster {
                    { &first.label.text }
                }
                if let Some(local) = local {
                    <span class="local" lang={local.lang.clone()} data-words={local.text.clone()} />
                }
            </span>
            { " " }
            <span class="count">{ phrases.number(count) }</span>
        </button>
    }
}

/// The button that opens the note about the map, and the note.
fn about_map(is_open: bool, button: &NodeRef, phrases: &Phrases, on_msg: &Callback<Msg>) -> Html {
    let press = on_msg.reform(|_: MouseEvent| Msg::AboutSwitched);
    let name = phrases.about_map;
    html! {
        <>
            <button ref={button} type="button" class="about" aria-label={name} title={name}
                aria-expanded={is_open.to_string()} onclick={press}>{ "i" }</button>
            if is_open {
                // What may have to be scrolled must be in the keyboard's reach.
                <div class="note" role="group" aria-label={name} tabindex="0">
                    for words in &brought(phrases.lang).note {
                        <p>{ words }</p>
                    }
                </div>
            }
        </>
    }
}

fn control_button(
    which: Control,
    phrases: &Phrases,
    control: impl Fn(Control) -> bool + 'static,
) -> Html {
    let (name, sign, class) = match which {
        Control::ZoomIn => (phrases.zoom_in, "+", "zoom-in"),
        Control::ZoomOut => (phrases.zoom_out, "−", "zoom-out"),
        Control::ShowAll => (phrases.show_all_places, "◎", "show-all"),
        Control::North => (phrases.move_north, "▲", "north"),
        Control::South => (phrases.move_south, "▼", "south"),
        Control::West => (phrases.move_west, "◀", "west"),
        Control::East => (phrases.move_east, "▶", "east"),
    };
    let press = Callback::from(move |_: MouseEvent| {
        control(which);
    });
    html! {
        <button type="button" {class} aria-label={name} title={name} onclick={press}>{ sign }</button>
    }
}
