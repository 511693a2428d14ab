//! Timeline: how many events each year names, by topic, and the years that are chosen.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss
)] // shares of a chart, and offsets in it

use std::ops::RangeInclusive;
use std::rc::Rc;

use super::Msg;
use super::card::{Card, Known};
use super::filter::{Filter, Passes};
use crate::locale::Phrases;
use crate::story::date::{Bound, Date, Moment};

/// The years of a story, quiet ones included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// The years from the first that the story names to the last.
    pub span: RangeInclusive<i32>,
    /// The first year that is shown.
    pub from: i32,
    /// The last year that is shown.
    pub to: i32,
    /// Where the handles of these two are.
    pub ends: [Share; 2],
    /// The bars, in order; each stands for as many years as any other but the last.
    pub bars: Vec<Bar>,
    /// How many events the tallest bar counts; never 0.
    pub tallest: usize,
    /// How many events have no date, in words; `None` when there are none, or when years are chosen.
    pub undated: Option<String>,
    /// The shown years in words.
    pub period: String,
    /// Years to write below the bars: where their middles are, and the words.
    pub marks: Vec<(Share, String)>,
    /// From the middle of one bar to the middle of the next, unless that would be very wide.
    pub pitch: Share,
}

/// A part of the chart's width, which reaches from the middle of the first year to that of the last, or
/// of its height: in ten-thousandths.
pub type Share = i32;

/// All of the width or height.
pub const WHOLE: Share = 10_000;

/// The width of a bar in a story of a few years only.
const WIDEST: Share = 600;

/// The most years to write below the bars.
const MOST_MARKS: i32 = 8;

/// The events of a year, or of a few where the story is long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Its years.
    pub years: RangeInclusive<i32>,
    /// Where its middle is: over the handle, when that is at its middle year.
    pub middle: Share,
    /// Its years in words.
    pub words: String,
    /// Its years and how many events name them, in words.
    pub label: String,
    /// Its events from the bottom up: those of a topic together, the best known first.
    pub pieces: Vec<Piece>,
    /// Whether its years are among the shown ones.
    pub inside: bool,
    /// Whether the chosen event names one of its years.
    pub chosen: bool,
}

/// Events of a bar that look the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The first of their topics that is asked for, by its index in the story; none for events about nothing
    /// in particular.
    pub topic: Option<usize>,
    /// How well their dates are known.
    pub known: Known,
    /// How many they are; never 0.
    pub count: usize,
}

/// The most bars that can still be told apart and pressed on a wide page.
const MOST_BARS: i32 = 150;

impl Timeline {
    /// The timeline of a story's cards, each with what of the filter it passes; `None` where nothing is
    /// dated.
    pub fn of(
        cards: &[Rc<Card>],
        passes: &[Passes],
        filter: &Filter,
        chosen: Option<usize>,
        phrases: &Phrases,
    ) -> Option<Self> {
        let dated = || cards.iter().filter_map(|card| card.when.as_ref());
        let first = dated().map(|when| when.year).min()?;
        let last = dated().map(|when| when.last_year).max()?;
        // Years so far apart do not come in stories that people write; the sums must still hold.
        let step = last
            .saturating_sub(first)
            .saturating_add(1)
            .div_euclid(MOST_BARS)
            + 1;
        let mut bars: Vec<Bar> = Vec::new();
        let mut year = first;
        while year <= last {
            let years = year..=year.saturating_add(step - 1).min(last);
            bars.push(bar(years, &(first..=last), filter, phrases));
            year = year.saturating_add(step);
        }
        let mut undated = 0;
        for (card, passes) in cards.iter().zip(passes) {
            let Some(when) = &card.when else {
                undated += usize::from(passes.all());
                continue;
            };
            let bar_of = |year: i32| ((year - first) / step) as usize;
            for bar in &mut bars[bar_of(when.year)..=bar_of(when.last_year)] {
                bar.chosen |= chosen == Some(card.event);
                if passes.but_years() {
                    let mut about = card.about.iter().copied();
                    let topic = about.find(|topic| !filter.without.contains(topic));
                    bar.add(topic, when.known);
                }
            }
        }
        for bar in &mut bars {
            bar.label = phrases.pin(&bar.words, bar.count());
        }
        let from = filter.from.unwrap_or(first).clamp(first, last);
        let to = filter.to.unwrap_or(last).clamp(first, last);
        let span = first..=last;
        Some(Self {
            from,
            to,
            ends: [from, to].map(|year| middle(year, &span)),
            period: in_words(&(from..=to), phrases),
            marks: marks(&span, phrases),
            pitch: (i64::from(WHOLE) * i64::from(step) / i64::from((last - first).max(1)))
                .min(i64::from(WIDEST)) as Share,
            tallest: bars.iter().map(Bar::count).max().unwrap_or(0).max(1),
            undated: (undated > 0).then(|| phrases.undated_count.with([&phrases.number(undated)])),
            span,
            bars,
        })
    }

    /// What happens when the first shown year is moved; it takes the last one along.
    pub fn with_from(&self, from: i32) -> Msg {
        self.choosing(from, self.to.max(from))
    }

    /// What happens when the last shown year is moved; it takes the first one along.
    pub fn with_to(&self, to: i32) -> Msg {
        self.choosing(self.from.min(to), to)
    }

    /// What happens when a bar is pressed: its years alone, or, if they are alone already, all.
    pub fn with_bar(&self, bar: &Bar) -> Msg {
        let (from, to) = (*bar.years.start(), *bar.years.end());
        if (self.from, self.to) == (from, to) {
            return self.choosing(*self.span.start(), *self.span.end());
        }
        self.choosing(from, to)
    }

    /// What happens when the track is pressed at a part of the width, from 0 to 1: the nearer end goes there.
    pub fn with_track(&self, part: f64) -> Msg {
        let (first, last) = (*self.span.start(), *self.span.end());
        let year = first + (part.clamp(0.0, 1.0) * f64::from(last - first)).round() as i32;
        let is_nearer_to = (self.to - year).abs() < (year - self.from).abs();
        if is_nearer_to || year > self.to {
            self.with_to(year)
        } else {
            self.with_from(year)
        }
    }

    /// How high so many events stand, of all the height.
    pub fn height(&self, events: usize) -> Share {
        (WHOLE as usize * events / self.tallest) as Share
    }

    /// The whole span asks for no year, so that undated events show with it.
    fn choosing(&self, from: i32, to: i32) -> Msg {
        let (first, last) = (*self.span.start(), *self.span.end());
        Msg::YearsChosen {
            from: Some(from.min(last)).filter(|&from| from > first),
            to: Some(to.max(first)).filter(|&to| to < last),
        }
    }
}

fn bar(
    years: RangeInclusive<i32>,
    span: &RangeInclusive<i32>,
    filter: &Filter,
    phrases: &Phrases,
) -> Bar {
    let (first, last) = (*years.start(), *years.end());
    Bar {
        middle: i32::midpoint(middle(first, span), middle(last, span)),
        label: String::new(),
        words: in_words(&years, phrases),
        pieces: Vec::new(),
        inside: filter.from.is_none_or(|from| last >= from)
            && filter.to.is_none_or(|to| first <= to),
        chosen: false,
        years,
    }
}

fn in_words(years: &RangeInclusive<i32>, phrases: &Phrases) -> String {
    let (first, last) = (*years.start(), *years.end());
    if first == last {
        return phrases.year(first);
    }
    let [start, end] = [first, last].map(|year| Bound::At(Moment::of_year(year)));
    (phrases.date)(&Date::Interval { start, end })
}

/// Where a year's middle is; in the middle of all where the story has only one.
fn middle(year: i32, span: &RangeInclusive<i32>) -> Share {
    let (first, last) = (i64::from(*span.start()), i64::from(*span.end()));
    if first == last {
        return WHOLE / 2;
    }
    (i64::from(WHOLE) * (i64::from(year) - first) / (last - first)) as Share
}

/// Round years, no more than can be read.
fn marks(span: &RangeInclusive<i32>, phrases: &Phrases) -> Vec<(Share, String)> {
    let length = span.end() - span.start();
    let mut ten = 1_i32;
    let step = loop {
        let mut steps = [1, 2, 5].map(|part| ten.saturating_mul(part)).into_iter();
        if let Some(step) = steps.find(|step| length / step < MOST_MARKS) {
            break step;
        }
        ten = ten.saturating_mul(10);
    };
    let first = span.start().div_euclid(step) * step;
    let mut marks = Vec::new();
    for index in 0..=MOST_MARKS {
        let year = first.saturating_add(index.saturating_mul(step));
        if span.contains(&year) {
            marks.push((middle(year, span), phrases.year(year)));
        }
    }
    marks
}

impl Bar {
    /// How many events it counts.
    pub fn count(&self) -> usize {
        self.pieces.iter().map(|piece| piece.count).sum()
    }

    fn add(&mut self, topic: Option<usize>, known: Known) {
        let key = (topic.is_none(), topic, known);
        let at = self.pieces.binary_search_by_key(&key, |piece| {
            (piece.topic.is_none(), piece.topic, piece.known)
        });
        match at {
            Ok(at) => self.pieces[at].count += 1,
            Err(at) => self.pieces.insert(
                at,
                Piece {
                    topic,
                    known,
                    count: 1,
                },
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::phrases;
    use crate::model::card::When;
    use crate::story::Lang;

    fn card(event: usize, years: Option<(i32, i32)>, topic: usize, known: Known) -> Rc<Card> {
        Rc::new(Card {
            event,
            about: vec![topic],
            when: years.map(|(year, last_year)| When {
                year,
                last_year,
                known,
                ..When::default()
            }),
            ..Card::default()
        })
    }

    fn cards() -> Vec<Rc<Card>> {
        vec![
            card(0, Some((1992, 1992)), 1, Known::Exact),
            card(1, Some((1994, 1995)), 0, Known::Soft),
            card(2, Some((1995, 1995)), 1, Known::Open),
            card(3, Some((1995, 1995)), 1, Known::Exact),
            card(4, Some((1995, 1995)), 1, Known::Exact),
            card(5, None, 0, Known::Exact),
        ]
    }

    fn timeline(filter: &Filter, chosen: Option<usize>) -> Timeline {
        timeline_of(&cards(), filter, chosen)
    }

    fn timeline_of(cards: &[Rc<Card>], filter: &Filter, chosen: Option<usize>) -> Timeline {
        let passes: Vec<Passes> = cards.iter().map(|card| filter.passes(card, true)).collect();
        Timeline::of(cards, &passes, filter, chosen, phrases(Lang::En)).unwrap()
    }

    fn years(from: Option<i32>, to: Option<i32>) -> Filter {
        Filter {
            from,
            to,
            ..Filter::default()
        }
    }

    #[test]
    fn each_year_counts_what_names_it_and_quiet_years_stand_empty() {
        let timeline = timeline(&Filter::default(), None);
        assert_eq!(timeline.span, 1992..=1995);
        let counts: Vec<usize> = timeline.bars.iter().map(Bar::count).collect();
        assert_eq!(counts, [1, 0, 1, 4]);
        assert_eq!(timeline.tallest, 4);
        assert_eq!(timeline.bars[3].label, "1995, 4 events");
        assert_eq!(timeline.undated.as_deref(), Some("1 undated"));
    }

    #[test]
    fn a_bar_piles_up_topics_in_order_and_what_is_less_known_on_top() {
        let piece = |topic, known, count| Piece {
            topic: Some(topic),
            known,
            count,
        };
        assert_eq!(
            timeline(&Filter::default(), None).bars[3].pieces,
            [
                piece(0, Known::Soft, 1),
                piece(1, Known::Exact, 2),
                piece(1, Known::Open, 1)
            ]
        );
    }

    #[test]
    fn an_event_stands_under_the_first_of_its_topics_that_is_asked_for() {
        let both = Rc::new(Card {
            about: vec![0, 2],
            ..(*card(0, Some((2020, 2020)), 0, Known::Exact)).clone()
        });
        let topic = |without: &[usize]| {
            let filter = Filter {
                without: without.to_vec(),
                ..Filter::default()
            };
            let timeline = timeline_of(std::slice::from_ref(&both), &filter, None);
            timeline.bars[0].pieces[0].topic
        };
        assert_eq!(topic(&[]), Some(0));
        assert_eq!(topic(&[0]), Some(2));
    }

    #[test]
    fn a_pressed_bar_shows_as_many_events_as_it_counts() {
        for bar in timeline(&Filter::default(), None).bars {
            let filter = years(Some(*bar.years.start()), Some(*bar.years.end()));
            let shown = cards()
                .iter()
                .filter(|card| filter.passes(card, true).all())
                .count();
            assert_eq!(shown, bar.count(), "{}", bar.words);
        }
    }

    #[test]
    fn the_years_chosen_leave_the_counts_and_mark_what_is_inside() {
        let timeline = timeline(&years(Some(1993), Some(1994)), Some(1));
        let counts: Vec<usize> = timeline.bars.iter().map(Bar::count).collect();
        assert_eq!(counts, [1, 0, 1, 4]);
        let inside: Vec<bool> = timeline.bars.iter().map(|bar| bar.inside).collect();
        assert_eq!(inside, [false, true, true, false]);
        let chosen: Vec<bool> = timeline.bars.iter().map(|bar| bar.chosen).collect();
        assert_eq!(chosen, [false, false, true, true]);
        assert_eq!(timeline.undated, None);
    }

    #[test]
    fn one_end_takes_the_other_along_and_the_whole_span_asks_for_nothing() {
        let chosen = |from, to| Msg::YearsChosen { from, to };
        let narrow = timeline(&years(Some(1993), Some(1994)), None);
        assert_eq!(narrow.with_from(1994), chosen(Some(1994), Some(1994)));
        assert_eq!(narrow.with_from(1995), chosen(Some(1995), None));
        assert_eq!(narrow.with_to(1992), chosen(None, Some(1992)));
        assert_eq!(narrow.with_to(1995), chosen(Some(1993), None));
        assert_eq!(narrow.with_bar(&narrow.bars[0]), chosen(None, Some(1992)));
        let one = timeline(&years(None, Some(1992)), None);
        assert_eq!(one.with_bar(&one.bars[0]), chosen(None, None));
    }

    #[test]
    fn a_press_on_the_track_moves_the_nearer_end() {
        let chosen = |from, to| Msg::YearsChosen { from, to };
        let whole = timeline(&Filter::default(), None);
        assert_eq!(whole.with_track(0.3), chosen(Some(1993), None));
        assert_eq!(whole.with_track(0.7), chosen(None, Some(1994)));
        let narrow = timeline(&years(Some(1993), Some(1993)), None);
        assert_eq!(narrow.with_track(1.0), chosen(Some(1993), None));
        assert_eq!(narrow.with_track(-1.0), chosen(None, Some(1993)));
    }

    #[test]
    fn bars_stand_where_the_handles_will() {
        let timeline = timeline(&Filter::default(), None);
        let middles: Vec<Share> = timeline.bars.iter().map(|bar| bar.middle).collect();
        assert_eq!(middles, [0, 3333, 6666, WHOLE]);
        assert_eq!(timeline.pitch, WIDEST);
        assert_eq!(timeline.height(timeline.tallest), WHOLE);
        assert_eq!(timeline.ends, [0, WHOLE]);
        assert_eq!(timeline.period, "1992–1995");
    }

    #[test]
    fn the_shown_years_read_as_a_stretch_of_years_does_in_each_language() {
        for (lang, several, one) in [
            (Lang::En, "1992–1995", "1995"),
            (Lang::Az, "1992–1995-ci illər", "1995"),
            (Lang::Ko, "1992~1995년", "1995년"),
        ] {
            assert_eq!(in_words(&(1992..=1995), phrases(lang)), several);
            assert_eq!(in_words(&(1995..=1995), phrases(lang)), one);
        }
    }

    #[test]
    fn only_round_years_are_written_and_few_of_them() {
        for (span, written) in [
            (1992..=1995, vec!["1992", "1993", "1994", "1995"]),
            (
                1992..=2025,
                vec!["1995", "2000", "2005", "2010", "2015", "2020", "2025"],
            ),
            (-200..=1999, vec!["1 BC", "500", "1000", "1500"]),
            (2024..=2024, vec!["2024"]),
        ] {
            let marks = marks(&span, phrases(Lang::En));
            let words: Vec<&str> = marks.iter().map(|(_, words)| words.as_str()).collect();
            assert_eq!(words, written, "{span:?}");
        }
    }

    #[test]
    fn a_long_story_has_bars_of_several_years() {
        let cards = vec![
            card(0, Some((-200, -200)), 0, Known::Exact),
            card(1, Some((1999, 1999)), 0, Known::Exact),
        ];
        let filter = Filter::default();
        let passes: Vec<Passes> = cards.iter().map(|card| filter.passes(card, true)).collect();
        let timeline = Timeline::of(&cards, &passes, &filter, None, phrases(Lang::En)).unwrap();
        assert!(timeline.bars.len() <= MOST_BARS as usize);
        assert_eq!(timeline.bars[0].words, "201–187 BC");
        let ends: Vec<i32> = timeline.bars.iter().map(|bar| *bar.years.end()).collect();
        assert_eq!(ends.last(), Some(&1999));
        for pair in timeline.bars.windows(2) {
            assert_eq!(pair[0].years.end() + 1, *pair[1].years.start());
        }
        assert_eq!(timeline.bars.iter().map(Bar::count).sum::<usize>(), 2);
    }
}
