//! English: its phrases and the way it writes dates.

use super::Phrases;
use super::date::{Saying, Shared, Span, counted_year, in_words, is_bc, reach};
#[cfg(any(feature = "words", not(target_arch = "wasm32")))]
use super::words::{Form, Words};
use crate::story::Lang;
use crate::story::date::{Date, Moment, Precision, Season};

/// Its words, in a page only as lines (see [`brought`](super::brought)).
#[cfg(any(feature = "words", not(target_arch = "wasm32")))]
pub(super) const WORDS: Words = Words {
    page_title: Form::new("_: a story map"),
    counts: [Form::new("_ event"), Form::new("_ events")],
    several: Form::new("_ places, _: _"),
    map: "Map",
    events: "Events",
    map_controls: "Move the map",
    zoom_in: "Zoom in",
    zoom_out: "Zoom out",
    show_all_places: "Show all places",
    move_north: "Move north",
    move_south: "Move south",
    move_west: "Move west",
    move_east: "Move east",
    wheel_hint: "Hold Ctrl or ⌘ and turn the wheel to zoom",
    finger_hint: "Use two fingers to move the map",
    about_map: "About this map",
    all_events: "Show all events",
    more_events: "Show more events",
    more_list: "Show more of the list",
    less_list: "Show less of the list",
    nothing: "No event passes all that is chosen.",
    only_topic: Form::new("Only _"),
    undated_count: Form::new("_ undated"),
    length: Form::new("_ km"),
    distance: Form::new("Great circle: about _"),
    on_this_day: Form::new("On this day in _:"),
    as_of: Form::new("as of _"),
    citation: Form::new("“_” (_). _ _ (accessed _)"),
    remarks: [" (place inferred)", " (country only)"],
    topics: "Topics",
    all_topics: "All topics",
    no_topics: "No topics",
    timeline: "Timeline",
    from: "From",
    to: "To",
    known: ["dated", "about", "goes on"],
    search: "Search events",
    find: "Search",
    play_tour: "Play tour",
    pause_tour: "Pause tour",
    pace: "Pace",
    paces: ["Slow", "Medium", "Fast"],
    language: "Language",
    undated: "Undated in the sources",
    previous_event: "Previous event",
    next_event: "Next event",
    copy_link: "Copy link",
    copy_citation: "Copy citation",
    related: "Related events",
    share: "Share",
    copied: "Copied",
    not_copied: "The browser did not allow copying",
    save: "Save",
    save_as: [
        "Save map as SVG",
        "Save events as CSV",
        "Save events as GeoJSON",
        "Save events as calendar",
    ],
    not_saved: "The file could not be made",
    people: "People",
    organisations: "Organisations",
    sources: "Sources",
    inferences: [" (year inferred)", " (date inferred)"],
    statuses: ["Happened", "Ongoing", "Planned", "Under discussion"],
    seas: [
        "Arabian Sea",
        "Arctic Ocean",
        "Baltic Sea",
        "Barents Sea",
        "Bay of Bengal",
        "Black Sea",
        "Caspian Sea",
        "East China Sea",
        "East Sea / Sea of Japan",
        "Indian Ocean",
        "Mediterranean Sea",
        "North Sea",
        "Atlantic Ocean",
        "Pacific Ocean",
        "Sea of Okhotsk",
        "Red Sea",
        "South China Sea",
        "Yellow Sea",
    ],
};

/// The words of English.
pub static PHRASES: Phrases = Phrases {
    lang: Lang::En,
    own_name: "English",
    shown: |shown, all| [PHRASES.number(shown), PHRASES.counted(all)].join(" of "),
    date,
};

/// A date as a newspaper would write it, with its doubts in words.
fn date(date: &Date) -> String {
    in_words(Lang::En, date, say, " or ")
}

fn say(out: &mut Saying, span: Span) {
    let (before, only, after) = match span {
        Span::Is(only) => ("", only, ""),
        Span::Stretch(first, last) => return stretch(out, first, last),
        Span::Since(first) => ("since ", first, ""),
        Span::SinceToUnknown(first) => ("from ", first, ", end unknown"),
        Span::Until(last) => ("until ", last, ""),
        Span::UntilFromUnknown(last) => ("until ", last, ", start unknown"),
        Span::Between(first, last) => {
            out.push("between ");
            without_year(out, first, last);
            (" and ", last, "")
        }
        Span::OrBefore(last) => ("", last, " or before"),
        Span::OrAfter(first) => ("", first, " or after"),
    };
    out.push(before);
    moment(out, only);
    out.push(after);
}

/// `10–12 May 2006`, `26 June to 3 July 2007`, `2018–2020`: what both ends share is said once.
fn stretch(out: &mut Saying, first: Moment, last: Moment) {
    let to = match (Shared::of(first, last), first.precision) {
        (Shared::Month, Precision::Day(_, day)) => {
            out.number(day.into());
            out.table.dash
        }
        (Shared::Era, _) => {
            out.number(counted_year(first.year));
            out.table.dash
        }
        _ => {
            without_year(out, first, last);
            " to "
        }
    };
    out.push(to);
    moment(out, last);
}

/// The first of two dates, its year left to the second where that is the same.
fn without_year(out: &mut Saying, first: Moment, last: Moment) {
    match Shared::of(first, last) {
        Shared::Month | Shared::Year => out.within_year(first),
        Shared::Nothing | Shared::Era => moment(out, first),
    }
}

/// A date with its doubts before it.
fn moment(out: &mut Saying, moment: Moment) {
    if moment.uncertain {
        out.push("possibly ");
    }
    if moment.approximate {
        out.push("about ");
    }
    exact(out, moment);
}

fn exact(out: &mut Saying, moment: Moment) {
    let before = match moment.precision {
        // The notation counts a year 0, so that tens of years before Christ are no decades.
        Precision::Decade | Precision::Century if is_bc(moment.year) => {
            out.push("a year of ");
            let [first, last] = reach(moment);
            return stretch(out, first, last);
        }
        Precision::Century => "the century from ",
        Precision::Decade => "the ",
        Precision::SomeMonth => "a month of ",
        Precision::SomeDay | Precision::SomeDayOf(_) => "a day of ",
        Precision::Season(Season::Spring) => "spring ",
        Precision::Season(Season::Summer) => "summer ",
        Precision::Season(Season::Autumn) => "autumn ",
        Precision::Season(Season::Winter) => "winter ",
        Precision::Year | Precision::Month(_) | Precision::Day(..) => "",
    };
    out.push(before);
    out.whole(moment);
    if moment.precision == Precision::Decade {
        out.push("s");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::Placement;

    #[test]
    fn each_kind_of_date_reads_as_what_it_is() {
        for (edtf, words) in [
            ("1992-03-23", "23 March 1992"),
            ("2023-06", "June 2023"),
            ("2006", "2006"),
            ("199X", "the 1990s"),
            ("19XX", "the century from 1900"),
            ("2001-21", "spring 2001"),
            ("2004-XX", "a month of 2004"),
            ("2004-06-XX", "a day of June 2004"),
            ("-0044", "45 BC"),
            ("2025-10~", "about October 2025"),
            ("2015-08?", "possibly August 2015"),
            ("2015%", "possibly about 2015"),
            ("2006-05-10/2006-05-12", "10–12 May 2006"),
            ("2007-06-26/2007-07-03", "26 June to 3 July 2007"),
            ("2018/2020", "2018–2020"),
            ("2018~/2020", "about 2018 to 2020"),
            ("2018/..", "since 2018"),
            ("../2018", "until 2018"),
            ("2018/", "from 2018, end unknown"),
            ("/2018", "until 2018, start unknown"),
            ("[2006,2007]", "2006 or 2007"),
            ("[2025-05..2025-12-02]", "between May and 2 December 2025"),
            (
                "[2015-07-31..2015-08-07]",
                "between 31 July and 7 August 2015",
            ),
            ("[..1984]", "1984 or before"),
            ("[2024..]", "2024 or after"),
            ("2025-05/2025-07", "May to July 2025"),
            (
                "2006-12-30/2007-01-02",
                "30 December 2006 to 2 January 2007",
            ),
            ("-0044/0014", "45 BC to 14"),
            ("-0043/-0030", "44–31 BC"),
            ("-199X", "a year of 2000–1991 BC"),
        ] {
            assert_eq!(date(&edtf.parse().unwrap()), words, "{edtf}");
        }
    }

    #[test]
    fn counts_agree_with_their_noun() {
        assert_eq!(PHRASES.pin("Baku", 1), "Baku, 1 event");
        assert_eq!(PHRASES.pin("Baku", 25), "Baku, 25 events");
        assert_eq!((PHRASES.shown)(23, 60), "23 of 60 events");
    }

    #[test]
    fn a_place_says_how_it_is_known() {
        let words = |placement| PHRASES.whereabouts(placement, &["Baku"], &["Azerbaijan"]);
        assert_eq!(words(Placement::Stated), "Baku");
        assert_eq!(words(Placement::Inferred), "Baku (place inferred)");
        assert_eq!(words(Placement::Country), "Azerbaijan (country only)");
        assert_eq!(words(Placement::BothCountries), "Azerbaijan");
    }
}
