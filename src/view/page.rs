//! Page: the whole story as HTML that needs no code: what stands in the stand-alone page's `<story-map>`
//! until, or unless, the program runs. Rendered natively when the page is built.

mod map;

use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use yew::LocalServerRenderer;
use yew::prelude::*;

use super::card::{names, when};
use super::search::unbroken;
use super::shared::Shared;
use crate::export::json_ld;
use crate::geo::basemap::Basemap;
use crate::locale::brought::brought;
use crate::locale::page::{PageWords, words};
use crate::locale::{Phrases, files, phrases};
use crate::model::Model;
use crate::model::card::{Card, Reference, Said, cards};
use crate::model::contents::{Chapter, Entry, Year, anchor, chapters};
use crate::model::frame::Frame;
use crate::model::search::Search;
use crate::story::{Lang, Placement, Story};

/// A story in one language, as a page holds it.
#[derive(Debug)]
pub struct Page {
    /// The page's title, plain text.
    pub title: String,
    /// What the page is about, plain text.
    pub description: String,
    /// The story, as HTML.
    pub html: String,
    /// Its events for machines, as the text of a data block.
    pub json_ld: String,
}

/// The page of a story, in time order, in a language; `ways` are the addresses of the same page in each
/// language.
pub fn page(story: &Rc<Story>, world: &Rc<Basemap>, lang: Lang, ways: &[(Lang, String)]) -> Page {
    let (phrases, words) = (phrases(lang), words(lang));
    let cards = cards(story, phrases);
    let nothing = Search::default();
    let frame = Frame::of(story, &cards, &nothing, phrases, &Model::default());
    let places: Vec<&str> = (frame.pins.iter())
        .map(|pin| pin.label.text.as_str())
        .collect();
    let places = phrases.whereabouts(Placement::Stated, &places, &[]);
    let description = (words.description)(cards.len(), &places);
    let json_ld = json_ld::write(story, &cards, &frame.title.text);
    let props = WholeStoryProps {
        description: description.clone().into(),
        chapters: chapters(story, &cards, &frame, phrases).into(),
        frame: Shared::new(frame),
        story: Shared(story.clone()),
        world: Shared(world.clone()),
        ways: ways.into(),
        lang,
    };
    Page {
        title: phrases.page_title.with([&props.frame.title.text]),
        description,
        html: rendered(props),
        json_ld,
    }
}

fn rendered(props: WholeStoryProps) -> String {
    let renderer = LocalServerRenderer::<WholeStory>::with_props(props).hydratable(false);
    let mut html = pin!(renderer.render());
    // It waits for nothing but itself.
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(html) = html.as_mut().poll(&mut context) {
            return html;
        }
    }
}

/// Props of [`WholeStory`].
#[derive(Clone, PartialEq, Properties)]
struct WholeStoryProps {
    description: AttrValue,
    chapters: Rc<[Chapter]>,
    frame: Shared<Frame>,
    story: Shared<Story>,
    world: Shared<Basemap>,
    ways: Rc<[(Lang, String)]>,
    lang: Lang,
}

/// The story from its title to the note about its map.
#[component]
fn WholeStory(
    WholeStoryProps {
        description,
        chapters,
        frame,
        story,
        world,
        ways,
        lang,
    }: &WholeStoryProps,
) -> Html {
    let (phrases, words) = (phrases(*lang), words(*lang));
    html! {
        <div class="told" lang={lang.code()}>
            <p class="late">{ words.late }</p>
            <h1 lang={frame.title.lang.clone()}>{ &frame.title.text }</h1>
            <p>{ description }</p>
            { languages(ways, phrases) }
            { map::map(story, frame, world, phrases) }
            { contents(chapters, words) }
            for chapter in chapters.iter() {
                { self::chapter(chapter, chapters, phrases, words) }
            }
            <h2>{ phrases.about_map }</h2>
            for words in &brought(*lang).note {
                <p>{ words }</p>
            }
            <p>{ files::words(*lang).credit }</p>
        </div>
    }
}

/// The ways to the same page in the other languages.
fn languages(ways: &[(Lang, String)], own: &Phrases) -> Html {
    html! {
        <nav aria-label={own.language}>
            for (lang, href) in ways.iter().filter(|(lang, _)| *lang != own.lang) {
                <a href={href.clone()} hreflang={lang.code()} lang={lang.code()}>{ phrases(*lang).own_name }</a>
                { " " }
            }
        </nav>
    }
}

/// The ways to each place and year.
fn contents(chapters: &[Chapter], words: &PageWords) -> Html {
    html! {
        <nav id="contents" aria-label={words.contents}>
            <ul>
                for Chapter { anchor, counted, heading, years, .. } in chapters {
                    <li>
                        <a href={to(anchor)} lang={heading.lang.clone()}>{ counted }</a>
                        for year in years {
                            { " " }<a href={to(&year.anchor)}>{ &year.heading }</a>
                        }
                    </li>
                }
            </ul>
        </nav>
    }
}

fn to(anchor: &str) -> String {
    format!("#{anchor}")
}

fn chapter(chapter: &Chapter, all: &[Chapter], phrases: &Phrases, words: &PageWords) -> Html {
    let Chapter {
        anchor,
        heading,
        local,
        years,
        ..
    } = chapter;
    html! {
        <>
            <h2 id={anchor.clone()} lang={heading.lang.clone()}>
                { &heading.text }
                if let Some(Said { text, lang }) = local {
                    { " " }<small lang={lang.clone()}>{ text }</small>
                }
            </h2>
            for Year { anchor, heading, entries } in years {
                <h3 id={anchor.clone()}>{ heading }</h3>
                for entry in entries {
                    { self::entry(entry, all, phrases, words) }
                }
            }
        </>
    }
}

fn entry(entry: &Entry, all: &[Chapter], phrases: &Phrases, words: &PageWords) -> Html {
    let card = &entry.card;
    let title = &card.title;
    match entry.told_in.and_then(|chapter| all.get(chapter)) {
        None => article(card, phrases),
        Some(home) => html! {
            <p>
                { when(card, phrases) }{ " " }
                <a href={to(&anchor(card))} lang={title.lang.clone()}>{ &title.text }</a>
                { " (" }{ (words.told_under)(&home.heading.text) }{ ")" }
            </p>
        },
    }
}

/// A text within another, marked only where its language is not the page's.
fn said(Said { text, lang }: &Said) -> Html {
    match lang {
        Some(lang) => html! { <span lang={lang.clone()}>{ text }</span> },
        None => html! { { text } },
    }
}

/// A source as a card has it, with no element that says nothing.
fn source(source: &Reference) -> Html {
    let title =
        |Said { text, lang }: &Said| html! { <cite lang={lang.clone()}>{ ": " }{ text }</cite> };
    html! {
        <li>
            <a href={source.url.clone()} target="_blank" rel="noopener">
                { said(&source.publisher) }
                { source.title.as_ref().map(title) }
            </a>
            if let Some(published) = &source.published {
                { ", " }{ published }
            }
        </li>
    }
}

/// An event: all that a card says.
fn article(card: &Card, phrases: &Phrases) -> Html {
    let nothing = Search::default();
    html! {
        <article id={anchor(card)}>
            <h4 lang={card.title.lang.clone()}>{ unbroken(&card.title.text) }</h4>
            <p class="when">
                { when(card, phrases) }
                { " · " }{ &card.whereabouts }
                for topic in &card.topics {
                    { " · " }{ said(&topic.name) }
                }
                if let Some(status) = card.status {
                    { " · " }<b>{ status }</b>
                }
            </p>
            <p lang={card.text.lang.clone()}>{ unbroken(&card.text.text) }</p>
            { names(phrases.people, &card.people, &nothing).map(Html::from) }
            { names(phrases.organisations, &card.organisations, &nothing).map(Html::from) }
            <ul aria-label={phrases.sources}>
                for source in &card.sources {
                    { self::source(source) }
                }
            </ul>
        </article>
    }
}
