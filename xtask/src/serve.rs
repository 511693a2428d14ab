//! `cargo xtask serve`: the page on this machine, built again on every change.

use std::process::Command;

use anyhow::Result;

use crate::{step, tools, workspace};

pub(crate) fn run(port: u16) -> Result<()> {
    tools::ensure(tools::For::Serve)?;
    step::announce(&format!(
        "serving http://127.0.0.1:{port} (trunk serve); Ctrl-C ends it"
    ));
    let mut trunk = workspace::trunk("serve");
    trunk.args(["--address", "127.0.0.1", "--port", &port.to_string()]);
    become_it(&mut trunk)
}

/// Gives this process to the server, so that a signal meant for one of them ends both.
#[cfg(unix)]
fn become_it(command: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt as _;
    Err(command.exec()).map_err(|error| anyhow::anyhow!("trunk cannot be started: {error}"))
}

#[cfg(not(unix))]
fn become_it(command: &mut Command) -> Result<()> {
    step::run(command, "look at its message above")
}
