//! Islands: those of the story's countries that the coarse atlas leaves out, from a finer one.

use story_map::geo::basemap::{ArcRef, Polygon, Ring};

use super::grid::GridLevel;
use super::lakes::size;

/// The story's countries.
const STORY: [[u8; 2]; 2] = [*b"AZ", *b"KR"];

/// An island smaller than this, in km², is a pixel or two wherever the coarse world is shown.
const SMALLEST: f64 = 1_000.0;

/// Adds what a finer atlas, on the grid of the level, has of them.
pub(crate) fn add(level: &mut GridLevel, finer: &GridLevel) {
    for country in &finer.countries {
        let is_storys = country.code.is_some_and(|code| STORY.contains(&code));
        let own = level.countries.iter_mut();
        let own = own.filter(|own| is_storys && own.code == country.code);
        for own in own {
            for shore in country.polygons.iter().filter_map(shore) {
                let arc = &finer.arcs[shore.arc];
                if !arc.is_closed() || size(finer, &Ring(vec![shore])) < SMALLEST {
                    continue;
                }
                let shore = ArcRef {
                    arc: level.arcs.len(),
                    reversed: false,
                };
                level.arcs.push(arc.clone());
                let island = Polygon {
                    rings: vec![Ring(vec![shore])],
                };
                own.polygons.push(island.clone());
                level.land.push(island);
            }
        }
    }
}

/// The shore of what may be an island.
fn shore(polygon: &Polygon) -> Option<ArcRef> {
    match polygon.rings.as_slice() {
        [ring] => <[ArcRef; 1]>::try_from(ring.0.as_slice())
            .ok()
            .map(|[shore]| shore),
        _ => None,
    }
}
