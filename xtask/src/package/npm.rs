//! Npm: the module and the single script as an npm package.

use std::fs;
use std::path::Path;

use anyhow::Result;
use serde_json::json;

use super::loader::Loader;
use super::{LEGAL, MODULE, NPM, SINGLE, copy};
use crate::workspace;

/// What the element is, for editors.
const MANIFEST: &str = "custom-elements.json";
/// The same for TypeScript.
const TYPES: &str = "story-map.d.ts";

/// Writes the folder, of what stands in package/ already.
pub(super) fn write(package: &Path, loader: &Loader) -> Result<()> {
    let npm = package.join(NPM);
    copy(&package.join(MODULE), &npm, &loader.files())?;
    copy(package, &npm, &[SINGLE])?;
    copy(package, &npm, &LEGAL)?;
    copy(&workspace::path("static"), &npm, &[MANIFEST, TYPES])?;
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
            "./single": format!("./{SINGLE}"),
            format!("./{MANIFEST}"): format!("./{MANIFEST}"),
            "./package.json": "./package.json",
        },
        "customElements": MANIFEST,
        "sideEffects": ["./story-map.js", format!("./{SINGLE}")],
    })
}
