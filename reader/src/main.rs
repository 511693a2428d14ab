//! Reader: turns the text of a story file into a packed story, for a page that brings its own.
//!
//! It is a program apart from the widget, loaded only by such a page: reading a file with all that can
//! be wrong in it takes a fifth as much code as showing a story.

use story_map::model::telling;
use story_map::story::{Lang, Reading, Story, read};
use wasm_bindgen::prelude::*;

/// A story file that was read.
#[wasm_bindgen]
pub struct Read {
    story: Option<Story>,
    faults: Vec<String>,
}

#[wasm_bindgen]
impl Read {
    /// Reads the text of a file.
    #[wasm_bindgen(constructor)]
    pub fn new(text: &str) -> Self {
        let Reading { mut story, faults } = read(text);
        if !faults.is_empty() {
            story = story.filter(|story| !story.events.is_empty()); // nothing in it is sound
        }
        Self {
            story: story.map(Story::in_time_order),
            faults: faults.iter().map(ToString::to_string).collect(),
        }
    }

    /// Everything that is wrong with it, in words.
    pub fn faults(&self) -> Vec<String> {
        self.faults.clone()
    }

    /// The story in a language, by its code, for the widget; nothing when nothing can be shown.
    pub fn packed(&self, lang: &str) -> Option<Vec<u8>> {
        let lang = lang.parse().unwrap_or(Lang::En);
        Some(telling::write(self.story.as_ref()?, lang))
    }
}

fn main() {}
