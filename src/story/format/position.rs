//! Position: a point on the earth as the file writes it.

use super::Format;
use crate::geo::LonLat;
use crate::story::cursor::Cursor;
use crate::story::json::Json;

/// A point as GeoJSON writes it: `[longitude, latitude]`. A third number, the altitude, is not read.
pub(in crate::story) struct Position;

const EXPECTED: &str = "[longitude from -180 to 180, latitude from -90 to 90]";

impl Format for Position {
    type Out = LonLat;

    fn expected() -> String {
        EXPECTED.to_owned()
    }

    fn read(json: Json<'_>, at: &mut Cursor) -> Option<LonLat> {
        let numbers: Option<Vec<f64>> = json
            .list()
            .and_then(|items| items.iter().map(Json::number).collect());
        let Some(&[first, second] | &[first, second, _]) = numbers.as_deref() else {
            return at.fault(EXPECTED, &json);
        };
        LonLat::new(first, second).or_else(|| {
            // By far the most frequent mistake: most people say latitude first.
            let is_swapped = LonLat::new(second, first).is_some();
            let hint = if is_swapped { ", longitude first" } else { "" };
            at.fault([EXPECTED, hint].concat(), &json)
        })
    }
}

#[cfg(feature = "schema")]
crate::story::schema::definition!(Position, "Longitude, latitude and perhaps an altitude, which is not read.", |_| {
    "type": "array",
    "prefixItems": [
        { "type": "number", "minimum": -180, "maximum": 180 },
        { "type": "number", "minimum": -90, "maximum": 90 }
    ],
    "items": { "type": "number" },
    "minItems": 2,
    "maxItems": 3
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::json::parse;

    #[test]
    fn a_position_is_longitude_then_latitude_on_the_earth() {
        for (text, hint) in [
            ("[200, 100]", ""),
            ("[37.57, 126.98]", ", longitude first"),
            ("[1]", ""),
            ("[1, 2, 3, 4]", ""),
            ("[1, \"2\"]", ""),
            ("[1e999, 0]", ""),
            ("\"1,2\"", ""),
        ] {
            let mut at = Cursor::default();
            assert_eq!(Position::read(parse(text, None).unwrap(), &mut at), None);
            let told = format!(
                "expected [longitude from -180 to 180, latitude from -90 to 90]{hint}, found {text}"
            );
            assert_eq!(at.faults[0].to_string(), told);
        }
        let seoul = LonLat {
            lon: 126.98,
            lat: 37.57,
        };
        let json = parse("[126.98, 37.57, 38]", None).unwrap();
        assert_eq!(Position::read(json, &mut Cursor::default()), Some(seoul));
    }
}
