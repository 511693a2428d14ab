//! Parse: EDTF text to a date, or where and why it is none.

mod moment;
mod scan;

use super::{Bound, Choice, Date, Moment};
use scan::Scanner;
use std::str::FromStr;

/// Why a text is not a date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("date \"{text}\": at character {position}: expected {expected}, found {found}")]
pub struct DateError {
    /// The text.
    pub text: String,
    /// Which character is wrong, counting from 1.
    pub position: usize,
    /// What could have stood there.
    pub expected: &'static str,
    /// What stands there: from that character on, or `the end`.
    pub found: String,
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let mut scan = Scanner::new(text);
        let date = if scan.eats("[") {
            one_of(&mut scan)?
        } else {
            point_or_interval(&mut scan)?
        };
        match scan.peek() {
            None => Ok(date),
            Some(b'T') => Err(scan.error("a day without a time")),
            Some(_) => Err(scan.error("the end of the date")),
        }
    }
}

fn point_or_interval(scan: &mut Scanner) -> Result<Date, DateError> {
    let start = match scan.peek() {
        Some(b'/') => Bound::Unknown,
        _ => bound(scan)?,
    };
    if !scan.eats("/") {
        return match start {
            Bound::At(moment) => Ok(Date::Point(moment)),
            _ => Err(scan.error("/")),
        };
    }
    let at = scan.position();
    let end = match scan.peek() {
        None => Bound::Unknown,
        _ => bound(scan)?,
    };
    match (start.moment(), end.moment()) {
        (None, None) => Err(scan.error_at(at, "a date, as the start is none")),
        (Some(start), Some(end)) if end.latest() < start.earliest() => {
            Err(scan.error_at(at, BACKWARDS))
        }
        _ => Ok(Date::Interval { start, end }),
    }
}

fn bound(scan: &mut Scanner) -> Result<Bound, DateError> {
    if scan.eats("..") {
        Ok(Bound::Open)
    } else {
        Ok(Bound::At(moment::read(scan)?))
    }
}

/// The members of a one-of set, after its `[`.
fn one_of(scan: &mut Scanner) -> Result<Date, DateError> {
    let mut choices = Vec::new();
    loop {
        let choice = choice(scan, choices.is_empty())?;
        choices.push(choice);
        if scan.eats("]") {
            return Ok(Date::OneOf(choices));
        }
        if matches!(choice, Choice::From(_)) {
            return Err(scan.error("]"));
        }
        if !scan.eats(",") {
            return Err(scan.error(", or ]"));
        }
    }
}

fn choice(scan: &mut Scanner, is_first: bool) -> Result<Choice, DateError> {
    if is_first && scan.eats("..") {
        return Ok(Choice::Until(moment::read(scan)?));
    }
    let first = moment::read(scan)?;
    if !scan.eats("..") {
        return Ok(Choice::At(first));
    }
    if matches!(scan.peek(), None | Some(b',' | b']')) {
        return Ok(Choice::From(first));
    }
    let at = scan.position();
    let last: Moment = moment::read(scan)?;
    if last.latest() < first.earliest() {
        return Err(scan.error_at(at, BACKWARDS));
    }
    Ok(Choice::Between(first, last))
}

const BACKWARDS: &str = "an end that is not before the start";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_the_specification_are_printed_as_they_were_read() {
        // https://www.loc.gov/standards/datetime/, levels 0 and 1 and the one-of sets of level 2
        let examples = "1985-04-12 1985-04 1985 1964/2008 2004-06/2006-08 2004-02-01/2005-02-08 \
            2004-02-01/2005-02 2004-02-01/2005 2005/2006-02 \
            Y170000002 Y-170000002 2001-21 2001-22 2001-23 2001-24 1984? 2004-06~ 2004-06-11% \
            201X 20XX 2004-XX 1985-04-XX 1985-XX-XX \
            1985-04-12/.. 1985-04/.. 1985/.. ../1985-04-12 ../1985-04 ../1985 \
            1985-04-12/ 1985-04/ 1985/ /1985-04-12 /1985-04 /1985 -1985 \
            1984~/2004-06 1984/2004-06~ 1984~/2004~ -2004-01-01/2003 2004-06-XX/2004-07-03 1984?/2004% \
            [1667,1668,1670..1672] [..1760-12-03] [1760-12..] [1760-01,1760-02,1760-12..] \
            [1667,1760-12] [..1984] 0000 -0001-02-28 -004X";
        for text in examples.split_whitespace() {
            let date = text.parse::<Date>();
            assert_eq!(date.map(|date| date.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn what_is_wrong_is_named_with_its_place() {
        for (text, position, expected, found) in [
            ("", 1, "a year of four digits", "the end"),
            ("soon", 1, "a year of four digits", "soon"),
            ("?2004", 1, "a year of four digits", "?2004"),
            ("198", 4, "a digit: a year has four", "the end"),
            ("1XXX", 2, "a digit: a year has four", "XXX"),
            ("20040", 5, "the end of the date", "0"),
            ("-0000", 1, "a year: the year 0 has no minus", "-0000"),
            ("Y2004", 2, "a year of five to nine digits after Y", "2004"),
            (
                "Y020040",
                2,
                "a year of five to nine digits after Y",
                "020040",
            ),
            ("Y1234567890", 11, "the end of the date", "0"),
            ("Y20040-06", 7, "the end of the date", "-06"),
            (
                "2004-13",
                6,
                "a month from 01 to 12, a season from 21 to 24, or XX",
                "13",
            ),
            (
                "2004-6",
                6,
                "a month from 01 to 12, a season from 21 to 24, or XX",
                "6",
            ),
            ("2004-21-01", 8, "the end of the date", "-01"),
            ("2004-XX-11", 9, "XX, as the month is XX", "11"),
            ("2023-02-29", 9, "a day from 01 to 28, or XX", "29"),
            ("2004-02-30", 9, "a day from 01 to 29, or XX", "30"),
            ("2004-04-31", 9, "a day from 01 to 30, or XX", "31"),
            ("2004-01-00", 9, "a day from 01 to 31, or XX", "00"),
            ("2004-01-01T10:00Z", 11, "a day without a time", "T10:00Z"),
            ("2004?-06", 6, "the end of the date", "-06"),
            ("2004年", 5, "the end of the date", "年"),
            ("..", 3, "/", "the end"),
            ("../..", 4, "a date, as the start is none", ".."),
            ("/", 2, "a date, as the start is none", "the end"),
            (
                "2005/2004",
                6,
                "an end that is not before the start",
                "2004",
            ),
            ("1984/1985/1986", 10, "the end of the date", "/1986"),
            ("[]", 2, "a year of four digits", "]"),
            ("[2006", 6, ", or ]", "the end"),
            ("[2006, 2007]", 7, "a year of four digits", " 2007]"),
            ("[2006..,2007]", 8, "]", ",2007]"),
            ("[2006,..2007]", 7, "a year of four digits", "..2007]"),
            (
                "[2007..2006]",
                8,
                "an end that is not before the start",
                "2006]",
            ),
            ("{2006,2007}", 1, "a year of four digits", "{2006,2007}"),
        ] {
            let error = text.parse::<Date>().unwrap_err();
            assert_eq!(
                (error.position, error.expected, error.found.as_str()),
                (position, expected, found),
                "{text}"
            );
        }
    }

    #[test]
    fn an_error_reads_as_a_sentence() {
        assert_eq!(
            "2004-13".parse::<Date>().unwrap_err().to_string(),
            "date \"2004-13\": at character 6: expected a month from 01 to 12, \
             a season from 21 to 24, or XX, found 13"
        );
    }
}
