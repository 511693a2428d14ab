//! Number: the value of a JSON number, without the standard library's reading of numbers, whose tables
//! for the last bit of any number would add 13 kB to the page.

/// The value of a number that is sound JSON, or `None` when its exponent is beyond counting.
///
/// Exact up to 15 digits; a millimetre on the earth takes 11. Longer ones may be off in their last digit.
pub(super) fn value(text: &str) -> Option<f64> {
    let (digits, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let mut value = 0.0;
    for byte in whole.bytes().chain(part.bytes()).filter(u8::is_ascii_digit) {
        value = value * 10.0 + f64::from(byte - b'0');
    }
    let places = i32::try_from(part.len()).ok()?;
    // Powers of ten up to 22 are exact, and so is one multiplication or division by them.
    value = match exponent.parse::<i32>().ok()?.checked_sub(places)? {
        power @ 0.. => value * 10_f64.powi(power),
        power => value / 10_f64.powi(power.checked_neg()?),
    };
    Some(if text.starts_with('-') { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_number_of_15_digits_is_exact(text in "-?(0|[1-9][0-9]{0,6})(\\.[0-9]{1,8})?(e[-+]?[0-9])?") {
            prop_assert_eq!(value(&text), text.parse().ok());
        }

        #[test]
        fn a_longer_number_is_right_to_15_digits(text in "[1-9][0-9]{0,30}\\.[0-9]{1,30}") {
            let exact: f64 = text.parse().unwrap();
            prop_assert!((value(&text).unwrap() / exact - 1.0).abs() < 1e-14);
        }
    }

    #[test]
    fn a_number_beyond_counting_is_none_or_infinite() {
        assert_eq!(value("1e999"), Some(f64::INFINITY));
        assert_eq!(value("1e-999"), Some(0.0));
        assert_eq!(value("1e99999999999"), None);
        assert_eq!(value("1.5e-2147483648"), None);
    }
}
