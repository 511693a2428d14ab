//! Words: the phrases that are always the same but for what stands in their blanks, one field each. A language
//! that lacks one does not compile.

/// What a field holds: a line, or a few.
pub(super) trait Lines: Sized {
    /// The next of the lines.
    fn take(lines: &mut Reader) -> Self;

    /// Appends them.
    fn put(&self, lines: &mut Vec<&'static str>);
}

impl Lines for &'static str {
    fn take(lines: &mut Reader) -> Self {
        lines.line()
    }

    fn put(&self, lines: &mut Vec<&'static str>) {
        lines.push(self);
    }
}

impl<T: Lines, const N: usize> Lines for [T; N] {
    fn take(lines: &mut Reader) -> Self {
        std::array::from_fn(|_| Lines::take(lines))
    }

    fn put(&self, lines: &mut Vec<&'static str>) {
        for field in self {
            field.put(lines);
        }
    }
}

/// A phrase with blanks, each written `_`, for so many words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form<const BLANKS: usize>(&'static str);

impl<const BLANKS: usize> Form<BLANKS> {
    /// A phrase; it does not compile with another number of blanks.
    pub(super) const fn new(phrase: &'static str) -> Self {
        let (signs, mut at, mut blanks) = (phrase.as_bytes(), 0, 0);
        while at < signs.len() {
            if signs[at] == b'_' {
                blanks += 1;
            }
            at += 1;
        }
        assert!(blanks == BLANKS, "another number of blanks");
        Self(phrase)
    }

    /// The phrase with these words in its blanks.
    pub fn with(&self, words: [&str; BLANKS]) -> String {
        filled(self.0, &words)
    }
}

/// One function for all phrases, or those of another number of blanks would have their own.
#[inline(never)]
fn filled(phrase: &str, words: &[&str]) -> String {
    let mut filled = String::new();
    for (at, piece) in phrase.split('_').enumerate() {
        filled.push_str(piece);
        filled.push_str(words.get(at).unwrap_or(&""));
    }
    filled
}

impl<const BLANKS: usize> Lines for Form<BLANKS> {
    fn take(lines: &mut Reader) -> Self {
        Self(lines.line())
    }

    fn put(&self, lines: &mut Vec<&'static str>) {
        lines.push(self.0);
    }
}

/// The lines of a text, one after the other.
#[derive(Debug)]
pub(super) struct Reader(pub(super) std::str::Split<'static, char>);

impl Reader {
    /// The next line; nothing after the last. One function for all fields, or each would have its own copy.
    #[inline(never)]
    pub(super) fn line(&mut self) -> &'static str {
        self.0.next().unwrap_or_default()
    }
}

/// Declares the fields, and from that how they are written as lines and read again.
macro_rules! words {
    ($(#[doc = $about:literal])* $name:ident; $( $(#[doc = $doc:literal])* $field:ident: $kind:ty, )*) => {
        $(#[doc = $about])*
        #[derive(Debug)]
        pub struct $name {
            $( $(#[doc = $doc])* pub $field: $kind, )*
        }

        impl $name {
            /// From lines, in the order of the fields.
            pub(super) fn take(lines: &mut Reader) -> Self {
                Self { $($field: Lines::take(lines),)* }
            }

            /// To lines, in the same order.
            pub(super) fn put(&self, lines: &mut Vec<&'static str>) {
                $(self.$field.put(lines);)*
            }
        }
    };
}
pub(super) use words;

words! {
    /// The words of one language.
    Words;
    /// The title of a page of its own, from the story's.
    page_title: Form<1>,
    /// So many events, in the plural categories of CLDR that the three languages have: `one`, for 1 alone,
    /// and `other`.
    counts: [Form<1>; 2],
    /// Several places: how many, how many events, which places.
    several: Form<3>,
    /// The name of the map's region.
    map: &'static str,
    /// The name of the region with the cards.
    events: &'static str,
    /// The name of the group of buttons that move the map.
    map_controls: &'static str,
    /// One step nearer.
    zoom_in: &'static str,
    /// One step farther.
    zoom_out: &'static str,
    /// Back to the view with all places.
    show_all_places: &'static str,
    /// Look farther north.
    move_north: &'static str,
    /// Look farther south.
    move_south: &'static str,
    /// Look farther west.
    move_west: &'static str,
    /// Look farther east.
    move_east: &'static str,
    /// How to zoom where a plain wheel scrolls the page.
    wheel_hint: &'static str,
    /// How to move the map where one finger scrolls the page.
    finger_hint: &'static str,
    /// The name of the note about the map.
    about_map: &'static str,
    /// The button that ends the choice of places, topics, years and words.
    all_events: &'static str,
    /// The button that brings more cards of a long story.
    more_events: &'static str,
    /// The name of the button that raises the list where it lies over the map.
    more_list: &'static str,
    /// The name of the button that lowers it.
    less_list: &'static str,
    /// What is said where no event passes all that was chosen.
    nothing: &'static str,
    /// The name of the button that switches off all topics but one.
    only_topic: Form<1>,
    /// How many events have no year.
    undated_count: Form<1>,
    /// A length on the scale bar.
    length: Form<1>,
    /// How long a route is.
    distance: Form<1>,
    /// Before an event of this day of an earlier year.
    on_this_day: Form<1>,
    /// The state of knowledge: `as of 28 February 2023`.
    as_of: Form<1>,
    /// A citation for pupils and reporters: the event's title; its date, or the word for undated; each source:
    /// publisher, title where known, date where known, address; the address of the event in the story; the
    /// day it was looked up.
    citation: Form<5>,
    /// Remarks that follow a place: that it was inferred, that no city is known.
    remarks: [&'static str; 2],
    /// The name of the group of switches over topics.
    topics: &'static str,
    /// The button that switches all topics on.
    all_topics: &'static str,
    /// The button that switches all topics off.
    no_topics: &'static str,
    /// The name of the group with the years.
    timeline: &'static str,
    /// The name of the slider of the first year.
    from: &'static str,
    /// The name of the slider of the last year.
    to: &'static str,
    /// The key of the timeline: a date that is stated, one that is not sure, one that is open.
    known: [&'static str; 3],
    /// The name of the field for words to find.
    search: &'static str,
    /// What stands in it where it is empty: short, since it is narrow on a phone.
    find: &'static str,
    /// The button that starts the tour.
    play_tour: &'static str,
    /// The button that stops it for a while.
    pause_tour: &'static str,
    /// The name of the choice of how fast it goes.
    pace: &'static str,
    /// How fast it goes.
    paces: [&'static str; 3],
    /// The name of the choice of language.
    language: &'static str,
    /// The heading over events that no source dates.
    undated: &'static str,
    /// The button that chooses the event before the chosen one.
    previous_event: &'static str,
    /// The button that chooses the event after the chosen one.
    next_event: &'static str,
    /// The button that copies the event's address.
    copy_link: &'static str,
    /// The button that copies the event as a citation.
    copy_citation: &'static str,
    /// The name of the group of events that have to do with the chosen one.
    related: &'static str,
    /// The button that hands the address to what the reader's device shares with.
    share: &'static str,
    /// What is said when something is on the clipboard.
    copied: &'static str,
    /// What is said when the browser refuses the clipboard.
    not_copied: &'static str,
    /// Opens the list of files to take away.
    save: &'static str,
    /// The buttons of that list: the map as SVG; the events as CSV, as GeoJSON and as a calendar.
    save_as: [&'static str; 4],
    /// What is said when a file could not be made.
    not_saved: &'static str,
    /// Before the names of people.
    people: &'static str,
    /// Before the names of organisations.
    organisations: &'static str,
    /// Before the sources.
    sources: &'static str,
    /// What was added to a date by inference, as a remark that follows it, in the order of [`Inferred`](crate::story::Inferred).
    inferences: [&'static str; 2],
    /// What an event has come to, in the order of [`Status`](crate::story::Status).
    statuses: [&'static str; 4],
    /// The seas, in the order of [`Sea`](super::Sea).
    seas: [&'static str; 18],
}
