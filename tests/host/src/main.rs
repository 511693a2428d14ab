//! Somebody else's page, made with Yew: the story stands among its own elements, and it shows what its own
//! callbacks hear. Two Yew programs on one page must not take each other's events.

use yew::prelude::*;

#[component]
fn Page() -> Html {
    let pressed = use_state(|| 0);
    let heard = use_state(|| 0);
    let typed = use_state(|| 0);
    let place = use_state(|| "seoul");
    let has_story = use_state(|| true);
    let count = |counter: &UseStateHandle<i32>| {
        let counter = counter.clone();
        move || counter.set(*counter + 1)
    };
    let on_press = Callback::from({
        let count = count(&pressed);
        move |_: MouseEvent| count()
    });
    let on_hear = Callback::from({
        let count = count(&heard);
        move |_: MouseEvent| count()
    });
    let on_type = Callback::from({
        let count = count(&typed);
        move |_: InputEvent| count()
    });
    let on_move = Callback::from({
        let place = place.clone();
        move |_: MouseEvent| place.set("baku")
    });
    let on_toggle = Callback::from({
        let has_story = has_story.clone();
        move |_: MouseEvent| has_story.set(!*has_story)
    });
    html! {
        <main>
            <button id="press" onclick={on_press}>{ *pressed }</button>
            <input aria-label="Theirs" oninput={on_type} />
            <button id="move" onclick={on_move}>{ "Move" }</button>
            <button id="toggle" onclick={on_toggle}>{ "Toggle" }</button>
            <output id="heard">{ *heard }</output>
            <output id="typed">{ *typed }</output>
            <div onclick={on_hear}>
                if *has_story {
                    <story-map id="story" place={*place}><p id="fallback">{ "The story." }</p></story-map>
                }
            </div>
        </main>
    }
}

fn main() {
    yew::Renderer::<Page>::new().render();
}
