//! The project's commands: each in a file of its own, each printing what it does.
fn main() {}
