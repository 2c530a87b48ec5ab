// Findings as plain text, for formats that have no markup of their own.
import { writeParagraph } from './messages.ts';
import type { Finding } from './report.ts';
import { joinSentence, type Sentence } from './sentence.ts';
import { visibleLine } from './visible-text.ts';

/** A sentence as one line; names are shortened and without unseen characters. */
export function plainText(sentence: Sentence): string {
  return joinSentence(sentence, { words: (text) => text, name: (text) => visibleLine(text, 120) });
}

/** All a finding says, on one line. */
export function plainParagraph(finding: Finding): string {
  return plainText(writeParagraph(finding));
}
