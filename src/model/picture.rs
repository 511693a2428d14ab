//! Picture: the globe as one camera sees it, in pixels: what to fill, what to stroke, in order.
//!
//! Exporters in `draw` only write it out, so the canvas, the page before the code runs and the print
//! are the same picture. Its buffers are kept from frame to frame.

use crate::geo::basemap::Level;
use crate::geo::camera::Camera;
use crate::geo::clip::{self, PolygonClipper, Sink};
use crate::geo::projection::{Facing, Projection};
use crate::geo::{LonLat, Size, Unit};

/// How a layer looks; the stylesheet says what that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// The globe's disc.
    Sea,
    /// Every tenth meridian and parallel.
    Graticule,
    /// The land.
    Land,
    /// Lines between countries.
    Border,
    /// Lines between land and sea.
    Coast,
}

impl Style {
    /// Every style, in the order of drawing.
    pub const ALL: [Self; 5] = [
        Self::Sea,
        Self::Graticule,
        Self::Land,
        Self::Border,
        Self::Coast,
    ];
}

/// One layer of the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// How it looks.
    pub style: Style,
    /// Its lines or outlines.
    pub paths: Paths,
}

/// Lines or outlines, one after another in one list of points.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paths {
    /// x and y of each point in CSS pixels.
    pub points: Vec<[f32; 2]>,
    /// For each piece: where in `points` it ends, and whether it is an outline.
    pub ends: Vec<(usize, bool)>,
}

/// The layers of one moment, and what is needed to make the next.
#[derive(Debug, Default)]
pub struct Picture {
    /// The layers, from the bottom up.
    pub layers: Vec<Layer>,
    faced: Vec<Facing>,
    ring: Vec<Facing>,
    clipper: PolygonClipper,
}

impl Picture {
    /// Draws anew what the camera sees of a level of the basemap.
    pub fn compose(&mut self, level: &Level, camera: Camera, size: Size) {
        let view = camera.projection(size);
        self.layers.resize_with(Style::ALL.len(), || Layer {
            style: Style::Sea,
            paths: Paths::default(),
        });
        self.faced.clear();
        self.faced.extend(level.points.iter().map(|&[x, y, z]| {
            view.face(Unit {
                x: x.into(),
                y: y.into(),
                z: z.into(),
            })
        }));
        for (layer, style) in self.layers.iter_mut().zip(Style::ALL) {
            layer.style = style;
            layer.paths.points.clear();
            layer.paths.ends.clear();
            let mut pen = Pen {
                view: &view,
                paths: &mut layer.paths,
            };
            match style {
                Style::Sea => disc(&mut pen),
                Style::Graticule => graticule(&view, &mut self.ring, &mut pen),
                Style::Land => {
                    for polygon in &level.land {
                        for ring in &polygon.rings {
                            self.ring.clear();
                            let corners = level.ring_indices(ring);
                            self.ring.extend(corners.map(|index| self.faced[index]));
                            self.clipper.ring(&self.ring, &mut pen);
                        }
                        self.clipper.end(&mut pen);
                    }
                }
                Style::Border => strokes(level, &level.borders, &self.faced, &mut pen),
                Style::Coast => strokes(level, &level.coast, &self.faced, &mut pen),
            }
        }
    }
}

/// Puts camera space on paper.
struct Pen<'a> {
    view: &'a Projection,
    paths: &'a mut Paths,
}

impl Sink for Pen<'_> {
    #[allow(clippy::cast_possible_truncation)] // a pixel needs no more than an f32
    fn point(&mut self, at: Facing) {
        let at = self.view.place(at);
        self.paths.points.push([at.x as f32, at.y as f32]);
    }

    fn end(&mut self, closed: bool) {
        self.paths.ends.push((self.paths.points.len(), closed));
    }
}

/// The outline of the globe: a corner a degree, which at a radius of 2,000 pixels is a tenth of a
/// pixel off the circle. Nearer, the horizon is outside the box.
fn disc(pen: &mut Pen) {
    for degree in 0..360 {
        let (y, x) = f64::from(degree).to_radians().sin_cos();
        pen.point(Facing { x, y, z: 0.0 });
    }
    pen.end(true);
}

/// Degrees between two lines of the graticule, and between two corners of such a line.
const GRATICULE: (usize, usize) = (10, 2);

fn graticule(view: &Projection, line: &mut Vec<Facing>, pen: &mut Pen) {
    let (between, corner) = GRATICULE;
    let degrees = |from: i32, to: i32, step| (from..=to).step_by(step).map(f64::from);
    let mut draw = |points: &mut dyn Iterator<Item = LonLat>| {
        line.clear();
        line.extend(points.map(|point| view.face(Unit::from(point))));
        clip::line(line, pen);
    };
    // Meridians stop short of the poles, where they would run together into a blot.
    for lon in degrees(-180, 170, between) {
        draw(&mut degrees(-80, 80, corner).map(|lat| LonLat { lon, lat }));
    }
    for lat in degrees(-80, 80, between) {
        draw(&mut degrees(-180, 180, corner).map(|lon| LonLat { lon, lat }));
    }
}

fn strokes(level: &Level, arcs: &[usize], faced: &[Facing], pen: &mut Pen) {
    for &arc in arcs {
        clip::line(&faced[level.arcs[arc].clone()], pen);
    }
}
