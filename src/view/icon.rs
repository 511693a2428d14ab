//! Icon: a small drawing that tells a topic where colour cannot.

use super::element::{Element, element};

/// The drawing for a topic's id; a disc for a topic of somebody else's.
pub(super) fn icon(id: &str) -> Element {
    element!(
        "svg",
        "class" = "icon",
        "viewBox" = "0 0 16 16",
        "aria-hidden" = "true"
    )
    .child(element!("path", "d" = path(id)))
}

/// In a square of 16, filled.
fn path(id: &str) -> &'static str {
    match id {
        // A building with columns.
        "politics" => "M8 1 1 5v2h14V5zM3 8h2v5H3zm4 0h2v5H7zm4 0h2v5h-2zM1 14h14v1H1z",
        // Bars that rise.
        "economy" => "M1 10h3v5H1zm5-4h3v9H6zm5-5h3v14h-3z",
        // A leaf.
        "agriculture" => "M14 2C6 2 2 5 2 10q0 1 1 3l6-6-5 7q8 1 10-4 1-4 0-8z",
        // A plane.
        "transport" => {
            "M8 1q-1 0-1 2v3L1 10v2l6-2v3l-2 1v1l3-1 3 1v-1l-2-1v-3l6 2v-2L9 6V3q0-2-1-2z"
        }
        // A case.
        "tourism" => "M5 4V1h6v3h4v10H1V4zm1 0h4V2H6zM4 5v8h1V5zm7 0v8h1V5z",
        // An open book.
        "education" => "M1 3q4-1 6 1v10q-2-2-6-1zm14 0q-4-1-6 1v10q2-2 6-1z",
        // A note.
        "culture" => "M6 2 14 1v10a2.5 2.5 0 1 1-1-2V5L7 6v7a2.5 2.5 0 1 1-1-2z",
        // A shield.
        "defence" => "M8 1 2 3v5q0 5 6 7 6-2 6-7V3z",
        // A heart.
        "humanitarian" => "M8 14Q1 9 1 5.5 1 2 4.5 2 7 2 8 4.5 9 2 11.5 2 15 2 15 5.5 15 9 8 14z",
        // A target: only this.
        "only" => {
            "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zm0 2a5 5 0 1 1 0 10A5 5 0 0 1 8 3zm0 3a2 2 0 1 0 0 4 2 2 0 0 0 0-4z"
        }
        _ => "M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3z",
    }
}
