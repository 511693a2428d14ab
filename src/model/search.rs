//! Search: the words looked for, in everything that the cards say.

use std::ops::Range;
use std::rc::Rc;

use super::card::{Card, Reference};
use crate::locale::fold::Folded;
use crate::locale::query::Query;
use crate::story::Place;

/// What the cards say, folded once, in the order of the story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Index(Vec<Folded>);

impl Index {
    /// Reads the cards of a story in one language.
    pub fn of(places: &[Place], cards: &[Rc<Card>]) -> Self {
        Self(cards.iter().map(|card| words(places, card)).collect())
    }

    /// Looks for words.
    pub fn search(&self, words: &str) -> Search {
        let query = Query::new(words);
        let found = if query.is_empty() {
            Vec::new()
        } else {
            self.0.iter().map(|text| query.is_in(text)).collect()
        };
        Search { query, found }
    }
}

/// All that a card says, and whatever else its places are called.
fn words(places: &[Place], card: &Card) -> Folded {
    let mut words = vec![card.title.text.as_str(), &card.text.text, &card.whereabouts];
    words.extend(card.topics.iter().map(|topic| topic.name.text.as_str()));
    words.extend(card.people.iter().map(String::as_str));
    words.extend(card.organisations.iter().map(String::as_str));
    for Reference {
        publisher, title, ..
    } in &card.sources
    {
        words.push(&publisher.text);
        words.extend(title.iter().map(|title| title.text.as_str()));
    }
    for place in card.at.iter().filter_map(|&at| places.get(at)) {
        let names = place.local_name.iter().chain(&place.other_names);
        words.extend(names.map(String::as_str));
    }
    Folded::new(&words)
}

/// What was looked for and where it was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    query: Query,
    /// Of each card, in the order of the story; nothing when nothing was looked for.
    found: Vec<bool>,
}

impl Search {
    /// Whether there are words to find.
    pub fn is_sought(&self) -> bool {
        !self.query.is_empty()
    }

    /// Whether a card has the words; each has, when there are none.
    pub fn is_in(&self, card: usize) -> bool {
        self.found.get(card).is_none_or(|&found| found)
    }

    /// A text as the pieces between and within the words that are in it, and whether each is one of them.
    pub fn pieces<'a>(&self, text: &'a str) -> Vec<(&'a str, bool)> {
        pieces(text, &self.query.marks(text))
    }
}

fn pieces<'a>(text: &'a str, marks: &[Range<usize>]) -> Vec<(&'a str, bool)> {
    let mut pieces = Vec::new();
    let mut at = 0;
    for mark in marks {
        pieces.push((&text[at..mark.start], false));
        pieces.push((&text[mark.clone()], true));
        at = mark.end;
    }
    pieces.push((&text[at..], false));
    pieces.retain(|(piece, _)| !piece.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::phrases;
    use crate::model::card::{Said, cards};
    use crate::story::Lang;

    fn card(title: &str, text: &str, person: &str) -> Rc<Card> {
        let said = |text: &str| Said {
            text: text.to_owned(),
            lang: None,
        };
        Rc::new(Card {
            title: said(title),
            text: said(text),
            people: vec![person.to_owned()],
            ..Card::default()
        })
    }

    #[test]
    fn words_are_found_wherever_a_card_says_them() {
        let index = Index::of(
            &[],
            &[
                card("A visit to Sheki", "By train.", "Kang Kymgu"),
                card("Trade", "Silk from Şəki.", "Ilham Aliyev"),
            ],
        );
        let found = |words: &str| {
            let search = index.search(words);
            [search.is_in(0), search.is_in(1)]
        };
        assert_eq!(found(""), [true, true]);
        assert_eq!(found("sheki"), [true, true]);
        assert_eq!(found("kymgu"), [true, false]);
        assert_eq!(found("silk aliyev"), [false, true]);
        assert_eq!(found("train trade"), [false, false]);
    }

    #[test]
    fn an_event_is_found_by_whatever_its_places_are_called_in_each_language() {
        let text = include_str!("../../story/azerbaijan-korea.geojson");
        let story = crate::story::read(text).story.unwrap();
        for &lang in Lang::ALL {
            let story = story.clone().told_in(lang);
            let cards = cards(&story, phrases(lang));
            let index = Index::of(&story.places, &cards);
            for (place, spellings) in [
                ("sheki", ["sheki", "seki", "Şəki", "셰키", "ㅅㅋ"]),
                ("ganja", ["gence", "Gəncə", "ganja", "GANJA", "간자"]),
                ("seoul", ["Seoul", "seul", "서울", "서우", "ㅅㅇ"]),
                ("baku", ["Baku", "bakı", "BAKI", "바쿠", "ㅂㅋ"]),
            ] {
                for words in spellings {
                    let search = index.search(words);
                    for (at, event) in story.events.iter().enumerate() {
                        let is_there = event.places.iter().any(|id| id == place);
                        assert!(!is_there || search.is_in(at), "{words}: {}", event.id);
                    }
                }
            }
        }
    }

    #[test]
    fn marks_cut_a_text_into_pieces_that_make_it_up() {
        let search = Index::of(&[], &[]).search("sheki");
        assert_eq!(
            search.pieces("Sheki and Şəki"),
            [("Sheki", true), (" and ", false), ("Şəki", true)]
        );
        assert_eq!(search.pieces("None."), [("None.", false)]);
        assert_eq!(
            Index::of(&[], &[]).search("").pieces("All."),
            [("All.", false)]
        );
    }
}
