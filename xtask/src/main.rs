//! The project's commands: each in a file of its own, each printing what it does.

mod basemap;

use clap::Parser;

#[derive(Parser)]
enum Command {
    /// Rebuild story/basemap.bin from the published world atlas.
    Basemap,
}

fn main() -> anyhow::Result<()> {
    match Command::parse() {
        Command::Basemap => basemap::run(),
    }
}
