//! Region: what a level that covers only a part of the world shows.
//!
//! Nothing is cut at the bounds. The countries that reach into them are kept whole, and what lies
//! beyond is simplified to little ([`simplify`](super::simplify)): so there is no edge to hide, and
//! a view that lies within the bounds cannot tell.

use std::collections::BTreeMap;

use anyhow::{Context, ensure};
use story_map::geo::LonLat;
use story_map::geo::basemap::{ArcRef, Bounds, Polygon, Ring};

use super::WORLD;
use super::grid::{GridLevel, GridPoint};

/// Whether the box round the places, which are close together, touches the bounds.
pub(crate) fn touches(bounds: Bounds, places: &[LonLat]) -> bool {
    if bounds == WORLD {
        return true;
    }
    let ends = |values: &mut dyn Iterator<Item = f64>| {
        values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
            (low.min(value), high.max(value))
        })
    };
    let (west, east) = ends(&mut places.iter().map(|place| place.lon));
    let (south, north) = ends(&mut places.iter().map(|place| place.lat));
    west <= bounds.east.into()
        && east >= bounds.west.into()
        && south <= bounds.north.into()
        && north >= bounds.south.into()
}

/// Keeps the polygons that reach into the bounds, and takes their outline as the land.
pub(crate) fn keep_region(level: &mut GridLevel) -> anyhow::Result<()> {
    if level.bounds == WORLD {
        return Ok(());
    }
    let (bounds, per_degree) = (level.bounds, level.per_degree);
    for arc in &mut level.arcs {
        let inside = |edge: &[GridPoint]| {
            let places: Vec<_> = edge.iter().map(|point| point.place(per_degree)).collect();
            touches(bounds, &places)
        };
        arc.hidden = !arc.points.windows(2).any(inside);
    }
    let arcs = &level.arcs;
    let reaches_in = |polygon: &Polygon| {
        let mut uses = polygon.rings.iter().flat_map(|ring| &ring.0);
        uses.any(|one| !arcs[one.arc].hidden)
    };
    level.lakes.retain(reaches_in);
    for country in &mut level.countries {
        country.polygons.retain(reaches_in);
    }
    level
        .countries
        .retain(|country| !country.polygons.is_empty());
    level.land = outline(level)?;
    Ok(())
}

/// The arcs that one country alone uses, chained to rings.
fn outline(level: &GridLevel) -> anyhow::Result<Vec<Polygon>> {
    let of_countries = level.countries.iter().flat_map(|c| &c.polygons);
    let rings = of_countries.flat_map(|polygon| &polygon.rings);
    let uses: Vec<ArcRef> = rings.flat_map(|ring| &ring.0).copied().collect();
    let mut counts = vec![0; level.arcs.len()];
    for one in &uses {
        counts[one.arc] += 1;
    }
    let ends = |one: &ArcRef| {
        let points = &level.arcs[one.arc].points;
        let (first, last) = (points[0], points[points.len() - 1]);
        let [start, end] = if one.reversed {
            [last, first]
        } else {
            [first, last]
        };
        [start, end].map(|point| (point.lon, point.lat))
    };
    let mut starts: BTreeMap<_, Vec<ArcRef>> = BTreeMap::new();
    for &one in uses.iter().filter(|one| counts[one.arc] == 1) {
        starts.entry(ends(&one)[0]).or_default().push(one);
    }
    let mut land = Vec::new();
    for &first in uses.iter().filter(|one| counts[one.arc] == 1) {
        let mut ring = Vec::new();
        let mut at = ends(&first)[0];
        while let Some(next) = starts.get_mut(&at).and_then(Vec::pop) {
            at = ends(&next)[1];
            ring.push(next);
        }
        if let Some(start) = ring.first() {
            ensure!(ends(start)[0] == at, "an outline does not close");
            land.push(Polygon {
                rings: vec![Ring(ring)],
            });
        }
    }
    Some(land)
        .filter(|land| !land.is_empty())
        .context("no country is there")
}
