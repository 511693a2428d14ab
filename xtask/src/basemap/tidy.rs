//! Tidy: drops what has no size, turns rings the right way round, refuses what was cut.

use std::collections::BTreeSet;
use std::f64::consts::PI;

use anyhow::ensure;
use story_map::geo::basemap::{Country, Polygon, Ring, left_area};

use super::grid::{GridArc, GridLevel};
use super::simplify::KM2;
use super::stitch::cut_of;

/// A ring round less than this, in steradians, has collapsed: it is 4 hectares, and the smallest
/// triangle of the 110m grid at 80° north is ten times as much.
const EMPTY: f64 = 1e-9;

/// The level without empty shapes and arcs, each outer ring counter-clockwise, each hole clockwise.
pub(crate) fn tidied(mut level: GridLevel, smallest_island: f64) -> anyhow::Result<GridLevel> {
    refuse_cuts(&level)?;
    drop_islands(&mut level, smallest_island);
    let land = polygons(&level, &level.land);
    let countries = level.countries.iter().map(|country| Country {
        code: country.code,
        polygons: polygons(&level, &country.polygons),
    });
    let mut countries: Vec<_> = countries.collect();
    countries.retain(|country| !country.polygons.is_empty());
    let lakes = polygons(&level, &level.lakes);
    (level.land, level.lakes, level.countries) = (land, lakes, countries);
    Ok(level)
}

/// Drops the islands, of one arc each, that are smaller than so many km², from their country and from
/// the land alike, but never the greatest part of a country.
fn drop_islands(level: &mut GridLevel, smallest: f64) {
    let size = |polygon: &Polygon| {
        let left = left_area(&level.corners(&polygon.rings[0]));
        left.min(4.0 * PI - left) * KM2
    };
    // An exclave is no island: its arc is also a hole in the country around it.
    let mut uses = vec![0; level.arcs.len()];
    let polygons = level.countries.iter().flat_map(|country| &country.polygons);
    for arc_ref in polygons
        .flat_map(|polygon| &polygon.rings)
        .flat_map(|ring| &ring.0)
    {
        uses[arc_ref.arc] += 1;
    }
    let mut dropped = BTreeSet::new();
    for country in &level.countries {
        let sizes: Vec<_> = country.polygons.iter().map(size).collect();
        let greatest = sizes.iter().copied().fold(0.0, f64::max);
        for (polygon, size) in country.polygons.iter().zip(sizes) {
            if let Some(arc) = only_arc(polygon)
                && uses[arc] == 1
                && size < smallest.min(greatest)
            {
                dropped.insert(arc);
            }
        }
    }
    let stays = |polygon: &Polygon| only_arc(polygon).is_none_or(|arc| !dropped.contains(&arc));
    level.land.retain(stays);
    for country in &mut level.countries {
        country.polygons.retain(stays);
    }
}

/// The arc of a polygon that is made of one alone.
fn only_arc(polygon: &Polygon) -> Option<usize> {
    match &polygon.rings[..] {
        [Ring(arcs)] if arcs.len() == 1 => Some(arcs[0].arc),
        _ => None,
    }
}

/// The atlas is joined across 180° and round the south pole, but for what was stitched. Were it not,
/// the cut would be drawn as a coast; so a new atlas that has one must be stitched first.
fn refuse_cuts(level: &GridLevel) -> anyhow::Result<()> {
    let pole = 90 * i64::from(level.per_degree);
    let drawn = level.arcs.iter().enumerate().filter(|(_, arc)| !arc.hidden);
    for (index, arc) in drawn {
        ensure!(
            cut_of(arc, level.per_degree).is_none(),
            "arc {index} runs along 180°: stitch it first"
        );
        ensure!(
            arc.points.len() < 2 || arc.points.iter().all(|point| point.lat.abs() < pole),
            "arc {index} passes through a pole: stitch it first"
        );
    }
    Ok(())
}

fn polygons(level: &GridLevel, polygons: &[Polygon]) -> Vec<Polygon> {
    let kept = polygons.iter().filter_map(|polygon| {
        let (outer, holes) = polygon.rings.split_first()?;
        let outer = oriented(level, outer, |left| left < 2.0 * PI)?;
        let holes = holes
            .iter()
            .filter_map(|hole| oriented(level, hole, |left| left > 2.0 * PI));
        Some(Polygon {
            rings: [outer].into_iter().chain(holes).collect(),
        })
    });
    kept.collect()
}

/// The ring, walked in the direction in which the area on its left fits; `None` when it is empty.
fn oriented(level: &GridLevel, ring: &Ring, fits: fn(f64) -> bool) -> Option<Ring> {
    let mut ring = ring.clone();
    ring.0
        .retain(|arc_ref| has_length(&level.arcs[arc_ref.arc]));
    let left = left_area(&level.corners(&ring));
    if left.min(4.0 * PI - left) < EMPTY {
        return None;
    }
    if !fits(left) {
        ring.0.reverse();
        for arc_ref in &mut ring.0 {
            arc_ref.reversed = !arc_ref.reversed;
        }
    }
    Some(ring)
}

fn has_length(arc: &GridArc) -> bool {
    arc.points.len() > 1
}
