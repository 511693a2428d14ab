//! Cargo: programs that `cargo install` builds, each at one exact version.

use std::fs;

use anyhow::{Context as _, Result};

use crate::{step, workspace};

pub(super) struct Program {
    pub(super) package: &'static str,
    pub(super) binary: &'static str,
    pub(super) version: fn() -> Result<String>,
    /// Whether to build with the package's own lock file.
    pub(super) locked: bool,
}

impl Program {
    pub(super) fn lack(&self) -> Result<Option<String>> {
        let wanted = (self.version)()?;
        let found = self.found();
        Ok(match found {
            Some(found) if found == wanted => None,
            Some(found) => Some(format!(
                "{wanted} is wanted, {found} is here (some minutes)"
            )),
            None => Some(format!("{wanted} (some minutes)")),
        })
    }

    /// The second word of `trunk 0.21.14`, whatever comes after.
    fn found(&self) -> Option<String> {
        let answer = step::output(workspace::command(self.binary).arg("--version"))?;
        answer.split_whitespace().nth(1).map(Into::into)
    }

    pub(super) fn install(&self) -> Result<()> {
        let mut cargo = workspace::command("cargo");
        cargo.args(["install", self.package, "--version", &(self.version)()?]);
        cargo.arg("--force"); // another version may be there
        if self.locked {
            cargo.arg("--locked");
        }
        // Whatever this workspace or its caller builds with is not meant for the tools.
        cargo.arg("--root").arg(workspace::cargo_home());
        for name in ["CARGO_TARGET_DIR", "CARGO_BUILD_TARGET", "RUSTFLAGS"] {
            cargo.env_remove(name);
        }
        step::run(&mut cargo, "it says why")
    }
}

/// The version of a package in Cargo.lock.
pub(super) fn locked_version(package: &str) -> Result<String> {
    let lock = fs::read_to_string(workspace::path("Cargo.lock")).context("Cargo.lock")?;
    version_in(&lock, package)
        .map(Into::into)
        .with_context(|| format!("Cargo.lock does not name {package}"))
}

fn version_in<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let head = format!("name = \"{package}\"\nversion = \"");
    let (_, rest) = lock.split_once(&head)?;
    rest.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_is_asked_for_the_package_of_that_very_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.1.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(version_in(lock, "wasm"), None);
    }

    #[test]
    fn the_programs_version_is_the_librarys() {
        assert!(locked_version("wasm-bindgen").unwrap().starts_with("0.2."));
    }
}
