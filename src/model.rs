//! Model: the one state of the story on show, and what becomes of it when something happens.
//!
//! It holds a handful of small values and no story: places and events are indexes into the story's
//! lists, which the reader of the story has put in time order. What is shown follows from both, in
//! [`frame`].

pub mod almanac;
pub mod at;
pub mod card;
pub mod citation;
pub mod cluster;
pub mod contents;
pub mod control;
pub mod filter;
pub mod frame;
pub mod gesture;
pub mod inertia;
pub mod labels;
pub mod link;
pub mod marks;
pub mod parts;
pub mod picture;
pub mod pins;
pub mod related;
pub mod scale;
pub mod search;
pub mod selection;
pub mod sheet;
pub mod telling;
pub mod timeline;
pub mod topics;
pub mod tour;
pub mod unbroken;

use at::At;
use filter::Filter;
use selection::Selection;
use sheet::Sheet;
use tour::{Pace, Tour};

use crate::story::{Day, Lang};

/// What is chosen, by whom, and where attention belongs after it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Model {
    /// What is shown, and what of it is chosen.
    pub selection: Selection,
    /// The language that the reader chose, or that a link names.
    pub lang: Option<Lang>,
    /// Who made the latest choice.
    pub by: Chooser,
    /// Where the keyboard goes after the latest choice.
    pub focus: Focus,
    /// What came of the latest copy or file, since the latest choice.
    pub told: Option<Told>,
    /// Whether the story tells itself, and how fast.
    pub tour: Tour,
    /// Whether the note about the map is open.
    pub about: bool,
    /// How much of the list is shown where it lies over the map.
    pub sheet: Sheet,
    /// How often more cards of a long story were asked for, since what is shown changed.
    pub more: usize,
    /// The day, where the reader is.
    pub today: Option<Day>,
    /// What the page asks to look at, until another choice turns the map.
    pub look: Option<At>,
    /// Counts how often the map came to rest where the reader moved it.
    pub rests: u32,
    /// Counts choices, so that the same one made twice is two.
    pub choices: u32,
    /// Counts those of them that the map turns to.
    pub turns: u32,
}

/// Who chose. The page that chose need not be told of it, and its address need not be written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Chooser {
    /// The page: by attributes, or by the address.
    #[default]
    Page,
    /// The reader.
    Reader,
}

/// What takes the keyboard's focus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    /// It stays where it is.
    #[default]
    Still,
    /// The first card of the list.
    FirstCard,
    /// The card of the chosen event.
    ChosenCard,
    /// The pin of a place.
    Pin(usize),
}

/// What came of something that the reader took away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// It is on the clipboard.
    Copied,
    /// The browser refused the clipboard.
    NotCopied,
    /// The file is the browser's.
    Saved,
    /// The file could not be made.
    NotSaved,
}

/// What happened. Named in the past, as the view or the page saw it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    /// The pin of a place was pressed.
    PinPressed(usize),
    /// The button of several places was pressed that no view parts.
    ClusterPressed(Vec<usize>),
    /// All events were asked for.
    AllAsked,
    /// A topic was switched on or off.
    TopicSwitched(usize),
    /// Only these topics were asked for, by those to be left out.
    TopicsLeftOut(Vec<usize>),
    /// Years were chosen; `None` for an end that asks for nothing.
    YearsChosen {
        /// The first year to show.
        from: Option<i32>,
        /// The last year to show.
        to: Option<i32>,
    },
    /// Words to find were typed.
    Typed(String),
    /// An event was chosen: its card, or a step to its neighbour.
    EventChosen(usize),
    /// Escape was pressed among the cards.
    Escaped,
    /// The tour was asked to play, beginning with this event; or to pause.
    TourPlayed(Option<usize>),
    /// The tour's time for an event was over; the next one, if there is any.
    TourWentOn(Option<usize>),
    /// Another pace was chosen for the tour.
    PaceChosen(Pace),
    /// The reader chose a language.
    LangChosen(Lang),
    /// The page or its address named what to show, and perhaps a language.
    PageChose(Selection, Option<Lang>),
    /// The note about the map was opened or closed.
    AboutSwitched,
    /// More or less of the list was asked for, where it lies over the map.
    SheetSet(Sheet),
    /// The list was let go of at so many percent of its greatest height.
    SheetDropped(i32),
    /// More cards of a long story were asked for.
    MoreAsked,
    /// The map came to rest where the reader has moved it.
    MapRested(At),
    /// The page asked to look somewhere.
    PageLooked(At),
    /// The reader took something away, or could not.
    Told(Told),
}

impl Model {
    /// The state after something happened.
    #[must_use]
    pub fn update(mut self, msg: Msg) -> Self {
        let before = self.selection.filter.clone();
        let Selection { filter, event, .. } = &mut self.selection;
        // What most choices do; the others say so below.
        let mut focus = Focus::Still;
        let mut turns = false;
        let mut by = Chooser::Reader;
        let mut playing = false;
        match msg {
            Msg::PinPressed(pin) => {
                filter.press_place(pin);
                *event = None;
                if !filter.places.is_empty() {
                    focus = Focus::FirstCard;
                }
                turns = true;
            }
            Msg::ClusterPressed(places) => {
                filter.places = places;
                *event = None;
                focus = Focus::FirstCard;
                turns = true;
            }
            Msg::AllAsked => {
                *filter = Filter::default();
                *event = None;
                focus = Focus::FirstCard; // its button is gone
                turns = true;
            }
            Msg::TopicSwitched(topic) => filter.switch_topic(topic),
            Msg::TopicsLeftOut(topics) => filter.without = topics,
            Msg::YearsChosen { from, to } => {
                (filter.from, filter.to) = (from, to);
            }
            Msg::Typed(query) => {
                filter.query = query;
            }
            Msg::EventChosen(chosen) => {
                *event = Some(chosen);
                focus = Focus::ChosenCard;
                turns = true;
            }
            Msg::Escaped => {
                *event = None;
                if let &[pin] = filter.places.as_slice() {
                    focus = Focus::Pin(pin);
                }
                turns = true;
            }
            Msg::TourPlayed(None)
            | Msg::PaceChosen(_)
            | Msg::AboutSwitched
            | Msg::SheetSet(_)
            | Msg::SheetDropped(_)
            | Msg::MoreAsked
            | Msg::MapRested(_)
            | Msg::PageLooked(_)
            | Msg::Told(_) => return self.noted(&msg),
            Msg::TourPlayed(first) | Msg::TourWentOn(first) => {
                turns = *event != first;
                playing = first.is_some();
                *event = first.or(*event);
            }
            Msg::LangChosen(lang) => {
                self.lang = Some(lang);
                playing = self.tour.playing;
            }
            Msg::PageChose(selection, lang) => {
                self.look = selection.at;
                self.selection = selection;
                self.lang = lang.or(self.lang);
                by = Chooser::Page;
                turns = true;
            }
        }
        if turns && by == Chooser::Reader {
            self.look = None;
            self.selection.at = None;
        }
        // A card that was chosen is seen; so is the pin it leads back to, and where a tour flies.
        self.sheet = match focus {
            Focus::FirstCard | Focus::ChosenCard => self.sheet.max(Sheet::Half),
            Focus::Pin(_) => self.sheet.min(Sheet::Half),
            Focus::Still if playing => Sheet::Half,
            Focus::Still => self.sheet,
        };
        Self {
            by,
            focus,
            told: None,
            tour: Tour {
                playing,
                ..self.tour
            },
            choices: self.choices + 1,
            turns: self.turns + u32::from(turns),
            more: if before == self.selection.filter {
                self.more
            } else {
                0
            },
            ..self
        }
    }

    /// The state after something that is no choice.
    fn noted(mut self, msg: &Msg) -> Self {
        match msg {
            Msg::TourPlayed(None) => self.tour.playing = false,
            &Msg::PaceChosen(pace) => self.tour.pace = pace,
            Msg::AboutSwitched => self.about = !self.about,
            &Msg::SheetSet(sheet) => self.sheet = sheet,
            &Msg::SheetDropped(percent) => self.sheet = Sheet::dropped(percent),
            Msg::MoreAsked => self.more += 1,
            &Msg::MapRested(at) => {
                self.selection.at = Some(at);
                self.rests += 1;
            }
            &Msg::PageLooked(at) => {
                self.look = Some(at);
                self.selection.at = None;
                self.turns += 1;
            }
            &Msg::Told(told) => self.told = Some(told),
            _ => {}
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(messages: &[Msg]) -> Model {
        let messages = messages.iter().cloned();
        messages.fold(Model::default(), Model::update)
    }

    fn years(from: i32) -> Msg {
        Msg::YearsChosen {
            from: Some(from),
            to: None,
        }
    }

    #[test]
    fn a_pin_chooses_its_place_and_a_second_press_lets_go() {
        let model = after(&[Msg::PinPressed(2)]);
        assert_eq!(model.selection.filter.places, [2]);
        assert_eq!(model.focus, Focus::FirstCard);
        assert_eq!(model.by, Chooser::Reader);
        let twice = after(&[Msg::PinPressed(2), Msg::PinPressed(2)]);
        assert_eq!(twice.selection, Selection::default());
        assert_eq!(twice.focus, Focus::Still);
    }

    #[test]
    fn the_way_back_to_all_leads_to_the_first_card_since_its_button_goes() {
        let model = after(&[years(2000), Msg::AllAsked]);
        assert_eq!(model.selection, Selection::default());
        assert_eq!(model.focus, Focus::FirstCard);
    }

    #[test]
    fn places_that_no_view_parts_are_chosen_together() {
        let model = after(&[Msg::PinPressed(2), Msg::ClusterPressed(vec![0, 3])]);
        assert_eq!(model.selection.filter.places, [0, 3]);
        assert_eq!(model.focus, Focus::FirstCard);
    }

    #[test]
    fn an_event_is_chosen_within_its_place_and_escape_goes_back_to_the_pin() {
        let model = after(&[Msg::PinPressed(1), Msg::EventChosen(7)]);
        assert_eq!(model.selection.filter.places, [1]);
        assert_eq!(model.selection.event, Some(7));
        assert_eq!(model.focus, Focus::ChosenCard);
        let back = model.update(Msg::Escaped);
        assert_eq!(back.focus, Focus::Pin(1));
        assert_eq!(back.selection.event, None);
    }

    #[test]
    fn only_a_choice_of_places_or_events_turns_the_map() {
        for (msg, turns) in [
            (Msg::PinPressed(0), true),
            (Msg::EventChosen(0), true),
            (Msg::AllAsked, true),
            (Msg::TopicSwitched(0), false),
            (Msg::TopicsLeftOut(vec![1]), false),
            (years(2000), false),
            (Msg::Typed("x".to_owned()), false),
            (Msg::TourPlayed(Some(3)), true),
        ] {
            let model = after(std::slice::from_ref(&msg));
            assert_eq!(model.turns, u32::from(turns), "{msg:?}");
            assert_eq!(model.choices, 1, "{msg:?}");
        }
    }

    #[test]
    fn the_tour_plays_until_the_reader_does_anything_else() {
        let playing = after(&[Msg::TourPlayed(Some(0)), Msg::TourWentOn(Some(1))]);
        assert!(playing.tour.playing);
        assert_eq!(playing.selection.event, Some(1));
        assert_eq!(playing.focus, Focus::Still);
        for msg in [
            Msg::EventChosen(4),
            Msg::TopicSwitched(1),
            Msg::Typed("x".to_owned()),
            Msg::TourPlayed(None),
        ] {
            assert!(!playing.clone().update(msg.clone()).tour.playing, "{msg:?}");
        }
        let over = playing.update(Msg::TourWentOn(None));
        assert_eq!((over.tour.playing, over.selection.event), (false, Some(1)));
        let paced = after(&[Msg::TourPlayed(Some(0)), Msg::PaceChosen(Pace::Fast)]);
        assert!(paced.tour.playing);
    }

    #[test]
    fn the_pages_choice_moves_no_focus() {
        let selection = Selection {
            event: Some(3),
            ..Selection::default()
        };
        let model = after(&[Msg::PinPressed(0), Msg::PageChose(selection.clone(), None)]);
        assert_eq!(model.selection, selection);
        assert_eq!((model.by, model.focus), (Chooser::Page, Focus::Still));
    }

    #[test]
    fn a_language_stays_chosen_until_another_is_named() {
        let chosen = after(&[Msg::PinPressed(1), Msg::LangChosen(Lang::Ko)]);
        assert_eq!(chosen.lang, Some(Lang::Ko));
        assert_eq!(chosen.selection.filter.places, [1]);
        let page = |lang| Msg::PageChose(Selection::default(), lang);
        assert_eq!(chosen.clone().update(page(None)).lang, Some(Lang::Ko));
        assert_eq!(chosen.update(page(Some(Lang::Az))).lang, Some(Lang::Az));
    }

    #[test]
    fn where_the_reader_moved_the_map_holds_until_a_choice_turns_it() {
        let at = At {
            lon: 1,
            lat: 2,
            zoom: 3,
        };
        let rested = after(&[Msg::PinPressed(1), Msg::MapRested(at)]);
        assert_eq!((rested.selection.at, rested.look), (Some(at), None));
        assert_eq!((rested.rests, rested.choices, rested.turns), (1, 1, 1));
        let filtered = rested.clone().update(years(2000));
        assert_eq!(filtered.selection.at, Some(at));
        assert_eq!(rested.update(Msg::EventChosen(1)).selection.at, None);
    }

    #[test]
    fn what_the_page_asks_to_look_at_is_looked_at_until_a_choice_turns_the_map() {
        let at = At {
            lon: 1,
            lat: 2,
            zoom: 3,
        };
        let linked = Selection {
            at: Some(at),
            ..Selection::default()
        };
        let linked = after(&[Msg::PageChose(linked, None)]);
        assert_eq!(linked.look, Some(at));
        assert_eq!(linked.clone().update(years(2000)).look, Some(at));
        assert_eq!(linked.update(Msg::PinPressed(0)).look, None);
        let asked = after(&[Msg::MapRested(at), Msg::PageLooked(at)]);
        assert_eq!((asked.look, asked.selection.at), (Some(at), None));
        assert_eq!((asked.turns, asked.choices), (1, 0));
    }

    #[test]
    fn what_was_copied_is_told_until_the_next_choice() {
        let copied = after(&[Msg::EventChosen(1), Msg::Told(Told::Copied)]);
        assert_eq!((copied.told, copied.choices), (Some(Told::Copied), 1));
        assert_eq!(copied.update(Msg::EventChosen(2)).told, None);
    }

    #[test]
    fn the_note_about_the_map_is_no_choice() {
        let open = after(&[Msg::PinPressed(1), Msg::AboutSwitched]);
        assert!(open.about);
        assert_eq!((open.choices, open.focus), (1, Focus::FirstCard));
        assert!(!open.update(Msg::AboutSwitched).about);
    }

    #[test]
    fn the_list_rises_for_a_chosen_card_and_makes_way_for_the_map() {
        let at = |sheet, msg: &Msg| after(&[Msg::SheetSet(sheet), msg.clone()]).sheet;
        let (peek, half, full) = (Sheet::Peek, Sheet::Half, Sheet::Full);
        for (msg, expected) in [
            (Msg::PinPressed(0), [half, half, full]),
            (Msg::EventChosen(0), [half, half, full]),
            (Msg::TourPlayed(Some(0)), [half; 3]),
            (Msg::TopicSwitched(0), [peek, half, full]),
            (Msg::SheetDropped(99), [full; 3]),
        ] {
            assert_eq!(
                [peek, half, full].map(|sheet| at(sheet, &msg)),
                expected,
                "{msg:?}"
            );
        }
        let back = [Msg::PinPressed(1), Msg::SheetSet(full), Msg::Escaped];
        assert_eq!(after(&back).sheet, half);
        assert_eq!(after(&[Msg::SheetSet(full)]).choices, 0);
    }

    #[test]
    fn more_cards_stay_until_other_events_are_shown() {
        let more = after(&[Msg::MoreAsked, Msg::MoreAsked, Msg::EventChosen(3)]);
        assert_eq!(more.more, 2);
        assert_eq!(more.update(Msg::TopicSwitched(0)).more, 0);
    }

    #[test]
    fn the_same_choice_made_twice_is_two_choices() {
        let (once, twice) = (
            after(&[Msg::AllAsked]),
            after(&[Msg::AllAsked, Msg::AllAsked]),
        );
        assert_ne!(once, twice);
    }
}
