//! Element: an element of the page, put together step by step: `element!("p", "class" = "when").text(words)`.
//!
//! `html!` writes all that makes an element out again at every place, some 400 bytes of program each; this is
//! once in the program, and a step is a call: 13 kB less for a reader to load. Components are still written with `html!`.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, KeyboardEvent, MouseEvent};
use yew::html::TargetCast;
use yew::virtual_dom::{
    AttrValue, AttributeOrProperty, Attributes, Listener, ListenerKind, VList, VNode, VTag, VText,
};
use yew::{Callback, Html, NodeRef};

use crate::model::Msg;
use crate::model::card::Said;

/// An element by its name and attributes. An attribute is there whatever its value, but for `None` and `false`.
macro_rules! element {
    ($tag:expr $(, $name:literal = $value:expr)* $(,)?) => {
        $crate::view::element::Element::new($tag, &[$($name),*])$(.attribute($value))*
    };
}
pub(super) use element;

/// An element in the making.
pub(super) struct Element(Box<Parts>);

struct Parts {
    tag: VTag,
    /// The attributes that it may have, one list for each place in the program: Yew compares two elements
    /// fast when they are of one place.
    names: &'static [&'static str],
    /// Their values, in that order.
    values: Vec<Option<AttributeOrProperty>>,
    listeners: Vec<Option<Rc<dyn Listener>>>,
    children: Vec<Html>,
}

impl Element {
    /// For [`element!`], which gives a value to each attribute in turn.
    #[inline(never)]
    pub(super) fn new(tag: &'static str, names: &'static [&'static str]) -> Self {
        Self(Box::new(Parts {
            tag: VTag::new(tag),
            names,
            values: Vec::with_capacity(names.len()),
            listeners: Vec::new(),
            children: Vec::new(),
        }))
    }

    /// The next attribute.
    pub(super) fn attribute(self, value: impl Value) -> Self {
        value.give(self)
    }

    #[inline(never)]
    fn fixed(mut self, value: Option<&'static str>) -> Self {
        // Not `Static`, which Yew's renderer of text leaves out.
        let value = value.map(|value| AttributeOrProperty::Attribute(value.into()));
        self.0.values.push(value);
        self
    }

    #[inline(never)]
    fn copied(mut self, value: Option<&str>) -> Self {
        let value =
            value.map(|value| AttributeOrProperty::Attribute(Rc::<str>::from(value).into()));
        self.0.values.push(value);
        self
    }

    /// Tells it from the others of its list, from one time to the next.
    #[inline(never)]
    pub(super) fn key(mut self, key: &str) -> Self {
        self.0.tag.key = Some(key.into());
        self
    }

    /// Where to find it in the page.
    #[inline(never)]
    pub(super) fn node(mut self, node: &NodeRef) -> Self {
        self.0.tag.node_ref = node.clone();
        self
    }

    /// What an input holds.
    #[inline(never)]
    pub(super) fn value(mut self, value: &str) -> Self {
        self.0
            .tag
            .set_value(AttrValue::from(Rc::<str>::from(value)));
        self
    }

    /// A text in it.
    #[inline(never)]
    pub(super) fn text(self, words: &str) -> Self {
        self.with_html(text(words))
    }

    /// A text with its language, as the whole of it.
    pub(super) fn said(tag: &'static str, said: &Said) -> Self {
        element!(tag, "lang" = &said.lang).text(&said.text)
    }

    /// Another element in it, or several, or something else; what is not there keeps its place.
    pub(super) fn child(self, child: impl Child) -> Self {
        child.join(self)
    }

    #[inline(never)]
    fn with(mut self, child: Option<Element>) -> Self {
        self.0
            .children
            .push(child.map(Html::from).unwrap_or_default());
        self
    }

    #[inline(never)]
    fn with_html(mut self, child: Html) -> Self {
        self.0.children.push(child);
        self
    }

    #[inline(never)]
    fn hears(mut self, kind: Kind, act: Box<dyn Fn(Event)>) -> Self {
        self.0.listeners.push(Some(Rc::new(Ear { kind, act })));
        self
    }

    /// Does something when an event happens to it.
    pub(super) fn on(self, kind: Kind, act: impl Fn(Event) + 'static) -> Self {
        self.hears(kind, Box::new(act))
    }

    /// Does something when it is pressed.
    pub(super) fn on_press(self, act: impl Fn(MouseEvent) + 'static) -> Self {
        self.on(
            || ListenerKind::onclick,
            move |event| {
                act(event.unchecked_into());
            },
        )
    }

    /// Does something with a key that is pressed in it.
    pub(super) fn on_key(self, act: impl Fn(KeyboardEvent) + 'static) -> Self {
        self.on(
            || ListenerKind::onkeydown,
            move |event| {
                act(event.unchecked_into());
            },
        )
    }

    /// Does something with what an input holds now.
    pub(super) fn on_input(self, act: impl Fn(String) + 'static) -> Self {
        self.on(
            || ListenerKind::oninput,
            move |event| {
                // Nothing else in it hears what is typed, and the same below of what is chosen.
                act(event.target_unchecked_into::<HtmlInputElement>().value());
            },
        )
    }

    /// Does something with a choice.
    pub(super) fn on_choice(self, act: impl Fn(HtmlSelectElement) + 'static) -> Self {
        self.on(
            || ListenerKind::onchange,
            move |event| {
                act(event.target_unchecked_into());
            },
        )
    }

    /// Sends a message when it is pressed.
    #[inline(never)]
    pub(super) fn sends(self, on_msg: &Callback<Msg>, msg: Msg) -> Self {
        let on_msg = on_msg.clone();
        self.on(|| ListenerKind::onclick, move |_| on_msg.emit(msg.clone()))
    }
}

impl From<Element> for Html {
    /// A lone text stands by itself; all else is a list, so that one more makes no others anew.
    #[inline(never)]
    fn from(Element(parts): Element) -> Self {
        let Parts {
            mut tag,
            names,
            values,
            listeners,
            mut children,
        } = *parts;
        if !names.is_empty() {
            tag.set_attributes(Attributes::Dynamic {
                keys: names,
                values: values.into_boxed_slice(),
            });
        }
        if !listeners.is_empty() {
            tag.set_listeners(listeners.into_boxed_slice());
        }
        if let Some(place) = tag.children_mut() {
            let is_text = matches!(children[..], [VNode::VText(_) | VNode::VList(_)]);
            *place = match children.pop() {
                Some(only) if is_text => only,
                last => {
                    children.extend(last);
                    list(children)
                }
            };
        }
        tag.into()
    }
}

/// A text among elements.
#[inline(never)]
pub(super) fn text(text: &str) -> Html {
    VText::new(Rc::<str>::from(text)).into()
}

/// Several, one after the other.
#[inline(never)]
pub(super) fn list(children: Vec<Html>) -> Html {
    VList::from(children).into()
}

/// What an attribute may be given.
pub(super) trait Value {
    fn give(self, element: Element) -> Element;
}

macro_rules! value {
    ($($type:ty: $value:ident, $element:ident => $done:expr;)*) => {$(
        impl Value for $type {
            fn give(self, $element: Element) -> Element {
                let $value = self;
                $done
            }
        }
    )*};
}

value! {
    &'static str: value, element => element.fixed(Some(value));
    Option<&'static str>: value, element => element.fixed(value);
    &String: value, element => element.copied(Some(value));
    &Option<String>: value, element => element.copied(value.as_deref());
}

impl Value for bool {
    /// `disabled`, `hidden`, `selected`: by its presence.
    #[inline(never)]
    fn give(self, element: Element) -> Element {
        let name = element.0.names[element.0.values.len()];
        element.fixed(self.then_some(name))
    }
}

/// What an element may have in it.
pub(super) trait Child {
    fn join(self, parent: Element) -> Element;
}

impl Child for Element {
    fn join(self, parent: Element) -> Element {
        parent.with(Some(self))
    }
}

impl Child for Option<Element> {
    fn join(self, parent: Element) -> Element {
        parent.with(self)
    }
}

impl Child for Html {
    fn join(self, parent: Element) -> Element {
        parent.with_html(self)
    }
}

impl Child for Vec<Html> {
    fn join(self, parent: Element) -> Element {
        parent.with_html(list(self))
    }
}

/// A kind of event. A function, for to copy the kind itself is a branch for each of Yew's eighty.
pub(super) type Kind = fn() -> ListenerKind;

/// What hears an event: one kind of listener for all.
struct Ear {
    kind: Kind,
    act: Box<dyn Fn(Event)>,
}

impl Listener for Ear {
    fn kind(&self) -> ListenerKind {
        (self.kind)()
    }

    fn handle(&self, event: Event) {
        (self.act)(event);
    }

    fn passive(&self) -> bool {
        false
    }
}

/// `true` or `false`, for attributes that say so.
pub(super) fn truth(is_so: bool) -> &'static str {
    if is_so { "true" } else { "false" }
}

/// A button with words on it.
pub(super) fn button(words: &str) -> Element {
    element!("button", "type" = "button").text(words)
}

/// A heading of a level from 1 to 6.
pub(super) fn heading(level: u8) -> &'static str {
    ["h1", "h2", "h3", "h4", "h5", "h6"][usize::from(level.clamp(1, 6)) - 1]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(element: Element) -> Rc<VTag> {
        match Html::from(element) {
            VNode::VTag(tag) => tag,
            other => panic!("{other:?} is no element"),
        }
    }

    fn attributes(element: Element) -> Vec<(String, String)> {
        let tag = made(element);
        let attributes = tag.attributes.iter();
        let owned = attributes.map(|(name, value)| (name.to_owned(), value.to_owned()));
        owned.collect()
    }

    fn children(element: Element) -> usize {
        match made(element).children() {
            Some(VNode::VList(list)) => list.len(),
            other => panic!("{other:?} is no list"),
        }
    }

    #[test]
    fn an_attribute_is_there_but_for_none_and_false() {
        let (lang, none) = (String::from("ko"), None::<String>);
        let element = element!(
            "button",
            "class" = "way",
            "part" = None::<&'static str>,
            "lang" = &lang,
            "title" = &none,
            "disabled" = true,
            "hidden" = false
        );
        let expected = [("class", "way"), ("lang", "ko"), ("disabled", "disabled")];
        let expected = expected.map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(attributes(element), expected);
    }

    #[test]
    fn what_is_not_there_keeps_its_place() {
        let list = |there: bool| {
            element!("p")
                .child(there.then(|| element!("b")))
                .child(element!("i"))
        };
        assert_eq!(children(list(true)), children(list(false)));
        assert_eq!(children(element!("p").child(element!("b"))), 1);
    }

    #[test]
    fn a_lone_text_stands_by_itself() {
        let tag = made(element!("p").text("words"));
        let expected = VNode::from(VText::new("words"));
        assert_eq!(tag.children(), Some(&expected));
    }

    #[test]
    fn an_input_holds_its_value_as_a_property() {
        let tag = made(element!("input", "type" = "range").value("1992"));
        assert_eq!(tag.value().map(AttrValue::as_str), Some("1992"));
    }
}
