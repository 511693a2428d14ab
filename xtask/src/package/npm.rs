//! Npm: the module and the single script as an npm package, with its types and the manifest
//! of the element.

use std::fs;
use std::path::Path;

use anyhow::Result;
use serde_json::json;

use super::loader::Loader;
use super::{LEGAL, MODULE, NPM, SINGLE, copy};
use crate::workspace;

const TYPES: &str = "story-map.d.ts";
/// What tools read that help with elements.
const MANIFEST: &str = "custom-elements.json";

/// Writes the folder, of what stands in package/ already.
pub(super) fn write(package: &Path, loader: &Loader) -> Result<()> {
    let npm = package.join(NPM);
    copy(&package.join(MODULE), &npm, &loader.files())?;
    copy(package, &npm, &[SINGLE])?;
    copy(package, &npm, &LEGAL)?;
    copy(&workspace::path("static"), &npm, &[TYPES, MANIFEST])?;
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
            ".": { "types": format!("./{TYPES}"), "default": "./story-map.js" },
            "./single": { "types": format!("./{TYPES}"), "default": format!("./{SINGLE}") },
            "./custom-elements.json": format!("./{MANIFEST}"),
            "./package.json": "./package.json",
        },
        "types": format!("./{TYPES}"),
        "customElements": MANIFEST,
        "sideEffects": ["./story-map.js", format!("./{SINGLE}")],
    })
}
