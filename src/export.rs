//! Export: what a reader takes away, as the text of a file: events for a spreadsheet, for a calendar, and
//! the map as a drawing. The events as a story file are [`crate::story::written`]'s. And what machines that
//! read pages take away.

pub mod calendar;
pub mod csv;
pub mod json_ld;
pub mod map;
