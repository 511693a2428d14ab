//! `cargo xtask build`: the release in dist/, measured and held to its budgets.

use anyhow::Result;

use crate::{budget, step, tools, workspace};

pub(crate) fn run() -> Result<()> {
    tools::ensure(tools::For::Build)?;
    step::announce("building the page (trunk build --release)");
    step::run(
        workspace::trunk("build").arg("--release"),
        "look at its message above",
    )?;
    step::announce("measuring dist/ (brotli at quality 11; 1 kB is 1000 bytes)");
    budget::check(&workspace::path("dist"))
}
