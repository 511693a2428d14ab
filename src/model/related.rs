//! Related: the events that have most to do with another.

use std::rc::Rc;

use super::card::Card;

/// How many are named.
const MOST: usize = 3;
/// How far apart in years two events at one place may be and still belong together.
const YEARS: i32 = 2;

/// The cards of `shown`, in time order, that have most to do with the one at `at`: those that name most of
/// its people and organisations, or, where none does, those at one of its places within two years. Of
/// equals the nearer in time; never more than three.
pub fn related(shown: &[&Rc<Card>], at: usize) -> Vec<Rc<Card>> {
    let mut found = most(shown, at, names_in_common);
    if found.is_empty() {
        found = most(shown, at, place_in_common);
    }
    found.iter().map(|&index| shown[index].clone()).collect()
}

/// Those with the highest scores, the nearer first of equals; none without a score.
fn most(shown: &[&Rc<Card>], at: usize, score: fn(&Card, &Card) -> usize) -> Vec<usize> {
    let mut best: Vec<[usize; 3]> = Vec::new();
    for (index, card) in shown.iter().enumerate() {
        let score = score(shown[at], card);
        if score > 0 && index != at {
            // Smaller is better.
            let found = [usize::MAX - score, index.abs_diff(at), index];
            let place = best.iter().position(|&other| found < other);
            best.insert(place.unwrap_or(best.len()), found);
            best.truncate(MOST);
        }
    }
    best.into_iter().map(|[.., index]| index).collect()
}

fn names_in_common(one: &Card, other: &Card) -> usize {
    let in_common = |names: &[String], others: &[String]| {
        let common = names.iter().filter(|name| others.contains(name));
        common.count()
    };
    in_common(&one.people, &other.people) + in_common(&one.organisations, &other.organisations)
}

fn place_in_common(one: &Card, other: &Card) -> usize {
    let (Some(when), Some(then)) = (&one.when, &other.when) else {
        return 0;
    };
    let is_near = when.year.abs_diff(then.year) <= YEARS.unsigned_abs();
    usize::from(is_near && one.at.iter().any(|place| other.at.contains(place)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::card::When;

    fn card(event: usize, year: i32, at: &[usize], people: &[&str]) -> Rc<Card> {
        Rc::new(Card {
            event,
            at: at.to_vec(),
            people: people.iter().map(|&name| name.to_owned()).collect(),
            when: Some(When {
                year,
                last_year: year,
                ..When::default()
            }),
            ..Card::default()
        })
    }

    fn found(cards: &[Rc<Card>], at: usize) -> Vec<usize> {
        let shown: Vec<&Rc<Card>> = cards.iter().collect();
        related(&shown, at).iter().map(|card| card.event).collect()
    }

    #[test]
    fn more_names_in_common_come_first_then_the_nearer_in_time() {
        let cards = [
            card(0, 1990, &[], &["a"]),
            card(1, 1995, &[1], &["a", "b"]),
            card(2, 1996, &[1], &["c"]),
            card(3, 2000, &[1], &["a", "b"]),
            card(4, 2001, &[1], &[]),
            card(5, 2002, &[], &["b"]),
            card(6, 2009, &[], &["b"]),
        ];
        assert_eq!(found(&cards, 3), [1, 5, 0]);
    }

    #[test]
    fn without_a_name_in_common_it_is_the_same_place_within_two_years() {
        let cards = [
            card(0, 1997, &[1], &["a"]),
            card(1, 1998, &[1], &["a"]),
            card(2, 2000, &[1, 2], &["b"]),
            card(3, 2001, &[3], &[]),
            card(4, 2002, &[2], &[]),
        ];
        assert_eq!(found(&cards, 2), [1, 4]);
        assert_eq!(found(&cards, 3), [0; 0]);
    }
}
