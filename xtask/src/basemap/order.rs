//! Order: polygons, and where rings begin, put so that the file's steps from arc to arc are short.

use story_map::geo::basemap::{ArcRef, Polygon};

use super::grid::{GridLevel, GridPoint};

/// Orders the level; what it shows stays the same.
pub(crate) fn ordered(mut level: GridLevel) -> GridLevel {
    let mut at = GridPoint { lon: 0, lat: 0 };
    let mut countries = std::mem::take(&mut level.countries);
    for country in &mut countries {
        at = chain(&mut level, &mut country.polygons, at);
    }
    let mut lakes = std::mem::take(&mut level.lakes);
    chain(&mut level, &mut lakes, at);
    (level.countries, level.lakes) = (countries, lakes);
    sort_arcs_by_use(&mut level);
    let first = |polygon: &Polygon| polygon.rings[0].0.iter().map(|one| one.arc).min();
    level.land.sort_by_key(first);
    sort_arcs_by_use(&mut level);
    level
}

/// Goes from each polygon to the one that begins nearest; where it ends.
fn chain(level: &mut GridLevel, polygons: &mut [Polygon], mut at: GridPoint) -> GridPoint {
    for done in 0..polygons.len() {
        let rest = &polygons[done..];
        let nearest = (0..rest.len()).min_by_key(|&index| way_to(level, &rest[index], at).0);
        polygons.swap(done, done + nearest.unwrap_or_default());
        for ring in &polygons[done].rings {
            if let [ArcRef { arc, reversed }] = ring.0[..] {
                begin(level, arc, at);
                let points = &level.arcs[arc].points;
                // The step on is from the last point but the one that closes it.
                at = points[if reversed { 1 } else { points.len() - 2 }];
            } else if let Some(&ArcRef { arc, reversed }) = ring.0.last() {
                let points = &level.arcs[arc].points;
                at = points[if reversed { 0 } else { points.len() - 1 }];
            }
        }
    }
    at
}

/// How far the polygon's nearest beginning is, and which point of its first arc that is.
fn way_to(level: &GridLevel, polygon: &Polygon, at: GridPoint) -> (i64, usize) {
    let Some(&[ArcRef { arc, reversed }, ref rest @ ..]) =
        polygon.rings.first().map(|ring| &ring.0[..])
    else {
        return (0, 0);
    };
    let points = &level.arcs[arc].points;
    let far = |index: usize| {
        let way = [points[index].lon - at.lon, points[index].lat - at.lat];
        way[0].abs().max(way[1].abs())
    };
    if rest.is_empty() {
        (0..points.len())
            .map(|index| (far(index), index))
            .min()
            .unwrap_or_default()
    } else {
        let start = if reversed { points.len() - 1 } else { 0 };
        (far(start), start)
    }
}

/// Turns a closed arc so that it begins at the point nearest to another.
fn begin(level: &mut GridLevel, arc: usize, at: GridPoint) {
    let points = &mut level.arcs[arc].points;
    let far = |point: &GridPoint| (point.lon - at.lon).abs().max((point.lat - at.lat).abs());
    points.pop();
    let nearest = (0..points.len()).min_by_key(|&index| far(&points[index]));
    points.rotate_left(nearest.unwrap_or_default());
    points.push(points[0]);
}

/// Puts the arcs in the order and the direction in which countries, land and lakes first use
/// them: the file wants the order, and its steps are shortest so. What nothing uses is gone.
fn sort_arcs_by_use(level: &mut GridLevel) {
    let mut sorted = Vec::with_capacity(level.arcs.len());
    let mut places = vec![None; level.arcs.len()];
    let arcs = std::mem::take(&mut level.arcs);
    for_each_use(level, |arc_ref| {
        let (place, turned) = *places[arc_ref.arc].get_or_insert_with(|| {
            let mut arc = arcs[arc_ref.arc].clone();
            if arc_ref.reversed {
                arc.points.reverse();
            }
            sorted.push(arc);
            (sorted.len() - 1, arc_ref.reversed)
        });
        arc_ref.arc = place;
        arc_ref.reversed ^= turned;
    });
    level.arcs = sorted;
}

fn for_each_use(level: &mut GridLevel, act: impl FnMut(&mut ArcRef)) {
    let of_countries = level.countries.iter_mut().flat_map(|c| &mut c.polygons);
    let polygons = of_countries.chain(&mut level.land).chain(&mut level.lakes);
    let rings = polygons.flat_map(|polygon| &mut polygon.rings);
    rings.flat_map(|ring| &mut ring.0).for_each(act);
}
