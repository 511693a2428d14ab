// What the story says, read from its file: what the tests expect to see comes from here.

import { readFileSync } from "node:fs";

const file = new URL("../../../story/azerbaijan-korea.geojson", import.meta.url);
const { story, features } = JSON.parse(readFileSync(file, "utf8"));
const sources = new Map(story.sources.map((source) => [source.id, source]));

const event = ({ id, when, properties }) => ({
  id,
  title: properties.title.en,
  titles: properties.title,
  date: when && firstDate(when.edtf),
  isExact: !when?.inferred && /^\d{4}-\d\d-\d\d$/.test(when?.edtf),
  places: properties.places,
  countries: properties.countries ?? [],
  links: properties.sources.map((source) => sources.get(source).url),
});

/** The first date that an EDTF text names, as precisely as HTML's `datetime` can say it. */
function firstDate(edtf) {
  return edtf.match(/\d{4}(-(0\d|1[0-2])(-\d{2})?)?/)[0];
}

/** The story's title in each language. */
export const titles = story.title;
export const title = titles.en;
export const events = features.map(event);
export const dated = events.filter((event) => event.date);
export const undated = events.filter((event) => !event.date);
export const places = story.places.map(({ id, name }) => {
  const here = events.filter((event) => event.places.includes(id));
  return { id, name: name.en, events: here, pin: `${name.en}, ${counted(here.length)}` };
});

export const place = (id) => places.find((place) => place.id === id);
export const status = (shown) => `${shown} of ${counted(events.length)}`;

function counted(number) {
  return number === 1 ? "1 event" : `${number} events`;
}
