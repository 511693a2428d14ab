//! Geometry: where on the map an event is drawn.

use super::cursor::Cursor;
use super::format::{Format, List, Position};
use super::json::Json;
use super::record::Fields;
use crate::geo::LonLat;

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

    fn read(json: Json<'_>, at: &mut Cursor) -> Option<Self> {
        let mut fields = Fields::open(json, at)?;
        let kind = fields.take("type");
        let is_line = match kind.as_ref().and_then(Json::text) {
            Some("Point") => false,
            Some("LineString") => true,
            _ => return at.field("type", |at| at.fault(EXPECTED, kind.as_ref())),
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

/// The positions of a line.
struct Line;

impl Format for Line {
    type Out = Vec<LonLat>;

    fn expected() -> String {
        "two positions or more".to_owned()
    }

    fn read(json: Json<'_>, at: &mut Cursor) -> Option<Vec<LonLat>> {
        let positions = json.list().map_or(0, <[Json]>::len);
        if positions < 2 {
            return at.fault(Self::expected(), &json);
        }
        // A line with a position left out would lead elsewhere, so it is all or nothing.
        List::<Position>::read(json, at).filter(|line| line.len() == positions)
    }
}

#[cfg(feature = "schema")]
mod schema {
    use super::Geometry;
    use crate::story::format::Position;
    use crate::story::schema::definition;

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

    fn read(json: &serde_json::Value) -> (Option<Geometry>, Vec<String>) {
        let text = json.to_string();
        let json = crate::story::json::parse(&text, None).unwrap();
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
        assert_eq!(read(&point), (Some(Geometry::Point(baku)), vec![]));
        assert_eq!(
            read(&line),
            (Some(Geometry::Line(vec![baku, seoul])), vec![])
        );
    }

    #[test]
    fn what_can_not_be_drawn_is_told() {
        let position = Position::expected();
        for (json, fault) in [
            (
                json!({"type": "Polygon", "coordinates": []}),
                "type: expected a Point or a LineString, found \"Polygon\"".to_owned(),
            ),
            (
                json!({"type": "Point"}),
                format!("coordinates: expected {position}, found nothing"),
            ),
            (
                json!({"type": "LineString", "coordinates": [[1, 2]]}),
                "coordinates: expected two positions or more, found [[1, 2]]".to_owned(),
            ),
            (
                json!({"type": "LineString", "coordinates": [[1, 2], [3, "4"]]}),
                format!("coordinates[1]: expected {position}, found [3, \"4\"]"),
            ),
        ] {
            assert_eq!(read(&json), (None, vec![fault]));
        }
    }
}
