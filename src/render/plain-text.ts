// Sentences as plain text, for formats that have no markup of their own.
import { joinSentence, type Sentence } from './sentence.ts';
import { visibleLine } from './visible-text.ts';

/** Names of people, models and files are shorter than this, in characters. */
const LONGEST_NAME = 120;

/** A sentence as one line; long names are shortened, and unseen characters in them become visible escapes. */
export function plainText(sentence: Sentence): string {
  return plainTextWithin(sentence, LONGEST_NAME);
}

/** The same where names may be longer, such as an error in a provider's own words. */
export function plainTextWithin(sentence: Sentence, longestName: number): string {
  return joinSentence(sentence, { words: (text) => text, name: (text) => visibleLine(text, longestName) });
}
