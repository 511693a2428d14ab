//! Embed: the program's door to `<story-map>` in `static/story-map.js`: data and settings in, a life
//! out.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, Renderer};

use crate::dom::console;
use crate::dom::host::Host;
use crate::geo::basemap::Basemap;
use crate::geo::projection::Law;
use crate::model::link::{Link, Topics};
use crate::story::{Lang, Reading, Story, read};
use crate::view::{Settings, StoryMap, StoryMapProps};

#[wasm_bindgen]
extern "C" {
    /// The element's attributes, as it hands them over.
    pub type Attributes;

    #[wasm_bindgen(method, getter)]
    fn asked(this: &Attributes) -> u32;
    #[wasm_bindgen(method, getter)]
    fn event(this: &Attributes) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn from(this: &Attributes) -> Option<i32>;
    #[wasm_bindgen(method, getter)]
    fn hash(this: &Attributes) -> bool;
    #[wasm_bindgen(method, getter)]
    fn languages(this: &Attributes) -> String;
    #[wasm_bindgen(method, getter)]
    fn place(this: &Attributes) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn projection(this: &Attributes) -> String;
    #[wasm_bindgen(method, getter)]
    fn to(this: &Attributes) -> Option<i32>;
    #[wasm_bindgen(method, getter)]
    fn topics(this: &Attributes) -> Option<String>;
}

impl Attributes {
    fn settings(&self) -> Settings {
        Settings {
            asked: self.asked(),
            hash: self.hash(),
            lang: nearest_lang(&self.languages()),
            // The element knows the names, and takes any other for the default.
            law: match self.projection().as_str() {
                "flat" => Law::Flat,
                _ => Law::Globe,
            },
            link: Link {
                event: self.event(),
                place: self.place().into_iter().collect(),
                topics: Topics::parse(&self.topics().unwrap_or_default()),
                from: self.from(),
                to: self.to(),
                ..Link::default()
            },
        }
    }
}

/// The first of the wanted languages that there is, by its main part: `ko-KR` is Korean.
fn nearest_lang(wanted: &str) -> Lang {
    wanted
        .split(' ')
        .find_map(|tag| tag.split('-').next()?.to_ascii_lowercase().parse().ok())
        .unwrap_or(Lang::En)
}

/// The life of one element: made by [`mount`], changed by attributes, ended by removal.
#[wasm_bindgen]
pub struct App {
    handle: AppHandle<StoryMap>,
    props: StoryMapProps,
}

/// Shows the story in `root`, an empty element of the shadow root.
///
/// # Errors
/// Nothing has been supplied yet.
#[wasm_bindgen]
pub fn mount(root: Element, attributes: &Attributes, host: Host) -> Result<App, JsError> {
    let data = DATA.with(|data| data.get().cloned());
    let Some(Data { basemap, story }) = data else {
        return Err(JsError::new("mounted before the data was supplied"));
    };
    let props = StoryMapProps {
        basemap,
        story,
        settings: attributes.settings(),
        host,
    };
    Ok(App {
        handle: Renderer::<StoryMap>::with_root_and_props(root, props.clone()).render(),
        props,
    })
}

#[wasm_bindgen]
impl App {
    /// Attributes have changed.
    pub fn update(&mut self, attributes: &Attributes) {
        self.props.settings = attributes.settings();
        self.handle.update(self.props.clone());
    }

    /// The element is gone for good.
    pub fn destroy(self) {
        self.handle.destroy();
    }
}

/// The stylesheet, for the shadow root's constructable sheet: one that no policy forbids.
#[wasm_bindgen]
pub fn stylesheet() -> String {
    include_str!("../static/story-map.css").to_owned()
}

thread_local! {
    static DATA: OnceCell<Data> = const { OnceCell::new() };
}

/// What every element of the page shows, unless it brings its own.
#[derive(Clone)]
struct Data {
    basemap: Rc<RefCell<Basemap>>,
    story: Rc<Story>,
}

/// Takes the files that come with the program, once for all elements of the page.
///
/// # Errors
/// The files cannot be used at all. Lesser faults of the story go to the console.
#[wasm_bindgen]
pub fn supply(basemap: &[u8], story: &str) -> Result<(), JsError> {
    let basemap = Basemap::decode(basemap).map_err(|error| JsError::new(&error.to_string()))?;
    let Reading { story, faults } = read(story);
    for fault in &faults {
        console::warn(&fault.to_string());
    }
    let Some(story) = story else {
        return Err(JsError::new("the story cannot be read"));
    };
    // A second supply changes nothing: the elements already show the first.
    DATA.with(|data| {
        data.get_or_init(|| Data {
            basemap: Rc::new(RefCell::new(basemap)),
            story: Rc::new(story.in_time_order()),
        });
    });
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_that_there_is_wins() {
        for (wanted, lang) in [
            ("ko", Lang::Ko),
            ("ko-KR en", Lang::Ko),
            ("fr AZ-Latn", Lang::Az),
            ("fr de", Lang::En),
            ("", Lang::En),
        ] {
            assert_eq!(nearest_lang(wanted), lang, "{wanted}");
        }
    }
}
