//! Tables: what dates, numbers and lists are made of in each language, and the order of its letters.

use std::fmt::Write as _;

use anyhow::{Context as _, Result, ensure};

use super::Cldr;

/// The languages and whose ways each follows: English those of Britain, which writes the day first.
const LOCALES: [(&str, &str); 3] = [("EN", "en-GB"), ("AZ", "az"), ("KO", "ko")];
/// The languages with an alphabet; Korean's syllables have the order of their codes.
const ALPHABETS: [(&str, &str); 2] = [("EN", "en-GB"), ("AZ", "az")];
/// The kinds of names that an era has; Korean's short one is the English one.
const ERAS: [(&str, &str); 3] = [("en-GB", "eraAbbr"), ("az", "eraAbbr"), ("ko", "eraNames")];

const DAYS: [&str; 7] = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/// The file's text.
pub(super) fn text() -> Result<String> {
    let mut file = "//! Cldr: each language's table, from Unicode CLDR by `cargo xtask cldr`.\n\n\
                    use super::table::Table;\n"
        .to_owned();
    for (name, locale) in LOCALES {
        write!(file, "\npub(super) const {name}: Table = Table {{\n")?;
        for (field, value) in table(locale)? {
            writeln!(file, "    {field}: {value:?},")?;
        }
        file.push_str("};\n");
    }
    let percents: Result<Vec<String>> = LOCALES
        .map(|(_, locale)| percent(locale))
        .into_iter()
        .collect();
    write!(
        file,
        "\n/// What stands after a number of hundredths, by language.\npub(super) const PERCENT: [&str; {}] = {:?};\n",
        LOCALES.len(),
        percents?,
    )?;
    for (name, locale) in ALPHABETS {
        let alphabet = alphabet(locale)?;
        write!(
            file,
            "\n/// The capital letters in their order.\npub(super) const {name}_ALPHABET: &str = {alphabet:?};\n"
        )?;
    }
    Ok(file)
}

/// The fields of a language's table.
fn table(locale: &str) -> Result<[(&'static str, String); 12]> {
    let dates = Dates(Cldr::of(locale, "dates/ca-gregorian")?);
    let eras = ERAS.iter().find(|(of, _)| *of == locale);
    let (_, eras) = eras.context("no kind of era")?;
    let era = dates.text(&format!("eras/{eras}/0"))?;
    let numbers = Cldr::of(locale, "numbers/numbers")?;
    let lists = Cldr::of(locale, "misc/listPatterns")?;
    let month = |month| dates.text(&format!("months/format/wide/{month}"));
    let months: Result<Vec<&str>> = (1..=12).map(month).collect();
    let year = dates.pattern("Gy")?;
    // The space beside it is the era's, which most dates lack.
    let (apart, era) = if year.starts_with('G') {
        ("G ", format!("{era} "))
    } else {
        (" G", format!(" {era}"))
    };
    let close = |pattern: String| {
        ensure!(pattern.contains(apart), "no era apart: {pattern}");
        Ok(pattern.replace(apart, "G"))
    };
    Ok([
        ("months", spaced(&months?)?),
        ("weekdays", spaced(&dates.weekdays()?)?),
        ("era", era),
        ("year", close(year)?),
        ("month", close(dates.pattern("GyMMM")?)?),
        ("day", close(dates.pattern("GyMMMd")?)?),
        ("day_of_year", dates.pattern("MMMMd")?),
        ("dash", dates.dash("yMMMM", "M")?.trim().to_owned()),
        ("wide_dash", dates.dash("yMMMd", "M")?),
        ("group", group(&numbers)?),
        ("comma", between(&lists, "start")?),
        ("and", between(&lists, "end")?),
    ])
}

/// Words that have no spaces in them, with one between each.
fn spaced(words: &[impl AsRef<str>]) -> Result<String> {
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    let is_one = |word: &&str| !word.contains(' ');
    ensure!(words.iter().all(is_one), "of several words: {words:?}");
    Ok(words.join(" "))
}

/// What CLDR says of a language's dates.
struct Dates(Cldr);

impl Dates {
    fn text(&self, path: &str) -> Result<&str> {
        self.0.text(&format!("dates/calendars/gregorian/{path}"))
    }

    /// A pattern with one letter for each part of a date, however long the part is to be written: months
    /// are written out.
    fn pattern(&self, skeleton: &str) -> Result<String> {
        let pattern = self.text(&format!("dateTimeFormats/availableFormats/{skeleton}"))?;
        ensure!(!pattern.contains('\''), "words in a pattern: {pattern}");
        let mut letters: Vec<char> = pattern.chars().collect();
        letters.dedup_by(|next, letter| next == letter && letter.is_ascii_alphabetic());
        Ok(letters.into_iter().collect())
    }

    /// The days of the week in short, as they stand before a time of day.
    fn weekdays(&self) -> Result<Vec<String>> {
        let pattern = self.pattern("EHm")?;
        let before = pattern.strip_suffix(" H:m").context("no day before")?;
        let day =
            |day| Ok(before.replace('E', self.text(&format!("days/format/abbreviated/{day}"))?));
        DAYS.into_iter().map(day).collect()
    }

    /// What stands between two dates that differ in something, with CLDR's thin spaces as plain ones.
    fn dash(&self, skeleton: &str, differs: &str) -> Result<String> {
        let path = format!("dateTimeFormats/intervalFormats/{skeleton}/{differs}");
        let pattern = self.text(&path)?.replace('\u{2009}', " ");
        let dashes = [" – ", "–", "~"];
        let dash = dashes.iter().find(|dash| pattern.contains(**dash));
        Ok((*dash.with_context(|| format!("no dash: {pattern}"))?).to_owned())
    }
}

/// What stands before the last three digits of a number from a thousand on.
fn group(numbers: &Cldr) -> Result<String> {
    let text = |path: &str| numbers.text(&format!("numbers/{path}"));
    let rules = [
        ("minimumGroupingDigits", "1"),
        ("decimalFormats-numberSystem-latn/standard", "#,##0.###"),
    ];
    for (rule, known) in rules {
        ensure!(text(rule)? == known, "{rule} is {}", text(rule)?);
    }
    Ok(text("symbols-numberSystem-latn/group")?.to_owned())
}

/// What stands after a number of hundredths.
fn percent(locale: &str) -> Result<String> {
    let numbers = Cldr::of(locale, "numbers/numbers")?;
    let pattern = numbers.text("numbers/percentFormats-numberSystem-latn/standard")?;
    let after = pattern.strip_prefix("#,##0");
    Ok(after.context("no number before the percent")?.to_owned())
}

/// What stands between two names of a list, at its start or its end.
fn between(lists: &Cldr, place: &str) -> Result<String> {
    let text = |place| lists.text(&format!("listPatterns/listPattern-type-standard/{place}"));
    ensure!(text("start")? == text("middle")? && text("2")? == text("end")?);
    let between = text(place)?.strip_prefix("{0}");
    let between = between.and_then(|rest| rest.strip_suffix("{1}"));
    Ok(between.context("names are not in a row")?.to_owned())
}

/// The letters of an index, which are capital.
fn alphabet(locale: &str) -> Result<String> {
    let letters = Cldr::of(locale, "misc/characters")?;
    let letters = letters.text("characters/index")?;
    Ok(letters.replace(['[', ']', ' '], ""))
}
