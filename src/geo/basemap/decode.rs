//! Decode: a basemap file to a [`Basemap`]; a file cut short or altered is an error, never a panic.

use std::error::Error;
use std::fmt::{self, Display, Formatter};

use super::format::{MAGIC, VERSION, checksum, eastward, wrapped};
use super::reader::{Reader, unzigzag};
use super::{ArcRef, Basemap, Bounds, Cap, Country, Level, Polygon, Ring};
use crate::digits::digits;
use crate::geo::{LonLat, Unit};

/// Why bytes are not a basemap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// The first bytes are not those of a basemap.
    NotABasemap,
    /// Made for another version of this crate.
    Version(u8),
    /// The checksum does not fit the bytes.
    Damaged,
    /// The bytes are what was written, but what was written makes no sense.
    Malformed {
        /// What was found.
        what: &'static str,
        /// How many bytes of the level's body had been read.
        at: usize,
    },
}

impl DecodeError {
    /// What a page is told.
    pub fn message(&self) -> String {
        match self {
            Self::NotABasemap => "not a basemap".to_owned(),
            Self::Version(version) => {
                let [found, own] = [*version, VERSION].map(|version| digits(version.into()));
                ["basemap of version ", &found, ", expected ", &own].concat()
            }
            Self::Damaged => "basemap cut short or altered".to_owned(),
            Self::Malformed { what, at } => {
                ["malformed basemap: ", what, " at byte ", &digits(*at)].concat()
            }
        }
    }
}

impl Display for DecodeError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl Error for DecodeError {}

impl Basemap {
    /// Reads a file in the layout of [`format`](super::format).
    pub fn decode(bytes: &[u8]) -> Result<Self, DecodeError> {
        let mut levels = Vec::new();
        let (mut first, mut rest) = split_first(bytes)?;
        loop {
            let mut reader = Reader::new(first);
            levels.push(level(&mut reader)?);
            if !reader.is_empty() {
                return Err(reader.malformed("more than was announced"));
            }
            if rest.is_empty() {
                return Ok(Self { levels });
            }
            (first, rest) = split_first(rest)?;
        }
    }
}

/// The body of the first level, and the file of the others.
fn split_first(bytes: &[u8]) -> Result<(&[u8], &[u8]), DecodeError> {
    let length = first_level_len(bytes)?;
    let (first, rest) = bytes.split_at(length);
    let (sealed, sum) = first.split_last_chunk().ok_or(DecodeError::Damaged)?;
    if checksum(sealed) != u32::from_le_bytes(*sum) {
        return Err(DecodeError::Damaged);
    }
    let (_, body) = envelope(sealed)?;
    Ok((body, rest))
}

/// How many bytes of a file are its first level: where it can be cut in two files.
pub fn first_level_len(bytes: &[u8]) -> Result<usize, DecodeError> {
    let (body_len, rest) = envelope(bytes)?;
    let length = (bytes.len() - rest.len())
        .checked_add(body_len)
        .and_then(|length| length.checked_add(size_of::<u32>()));
    length
        .filter(|&length| length <= bytes.len())
        .ok_or(DecodeError::Damaged)
}

/// How long the body is said to be, and the bytes from its beginning.
fn envelope(bytes: &[u8]) -> Result<(usize, &[u8]), DecodeError> {
    let rest = bytes.strip_prefix(&MAGIC).ok_or(DecodeError::NotABasemap)?;
    match rest.split_first() {
        Some((&VERSION, rest)) => {
            let mut reader = Reader::new(rest);
            let length = reader.number().map_err(|_| DecodeError::Damaged)?;
            Ok((length as usize, reader.rest()))
        }
        Some((&version, _)) => Err(DecodeError::Version(version)),
        None => Err(DecodeError::Damaged),
    }
}

fn level(reader: &mut Reader) -> Result<Level, DecodeError> {
    let name = String::from_utf8(reader.list(Reader::byte)?)
        .map_err(|_| reader.malformed("a name that is not UTF-8"))?;
    let min_radius = reader.number()?;
    let bounds = bounds(reader)?;
    let arcs = arcs(reader)?;
    let mut uses = Uses {
        arcs: arcs.ranges.len(),
        next: 0,
        last: 0,
    };
    let countries = reader.list(|reader| {
        let code = Some(reader.pair()?).filter(|&code| code != [0, 0]);
        let polygons = uses.polygons(reader)?;
        Ok(Country { code, polygons })
    })?;
    let land = uses.polygons(reader)?;
    let lakes = uses.polygons(reader)?;
    let (coast, borders) = coast_and_borders(&countries, &lakes, &arcs.hidden);
    Ok(Level {
        name,
        min_radius,
        bounds,
        caps: caps(&arcs),
        points: arcs.points,
        arcs: arcs.ranges,
        land,
        lakes,
        countries,
        coast,
        borders,
    })
}

fn bounds(reader: &mut Reader) -> Result<Bounds, DecodeError> {
    let mut side = || {
        let degrees = reader.signed()?;
        i16::try_from(degrees).map_err(|_| reader.malformed("a side off the earth"))
    };
    Ok(Bounds {
        west: side()?,
        south: side()?,
        east: side()?,
        north: side()?,
    })
}

struct Arcs {
    points: Vec<[f32; 3]>,
    ranges: Vec<std::ops::Range<usize>>,
    hidden: Vec<bool>,
}

/// Kept apart from [`level`]: WebKit on Linux goes on in the optimised code of a large function, in the midst of
/// a hot loop, with wrong values (its bug 289009), once in three hundred starts; and a small function is
/// optimised sooner.
#[inline(never)]
fn arcs(reader: &mut Reader) -> Result<Arcs, DecodeError> {
    let per_degree = i64::from(reader.number()?);
    if per_degree == 0 {
        return Err(reader.malformed("a grid without steps"));
    }
    let heads = reader.list(Reader::number)?;
    let (mut lon, mut lat) = (0_i64, 0_i64);
    let mut points = Vec::new();
    let mut ranges = Vec::with_capacity(heads.len());
    for head in &heads {
        let start = points.len();
        let is_closed = head >> 1 & 1;
        for _ in is_closed..head >> 2 {
            lat += i64::from(reader.step()?);
            if lat.abs() > 90 * per_degree {
                return Err(reader.malformed("a point beyond a pole"));
            }
            let unit_east = eastward(lat, per_degree);
            let steps = lon.div_euclid(unit_east) + i64::from(reader.step()?);
            lon = wrapped(steps * unit_east, per_degree);
            points.push(unit(lon, lat, per_degree));
        }
        if is_closed == 1 && points.len() > start {
            points.push(points[start]);
        }
        if points.len() < start + 2 {
            return Err(reader.malformed("an arc of fewer than two points"));
        }
        ranges.push(start..points.len());
    }
    Ok(Arcs {
        points,
        ranges,
        hidden: heads.iter().map(|head| head & 1 == 1).collect(),
    })
}

fn caps(arcs: &Arcs) -> Vec<Cap> {
    let ranges = arcs.ranges.iter();
    ranges
        .map(|range| Cap::around(&arcs.points[range.clone()]))
        .collect()
}

#[expect(clippy::cast_possible_truncation, reason = "see Level::points")]
fn unit(lon: i64, lat: i64, per_degree: i64) -> [f32; 3] {
    let degrees = |steps| steps as f64 / per_degree as f64;
    let Unit { x, y, z } = Unit::from(LonLat {
        lon: degrees(lon),
        lat: degrees(lat),
    });
    [x as f32, y as f32, z as f32]
}

/// Reads which arcs the rings use.
struct Uses {
    /// How many arcs there are.
    arcs: usize,
    /// The first that no ring has used yet.
    next: usize,
    /// The one used last.
    last: usize,
}

impl Uses {
    fn polygons(&mut self, reader: &mut Reader) -> Result<Vec<Polygon>, DecodeError> {
        reader.list(|reader| {
            let rings = reader.list(|reader| {
                let arcs = reader.list(|reader| self.arc(reader))?;
                Ok(Ring(arcs))
            })?;
            Ok(Polygon { rings })
        })
    }

    fn arc(&mut self, reader: &mut Reader) -> Result<ArcRef, DecodeError> {
        let number = reader.number()?;
        let arc = match number >> 1 {
            0 => Some(self.next),
            after => self.last.checked_add_signed(unzigzag(after - 1) as isize),
        };
        let arc = arc
            .filter(|&arc| arc < self.arcs)
            .ok_or_else(|| reader.malformed("an arc that is not there"))?;
        self.next = self.next.max(arc + 1);
        self.last = arc;
        Ok(ArcRef {
            arc,
            reversed: number & 1 == 1,
        })
    }
}

/// An arc that one country uses is coast, one that two use is border; inside one it is neither, nor
/// on a lake.
fn coast_and_borders(
    countries: &[Country],
    lakes: &[Polygon],
    hidden: &[bool],
) -> (Vec<usize>, Vec<usize>) {
    let mut users = vec![[None; 2]; hidden.len()];
    for (index, country) in countries.iter().enumerate() {
        let rings = country.polygons.iter().flat_map(|polygon| &polygon.rings);
        for &ArcRef { arc, .. } in rings.flat_map(|ring| &ring.0) {
            let [first, second] = &mut users[arc];
            *(if first.is_none() { first } else { second }) = Some(index);
        }
    }
    for &ArcRef { arc, .. } in lakes
        .iter()
        .flat_map(|lake| &lake.rings)
        .flat_map(|ring| &ring.0)
    {
        users[arc] = [None; 2];
    }
    let (mut coast, mut borders) = (Vec::new(), Vec::new());
    for (arc, users) in users.into_iter().enumerate() {
        match users {
            _ if hidden[arc] => {}
            [Some(_), None] => coast.push(arc),
            [Some(one), Some(other)] if one != other => borders.push(arc),
            _ => {}
        }
    }
    (coast, borders)
}
