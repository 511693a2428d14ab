//! Angle: sine, cosine and remainder of the small angles that a map turns by.
//!
//! The standard library's are right to the last bit for any angle however large, which takes 4 kB of
//! the program. Made of multiplications and additions only, these also give the same bits in a browser as
//! in a page written at build time.

use std::f64::consts::FRAC_2_PI;

/// π/2 in two parts, the first so short that a small multiple of it is exact.
const FRAC_PI_2: [f64; 2] = [1.570_796_326_734_125_6, 6.077_100_506_506_192e-11];

/// The polynomials for an eighth of a turn at most, of sine and cosine, from
/// <https://www.netlib.org/fdlibm/k_sin.c> and `k_cos.c`, from the last coefficient to the first.
const SIN: [f64; 6] = [
    1.589_690_995_211_55e-10,
    -2.505_076_025_340_686_3e-8,
    2.755_731_370_707_006_8e-6,
    -1.984_126_982_985_795e-4,
    8.333_333_333_322_49e-3,
    -1.666_666_666_666_663_2e-1,
];
const COS: [f64; 6] = [
    -1.135_964_755_778_819_5e-11,
    2.087_572_321_298_175e-9,
    -2.755_731_435_139_066e-7,
    2.480_158_728_947_673e-5,
    -1.388_888_888_887_411e-3,
    4.166_666_666_666_66e-2,
];

/// The sine and cosine of an angle in radians: within 2⁻⁵² up to some thousand turns.
pub fn sin_cos(radians: f64) -> (f64, f64) {
    let quarters = (radians * FRAC_2_PI).round_ties_even();
    let rest = radians - quarters * FRAC_PI_2[0] - quarters * FRAC_PI_2[1];
    let square = rest * rest;
    let sum = |terms: [f64; 6]| terms.iter().fold(0.0, |sum, term| sum * square + term);
    let sin = rest + rest * square * sum(SIN);
    let cos = 1.0 - (square / 2.0 - square * square * sum(COS));
    #[allow(
        clippy::cast_possible_truncation,
        reason = "of so many turns only the last counts"
    )]
    match quarters as i64 & 3 {
        0 => (sin, cos),
        1 => (cos, -sin),
        2 => (-sin, -cos),
        _ => (-cos, sin),
    }
}

/// The angle brought between 0 and a whole turn, in whatever unit. The remainder that the standard library
/// has for it is exact for any numbers, at half a kilobyte for each reader.
pub fn within(angle: f64, turn: f64) -> f64 {
    angle - (angle / turn).floor() * turn
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_the_standard_librarys_to_the_last_bit_of_1() {
        for step in -200_000..=200_000 {
            let radians = f64::from(step) * 0.001_7;
            let (sin, cos) = sin_cos(radians);
            let off = (sin - radians.sin()).abs().max((cos - radians.cos()).abs());
            assert!(off <= f64::EPSILON, "{radians}: {off:e}");
        }
    }

    #[test]
    fn quarter_turns_are_told_apart() {
        for (degrees, sin, cos) in [
            (0, 0, 1),
            (90, 1, 0),
            (180, 0, -1),
            (270, -1, 0),
            (-90, -1, 0),
        ] {
            let (found_sin, found_cos) = sin_cos(f64::from(degrees).to_radians());
            assert!(
                (found_sin - f64::from(sin)).abs() < 3e-16,
                "{degrees}: {found_sin}"
            );
            assert!(
                (found_cos - f64::from(cos)).abs() < 3e-16,
                "{degrees}: {found_cos}"
            );
        }
    }

    #[test]
    fn an_angle_is_brought_within_a_turn() {
        for (angle, brought) in [
            (-190.0, 170.0),
            (0.0, 0.0),
            (360.0, 0.0),
            (725.5, 5.5),
            (-720.0, 0.0),
        ] {
            assert!((within(angle, 360.0) - brought).abs() < 1e-12, "{angle}");
        }
    }

    #[test]
    fn no_angle_has_no_sine() {
        assert!(sin_cos(f64::NAN).0.is_nan() && sin_cos(f64::INFINITY).1.is_nan());
    }
}
