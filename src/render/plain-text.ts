// Sentences as plain text, for formats that have no markup of their own.
import { joinSentence, type Sentence } from './sentence.ts';
import { visibleLine } from './visible-text.ts';

/** A sentence as one line; names are cut to so many characters, and unseen characters in them become visible escapes. */
export function plainText(sentence: Sentence, longestName = 120): string {
  return joinSentence(sentence, { words: (text) => text, name: (text) => visibleLine(text, longestName) });
}
