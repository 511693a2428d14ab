//! Draw: a picture written out, to the canvas's buffer or as an SVG document. Nothing is decided here.

pub mod canvas;
pub mod coarse;
pub mod svg;
