//! Embed: the program's door to `<story-map>` in `static/story-map.js`: data and settings in, a life
//! out.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::prelude::*;
use yew::virtual_dom::VComp;
use yew::{AppHandle, Renderer};

use crate::digits::digits;
use crate::dom::host::Host;
use crate::geo::basemap::Basemap;
use crate::geo::projection::Law;
use crate::model::at::At;
use crate::model::link::{Link, Topics};
use crate::model::parts::Parts;
use crate::model::telling;
use crate::story::{Lang, Story};
use crate::view::shared::Shared;
use crate::view::{Settings, StoryMap, StoryMapProps};

#[wasm_bindgen]
extern "C" {
    /// The element's attributes, as it hands them over.
    pub type Attributes;

    #[wasm_bindgen(method, getter)]
    fn asked(this: &Attributes) -> u32;
    #[wasm_bindgen(method, getter)]
    fn controls(this: &Attributes) -> u32;
    #[wasm_bindgen(method, getter)]
    fn event(this: &Attributes) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn from(this: &Attributes) -> Option<i32>;
    #[wasm_bindgen(method, getter)]
    fn gestures(this: &Attributes) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn hash(this: &Attributes) -> bool;
    #[wasm_bindgen(method, getter)]
    fn place(this: &Attributes) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn projection(this: &Attributes) -> String;
    #[wasm_bindgen(method, getter)]
    fn theme(this: &Attributes) -> u32;
    #[wasm_bindgen(method, getter)]
    fn to(this: &Attributes) -> Option<i32>;
    #[wasm_bindgen(method, getter)]
    fn topics(this: &Attributes) -> Option<String>;
}

impl Attributes {
    fn settings(&self, lang: Lang) -> Settings {
        Settings {
            asked: self.asked(),
            hash: self.hash(),
            parts: Parts(self.controls()),
            lang,
            // The element knows the names, and takes any other for the default.
            law: match self.projection().as_str() {
                "flat" => Law::Flat,
                _ => Law::Globe,
            },
            greedy: self.gestures().map(|gestures| gestures == "greedy"),
            theme: self.theme(),
            link: Link {
                event: self.event(),
                place: self.place().into_iter().collect(),
                topics: Topics::parse(&self.topics().unwrap_or_default()),
                from: self.from(),
                to: self.to(),
                ..Link::default()
            },
            look: None,
        }
    }
}

/// The world, which all elements of the page share.
#[wasm_bindgen]
pub struct World(Shared<RefCell<Basemap>>);

/// The world of a basemap file; nothing when it is none.
#[wasm_bindgen]
pub fn world(file: &[u8]) -> Option<World> {
    let basemap = Basemap::decode(file).ok()?;
    Some(World(Shared::new(RefCell::new(basemap))))
}

/// A story in one language, which any number of elements may show.
#[wasm_bindgen]
pub struct Told {
    lang: Lang,
    story: Shared<Story>,
}

/// The story of a packed file; nothing when it is none.
#[wasm_bindgen]
pub fn told(file: &[u8]) -> Option<Told> {
    let (lang, story) = telling::read(file)?;
    let story = Shared::new(story);
    Some(Told { lang, story })
}

#[derive(Clone, PartialEq, Properties)]
struct StandProps {
    /// Which life it is; each begins anew, whatever the one before left.
    life: usize,
    story: Option<Rc<StoryMapProps>>,
}

/// Where one story after another is shown, or none. (As a function it would be some hundred bytes larger.)
struct Stand;

impl Component for Stand {
    type Message = ();
    type Properties = StandProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let StandProps { life, story } = context.props();
        story.clone().map_or_else(Html::default, |props| {
            VComp::new::<StoryMap>(props, Some(digits(*life).into())).into()
        })
    }
}

/// A root in which elements live, one after the other: Yew never lets go of what listens on one, so
/// that a root for each life would stay in memory for ever.
#[wasm_bindgen]
pub struct App {
    handle: AppHandle<Stand>,
    props: StandProps,
}

/// Makes `root`, an empty element, ready for stories.
#[wasm_bindgen]
pub fn mount(root: Element) -> App {
    let props = StandProps {
        life: 0,
        story: None,
    };
    App {
        handle: Renderer::<Stand>::with_root_and_props(root, props.clone()).render(),
        props,
    }
}

#[wasm_bindgen]
impl App {
    /// Shows a story; what the root showed before is forgotten.
    pub fn begin(&mut self, world: &World, told: &Told, attributes: &Attributes, host: Host) {
        self.props.life += 1;
        self.props.story = Some(Rc::new(StoryMapProps {
            basemap: world.0.clone(),
            story: told.story.clone(),
            settings: attributes.settings(told.lang),
            host,
        }));
        self.show();
    }

    /// Attributes have changed, or the same story is told in another language.
    pub fn update(&mut self, told: &Told, attributes: &Attributes) {
        if let Some(props) = &mut self.props.story {
            let props = Rc::make_mut(props);
            props.story = told.story.clone();
            props.settings = Settings {
                look: props.settings.look,
                ..attributes.settings(told.lang)
            };
            self.show();
        }
    }

    /// The map shall look there, in the steps of [`At`].
    pub fn look(&mut self, lon: i32, lat: i32, zoom: i32) {
        if let Some(props) = &mut self.props.story {
            let props = Rc::make_mut(props);
            let asked = props.settings.look.map_or(0, |(asked, _)| asked) + 1;
            props.settings.look = Some((asked, At { lon, lat, zoom }));
            self.show();
        }
    }

    /// The element is gone for good: nothing of its story stays.
    pub fn end(&mut self) {
        self.props.story = None;
        self.show();
    }

    fn show(&mut self) {
        self.handle.update(self.props.clone());
    }
}

/// The stylesheet, for the shadow root's constructable sheet: one that no policy forbids.
#[wasm_bindgen]
pub fn stylesheet() -> String {
    include_str!(concat!(env!("OUT_DIR"), "/story-map.css")).to_owned()
}
