//! Citation: an event as a pupil or a reporter cites it.

use super::card::{Card, Reference};
use crate::locale::Phrases;
use crate::story::Day;

/// The citation: the event, its date, its sources, where it is told, and when that was looked up.
pub fn citation(card: &Card, phrases: &Phrases, link: &str, today: Option<Day>) -> String {
    let sources: Vec<String> = card.sources.iter().map(Reference::in_a_line).collect();
    let when = card.when.as_ref();
    let when = when.map_or(phrases.undated, |when| &when.words);
    let today = today.map(|day| (phrases.date)(&day.into()));
    phrases.citation.with([
        &card.title.text,
        when,
        &sources.join("; "),
        link,
        &today.unwrap_or_default(),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::phrases;
    use crate::model::card::{Said, When};
    use crate::story::Lang;

    #[test]
    fn a_citation_says_what_when_who_where_and_the_day_it_was_looked_up() {
        let card = Card {
            title: Said {
                text: "A visit".to_owned(),
                lang: None,
            },
            when: Some(When {
                words: "10 May 2006".to_owned(),
                ..When::default()
            }),
            sources: vec![Reference {
                publisher: Said {
                    text: "A paper".to_owned(),
                    lang: None,
                },
                title: None,
                published: Some("11 May 2006".to_owned()),
                url: "https://paper.example/1".to_owned(),
            }],
            ..Card::default()
        };
        let written = |lang, card| {
            citation(
                card,
                phrases(lang),
                "https://page.example/#event=visit",
                Day::new(2026, 11, 2),
            )
        };
        assert_eq!(
            written(Lang::En, &card),
            "“A visit” (10 May 2006). A paper, 11 May 2006, https://paper.example/1 \
             https://page.example/#event=visit (accessed 2 November 2026)"
        );
        assert!(
            written(Lang::Az, &card).ends_with("#event=visit (müraciət tarixi: 2 noyabr 2026)")
        );
        assert!(written(Lang::Ko, &card).ends_with("#event=visit (검색일: 2026년 11월 2일)"));
        let undated = Card {
            when: None,
            ..card.clone()
        };
        assert!(written(Lang::En, &undated).starts_with("“A visit” (Undated in the sources). "));
    }
}
