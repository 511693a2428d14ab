//! Minify: the page's scripts without what only people read. By npm's `terser`, at the version that
//! package-lock.json names; Trunk's own minifier would meet the scripts before they are finished.

use std::path::Path;

use anyhow::{Result, ensure};

use crate::{step, workspace};

const PROGRAM: &str = "node_modules/terser/bin/terser";

const FLAGS: &[&str] = &["--module", "--compress", "passes=2", "--mangle"];

/// Rewrites the script in place.
pub(super) fn run(script: &Path) -> Result<()> {
    let program = workspace::path(PROGRAM);
    ensure!(
        program.is_file(),
        "terser is missing: run `npm ci` and build again"
    );
    let mut node = workspace::command("node");
    node.arg(program)
        .arg(script)
        .args(FLAGS)
        .arg("--output")
        .arg(script);
    step::run(&mut node, "look at its message above")
}
