// Lexicon: which words a language has, by what the story and the interface say in it: what is none of a
// language's words must say which language it is.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { dist } from "./server.mjs";

const file = new URL("../../../story/azerbaijan-korea.geojson", import.meta.url);
const { story, features } = JSON.parse(readFileSync(file, "utf8"));
const SPOKEN = { AZ: "az", KR: "ko" };

/** What the page that writes the code for other pages says, in each language. */
const script = readFileSync(new URL("../../../static/embed.js", import.meta.url), "utf8");
export const EMBED = Function(`return ${/^const WORDS = (\{[^]*?^\});/m.exec(script)[1]}`)();

/** What is composed of words and numbers, and stands in no table; and signs. */
const COMPOSED = {
  en: `interactive only undated great circle about possibly between since until on this day in places event events as of km
    a story map timeline told through each has its date place and sources years see not loaded yet all can be read here
    put this story on your page natural earth visionscarto`,
  az: `yalnız tarixsiz hadisə hadisədən yer böyük çevrə üzrə təxminən tarixdə bu gün məlumatın tarixi il illər km
    xəritədə hadisələr xəritə zaman xətti hər hadisənin tarixi yeri və mənbələri göstərilib yerlər illər bax
    interaktiv hələ yüklənməyib bütün hadisələri burada oxumaq olar
    bu materialı səhifənizə yerləşdirin natural earth visionscarto
    ehtimal ki arasında cı ci cu cü ı i u ü sı si su sü`,
  ko: "km natural earth visionscarto",
};
const SIGNS = ["i"];

/** The months, and what of a year a month or a day in it is. */
function months(lang) {
  const name = new Intl.DateTimeFormat(lang, { month: "long", timeZone: "UTC" });
  const names = Array.from({ length: 12 }, (_, month) => name.format(Date.UTC(2001, month)));
  return lang === "az" ? names.flatMap((name) => ["", ..."ıiuü"].map((ending) => name + ending)) : names;
}

/** The words of each language, by its tag. A person is called the same where a language has no other form. */
export const lexicon = Object.fromEntries(["en", "az", "ko"].map((lang) => [lang, new Set([...wordsOf(said(lang), lang), ...SIGNS])]));
for (const { title, language } of story.sources) {
  for (const word of wordsOf(title ?? "", language)) (lexicon[language] ??= new Set()).add(word);
}

/** The words of a text, in small letters: letters and the marks on them, and what joins them. */
export function wordsOf(text, lang) {
  return (text.normalize("NFC").match(/\p{L}[\p{L}\p{M}]*/gu) ?? []).map((word) => word.toLocaleLowerCase(lang));
}

/** Those words of a text that its language does not have. */
export function strange(text, lang) {
  const known = lexicon[lang] ?? new Set();
  // Korean puts its endings to a word; its own letters say whose it is.
  const own = (word) => known.has(word) || (lang === "ko" && /^[가-힣ㄱ-ㆎ]+$/.test(word));
  return wordsOf(text, lang).filter((word) => !own(word));
}

function said(lang) {
  const named = (name) => story.names.find((names) => (names.en ?? names.az ?? names.ko) === name)?.[lang];
  const events = features.flatMap(({ properties: { title, text, people = [], organisations = [] } }) => [
    title[lang],
    text[lang],
    ...people.map((name) => named(name) ?? name),
    ...organisations.map((name) => named(name) ?? name),
  ]);
  const places = story.places.flatMap(({ name, local_name, country }) => [name[lang], SPOKEN[country] === lang ? local_name : ""]);
  const publishers = story.sources.map(({ publisher }) => named(publisher) ?? (lang === "en" ? publisher : ""));
  const topics = story.topics.map(({ name }) => name[lang]);
  const names = ["English", "Azərbaycanca", "한국어"][["en", "az", "ko"].indexOf(lang)];
  return [...events, ...places, ...publishers, ...topics, story.title[lang], names, phrases(lang), embed(lang), COMPOSED[lang], ...months(lang)].join("\n");
}

function embed(lang) {
  return Object.values(EMBED[lang]).map((words) => (typeof words === "string" ? words : words(0, 0))).join("\n");
}

/** The interface's phrases, as the page is brought them: the end of the language's file. */
function phrases(lang) {
  const name = readdirSync(dist).find((name) => name.startsWith(`story-${lang}-`));
  const bytes = readFileSync(join(dist, name));
  const length = bytes.readUInt32LE(bytes.length - 4);
  return bytes.subarray(bytes.length - 4 - length, bytes.length - 4).toString("utf8");
}
