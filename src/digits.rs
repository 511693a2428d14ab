//! Digits: whole numbers as text. Not by `to_string` or `format!`, which would bring the standard library's
//! formatting into every page: two kilobytes.

/// A number as it is written: `1200`.
pub fn digits(number: usize) -> String {
    padded(number, 1)
}

/// A number with zeros before it, if it has fewer digits than `least`: `07`.
pub fn padded(mut number: usize, least: usize) -> String {
    let mut text = String::new();
    while number > 0 || text.len() < least {
        text.insert(0, char::from(b"0123456789"[number % 10]));
        number /= 10;
    }
    text
}

/// A number with its sign where it is negative: `-44`.
pub fn signed(number: i32) -> String {
    let sign = if number < 0 { "-" } else { "" };
    [sign, &digits(number.unsigned_abs() as usize)].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn zeros_come_before_a_number_and_nothing_is_zero() {
        assert_eq!((digits(0), signed(0)), ("0".to_owned(), "0".to_owned()));
        assert_eq!(padded(7, 2), "07");
        assert_eq!(padded(1993, 2), "1993");
    }

    proptest! {
        #[test]
        fn numbers_are_written_as_rust_writes_them(number: usize, negative: i32) {
            prop_assert_eq!(digits(number), number.to_string());
            prop_assert_eq!(signed(negative), negative.to_string());
            prop_assert_eq!(padded(number, 12), format!("{number:012}"));
        }
    }
}
