//! Language: the choice of it, each named in itself.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::locale::{Phrases, phrases};
use crate::model::Msg;
use crate::story::Lang;

/// The choice of language.
pub(super) fn language(now: &Phrases, on_msg: &Callback<Msg>) -> Html {
    let chosen = {
        let on_msg = on_msg.clone();
        Callback::from(move |event: Event| {
            let select = event.target_dyn_into::<HtmlSelectElement>();
            if let Some(lang) = select.and_then(|select| select.value().parse().ok()) {
                on_msg.emit(Msg::LangChosen(lang));
            }
        })
    };
    html! {
        <select class="language" aria-label={now.language} title={now.language} onchange={chosen}>
            for &lang in Lang::ALL {
                <option value={lang.code()} lang={lang.code()} selected={lang == now.lang}>
                    { phrases(lang).own_name }
                </option>
            }
        </select>
    }
}
