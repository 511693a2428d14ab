//! Files: the words of what a reader takes away, which the page itself does without.

use crate::story::Lang;

/// The words of one language.
#[derive(Debug)]
pub struct FileWords {
    /// The headings of a table's columns.
    pub columns: [&'static str; 12],
    /// What a calendar says of itself: how many events are in it, and how many have no exact day.
    pub calendar: fn(dated: usize, others: usize) -> String,
    /// Whose work the map is.
    pub credit: &'static str,
}

/// The words for a language.
pub fn words(lang: Lang) -> &'static FileWords {
    match lang {
        Lang::En => &EN,
        Lang::Az => &AZ,
        Lang::Ko => &KO,
    }
}

static EN: FileWords = FileWords {
    columns: [
        "ID",
        "Title",
        "Date",
        "Date (EDTF)",
        "Place",
        "Topics",
        "Status",
        "As of",
        "Text",
        "People",
        "Organisations",
        "Sources",
    ],
    calendar: |dated, others| {
        let have = |events| {
            if events == 1 {
                "event has"
            } else {
                "events have"
            }
        };
        let (first, second) = (have(dated), have(others));
        format!(
            "{dated} {first} an exact date and an entry here. {others} {second} none and no entry."
        )
    },
    credit: "Map: Natural Earth, Visionscarto",
};

static AZ: FileWords = FileWords {
    columns: [
        "ID",
        "Başlıq",
        "Tarix",
        "Tarix (EDTF)",
        "Yer",
        "Mövzular",
        "Status",
        "Məlumatın tarixi",
        "Mətn",
        "Şəxslər",
        "Təşkilatlar",
        "Mənbələr",
    ],
    calendar: |dated, others| {
        format!(
            "Bu təqvimdə tarixi günədək məlum olan {dated} hadisə var. Dəqiq günü məlum olmayan {others} hadisə daxil edilməyib."
        )
    },
    credit: "Xəritə: Natural Earth, Visionscarto",
};

static KO: FileWords = FileWords {
    columns: [
        "ID",
        "제목",
        "날짜",
        "날짜(EDTF)",
        "장소",
        "주제",
        "상태",
        "기준일",
        "내용",
        "인물",
        "기관·단체",
        "출처",
    ],
    calendar: |dated, others| {
        format!(
            "날짜가 정확히 알려진 항목 {dated}건을 담았습니다. 정확한 날짜를 알 수 없는 항목 {others}건은 제외했습니다."
        )
    },
    credit: "지도: Natural Earth, Visionscarto",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_agree_with_their_noun() {
        assert_eq!(
            (EN.calendar)(1, 1),
            "1 event has an exact date and an entry here. 1 event has none and no entry."
        );
        assert_eq!(
            (EN.calendar)(2, 0),
            "2 events have an exact date and an entry here. 0 events have none and no entry."
        );
    }
}
