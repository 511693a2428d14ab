//! Search: the field for the words to find, and the words marked where they are.

use yew::{Callback, Html};

use super::element::{Element, element, list, text};
use crate::locale::Phrases;
use crate::model::Msg;
use crate::model::search::Search;

/// The field.
pub(super) fn search(query: &str, phrases: &Phrases, on_msg: &Callback<Msg>) -> Element {
    let (typed, cleared, is_empty) = (on_msg.clone(), on_msg.clone(), query.is_empty());
    element!(
        "input",
        "class" = "search",
        "type" = "search",
        "aria-label" = phrases.search,
        "placeholder" = phrases.find,
        "autocomplete" = "off",
        "spellcheck" = "false"
    )
    .value(query)
    .on_input(move |words| typed.emit(Msg::Typed(words)))
    .on_key(move |event| {
        if event.key() == "Escape" && !is_empty {
            cleared.emit(Msg::Typed(String::new()));
        }
    })
}

/// A text with the words found in it marked.
pub(super) fn marked(words: &str, search: &Search) -> Html {
    let pieces = search.pieces(words).into_iter();
    let shown = pieces.map(|(piece, is_found)| {
        if is_found {
            element!("mark").text(piece).into()
        } else {
            text(piece)
        }
    });
    list(shown.collect())
}
