//! Search: the field for the words to find, and the words marked where they are.

use yew::{Callback, Html};

use super::element::{Element, element, list, text};
use crate::locale::Phrases;
use crate::model::Msg;
use crate::model::search::Search;
use crate::model::unbroken::first;

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
    let mut shown = Vec::new();
    for (piece, is_found) in search.pieces(words) {
        if is_found {
            shown.push(element!("mark").text(piece).into());
        } else {
            keep(piece, &mut shown);
        }
    }
    list(shown)
}

/// A text whose numbers keep their endings on their line.
pub(super) fn unbroken(words: &str) -> Html {
    let mut shown = Vec::new();
    keep(words, &mut shown);
    list(shown)
}

fn keep(mut words: &str, shown: &mut Vec<Html>) {
    while let Some(whole) = first(words) {
        shown.push(text(&words[..whole.start]));
        let end = whole.end;
        shown.push(
            element!("span", "class" = "whole")
                .text(&words[whole])
                .into(),
        );
        words = &words[end..];
    }
    shown.push(text(words));
}
