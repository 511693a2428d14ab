//! Calendar: events as entries of a calendar (iCalendar, RFC 5545), each as long as whole days.
//!
//! A calendar cannot say "June 2006" or "about": only an event whose first and last day a source states
//! has an entry, and the calendar says how many have none.

use std::rc::Rc;

use crate::locale::Phrases;
use crate::locale::files::FileWords;
use crate::model::card::{Card, Reference};
use crate::story::date::{Bound, Date, Moment, Precision};
use crate::story::{Day, Event, Story};

/// The events, by their indexes. `cards` are the story's, in its order; `today` stands where no source
/// says when it was looked up.
pub fn write(
    story: &Story,
    cards: &[Rc<Card>],
    events: &[usize],
    phrases: &Phrases,
    words: &FileWords,
    today: Day,
) -> String {
    let lang = phrases.lang;
    let told: Vec<(&Event, &Rc<Card>)> = (events.iter())
        .filter_map(|&at| Some((story.events.get(at)?, cards.get(at)?)))
        .collect();
    let dated = told
        .iter()
        .filter(|(event, _)| days(event).is_some())
        .count();
    let (title_lang, title) = story.title.best(lang, &story.languages);
    let mut out = Lines::default();
    out.line("BEGIN", "VCALENDAR");
    out.line("VERSION", "2.0");
    out.line(
        "PRODID",
        &format!(
            "-//story-map//story-map//{}",
            title_lang.code().to_uppercase()
        ),
    );
    out.line("CALSCALE", "GREGORIAN");
    out.line("METHOD", "PUBLISH");
    out.line("X-WR-CALNAME", &escaped(title));
    out.line(
        "X-WR-CALDESC",
        &escaped(&(words.calendar)(dated, told.len() - dated)),
    );
    for (event, card) in told {
        let Some((first, last)) = days(event) else {
            continue;
        };
        // The end of a whole-day entry is the day after its last.
        let after = Day::from_ordinal(last.ordinal() + 1);
        let text_lang = |lang: &Option<String>, name: &str| {
            format!(
                "{name};LANGUAGE={}",
                lang.as_deref().unwrap_or(phrases.lang.code())
            )
        };
        let mut about = vec![card.text.text.clone()];
        about.extend(card.status.map(str::to_owned));
        about.extend(card.as_of.clone());
        about.extend(card.sources.iter().map(Reference::in_a_line));
        let topics: Vec<String> = card
            .topics
            .iter()
            .map(|topic| escaped(&topic.name.text))
            .collect();
        out.line("BEGIN", "VEVENT");
        out.line("UID", &format!("{}@story-map", escaped(&event.id)));
        out.line(
            "DTSTAMP",
            &format!("{}T000000Z", basic(stamp(story, event).unwrap_or(today))),
        );
        out.line("DTSTART;VALUE=DATE", &basic(first));
        out.line("DTEND;VALUE=DATE", &basic(after));
        out.line(
            &text_lang(&card.title.lang, "SUMMARY"),
            &escaped(&card.title.text),
        );
        out.line(
            &text_lang(&card.text.lang, "DESCRIPTION"),
            &escaped(&about.join("\n")),
        );
        out.line("LOCATION", &escaped(&card.whereabouts));
        if !topics.is_empty() {
            out.line("CATEGORIES", &topics.join(","));
        }
        if let Some(source) = card.sources.first() {
            out.line("URL", &one_line(&source.url));
        }
        out.line("TRANSP", "TRANSPARENT"); // nobody is busy for it
        out.line("END", "VEVENT");
    }
    out.line("END", "VCALENDAR");
    out.text
}

/// The first and the last day of an event, where a source states both.
fn days(event: &Event) -> Option<(Day, Day)> {
    let when = event.when.as_ref().filter(|when| when.inferred.is_none())?;
    let (first, last) = match &when.date {
        Date::Point(only) => (*only, *only),
        Date::Interval {
            start: Bound::At(first),
            end: Bound::At(last),
        } => (*first, *last),
        _ => return None,
    };
    Some((day(first)?, day(last)?))
}

/// The day of an exact date, in the years that the format has room for.
fn day(moment: Moment) -> Option<Day> {
    let is_exact = !moment.uncertain && !moment.approximate && (1..9999).contains(&moment.year);
    let is_day = matches!(moment.precision, Precision::Day(..));
    (is_exact && is_day).then(|| moment.earliest())
}

/// When the latest of an event's sources was looked up, where that is known to the day.
fn stamp(story: &Story, event: &Event) -> Option<Day> {
    let sources = event.sources.iter().filter_map(|id| story.source(id));
    let days = sources.filter_map(|source| match source.accessed {
        Some(Date::Point(moment)) => day(moment),
        _ => None,
    });
    days.max()
}

/// A day without the marks between: `20060510`.
fn basic(Day { year, month, day }: Day) -> String {
    format!("{year:04}{month:02}{day:02}")
}

/// Text as a value: marks that the format has a use for, escaped; other signs that nobody sees left out.
fn escaped(text: &str) -> String {
    let mut value = String::new();
    for sign in text.chars() {
        match sign {
            '\\' | ';' | ',' => value.extend(['\\', sign]),
            '\n' => value.push_str("\\n"),
            sign if sign.is_control() => {}
            sign => value.push(sign),
        }
    }
    value
}

fn one_line(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_control()).collect()
}

/// The most bytes of a line, without its end.
const LINE: usize = 75;

/// The file so far.
#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    /// Appends a line, folded: one that is too long goes on in the next, behind a space; no letter is cut.
    fn line(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for sign in name.chars().chain([':']).chain(value.chars()) {
            if length + sign.len_utf8() > LINE {
                self.text.push_str("\r\n ");
                length = 1;
            }
            self.text.push(sign);
            length += sign.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{files, phrases};
    use crate::model::card::cards;
    use crate::story::{Lang, read};
    use proptest::prelude::*;

    const TODAY: Day = Day {
        year: 2026,
        month: 11,
        day: 22,
    };

    fn story() -> Story {
        let text = include_str!("../../story/azerbaijan-korea.geojson");
        read(text).story.unwrap().in_time_order()
    }

    fn written(story: &Story, lang: Lang) -> String {
        let all: Vec<usize> = (0..story.events.len()).collect();
        let cards = cards(story, phrases(lang));
        write(
            story,
            &cards,
            &all,
            phrases(lang),
            files::words(lang),
            TODAY,
        )
    }

    /// The lines as they were before they were folded.
    fn unfolded(text: &str) -> Vec<String> {
        assert!(text.ends_with("\r\n"));
        for line in text.split_terminator("\r\n") {
            assert!(line.len() <= 75, "{} bytes: {line}", line.len());
            assert!(!line.contains(['\r', '\n']), "{line:?}");
        }
        text.replace("\r\n ", "")
            .split_terminator("\r\n")
            .map(str::to_owned)
            .collect()
    }

    #[test]
    fn every_exact_day_has_an_entry_and_the_calendar_says_how_many_have_none() {
        let story = story();
        for &lang in Lang::ALL {
            let lines = unfolded(&written(&story, lang));
            let entries = lines.iter().filter(|line| *line == "BEGIN:VEVENT").count();
            let exact = story.events.iter().filter(|event| {
                let Some(when) = &event.when else {
                    return false;
                };
                let edtf = when.date.to_string();
                let is_day =
                    |text: &str| text.len() == 10 && !text.contains(['X', '?', '~', '%', '[']);
                when.inferred.is_none() && edtf.split('/').all(is_day)
            });
            let exact = exact.count();
            assert!(exact > 10 && exact < story.events.len());
            assert_eq!(entries, exact);
            let about = (files::words(lang).calendar)(exact, story.events.len() - exact);
            assert!(
                lines.contains(&format!("X-WR-CALDESC:{}", escaped(&about))),
                "{about}"
            );
            assert_eq!(
                lines.iter().filter(|line| line.starts_with("UID:")).count(),
                entries
            );
        }
    }

    #[test]
    fn only_what_is_known_to_the_day_is_a_day() {
        let mut event = story().events[0].clone();
        for (edtf, inferred, expected) in [
            ("1992-03-23", None, Some(("19920323", "19920323"))),
            (
                "2006-05-10/2006-05-12",
                None,
                Some(("20060510", "20060512")),
            ),
            ("1992-03-23", Some(crate::story::Inferred::Year), None),
            ("1992-03-23~", None, None),
            ("1992-03-23?", None, None),
            ("1992-03", None, None),
            ("1992-03-XX", None, None),
            ("2006-05-10/2006-06", None, None),
            ("2006-05-10/..", None, None),
            ("[2006-05-10,2006-05-11]", None, None),
            ("-0044-03-15", None, None),
        ] {
            let date = edtf.parse().unwrap();
            event.when = Some(crate::story::When { date, inferred });
            let days = days(&event).map(|(first, last)| (basic(first), basic(last)));
            let expected = expected.map(|(first, last)| (first.to_owned(), last.to_owned()));
            assert_eq!(days, expected, "{edtf}");
        }
    }

    #[test]
    fn an_entry_ends_the_day_after_its_last_and_is_stamped_by_its_source() {
        let mut story = story();
        story.events.retain(|event| days(event).is_some());
        story.events.truncate(1);
        let mut when = story.events[0].when.clone().unwrap();
        when.date = "2004-02-27/2004-02-29".parse().unwrap();
        story.events[0].when = Some(when);
        for source in &mut story.sources {
            source.accessed = Some("2026-09-03".parse().unwrap());
        }
        let lines = unfolded(&written(&story, Lang::En));
        for line in [
            "DTSTART;VALUE=DATE:20040227",
            "DTEND;VALUE=DATE:20040301",
            "DTSTAMP:20260903T000000Z",
        ] {
            assert!(
                lines.iter().any(|other| other == line),
                "{line} in {lines:#?}"
            );
        }
        for source in &mut story.sources {
            source.accessed = None;
        }
        assert!(written(&story, Lang::En).contains("DTSTAMP:20261122T000000Z"));
    }

    proptest! {
        #[test]
        fn any_text_is_one_value_of_short_lines(text in "[a-z;,\\\\\n\r\u{7}ə서]{0,200}") {
            let mut out = Lines::default();
            out.line("SUMMARY;LANGUAGE=ko", &escaped(&text));
            let lines = unfolded(&out.text);
            prop_assert_eq!(lines.len(), 1);
            let value = lines[0].strip_prefix("SUMMARY;LANGUAGE=ko:").unwrap();
            let mut back = String::new();
            let mut signs = value.chars();
            while let Some(sign) = signs.next() {
                match sign {
                    '\\' => match signs.next() {
                        Some('n') => back.push('\n'),
                        Some(sign @ ('\\' | ';' | ',')) => back.push(sign),
                        other => prop_assert!(false, "escaped {other:?}"),
                    },
                    ';' | ',' => prop_assert!(false, "bare {}", sign),
                    sign => back.push(sign),
                }
            }
            prop_assert_eq!(back, text.replace(['\r', '\u{7}'], ""));
        }
    }
}
