//! Azerbaijani: its phrases.

mod date;
mod suffix;

use super::{Citation, Phrases, Sea, grouped, list, whereabouts};
use crate::story::{Inferred, Lang, Status};

/// The words of Azerbaijani.
pub static PHRASES: Phrases = Phrases {
    lang: Lang::Az,
    own_name: "Azərbaycanca",

    map: "Xəritə",
    events: "Hadisələr",
    map_controls: "Xəritənin idarəsi",
    zoom_in: "Yaxınlaşdır",
    zoom_out: "Uzaqlaşdır",
    show_all_places: "Bütün yerləri göstər",
    move_north: "Şimala doğru",
    move_south: "Cənuba doğru",
    move_west: "Qərbə doğru",
    move_east: "Şərqə doğru",

    wheel_hint: "Miqyası dəyişmək üçün Ctrl və ya ⌘ düyməsini basıb saxlayaraq siçanın təkərini fırladın",
    finger_hint: "Xəritəni hərəkət etdirmək üçün iki barmaqdan istifadə edin",
    about_map: "Bu xəritə haqqında",
    kilometres: |km| format!("{km} km"),

    all_events: "Bütün hadisələri göstər",
    more_events: "Daha çox hadisə göstər",
    nothing: "Seçiminizə uyğun hadisə yoxdur.",
    topics: "Mövzular",
    all_topics: "Bütün mövzular",
    no_topics: "Heç biri",
    only_topic: |topic| format!("Yalnız {topic}"),
    timeline: "Zaman xətti",
    from: "Başlanğıc ili",
    to: "Bitmə ili",
    undated_count: |events| format!("{events} tarixsiz hadisə"),
    known: ["dəqiq tarix", "təxmini", "davam edir"],
    search: "Hadisələrdə axtarış",
    play_tour: "Turu başlat",
    pause_tour: "Turu saxla",
    pace: "Sürət",
    paces: ["Yavaş", "Orta", "Sürətli"],
    language: "Dil",
    undated: "Mənbələrdə tarix göstərilməyib",
    previous_event: "Əvvəlki hadisə",
    next_event: "Növbəti hadisə",
    copy_link: "Linki kopyala",
    copy_citation: "İstinadı kopyala",
    distance: |km| format!("Böyük dairə üzrə təxminən {} km", grouped(km, ".")),
    on_this_day: |year| format!("Tarixdə bu gün ({year}):"),
    related: "Əlaqəli hadisələr",
    share: "Paylaş",
    copied: "Kopyalandı",
    not_copied: "Brauzer kopyalamağa icazə vermədi",
    save: "Yadda saxla",
    save_as: [
        "Xəritəni SVG kimi yadda saxla",
        "Hadisələri CSV kimi yadda saxla",
        "Hadisələri GeoJSON kimi yadda saxla",
        "Hadisələri təqvim kimi yadda saxla",
    ],
    not_saved: "Faylı hazırlamaq mümkün olmadı",

    people: "Şəxslər",
    organisations: "Təşkilatlar",
    sources: "Mənbələr",

    // A counted noun stays in the singular.
    pin: |place, events| format!("{place}, {events} hadisə"),
    cluster: |places, events| {
        let number = places.len();
        format!("{number} yer, {events} hadisə: {}", places.join(", "))
    },
    shown: |shown, all| format!("{all} hadisədən {shown}-{}", suffix::of_them(shown)),
    date: date::in_words,
    year: date::year,
    inferred: |inferred| match inferred {
        Inferred::Year => "il dolayısı ilə müəyyən edilib",
        Inferred::Date => "tarix dolayısı ilə müəyyən edilib",
    },
    as_of: |day| format!("məlumatın tarixi: {}", date::in_words(day)),
    status: |status| match status {
        Status::Happened => "Baş verib",
        Status::Ongoing => "Davam edir",
        Status::Planned => "Planlaşdırılır",
        Status::UnderDiscussion => "Müzakirə olunur",
    },
    whereabouts: |placement, places, countries| {
        whereabouts(
            placement,
            [places, countries],
            |names| list(names, " və "),
            [" (yer dolayısı ilə müəyyən edilib)", " (yalnız ölkə)"],
        )
    },
    sea: |sea| match sea {
        Sea::Arabian => "Ərəb dənizi",
        Sea::Arctic => "Şimal Buzlu okeanı",
        Sea::Baltic => "Baltik dənizi",
        Sea::Barents => "Barens dənizi",
        Sea::Bengal => "Benqal körfəzi",
        Sea::Black => "Qara dəniz",
        Sea::Caspian => "Xəzər dənizi",
        Sea::EastChina => "Şərqi Çin dənizi",
        Sea::EastOfKorea => "Şərq dənizi / Yapon dənizi",
        Sea::Indian => "Hind okeanı",
        Sea::Mediterranean => "Aralıq dənizi",
        Sea::North => "Şimal dənizi",
        Sea::NorthAtlantic => "Atlantik okeanı",
        Sea::NorthPacific => "Sakit okean",
        Sea::Okhotsk => "Oxot dənizi",
        Sea::Red => "Qırmızı dəniz",
        Sea::SouthChina => "Cənubi Çin dənizi",
        Sea::Yellow => "Sarı dəniz",
    },
    citation: |Citation {
                   event,
                   when,
                   sources,
                   link,
                   today,
               }| {
        format!("“{event}” ({when}). {sources} {link} (müraciət tarixi: {today})")
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::Placement;

    #[test]
    fn a_number_takes_the_suffix_that_it_is_read_with() {
        assert_eq!((PHRASES.pin)("Bakı", 25), "Bakı, 25 hadisə");
        assert_eq!((PHRASES.shown)(23, 60), "60 hadisədən 23-ü");
        assert_eq!((PHRASES.shown)(6, 60), "60 hadisədən 6-sı");
    }

    #[test]
    fn a_place_says_how_it_is_known() {
        let words =
            |placement| (PHRASES.whereabouts)(placement, &["Bakı", "Seul"], &["Azərbaycan"]);
        assert_eq!(words(Placement::Stated), "Bakı və Seul");
        assert_eq!(
            words(Placement::Inferred),
            "Bakı və Seul (yer dolayısı ilə müəyyən edilib)"
        );
        assert_eq!(words(Placement::Country), "Azərbaycan (yalnız ölkə)");
        assert_eq!(words(Placement::BothCountries), "Azərbaycan");
    }
}
