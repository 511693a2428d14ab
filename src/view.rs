//! View: the story on show. [`StoryMap`] has the state and the effects; all else is drawn from props.

mod card;
mod events;
mod icon;
mod language;
mod map;
#[cfg(feature = "page")]
pub mod page;
mod save;
mod search;
mod share;
pub mod shared;
mod timeline;
mod topics;
mod tour;

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use yew::prelude::*;

use crate::dom::grip::Grip;
use crate::dom::host::Host;
use crate::dom::{address, attention, clock, console, focus, timer};
use crate::geo::basemap::Basemap;
use crate::geo::projection::Law;
use crate::locale::phrases;
use crate::model::almanac::Zone;
use crate::model::at::At;
use crate::model::card::cards;
use crate::model::frame::{Frame, Steps};
use crate::model::link::Link;
use crate::model::parts::{Part, Parts};
use crate::model::search::{Index, Search};
use crate::model::selection::{Selection, unknown};
use crate::model::{Chooser, Model, Msg};
use crate::story::{Lang, Story};
use events::events;
use map::Map;
use shared::Shared;

/// What the page asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Counts the page's wishes, so that the same one twice is heard twice.
    pub asked: u32,
    /// Whether the page's address mirrors the state.
    pub hash: bool,
    /// The parts to show.
    pub parts: Parts,
    /// The language to show.
    pub lang: Lang,
    /// The radial law of the map.
    pub law: Law,
    /// Whether plain wheels and single fingers are the map's; else that follows from its size.
    pub greedy: Option<bool>,
    /// Which of dark and light: for the stylesheet to know, and for the map to hear that it is another.
    pub theme: u32,
    /// The place and event to choose.
    pub link: Link,
    /// What to look at, and how often that was asked.
    pub look: Option<(u32, At)>,
}

impl Settings {
    /// The level of the story's heading: a page of its own has no other; within somebody's page ours is one
    /// among theirs.
    fn level(&self) -> u8 {
        if self.hash { 1 } else { 2 }
    }
}

/// Props of [`StoryMap`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct StoryMapProps {
    /// The world; finer levels join it when a map first comes near enough.
    pub basemap: Shared<RefCell<Basemap>>,
    /// The story, in time order.
    pub story: Shared<Story>,
    /// What the page asks for; may change at any time.
    pub settings: Settings,
    /// What the element does for the program.
    pub host: Host,
}

/// The whole widget: heading, map and cards, one state.
#[component]
pub fn StoryMap(
    StoryMapProps {
        basemap,
        story,
        settings,
        host,
    }: &StoryMapProps,
) -> Html {
    let (phrases, parts) = (phrases(settings.lang), settings.parts);
    let cards = use_memo(settings.lang, |_| cards(story, phrases));
    let model = use_reducer_eq(|| {
        let model = Model {
            today: clock::today(),
            ..Model::default()
        };
        model.update(opening(story, settings))
    });
    let root = use_node_ref();

    use_wishes(story, settings, &model);
    use_address(story, settings.hash, &model);
    use_choices(story, settings, host, &model, &root);
    use_looks(story, settings, &model);
    use_effect_with(host.clone(), Host::ready);

    // Folding every card is work that most readers never ask for.
    let index = use_memo(settings.lang, |_| OnceCell::new());
    let query = &model.selection.filter.query;
    let search = use_memo((settings.lang, query.clone()), |(_, query)| {
        if query.is_empty() {
            return Search::default();
        }
        index
            .get_or_init(|| Index::of(&story.places, &cards))
            .search(query)
    });
    use_grip(host, &model, &root);
    let frame = Shared::new(Frame::of(story, &cards, &search, phrases, &model));
    use_tour(frame.steps, &model, &root);
    use_effect_with((model.lang, host.clone()), |(lang, host)| {
        if let Some(lang) = lang {
            host.language(lang.code());
        }
    });
    let places = use_memo((), |()| story.places.clone());
    let on_msg = model.dispatcher().to_callback();
    html! {
        <section ref={root} class="story" data-sheet={model.sheet.name()} aria-labelledby="title" lang={phrases.lang.code()}>
            <@{format!("h{}", settings.level())} id="title" class="heading" lang={frame.title.lang.clone()}>{ &frame.title.text }</@>
            { clocks(&frame.zones) }
            if parts.has(Part::Language) {
                { language::language(phrases, &on_msg) }
            }
            if parts.has(Part::Search) {
                { search::search(query, phrases, &on_msg) }
            }
            if parts.has(Part::Topics) {
                { topics::topics(&frame.topics, phrases, &on_msg) }
            }
            <Map basemap={basemap.clone()} frame={frame.clone()} {places} lang={phrases.lang} law={settings.law}
                theme={settings.theme} greedy={settings.greedy} about={model.about} turns={model.turns} host={host.clone()} on_msg={on_msg.clone()} />
            if let Some(timeline) = frame.timeline.as_ref().filter(|_| parts.has(Part::Timeline)) {
                { timeline::timeline(timeline, phrases, &on_msg) }
            }
            { events(&frame, model.sheet, &search, phrases, settings, host, &on_msg) }
        </section>
    }
}

/// What time it is at the story's places. It is no news that time passes, so nobody is told.
fn clocks(zones: &[Zone]) -> Html {
    let clock = |zone: &Zone| {
        html! {
            <span lang={zone.name.lang.clone()}>{ &zone.name.text }{ " " }<time data-ahead={zone.ahead.to_string()} /></span>
        }
    };
    html! { <p class="clocks" aria-live="off">{ zones.iter().map(clock).collect::<Html>() }</p> }
}

/// What the address names, or else the attributes.
fn opening(story: &Story, settings: &Settings) -> Msg {
    let link = settings
        .hash
        .then(|| Link::parse(&address::fragment()))
        .filter(|link| *link != Link::default())
        .unwrap_or_else(|| settings.link.clone());
    chosen_by_page(&link, story)
}

/// The page's choice; what it names and the story has not is said on the console.
fn chosen_by_page(link: &Link, story: &Story) -> Msg {
    for pair in unknown(link, story) {
        console::warn(&format!("<story-map>: the story has no {pair}"));
    }
    Msg::PageChose(Selection::of(link, story), link.lang)
}

/// Follows the attributes when they change.
#[hook]
fn use_wishes(story: &Rc<Story>, settings: &Settings, model: &UseReducerHandle<Model>) {
    let (story, dispatcher) = (story.clone(), model.dispatcher());
    let heard = use_mut_ref(|| settings.asked);
    use_effect_with(settings.clone(), move |settings| {
        // The first of them were heard in `opening`.
        if heard.replace(settings.asked) != settings.asked {
            dispatcher.dispatch(chosen_by_page(&settings.link, &story));
        }
    });
}

/// Follows the address: back, forward, a link within the page.
#[hook]
fn use_address(story: &Rc<Story>, hash: bool, model: &UseReducerHandle<Model>) {
    let (story, dispatcher) = (story.clone(), model.dispatcher());
    use_effect_with(hash, move |&hash| {
        let followed = move || {
            let link = Link::parse(&address::fragment());
            dispatcher.dispatch(chosen_by_page(&link, &story));
        };
        let listener = hash.then(|| address::watch(followed));
        move || drop(listener)
    });
}

/// While the story tells itself: goes on when an event's time is over, and pauses when the reader does
/// anything, or looks elsewhere.
#[hook]
fn use_tour(steps: Steps, model: &UseReducerHandle<Model>, root: &NodeRef) {
    let playing = steps.tour.playing;
    let (dispatcher, root) = (model.dispatcher(), root.clone());
    use_effect_with(playing, {
        let dispatcher = dispatcher.clone();
        move |&playing| {
            let pause = move || dispatcher.dispatch(Msg::TourPlayed(None));
            let listeners = playing.then(|| attention::watch(&root, ".tour", pause));
            move || drop(listeners)
        }
    });
    use_effect_with((steps, model.choices), move |&(steps, _)| {
        let go_on = move || dispatcher.dispatch(Msg::TourWentOn(steps.next));
        let timer = steps
            .tour
            .playing
            .then(|| timer::after(steps.stay_ms, go_on));
        move || drop(timer)
    });
}

/// Follows the hand that drags the list over the map.
#[hook]
fn use_grip(host: &Host, model: &UseReducerHandle<Model>, root: &NodeRef) {
    let (host, dispatcher, root) = (host.clone(), model.dispatcher(), root.clone());
    use_effect_with((), move |()| {
        let dropped =
            move |percent, speed| dispatcher.dispatch(Msg::SheetDropped { percent, speed });
        let grip = Grip::watch(&host, &root, dropped);
        move || drop(grip)
    });
}

/// After a choice: the keyboard goes where it belongs, and the page hears of the reader's.
#[hook]
fn use_choices(
    story: &Rc<Story>,
    settings: &Settings,
    host: &Host,
    model: &UseReducerHandle<Model>,
    root: &NodeRef,
) {
    let (story, host, root) = (story.clone(), host.clone(), root.clone());
    let hash = settings.hash;
    // What this told the page last: of choices made faster than it is drawn, only the last is heard.
    let told = use_mut_ref(|| (Selection::default(), Chooser::Page));
    // A copy is no choice: it must not move the focus again.
    let model = (**model).clone();
    use_effect_with(model.choices, move |_| {
        let (before, by) = told.replace((model.selection.clone(), model.by));
        let in_place = by == Chooser::Reader && model.selection.goes_on(&before);
        focus::go(&root, model.focus);
        let mut link = model.selection.link(&story);
        let by_reader = model.by == Chooser::Reader;
        let filtered = before.filter != model.selection.filter;
        host.chose(&link.write(""), by_reader, filtered);
        if !by_reader {
            return focus::show_chosen(&root, hash);
        }
        if model.tour.playing {
            focus::show_chosen(&root, false);
        }
        if hash {
            link.lang = model.lang;
            address::go(&link.write(&address::fragment()), in_place);
        }
    });
}

/// Where the reader has moved the map is in the address, and no step of the history; and the map turns
/// where the page asks.
#[hook]
fn use_looks(story: &Rc<Story>, settings: &Settings, model: &UseReducerHandle<Model>) {
    let (story, hash, now) = (story.clone(), settings.hash, (**model).clone());
    use_effect_with(now.rests, move |&rests| {
        if hash && rests > 0 {
            let mut link = now.selection.link(&story);
            link.lang = now.lang;
            address::go(&link.write(&address::fragment()), true);
        }
    });
    let dispatcher = model.dispatcher();
    use_effect_with(settings.look, move |look| {
        if let Some((_, at)) = *look {
            dispatcher.dispatch(Msg::PageLooked(at));
        }
    });
}
