//! The project's commands: each in a file of its own, each printing what it does.

mod basemap;
mod check;
mod schema;

use clap::Parser;
use std::path::PathBuf;

#[derive(Parser)]
enum Command {
    /// Rebuild story/basemap.bin from the published world atlas.
    Basemap,
    /// Tell everything that is wrong with a story file.
    Check {
        /// The story: a GeoJSON file.
        file: PathBuf,
    },
    /// Rebuild story/story.schema.json from the types that read a story.
    Schema,
}

fn main() -> anyhow::Result<()> {
    match Command::parse() {
        Command::Basemap => basemap::run(),
        Command::Check { file } => check::run(&file),
        Command::Schema => schema::run(),
    }
}
