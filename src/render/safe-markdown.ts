// Untrusted text in GitHub Markdown: as code or as plain text, never as anything that acts. Everything a model, a spec, a
// bank or a person wrote passes through here on its way into a comment or a job summary.
import { clip, visibleLine, visibleText } from './visible-text.ts';
import { joinSentence, type Sentence } from './sentence.ts';

/** The most characters an id may take; longer ones are cut. */
const LONGEST_NAME = 120;
const BREAK = '\u200b';

/**
 * One line of text in a code span, where GitHub makes no mentions, references, links or emoji. A pipe would end a table
 * cell even inside code, so it is shown as a broken bar.
 */
export function codeSpan(text: string, most = LONGEST_NAME): string {
  const line = visibleLine(text, most).replaceAll('|', '¦') || '(empty)';
  const fence = '`'.repeat(longestRun(line) + 1);
  return longestRun(line) === 0 ? `\`${line}\`` : `${fence} ${line} ${fence}`;
}

/** Lines of text in a fenced block of its own, between blank lines. `most` cuts the text, in characters. */
export function fencedBlock(text: string, most = 4000): string {
  const body = clip(visibleText(text), most);
  const fence = '`'.repeat(Math.max(3, longestRun(body) + 1));
  return `\n${fence}text\n${body}\n${fence}\n`;
}

/**
 * One line of untrusted text as plain text. Markdown is escaped; GitHub's own conversions, which run after Markdown and so
 * see through escapes (mentions, #1, owner/repo@sha, bare links, :emoji:), are broken by a zero-width space of ours.
 */
export function escapeText(text: string, most = 400): string {
  return visibleLine(text, most)
    .replaceAll(/[\\`*_{}[\]()<>#+\-.!|~&$^=:@/]/g, (mark) => `\\${mark}`)
    .replaceAll(/\\[@#:/]/g, (escaped) => `${escaped}${BREAK}`)
    .replaceAll(/www(?=\\\.)|gh(?=\\-)/gi, (word) => `${word}${BREAK}`)
    .replaceAll(/[0-9a-f]{7,}/gi, (hex) => hex.replaceAll(/.{6}(?=.)/g, (six) => `${six}${BREAK}`));
}

/** A sentence: our words as they are, names as code spans. */
export function markdownSentence(sentence: Sentence): string {
  return joinSentence(sentence, { words: (text) => text, name: (text) => codeSpan(text) });
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
