//! Marks: what the story, and its chosen event, draw on the globe.

use super::scale::EARTH_KM;
use crate::geo::{LonLat, Unit};
use crate::story::{Geometry, Story};

/// The story's own countries, and of an event the way it joins places by and the countries it is about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks {
    /// The codes of the countries of the story's places, as the basemap writes them.
    pub home: Vec<[u8; 2]>,
    /// The places of its route in the order travelled: two or more, or none.
    pub route: Vec<LonLat>,
    /// The codes of its countries.
    pub countries: Vec<[u8; 2]>,
}

impl Marks {
    /// How long the way is by great circles, in kilometres to the nearest ten; `None` without one.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // few, and not negative
    pub fn length_km(&self) -> Option<u32> {
        let mut radians = 0.0;
        for pair in self.route.windows(2) {
            radians += Unit::from(pair[0]).angle_to(pair[1].into());
        }
        let tens = (radians * EARTH_KM / 10.0).round() as u32;
        (tens > 0).then_some(10 * tens)
    }

    /// The marks of a story with this event chosen.
    pub fn of(story: &Story, event: Option<usize>) -> Self {
        let home = codes(story.places.iter().map(|place| &place.country));
        let Some(event) = event.map(|event| &story.events[event]) else {
            return Self {
                home,
                ..Self::default()
            };
        };
        Self {
            home,
            route: match &event.geometry {
                Some(Geometry::Line(points)) => points.clone(),
                _ => Vec::new(),
            },
            countries: codes(event.countries.iter()),
        }
    }
}

fn codes<'a>(countries: impl Iterator<Item = &'a String>) -> Vec<[u8; 2]> {
    countries
        .filter_map(|code| code.as_bytes().try_into().ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_is_as_long_as_its_parts_together() {
        let [baku, sheki, seoul] = [(49.8671, 40.4093), (47.1706, 41.1919), (126.978, 37.5665)]
            .map(|(lon, lat)| LonLat { lon, lat });
        for (route, km) in [
            (vec![baku, seoul], Some(6_450)),
            (vec![seoul, baku], Some(6_450)),
            (vec![baku, sheki], Some(240)),
            (vec![sheki, baku, seoul], Some(6_690)),
            (vec![baku, baku], None),
            (vec![], None),
        ] {
            let marks = Marks {
                route,
                ..Marks::default()
            };
            assert_eq!(marks.length_km(), km, "{marks:?}");
        }
    }
}
