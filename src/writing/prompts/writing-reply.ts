// What the replies of the writing steps have in common: texts that must say something.

/** A query of this many characters is several pages; a model that writes more has lost the task. */
const LONGEST = 6000;

/** What came of one step for one scenario. A dropped one says why; reasons are counted. */
export type Written<T> =
  | { readonly status: 'written'; readonly value: T }
  | { readonly status: 'dropped'; readonly reason: string };

export function dropped(reason: string): { readonly status: 'dropped'; readonly reason: string } {
  return { status: 'dropped', reason };
}

/** A model's text as it goes into the bank; undefined for a blank or an endless one. */
export function cleanText(text: string): string | undefined {
  const clean = text.normalize('NFC').trim();
  return clean === '' || clean.length > LONGEST ? undefined : clean;
}
