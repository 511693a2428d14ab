//! Console: what a page's owner should know, and a reader need not.

/// Writes a warning.
pub fn warn(message: &str) {
    web_sys::console::warn_1(&message.into());
}
