//! Choice: which level of detail a view is drawn from.

use super::{Basemap, Bounds, DecodeError, Level};
use crate::geo::camera::Camera;
use crate::geo::{LonLat, Screen, Size};

/// The radius of the globe, in CSS pixels, from which the coarse world looks coarse: only then are
/// the finer levels of use, and fetched.
pub const DETAIL_FROM: u32 = 1_500;

impl Basemap {
    /// The finest level that is meant for this scale and covers all of the view, so that no two
    /// levels ever meet in it; `None` when there is no level at all.
    pub fn level(&self, camera: Camera, size: Size) -> Option<&Level> {
        let fits = |level: &&Level| {
            f64::from(level.min_radius) <= camera.radius() && level.bounds.cover(camera, size)
        };
        let finest = self.levels.iter().rev().find(fits);
        finest.or_else(|| self.levels.first())
    }

    /// Adds the levels of another file, unless finer ones are here already: several maps of a page
    /// may bring the same.
    pub fn refine(&mut self, bytes: &[u8]) -> Result<(), DecodeError> {
        if !self.has_detail() {
            self.levels.extend(Self::decode(bytes)?.levels);
        }
        Ok(())
    }

    fn has_detail(&self) -> bool {
        self.levels
            .iter()
            .any(|level| level.min_radius >= DETAIL_FROM)
    }

    /// Whether the view would be better with levels that are not here.
    pub fn lacks_detail_for(&self, camera: Camera) -> bool {
        camera.radius() >= f64::from(DETAIL_FROM) && !self.has_detail()
    }
}

impl Bounds {
    /// Whether all that is in the box lies within. North is up and a region is small and far from
    /// the poles, so the corners and the middles of the sides are the extremes.
    fn cover(self, camera: Camera, size: Size) -> bool {
        if self.is_world() {
            return true;
        }
        let view = camera.projection(size);
        let (right, bottom) = (size.width, size.height);
        let (x, y) = (right / 2.0, bottom / 2.0);
        let ends = [(0.0, 0.0), (x, 0.0), (right, 0.0), (0.0, y), (right, y)];
        let ends = ends
            .into_iter()
            .chain([(0.0, bottom), (x, bottom), (right, bottom)]);
        ends.map(|(x, y)| view.inverse(Screen { x, y }))
            .all(|place| place.is_some_and(|place| self.contains(place)))
    }

    fn is_world(self) -> bool {
        i32::from(self.east) - i32::from(self.west) == 360
    }

    fn contains(self, LonLat { lon, lat }: LonLat) -> bool {
        (self.west.into()..=self.east.into()).contains(&lon)
            && (self.south.into()..=self.north.into()).contains(&lat)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::projection::Law;

    const SIZE: Size = Size {
        width: 900.0,
        height: 600.0,
    };
    const GANJA: (f64, f64) = (46.3606, 40.6828);
    const SEOUL: (f64, f64) = (126.978, 37.5665);

    fn chosen(basemap: &Basemap, (lon, lat): (f64, f64), zoom: f64) -> &str {
        let camera = Camera {
            centre: LonLat { lon, lat },
            zoom,
            law: Law::Globe,
        };
        &basemap.level(camera, SIZE).unwrap().name
    }

    #[test]
    fn the_nearer_the_view_the_finer_the_level_and_regions_only_where_they_cover_it() {
        let basemap = Basemap::decode(include_bytes!("../../../story/basemap.bin")).unwrap();
        for (place, zoom, level) in [
            (GANJA, 3.0, "110m"),
            (GANJA, 5.5, "50m"),
            (GANJA, 8.5, "10m-caucasus"),
            (SEOUL, 8.5, "10m-korea"),
            ((2.35, 48.86), 8.5, "50m"), // Paris
            ((43.2, 40.0), 8.5, "50m"),  // half the view is west of the region
            ((127.0, 39.8), 8.5, "50m"), // half is north of it
        ] {
            assert_eq!(chosen(&basemap, place, zoom), level, "{place:?} at {zoom}");
        }
    }

    #[test]
    fn without_detail_the_coarse_world_is_drawn_and_detail_is_asked_for() {
        let mut basemap = Basemap::decode(include_bytes!("../../../story/basemap.bin")).unwrap();
        let camera = |zoom| Camera {
            centre: LonLat {
                lon: 46.0,
                lat: 40.0,
            },
            zoom,
            law: Law::Globe,
        };
        assert!(!basemap.lacks_detail_for(camera(8.0)));
        basemap.levels.truncate(1);
        assert!(basemap.lacks_detail_for(camera(8.0)));
        assert!(!basemap.lacks_detail_for(camera(4.0)));
        assert_eq!(chosen(&basemap, GANJA, 8.5), "110m");
        let file = include_bytes!("../../../story/basemap.bin");
        let detail = &file[crate::geo::basemap::first_level_len(file).unwrap()..];
        basemap.refine(detail).unwrap();
        basemap.refine(detail).unwrap();
        assert_eq!(basemap, Basemap::decode(file).unwrap());
        assert_eq!(chosen(&basemap, GANJA, 8.5), "10m-caucasus");
        assert_eq!(Basemap { levels: vec![] }.level(camera(4.0), SIZE), None);
    }
}
