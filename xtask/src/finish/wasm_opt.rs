//! wasm-opt: makes the program small. It comes with npm's `binaryen` at the version that
//! package-lock.json names; Trunk would look for it on the PATH, or download it.

use std::path::Path;

use anyhow::{Result, ensure};

use crate::{step, workspace};

const PROGRAM: &str = "node_modules/binaryen/bin/wasm-opt";

/// The smallest in brotli of the combinations tried, by a little; `-Oz` is the smallest in bytes.
const FLAGS: &[&str] = &[
    "-O3",
    "--converge",
    "--strip-producers",
    "--strip-target-features", // nothing reads them from here on
];

/// Rewrites the file in place.
pub(super) fn run(wasm: &Path) -> Result<()> {
    let program = workspace::path(PROGRAM);
    ensure!(
        program.is_file(),
        "wasm-opt is missing: run `npm ci` and build again"
    );
    step::announce("making the program small (wasm-opt)");
    let mut node = workspace::command("node"); // the program is a script; not every system starts it
    node.arg(program).args(FLAGS).arg(wasm).arg("-o").arg(wasm);
    step::run(&mut node, "look at its message above")
}
