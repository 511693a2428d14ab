//! CSV: events as rows of a table (RFC 4180), which spreadsheets open as it is meant.

use std::rc::Rc;

use crate::locale::Phrases;
use crate::locale::files::FileWords;
use crate::model::card::{Card, Reference};
use crate::story::Story;

/// What tells a spreadsheet that the text is UTF-8; without it Excel takes it for the system's code page.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// The events, by their indexes, under a row of headings. `cards` are the story's, in its order.
pub fn write(
    story: &Story,
    cards: &[Rc<Card>],
    events: &[usize],
    phrases: &Phrases,
    words: &FileWords,
) -> String {
    let mut text = String::from(BYTE_ORDER_MARK);
    row(&mut text, words.columns.into_iter().map(str::to_owned));
    for (event, card) in events
        .iter()
        .filter_map(|&at| Some((story.events.get(at)?, cards.get(at)?)))
    {
        let when = event.when.as_ref();
        let topics = card.topics.iter().map(|topic| topic.name.text.as_str());
        let cells: [String; 12] = [
            card.id.clone(),
            card.title.text.clone(),
            card.when
                .as_ref()
                .map(|when| when.words.clone())
                .unwrap_or_default(),
            when.map(|when| when.date.to_string()).unwrap_or_default(),
            card.whereabouts.clone(),
            topics.collect::<Vec<_>>().join(BETWEEN),
            phrases.statuses[event.status as usize].to_owned(),
            card.as_of.clone().unwrap_or_default(),
            card.text.text.clone(),
            card.people.join(BETWEEN),
            card.organisations.join(BETWEEN),
            card.sources
                .iter()
                .map(Reference::in_a_line)
                .collect::<Vec<_>>()
                .join(BETWEEN),
        ];
        row(&mut text, cells.into_iter());
    }
    text
}

/// Between several things in one cell.
const BETWEEN: &str = "; ";

fn row(text: &mut String, cells: impl Iterator<Item = String>) {
    for (index, value) in cells.enumerate() {
        if index > 0 {
            text.push(',');
        }
        cell(text, &value);
    }
    text.push_str("\r\n");
}

/// A cell that no spreadsheet calculates: what begins like a formula gets an apostrophe in front, the
/// spreadsheets' own sign for text
/// (<https://owasp.org/www-community/attacks/CSV_Injection>).
fn cell(text: &mut String, value: &str) {
    let quoted = value.contains([',', '"', '\r', '\n']);
    if quoted {
        text.push('"');
    }
    if value.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        text.push('\'');
    }
    for sign in value.chars() {
        if sign == '"' {
            text.push('"');
        }
        text.push(sign);
    }
    if quoted {
        text.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{files, phrases};
    use crate::model::card::cards;
    use crate::story::{Lang, read};
    use proptest::prelude::*;

    /// The rows of a CSV text, by the grammar of RFC 4180.
    fn parsed(text: &str) -> Vec<Vec<String>> {
        let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
        let mut signs = text.chars().peekable();
        let mut within = false;
        while let Some(sign) = signs.next() {
            match (within, sign) {
                (true, '"') if signs.peek() == Some(&'"') => {
                    signs.next();
                    cell.push('"');
                }
                (true, '"') => within = false,
                (false, '"') => {
                    assert!(cell.is_empty(), "a quote within a bare cell: {text:?}");
                    within = true;
                }
                (false, ',') => row.push(std::mem::take(&mut cell)),
                (false, '\r') => {
                    assert_eq!(signs.next(), Some('\n'));
                    row.push(std::mem::take(&mut cell));
                    rows.push(std::mem::take(&mut row));
                }
                (_, sign) => cell.push(sign),
            }
        }
        assert!(
            row.is_empty() && cell.is_empty() && !within,
            "the last line has its end"
        );
        rows
    }

    #[test]
    fn each_event_is_a_row_as_wide_as_the_headings_in_every_language() {
        let text = include_str!("../../story/azerbaijan-korea.geojson");
        let story = read(text).story.unwrap();
        for &lang in Lang::ALL {
            let story = story.clone().told_in(lang);
            let cards = cards(&story, phrases(lang));
            let written = write(
                &story,
                &cards,
                &[3, 0, 999],
                phrases(lang),
                files::words(lang),
            );
            let rows = parsed(written.strip_prefix(BYTE_ORDER_MARK).unwrap());
            assert_eq!(rows.len(), 3);
            assert!(
                rows.iter()
                    .all(|row| row.len() == files::words(lang).columns.len())
            );
            assert_eq!(
                rows[1][..2],
                [cards[3].id.clone(), cards[3].title.text.clone()]
            );
            assert_eq!(
                rows[2][3],
                story.events[0].when.as_ref().unwrap().date.to_string()
            );
            assert!(rows[1][11].contains(&cards[3].sources[0].url));
        }
    }

    #[test]
    fn what_begins_like_a_formula_is_text() {
        for (value, expected) in [
            (
                "=HYPERLINK(\"http://x\")",
                "\"'=HYPERLINK(\"\"http://x\"\")\"",
            ),
            ("+1", "'+1"),
            ("-0044", "'-0044"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("a=1", "a=1"),
        ] {
            let mut text = String::new();
            cell(&mut text, value);
            assert_eq!(text, expected);
        }
    }

    proptest! {
        #[test]
        fn any_table_is_parsed_back(
            rows in prop::collection::vec(prop::collection::vec("[=+@\\-a-z,\"\r\n \u{ff1d}]{0,8}|\\PC{0,8}", 2..5), 1..5),
        ) {
            let mut text = String::new();
            for cells in &rows {
                row(&mut text, cells.iter().cloned());
            }
            for (cells, parsed) in rows.iter().zip(parsed(&text)) {
                for (cell, parsed) in cells.iter().zip(parsed) {
                    prop_assert!(!parsed.starts_with(['=', '+', '-', '@']), "{:?}", parsed);
                    prop_assert!(*cell == parsed || format!("'{cell}") == parsed, "{:?} {:?}", cell, parsed);
                }
            }
        }
    }
}
