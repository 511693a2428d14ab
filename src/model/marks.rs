//! Marks: what the chosen event draws on the globe.

use crate::geo::LonLat;
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
