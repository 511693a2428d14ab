//! wasm-opt: makes the program small. It comes with npm's `binaryen` at the version that
//! package-lock.json names; Trunk would look for it on the PATH, or download it.

use std::path::Path;
use std::process::Stdio;

use anyhow::{Context as _, Result, ensure};

use crate::{step, workspace};

const PROGRAM: &str = "node_modules/binaryen/bin/wasm-opt";

/// The smallest in brotli of the combinations tried.
const FLAGS: &[&str] = &[
    "-Os",
    "--converge",
    "--one-caller-inline-max-function-size=40", // else all is inlined, which packs worse
    "--strip-producers",
    "--low-memory-unused",         // the end of the stack lies there, not data
    "--skip-pass=local-cse",       // what stands twice packs better than what is kept aside
    "--skip-pass=memory-packing",  // the pieces of data that it makes pack worse than one
    "--reorder-functions-by-name", // those alike stand together
];

/// Makes the file small, in place.
pub(super) fn run(wasm: &Path) -> Result<()> {
    step::announce("making the program small (wasm-opt)");
    run_with(FLAGS, wasm).map(|_| ())
}

/// Rewrites the file in place; what wasm-opt says of it.
pub(super) fn run_with(flags: &[&str], wasm: &Path) -> Result<String> {
    let program = workspace::path(PROGRAM);
    ensure!(
        program.is_file(),
        "wasm-opt is missing: run `npm ci` and build again"
    );
    let mut node = workspace::command("node"); // the program is a script; not every system starts it
    node.arg(program)
        .args(flags)
        .arg(wasm)
        .arg("-o")
        .arg(wasm)
        .stderr(Stdio::inherit());
    let output = node.output().context("wasm-opt")?;
    ensure!(output.status.success(), "wasm-opt failed: see above");
    String::from_utf8(output.stdout).context("wasm-opt")
}
