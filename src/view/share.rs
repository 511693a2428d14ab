//! Share: the ways to pass on an event, or what is shown, by its address.

use std::rc::Rc;

use yew::Callback;

use super::element::{Element, button, element};
use crate::dom::host::Host;
use crate::dom::{address, clock};
use crate::locale::Phrases;
use crate::model::card::Card;
use crate::model::citation::citation;
use crate::model::link::Link;
use crate::model::{Msg, Told};

/// What is passed on or taken away.
pub(super) struct Subject {
    /// What it is called.
    pub(super) title: String,
    /// Where it is, as a fragment; `None` where the page's address cannot hold that.
    pub(super) link: Option<String>,
    /// The event, if it is one.
    pub(super) card: Option<Rc<Card>>,
    pub(super) phrases: &'static Phrases,
    pub(super) host: Host,
    pub(super) on_msg: Callback<Msg>,
}

impl Subject {
    /// Its whole address, with what the page itself keeps there.
    fn address(&self) -> String {
        let now = address::fragment();
        match &self.link {
            Some(link) => address::with_fragment(&Link::parse(link).write(&now)),
            None => address::with_fragment(now.trim_start_matches('#')),
        }
    }
}

/// The buttons, and what came of the latest press.
pub(super) fn share(subject: &Rc<Subject>, told: &'static str) -> Element {
    let phrases = subject.phrases;
    let has = |is: bool, name, kind| is.then(|| way(name, kind, subject));
    element!("div", "class" = "ways")
        .child(way(phrases.copy_link, "copy", subject))
        .child(has(subject.card.is_some(), phrases.copy_citation, "cite"))
        .child(has(subject.host.shares(), phrases.share, "share"))
        .child(said(told))
}

/// What came of the latest press.
pub(super) fn said(told: &'static str) -> Element {
    element!("span", "class" = "told", "role" = "status").text(told)
}

/// A button that hands the subject over in one of the element's ways.
pub(super) fn way(name: &'static str, way: &'static str, subject: &Rc<Subject>) -> Element {
    let subject = subject.clone();
    button(name).on_press(move |_| {
        let mut text = subject.address();
        if let Some(card) = subject.card.as_ref().filter(|_| way == "cite") {
            text = citation(card, subject.phrases, &text, clock::today());
        }
        let Subject {
            title,
            host,
            on_msg,
            ..
        } = &*subject;
        on_msg.emit(Msg::Told(Told::Saved)); // so that the same said twice is heard twice
        host.give(way, title, &text, on_msg);
    })
}
