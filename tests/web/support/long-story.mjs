// A story of any length that reads like one: its words are those of our own story, told anew each time.

import { readFileSync } from "node:fs";

const own = JSON.parse(readFileSync(new URL("../../../story/azerbaijan-korea.geojson", import.meta.url), "utf8"));
const FIRST_YEAR = 1926;
const YEARS = 100;
const PLACES = 48;

/** A story file of so many events, in English, at 48 places round the world; always the same one. */
export function longStory(events) {
  const random = dice();
  const one = (list) => list[Math.floor(random() * list.length)];
  const sentences = own.features.flatMap(({ properties }) => properties.text.en.split(/(?<=\.) /));
  const titles = own.features.map(({ properties }) => properties.title.en);
  const [people, organisations] = ["people", "organisations"].map((who) => own.features.flatMap(({ properties }) => properties[who] ?? []));
  const places = Array.from({ length: PLACES }, (_, index) => ({
    id: `place-${index}`,
    name: { en: `${one(own.story.places).name.en} ${index}` },
    country: one(["AZ", "KR", "TR", "GE", "KZ", "JP", "DE", "BR", "ZA", "AU"]),
    coordinates: [round(360 * random() - 180), round(120 * random() - 55)],
  }));
  const sources = own.story.sources.map(({ id, publisher, title, language, url }) => ({ id, publisher, title, language, url }));
  const topics = own.story.topics.map(({ id, name: { en } }) => ({ id, name: { en } }));
  const feature = (index) => {
    const [at, to] = [one(places), one(places)];
    const travels = random() < 0.1 && at !== to;
    const year = FIRST_YEAR + Math.floor(YEARS * random() ** 0.5);
    const month = two(1 + Math.floor(12 * random()));
    const day = two(1 + Math.floor(28 * random()));
    const edtf = one([`${year}-${month}-${day}`, `${year}-${month}-${day}`, `${year}-${month}`, `${year}`, `${year}-${month}~`, `${year}/..`]);
    return {
      type: "Feature",
      id: `event-${index}`,
      geometry: travels ? { type: "LineString", coordinates: [at.coordinates, to.coordinates] } : { type: "Point", coordinates: at.coordinates },
      when: random() < 0.05 ? null : { edtf },
      properties: {
        title: { en: `${one(titles)} (${index})` },
        text: { en: [one(sentences), one(sentences), one(sentences)].join(" ") },
        places: travels ? [at.id, to.id] : [at.id],
        placement: one(["stated", "inferred"]),
        topics: [one(topics).id],
        status: one(["happened", "happened", "ongoing"]),
        people: random() < 0.3 ? [one(people)] : [],
        organisations: random() < 0.5 ? [one(organisations)] : [],
        sources: [one(sources).id],
      },
    };
  };
  const features = Array.from({ length: events }, (_, index) => feature(index));
  return { type: "FeatureCollection", story: { title: { en: "A long story" }, languages: ["en"], places, topics, sources }, features };
}

const round = (degrees) => Math.round(degrees * 1e4) / 1e4;
const two = (number) => String(number).padStart(2, "0");

/** Numbers from 0 to 1 that look like chance: a linear congruential generator (Numerical Recipes). */
function dice() {
  let seed = 1;
  return () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}
