//! Share: the ways to pass on an event, or what is shown, by its address.

use std::rc::Rc;

use yew::prelude::*;

use crate::dom::host::Host;
use crate::dom::{address, clock};
use crate::locale::Phrases;
use crate::model::Msg;
use crate::model::card::Card;
use crate::model::citation::citation;
use crate::model::link::Link;

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
pub(super) fn share(subject: &Rc<Subject>, told: &'static str) -> Html {
    let phrases = subject.phrases;
    html! {
        <div class="ways">
            { button(phrases.copy_link, "copy", subject) }
            if subject.card.is_some() {
                { button(phrases.copy_citation, "cite", subject) }
            }
            if subject.host.shares() {
                { button(phrases.share, "share", subject) }
            }
            <span class="told" role="status">{ told }</span>
        </div>
    }
}

/// A button that hands the subject over in one of the element's ways.
pub(super) fn button(name: &'static str, way: &'static str, subject: &Rc<Subject>) -> Html {
    let subject = subject.clone();
    let press = Callback::from(move |_: MouseEvent| {
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
        host.give(way, title, &text, on_msg);
    });
    html! { <button type="button" onclick={press}>{ name }</button> }
}
