//! Story: places, sources and events, as an editor wrote them.

pub mod date;
