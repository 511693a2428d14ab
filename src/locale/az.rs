//! Azerbaijani: its phrases.

mod date;
mod suffix;

use super::Phrases;
#[cfg(any(feature = "words", not(target_arch = "wasm32")))]
use super::words::{Form, Words};
use crate::story::Lang;

/// Its words, in a page only as lines (see [`brought`](super::brought)).
#[cfg(any(feature = "words", not(target_arch = "wasm32")))]
pub(super) const WORDS: Words = Words {
    page_title: Form::new("_: xəritədə hadisələr"),
    // A counted noun stays in the singular.
    counts: [Form::new("_ hadisə"), Form::new("_ hadisə")],
    several: Form::new("_ yer, _: _"),
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
    wheel_hint: "Miqyası dəyişmək üçün Ctrl və ya ⌘ düyməsini basıb təkərciyi fırladın",
    finger_hint: "Xəritəni hərəkət etdirmək üçün iki barmaqdan istifadə edin",
    about_map: "Bu xəritə haqqında",
    all_events: "Bütün hadisələri göstər",
    more_events: "Daha çox hadisə göstər",
    more_list: "Siyahını böyüt",
    less_list: "Siyahını kiçilt",
    nothing: "Seçiminizə uyğun hadisə yoxdur.",
    only_topic: Form::new("Yalnız _"),
    undated_count: Form::new("_ tarixsiz hadisə"),
    length: Form::new("_ km"),
    distance: Form::new("Böyük çevrə üzrə təxminən _"),
    on_this_day: Form::new("Tarixdə bu gün (_):"),
    as_of: Form::new("məlumatın tarixi: _"),
    citation: Form::new("“_” (_). _ _ (müraciət tarixi: _)"),
    remarks: [" (yer dolayısı ilə müəyyən edilib)", " (yalnız ölkə)"],
    topics: "Mövzular",
    all_topics: "Bütün mövzular",
    no_topics: "Heç biri",
    timeline: "Zaman xətti",
    from: "Başlanğıc ili",
    to: "Son il",
    known: ["dəqiq tarix", "təxmini", "davam edir"],
    search: "Hadisələrdə axtarış",
    find: "Axtarış",
    play_tour: "Turu başlat",
    pause_tour: "Turu dayandır",
    pace: "Sürət",
    paces: ["Yavaş", "Orta", "Sürətli"],
    language: "Dil",
    undated: "Mənbələrdə tarix göstərilməyib",
    previous_event: "Əvvəlki hadisə",
    next_event: "Növbəti hadisə",
    copy_link: "Linki kopyala",
    copy_citation: "İstinadı kopyala",
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
    inferences: [
        " (il dolayısı ilə müəyyən edilib)",
        " (tarix dolayısı ilə müəyyən edilib)",
    ],
    statuses: [
        "Baş verib",
        "Davam edir",
        "Planlaşdırılır",
        "Müzakirə olunur",
    ],
    seas: [
        "Ərəb dənizi",
        "Şimal Buzlu okeanı",
        "Baltik dənizi",
        "Barens dənizi",
        "Benqal körfəzi",
        "Qara dəniz",
        "Xəzər dənizi",
        "Şərqi Çin dənizi",
        "Şərq dənizi / Yapon dənizi",
        "Hind okeanı",
        "Aralıq dənizi",
        "Şimal dənizi",
        "Atlantik okeanı",
        "Sakit okean",
        "Oxot dənizi",
        "Qırmızı dəniz",
        "Cənubi Çin dənizi",
        "Sarı dəniz",
    ],
};

/// The words of Azerbaijani.
pub static PHRASES: Phrases = Phrases {
    lang: Lang::Az,
    own_name: "Azərbaycanca",
    shown: |shown, all| {
        let [all, number] = [PHRASES.counted(all), PHRASES.number(shown)];
        [&all, "dən ", &number, "-", suffix::of_them(shown)].concat()
    },
    date: date::in_words,
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::Placement;

    #[test]
    fn a_number_takes_the_suffix_that_it_is_read_with() {
        assert_eq!(PHRASES.pin("Bakı", 25), "Bakı, 25 hadisə");
        assert_eq!((PHRASES.shown)(23, 60), "60 hadisədən 23-ü");
        assert_eq!((PHRASES.shown)(6, 60), "60 hadisədən 6-sı");
    }

    #[test]
    fn a_place_says_how_it_is_known() {
        let words = |placement| PHRASES.whereabouts(placement, &["Bakı", "Seul"], &["Azərbaycan"]);
        assert_eq!(words(Placement::Stated), "Bakı və Seul");
        assert_eq!(
            words(Placement::Inferred),
            "Bakı və Seul (yer dolayısı ilə müəyyən edilib)"
        );
        assert_eq!(words(Placement::Country), "Azərbaycan (yalnız ölkə)");
        assert_eq!(words(Placement::BothCountries), "Azərbaycan");
    }
}
