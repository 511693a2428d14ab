//! Timer: something done later, unless its guard is dropped before.

use gloo::timers::callback::Timeout;

/// Calls back once, after so many milliseconds.
pub fn after(ms: u32, done: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(ms, done)
}
