//! Map: the globe with its pins and buttons.
//!
//! Unlike the other parts it holds something alive: the [`Stage`], which moves sixty times a second
//! and so cannot pass through renders. Everything else here is drawn from props.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use crate::dom::hint::Hint;
use crate::dom::host::Host;
use crate::dom::size::SizeWatch;
use crate::dom::stage::Stage;
use crate::dom::{look, pointer};
use crate::geo::basemap::Basemap;
use crate::geo::projection::Law;
use crate::locale::{Phrases, phrases};
use crate::model::Msg;
use crate::model::control::Control;
use crate::model::frame::{Frame, Pin};
use crate::model::gesture::Input;
use crate::story::{Lang, Place};
use crate::view::shared::Shared;

/// Props of [`Map`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct MapProps {
    pub(super) basemap: Shared<RefCell<Basemap>>,
    pub(super) frame: Rc<Frame>,
    pub(super) places: Rc<Vec<Place>>,
    pub(super) lang: Lang,
    pub(super) law: Law,
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
    let stage = use_stage(&nodes, props);
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
    let hint = use_mut_ref(|| None::<Hint>);
    let wheeled = Callback::from({
        let on_stage = on_stage.clone();
        move |event: WheelEvent| {
            let answered = on_stage(&|stage, surface| {
                let answered = stage.input(pointer::wheeled(&event, surface));
                if !answered {
                    // The page scrolls; the reader may have meant the map.
                    hint.take();
                    hint.replace(Some(Hint::show(surface)));
                }
                answered
            });
            if answered {
                event.prevent_default();
            }
        }
    });
    let keyed = Callback::from({
        let control = control.clone();
        move |event: KeyboardEvent| {
            let chord = event.ctrl_key() || event.meta_key() || event.alt_key();
            let key = Control::of_key(&event.key()).filter(|_| !chord);
            if key.is_some_and(&control) {
                event.prevent_default();
            }
        }
    });

    html! {
        <section class="map" part="map" aria-label={phrases.map} tabindex="0" onkeydown={keyed}>
            <div ref={nodes.surface} class="surface" onpointerdown={pressed} onpointermove={moved}
                onpointerup={lifted} onpointercancel={lost} ondblclick={doubled}
                onwheel={wheeled}>
                <canvas ref={nodes.canvas} aria-hidden="true" />
                <p class="hint" aria-hidden="true">{ phrases.wheel_hint }</p>
                <div ref={nodes.pins} class="pins">
                    for (index, pin) in props.frame.pins.iter().enumerate() {
                        { pin_button(index, pin, &props.on_msg) }
                    }
                </div>
            </div>
            <div class="controls" role="group" aria-label={phrases.map_controls}>
                for which in Control::ALL {
                    { control_button(which, phrases, control.clone()) }
                }
            </div>
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
fn use_stage(nodes: &Nodes, props: &MapProps) -> Rc<std::cell::RefCell<Option<Stage>>> {
    let stage = use_mut_ref(|| None::<Stage>);
    {
        let (stage, nodes, props) = (stage.clone(), nodes.clone(), props.clone());
        use_effect_with((), move |()| {
            let made = set_up(&nodes, &props);
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
        use_effect_with(deps, move |(lang, places)| {
            let story: Vec<&str> = places.iter().map(|place| place.country.as_str()).collect();
            if let Some(stage) = stage.borrow().as_ref() {
                stage.name(phrases(*lang), &story);
            }
        });
    }
    {
        let stage = stage.clone();
        use_effect_with(props.law, move |&law| {
            if let Some(stage) = stage.borrow().as_ref() {
                stage.project(law);
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
    stage
}

fn set_up(nodes: &Nodes, props: &MapProps) -> Option<Stage> {
    Stage::new(
        props.host.clone(),
        props.basemap.0.clone(),
        &nodes.surface.cast()?,
        &nodes.canvas.cast()?,
        nodes.pins.cast()?,
        props.places.iter().map(|place| place.at).collect(),
        props.frame.aim.clone(),
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

fn pin_button(index: usize, pin: &Pin, on_msg: &Callback<Msg>) -> Html {
    let press = on_msg.reform(move |_: MouseEvent| Msg::PinPressed(index));
    html! {
        <button key={pin.id.clone()} type="button" class="pin" part="pin" onclick={press}
            aria-label={pin.name.clone()} aria-pressed={pin.pressed.to_string()}>
            // In the order of the name, so that what is seen is what is said.
            <span class="label" lang={pin.label.lang.clone()}>{ &pin.label.text }</span>
            { " " }
            <span class="count">{ pin.count }</span>
        </button>
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
