//! Model: the one state of the story on show, and what becomes of it when something happens.
//!
//! It holds a handful of small values and no story: places and events are indexes into the story's
//! lists, which the reader of the story has put in time order. What is shown follows from both, in
//! [`frame`].

pub mod card;
pub mod control;
pub mod frame;
pub mod gesture;
pub mod inertia;
pub mod labels;
pub mod link;
pub mod marks;
pub mod picture;
pub mod pins;
pub mod selection;

use std::rc::Rc;

use selection::Selection;
use yew::functional::Reducible;

/// What is chosen, by whom, and where attention belongs after it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Model {
    /// The chosen place and event.
    pub selection: Selection,
    /// Who made the latest choice.
    pub by: Chooser,
    /// Where the keyboard goes after the latest choice.
    pub focus: Focus,
    /// Whether the latest copy came through, since the latest choice.
    pub copied: Option<bool>,
    /// Counts choices, so that the same one made twice is two.
    pub choices: u32,
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

/// What happened. Named in the past, as the view or the page saw it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Msg {
    /// The pin of a place was pressed.
    PinPressed(usize),
    /// All events were asked for.
    AllAsked,
    /// An event was chosen: its card, or a step to its neighbour.
    EventChosen(usize),
    /// Escape was pressed among the cards.
    Escaped,
    /// The page or its address named a place or an event.
    PageChose(Selection),
    /// Something was copied for the reader, or the browser refused.
    Copied(bool),
}

impl Model {
    /// The state after something happened.
    #[must_use]
    pub fn update(self, msg: Msg) -> Self {
        let place = self.selection.place;
        let choices = self.choices + 1;
        let chosen = |place, event, focus| Self {
            selection: Selection { place, event },
            by: Chooser::Reader,
            focus,
            copied: None,
            choices,
        };
        match msg {
            // A pressed pin is let go by a second press.
            Msg::PinPressed(pin) if place == Some(pin) => chosen(None, None, Focus::Still),
            Msg::PinPressed(pin) => chosen(Some(pin), None, Focus::FirstCard),
            Msg::AllAsked => chosen(None, None, Focus::Still),
            Msg::EventChosen(event) => chosen(place, Some(event), Focus::ChosenCard),
            Msg::Escaped => match place {
                Some(pin) => chosen(place, None, Focus::Pin(pin)),
                None => chosen(None, None, Focus::Still),
            },
            Msg::PageChose(selection) => Self {
                selection,
                by: Chooser::Page,
                focus: Focus::Still,
                copied: None,
                choices,
            },
            Msg::Copied(copied) => Self {
                copied: Some(copied),
                ..self
            },
        }
    }
}

impl Reducible for Model {
    type Action = Msg;

    fn reduce(self: Rc<Self>, msg: Msg) -> Rc<Self> {
        Rc::new(self.update(msg))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(messages: &[Msg]) -> Model {
        messages
            .iter()
            .fold(Model::default(), |model, &msg| model.update(msg))
    }

    #[test]
    fn a_pin_chooses_its_place_and_a_second_press_lets_go() {
        let model = after(&[Msg::PinPressed(2)]);
        assert_eq!(model.selection.place, Some(2));
        assert_eq!(model.focus, Focus::FirstCard);
        assert_eq!(model.by, Chooser::Reader);
        assert_eq!(
            after(&[Msg::PinPressed(2), Msg::PinPressed(2)]).selection,
            Selection::default()
        );
    }

    #[test]
    fn an_event_is_chosen_within_its_place_and_escape_goes_back_to_the_pin() {
        let model = after(&[Msg::PinPressed(1), Msg::EventChosen(7)]);
        assert_eq!(
            model.selection,
            Selection {
                place: Some(1),
                event: Some(7)
            }
        );
        assert_eq!(model.focus, Focus::ChosenCard);
        let back = model.update(Msg::Escaped);
        assert_eq!(back.focus, Focus::Pin(1));
        assert_eq!(back.selection.event, None);
    }

    #[test]
    fn the_pages_choice_moves_no_focus() {
        let selection = Selection {
            place: None,
            event: Some(3),
        };
        let model = after(&[Msg::PinPressed(0), Msg::PageChose(selection)]);
        assert_eq!(model.selection, selection);
        assert_eq!((model.by, model.focus), (Chooser::Page, Focus::Still));
    }

    #[test]
    fn what_was_copied_is_told_until_the_next_choice() {
        let copied = after(&[Msg::EventChosen(1), Msg::Copied(true)]);
        assert_eq!((copied.copied, copied.choices), (Some(true), 1));
        assert_eq!(copied.update(Msg::EventChosen(2)).copied, None);
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
