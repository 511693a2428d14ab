//! Picture: the globe as one camera sees it, in pixels: what to fill, what to stroke, in order.
//!
//! Exporters in `draw` only write it out, so the canvas, the page before the code runs and the print
//! are the same picture. Its buffers are kept from frame to frame.

mod graticule;
mod pen;
mod route;
mod scope;

use pen::Pen;
use scope::{Faced, Scope};

use super::marks::Marks;
use crate::geo::angle::sin_cos;
use crate::geo::basemap::{Level, Polygon};
use crate::geo::camera::Camera;
use crate::geo::clip::{self, PolygonClipper, Sink};
use crate::geo::projection::Facing;
use crate::geo::room::Room;
use crate::geo::{Screen, Size};

/// How a layer looks; the stylesheet says what that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// The globe's disc.
    Sea,
    /// Every tenth meridian and parallel.
    Graticule,
    /// The land.
    Land,
    /// The countries of the story's places.
    Home,
    /// Lakes, and their shores.
    Lake,
    /// Lines between countries.
    Border,
    /// Lines between land and ocean.
    Coast,
    /// The countries that the chosen event is about.
    Country,
    /// The way that the chosen event joins places by.
    Route,
}

impl Style {
    /// Every style, in the order of drawing.
    pub const ALL: [Self; 9] = [
        Self::Sea,
        Self::Graticule,
        Self::Land,
        Self::Home,
        Self::Lake,
        Self::Border,
        Self::Coast,
        Self::Country,
        Self::Route,
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
    faced: Faced,
    tools: Tools,
}

/// Working memory.
#[derive(Debug, Default)]
struct Tools {
    line: Vec<Facing>,
    corners: graticule::Corners,
    clipper: PolygonClipper,
}

impl Picture {
    /// Draws anew what the camera sees of a level of the basemap, with the marks of what is chosen.
    pub fn compose(&mut self, level: &Level, marks: &Marks, camera: Camera, size: Size) {
        self.turn(level, camera, size);
        self.draw(level, marks, camera, size);
    }

    /// The first half of [`compose`](Self::compose): turns the level's points towards the camera.
    pub fn turn(&mut self, level: &Level, camera: Camera, size: Size) {
        let view = camera.projection(size);
        self.faced.turn(level, &view, &Scope::new(&view, size));
    }

    /// The second half: cuts what is in sight and puts it on paper.
    pub fn draw(&mut self, level: &Level, marks: &Marks, camera: Camera, size: Size) {
        let view = camera.projection(size);
        self.layers.resize_with(Style::ALL.len(), || Layer {
            style: Style::Sea,
            paths: Paths::default(),
        });
        let scope = Scope::new(&view, size);
        self.tools.clipper.rim = scope.rim;
        for (layer, style) in self.layers.iter_mut().zip(Style::ALL) {
            layer.style = style;
            layer.paths.points.clear();
            layer.paths.ends.clear();
            let mut pen = Pen::new(&view, size, &mut layer.paths);
            match style {
                Style::Sea => disc(&mut pen),
                Style::Graticule => graticule::draw(&mut self.tools.corners, &scope, &mut pen),
                Style::Land => {
                    let areas = level.land.iter();
                    fill(level, areas, &self.faced, &mut self.tools, &mut pen);
                }
                Style::Home => {
                    let areas = countries(level, &marks.home);
                    fill(level, areas, &self.faced, &mut self.tools, &mut pen);
                }
                Style::Lake => {
                    let areas = level.lakes.iter();
                    fill(level, areas, &self.faced, &mut self.tools, &mut pen);
                }
                Style::Border => strokes(level, &level.borders, &self.faced, scope.rim, &mut pen),
                Style::Coast => strokes(level, &level.coast, &self.faced, scope.rim, &mut pen),
                Style::Country => {
                    let areas = countries(level, &marks.countries);
                    fill(level, areas, &self.faced, &mut self.tools, &mut pen);
                }
                Style::Route => route::draw(&marks.route, &mut self.tools.line, &mut pen),
            }
        }
    }
}

impl Picture {
    /// Whether the chosen event's way runs through a box, which is then no place for a name.
    pub fn way_crosses(&self, room: &Room) -> bool {
        let screen = |[x, y]: [f32; 2]| Screen {
            x: x.into(),
            y: y.into(),
        };
        let ways = self.layers.iter();
        ways.filter(|layer| layer.style == Style::Route)
            .any(|Layer { paths, .. }| {
                let mut start = 0;
                paths.ends.iter().any(|&(end, _)| {
                    let run = &paths.points[start..end];
                    start = end;
                    run.windows(2)
                        .any(|pair| room.is_crossed(screen(pair[0]), screen(pair[1])))
                })
            })
    }
}

/// The outline of the map: a corner a degree, which at a radius of 2,000 pixels is a tenth of a
/// pixel off the circle. Nearer, the rim is outside the box.
fn disc(pen: &mut Pen) {
    for degree in 0..360 {
        let (y, x) = sin_cos(f64::from(degree).to_radians());
        let z = pen.view.law().rim();
        let reach = (1.0 - z * z).sqrt();
        pen.point(Facing {
            x: reach * x,
            y: reach * y,
            z,
        });
    }
    pen.end(true);
}

/// The parts of the countries with these codes.
fn countries<'a>(level: &'a Level, codes: &'a [[u8; 2]]) -> impl Iterator<Item = &'a Polygon> {
    let is_one = |code| codes.contains(&code);
    let countries = level.countries.iter();
    countries
        .filter(move |country| country.code.is_some_and(is_one))
        .flat_map(|country| &country.polygons)
}

fn fill<'a>(
    level: &'a Level,
    areas: impl Iterator<Item = &'a Polygon>,
    faced: &Faced,
    Tools { line, clipper, .. }: &mut Tools,
    pen: &mut Pen,
) {
    for polygon in areas {
        for (index, ring) in polygon.rings.iter().enumerate() {
            faced.ring(level, ring, line);
            if line.len() > 2 {
                clipper.ring(line, pen);
            } else if index == 0 {
                break; // what lies in it is out of sight as well
            }
        }
        clipper.end(pen);
    }
}

fn strokes(level: &Level, arcs: &[usize], faced: &Faced, rim: f64, pen: &mut Pen) {
    for points in arcs.iter().filter_map(|&arc| faced.arc(level, arc)) {
        clip::line(points, rim, pen);
    }
}

#[cfg(test)]
mod tests {
    use super::pen::tests::distance;
    use super::*;
    use crate::geo::LonLat;
    use crate::geo::arc::Arc;
    use crate::geo::basemap::Basemap;
    use crate::geo::projection::{Law, Projection};
    use proptest::prelude::*;

    const SIZE: Size = Size {
        width: 900.0,
        height: 700.0,
    };

    fn world() -> Level {
        let bytes = include_bytes!("../../story/basemap.bin");
        Basemap::decode(bytes).unwrap().levels.swap_remove(0)
    }

    fn picture(level: &Level, law: Law, lon: f64, lat: f64, zoom: f64) -> (Picture, Camera) {
        let camera = Camera {
            centre: LonLat { lon, lat },
            zoom,
            law,
        };
        let mut picture = Picture::default();
        picture.compose(level, &Marks::default(), camera, SIZE);
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
        for (law, lon, lat, zoom) in [
            (Law::Globe, 50.0, 40.0, 5.0),
            (Law::Globe, 90.0, 45.0, 2.5),
            (Law::Globe, 127.0, 37.0, 4.0),
            (Law::Flat, 50.0, 40.0, 5.0),
            (Law::Flat, 90.0, 45.0, 2.5),
            // Opposite Kazakhstan: all of the rim lies in Eurasia.
            (Law::Flat, -110.0, -48.0, 2.0),
            (Law::Flat, -40.0, 10.0, 2.0),
        ] {
            let (picture, camera) = picture(&level, law, lon, lat, zoom);
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
        fn nothing_is_drawn_off_the_map_whatever_is_looked_at(
            law in prop_oneof![Just(Law::Globe), Just(Law::Flat)],
            lon in -180.0..180.0, lat in -90.0..90.0, zoom in 0.5..8.0,
        ) {
            let (picture, camera) = picture(&world(), law, lon, lat, zoom);
            let most = camera.radius() * law.reach() * 1.000_1 + 0.01;
            for layer in &picture.layers {
                for point in &layer.paths.points {
                    let at = Screen { x: point[0].into(), y: point[1].into() };
                    prop_assert!(at.distance(SIZE.centre()) <= most, "{:?} {at:?}", layer.style);
                }
            }
        }
    }

    fn marked(
        level: &Level,
        marks: &Marks,
        lon: f64,
        lat: f64,
        zoom: f64,
    ) -> (Picture, Projection) {
        let (mut picture, camera) = picture(level, Law::Globe, lon, lat, zoom);
        picture.compose(level, marks, camera, SIZE);
        (picture, camera.projection(SIZE))
    }

    const BAKU: LonLat = LonLat {
        lon: 49.8671,
        lat: 40.4093,
    };
    const SEOUL: LonLat = LonLat {
        lon: 126.978,
        lat: 37.5665,
    };

    #[test]
    fn the_storys_countries_are_there_whether_or_not_an_event_is_about_them() {
        let level = world();
        let marks = Marks {
            home: vec![*b"AZ", *b"KR"],
            ..Marks::default()
        };
        let (picture, view) = marked(&level, &marks, 90.0, 45.0, 3.0);
        for (lon, lat, is_home) in [(47.5, 40.3, true), (127.5, 36.5, true), (44.5, 42.1, false)] {
            let at = view.forward(LonLat { lon, lat }).unwrap();
            assert_eq!(
                covers(paths(&picture, Style::Home), at),
                is_home,
                "{lon} {lat}"
            );
        }
        assert!(paths(&picture, Style::Country).points.is_empty());
    }

    #[test]
    fn a_route_goes_from_place_to_place_with_an_arrow_that_points_onward() {
        let level = world();
        for route in [vec![BAKU, SEOUL], vec![SEOUL, BAKU]] {
            let marks = Marks {
                route: route.clone(),
                countries: vec![],
                ..Marks::default()
            };
            let (picture, view) = marked(&level, &marks, 90.0, 20.0, 2.5);
            let Paths { points, ends } = paths(&picture, Style::Route);
            let [(way, false), (arrow, false)] = ends[..] else {
                panic!("a way and an arrow: {ends:?}");
            };
            let at = |index: usize| Screen {
                x: points[index][0].into(),
                y: points[index][1].into(),
            };
            let [from, to] = [route[0], route[1]].map(|place| view.forward(place).unwrap());
            assert!(at(0).distance(from) < 0.01 && at(way - 1).distance(to) < 0.01);
            // North of the straight line, as a great circle over Asia is, and without a jump.
            assert!(at(way / 2).y < f64::midpoint(from.y, to.y) - 5.0);
            assert!((1..way).all(|index| at(index).distance(at(index - 1)) < 12.0));
            let (tip, tail) = (at(way + 1), at(way).middle(at(arrow - 1)));
            assert!(tip.distance(to) < tail.distance(to), "{tip:?} {tail:?}");
        }
    }

    #[test]
    fn a_route_crosses_the_boxes_on_its_way_and_no_other() {
        let level = world();
        let marks = Marks {
            route: vec![BAKU, SEOUL],
            ..Marks::default()
        };
        let (picture, view) = marked(&level, &marks, 90.0, 20.0, 2.5);
        let way = paths(&picture, Style::Route);
        let half = way.points[way.ends[0].0 / 2].map(f64::from);
        let half = Screen {
            x: half[0],
            y: half[1],
        };
        let box_at = |x: f64, y: f64| {
            let at = Screen {
                x: half.x + x,
                y: half.y + y,
            };
            Room::around(at, 40.0, 8.0)
        };
        assert!(picture.way_crosses(&box_at(0.0, 0.0)));
        assert!(picture.way_crosses(&box_at(30.0, 5.0)));
        assert!(!picture.way_crosses(&box_at(0.0, 40.0)));
        let beyond = view.forward(LonLat { lon: 35.0, ..BAKU }).unwrap();
        assert!(!picture.way_crosses(&Room::around(beyond, 20.0, 8.0)));
        let none = marked(&level, &Marks::default(), 90.0, 20.0, 2.5).0;
        assert!(!none.way_crosses(&box_at(0.0, 0.0)));
    }

    #[test]
    fn behind_the_globe_there_is_no_route_and_in_a_narrow_place_no_arrow() {
        let level = world();
        let marks = Marks {
            route: vec![BAKU, SEOUL],
            countries: vec![],
            ..Marks::default()
        };
        let (picture, _) = marked(&level, &marks, -90.0, -45.0, 2.5);
        assert_eq!(paths(&picture, Style::Route).ends, []);
        let near = LonLat { lon: 46.36, ..BAKU };
        let marks = Marks {
            route: vec![BAKU, near],
            countries: vec![],
            ..Marks::default()
        };
        let (picture, _) = marked(&level, &marks, 50.0, 40.0, 2.5);
        assert_eq!(paths(&picture, Style::Route).ends.len(), 1);
    }

    #[test]
    fn the_marked_countries_are_drawn_and_no_other() {
        let level = world();
        let marks = Marks {
            route: vec![],
            countries: vec![*b"AZ", *b"KR"],
            ..Marks::default()
        };
        let (picture, view) = marked(&level, &marks, 90.0, 45.0, 3.0);
        for (name, lon, lat, is_marked) in [
            ("Azerbaijan", 47.5, 40.4, true),
            ("Korea", 128.0, 36.5, true),
            ("Georgia", 43.5, 42.0, false),
            ("China", 105.0, 35.0, false),
        ] {
            let at = view.forward(LonLat { lon, lat }).unwrap();
            let drawn = covers(paths(&picture, Style::Country), at);
            assert_eq!(drawn, is_marked, "{name}");
        }
    }

    #[test]
    fn near_a_city_the_rest_of_the_world_is_not_drawn() {
        let level = world();
        let drawn = |zoom| {
            let (picture, _) = picture(&level, Law::Globe, 47.5, 40.5, zoom);
            let layers = picture.layers.iter();
            layers.map(|layer| layer.paths.points.len()).sum::<usize>()
        };
        let (far, near) = (drawn(2.0), drawn(7.0));
        assert!(near < far / 4, "{near} points near, {far} far");
    }

    #[test]
    fn a_second_picture_is_not_added_to_the_first() {
        let level = world();
        let (mut once, camera) = picture(&level, Law::Globe, 50.0, 40.0, 4.0);
        let first = once.layers.clone();
        once.compose(&level, &Marks::default(), camera, SIZE);
        assert_eq!(once.layers, first);
    }

    proptest! {
        #[test]
        fn a_route_is_drawn_all_along_its_great_circle_and_nowhere_else(
            law in prop_oneof![Just(Law::Globe), Just(Law::Flat)],
            lon in -180.0..180.0, lat in -90.0..90.0, radius in 100.0..2_000.0,
            ends in ((-180.0..180.0, -90.0..90.0), (-180.0..180.0, -90.0..90.0)),
        ) {
            let place = |(lon, lat)| LonLat { lon, lat };
            let view = Projection::new(law, place((lon, lat)), radius, SIZE);
            let (from, to) = (place(ends.0), place(ends.1));
            let mut paths = Paths::default();
            route::draw(&[from, to], &mut Vec::new(), &mut Pen::new(&view, SIZE, &mut paths));
            let arc = Arc::between(from.into(), to.into());
            let way = |steps: i32| (0..=steps).map(move |step| {
                view.face(arc.share(f64::from(step) / f64::from(steps)))
            });
            let lines = paths.ends.iter().scan(0, |start, &(end, _)| {
                let line = *start..end;
                *start = end;
                Some(line)
            });
            let on_paper = |&[x, y]: &[f32; 2]| Screen { x: x.into(), y: y.into() };
            let lines: Vec<Vec<Screen>> =
                lines.map(|line| paths.points[line].iter().map(on_paper).collect()).collect();
            let in_box = |at: Screen| Room::around(at, 1.0, 1.0).is_in(SIZE);
            for at in way(300).filter(|at| at.z > law.rim() + 0.001).map(|at| view.place(at)).filter(|&at| in_box(at)) {
                let near = lines.iter().flat_map(|line| line.windows(2)).any(|two| distance(at, [two[0], two[1]]) < 1.5);
                prop_assert!(near, "nothing at {at:?}");
            }
            let way: Vec<Screen> = way(3_000).map(|at| view.place(at)).collect();
            // What has three points may be an arrow.
            for line in lines.iter().filter(|line| line.len() != 3) {
                for &at in line.iter().filter(|&&at| in_box(at)) {
                    let near = way.windows(2).any(|two| distance(at, [two[0], two[1]]) < 1.5);
                    prop_assert!(near, "drawn at {at:?}");
                }
            }
        }
    }
}
