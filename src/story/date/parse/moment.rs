//! One moment of a date: a year and what follows it.

use super::DateError;
use super::scan::Scanner;
use crate::story::date::day::{YEAR_DIGITS, days_in};
use crate::story::date::{Moment, Precision, Season};

const YEAR: &str = "a year of four digits";
const DIGIT: &str = "a digit: a year has four";
const LONG_YEAR: &str = "a year of five to nine digits after Y";
const MONTH: &str = "a month from 01 to 12, a season from 21 to 24, or XX";

/// Takes a moment with its mark.
pub(super) fn read(scan: &mut Scanner) -> Result<Moment, DateError> {
    let (year, precision) = if scan.eats("Y") {
        // EDTF gives a long year neither month nor day.
        (long_year(scan)?, Precision::Year)
    } else {
        match year(scan)? {
            (year, Precision::Year) if scan.eats("-") => (year, within(scan, year)?),
            known => known,
        }
    };
    let both = scan.eats("%");
    let uncertain = both || scan.eats("?");
    let approximate = both || (!uncertain && scan.eats("~"));
    Ok(Moment {
        year,
        precision,
        uncertain,
        approximate,
    })
}

/// `Y12345`, after the `Y`.
fn long_year(scan: &mut Scanner) -> Result<i32, DateError> {
    let is_negative = scan.eats("-");
    let start = scan.position();
    let has_leading_zero = scan.peek() == Some(b'0');
    let (digits, year) = scan.digits(YEAR_DIGITS);
    if digits < 5 || has_leading_zero {
        return Err(scan.error_at(start, LONG_YEAR));
    }
    Ok(if is_negative { -year } else { year })
}

/// `2004`, `-0045`, `199X`, `19XX`.
fn year(scan: &mut Scanner) -> Result<(i32, Precision), DateError> {
    let start = scan.position();
    let is_negative = scan.eats("-");
    let (year, precision) = match scan.digits(4) {
        (4, year) => (year, Precision::Year),
        (3, decade) if scan.eats("X") => (decade * 10, Precision::Decade),
        (2, century) if scan.eats("XX") => (century * 100, Precision::Century),
        (0, _) if !is_negative => return Err(scan.error(YEAR)),
        _ => return Err(scan.error(DIGIT)),
    };
    match (is_negative, year) {
        (true, 0) => Err(scan.error_at(start, "a year: the year 0 has no minus")),
        (true, _) => Ok((-year, precision)),
        (false, _) => Ok((year, precision)),
    }
}

/// What follows `2004-`: a season, or a month and perhaps a day.
fn within(scan: &mut Scanner, year: i32) -> Result<Precision, DateError> {
    if scan.eats("XX") {
        if !scan.eats("-") {
            return Ok(Precision::SomeMonth);
        }
        if !scan.eats("XX") {
            return Err(scan.error("XX, as the month is XX"));
        }
        return Ok(Precision::SomeDay);
    }
    let month = match number(scan, |month| matches!(month, 1..=12 | 21..=24), MONTH)? {
        21 => return Ok(Precision::Season(Season::Spring)),
        22 => return Ok(Precision::Season(Season::Summer)),
        23 => return Ok(Precision::Season(Season::Autumn)),
        24 => return Ok(Precision::Season(Season::Winter)),
        month => month,
    };
    if !scan.eats("-") {
        return Ok(Precision::Month(month));
    }
    if scan.eats("XX") {
        return Ok(Precision::SomeDayOf(month));
    }
    let (last, expected) = match days_in(year, month) {
        28 => (28, "a day from 01 to 28, or XX"),
        29 => (29, "a day from 01 to 29, or XX"),
        30 => (30, "a day from 01 to 30, or XX"),
        _ => (31, "a day from 01 to 31, or XX"),
    };
    let day = number(scan, |day| (1..=last).contains(&day), expected)?;
    Ok(Precision::Day(month, day))
}

/// A number of two digits that is one of the `allowed`.
fn number(
    scan: &mut Scanner,
    allowed: impl Fn(u8) -> bool,
    expected: &'static str,
) -> Result<u8, DateError> {
    let start = scan.position();
    let (digits, number) = scan.digits(2);
    match u8::try_from(number) {
        Ok(number) if digits == 2 && allowed(number) => Ok(number),
        _ => Err(scan.error_at(start, expected)),
    }
}
