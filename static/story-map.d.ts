// The types of <story-map>, for pages written in TypeScript.

/** What is chosen, and what passes. */
export interface StoryMapFilter {
  /** Ids of places; none for all. */
  place: string[];
  /** Ids of topics; null for all. */
  topics: string[] | null;
  /** Years; null for the story's own span. */
  from: number | null;
  to: number | null;
  /** What the reader searches for. */
  q: string;
}

/** Where the map looks: degrees, and steps of zoom, each twice as near as the one before; at 0 the equator is 256 pixels long. */
export interface StoryMapView {
  lon: number;
  lat: number;
  zoom: number;
}

export interface StoryMapState extends StoryMapFilter {
  /** The id of the chosen event. */
  event: string | null;
  /** The language on show. */
  lang: "en" | "az" | "ko";
  /** Where the map came to rest last: missing until it first does, a moment after `story-ready`. */
  view?: StoryMapView;
}

export interface StoryMapEventMap {
  /** The story is on show. */
  "story-ready": CustomEvent<null>;
  /** The reader chose another place or event: ids. */
  "story-select": CustomEvent<{ place: string | null; event: string | null }>;
  /** The reader changed what passes. */
  "story-filter": CustomEvent<StoryMapFilter>;
  /** The map came to rest where the reader moved it. */
  "story-view": CustomEvent<StoryMapView>;
  /** It cannot be shown; the element's own children are. */
  "story-error": CustomEvent<{ type: "load" | "crash"; message: string }>;
}

/** Properties of an attribute's name say what the attribute says; null removes it. */
export interface StoryMapElement extends HTMLElement {
  /** The parts to show, of `search topics timeline tour language share` with spaces between; else all. */
  controls: string | null;
  /** The id of the event that is shown as chosen. */
  event: string | null;
  /** The first year whose events are shown. */
  get from(): string | null;
  set from(year: string | number | null);
  /** Whether wheels and single fingers are the page's or the map's. */
  gestures: "cooperative" | "greedy" | null;
  /** Whether the page's address mirrors the state. */
  hash: boolean;
  /** Whether it waits until it is near the window. */
  loading: "eager" | "lazy" | null;
  /** The id of the place whose events are shown. */
  place: string | null;
  projection: "globe" | "flat" | null;
  /** The address of a story; else the one that comes with the program. */
  src: string | null;
  theme: "auto" | "light" | "dark" | null;
  /** The last year whose events are shown. */
  get to(): string | null;
  set to(year: string | number | null);
  /** The ids of the topics whose events are shown, with spaces between; else all. */
  topics: string | null;

  /** Resolves with the element when the story asked for last is on show; rejects when it cannot be. */
  readonly ready: Promise<StoryMapElement>;
  /** What is chosen and shown, once the story is. */
  readonly state: StoryMapState;
  /** A story of the page's own: what a story file holds, parsed. It goes before `src`. */
  story: object | null | undefined;
  /** Chooses the event with this id, as the attribute `event` does. */
  select(id: string): void;
  /** Turns the map to a place, without choosing anything; the zoom stays unless it is given. Rejects what is no place. */
  flyTo(view: { lon: number; lat: number; zoom?: number }): Promise<void>;

  addEventListener<Name extends keyof StoryMapEventMap>(
    type: Name,
    listener: (this: StoryMapElement, event: StoryMapEventMap[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "story-map": StoryMapElement;
  }
}
