//! Bench: how long things take: `cargo xtask bench map` for the map's own work natively, in a release
//! build; `cargo xtask bench frames` and `bench story` for the map and for long stories in a browser, as
//! dist/ has them.

mod map;

use anyhow::Result;
use clap::Subcommand;

use crate::{step, workspace};

#[derive(Clone, Copy, Subcommand)]
pub(crate) enum Bench {
    /// Frames of scripted pans and zooms: points, times, bytes
    Map,
    /// The same in Chromium, at pixel ratio 1 and 2: all work of a frame, late frames
    Frames,
    /// Stories of 100, 10,000 and 100,000 events in Chromium: ready, search, tour, zoom
    Story,
}

impl Bench {
    /// Prints the table; a debug build, which would tell nothing, calls the release.
    pub(crate) fn run(self) -> Result<()> {
        let in_browser = match self {
            Self::Map => None,
            Self::Frames => Some("frames"),
            Self::Story => Some("story"),
        };
        if let Some(what) = in_browser {
            let mut bench = workspace::command("node");
            bench.args(["tests/web/bench.mjs", what]);
            return step::run(&mut bench, "the lines above say why");
        }
        if cfg!(debug_assertions) {
            let mut release = workspace::command("cargo");
            release.args(["run", "--quiet", "--release", "--package", "xtask", "--"]);
            return step::run(release.args(["bench", "map"]), "the lines above say why");
        }
        map::run()
    }
}
