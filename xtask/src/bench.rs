//! Bench: how long things take: `cargo xtask bench map` for the map's own work natively, in a release
//! build; `cargo xtask bench story` for long stories in a browser, as dist/ has them.

mod map;

use anyhow::Result;
use clap::Subcommand;

use crate::{step, workspace};

#[derive(Clone, Copy, Subcommand)]
pub(crate) enum Bench {
    /// Frames of scripted pans and zooms: points, times, bytes
    Map,
    /// Stories of 100, 10,000 and 100,000 events in Chromium: ready, search, tour, zoom
    Story,
}

impl Bench {
    /// Prints the table; a debug build, which would tell nothing, calls the release.
    pub(crate) fn run(self) -> Result<()> {
        if let Self::Story = self {
            let mut bench = workspace::command("node");
            return step::run(bench.arg("tests/web/bench.mjs"), "the lines above say why");
        }
        if cfg!(debug_assertions) {
            let mut release = workspace::command("cargo");
            release.args(["run", "--quiet", "--release", "--package", "xtask", "--"]);
            return step::run(release.args(["bench", "map"]), "the lines above say why");
        }
        map::run()
    }
}
