// What the story says, read from its file: what the tests expect to see comes from here.

import { readFileSync } from "node:fs";

const file = new URL("../../../story/azerbaijan-korea.geojson", import.meta.url);
const { story, features } = JSON.parse(readFileSync(file, "utf8"));
const sources = new Map(story.sources.map((source) => [source.id, source]));

const event = ({ id, geometry, when, properties }) => ({
  id,
  title: properties.title.en,
  titles: properties.title,
  texts: properties.text,
  status: properties.status,
  edtf: when?.edtf,
  date: when && firstDate(when.edtf),
  isInferred: !!when?.inferred,
  isExact: !when?.inferred && /^\d{4}-\d\d-\d\d$/.test(when?.edtf),
  places: properties.places,
  countries: properties.countries ?? [],
  topics: properties.topics,
  years: when && namedYears(when.edtf),
  people: properties.people ?? [],
  route: geometry?.type === "LineString" ? geometry.coordinates : null,
  links: properties.sources.map((source) => sources.get(source).url),
  publishers: (lang) => properties.sources.map((source) => named(sources.get(source).publisher, lang)),
});

/** A name as a language writes it, where the story says how. */
const named = (name, lang) => story.names.find((names) => Object.values(names).includes(name))?.[lang] ?? name;

/** The first date that an EDTF text names, as precisely as HTML's `datetime` can say it. */
function firstDate(edtf) {
  return edtf.match(/\d{4}(-(0\d|1[0-2])(-\d{2})?)?/)[0];
}

/** The story's title in each language. */
export const titles = story.title;
/** The years that an EDTF text names, first and last. */
function namedYears(edtf) {
  const years = edtf.match(/\d{4}(?=-|[?~%]|\/|\.\.|\]|$)/g).map(Number);
  return [Math.min(...years), Math.max(...years)];
}

export const title = titles.en;
export const events = features.map(event);
export const dated = events.filter((event) => event.date);
export const undated = events.filter((event) => !event.date);
export const places = story.places.map(({ id, name }) => {
  const here = events.filter((event) => event.places.includes(id));
  return { id, name: name.en, events: here, pin: `${name.en}, ${counted(here.length)}` };
});

/** The places' names in each language, by id. */
export const names = Object.fromEntries(story.places.map(({ id, name }) => [id, name]));

export const topics = story.topics.map(({ id, name }) => ({ id, name: name.en, names: name }));

/** The name of a topic's switch when so many events are counted. */
export const topicSwitch = (id, shown) => `${topics.find((topic) => topic.id === id).name}, ${counted(shown.length)}`;

/** The events that name a year from one to another. */
export const between = (from, to) => dated.filter(({ years: [first, last] }) => last >= from && first <= to);

export const place = (id) => places.find((place) => place.id === id);
export const status = (shown) => `${shown} of ${counted(events.length)}`;

function counted(number) {
  return number === 1 ? "1 event" : `${number} events`;
}
