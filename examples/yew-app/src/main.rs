//! A Yew program of somebody's own: a heading, buttons, and a story map that they command and that they
//! hear from.

use story_map_yew::{Selection, StoryMap};
use yew::prelude::*;

/// What the buttons choose: a place's id and name.
const PLACES: [(&str, &str); 2] = [("baku", "Baku"), ("seoul", "Seoul")];

/// The whole program.
#[component]
fn Journal() -> Html {
    let place = use_state(|| None::<&str>);
    let is_open = use_state(|| true);
    let heard = use_state(Vec::<String>::new);
    let pressed = use_state(|| 0);

    let on_select = {
        let heard = heard.clone();
        Callback::from(move |Selection { place, event }| {
            let line = [place, event].map(|id| id.unwrap_or_else(|| "none".into()));
            heard.set([heard.to_vec(), vec![line.join(", ")]].concat());
        })
    };
    // Of every press within: the map's own too, which reach here as any element's do.
    let onclick = {
        let pressed = pressed.clone();
        Callback::from(move |_| pressed.set(*pressed + 1))
    };
    let choose = PLACES.map(|(id, name)| {
        let place = place.clone();
        let onclick = Callback::from(move |_| place.set(Some(id)));
        html! { <button {onclick}>{ format!("Show {name}") }</button> }
    });
    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |_| is_open.set(!*is_open))
    };
    html! {
        <main>
            <h1>{ "Journal" }</h1>
            <p>
                { for choose }
                <button onclick={toggle}>{ if *is_open { "Put the map away" } else { "Bring the map" } }</button>
            </p>
            <p>{ "Asked for: " }<output id="asked">{ place.unwrap_or("nowhere") }</output></p>
            <p>{ "Pressed within: " }<output id="pressed">{ *pressed }</output></p>
            <ol id="heard">{ for heard.iter().map(|line| html! { <li>{ line }</li> }) }</ol>
            <section {onclick}>
                if *is_open {
                    <StoryMap place={*place} {on_select}>
                        <p>{ "The map comes here." }</p>
                    </StoryMap>
                }
            </section>
        </main>
    }
}

fn main() {
    yew::Renderer::<Journal>::new().render();
}
