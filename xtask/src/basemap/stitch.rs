//! Stitch: joins an island that the atlas has cut at 180°, which else would show the cut as a coast.

use story_map::geo::basemap::Polygon;

use super::grid::{GridArc, GridLevel, GridPoint};

/// An edge along 180° shorter than this, in degrees, is a piece of coast that happens to lie there.
const COAST: f64 = 0.1;

/// Joins each two outlines that run along the same stretch of 180° in opposite directions.
pub(crate) fn stitch(level: &mut GridLevel) {
    while let Some((one, other, joined)) = pair(level) {
        level.arcs[one].points = joined;
        let is_other = |polygon: &Polygon| match &polygon.rings[..] {
            [ring] => ring.0.len() == 1 && ring.0[0].arc == other,
            _ => false,
        };
        level.land.retain(|polygon| !is_other(polygon));
        for country in &mut level.countries {
            country.polygons.retain(|polygon| !is_other(polygon));
        }
        level.arcs[other].points.clear();
    }
}

/// Where in the arc an edge runs along 180°.
pub(crate) fn cut_of(arc: &GridArc, per_degree: u32) -> Option<usize> {
    let steps = f64::from(per_degree);
    arc.points.windows(2).position(|edge| {
        let on_it = |point: &GridPoint| point.lon == -180 * i64::from(per_degree);
        edge.iter().all(on_it) && (edge[0].lat - edge[1].lat).abs() as f64 > COAST * steps
    })
}

fn pair(level: &GridLevel) -> Option<(usize, usize, Vec<GridPoint>)> {
    let chains: Vec<_> = (0..level.arcs.len())
        .filter_map(|arc| Some((arc, opened(&level.arcs[arc], level.per_degree)?)))
        .collect();
    chains.iter().enumerate().find_map(|(index, (one, chain))| {
        let fits = |(_, next): &&(usize, Vec<GridPoint>)| {
            chain.first() == next.last() && chain.last() == next.first()
        };
        let (other, next) = chains[index + 1..].iter().find(fits)?;
        Some((*one, *other, [&chain[..], &next[1..]].concat()))
    })
}

/// A closed arc without its edge along 180°, from one end of that edge round to the other.
fn opened(arc: &GridArc, per_degree: u32) -> Option<Vec<GridPoint>> {
    let cut = cut_of(arc, per_degree).filter(|_| arc.is_closed())?;
    let (before, after) = arc.points.split_at(cut + 1);
    Some([after, &before[1..]].concat())
}
