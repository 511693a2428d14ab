//! Korean: its phrases.

mod date;

use super::Phrases;
#[cfg(any(feature = "words", not(target_arch = "wasm32")))]
use super::words::{Form, Words};
use crate::story::Lang;

/// Its words, in a page only as lines (see [`brought`](super::brought)).
#[cfg(any(feature = "words", not(target_arch = "wasm32")))]
pub(super) const WORDS: Words = Words {
    page_title: Form::new("_: 지도로 보는 이야기"),
    counts: [Form::new("_ 건"), Form::new("_ 건")],
    several: Form::new("장소 _곳, _: _"),
    map: "지도",
    events: "항목",
    map_controls: "지도 조작",
    zoom_in: "확대",
    zoom_out: "축소",
    show_all_places: "모든 장소 보기",
    move_north: "북쪽으로 이동",
    move_south: "남쪽으로 이동",
    move_west: "서쪽으로 이동",
    move_east: "동쪽으로 이동",
    wheel_hint: "확대하거나 축소하려면 Ctrl 또는 ⌘ 키를 누른 채 휠을 돌리십시오",
    finger_hint: "지도를 움직이려면 두 손가락을 사용하십시오",
    about_map: "이 지도에 대하여",
    all_events: "모든 항목 보기",
    more_events: "항목 더 보기",
    more_list: "목록 크게 보기",
    less_list: "목록 작게 보기",
    nothing: "선택한 조건에 맞는 항목이 없습니다.",
    only_topic: Form::new("_만 보기"),
    undated_count: Form::new("날짜 미상 _건"),
    length: Form::new("_km"),
    distance: Form::new("대권 거리 약 _"),
    on_this_day: Form::new("_ 오늘:"),
    as_of: Form::new("_ 기준"),
    citation: Form::new("‘_’(_). _ _ (검색일: _)"),
    remarks: ["(장소 추정)", "(국가만 표시)"],
    topics: "주제",
    all_topics: "주제 전체 선택",
    no_topics: "주제 전체 해제",
    timeline: "연표",
    from: "시작 연도",
    to: "끝 연도",
    known: ["날짜 확인", "대략", "계속"],
    search: "항목 검색",
    find: "검색",
    play_tour: "둘러보기 시작",
    pause_tour: "둘러보기 일시 정지",
    pace: "속도",
    paces: ["느리게", "보통", "빠르게"],
    language: "언어",
    undated: "출처에 날짜 없음",
    previous_event: "이전 항목",
    next_event: "다음 항목",
    copy_link: "링크 복사",
    copy_citation: "인용 정보 복사",
    related: "관련 항목",
    share: "공유",
    copied: "복사했습니다",
    not_copied: "브라우저에서 복사를 허용하지 않았습니다",
    save: "저장",
    save_as: [
        "지도를 SVG로 저장",
        "항목을 CSV로 저장",
        "항목을 GeoJSON으로 저장",
        "항목을 캘린더로 저장",
    ],
    not_saved: "파일을 만들지 못했습니다",
    people: "인물",
    organisations: "기관·단체",
    sources: "출처",
    inferences: ["(연도 추정)", "(날짜 추정)"],
    statuses: ["완료", "진행 중", "예정", "논의 중"],
    seas: [
        "아라비아해",
        "북극해",
        "발트해",
        "바렌츠해",
        "벵골만",
        "흑해",
        "카스피해",
        "동중국해",
        "동해",
        "인도양",
        "지중해",
        "북해",
        "대서양",
        "태평양",
        "오호츠크해",
        "홍해",
        "남중국해",
        "황해",
    ],
};

/// The words of Korean.
pub static PHRASES: Phrases = Phrases {
    lang: Lang::Ko,
    own_name: "한국어",
    shown: |shown, all| {
        let [shown, all] = [shown, all].map(|count| PHRASES.number(count));
        ["항목 ", &all, "건 중 ", &shown, "건"].concat()
    },
    date: date::in_words,
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::Placement;

    #[test]
    fn events_are_counted_with_their_counter() {
        assert_eq!(PHRASES.pin("바쿠", 25), "바쿠, 25 건");
        assert_eq!((PHRASES.shown)(23, 60), "항목 60건 중 23건");
    }

    #[test]
    fn a_place_says_how_it_is_known() {
        let words = |placement| {
            PHRASES.whereabouts(placement, &["바쿠", "서울"], &["아제르바이잔", "한국"])
        };
        assert_eq!(words(Placement::Stated), "바쿠 및 서울");
        assert_eq!(words(Placement::Inferred), "바쿠 및 서울(장소 추정)");
        assert_eq!(
            words(Placement::Country),
            "아제르바이잔 및 한국(국가만 표시)"
        );
        assert_eq!(words(Placement::BothCountries), "아제르바이잔 및 한국");
    }
}
