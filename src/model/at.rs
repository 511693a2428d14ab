//! At: where the map looks, as a link says it: whole numbers of small steps, since reading and writing
//! floats takes 13 kB of tables.

use std::str::FromStr;

use crate::digits::{digits, padded};
use crate::geo::LonLat;
use crate::geo::camera::Camera;
use crate::geo::projection::Law;

/// The middle of the map and how near it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At {
    /// Ten-thousandths of a degree east: 11 metres.
    pub lon: i32,
    /// Ten-thousandths of a degree north.
    pub lat: i32,
    /// Ten-thousandths of a step of zoom.
    pub zoom: i32,
}

/// How many steps of a number are one.
const STEPS: i32 = 10_000;
/// How many decimals that is.
const DECIMALS: usize = 4;
/// The nearest that a link may ask for; the camera stops long before.
const NEAREST: i32 = 30;

impl At {
    /// Where a camera looks.
    #[allow(clippy::cast_possible_truncation)] // degrees and zooms are few
    pub fn of(camera: Camera) -> Self {
        let steps = |number: f64| (number * f64::from(STEPS)).round() as i32;
        Self {
            lon: steps(camera.centre.lon),
            lat: steps(camera.centre.lat),
            zoom: steps(camera.zoom),
        }
    }

    /// The camera that looks there.
    pub fn camera(self, law: Law) -> Camera {
        let [lon, lat, zoom] =
            [self.lon, self.lat, self.zoom].map(|steps| f64::from(steps) / f64::from(STEPS));
        Camera {
            centre: LonLat { lon, lat },
            zoom,
            law,
        }
    }
}

impl At {
    /// `49.8671,40.4093,5.5`
    pub fn to_text(self) -> String {
        [self.lon, self.lat, self.zoom].map(decimal).join(",")
    }
}

fn decimal(steps: i32) -> String {
    let (all, one) = (steps.unsigned_abs() as usize, STEPS as usize);
    let (whole, rest) = (all / one, all % one);
    let decimals = padded(rest, DECIMALS);
    [
        if steps < 0 { "-" } else { "" },
        &digits(whole),
        if rest > 0 { "." } else { "" },
        decimals.trim_end_matches('0'),
    ]
    .concat()
}

impl FromStr for At {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut numbers = text.split(',').map(steps);
        let mut next = |most: i32| {
            let number = numbers.next().flatten();
            number.filter(|steps| steps.abs() <= most * STEPS).ok_or(())
        };
        let at = Self {
            lon: next(180)?,
            lat: next(90)?,
            zoom: next(NEAREST)?,
        };
        if numbers.next().is_some() {
            Err(())
        } else {
            Ok(at)
        }
    }
}

/// A decimal number in steps; decimals beyond them are cut off.
fn steps(number: &str) -> Option<i32> {
    let (sign, digits) = match number.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, number),
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !is_number(decimals) || whole.len() > 3 {
        return None;
    }
    let mut steps = 0;
    let decimals = decimals.bytes().chain([b'0'; DECIMALS]).take(DECIMALS);
    for digit in whole.bytes().chain(decimals) {
        steps = 10 * steps + i32::from(digit - b'0');
    }
    Some(sign * steps)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_place_is_read_and_written_as_decimals() {
        for (text, [lon, lat, zoom], back) in [
            (
                "49.8671,40.4093,5.5",
                [498_671, 404_093, 55_000],
                "49.8671,40.4093,5.5",
            ),
            ("-0.05,-90,0", [-500, -900_000, 0], "-0.05,-90,0"),
            ("180,0.00009,2.10", [1_800_000, 0, 21_000], "180,0,2.1"),
        ] {
            let at: At = text.parse().unwrap();
            assert_eq!(at, At { lon, lat, zoom }, "{text}");
            assert_eq!(at.to_text(), back);
        }
        for text in [
            "",
            "1,2",
            "1,2,3,4",
            "181,0,3",
            "0,91,3",
            "0,0,31",
            "a,0,3",
            "1e2,0,3",
            "1.,0,3",
            ".5,0,3",
            "+1,0,3",
            "9999999999,0,3",
        ] {
            assert_eq!(text.parse::<At>(), Err(()), "{text}");
        }
    }

    proptest! {
        #[test]
        fn written_then_read_is_the_same_place(
            lon in -1_800_000..=1_800_000, lat in -900_000..=900_000, zoom in 0..=90_000,
        ) {
            let at = At { lon, lat, zoom };
            prop_assert_eq!(at.to_text().parse(), Ok(at));
            prop_assert_eq!(At::of(at.camera(Law::Globe)), at);
        }
    }
}
