//! Grid: a level with its points rounded to whole grid steps, as the file will hold them.

use story_map::geo::basemap::{Bounds, Country, Polygon, Ring, format};
use story_map::geo::{LonLat, Unit};

use super::topojson::Topology;
use super::{Spec, codes};

/// A level, ready to be written.
pub(crate) struct GridLevel {
    pub(crate) name: String,
    pub(crate) min_radius: u32,
    pub(crate) bounds: Bounds,
    /// Grid steps per degree.
    pub(crate) per_degree: u32,
    pub(crate) arcs: Vec<GridArc>,
    pub(crate) land: Vec<Polygon>,
    pub(crate) lakes: Vec<Polygon>,
    pub(crate) countries: Vec<Country>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct GridArc {
    /// No two neighbours are alike.
    pub(crate) points: Vec<GridPoint>,
    /// Out of a region's bounds: filled, never stroked.
    pub(crate) hidden: bool,
}

/// Steps east of 0° and north of the equator; 180° is written as -180°.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct GridPoint {
    pub(crate) lon: i64,
    pub(crate) lat: i64,
}

impl GridArc {
    /// Whether it ends where it begins: an island, a lake.
    pub(crate) fn is_closed(&self) -> bool {
        self.points.len() > 1 && self.points.first() == self.points.last()
    }
}

impl GridLevel {
    /// The level as the atlas has it, rounded; shapes of one code become one country.
    pub(crate) fn new(spec: &Spec, topology: &Topology) -> anyhow::Result<Self> {
        let arc = |points: Vec<LonLat>| {
            let on_grid = |point| GridPoint::nearest(point, spec.per_degree);
            let mut points: Vec<_> = points.into_iter().map(on_grid).collect();
            points.dedup();
            GridArc {
                points,
                hidden: false,
            }
        };
        Ok(Self {
            name: spec.name.into(),
            min_radius: spec.min_radius,
            bounds: spec.bounds,
            per_degree: spec.per_degree,
            arcs: topology.arcs().map(arc).collect(),
            land: topology.objects.land.polygons(),
            lakes: Vec::new(),
            countries: countries(topology)?,
        })
    }

    /// The ring's corners on the sphere, each once.
    pub(crate) fn corners(&self, ring: &Ring) -> Vec<Unit> {
        let arcs = ring.0.iter().flat_map(|arc_ref| {
            let mut points = self.arcs[arc_ref.arc].points.clone();
            if arc_ref.reversed {
                points.reverse();
            }
            points.pop(); // the first of the next arc
            points
        });
        arcs.map(|point| point.unit(self.per_degree)).collect()
    }
}

fn countries(topology: &Topology) -> anyhow::Result<Vec<Country>> {
    let mut countries: Vec<Country> = Vec::new();
    for geometry in &topology.objects.countries.geometries {
        let code = codes::alpha2(geometry.code())?;
        let polygons = geometry.polygons();
        match countries.iter_mut().find(|country| country.code == code) {
            Some(country) => country.polygons.extend(polygons),
            None => countries.push(Country { code, polygons }),
        }
    }
    Ok(countries)
}

impl GridPoint {
    pub(crate) fn nearest(LonLat { lon, lat }: LonLat, per_degree: u32) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "degrees are small")]
        let steps = |degrees: f64| (degrees * f64::from(per_degree)).round() as i64;
        let (lat, per_degree) = (steps(lat), i64::from(per_degree));
        let unit = format::eastward(lat, per_degree);
        #[expect(clippy::cast_possible_truncation, reason = "degrees are small")]
        let east = (lon * per_degree as f64 / unit as f64).round() as i64;
        Self {
            lon: format::wrapped(east * unit, per_degree),
            lat,
        }
    }

    pub(crate) fn place(self, per_degree: u32) -> LonLat {
        let degrees = |steps| steps as f64 / f64::from(per_degree);
        LonLat {
            lon: degrees(self.lon),
            lat: degrees(self.lat),
        }
    }

    pub(crate) fn unit(self, per_degree: u32) -> Unit {
        self.place(per_degree).into()
    }
}
