//! Embed: the program's door to `<story-map>` in `static/story-map.js`: settings in, a life out.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, Renderer};

use crate::dom::host::Host;
use crate::model::link::Link;
use crate::story::{Lang, Story, read};
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
    fn hash(this: &Attributes) -> bool;
    #[wasm_bindgen(method, getter)]
    fn languages(this: &Attributes) -> String;
    #[wasm_bindgen(method, getter)]
    fn place(this: &Attributes) -> Option<String>;
}

impl Attributes {
    fn settings(&self) -> Settings {
        Settings {
            asked: self.asked(),
            hash: self.hash(),
            lang: nearest_lang(&self.languages()),
            link: Link {
                event: self.event(),
                place: self.place(),
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
    story: Rc<Story>,
    host: Host,
}

/// Shows the story in `root`, an empty element of the shadow root.
#[wasm_bindgen]
pub fn mount(root: Element, attributes: &Attributes, host: Host) -> App {
    let story = embedded();
    let props = StoryMapProps {
        story: story.clone(),
        settings: attributes.settings(),
        host: host.clone(),
    };
    App {
        handle: Renderer::<StoryMap>::with_root_and_props(root, props).render(),
        story,
        host,
    }
}

#[wasm_bindgen]
impl App {
    /// Attributes have changed.
    pub fn update(&mut self, attributes: &Attributes) {
        self.handle.update(StoryMapProps {
            story: self.story.clone(),
            settings: attributes.settings(),
            host: self.host.clone(),
        });
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

/// Calls back with the message when the program panics. It is beyond repair then: the page shows
/// what it had before.
#[wasm_bindgen]
pub fn on_panic(callback: js_sys::Function) {
    PANIC.set(Some(callback));
    // In the hook's place Yew would only log.
    yew::set_custom_panic_hook(Box::new(|info| {
        let message = info.to_string();
        web_sys::console::error_1(&message.as_str().into());
        PANIC.with_borrow(|callback| {
            if let Some(callback) = callback {
                // The page's own trouble with the news is not ours to mend in a panic.
                let _ = callback.call1(&JsValue::NULL, &message.into());
            }
        });
    }));
}

thread_local! {
    static PANIC: RefCell<Option<js_sys::Function>> = const { RefCell::new(None) };
    static EMBEDDED: Rc<Story> = Rc::new(
        read(include_str!("../story/azerbaijan-korea.geojson"))
            .story
            .expect("the embedded story is checked by tests/story.rs")
            .in_time_order(),
    );
}

/// The story in the bundle, read once for all elements of the page.
fn embedded() -> Rc<Story> {
    EMBEDDED.with(Rc::clone)
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
