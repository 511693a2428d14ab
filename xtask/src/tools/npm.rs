//! Npm: the packages of package-lock.json, none more and none newer.

use std::fs;
use std::time::SystemTime;

use anyhow::Result;

use crate::{step, workspace};

/// npm writes this file at the end of every installation.
const MARK: &str = "node_modules/.package-lock.json";

pub(super) fn lack() -> Option<String> {
    match (written(MARK), written("package-lock.json")) {
        (None, _) => Some("node_modules is missing".into()),
        (Some(mark), Some(lock)) if mark < lock => Some("package-lock.json is newer".into()),
        _ => None,
    }
}

pub(super) fn install() -> Result<()> {
    let mut npm = workspace::command("npm");
    step::run(
        npm.args(["ci", "--no-audit", "--no-fund"]),
        "is Node.js installed?",
    )
}

fn written(file: &str) -> Option<SystemTime> {
    fs::metadata(workspace::path(file)).ok()?.modified().ok()
}
