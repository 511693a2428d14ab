//! Countries: their names by ISO 3166-1 code, from Unicode CLDR by `cargo xtask cldr`.

/// The codes of all lists.
pub(super) const CODES: &str = "\
AE AF AL AM AO AQ AR AT AU AZ BA BD BE BF BG BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH \
CI CL CM CN CO CR CU CY CZ DE DJ DK DO DZ EC EE EG EH ER ES ET FI FJ FK FR GA GB GE GH GL \
GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KP KR KW KZ LA \
LB LK LR LS LT LU LV LY MA MD ME MG MK ML MM MN MR MW MX MY MZ NA NC NE NG NI NL NO NP NZ \
OM PA PE PG PH PK PL PR PS PT PY QA RO RS RU RW SA SB SD SE SI SK SL SN SO SR SS SV SY SZ \
TD TF TG TH TJ TL TM TN TR TT TW TZ UA UG US UY UZ VE VN VU XK YE ZA ZM ZW";

/// In the order of the codes.
pub(super) const EN: &str = "\
United Arab Emirates
Afghanistan
Albania
Armenia
Angola
Antarctica
Argentina
Austria
Australia
Azerbaijan
Bosnia
Bangladesh
Belgium
Burkina Faso
Bulgaria
Burundi
Benin
Brunei
Bolivia
Brazil
Bahamas
Bhutan
Botswana
Belarus
Belize
Canada
Congo - Kinshasa
Central African Republic
Congo - Brazzaville
Switzerland
Côte d’Ivoire
Chile
Cameroon
China
Colombia
Costa Rica
Cuba
Cyprus
Czechia
Germany
Djibouti
Denmark
Dominican Republic
Algeria
Ecuador
Estonia
Egypt
Western Sahara
Eritrea
Spain
Ethiopia
Finland
Fiji
Falkland Islands
France
Gabon
UK
Georgia
Ghana
Greenland
Gambia
Guinea
Equatorial Guinea
Greece
Guatemala
Guinea-Bissau
Guyana
Honduras
Croatia
Haiti
Hungary
Indonesia
Ireland
Israel
India
Iraq
Iran
Iceland
Italy
Jamaica
Jordan
Japan
Kenya
Kyrgyzstan
Cambodia
North Korea
South Korea
Kuwait
Kazakhstan
Laos
Lebanon
Sri Lanka
Liberia
Lesotho
Lithuania
Luxembourg
Latvia
Libya
Morocco
Moldova
Montenegro
Madagascar
North Macedonia
Mali
Myanmar
Mongolia
Mauritania
Malawi
Mexico
Malaysia
Mozambique
Namibia
New Caledonia
Niger
Nigeria
Nicaragua
Netherlands
Norway
Nepal
New Zealand
Oman
Panama
Peru
Papua New Guinea
Philippines
Pakistan
Poland
Puerto Rico
Palestine
Portugal
Paraguay
Qatar
Romania
Serbia
Russia
Rwanda
Saudi Arabia
Solomon Islands
Sudan
Sweden
Slovenia
Slovakia
Sierra Leone
Senegal
Somalia
Suriname
South Sudan
El Salvador
Syria
Eswatini
Chad
French Southern Territories
Togo
Thailand
Tajikistan
Timor-Leste
Turkmenistan
Tunisia
Türkiye
Trinidad & Tobago
Taiwan
Tanzania
Ukraine
Uganda
US
Uruguay
Uzbekistan
Venezuela
Vietnam
Vanuatu
Kosovo
Yemen
South Africa
Zambia
Zimbabwe";

/// In the order of the codes.
pub(super) const AZ: &str = "\
Birləşmiş Ərəb Əmirlikləri
Əfqanıstan
Albaniya
Ermənistan
Anqola
Antarktika
Argentina
Avstriya
Avstraliya
Azərbaycan
Bosniya və Herseqovina
Banqladeş
Belçika
Burkina Faso
Bolqarıstan
Burundi
Benin
Bruney
Boliviya
Braziliya
Baham adaları
Butan
Botsvana
Belarus
Beliz
Kanada
Konqo - Kinşasa
Mərkəzi Afrika Respublikası
Konqo - Brazzavil
İsveçrə
Kotd’ivuar
Çili
Kamerun
Çin
Kolumbiya
Kosta Rika
Kuba
Kipr
Çexiya
Almaniya
Cibuti
Danimarka
Dominikan Respublikası
Əlcəzair
Ekvador
Estoniya
Misir
Qərbi Saxara
Eritreya
İspaniya
Efiopiya
Finlandiya
Fici
Folklend adaları
Fransa
Qabon
Birləşmiş Krallıq
Gürcüstan
Qana
Qrenlandiya
Qambiya
Qvineya
Ekvatorial Qvineya
Yunanıstan
Qvatemala
Qvineya-Bisau
Qayana
Honduras
Xorvatiya
Haiti
Macarıstan
İndoneziya
İrlandiya
İsrail
Hindistan
İraq
İran
İslandiya
İtaliya
Yamayka
İordaniya
Yaponiya
Keniya
Qırğızıstan
Kamboca
Şimali Koreya
Cənubi Koreya
Küveyt
Qazaxıstan
Laos
Livan
Şri-Lanka
Liberiya
Lesoto
Litva
Lüksemburq
Latviya
Liviya
Mərakeş
Moldova
Monteneqro
Madaqaskar
Şimali Makedoniya
Mali
Myanma
Monqolustan
Mavritaniya
Malavi
Meksika
Malayziya
Mozambik
Namibiya
Yeni Kaledoniya
Niger
Nigeriya
Nikaraqua
Niderland
Norveç
Nepal
Yeni Zelandiya
Oman
Panama
Peru
Papua-Yeni Qvineya
Filippin
Pakistan
Polşa
Puerto Riko
Fələstin
Portuqaliya
Paraqvay
Qətər
Rumıniya
Serbiya
Rusiya
Ruanda
Səudiyyə Ərəbistanı
Solomon adaları
Sudan
İsveç
Sloveniya
Slovakiya
Syerra-Leone
Seneqal
Somali
Surinam
Cənubi Sudan
Salvador
Suriya
Esvatini
Çad
Fransanın Cənub Əraziləri
Toqo
Tailand
Tacikistan
Şərqi Timor
Türkmənistan
Tunis
Türkiyə
Trinidad və Tobaqo
Tayvan
Tanzaniya
Ukrayna
Uqanda
ABŞ
Uruqvay
Özbəkistan
Venesuela
Vyetnam
Vanuatu
Kosovo
Yəmən
Cənub Afrika
Zambiya
Zimbabve";

/// In the order of the codes.
pub(super) const KO: &str = "\
아랍에미리트
아프가니스탄
알바니아
아르메니아
앙골라
남극 대륙
아르헨티나
오스트리아
오스트레일리아
아제르바이잔
보스니아 헤르체고비나
방글라데시
벨기에
부르키나파소
불가리아
부룬디
베냉
브루나이
볼리비아
브라질
바하마
부탄
보츠와나
벨라루스
벨리즈
캐나다
콩고-킨샤사
중앙 아프리카 공화국
콩고-브라자빌
스위스
코트디부아르
칠레
카메룬
중국
콜롬비아
코스타리카
쿠바
키프로스
체코
독일
지부티
덴마크
도미니카 공화국
알제리
에콰도르
에스토니아
이집트
서사하라
에리트리아
스페인
에티오피아
핀란드
피지
포클랜드 제도
프랑스
가봉
영국
조지아
가나
그린란드
감비아
기니
적도 기니
그리스
과테말라
기니비사우
가이아나
온두라스
크로아티아
아이티
헝가리
인도네시아
아일랜드
이스라엘
인도
이라크
이란
아이슬란드
이탈리아
자메이카
요르단
일본
케냐
키르기스스탄
캄보디아
북한
한국
쿠웨이트
카자흐스탄
라오스
레바논
스리랑카
라이베리아
레소토
리투아니아
룩셈부르크
라트비아
리비아
모로코
몰도바
몬테네그로
마다가스카르
북마케도니아
말리
미얀마
몽골
모리타니
말라위
멕시코
말레이시아
모잠비크
나미비아
뉴칼레도니아
니제르
나이지리아
니카라과
네덜란드
노르웨이
네팔
뉴질랜드
오만
파나마
페루
파푸아뉴기니
필리핀
파키스탄
폴란드
푸에르토리코
팔레스타인
포르투갈
파라과이
카타르
루마니아
세르비아
러시아
르완다
사우디아라비아
솔로몬 제도
수단
스웨덴
슬로베니아
슬로바키아
시에라리온
세네갈
소말리아
수리남
남수단
엘살바도르
시리아
에스와티니
차드
프랑스령 남방 지역
토고
태국
타지키스탄
동티모르
투르크메니스탄
튀니지
튀르키예
트리니다드 토바고
대만
탄자니아
우크라이나
우간다
미국
우루과이
우즈베키스탄
베네수엘라
베트남
바누아투
코소보
예멘
남아프리카
잠비아
짐바브웨";
