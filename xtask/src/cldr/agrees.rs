//! Agrees: holds what the program says to Unicode CLDR: days, months, years, eras, stretches of them; and to
//! ICU's numbers, lists, plurals, days of the week and order of names, which Node has whole.
//!
//! English is held to that of Britain, which writes the day first. What a newspaper writes otherwise is
//! not here: `10–12 May` without spaces about the dash, `since`, `about`, and the doubts.

use std::process::Command;

use serde_json::Value;
use story_map::locale::alphabet::order;
use story_map::locale::atlas::country;
use story_map::locale::phrases;
use story_map::story::{Lang, Placement};

use super::Cldr;

/// What CLDR says of a language's dates.
struct Calendar(Cldr);

impl Calendar {
    fn of(lang: Lang) -> Self {
        Self(Cldr::of(locale(lang), "dates/ca-gregorian").expect("run npm ci"))
    }

    fn text(&self, path: &str) -> &str {
        let path = format!("dates/calendars/gregorian{path}");
        self.0.text(&path).unwrap()
    }

    fn pattern(&self, skeleton: &str) -> &str {
        self.text(&format!("/dateTimeFormats/availableFormats/{skeleton}"))
    }

    /// A pattern for two dates, which names its parts twice.
    fn interval(&self, skeleton: &str, differs: &str) -> &str {
        self.text(&format!(
            "/dateTimeFormats/intervalFormats/{skeleton}/{differs}"
        ))
    }

    /// A pattern filled: the letters that it takes in turn from as many dates as it names.
    /// <https://www.unicode.org/reports/tr35/tr35-dates.html#Date_Field_Symbol_Table>
    fn fill(&self, pattern: &str, era: &str, dates: &[(i32, u32, u32)]) -> String {
        let mut filled = String::new();
        let mut seen = String::new();
        let mut dates = dates.iter();
        let &(mut year, mut month, mut day) = dates.next().unwrap();
        let mut rest = pattern;
        while let Some(letter) = rest.chars().next() {
            let length = rest.chars().take_while(|&other| other == letter).count();
            if letter.is_ascii_alphabetic() && seen.contains(letter) {
                (year, month, day) = *dates.next().unwrap();
                seen.clear();
            }
            match letter {
                'y' => filled.push_str(&year.to_string()),
                'M' if length > 2 => {
                    filled.push_str(self.text(&format!("/months/format/wide/{month}")));
                }
                'M' => filled.push_str(&month.to_string()),
                'd' => filled.push_str(&day.to_string()),
                'G' => filled.push_str(era),
                other => filled.extend(std::iter::repeat_n(other, length)),
            }
            if letter.is_ascii_alphabetic() {
                seen.push(letter);
            }
            rest = &rest[length * letter.len_utf8()..];
        }
        filled
    }
}

fn ours(lang: Lang, edtf: &str) -> String {
    (phrases(lang).date)(&edtf.parse().unwrap())
}

#[test]
fn days_and_months_are_written_as_cldr_writes_them() {
    for &lang in Lang::ALL {
        let cldr = Calendar::of(lang);
        for month in 1..=12 {
            let date = [(2023, month, 9)];
            let day = cldr.fill(cldr.text("/dateFormats/long"), "", &date);
            assert_eq!(ours(lang, &format!("2023-{month:02}-09")), day);
            let whole = cldr.fill(cldr.pattern("yMMMM"), "", &date);
            assert_eq!(ours(lang, &format!("2023-{month:02}")), whole);
        }
    }
}

#[test]
fn years_are_counted_as_cldr_counts_them() {
    for &lang in Lang::ALL {
        let cldr = Calendar::of(lang);
        let year = |year| phrases(lang).year(year);
        assert_eq!(
            year(2023),
            cldr.fill(cldr.pattern("y"), "", &[(2023, 1, 1)])
        );
        // The short name of the era, which in Korean is the English one.
        let era = match lang {
            Lang::Ko => cldr.text("/eras/eraNames/0"),
            Lang::En | Lang::Az => cldr.text("/eras/eraAbbr/0"),
        };
        assert_eq!(year(-44), cldr.fill(cldr.pattern("Gy"), era, &[(45, 1, 1)]));
    }
}

#[test]
fn stretches_of_days_and_months_are_written_as_cldr_writes_them() {
    let days = [(2007, 5, 10), (2007, 5, 12)];
    let months = [(2007, 6, 26), (2007, 7, 3)];
    let stretch = |lang, skeleton, differs, dates: &[(i32, u32, u32)]| {
        let cldr = Calendar::of(lang);
        let pattern = cldr.interval(skeleton, differs).replace('\u{2009}', " ");
        cldr.fill(&pattern, "", dates)
    };
    let ko = |edtf| ours(Lang::Ko, edtf);
    assert_eq!(
        ko("2007-05-10/2007-05-12"),
        stretch(Lang::Ko, "yMMMd", "d", &days)
    );
    assert_eq!(
        ko("2007-06-26/2007-07-03"),
        stretch(Lang::Ko, "yMMMd", "M", &months)
    );
    assert_eq!(
        ko("2007-06/2007-07"),
        stretch(Lang::Ko, "yMMMM", "M", &months)
    );
    // CLDR has these with short names of months only; the order and the dash are what is held.
    let az = ours(Lang::Az, "2007-06-26/2007-07-03");
    assert_eq!(az, stretch(Lang::Az, "yMMMd", "M", &months));
    let az = ours(Lang::Az, "2007-06/2007-07");
    assert_eq!(az, stretch(Lang::Az, "yMMMM", "M", &months));
}

/// What a program in JavaScript prints, as JSON.
fn node(program: &str) -> Value {
    let out = Command::new("node").args(["-p", program]).output();
    let out = out.expect("Node.js is installed");
    assert!(
        out.status.success(),
        "{}",
        String::from_utf8_lossy(&out.stderr)
    );
    serde_json::from_slice(&out.stdout).unwrap()
}

/// What CLDR and ICU call a language.
fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "en-GB",
        Lang::Az => "az",
        Lang::Ko => "ko",
    }
}

#[test]
fn numbers_percents_lengths_and_lists_are_written_as_icu_writes_them() {
    const NAMES: [&str; 4] = ["A", "B", "C", "D"];
    for &lang in Lang::ALL {
        let phrases = phrases(lang);
        let icu = node(&format!(
            r#"const [locale, names] = ["{}", ["A", "B", "C", "D"]];
            const unit = new Intl.NumberFormat(locale, {{ style: "unit", unit: "kilometer" }});
            const percent = new Intl.NumberFormat(locale, {{ style: "percent" }});
            const all = (format) => [0, 1, 999, 1000, 6450, 10000, 100000, 999999].map((n) => [n, format.format(n)]);
            JSON.stringify({{
                numbers: all(new Intl.NumberFormat(locale)),
                percents: all({{ format: (n) => percent.format(n / 100) }}),
                lengths: all(unit),
                lists: names.map((_, last) => new Intl.ListFormat(locale).format(names.slice(0, last + 1))),
            }})"#,
            locale(lang)
        ));
        for said in icu["numbers"].as_array().unwrap() {
            let number = said[0].as_u64().unwrap();
            assert_eq!(phrases.number(usize::try_from(number).unwrap()), said[1]);
        }
        for said in icu["percents"].as_array().unwrap() {
            let hundredths = said[0].as_u64().unwrap();
            assert_eq!(
                phrases.percent(usize::try_from(hundredths).unwrap()),
                said[1]
            );
        }
        for said in icu["lengths"].as_array().unwrap() {
            let km = said[0].as_u64().unwrap();
            assert_eq!(phrases.kilometres(u32::try_from(km).unwrap()), said[1]);
        }
        for (last, said) in icu["lists"].as_array().unwrap().iter().enumerate() {
            let list = phrases.whereabouts(Placement::Stated, &NAMES[..=last], &[]);
            assert_eq!(list, *said, "{lang:?}");
        }
    }
}

#[test]
fn a_counted_noun_changes_where_icu_says_it_does() {
    for &lang in Lang::ALL {
        let counts = [0, 1, 2, 3, 5, 11, 21, 100, 101, 1000];
        let icu = node(&format!(
            r#"JSON.stringify({counts:?}.map((n) => new Intl.PluralRules("{}").select(n)))"#,
            locale(lang)
        ));
        // The noun, without its number.
        let noun = |count: usize| {
            let name = phrases(lang).pin("", count);
            name.replace(&phrases(lang).number(count), "")
        };
        for (one, other) in counts.iter().zip(&counts[1..]) {
            let category = |count: usize| {
                let at = counts.iter().position(|&other| other == count).unwrap();
                // Azerbaijani and Korean count whatever the category with the same noun.
                (lang == Lang::En).then(|| icu[at].clone())
            };
            let same = category(*one) == category(*other);
            assert_eq!(noun(*one) == noun(*other), same, "{lang:?}: {one}, {other}");
        }
    }
}

#[test]
fn a_day_stands_before_the_time_as_icu_writes_it() {
    for &lang in Lang::ALL {
        // 1 November 2026 is a Sunday.
        let icu = node(&format!(
            r#"const format = new Intl.DateTimeFormat("{}", {{ weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "UTC" }});
            JSON.stringify([1, 2, 3, 4, 5, 6, 7].map((day) => format.format(Date.UTC(2026, 10, day, 21, 10))))"#,
            locale(lang)
        ));
        let days = phrases(lang).table().weekdays.split(' ');
        let times: Vec<String> = days.map(|day| format!("{day} 21:10")).collect();
        // English has a comma between, which CLDR's own pattern lacks.
        let icu = icu.to_string().replace(", 21", " 21");
        assert_eq!(serde_json::to_string(&times).unwrap(), icu, "{lang:?}");
    }
}

#[test]
fn names_are_in_the_order_that_icu_puts_them_in() {
    for &lang in Lang::ALL {
        let codes = rust_iso3166::ALL.iter().map(|country| country.alpha2);
        let mut names: Vec<&str> = codes.filter_map(|code| country(lang, code)).collect();
        assert!(names.len() > 150, "{}", names.len());
        names.sort_by_cached_key(|name| order(lang, name));
        let icu = node(&format!(
            r#"JSON.stringify({}.sort(new Intl.Collator("{}").compare))"#,
            serde_json::to_string(&names).unwrap(),
            locale(lang)
        ));
        assert_eq!(serde_json::to_string(&names).unwrap(), icu.to_string());
    }
}
