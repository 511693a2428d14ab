//! Tools: what the commands need on the machine, and how each is installed when it is missing.

mod apt;
mod cargo;
mod npm;
mod rustup;

use anyhow::{Context as _, Result, bail};

use crate::{step, workspace};

/// The command that is about to run; each also needs what the ones before it need.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
pub(crate) enum For {
    Serve,
    Build,
    Test,
}

struct Tool {
    name: &'static str,
    needed: For,
    source: Source,
    /// What to say when it cannot be installed.
    otherwise: &'static str,
}

/// Who installs it, and so how its presence is known.
enum Source {
    RustTarget(&'static str),
    RustComponent(&'static str),
    StandardLibrary,
    Cargo(cargo::Program),
    Npm,
    Apt(apt::Package),
}

const RUSTUP: &str = "install rustup from https://rustup.rs and call this again";

const TOOLS: &[Tool] = &[
    Tool {
        name: "Rust's WebAssembly target",
        needed: For::Serve,
        source: Source::RustTarget("wasm32-unknown-unknown"),
        otherwise: RUSTUP,
    },
    Tool {
        name: "trunk",
        needed: For::Serve,
        source: Source::Cargo(cargo::Program {
            package: "trunk",
            binary: "trunk",
            version: || Ok("0.21.14".into()), // 0.22 wants a newer Rust than rust-toolchain.toml names
            locked: true,
        }),
        otherwise: "see cargo's message above (it needs a network and a C compiler)",
    },
    Tool {
        name: "wasm-bindgen",
        needed: For::Serve,
        source: Source::Cargo(cargo::Program {
            package: "wasm-bindgen-cli",
            binary: "wasm-bindgen",
            version: || cargo::locked_version("wasm-bindgen"), // program and library must be the same, exactly
            locked: false, // its own lock file names a crate that not every registry has
        }),
        otherwise: "see cargo's message above (it needs a network and a C compiler)",
    },
    Tool {
        name: "the npm packages of package.json",
        needed: For::Build,
        source: Source::Npm,
        otherwise: "install Node.js 20 or newer with npm and call this again",
    },
    Tool {
        name: "the source of Rust's standard library",
        needed: For::Build,
        source: Source::StandardLibrary,
        otherwise: RUSTUP,
    },
    Tool {
        name: "clippy",
        needed: For::Test,
        source: Source::RustComponent("clippy"),
        otherwise: RUSTUP,
    },
    Tool {
        name: "rustfmt",
        needed: For::Test,
        source: Source::RustComponent("rustfmt"),
        otherwise: RUSTUP,
    },
    Tool {
        name: "Chromium",
        needed: For::Test,
        source: Source::Apt(apt::Package {
            name: "chromium",
            is_here: || {
                apt::is_program("CHROME", &["chromium", "chromium-browser", "google-chrome"])
            },
        }),
        otherwise: "install Chromium or Chrome, or name its program in CHROME",
    },
    Tool {
        name: "Chromium's driver",
        needed: For::Test,
        source: Source::Apt(apt::Package {
            name: "chromium-driver",
            is_here: || apt::is_program("CHROMEDRIVER", &["chromedriver"]),
        }),
        otherwise: "install chromedriver of the browser's version, or name its program in CHROMEDRIVER",
    },
    Tool {
        name: "Firefox",
        needed: For::Test,
        source: Source::Apt(apt::Package {
            name: "firefox-esr",
            is_here: || apt::is_program("FIREFOX", &["firefox-esr", "firefox"]),
        }),
        otherwise: "install Firefox, or name its program in FIREFOX",
    },
    Tool {
        name: "Firefox's driver",
        needed: For::Test,
        source: Source::Cargo(cargo::Program {
            package: "geckodriver",
            binary: "geckodriver",
            version: || Ok("0.37.1".into()),
            locked: true,
        }),
        otherwise: "see cargo's message above (it needs a network and a C compiler)",
    },
    Tool {
        name: "WebKit's driver",
        needed: For::Test,
        source: Source::Apt(apt::Package {
            name: "webkit2gtk-driver", // with it comes MiniBrowser
            is_here: || apt::is_program("WEBKITWEBDRIVER", &["WebKitWebDriver"]),
        }),
        otherwise: "install WebKitGTK's WebDriver, or name its program in WEBKITWEBDRIVER and the browser's in MINIBROWSER",
    },
    Tool {
        name: "a screen for WebKit",
        needed: For::Test,
        source: Source::Apt(apt::Package {
            name: "xvfb",
            is_here: || workspace::find("Xvfb").is_some(),
        }),
        otherwise: "install Xvfb",
    },
    Tool {
        name: "a message bus for WebKit",
        needed: For::Test,
        source: Source::Apt(apt::Package {
            name: "dbus",
            is_here: || workspace::find("dbus-run-session").is_some(),
        }),
        otherwise: "install dbus",
    },
    Tool {
        name: "pdftotext",
        needed: For::Test,
        source: Source::Apt(apt::Package {
            name: "poppler-utils",
            is_here: || apt::is_program("PDFTOTEXT", &["pdftotext"]),
        }),
        otherwise: "install poppler's utilities",
    },
    Tool {
        name: "a Korean font",
        needed: For::Test,
        source: Source::Apt(apt::Package {
            name: "fonts-nanum",
            is_here: apt::is_korean_font_here,
        }),
        otherwise: "install a font with Hangul, such as Nanum",
    },
];

/// Installs what is missing for a command.
pub(crate) fn ensure(command: For) -> Result<()> {
    TOOLS
        .iter()
        .filter(|tool| tool.needed <= command)
        .try_for_each(Tool::ensure)
}

impl Tool {
    fn ensure(&self) -> Result<()> {
        let Some(lack) = self.source.lack()? else {
            return Ok(());
        };
        step::announce(&format!("installing {}: {lack}", self.name));
        let help = || format!("{} is missing: {}", self.name, self.otherwise);
        self.source.install().with_context(help)?;
        if self.source.lack()?.is_some() {
            bail!(
                "{} was installed but is not found: {}",
                self.name,
                self.otherwise
            );
        }
        Ok(())
    }
}

impl Source {
    /// Why the tool must be installed, or nothing when it is here.
    fn lack(&self) -> Result<Option<String>> {
        match self {
            Self::RustTarget(name) => Ok(rustup::lack_of_target(name)),
            Self::RustComponent(name) => Ok(rustup::lack_of_component(name)),
            Self::StandardLibrary => Ok(rustup::lack_of_source()),
            Self::Cargo(program) => program.lack(),
            Self::Npm => Ok(npm::lack()),
            Self::Apt(package) => Ok(package.lack()),
        }
    }

    fn install(&self) -> Result<()> {
        match self {
            Self::RustTarget(name) => rustup::add("target", name),
            Self::RustComponent(name) => rustup::add("component", name),
            Self::StandardLibrary => rustup::add("component", "rust-src"),
            Self::Cargo(program) => program.install(),
            Self::Npm => npm::install(),
            Self::Apt(package) => package.install(),
        }
    }
}
