//! The program Trunk builds: the library's exports, which the loader calls, and nothing else.
use story_map as _;

fn main() {}
