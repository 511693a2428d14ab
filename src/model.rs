//! Model: the one state of the story on show, what may happen to it, and what follows.

pub mod gesture;
pub mod link;
