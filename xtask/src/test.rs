//! `cargo xtask test`: everything that proves the project, in the order of what fails soonest.

use std::fs;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};

use crate::{command_line, step, tools, workspace};

struct Step {
    name: &'static str,
    /// What one types in the workspace's root to run the step alone.
    line: &'static str,
}

const STEPS: &[Step] = &[
    Step {
        name: "format",
        line: "cargo fmt --all --check",
    },
    Step {
        name: "lints",
        line: "cargo clippy --workspace --all-targets -- -D warnings",
    },
    Step {
        name: "lints for the browser",
        line: "cargo clippy --target wasm32-unknown-unknown --package story-map --package story-map-reader --package story-map-saver --package story-map-yew --package yew-app -- -D warnings",
    },
    Step {
        name: "tests",
        line: "cargo test --workspace",
    },
    Step {
        name: "documentation",
        line: "RUSTDOCFLAGS=-Dwarnings cargo doc --no-deps --workspace",
    },
    Step {
        name: "release and budgets",
        line: "cargo xtask build",
    },
    Step {
        name: "packages",
        line: "cargo xtask package --built",
    },
    Step {
        name: "a Yew program with it",
        line: "NO_COLOR=false trunk build --skip-version-check --config examples/yew-app/Trunk.toml",
    },
    Step {
        name: "somebody else's page",
        line: "NO_COLOR=false trunk build --skip-version-check --config tests/host/Trunk.toml",
    },
    Step {
        name: "tests in the browser",
        line: "ARTEFACTS=target/web node tests/web/run.mjs tests/web/**/*.test.mjs",
    },
    // What is promised has just run in all three. Of the rest, where they have been found to differ:
    Step {
        name: "focus in Firefox",
        line: "ENGINE=firefox node tests/web/run.mjs tests/web/keyboard.test.mjs tests/web/sheet.test.mjs",
    },
    Step {
        name: "focus in WebKit",
        line: "ENGINE=webkit node tests/web/run.mjs tests/web/keyboard.test.mjs tests/web/sheet.test.mjs",
    },
];

pub(crate) fn run() -> Result<()> {
    tools::ensure(tools::For::Test)?;
    fs::create_dir_all(workspace::path("target/web")).context("target/web")?;
    let mut times = Vec::new();
    for step in STEPS {
        times.push((step.name, step.run()?));
    }
    print_times(&times);
    Ok(())
}

impl Step {
    fn run(&self) -> Result<Duration> {
        let Self { name, line } = self;
        step::announce(&format!("{name}: {line}"));
        let start = Instant::now();
        let status = command_line::parse(line)
            .and_then(|mut command| Ok(command.status()?))
            .with_context(|| format!("{name} cannot run: {line}"))?;
        ensure!(
            status.success(),
            "{name} failed ({status}); alone it runs as: {line}"
        );
        Ok(start.elapsed())
    }
}

fn print_times(times: &[(&str, Duration)]) {
    step::announce("all passed");
    for (name, time) in times {
        println!("{name:<24}{:>8.1} s", time.as_secs_f64());
    }
    let all: Duration = times.iter().map(|(_, time)| *time).sum();
    println!("{:<24}{:>8.1} s", "all", all.as_secs_f64());
}
