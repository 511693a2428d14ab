//! JSON-LD: the events as schema.org's `ItemList` of `Event`, for machines that read pages.
//!
//! schema.org's dates are ISO 8601: a day, a month or a year, with no word for `about` or `possibly`. So a
//! date is said only as far as it is certain, and an event without one is still an event.

use std::rc::Rc;

use crate::model::card::Card;
use crate::model::contents::anchor;
use crate::story::date::{Bound, Date, Day, Moment};
use crate::story::written::quote;
use crate::story::{Story, When};

/// The text of the data block; `title` names the list. It holds no `<`, so no text can end the block.
pub fn write(story: &Story, cards: &[Rc<Card>], title: &str) -> String {
    let mut out = String::from(r#"{"@context":"https://schema.org","@type":"ItemList""#);
    field(&mut out, "name", title);
    out.push_str(r#","numberOfItems":"#);
    out.push_str(&cards.len().to_string());
    out.push_str(r#","itemListElement":["#);
    for (index, card) in cards.iter().enumerate() {
        out.push_str(if index > 0 { ",{" } else { "{" });
        out.push_str(r#""@type":"Event""#);
        field(&mut out, "name", &card.title.text);
        field(&mut out, "url", &format!("#{}", anchor(card)));
        let when = story.events[card.event].when.as_ref();
        for (name, date) in ["startDate", "endDate"].into_iter().zip(certain(when)) {
            if let Some(date) = date {
                field(&mut out, name, &date);
            }
        }
        if !card.whereabouts.is_empty() {
            field(&mut out, "location", &card.whereabouts);
        }
        if let Some(status) = card.status {
            field(&mut out, "description", status);
        }
        out.push('}');
    }
    out.push_str("]}");
    out.replace('<', "\\u003c")
}

fn field(out: &mut String, name: &str, value: &str) {
    out.push(',');
    quote(out, name);
    out.push(':');
    quote(out, value);
}

/// The start and the end, each as far as it is certain. What was concluded, or is only about right, is not.
fn certain(when: Option<&When>) -> [Option<String>; 2] {
    let Some(When {
        date,
        inferred: None,
    }) = when
    else {
        return [None, None];
    };
    if date.is_uncertain() || date.is_approximate() {
        return [None, None];
    }
    let of = |moment: Moment| shared(moment.earliest(), moment.latest());
    let at = |bound: &Bound| bound.moment().and_then(of);
    match date {
        Date::Point(moment) => [of(*moment), None],
        Date::Interval { start, end } => [at(start), at(end)],
        Date::OneOf(_) => {
            let days = date.earliest().zip(date.latest());
            [days.and_then(|(first, last)| shared(first, last)), None]
        }
    }
}

/// What two days have in common: the day, the month or the year. ISO 8601's years have four digits.
fn shared(first: Day, last: Day) -> Option<String> {
    let Day { year, month, day } = first;
    if year != last.year || !(1..=9999).contains(&year) {
        None
    } else if month != last.month {
        Some(format!("{year:04}"))
    } else if day != last.day {
        Some(format!("{year:04}-{month:02}"))
    } else {
        Some(format!("{year:04}-{month:02}-{day:02}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::Inferred;

    #[test]
    fn a_date_is_said_as_far_as_it_is_certain_and_no_farther() {
        for (edtf, start, end) in [
            ("1992-03-23", "1992-03-23", ""),
            ("2009-02", "2009-02", ""),
            ("2009-02-XX", "2009-02", ""),
            ("2006", "2006", ""),
            ("2004-XX", "2004", ""),
            ("2001-21", "2001", ""),
            ("2001-24", "", ""), // a winter ends in the next year
            ("199X", "", ""),
            ("-0044", "", ""),
            ("2006-05-10/2006-05-12", "2006-05-10", "2006-05-12"),
            ("2018/..", "2018", ""),
            ("../2018", "", "2018"),
            ("2018/", "2018", ""),
            ("[2025-05..2025-12-02]", "2025", ""),
            ("[2019-09-04..2019-09-06]", "2019-09", ""),
            ("[2006,2007]", "", ""),
            ("[2024..]", "", ""),
            ("[..1984]", "", ""),
            ("2025-10~", "", ""),
            ("2005-06-27?", "", ""),
            ("2024-08-26~/2024-08-28", "", ""),
        ] {
            let when = |inferred| When {
                date: edtf.parse().unwrap(),
                inferred,
            };
            let [from, to] = certain(Some(&when(None))).map(Option::unwrap_or_default);
            assert_eq!((from.as_str(), to.as_str()), (start, end), "{edtf}");
            assert_eq!(certain(Some(&when(Some(Inferred::Year)))), [None, None]);
        }
        assert_eq!(certain(None), [None, None]);
    }

    #[test]
    fn no_text_can_end_the_block() {
        let mut story = crate::story::read(include_str!("../../tests/fixtures/sound.geojson"))
            .story
            .unwrap();
        story.events.truncate(1);
        let card = Card {
            id: "a".into(),
            whereabouts: "\"</script><b>\"".into(),
            ..Card::default()
        };
        let text = write(&story, &[Rc::new(card)], "</script>");
        assert!(!text.contains('<'), "{text}");
        let read: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(read["name"], "</script>");
        assert_eq!(read["itemListElement"][0]["location"], "\"</script><b>\"");
        assert_eq!(read["itemListElement"][0]["url"], "#event=a");
    }
}
