//! Geometry: where on the map an event is drawn.

use super::cursor::Cursor;
use super::format::{Format, List};
use super::record::Fields;
use crate::geo::LonLat;
use serde_json::Value;

/// A point, or a line between places.
#[derive(Clone, Debug, PartialEq)]
pub enum Geometry {
    /// One place.
    Point(LonLat),
    /// From place to place, two or more.
    Line(Vec<LonLat>),
}

const EXPECTED: &str = "a Point or a LineString";

impl Format for Geometry {
    type Out = Self;

    fn expected() -> String {
        EXPECTED.to_owned()
    }

    fn read(json: Value, at: &mut Cursor) -> Option<Self> {
        let mut fields = Fields::open(json, at)?;
        let is_line = match fields.take("type") {
            Some(Value::String(text)) if text == "Point" => false,
            Some(Value::String(text)) if text == "LineString" => true,
            other => {
                at.field("type", |at| at.fault(EXPECTED, &other.unwrap_or_default()));
                return None;
            }
        };
        fields.take("bbox");
        let geometry = if is_line {
            fields
                .essential::<Line, _>("coordinates", at)
                .map(Self::Line)
        } else {
            fields
                .essential::<Position, _>("coordinates", at)
                .map(Self::Point)
        };
        fields.close(&["type", "coordinates"], at);
        geometry
    }
}

/// A point as GeoJSON writes it: `[longitude, latitude]`. A third number, the altitude, is not read.
pub(super) struct Position;

const POSITION: &str = "[longitude from -180 to 180, latitude from -90 to 90]";

impl Format for Position {
    type Out = LonLat;

    fn expected() -> String {
        POSITION.to_owned()
    }

    fn read(json: Value, at: &mut Cursor) -> Option<LonLat> {
        let numbers: Option<Vec<f64>> = json
            .as_array()
            .and_then(|items| items.iter().map(Value::as_f64).collect());
        let Some(&[first, second] | &[first, second, _]) = numbers.as_deref() else {
            at.fault(POSITION, &json);
            return None;
        };
        let point = LonLat::new(first, second);
        if point.is_none() {
            // By far the most frequent mistake: most people say latitude first.
            let is_swapped = LonLat::new(second, first).is_some();
            let hint = if is_swapped { ", longitude first" } else { "" };
            at.fault([POSITION, hint].concat(), &json);
        }
        point
    }
}

/// The positions of a line.
struct Line;

impl Format for Line {
    type Out = Vec<LonLat>;

    fn expected() -> String {
        "two positions or more".to_owned()
    }

    fn read(json: Value, at: &mut Cursor) -> Option<Vec<LonLat>> {
        let positions = json.as_array().map_or(0, Vec::len);
        if positions < 2 {
            at.fault(Self::expected(), &json);
            return None;
        }
        // A line with a position left out would lead elsewhere, so it is all or nothing.
        List::<Position>::read(json, at).filter(|line| line.len() == positions)
    }
}

#[cfg(feature = "schema")]
mod schema {
    use super::{Geometry, Position};
    use crate::story::schema::definition;

    definition!(Position, "Longitude, latitude and perhaps an altitude, which is not read.", |_| {
        "type": "array",
        "prefixItems": [
            { "type": "number", "minimum": -180, "maximum": 180 },
            { "type": "number", "minimum": -90, "maximum": 90 }
        ],
        "items": { "type": "number" },
        "minItems": 2,
        "maxItems": 3
    });
    definition!(Geometry, "A point, or a line between places.", |generator| {
        "type": "object",
        "oneOf": [
            { "properties": {
                "type": { "const": "Point" },
                "coordinates": generator.subschema_for::<Position>()
            } },
            { "properties": {
                "type": { "const": "LineString" },
                "coordinates": {
                    "type": "array", "items": generator.subschema_for::<Position>(), "minItems": 2
                }
            } }
        ],
        "properties": { "type": {}, "coordinates": {}, "bbox": {} },
        "required": ["type", "coordinates"],
        "additionalProperties": false
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(json: Value) -> (Option<Geometry>, Vec<String>) {
        let mut at = Cursor::default();
        let geometry = Geometry::read(json, &mut at);
        (
            geometry,
            at.faults.iter().map(ToString::to_string).collect(),
        )
    }

    #[test]
    fn a_point_and_a_line_are_read_without_altitude_or_box() {
        let baku = LonLat {
            lon: 49.87,
            lat: 40.41,
        };
        let seoul = LonLat {
            lon: 126.98,
            lat: 37.57,
        };
        let point =
            json!({"type": "Point", "coordinates": [49.87, 40.41, 28], "bbox": [0, 0, 1, 1]});
        let line = json!({"type": "LineString", "coordinates": [[49.87, 40.41], [126.98, 37.57]]});
        assert_eq!(read(point), (Some(Geometry::Point(baku)), vec![]));
        assert_eq!(
            read(line),
            (Some(Geometry::Line(vec![baku, seoul])), vec![])
        );
    }

    #[test]
    fn what_can_not_be_drawn_is_told() {
        let range = "expected [longitude from -180 to 180, latitude from -90 to 90]";
        for (json, fault) in [
            (
                json!({"type": "Polygon", "coordinates": []}),
                "type: expected a Point or a LineString, found \"Polygon\"".to_owned(),
            ),
            (
                json!({"type": "Point"}),
                format!("coordinates: {range}, found nothing"),
            ),
            (
                json!({"type": "Point", "coordinates": [37.57, 126.98]}),
                format!("coordinates: {range}, longitude first, found [37.57,126.98]"),
            ),
            (
                json!({"type": "Point", "coordinates": [200, 100]}),
                format!("coordinates: {range}, found [200,100]"),
            ),
            (
                json!({"type": "Point", "coordinates": [1]}),
                format!("coordinates: {range}, found [1]"),
            ),
            (
                json!({"type": "LineString", "coordinates": [[1, 2]]}),
                "coordinates: expected two positions or more, found [[1,2]]".to_owned(),
            ),
            (
                json!({"type": "LineString", "coordinates": [[1, 2], [3, "4"]]}),
                format!("coordinates[1]: {range}, found [3,\"4\"]"),
            ),
        ] {
            assert_eq!(read(json), (None, vec![fault]));
        }
    }
}
