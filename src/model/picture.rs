//! Picture: the globe as one camera sees it, in pixels: what to fill, what to stroke, in order.
//!
//! Exporters in `draw` only write it out, so the canvas, the page before the code runs and the print
//! are the same picture. Its buffers are kept from frame to frame.

use crate::geo::basemap::Level;
use crate::geo::camera::Camera;
use crate::geo::clip::{self, PolygonClipper, Sink};
use crate::geo::projection::{Facing, Projection};
use crate::geo::{LonLat, Screen, Size, Unit};

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
            let mut pen = Pen::new(&view, size, &mut layer.paths);
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

/// Puts camera space on paper, leaving out the points that nobody would see.
///
/// A point is left out when it is no farther than [`FINEST_PX`] from the last one drawn, or when it, the
/// one before and the one after lie beyond the same edge of the box: what is drawn instead then lies
/// beyond that edge as well.
struct Pen<'a> {
    view: &'a Projection,
    size: Size,
    paths: &'a mut Paths,
    drawn: Option<Dot>,
    /// The latest point, not drawn before the next one shows whether it is needed.
    waiting: Option<Dot>,
}

/// A point on paper.
#[derive(Clone, Copy)]
struct Dot {
    at: [f32; 2],
    /// A bit for each edge of the box that it lies beyond.
    beyond: u8,
}

/// Less than this between two points is not seen.
const FINEST_PX: f32 = 0.5;
/// How far beyond the edge of the box counts as out of sight: more than half of any line's width.
const EDGE_PX: f64 = 4.0;

impl<'a> Pen<'a> {
    fn new(view: &'a Projection, size: Size, paths: &'a mut Paths) -> Self {
        Self {
            view,
            size,
            paths,
            drawn: None,
            waiting: None,
        }
    }

    fn draw(&mut self, dot: Dot) {
        self.paths.points.push(dot.at);
        self.drawn = Some(dot);
    }
}

impl Dot {
    #[allow(clippy::cast_possible_truncation)] // a pixel needs no more than an f32
    fn of(Screen { x, y }: Screen, size: Size) -> Self {
        let edges = [
            x < -EDGE_PX,
            x > size.width + EDGE_PX,
            y < -EDGE_PX,
            y > size.height + EDGE_PX,
        ];
        let bits = edges.iter().rev();
        Self {
            at: [x as f32, y as f32],
            beyond: bits.fold(0, |bits, &beyond| bits << 1 | u8::from(beyond)),
        }
    }

    fn is_seen_apart(&self, other: &Self) -> bool {
        let [x, y] = [self.at[0] - other.at[0], self.at[1] - other.at[1]];
        x.abs().max(y.abs()) > FINEST_PX
    }
}

impl Sink for Pen<'_> {
    fn point(&mut self, at: Facing) {
        let next = Dot::of(self.view.place(at), self.size);
        match (self.drawn, self.waiting) {
            (None, _) => self.draw(next),
            (Some(drawn), Some(waiting)) => {
                let beyond = drawn.beyond & waiting.beyond & next.beyond;
                if beyond == 0 && waiting.is_seen_apart(&drawn) {
                    self.draw(waiting);
                }
                self.waiting = Some(next);
            }
            (Some(_), None) => self.waiting = Some(next),
        }
    }

    fn end(&mut self, closed: bool) {
        if let Some(last) = self.waiting.take() {
            self.draw(last);
        }
        self.drawn = None;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::basemap::Basemap;
    use proptest::prelude::*;

    const SIZE: Size = Size {
        width: 900.0,
        height: 700.0,
    };

    fn world() -> Level {
        let bytes = include_bytes!("../../story/basemap.bin");
        Basemap::decode(bytes).unwrap().levels.swap_remove(0)
    }

    fn picture(level: &Level, lon: f64, lat: f64, zoom: f64) -> (Picture, Camera) {
        let camera = Camera {
            centre: LonLat { lon, lat },
            zoom,
        };
        let mut picture = Picture::default();
        picture.compose(level, camera, SIZE);
        (picture, camera)
    }

    fn paths(picture: &Picture, style: Style) -> &Paths {
        let layer = picture.layers.iter().find(|layer| layer.style == style);
        &layer.unwrap().paths
    }

    /// Whether a point lies inside the outlines, by the number of edges to its right.
    fn covers(paths: &Paths, Screen { x, y }: Screen) -> bool {
        let mut inside = false;
        let mut start = 0;
        for &(end, _) in &paths.ends {
            let ring = &paths.points[start..end];
            for (index, a) in ring.iter().enumerate() {
                let b = ring[(index + 1) % ring.len()].map(f64::from);
                let a = a.map(f64::from);
                let crosses = (a[1] > y) != (b[1] > y);
                inside ^= crosses && x < a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]);
            }
            start = end;
        }
        inside
    }

    #[test]
    fn cities_are_drawn_on_land_and_the_sea_is_not() {
        let level = world();
        let places = [
            ("Ganja", 46.3606, 40.6828, true),
            ("Seoul", 126.978, 37.5665, true),
            ("Moscow", 37.6, 55.75, true),
            ("the Caspian", 51.0, 41.0, false),
            ("the sea east of Korea", 132.0, 39.0, false),
        ];
        for (lon, lat, zoom) in [(50.0, 40.0, 5.0), (90.0, 45.0, 2.5), (127.0, 37.0, 4.0)] {
            let (picture, camera) = picture(&level, lon, lat, zoom);
            for (name, lon, lat, is_land) in places {
                let at = camera.projection(SIZE).forward(LonLat { lon, lat });
                let in_box = |at: &Screen| {
                    (0.0..SIZE.width).contains(&at.x) && (0.0..SIZE.height).contains(&at.y)
                };
                if let Some(at) = at.filter(in_box) {
                    let drawn = covers(paths(&picture, Style::Land), at);
                    assert_eq!(drawn, is_land, "{name} at zoom {zoom}");
                }
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]
        #[test]
        fn nothing_is_drawn_off_the_globe_whatever_is_looked_at(
            lon in -180.0..180.0, lat in -90.0..90.0, zoom in 0.5..8.0,
        ) {
            let (picture, camera) = picture(&world(), lon, lat, zoom);
            let most = camera.radius() * 1.000_1 + 0.01;
            for layer in &picture.layers {
                for point in &layer.paths.points {
                    let at = Screen { x: point[0].into(), y: point[1].into() };
                    prop_assert!(at.distance(SIZE.centre()) <= most, "{:?} {at:?}", layer.style);
                }
            }
        }
    }

    #[test]
    fn near_a_city_the_rest_of_the_world_is_not_drawn() {
        let level = world();
        let drawn = |zoom| {
            let (picture, _) = picture(&level, 47.5, 40.5, zoom);
            let layers = picture.layers.iter();
            layers.map(|layer| layer.paths.points.len()).sum::<usize>()
        };
        let (far, near) = (drawn(2.0), drawn(7.0));
        assert!(near < far / 4, "{near} points near, {far} far");
    }

    #[test]
    fn what_is_left_out_leaves_the_land_where_it_was() {
        // The same land with nothing left out, since all of it fits into a box of any size.
        let level = world();
        let camera = Camera {
            centre: LonLat {
                lon: 47.5,
                lat: 40.5,
            },
            zoom: 6.0,
        };
        let mut whole = Picture::default();
        let huge = Size {
            width: 1e6 + SIZE.width,
            height: 1e6 + SIZE.height,
        };
        whole.compose(&level, camera, huge);
        let (part, _) = picture(&level, 47.5, 40.5, 6.0);
        for x in (0..900).step_by(30) {
            for y in (0..700).step_by(30) {
                let at = Screen {
                    x: x.into(),
                    y: y.into(),
                };
                let there = Screen {
                    x: at.x + 5e5,
                    y: at.y + 5e5,
                };
                let land = |picture, at| covers(paths(picture, Style::Land), at);
                // Where a coast runs through the pixel, either may be right.
                let near = |by| {
                    land(
                        &whole,
                        Screen {
                            x: there.x + by,
                            y: there.y,
                        },
                    )
                };
                if near(-2.0) == near(2.0) {
                    assert_eq!(land(&part, at), land(&whole, there), "{at:?}");
                }
            }
        }
    }

    #[test]
    fn a_second_picture_is_not_added_to_the_first() {
        let level = world();
        let (mut once, camera) = picture(&level, 50.0, 40.0, 4.0);
        let first = once.layers.clone();
        once.compose(&level, camera, SIZE);
        assert_eq!(once.layers, first);
    }
}
