//! Topics: the switches over what events are about, each with its count.

use std::rc::Rc;

use super::Msg;
use super::card::{Card, Said, said};
use super::filter::{Filter, Passes};
use crate::locale::Phrases;
use crate::story::Story;

/// A switch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// The topic's id, which gives it its colour and icon.
    pub id: String,
    /// What is shown.
    pub label: Said,
    /// The accessible name: the topic first, then how many events.
    pub name: String,
    /// How many events there are about it among those that pass all else.
    pub count: usize,
    /// Whether it is on.
    pub on: bool,
    /// The accessible name of the button that switches off all others.
    pub only: String,
}

/// The switches of a story, whose cards each come with what of the filter they pass.
pub fn topics(
    story: &Story,
    cards: &[Rc<Card>],
    passes: &[Passes],
    filter: &Filter,
    phrases: &Phrases,
) -> Vec<Topic> {
    let topics = story.topics.iter().enumerate();
    topics
        .map(|(index, topic)| {
            let counted = cards.iter().zip(passes);
            let is_counted = |&(card, passes): &(&Rc<Card>, &Passes)| {
                passes.but_topic() && card.about.contains(&index)
            };
            let count = counted.filter(is_counted).count();
            let label = said(&topic.name, story, phrases.lang);
            Topic {
                id: topic.id.clone(),
                name: phrases.pin(&label.text, count),
                only: phrases.only_topic.with([&label.text]),
                label,
                count,
                on: !filter.without.contains(&index),
            }
        })
        .collect()
}

/// What happens when only this topic is asked for, of so many.
pub fn only(topic: usize, of: usize) -> Msg {
    Msg::TopicsLeftOut((0..of).filter(|&other| other != topic).collect())
}

/// What happens when all topics are asked for, or none, of so many.
pub fn all(on: bool, of: usize) -> Msg {
    Msg::TopicsLeftOut(if on { Vec::new() } else { (0..of).collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_alone_leaves_out_the_others() {
        assert_eq!(only(1, 4), Msg::TopicsLeftOut(vec![0, 2, 3]));
        assert_eq!(all(true, 4), Msg::TopicsLeftOut(vec![]));
        assert_eq!(all(false, 2), Msg::TopicsLeftOut(vec![0, 1]));
    }
}
