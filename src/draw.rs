//! Draw: a picture written out, to the canvas's buffer. Nothing is decided here.

pub mod canvas;
