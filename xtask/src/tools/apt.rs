//! Apt: browsers, their drivers and fonts, as Debian packages. What is already on the machine,
//! from wherever, is taken as it is.

use std::env;
use std::path::Path;
use std::process::Command;
use std::sync::Once;

use anyhow::{Result, bail};

use crate::{step, workspace};

pub(super) struct Package {
    pub(super) name: &'static str,
    pub(super) is_here: fn() -> bool,
}

impl Package {
    pub(super) fn lack(&self) -> Option<String> {
        (!(self.is_here)()).then(|| format!("the package {}", self.name))
    }

    pub(super) fn install(&self) -> Result<()> {
        if workspace::find("apt-get").is_none() || !is_root() {
            bail!("installing {} takes apt and root", self.name);
        }
        update_once();
        let mut apt = apt_get();
        apt.args(["install", "--yes", "--no-install-recommends", self.name]);
        step::run(&mut apt, "look at its message above")
    }
}

/// Whether a variable names the program, or one of the names is on the PATH.
pub(super) fn is_program(variable: &str, names: &[&str]) -> bool {
    env::var_os(variable).is_some() || names.iter().any(|name| workspace::find(name).is_some())
}

/// Asked of fontconfig, or of the package's own folder where its `fc-list` is not installed.
/// Other systems than Linux come with one.
pub(super) fn is_korean_font_here() -> bool {
    let listed = step::output(workspace::command("fc-list").arg(":lang=ko"));
    !cfg!(target_os = "linux")
        || listed.is_some_and(|fonts| !fonts.trim().is_empty())
        || Path::new("/usr/share/fonts/truetype/nanum").is_dir()
}

/// A failed update is not an end: the lists at hand may do.
fn update_once() {
    static UPDATE: Once = Once::new();
    UPDATE.call_once(|| {
        if let Err(error) = step::run(apt_get().arg("update"), "going on with the lists at hand") {
            eprintln!("warning: {error:#}");
        }
    });
}

fn apt_get() -> Command {
    let mut apt = workspace::command("apt-get");
    apt.env("DEBIAN_FRONTEND", "noninteractive");
    apt
}

fn is_root() -> bool {
    step::output(workspace::command("id").arg("-u")).is_some_and(|id| id.trim() == "0")
}
