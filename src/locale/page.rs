//! Page: the words of a page that holds a story in full, which the program does without.

use crate::story::Lang;

/// The words of one language.
#[derive(Debug)]
pub struct PageWords {
    /// What the page is about, in a sentence or two: how many events, and the places' names in a row.
    pub description: fn(events: usize, places: &str) -> String,
    /// The name of the list of places and years.
    pub contents: &'static str,
    /// Where an event is told that has a line here, too.
    pub told_under: fn(place: &str) -> String,
    /// What is said when the program has kept its reader waiting for long. It may still come.
    pub late: &'static str,
    /// The way to the page that writes the code for other pages.
    pub embed: &'static str,
}

/// The words for a language.
pub fn words(lang: Lang) -> &'static PageWords {
    match lang {
        Lang::En => &EN,
        Lang::Az => &AZ,
        Lang::Ko => &KO,
    }
}

static EN: PageWords = PageWords {
    description: |events, places| {
        format!(
            "A map, a timeline and {events} events, told through {places}. Each has its date, its place and its sources."
        )
    },
    contents: "Places and years",
    told_under: |place| format!("see {place}"),
    late: "The interactive map has not loaded yet. All events can be read here.",
    embed: "Put this story on your page",
};

static AZ: PageWords = PageWords {
    description: |events, places| {
        format!(
            "Xəritə, zaman xətti və {events} hadisə: {places}. Hər hadisənin tarixi, yeri və mənbələri göstərilib."
        )
    },
    contents: "Yerlər və illər",
    told_under: |place| format!("bax: {place}"),
    late: "İnteraktiv xəritə hələ yüklənməyib. Bütün hadisələri burada oxumaq olar.",
    embed: "Bu materialı səhifənizə yerləşdirin",
};

static KO: PageWords = PageWords {
    description: |events, places| {
        format!(
            "지도와 연표로 보는 항목 {events}건: {places}. 항목마다 날짜와 장소, 출처를 밝혔습니다."
        )
    },
    contents: "장소와 연도",
    told_under: |place| format!("‘{place}’ 참조"),
    late: "대화형 지도를 아직 불러오지 못했습니다. 모든 항목을 여기에서 읽을 수 있습니다.",
    embed: "이 이야기를 내 페이지에 넣기",
};
