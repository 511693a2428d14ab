//! Marks: what the chosen event draws on the globe.

use super::scale::EARTH_KM;
use crate::geo::{LonLat, Unit};
use crate::story::{Geometry, Story};

/// The way that an event joins places by, and the countries it is about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks {
    /// The places of its route in the order travelled: two or more, or none.
    pub route: Vec<LonLat>,
    /// The codes of its countries, as the basemap writes them.
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

    /// The marks of the chosen event.
    pub fn of(story: &Story, event: Option<usize>) -> Self {
        let Some(event) = event.map(|event| &story.events[event]) else {
            return Self::default();
        };
        let codes = event.countries.iter().map(String::as_bytes);
        Self {
            route: match &event.geometry {
                Some(Geometry::Line(points)) => points.clone(),
                _ => Vec::new(),
            },
            countries: codes.filter_map(|code| code.try_into().ok()).collect(),
        }
    }
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
