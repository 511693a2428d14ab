//! Search: the field for the words to find, and the words marked where they are.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::locale::Phrases;
use crate::model::Msg;
use crate::model::search::Search;

/// The field.
pub(super) fn search(query: &str, phrases: &Phrases, on_msg: &Callback<Msg>) -> Html {
    let typed = {
        let on_msg = on_msg.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                on_msg.emit(Msg::Typed(input.value()));
            }
        })
    };
    let keyed = {
        let (on_msg, is_empty) = (on_msg.clone(), query.is_empty());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !is_empty {
                on_msg.emit(Msg::Typed(String::new()));
            }
        })
    };
    html! {
        <input class="search" type="search" aria-label={phrases.search} placeholder={phrases.search}
            autocomplete="off" spellcheck="false" value={query.to_owned()} oninput={typed} onkeydown={keyed} />
    }
}

/// A text with the words found in it marked.
pub(super) fn marked(text: &str, search: &Search) -> Html {
    let pieces = search.pieces(text).into_iter();
    pieces
        .map(|(piece, is_found)| {
            if is_found {
                html! { <mark>{ piece }</mark> }
            } else {
                html! { { piece } }
            }
        })
        .collect()
}
