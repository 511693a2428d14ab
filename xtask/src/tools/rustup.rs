//! Rustup: the parts of the Rust toolchain. Their presence is asked of the toolchain itself, so
//! that a Rust without rustup serves as well when it is complete.

use std::path::Path;

use anyhow::Result;

use crate::{step, workspace};

pub(super) fn lack_of_target(name: &str) -> Option<String> {
    let mut rustc = workspace::command("rustc");
    rustc.args(["--print", "target-libdir", "--target", name]);
    let folder = step::output(&mut rustc)?;
    let here = Path::new(folder.trim()).is_dir();
    (!here).then(|| "it is missing".into())
}

/// A component is a subcommand of cargo: `clippy` or `rustfmt` (`fmt`).
pub(super) fn lack_of_component(name: &str) -> Option<String> {
    let subcommand = name.trim_start_matches("rust");
    let answer = step::output(workspace::command("cargo").args([subcommand, "--version"]));
    answer.is_none().then(|| "it is missing".into())
}

/// The source of the standard library, which the release builds again for size.
pub(super) fn lack_of_source() -> Option<String> {
    let sysroot = step::output(workspace::command("rustc").args(["--print", "sysroot"]))?;
    let library = Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library");
    (!library.is_dir()).then(|| "it is missing".into())
}

pub(super) fn add(kind: &str, name: &str) -> Result<()> {
    let mut rustup = workspace::command("rustup");
    step::run(rustup.args([kind, "add", name]), "is rustup installed?")
}
