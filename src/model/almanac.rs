//! Almanac: what the day and the minute add to a story: an event of this day of the year, and what time it
//! is at its places.

use std::rc::Rc;

use super::card::{Card, Said, said};
use crate::locale::Phrases;
use crate::story::date::{Date, Precision};
use crate::story::{Day, Story};

/// An event of this day of an earlier year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnThisDay {
    /// `On this day in 1992:`
    pub words: String,
    /// What happened.
    pub card: Rc<Card>,
}

/// The first of the cards shown whose day a source states, and whose day of the year is today.
pub fn on_this_day(
    story: &Story,
    shown: &[&Rc<Card>],
    today: Day,
    phrases: &Phrases,
) -> Option<OnThisDay> {
    shown.iter().find_map(|card| {
        let when = story.events[card.event].when.as_ref()?;
        let Date::Point(day) = when.date else {
            return None;
        };
        let is_stated = when.inferred.is_none() && !day.uncertain && !day.approximate;
        let is_today = day.precision == Precision::Day(today.month, today.day);
        (is_stated && is_today && day.year < today.year).then(|| OnThisDay {
            words: phrases.on_this_day.with([&phrases.year(day.year)]),
            card: Rc::clone(card),
        })
    })
}

/// The countries whose time is known, and how many hours it is ahead of Greenwich. Neither has summer time
/// any more, so one number holds all year: Azerbaijan since 2016, Korea since 1988 (IANA's zones Asia/Baku
/// and Asia/Seoul). Where a country changes its clocks, a number would be wrong for half of the year.
const HOURS_AHEAD: [(&str, u8); 2] = [("AZ", 4), ("KR", 9)];

/// A place whose time is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    /// The place.
    pub name: Said,
    /// How many hours it is ahead of Greenwich.
    pub ahead: u8,
}

/// The first place of each country whose time is known, in the order of the story.
pub fn zones(story: &Story, phrases: &Phrases) -> Vec<Zone> {
    let mut zones: Vec<Zone> = Vec::new();
    for place in &story.places {
        for (country, ahead) in HOURS_AHEAD {
            if place.country == country && zones.iter().all(|zone| zone.ahead != ahead) {
                let name = said(&place.name, story, phrases.lang);
                zones.push(Zone { name, ahead });
            }
        }
    }
    zones
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::phrases;
    use crate::model::card::cards;
    use crate::story::{Inferred, Lang, When, read};

    fn story() -> Story {
        let text = include_str!("../../story/azerbaijan-korea.geojson");
        read(text).story.unwrap().in_time_order()
    }

    #[test]
    fn only_a_stated_day_of_an_earlier_year_has_an_anniversary() {
        for (edtf, inferred, today, expected) in [
            ("1992-03-23", None, (2026, 3, 23), true),
            ("1992-03-23", None, (2026, 3, 24), false),
            ("1992-03-23", None, (1992, 3, 23), false),
            ("1992-03-23~", None, (2026, 3, 23), false),
            ("1992-03-23?", None, (2026, 3, 23), false),
            ("1992-03-23", Some(Inferred::Year), (2026, 3, 23), false),
            ("1992-03", None, (2026, 3, 1), false),
            ("1992-03-23/1992-03-24", None, (2026, 3, 23), false),
        ] {
            let mut story = story();
            story.events.truncate(1);
            let date = edtf.parse().unwrap();
            story.events[0].when = Some(When { date, inferred });
            let phrases = phrases(Lang::En);
            let cards = cards(&story, phrases);
            let (year, month, day) = today;
            let today = Day::new(year, month, day).unwrap();
            let shown: Vec<&Rc<Card>> = cards.iter().collect();
            let found = on_this_day(&story, &shown, today, phrases);
            assert_eq!(found.is_some(), expected, "{edtf} {today}");
            if let Some(found) = found {
                assert_eq!(found.words, "On this day in 1992:");
            }
            assert_eq!(on_this_day(&story, &[], today, phrases), None);
        }
    }

    #[test]
    fn each_country_has_its_time_once_by_its_first_place() {
        let zones = zones(&story(), phrases(Lang::En));
        let names: Vec<&str> = zones.iter().map(|zone| zone.name.text.as_str()).collect();
        assert_eq!(names, ["Baku", "Seoul"]);
        assert_eq!([zones[0].ahead, zones[1].ahead], [4, 9]);
    }

    #[test]
    fn where_the_clocks_are_not_known_there_is_no_time() {
        let mut story = story();
        story.places.retain(|place| place.country != "KR");
        for place in &mut story.places {
            place.country = "GB".to_owned();
        }
        assert_eq!(zones(&story, phrases(Lang::En)), []);
    }
}
