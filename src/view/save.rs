//! Save: the files that a reader can take away. A program of its own makes them, fetched when one is
//! asked for.

use std::rc::Rc;

use yew::prelude::*;

use super::share::{Subject, button};

/// The buttons, closed away until they are asked for.
pub(super) fn save(subject: &Rc<Subject>, told: &'static str) -> Html {
    let buttons = KINDS.into_iter().zip(subject.phrases.save_as);
    html! {
        <details class="save">
            <summary>{ subject.phrases.save }</summary>
            <div class="ways">
                { buttons.map(|(kind, name)| button(name, kind, subject)).collect::<Html>() }
                <span class="told" role="status">{ told }</span>
            </div>
        </details>
    }
}

/// What the program that makes the files calls them, in the order of the phrases.
const KINDS: [&str; 4] = ["svg", "csv", "geojson", "ics"];
