//! The project's commands, `cargo xtask ...`: each in a file of its own, each saying what it does.

mod basemap;
mod bench;
mod budget;
mod build;
mod check;
mod cldr;
mod command_line;
mod finish;
mod package;
mod schema;
mod serve;
mod step;
mod test;
mod tools;
mod workspace;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(bin_name = "cargo xtask", about = "The project's commands")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build the page, serve it on this machine, and build again on every change
    Serve {
        /// The port on 127.0.0.1
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Build the release into dist/ and hold it to its size budgets
    Build,
    /// Make everything that people take away, in package/
    Package {
        /// Take the release in dist/ as it is, instead of building one
        #[arg(long)]
        built: bool,
    },
    /// Prove everything: format, lints, tests, documentation, release, browsers
    Test,
    /// Tell everything that is wrong with a story file
    Check {
        /// The story: a GeoJSON file
        file: PathBuf,
    },
    /// Measure the map natively, in a release build
    #[command(subcommand)]
    Bench(bench::Bench),
    /// Rebuild story/basemap.bin from the published world atlas
    Basemap,
    /// Rebuild the languages' tables and the names of the countries from CLDR
    Cldr,
    /// Rebuild story/story.schema.json from the types that read a story
    Schema,
    /// Finish what Trunk built; Trunk.toml calls this
    #[command(hide = true)]
    Finish,
}

impl Command {
    fn run(self) -> anyhow::Result<()> {
        match self {
            Self::Serve { port } => serve::run(port),
            Self::Build => build::run(),
            Self::Package { built } => package::run(built),
            Self::Test => test::run(),
            Self::Check { file } => check::run(&file),
            Self::Bench(bench) => bench.run(),
            Self::Basemap => basemap::run(),
            Self::Cldr => cldr::run(),
            Self::Schema => schema::run(),
            Self::Finish => finish::run(),
        }
    }
}

fn main() -> ExitCode {
    match Cli::parse().command.run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}"); // the whole chain on one line
            ExitCode::FAILURE
        }
    }
}
