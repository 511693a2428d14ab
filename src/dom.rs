//! Dom: the browser, in thin adapters: events to plain values, plain values to effects.
//!
//! What is missing or refused comes back as `None` or is left undone; nothing here throws.

pub mod address;
pub mod attention;
pub mod clock;
pub mod console;
pub mod focus;
pub mod frames;
pub mod hint;
pub mod host;
pub mod look;
pub mod pointer;
pub mod size;
pub mod stage;
