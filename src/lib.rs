//! story-map: a story of places and dates on any web page: map, cards and timeline, in one element.
//!
//! # The layers
//!
//! Each imports only from those before it; `tests/layers.rs` keeps it so.
//!
//! | module | holds | knows |
//! |---|---|---|
//! | [`digits`] | whole numbers as text | nothing |
//! | [`geo`] | points, the projection, the camera and its flights, the clip, the basemap | `digits` |
//! | [`story`] | places, sources, events, dates; the reader that finds every fault; the packed form that a page loads | `geo` |
//! | [`locale`] | every word of the interface, per language | the story's dates and kinds |
//! | [`model`] | the state, what happens to it, and all that is shown, decided | all above |
//! | [`draw`] | a picture written out | the picture |
//! | [`export`] | files that a reader takes away | all above |
//! | [`dom`] | the browser in thin adapters; the running map | all above |
//! | [`view`] | the page's elements, made by Yew | all above |
//! | [`embed`] | the door to `<story-map>` in `static/story-map.js` | all above |
//!
//! Up to `export` it is pure Rust and runs natively, so that it is tested with `cargo test` and can
//! write the page at build time.
//!
//! # The way of a story
//!
//! An editor writes GeoJSON. When the page is built, [`story::read()`] tells what is wrong with it and
//! [`model::telling`] makes one file of it for each language, with the words that only that language's
//! readers need ([`locale::brought`]); the loader fetches the one for its reader and [`embed`] unpacks it.
//! The code that reads is not in the program: a page that brings a story of its own loads `reader/`, a
//! program of its own, which reads and packs in the browser. Likewise `saver/` comes when a reader first
//! takes a file away.
//!
//! # The life of a press on a pin
//!
//! 1. The browser tells Yew, and the pin's button sends [`model::Msg::PinPressed`].
//! 2. [`model::Model::update`] makes the next state: the place is chosen, the first card shall have
//!    the focus.
//! 3. [`model::frame::Frame`] decides what is shown: counts, pressed pins, the cards in time order,
//!    what the map shall have in view. The view only writes it down as elements.
//! 4. After that render, `view/after.rs` moves the focus, writes the address and tells the page, and
//!    `view/map.rs` sends the [`dom::stage::Stage`] its aim and marks.
//! 5. The stage flies its camera there frame by frame: [`model::picture::Picture`] is composed for each,
//!    [`draw::canvas`] writes it to one buffer, `paint` in `static/story-map.js` strokes it, and the
//!    pins are placed. Yew takes no part in motion.
//!
//! # What is absent
//!
//! - No clock, no chance, no browser in `update`: what they know arrives in a message.
//! - `view` and `draw` decide nothing: no filter, no comparison of coordinates, no wording of dates.
//! - No `style=` attribute, `<style>`, inline script or markup made of text: strict policies forbid
//!   them, and a story's text is never markup.
//! - No request but for the program's own files; no storage; nothing global but the element's name.

// In the order of the layers; the empty lines keep it from being sorted.

pub mod digits;

pub mod geo;

pub mod story;

pub mod locale;

pub mod model;

pub mod draw;

pub mod export;

pub mod dom;

pub mod view;

#[cfg(feature = "element")]
pub mod embed;
