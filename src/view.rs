//! View: the story on show. [`StoryMap`] has the state; all else is drawn from it, and `after.rs` does what
//! is to be done once it is drawn.

mod after;
mod card;
mod element;
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
use yew::virtual_dom::ListenerKind;

use crate::digits::digits;
use crate::dom::host::Host;
use crate::dom::{address, clock, console};
use crate::geo::basemap::Basemap;
use crate::geo::projection::Law;
use crate::locale::{Phrases, phrases};
use crate::model::almanac::Zone;
use crate::model::at::At;
use crate::model::card::{Card, cards};
use crate::model::frame::Frame;
use crate::model::link::Link;
use crate::model::parts::{Part, Parts};
use crate::model::search::{Index, Search};
use crate::model::selection::{Selection, unknown};
use crate::model::{Model, Msg};
use crate::story::{Lang, Story};
use after::After;
use element::{Element, element, heading};
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
pub struct StoryMap {
    model: Model,
    telling: Rc<Telling>,
    /// What was found last, and the words that were looked for.
    search: Rc<Search>,
    query: String,
    frame: Shared<Frame>,
    root: NodeRef,
    on_msg: Callback<Msg>,
    after: After,
}

impl Component for StoryMap {
    type Message = Msg;
    type Properties = StoryMapProps;

    fn create(context: &Context<Self>) -> Self {
        let StoryMapProps {
            story, settings, ..
        } = context.props();
        let model = Model {
            today: clock::today(),
            ..Model::default()
        };
        let model = model.update(opening(story, settings.hash, &settings.link));
        let telling = Rc::new(Telling::of(story, settings.lang));
        let query = model.selection.filter.query.clone();
        let search = telling.search(story, &query);
        let frame = telling.frame(story, &search, &model);
        let on_msg = context.link().callback(|msg| msg);
        let root = NodeRef::default();
        Self {
            model,
            telling,
            search,
            query,
            frame,
            after: After::new(on_msg.clone(), root.clone()),
            root,
            on_msg,
        }
    }

    fn update(&mut self, context: &Context<Self>, msg: Msg) -> bool {
        let model = self.model.clone().update(msg);
        let is_other = model != self.model;
        if is_other {
            self.model = model;
            self.decide(context.props());
        }
        is_other
    }

    fn changed(&mut self, context: &Context<Self>, before: &StoryMapProps) -> bool {
        let lang = context.props().settings.lang;
        if before.settings.lang != lang && self.model.lang != Some(lang) {
            self.model.lang = None; // the page's wish: the reader's own may come again
        }
        self.decide(context.props());
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let StoryMapProps {
            basemap,
            story,
            settings,
            host,
        } = context.props();
        let (phrases, parts) = (phrases(settings.lang), settings.parts);
        let Self {
            model,
            frame,
            on_msg,
            ..
        } = self;
        let title = &frame.title;
        let title = element!(
            heading(settings.level()),
            "id" = "title",
            "class" = "heading",
            "lang" = &title.lang
        )
        .text(&title.text);
        let map = html! {
            <Map basemap={basemap.clone()} frame={frame.clone()} story={story.clone()} lang={phrases.lang}
                law={settings.law} theme={settings.theme} greedy={settings.greedy} about={model.about}
                turns={model.turns} host={host.clone()} on_msg={on_msg.clone()} />
        };
        let has = |part| parts.has(part);
        element!(
            "section",
            "class" = "story",
            "data-sheet" = model.sheet.name(),
            "aria-labelledby" = "title",
            "lang" = phrases.lang.code()
        )
        .node(&self.root)
        .child(title)
        .child(clocks(&frame.zones, phrases))
        .child(has(Part::Language).then(|| language::language(phrases, on_msg)))
        .child(has(Part::Search).then(|| {
            let (telling, story) = (self.telling.clone(), story.clone());
            // A long story takes a moment to fold: before the first letter, not after it.
            let ready = move |_| {
                telling.index(&story);
            };
            search::search(&self.query, phrases, on_msg).on(|| ListenerKind::onfocus, ready)
        }))
        .child(
            has(Part::Topics)
                .then(|| topics::topics(&frame.topics, phrases, on_msg))
                .flatten(),
        )
        .child(map)
        .child(
            (frame.timeline.as_ref())
                .filter(|_| has(Part::Timeline))
                .map(|timeline| timeline::timeline(timeline, phrases, on_msg)),
        )
        .child(events(
            frame,
            model.sheet,
            &self.search,
            phrases,
            settings,
            host,
            on_msg,
        ))
        .into()
    }

    fn rendered(&mut self, context: &Context<Self>, _first: bool) {
        self.after.drawn(context.props(), &self.model, &self.frame);
    }
}

impl StoryMap {
    /// Decides what is shown.
    fn decide(&mut self, props: &StoryMapProps) {
        let StoryMapProps {
            story, settings, ..
        } = props;
        let query = &self.model.selection.filter.query;
        let is_retold = self.telling.lang != settings.lang;
        if is_retold {
            self.telling = Rc::new(Telling::of(story, settings.lang));
        }
        if is_retold || self.query != *query {
            self.query.clone_from(query);
            self.search = self.telling.search(story, query);
        }
        self.frame = self.telling.frame(story, &self.search, &self.model);
    }
}

/// The story in the words of one language.
struct Telling {
    lang: Lang,
    cards: Vec<Rc<Card>>,
    /// Folding every card is work that most readers never ask for.
    index: OnceCell<Index>,
}

impl Telling {
    fn of(story: &Story, lang: Lang) -> Self {
        Self {
            lang,
            cards: cards(story, phrases(lang)),
            index: OnceCell::new(),
        }
    }

    fn index(&self, story: &Story) -> &Index {
        self.index
            .get_or_init(|| Index::of(&story.places, &self.cards))
    }

    fn search(&self, story: &Story, query: &str) -> Rc<Search> {
        if query.is_empty() {
            return Rc::default();
        }
        Rc::new(self.index(story).search(query))
    }

    fn frame(&self, story: &Story, search: &Search, model: &Model) -> Shared<Frame> {
        let frame = Frame::of(story, &self.cards, search, phrases(self.lang), model);
        Shared::new(frame)
    }
}

/// What day and time it is at the story's places. It is no news that time passes, so nobody is told.
fn clocks(zones: &[Zone], phrases: &Phrases) -> Element {
    let mut clocks = element!("p", "class" = "clocks", "aria-live" = "off");
    for Zone { name, ahead } in zones {
        let time = element!(
            "time",
            "data-ahead" = &digits((*ahead).into()),
            "data-days" = phrases.table().weekdays,
            "lang" = phrases.lang.code()
        );
        let clock = element!("span", "lang" = &name.lang);
        clocks = clocks.child(clock.text(&name.text).text(" ").child(time));
    }
    clocks
}

/// What the address names, where it is followed, or else the attributes.
fn opening(story: &Story, hash: bool, attributes: &Link) -> Msg {
    let address = if hash {
        Link::parse(&address::fragment())
    } else {
        Link::default()
    };
    chosen_by_page(&address, attributes, story)
}

/// The page's choice; what it names and the story has not is said on the console.
fn chosen_by_page(address: &Link, attributes: &Link, story: &Story) -> Msg {
    for pair in [address, attributes]
        .into_iter()
        .flat_map(|link| unknown(link, story))
    {
        console::warn(&["<story-map>: the story has no ", &pair].concat());
    }
    Msg::PageChose(Selection::opening(address, attributes, story), address.lang)
}
