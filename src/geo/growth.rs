//! Growth: powers of two and e and their logarithms, for the scales that a map goes through.
//!
//! The standard library's are exact to the last bit by tables, which take 3 kB of what a page loads. Made
//! of multiplications and additions only, these also give the same bits in a browser as in a page written
//! at build time.

use std::f64::consts::{LN_2, LOG2_E, SQRT_2};

/// 2 to the power of `x`: within 4 units in the last place. Beyond the range of a number, its ends.
pub fn exp2(x: f64) -> f64 {
    let whole = x.round_ties_even().clamp(-1022.0, 1023.0);
    // e^y by its series, whose 15th term no longer counts where |y| is at most half of ln 2.
    let y = (x - whole).clamp(-1.0, 1.0) * LN_2;
    let series = (1..15)
        .rev()
        .fold(1.0, |sum, term| 1.0 + sum * y / f64::from(term));
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a whole number between 1 and 2046"
    )]
    let power = (whole + 1023.0) as u64;
    series * f64::from_bits(power << MANTISSA_BITS)
}

/// e to the power of `x`.
pub fn exp(x: f64) -> f64 {
    exp2(x * LOG2_E)
}

/// The logarithm of a positive `x` to the base 2: within 2⁻⁵¹ or as many units in the last place. That of
/// 0 is minus infinity, of less there is none.
pub fn log2(x: f64) -> f64 {
    if x.is_nan() || x <= 0.0 || x.is_infinite() {
        let less = if x < 0.0 { f64::NAN } else { x };
        return if x == 0.0 { f64::NEG_INFINITY } else { less };
    }
    let bits = x.to_bits();
    let mut whole = f64::from((bits >> MANTISSA_BITS) as u32) - 1023.0;
    let mut rest = f64::from_bits(bits & MANTISSA | ONE);
    if rest > SQRT_2 {
        rest /= 2.0;
        whole += 1.0;
    }
    // ln rest = 2 artanh t, by its series, whose terms beyond t²³ no longer count where |t| is below 0.172.
    let t = (rest - 1.0) / (rest + 1.0);
    let terms = (0..12).rev().map(|term| 1.0 / f64::from(2 * term + 1));
    whole + 2.0 * LOG2_E * t * terms.fold(0.0, |sum, term| sum * t * t + term)
}

/// The natural logarithm.
pub fn ln(x: f64) -> f64 {
    log2(x) * LN_2
}

/// How a number of 64 bits is laid out.
const MANTISSA_BITS: u32 = 52;
const MANTISSA: u64 = (1 << MANTISSA_BITS) - 1;
const ONE: u64 = 1023 << MANTISSA_BITS;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn whole_powers_are_exact() {
        for power in -1022..=1023 {
            let x = f64::from(power);
            assert_eq!(exp2(x).to_bits(), x.exp2().to_bits(), "{power}");
            assert_eq!(log2(x.exp2()).to_bits(), x.to_bits(), "{power}");
        }
    }

    #[test]
    fn at_the_ends_they_are_what_mathematics_says() {
        assert_eq!(log2(0.0).to_bits(), f64::NEG_INFINITY.to_bits());
        assert!(log2(-1.0).is_nan() && log2(f64::NAN).is_nan());
        assert_eq!(log2(f64::INFINITY).to_bits(), f64::INFINITY.to_bits());
        assert!(exp2(1e9) > 1e300 && exp2(-1e9) < 1e-300 && exp2(f64::NAN).is_nan());
    }

    proptest! {
        #[test]
        fn they_agree_with_the_standard_library(x in -60.0..60.0_f64) {
            prop_assert!((exp2(x) / x.exp2() - 1.0).abs() < 1e-15, "{}", exp2(x));
            prop_assert!((exp(x) / x.exp() - 1.0).abs() < 1e-14, "{}", exp(x));
        }

        #[test]
        fn logarithms_agree_with_the_standard_library(power in -60.0..60.0_f64) {
            let x = power.exp2();
            prop_assert!((log2(x) - x.log2()).abs() <= 1e-15 * (1.0 + power.abs()), "{}", log2(x));
            prop_assert!((ln(x) - x.ln()).abs() <= 1e-15 * (1.0 + power.abs()), "{}", ln(x));
        }

        #[test]
        fn one_undoes_the_other(x in -60.0..60.0_f64) {
            prop_assert!((log2(exp2(x)) - x).abs() < 1e-13);
        }
    }
}
