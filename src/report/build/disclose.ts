// How much of scenarios and answers a report may show.

/** `ids`: no text of a scenario, answer or judge. `excerpts`: their beginnings. `full`: all of it. */
export type Disclosure = 'ids' | 'excerpts' | 'full';

const EXCERPT_CHARACTERS = 280;

/** A text as far as it may be shown; not for `ids`, which shows none. */
export function disclose(text: string, disclosure: 'excerpts' | 'full'): string {
  if (disclosure === 'full' || text.length <= EXCERPT_CHARACTERS) return text;
  // Not in the middle of a surrogate pair.
  const end = /[\uD800-\uDBFF]/.test(text[EXCERPT_CHARACTERS - 1]!) ? EXCERPT_CHARACTERS - 1 : EXCERPT_CHARACTERS;
  return `${text.slice(0, end)}…`;
}
