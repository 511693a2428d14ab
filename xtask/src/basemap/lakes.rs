//! Lakes: the Caspian, which the atlas has as a hole in the land, and lakes from an atlas of their own,
//! which lie on the land.

use std::f64::consts::PI;

use story_map::geo::basemap::{ArcRef, Polygon, Ring, left_area};

use super::grid::{GridArc, GridLevel, GridPoint};
use super::simplify::{KM2, weight};
use super::topojson::{Topology, Water};

/// A hole in the land smaller than this, in km², is an artefact of the atlas.
const SMALLEST_HOLE: f64 = 10_000.0;

/// Adds the lakes of at least so many km² to a level as the atlas has it; near the story's places the
/// smaller ones too.
pub(crate) fn add(level: &mut GridLevel, water: &Topology<Water>, smallest: f64) {
    let holes = level.land.iter().flat_map(|polygon| &polygon.rings[1..]);
    let holes: Vec<Ring> = holes.cloned().collect();
    for hole in holes {
        if size(level, &hole) >= SMALLEST_HOLE {
            level.lakes.push(Polygon { rings: vec![hole] });
        }
    }
    let arcs: Vec<_> = water.arcs().collect();
    for polygon in water.objects.lakes.polygons() {
        // Islands in lakes are left out.
        let mut places = Vec::new();
        for &ArcRef { arc, reversed } in polygon.rings.iter().take(1).flat_map(|ring| &ring.0) {
            let from = places.len();
            places.extend_from_slice(&arcs[arc]);
            if reversed {
                places[from..].reverse();
            }
        }
        let on_grid = |&place| GridPoint::nearest(place, level.per_degree);
        let mut points: Vec<_> = places.iter().map(on_grid).collect();
        points.dedup();
        level.arcs.push(GridArc {
            points,
            hidden: false,
        });
        let shore = ArcRef {
            arc: level.arcs.len() - 1,
            reversed: false,
        };
        let ring = Ring(vec![shore]);
        // Not on the level's bounds: what is beyond them is dropped with all else that is.
        let weight = weight(super::WORLD, &places);
        if weight * size(level, &ring) < smallest {
            level.arcs.pop();
        } else {
            level.lakes.push(Polygon { rings: vec![ring] });
        }
    }
}

/// In km², whichever way round it runs.
pub(super) fn size(level: &GridLevel, ring: &Ring) -> f64 {
    let left = left_area(&level.corners(ring));
    left.min(4.0 * PI - left) * KM2
}
