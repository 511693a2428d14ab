//! Language: the choice of it, each named in itself.

use yew::Callback;

use super::element::{Element, element};
use crate::locale::{Phrases, phrases};
use crate::model::Msg;
use crate::story::Lang;

/// The choice of language.
pub(super) fn language(now: &Phrases, on_msg: &Callback<Msg>) -> Element {
    let on_msg = on_msg.clone();
    let mut choice = element!(
        "select",
        "class" = "language",
        "aria-label" = now.language,
        "title" = now.language
    )
    .on_choice(move |select| {
        if let Ok(lang) = select.value().parse() {
            on_msg.emit(Msg::LangChosen(lang));
        }
    });
    for &lang in Lang::ALL {
        let (code, is_now) = (lang.code(), lang == now.lang);
        let option = element!("option", "value" = code, "lang" = code, "selected" = is_now);
        choice = choice.child(option.text(phrases(lang).own_name));
    }
    choice
}
