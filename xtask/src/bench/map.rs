//! Map: what a frame of the map costs before the browser strokes it, and what its data weighs.
//!
//! Each frame of a script is drawn in several rounds and its best time counts: what else the machine
//! does is not the map's doing. "Worst" so is the worst frame, not the worst moment.

use std::fs;
use std::time::{Duration, Instant};

use anyhow::Result;
use story_map::draw::canvas;
use story_map::geo::basemap::{Basemap, first_level_len};
use story_map::geo::camera::Camera;
use story_map::geo::projection::Law;
use story_map::geo::{LonLat, Size};
use story_map::model::marks::Marks;
use story_map::model::picture::Picture;

use crate::{basemap::brotli_len, workspace};

const SIZE: Size = Size {
    width: 1000.0,
    height: 600.0,
};
/// Two seconds of a script, at 60 frames a second.
const FRAMES: u32 = 120;
const ROUNDS: usize = 7;

const BAKU: LonLat = LonLat {
    lon: 49.8671,
    lat: 40.4093,
};
const SEOUL: LonLat = LonLat {
    lon: 126.978,
    lat: 37.5665,
};

/// A camera for each share of the way, 0 to 1.
type Script = fn(f64) -> Camera;

const SCRIPTS: [(&str, Script); 6] = [
    ("globe, pan of the world", |share| {
        camera(Law::Globe, 50.0 + 360.0 * share, 0.0)
    }),
    ("globe, pan of Asia", |share| {
        camera(Law::Globe, 50.0 + 80.0 * share, 3.5)
    }),
    ("globe, pan of a country", |share| {
        camera(Law::Globe, 46.0 + 4.0 * share, 6.5)
    }),
    ("globe, world to city and back", |share| {
        camera(Law::Globe, 49.8, there_and_back(share))
    }),
    ("flat, pan of the world", |share| {
        camera(Law::Flat, 50.0 + 360.0 * share, 0.0)
    }),
    ("flat, world to city and back", |share| {
        camera(Law::Flat, 49.8, there_and_back(share))
    }),
];

fn camera(law: Law, lon: f64, zoom: f64) -> Camera {
    let centre = LonLat { lon, lat: 40.4 };
    Camera { centre, zoom, law }.within_limits(SIZE)
}

/// From the farthest zoom to 9 and out again.
fn there_and_back(share: f64) -> f64 {
    9.0 - 8.0 * (2.0 * share - 1.0).abs()
}

/// What one frame took.
#[derive(Clone, Copy)]
struct Sample {
    points: usize,
    bytes: usize,
    /// Of each of the [`STAGES`].
    times: [Duration; 3],
}

/// To turn the points towards the camera; to cut what is in sight and put it on paper; to write the buffer
/// that the browser strokes.
const STAGES: [&str; 3] = ["project", "clip", "write"];

pub(super) fn run() -> Result<()> {
    let file = fs::read(workspace::path("story/basemap.bin"))?;
    let basemap = Basemap::decode(&file)?;
    let marks = Marks {
        home: vec![*b"AZ", *b"KR"],
        route: vec![BAKU, SEOUL],
        countries: vec![*b"AZ", *b"KR"],
    };
    print!(
        "{:<32}{:>8}{:>8}{:>10}",
        "script", "points", "most", "buffer"
    );
    for stage in STAGES {
        print!("{stage:>9}{:>8}{:>8}", "p95", "worst");
    }
    println!("  (ms)");
    for (name, script) in SCRIPTS {
        report(name, &samples(&basemap, &marks, script));
    }
    println!();
    println!(
        "{:<32}{:>8}{:>10}{:>10}{:>12}",
        "level", "points", "bytes", "brotli", "decode ms"
    );
    levels(&file)
}

fn samples(basemap: &Basemap, marks: &Marks, script: Script) -> Vec<Sample> {
    let mut picture = Picture::default();
    let mut buffer = Vec::new();
    let mut best: Vec<Option<Sample>> = vec![None; FRAMES as usize];
    for _ in 0..ROUNDS {
        for (frame, best) in (0..FRAMES).zip(&mut best) {
            let camera = script(f64::from(frame) / f64::from(FRAMES - 1));
            let Some(level) = basemap.level(camera, SIZE) else {
                continue;
            };
            let start = Instant::now();
            picture.turn(level, camera, SIZE);
            let turned = Instant::now();
            picture.draw(level, marks, camera, SIZE);
            let drawn = Instant::now();
            canvas::write(&picture.layers, &mut buffer);
            let times = [turned - start, drawn - turned, drawn.elapsed()];
            let layers = picture.layers.iter();
            let points = layers.map(|layer| layer.paths.points.len()).sum();
            let before = best.map_or(times, |one| one.times);
            *best = Some(Sample {
                points,
                bytes: size_of_val(&buffer[..]),
                times: std::array::from_fn(|stage| times[stage].min(before[stage])),
            });
        }
    }
    best.into_iter().flatten().collect()
}

fn report(name: &str, samples: &[Sample]) {
    print!(
        "{name:<32}{:>8}{:>8}{:>10}",
        quantile(samples, |one| one.points, 50),
        quantile(samples, |one| one.points, 100),
        quantile(samples, |one| one.bytes, 100),
    );
    for stage in 0..STAGES.len() {
        let ms = |percent| quantile(samples, |one| one.times[stage], percent).as_secs_f64() * 1e3;
        print!("{:>9.3}{:>8.3}{:>8.3}", ms(50), ms(95), ms(100));
    }
    println!();
}

/// The value that so many percent of the samples do not exceed.
fn quantile<T: Ord + Default>(samples: &[Sample], of: impl Fn(&Sample) -> T, percent: usize) -> T {
    let mut values: Vec<T> = samples.iter().map(of).collect();
    values.sort_unstable();
    let index = (values.len() * percent).div_ceil(100).saturating_sub(1);
    values.into_iter().nth(index).unwrap_or_default()
}

fn levels(mut file: &[u8]) -> Result<()> {
    let mut all = (0, 0);
    while !file.is_empty() {
        let (one, rest) = file.split_at(first_level_len(file)?);
        let mut best = Duration::MAX;
        for _ in 0..ROUNDS {
            let start = Instant::now();
            Basemap::decode(one)?;
            best = best.min(start.elapsed());
        }
        let packed = brotli_len(one)?;
        for level in Basemap::decode(one)?.levels {
            println!(
                "{:<32}{:>8}{:>10}{packed:>10}{:>12.3}",
                level.name,
                level.points.len(),
                one.len(),
                best.as_secs_f64() * 1e3
            );
        }
        all = (all.0 + one.len(), all.1 + packed);
        file = rest;
    }
    println!(
        "{:<32}{:>8}{:>10}{:>10}",
        "each packed alone", "", all.0, all.1
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_of_the_values_in_order() {
        let sample = |points| Sample {
            points,
            bytes: 0,
            times: [Duration::ZERO; 3],
        };
        let samples: Vec<Sample> = (1..=100).rev().map(sample).collect();
        for percent in [50, 95, 100] {
            assert_eq!(quantile(&samples, |one| one.points, percent), percent);
        }
        assert_eq!(quantile(&[], |one| one.points, 50), 0);
    }

    #[test]
    fn a_script_goes_from_the_world_to_a_city_and_back() {
        let zoom = |share| SCRIPTS[3].1(share).zoom;
        assert!(zoom(0.0) < 3.0 && zoom(0.5) > 8.9 && zoom(1.0) < 3.0);
    }
}
