// How much of scenarios and answers a report may show.

/** `ids`: no text of a scenario, answer or judge. `excerpts`: their beginnings. `full`: all of it. */
export type Disclosure = 'ids' | 'excerpts' | 'full';

const EXCERPT_CHARACTERS = 280;

/** A text as far as it may be shown; not for `ids`, which shows none. */
export function disclose(text: string, disclosure: 'excerpts' | 'full'): string {
  if (disclosure === 'full' || text.length <= EXCERPT_CHARACTERS) return text;
  // Cut between code points, so that no half of a surrogate pair is left over.
  return `${[...text.slice(0, EXCERPT_CHARACTERS)].slice(0, -1).join('')}…`;
}
