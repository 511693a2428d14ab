//! `cargo xtask build`: the release in dist/, measured and held to its budgets.

use anyhow::Result;

use crate::{budget, step, tools, workspace};

/// The standard library built again for size, with no words for panics, which a reader never sees:
/// a sixth less to download. These are unstable, so they are asked for here and nowhere else; without
/// them `trunk build --release` makes the same page, only larger.
const SMALLER: [(&str, &str); 4] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    (
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none",
    ),
];

pub(crate) fn run() -> Result<()> {
    tools::ensure(tools::For::Build)?;
    step::announce("building the page (trunk build --release)");
    let mut trunk = workspace::trunk("build");
    trunk.arg("--release").envs(SMALLER.iter().copied());
    step::run(&mut trunk, "look at its message above")?;
    step::announce("measuring dist/ (brotli at quality 11; 1 kB is 1000 bytes)");
    budget::check(&workspace::path("dist"))
}
