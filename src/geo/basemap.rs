//! Basemap: coasts, borders and countries of the world, unpacked from one small file.
//!
//! A line that two countries share is stored once, as an **arc**; a **ring** is a closed chain of
//! arcs, some walked backwards. Everything lies on the sphere: edges are great circles, nothing is
//! cut at 180° or at a pole, and the inside of a polygon is to the left of each of its rings (so
//! outer rings run counter-clockwise seen from outside the globe, holes clockwise).
//!
//! The file is made by `cargo xtask basemap`; its layout is described in [`mod@format`].

mod area;
mod cap;
mod choice;
mod decode;
pub mod format;
mod reader;

use std::ops::Range;

use super::Unit;

pub use area::left_area;
pub use cap::Cap;
pub use choice::DETAIL_FROM;
pub use decode::{DecodeError, first_level_len};

/// The same world at several levels of detail.
#[derive(Clone, Debug, PartialEq)]
pub struct Basemap {
    /// From coarse to fine; a fine one may cover only a region.
    pub levels: Vec<Level>,
}

/// One level of detail: the arcs, and what is made of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// The scale of the data and, for a region, its name: `110m`, `10m-korea`.
    pub name: String,
    /// The level is meant for globes of at least this radius, in CSS pixels.
    pub min_radius: u32,
    /// What the level covers.
    pub bounds: Bounds,
    /// The points of all arcs, one arc after the other, as x, y, z of [`Unit`]. A renderer turns
    /// them all in each frame: `f32` halves the memory it walks through and is 0.4 m on the ground.
    pub points: Vec<[f32; 3]>,
    /// Where in `points` each arc lies; at least two points each.
    pub arcs: Vec<Range<usize>>,
    /// For each arc, a cap that it lies in.
    pub caps: Vec<Cap>,
    /// All land as one shape, without the lines between countries: fills with no seams.
    pub land: Vec<Polygon>,
    /// The Caspian, which is a hole in the land, and the lakes that lie on it.
    pub lakes: Vec<Polygon>,
    /// Every country that the level shows.
    pub countries: Vec<Country>,
    /// Arcs with a country on one side and the ocean on the other, to be stroked as coast.
    pub coast: Vec<usize>,
    /// Arcs between two different countries, to be stroked as border.
    pub borders: Vec<usize>,
}

/// A box of longitudes and latitudes, in whole degrees; the world is -180, -90, 180, 90.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the four sides name themselves")]
pub struct Bounds {
    pub west: i16,
    pub south: i16,
    pub east: i16,
    pub north: i16,
}

/// An arc, walked in one direction or the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArcRef {
    /// Index into [`Level::arcs`].
    pub arc: usize,
    /// Whether it is walked from its last point to its first.
    pub reversed: bool,
}

/// A closed chain of arcs: each begins where the one before it ends, the first where the last ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ring(pub Vec<ArcRef>);

/// An outer ring and the holes in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Polygon {
    /// The outer ring first.
    pub rings: Vec<Ring>,
}

/// A country or territory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2 as ASCII capitals, `XK` for Kosovo; `None` for land that has no code.
    pub code: Option<[u8; 2]>,
    /// Mainland and islands.
    pub polygons: Vec<Polygon>,
}

impl Level {
    /// The ring as indices into [`Level::points`]: each corner once, the first not repeated.
    pub fn ring_indices(&self, ring: &Ring) -> impl Iterator<Item = usize> {
        ring.0.iter().flat_map(|&ArcRef { arc, reversed }| {
            let Range { start, end } = self.arcs[arc];
            // Without its last point, which is the first of the next arc.
            (0..end - start - 1).map(move |step| {
                if reversed {
                    end - 1 - step
                } else {
                    start + step
                }
            })
        })
    }

    /// The corners of the ring, each once, the first not repeated.
    pub fn ring_points(&self, ring: &Ring) -> impl Iterator<Item = Unit> {
        self.ring_indices(ring).map(|index| self.point(index))
    }

    /// The point at an index into [`Level::points`].
    pub fn point(&self, index: usize) -> Unit {
        let [x, y, z] = self.points[index].map(f64::from);
        Unit { x, y, z }
    }
}
