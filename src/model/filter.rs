//! Filter: what an event must be to be shown. Its four questions are independent, so that each can be
//! counted as if it were the only one left open.

use super::card::Card;

/// The chosen places, topics, years and words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only these places' events, by their indexes in the story; all where it is empty.
    pub places: Vec<usize>,
    /// Not the events that are about these topics alone, by their indexes in the story.
    pub without: Vec<usize>,
    /// Only events of this year or later ones.
    pub from: Option<i32>,
    /// Only events of this year or earlier ones.
    pub to: Option<i32>,
    /// Only events that these words are found in.
    pub query: String,
}

/// Which of the filter's questions an event passes.
#[allow(clippy::struct_excessive_bools)] // four independent answers
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passes {
    /// It was at a chosen place.
    pub place: bool,
    /// It is about a chosen topic.
    pub topic: bool,
    /// It names a chosen year.
    pub years: bool,
    /// The words are found in it.
    pub query: bool,
}

impl Passes {
    /// All of them: the event is shown.
    pub fn all(self) -> bool {
        self.place && self.topic && self.years && self.query
    }

    /// All but the place: it counts for the pins.
    pub fn but_place(self) -> bool {
        Self {
            place: true,
            ..self
        }
        .all()
    }

    /// All but the topic: it counts for the switches.
    pub fn but_topic(self) -> bool {
        Self {
            topic: true,
            ..self
        }
        .all()
    }

    /// All but the years: it counts for the timeline.
    pub fn but_years(self) -> bool {
        Self {
            years: true,
            ..self
        }
        .all()
    }
}

impl Filter {
    /// Whether anything is asked of an event.
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }

    /// What of this filter an event passes, whose words were looked for already.
    ///
    /// An event passes the years when one that its date names is among them: the ends of `2018/2020` and
    /// all between, but not what comes after `2018/..`, of which no source tells. Without a date it passes
    /// only where no year is asked for.
    pub fn passes(&self, card: &Card, found: bool) -> Passes {
        let years = match &card.when {
            None => self.from.is_none() && self.to.is_none(),
            Some(when) => {
                self.from.is_none_or(|from| when.last_year >= from)
                    && self.to.is_none_or(|to| when.year <= to)
            }
        };
        let is_about_more = |topic: &usize| !self.without.contains(topic);
        Passes {
            place: self.places.is_empty() || self.places.iter().any(|at| card.at.contains(at)),
            topic: card.about.is_empty() || card.about.iter().any(is_about_more),
            years,
            query: found,
        }
    }

    /// Only this place's events; all, if they are what is shown.
    pub fn press_place(&mut self, place: usize) {
        if self.places == [place] {
            self.places.clear();
        } else {
            self.places = vec![place];
        }
    }

    /// With or without this topic's events.
    pub fn switch_topic(&mut self, topic: usize) {
        match self.without.binary_search(&topic) {
            Ok(at) => {
                self.without.remove(at);
            }
            Err(at) => self.without.insert(at, topic),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::card::When;

    fn card(years: Option<(i32, i32)>, at: &[usize], about: &[usize]) -> Card {
        Card {
            when: years.map(|(year, last_year)| When {
                year,
                last_year,
                ..When::default()
            }),
            at: at.to_vec(),
            about: about.to_vec(),
            ..Card::default()
        }
    }

    #[test]
    fn an_open_filter_passes_everything() {
        let filter = Filter::default();
        assert!(filter.is_open());
        assert!(filter.passes(&card(None, &[], &[]), true).all());
        assert!(
            filter
                .passes(&card(Some((1992, 1992)), &[0], &[1]), true)
                .all()
        );
    }

    #[test]
    fn years_pass_what_names_one_of_them_and_nothing_undated() {
        let years = |from, to| Filter {
            from,
            to,
            ..Filter::default()
        };
        for (from, to, named, passes) in [
            (Some(2018), None, Some((2018, 2018)), true),
            (Some(2019), None, Some((2018, 2018)), false),
            (Some(2019), None, Some((2018, 2020)), true),
            (None, Some(2017), Some((2018, 2020)), false),
            (None, Some(2018), Some((2018, 2020)), true),
            (Some(2019), Some(2019), Some((2018, 2020)), true),
            (Some(2018), None, None, false),
            (None, Some(2018), None, false),
        ] {
            let passed = years(from, to).passes(&card(named, &[], &[]), true);
            assert_eq!(passed.years, passes, "{from:?} to {to:?}: {named:?}");
        }
    }

    #[test]
    fn an_event_of_two_topics_stays_while_one_of_them_is_on() {
        let mut filter = Filter::default();
        let both = card(None, &[], &[1, 4]);
        filter.switch_topic(4);
        assert!(filter.passes(&both, true).topic);
        filter.switch_topic(1);
        assert_eq!(filter.without, [1, 4]);
        assert!(!filter.passes(&both, true).topic);
        filter.switch_topic(4);
        assert!(filter.passes(&both, true).topic);
    }

    #[test]
    fn a_place_pressed_twice_is_let_go() {
        let mut filter = Filter::default();
        filter.press_place(2);
        assert!(filter.passes(&card(None, &[0, 2], &[]), true).place);
        assert!(!filter.passes(&card(None, &[0], &[]), true).place);
        filter.press_place(0);
        assert_eq!(filter.places, [0]);
        filter.press_place(0);
        assert!(filter.is_open());
    }

    #[test]
    fn each_question_is_counted_as_if_it_were_open() {
        let filter = Filter {
            places: vec![1],
            without: vec![0],
            from: Some(2000),
            ..Filter::default()
        };
        let passed = filter.passes(&card(Some((1992, 1992)), &[0], &[0]), true);
        assert!(!passed.but_place() && !passed.but_topic() && !passed.but_years());
        let passed = filter.passes(&card(Some((1992, 1992)), &[1], &[1]), true);
        assert!(!passed.all() && passed.but_years());
        assert!(!filter.passes(&card(None, &[], &[]), false).query);
    }
}
