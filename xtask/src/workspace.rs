//! The workspace: where it lies, and how programs are started in it.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of the workspace's Cargo.toml, whatever folder the command was called from.
pub(crate) fn root() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// A file or folder of the workspace.
pub(crate) fn path(relative: &str) -> PathBuf {
    root().join(relative)
}

/// A program to be started in the workspace's root.
pub(crate) fn command(program: &str) -> Command {
    let mut command = Command::new(find(program).unwrap_or_else(|| program.into()));
    command.current_dir(root()).env("PATH", search_path());
    command
}

/// The program's file, if it is on the PATH or in cargo's own folder.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    which::which_in(program, Some(search_path()), root()).ok()
}

/// Where `cargo install` puts programs, as far as we are concerned.
pub(crate) fn cargo_home() -> PathBuf {
    env::var_os("CARGO_HOME").map_or_else(
        || env::home_dir().unwrap_or_default().join(".cargo"),
        PathBuf::from,
    )
}

/// Cargo's own folder is searched first: not every machine has it on the PATH.
fn search_path() -> OsString {
    let usual = env::var_os("PATH").unwrap_or_default();
    let folders = [cargo_home().join("bin")]
        .into_iter()
        .chain(env::split_paths(&usual));
    env::join_paths(folders).unwrap_or(usual)
}

/// Trunk, kept from asking the network for news of itself and from two of its faults: it takes
/// `NO_COLOR=1` for a mistake, and answers a failed build with pages of backtrace.
pub(crate) fn trunk(action: &str) -> Command {
    let mut trunk = command("trunk");
    trunk.args([action, "--skip-version-check"]);
    trunk.env("RUST_BACKTRACE", "0");
    if env::var_os("NO_COLOR").is_some() {
        trunk.env_remove("NO_COLOR").args(["--color", "never"]);
    }
    trunk
}
