// Sentences as plain text, for formats that have no markup of their own.
import { joinSentence, type Sentence } from './sentence.ts';
import { visibleLine } from './visible-text.ts';

/** A sentence as one line; names are shortened and without unseen characters. */
export function plainText(sentence: Sentence): string {
  return joinSentence(sentence, { words: (text) => text, name: (text) => visibleLine(text, 120) });
}
