//! story-map: a story of places and dates on any web page.

pub mod geo;
pub mod model;
pub mod story;
