//! Step: one program that is started, announced, and answered for in one line when it fails.

use std::process::Command;

use anyhow::{Context as _, Result, bail};

/// Says what begins, on a line that stands out from the programs' own output.
pub(crate) fn announce(what: &str) {
    println!("==> {what}");
}

/// Runs a program whose output the reader sees; `mend` says what to do when it fails.
pub(crate) fn run(command: &mut Command, mend: &str) -> Result<()> {
    let line = line(command);
    let status = command
        .status()
        .with_context(|| format!("`{line}` cannot be started: {mend}"))?;
    if !status.success() {
        bail!("`{line}` failed ({status}): {mend}");
    }
    Ok(())
}

/// What a program prints, or nothing when it is missing or fails.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.output().ok().filter(|o| o.status.success())?;
    String::from_utf8(output.stdout).ok()
}

/// The command as one would type it.
fn line(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let name = program.file_stem().unwrap_or(program.as_os_str());
    let words = std::iter::once(name).chain(command.get_args());
    words
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_says_what_was_run_and_how_to_mend_it() {
        let error = run(Command::new("/no/such/trunk").arg("build"), "install trunk").unwrap_err();
        assert_eq!(
            error.to_string(),
            "`trunk build` cannot be started: install trunk"
        );
    }
}
