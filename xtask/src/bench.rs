//! Bench: how long the map's own work takes natively, in a release build: `cargo xtask bench map`.

mod map;

use anyhow::Result;
use clap::Subcommand;

use crate::{step, workspace};

#[derive(Clone, Copy, Subcommand)]
pub(crate) enum Bench {
    /// Frames of scripted pans and zooms: points, times, bytes
    Map,
}

impl Bench {
    /// Prints the table; a debug build, which would tell nothing, calls the release.
    pub(crate) fn run(self) -> Result<()> {
        if cfg!(debug_assertions) {
            let mut release = workspace::command("cargo");
            release.args(["run", "--quiet", "--release", "--package", "xtask", "--"]);
            return step::run(release.args(["bench", "map"]), "the lines above say why");
        }
        match self {
            Self::Map => map::run(),
        }
    }
}
