//! Npm: the module and the single script as an npm package.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use serde_json::json;

use super::{MODULE, NPM, SINGLE};
use crate::budget::weighed;
use crate::workspace;

/// What else goes with it, and where it is kept.
const BESIDE: [(&str, &str); 3] = [
    ("LICENSE-APACHE", "LICENSE-APACHE"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("NOTICE.md", "NOTICE.md"),
];

/// Writes the folder, of what stands in package/ already.
pub(super) fn write(package: &Path) -> Result<()> {
    let npm = package.join(NPM);
    fs::create_dir_all(&npm)?;
    let module = package.join(MODULE);
    for name in weighed::names(&module, Path::new(""))? {
        fs::copy(module.join(&name), npm.join(&name)).context(name)?;
    }
    fs::copy(package.join(SINGLE), npm.join(SINGLE)).context(SINGLE)?;
    for (name, kept) in BESIDE {
        fs::copy(workspace::path(kept), npm.join(name)).context(kept)?;
    }
    fs::write(npm.join("README.md"), include_str!("npm.md"))?;
    let description = serde_json::to_string_pretty(&description())? + "\n";
    fs::write(npm.join("package.json"), description)?;
    Ok(())
}

fn description() -> serde_json::Value {
    json!({
        "name": "story-map",
        "version": env!("CARGO_PKG_VERSION"),
        "description": "A story of places and dates on any web page: map, cards and timeline in one element",
        "keywords": ["map", "timeline", "globe", "story", "custom-element", "web-component", "geojson"],
        "license": env!("CARGO_PKG_LICENSE"),
        "type": "module",
        "exports": {
            ".": "./story-map.js",
            "./single": format!("./{SINGLE}"),
            "./package.json": "./package.json",
        },
        "sideEffects": ["./story-map.js", format!("./{SINGLE}")],
    })
}
