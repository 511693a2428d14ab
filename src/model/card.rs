//! Card: all that is shown of one event, in words.

use std::rc::Rc;

use crate::digits::padded;
use crate::locale::Phrases;
use crate::locale::atlas::country;
use crate::story::date::{Bound, Choice, Date, Moment, Precision};
use crate::story::{self, Event, Inferred, Lang, Source, Story, Texts};

/// A text with its language, where that is not the interface's own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The words.
    pub text: String,
    /// A BCP 47 tag for the `lang` of the element that shows them.
    pub lang: Option<String>,
}

/// An event in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// The event's index in the story.
    pub event: usize,
    /// The event's id, which names the card in the page.
    pub id: String,
    /// The title.
    pub title: Said,
    /// The places it is counted at, by their indexes in the story.
    pub at: Vec<usize>,
    /// What it is about, by the indexes of the story's topics.
    pub about: Vec<usize>,
    /// The date as far as it is known; `None` when no source gives one.
    pub when: Option<When>,
    /// Where it was and how that is known.
    pub whereabouts: String,
    /// What it is about.
    pub topics: Vec<Topic>,
    /// What has come of it; `None` for what simply happened.
    pub status: Option<&'static str>,
    /// `as of …`, where the sources say so.
    pub as_of: Option<String>,
    /// The text.
    pub text: Said,
    /// People, as the sources write them.
    pub people: Vec<String>,
    /// Organisations, as the sources write them.
    pub organisations: Vec<String>,
    /// What it rests on.
    pub sources: Vec<Reference>,
}

/// A topic of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// The topic's id, which gives it its icon.
    pub id: String,
    /// What is shown.
    pub name: Said,
}

/// A date for people and for programs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct When {
    /// In words, with the remark on what was inferred.
    pub words: String,
    /// For `<time datetime>`: its first day, month or year.
    pub datetime: String,
    /// The first year it names.
    pub year: i32,
    /// The last year it names.
    pub last_year: i32,
    /// How well it is known.
    pub known: Known,
}

/// How well a date is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Known {
    /// The source states it.
    #[default]
    Exact,
    /// It is about then, or possibly, or one of several, or concluded.
    Soft,
    /// It goes on, or its other end is not known.
    Open,
}

/// A source as a card shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Who published it.
    pub publisher: Said,
    /// Its title, where that was seen.
    pub title: Option<Said>,
    /// When, in words.
    pub published: Option<String>,
    /// Where it is.
    pub url: String,
}

impl Reference {
    /// All of it in one line: publisher, title, date, address.
    pub fn in_a_line(&self) -> String {
        let mut line = self.publisher.text.clone();
        let title = self.title.as_ref().map(|title| &title.text);
        let others = [title, self.published.as_ref(), Some(&self.url)];
        for said in others.into_iter().flatten() {
            line.push_str(", ");
            line.push_str(said);
        }
        line
    }
}

/// The cards of a story in one language, in the story's order.
pub fn cards(story: &Story, phrases: &Phrases) -> Vec<Rc<Card>> {
    let events = story.events.iter().enumerate();
    events
        .map(|(index, event)| Rc::new(card(story, phrases, index, event)))
        .collect()
}

/// A text in the interface's language, or in the nearest that the story has, marked as such.
pub fn said(texts: &Texts, story: &Story, lang: Lang) -> Said {
    let (found, text) = texts.best(lang, &story.languages);
    Said {
        text: text.to_owned(),
        lang: (found != lang).then(|| found.code().to_owned()),
    }
}

fn card(story: &Story, phrases: &Phrases, index: usize, event: &Event) -> Card {
    let said = |texts: &Texts| said(texts, story, phrases.lang);
    let at = indexes(&event.places, &|id| story.place_index(id));
    let about = indexes(&event.topics, &|id| story.topic_index(id));
    let places: Vec<&str> = at
        .iter()
        .map(|&place| &story.places[place].name)
        .map(|name| name.best(phrases.lang, &story.languages).1)
        .collect();
    let countries: Vec<&str> = event
        .countries
        .iter()
        .map(|code| country(phrases.lang, code).unwrap_or(code))
        .collect();
    let topics = about.iter().map(|&topic| &story.topics[topic]);
    let mut sources = Vec::new();
    for source in event.sources.iter().filter_map(|id| story.source(id)) {
        sources.push(reference(source, story, phrases));
    }
    Card {
        event: index,
        id: event.id.clone(),
        title: said(&event.title),
        at,
        when: event.when.as_ref().map(|when| of_date(when, phrases)),
        whereabouts: phrases.whereabouts(event.placement, &places, &countries),
        topics: topics
            .map(|topic| Topic {
                id: topic.id.clone(),
                name: said(&topic.name),
            })
            .collect(),
        about,
        status: (event.status != crate::story::Status::Happened)
            .then(|| phrases.statuses[event.status as usize]),
        as_of: event
            .as_of
            .as_ref()
            .map(|date| phrases.as_of.with([&(phrases.date)(date)])),
        text: said(&event.text),
        people: event.people.clone(),
        organisations: event.organisations.clone(),
        sources,
    }
}

fn indexes(ids: &[String], index: &dyn Fn(&str) -> Option<usize>) -> Vec<usize> {
    ids.iter().filter_map(|id| index(id)).collect()
}

fn of_date(story::When { date, inferred }: &story::When, phrases: &Phrases) -> When {
    let mut words = (phrases.date)(date);
    if let Some(inferred) = inferred {
        words.push_str(phrases.inferences[*inferred as usize]);
    }
    let years = date.years();
    When {
        words,
        datetime: datetime(date),
        year: *years.start(),
        last_year: *years.end(),
        known: known(date, *inferred),
    }
}

fn known(date: &Date, inferred: Option<Inferred>) -> Known {
    let is_open = match date {
        Date::Point(_) => false,
        Date::Interval { start, end } => start.moment().is_none() || end.moment().is_none(),
        Date::OneOf(choices) => choices
            .iter()
            .any(|choice| matches!(choice, Choice::Until(_) | Choice::From(_))),
    };
    let is_one_of = matches!(date, Date::OneOf(_));
    if is_open {
        Known::Open
    } else if is_one_of || date.is_uncertain() || date.is_approximate() || inferred.is_some() {
        Known::Soft
    } else {
        Known::Exact
    }
}

fn reference(source: &Source, story: &Story, phrases: &Phrases) -> Reference {
    Reference {
        publisher: said(&source.publisher, story, phrases.lang),
        title: source.title.as_ref().map(|title| Said {
            text: title.clone(),
            lang: (source.language != phrases.lang.code()).then(|| source.language.clone()),
        }),
        published: source.published.as_ref().map(|date| (phrases.date)(date)),
        url: source.url.clone(),
    }
}

/// The first date that is named, in the forms that HTML's `datetime` takes.
fn datetime(date: &Date) -> String {
    let first = match date {
        Date::Point(moment) => Some(*moment),
        Date::Interval { start, end } => start.moment().or(Bound::moment(*end)),
        Date::OneOf(choices) => choices.first().map(|&choice| match choice {
            Choice::At(moment)
            | Choice::Between(moment, _)
            | Choice::Until(moment)
            | Choice::From(moment) => moment,
        }),
    };
    // HTML knows no year before 1.
    first
        .filter(|moment| moment.year > 0)
        .map(html_date)
        .unwrap_or_default()
}

fn html_date(moment: Moment) -> String {
    let two = |number: u8| padded(number.into(), 2);
    let year = padded(moment.year.unsigned_abs() as usize, 4);
    match moment.precision {
        Precision::Day(month, day) => [year, two(month), two(day)].join("-"),
        Precision::Month(month) | Precision::SomeDayOf(month) => [year, two(month)].join("-"),
        _ => year,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::phrases;

    #[test]
    fn a_date_is_as_well_known_as_its_source_says() {
        for (edtf, inferred, expected) in [
            ("1992-03-23", None, Known::Exact),
            ("2006-05-10/2006-05-12", None, Known::Exact),
            ("1992", Some(Inferred::Year), Known::Soft),
            ("2015-08?", None, Known::Soft),
            ("2023-09~", None, Known::Soft),
            ("[2006,2007]", None, Known::Soft),
            ("2018/..", None, Known::Open),
            ("2018~/", None, Known::Open),
            ("../2018", None, Known::Open),
            ("[..1984]", None, Known::Open),
            ("[1667,1670..]", None, Known::Open),
        ] {
            assert_eq!(known(&edtf.parse().unwrap(), inferred), expected, "{edtf}");
        }
    }

    #[test]
    fn what_was_inferred_is_remarked_as_each_language_sets_brackets() {
        let when = story::When {
            date: "2005-11-30".parse().unwrap(),
            inferred: Some(Inferred::Date),
        };
        for (lang, words) in [
            (Lang::En, "30 November 2005 (date inferred)"),
            (
                Lang::Az,
                "30 noyabr 2005 (tarix dolayısı ilə müəyyən edilib)",
            ),
            (Lang::Ko, "2005년 11월 30일(날짜 추정)"),
        ] {
            assert_eq!(of_date(&when, phrases(lang)).words, words);
        }
    }

    #[test]
    fn a_program_reads_the_first_date_as_precisely_as_it_is_known() {
        for (edtf, expected) in [
            ("1992-03-23", "1992-03-23"),
            ("2023-06?", "2023-06"),
            ("199X", "1990"),
            ("2001-21", "2001"),
            ("2006-05-10/2006-05-12", "2006-05-10"),
            ("../2018", "2018"),
            ("[2025-05..2025-12-02]", "2025-05"),
            ("-0044", ""),
        ] {
            assert_eq!(datetime(&edtf.parse().unwrap()), expected, "{edtf}");
        }
    }
}
