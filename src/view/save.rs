//! Save: the files that a reader can take away. A program of its own makes them, fetched when one is
//! asked for.

use std::rc::Rc;

use super::element::{Element, element};
use super::share::{Subject, said, way};

/// The buttons, closed away until they are asked for.
pub(super) fn save(subject: &Rc<Subject>, told: &'static str) -> Element {
    let mut ways = element!("div", "class" = "ways");
    for (kind, name) in KINDS.into_iter().zip(subject.phrases.save_as) {
        ways = ways.child(way(name, kind, subject));
    }
    element!("details", "class" = "save")
        .child(element!("summary").text(subject.phrases.save))
        .child(ways.child(said(told)))
}

/// What the program that makes the files calls them, in the order of the phrases.
const KINDS: [&str; 4] = ["svg", "csv", "geojson", "ics"];
