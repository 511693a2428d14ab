// Writes the code that puts the story on another page, and shows what it does.

const WORDS = {
  en: {
    title: "Put this story on your page",
    speaks: "Language of this page",
    intro: "Choose how it shall look, copy the code, and paste it where the story belongs.",
    kind: "Kind",
    element: "Part of your page",
    elementHint: "Two tags; the story takes the width of its place.",
    frame: "Frame that grows",
    frameHint: "As high as its story, and links to an event are your own page’s.",
    alone: "Frame without script",
    aloneHint: "For WordPress and other systems that take no scripts: it keeps its height and scrolls inside.",
    lang: "Language",
    place: "Place",
    everywhere: "All places",
    theme: "Colours",
    auto: "As the reader’s device",
    light: "Light",
    dark: "Dark",
    projection: "Map",
    globe: "Globe",
    flat: "Flat",
    height: "Height in pixels",
    code: "Code",
    copy: "Copy the code",
    sheet: "In your page’s stylesheet:",
    copied: "Copied",
    refused: "The browser did not allow copying. The code is selected: copy it by hand.",
    preview: "How it looks",
    weight: (kilobytes, requests) =>
      `A first view loads ${kilobytes} kB in ${requests} requests, all from the server of these files. No cookies, no one else is asked for anything.`,
    read: "Read the story",
  },
  az: {
    title: "Bu materialı səhifənizə yerləşdirin",
    speaks: "Bu səhifənin dili",
    intro: "Görünüşünü seçin, kodu kopyalayın və materialın olacağı yerə yapışdırın.",
    kind: "Növ",
    element: "Səhifənizin bir hissəsi",
    elementHint: "İki teq; material yerləşdiyi yerin enini tutur.",
    frame: "Böyüyən çərçivə",
    frameHint: "Hündürlüyü materiala uyğunlaşır, hadisə linkləri sizin səhifənizə aparır.",
    alone: "Skriptsiz çərçivə",
    aloneHint: "WordPress və skript qəbul etməyən digər sistemlər üçün: hündürlüyü dəyişmir, daxildə sürüşür.",
    lang: "Dil",
    place: "Yer",
    everywhere: "Bütün yerlər",
    theme: "Rənglər",
    auto: "Oxucunun cihazındakı kimi",
    light: "Açıq",
    dark: "Tünd",
    projection: "Xəritə",
    globe: "Qlobus",
    flat: "Yastı",
    height: "Hündürlük, piksel",
    code: "Kod",
    copy: "Kodu kopyala",
    sheet: "Səhifənizin CSS faylında:",
    copied: "Kopyalandı",
    refused: "Brauzer kopyalamağa icazə vermədi. Kod seçilib: onu özünüz kopyalayın.",
    preview: "Görünüşü",
    weight: (kilobytes, requests) =>
      `İlk baxışda ${requests} sorğu ilə ${kilobytes} kB yüklənir, hamısı bu faylların serverindən. Kuki yoxdur, başqa heç kimə sorğu göndərilmir.`,
    read: "Materialı oxuyun",
  },
  ko: {
    title: "이 이야기를 내 페이지에 넣기",
    speaks: "이 페이지의 언어",
    intro: "모양을 고르고 코드를 복사해 이야기를 넣을 자리에 붙여 넣으십시오.",
    kind: "방식",
    element: "페이지의 일부",
    elementHint: "태그 두 개면 됩니다. 이야기가 놓인 자리의 너비에 맞춰집니다.",
    frame: "높이가 늘어나는 프레임",
    frameHint: "높이가 이야기에 맞춰지고, 항목 링크는 내 페이지의 주소가 됩니다.",
    alone: "스크립트 없는 프레임",
    aloneHint: "워드프레스처럼 스크립트를 받지 않는 시스템에 씁니다. 높이는 그대로이고 안에서 스크롤됩니다.",
    lang: "언어",
    place: "장소",
    everywhere: "모든 장소",
    theme: "색상",
    auto: "독자의 기기 설정대로",
    light: "밝게",
    dark: "어둡게",
    projection: "지도",
    globe: "지구본",
    flat: "평면",
    height: "높이(픽셀)",
    code: "코드",
    copy: "코드 복사",
    sheet: "내 페이지의 CSS 파일에:",
    copied: "복사했습니다",
    refused: "브라우저에서 복사를 허용하지 않았습니다. 코드를 선택해 두었으니 직접 복사하십시오.",
    preview: "미리 보기",
    weight: (kilobytes, requests) =>
      `처음 볼 때 요청 ${requests}건으로 ${kilobytes}kB를 불러오며, 모두 이 파일들이 있는 서버에서 옵니다. 쿠키가 없고 다른 곳에는 아무것도 요청하지 않습니다.`,
    read: "이야기 읽기",
  },
};

/** The height in pixels that an element has by itself. */
const USUAL = 704;

/** What a page sets to another. */
const HEIGHT = "--story-map-height";

const facts = JSON.parse(document.getElementById("facts").textContent);
const { choices, code, copy, preview, speaks, told, weight } = Object.fromEntries(
  [...document.querySelectorAll("[id]")].map((element) => [element.id, element]),
);
const here = new URL(".", location.href).href;

const wanted = [new URLSearchParams(location.search).get("lang"), ...navigator.languages];
speaks.value = wanted.map((tag) => tag?.split("-")[0]).find((lang) => Object.hasOwn(WORDS, lang)) ?? "en";
choices.elements.lang.value = speaks.value;
for (const { id } of facts.places ?? []) choices.elements.place.append(new Option(id, id));

function escaped(text) {
  return text.replace(/[&"<]/g, (letter) => ({ "&": "&amp;", '"': "&quot;", "<": "&lt;" })[letter]);
}

/** The attributes that say something, as markup. */
function attributes(values) {
  const said = Object.entries(values).filter(([, value]) => value);
  return said.map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");
}

/** The code for what is chosen. */
function snippet({ kind, lang, place, theme, projection, height }) {
  const page = new URL(facts.folders?.[lang] ?? "", here);
  if (kind === "element") {
    // In a stylesheet, for a strict policy refuses what an attribute says of style.
    const rule = `<!-- ${WORDS[speaks.value].sheet} story-map { ${HEIGHT}: ${height}px } -->\n`;
    return `${Number(height) === USUAL ? "" : rule}<script type="module" src="${escaped(here)}story-map.js"></script>
<story-map${attributes({ lang, place, theme, projection })}><a href="${escaped(page.href)}">${escaped(WORDS[lang].read)}</a></story-map>`;
  }
  for (const [name, value] of Object.entries({ theme, projection })) if (value) page.searchParams.set(name, value);
  page.hash = place ? `place=${place}` : "";
  const title = facts.title?.[lang] ?? "";
  const allow = "clipboard-write; fullscreen; web-share";
  const words = attributes({ src: page.href, title, width: "100%", height, frameborder: "0", loading: "lazy", allow });
  if (kind === "alone") return `<iframe${words}></iframe>`;
  return `<iframe data-story-map${words}></iframe>
<script src="${escaped(here)}story-map-frame.js" defer></script>`;
}

/** Shows what the code does: the same element, without what a page's policy may forbid or what would wait. */
async function show({ kind, height }, markup) {
  const made = new DOMParser().parseFromString(markup, "text/html").querySelector("iframe, story-map");
  made.removeAttribute("loading");
  if (kind === "element") made.style.setProperty(HEIGHT, `${height}px`);
  preview.replaceChildren(made);
  if (kind === "element") await import(new URL("story-map.js", here));
}

function update() {
  if (!choices.reportValidity()) return;
  const chosen = Object.fromEntries(new FormData(choices));
  const text = snippet(chosen);
  const loads = facts.loads?.[chosen.kind]?.[chosen.lang];
  weight.textContent = loads ? WORDS[speaks.value].weight(Math.ceil(loads.bytes / 1000), loads.requests) : "";
  if (text === code.value) return;
  code.value = text;
  told.textContent = "";
  show(chosen, text);
}

function speak() {
  const words = WORDS[speaks.value];
  document.documentElement.lang = speaks.value;
  document.title = words.title;
  for (const element of document.querySelectorAll("[data-says]")) element.textContent = words[element.dataset.says];
  for (const { id, name } of facts.places ?? []) {
    choices.querySelector(`option[value="${id}"]`).textContent = name[speaks.value] ?? id;
  }
  told.textContent = "";
  update();
}

speaks.addEventListener("change", speak);
choices.addEventListener("change", update);
choices.addEventListener("submit", (event) => event.preventDefault());
copy.addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(code.value);
    told.textContent = WORDS[speaks.value].copied;
  } catch {
    code.select();
    told.textContent = WORDS[speaks.value].refused;
  }
});
speak();
