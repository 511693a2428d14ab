//! Cldr: each language's table, from Unicode CLDR by `cargo xtask cldr`.

use super::table::Table;

pub(super) const EN: Table = Table {
    months: "January February March April May June July August September October November December",
    weekdays: "Sun Mon Tue Wed Thu Fri Sat",
    era: " BC",
    year: "yG",
    month: "M yG",
    day: "d M yG",
    day_of_year: "d M",
    dash: "–",
    wide_dash: " – ",
    group: ",",
    comma: ", ",
    and: " and ",
};

pub(super) const AZ: Table = Table {
    months: "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
    weekdays: "B. B.e. Ç.a. Ç. C.a. C. Ş.",
    era: "e.ə. ",
    year: "Gy",
    month: "GM y",
    day: "Gd M y",
    day_of_year: "d M",
    dash: "–",
    wide_dash: " – ",
    group: ".",
    comma: ", ",
    and: " və ",
};

pub(super) const KO: Table = Table {
    months: "1월 2월 3월 4월 5월 6월 7월 8월 9월 10월 11월 12월",
    weekdays: "(일) (월) (화) (수) (목) (금) (토)",
    era: "기원전 ",
    year: "Gy년",
    month: "Gy년 M",
    day: "Gy년 M d일",
    day_of_year: "M d일",
    dash: "~",
    wide_dash: "~",
    group: ",",
    comma: ", ",
    and: " 및 ",
};

/// What stands after a number of hundredths, by language.
pub(super) const PERCENT: [&str; 3] = ["%", "%", "%"];

/// The capital letters in their order.
pub(super) const EN_ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// The capital letters in their order.
pub(super) const AZ_ALPHABET: &str = "ABCÇDEƏFGĞHXIİJKQLMNOÖPRSŞTUÜVYZW";
