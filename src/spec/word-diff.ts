// Two texts as runs of words that stayed, went or came.
import { diffArrays } from 'diff';
import type { WordChange } from './change.ts';
import { tokenize } from './tokens.ts';

/** Edits beyond which two runs of lines are not compared further: Myers' algorithm takes time in their square. */
const MOST_LINE_EDITS = 2000;

/** The same for the words of one run of changed lines; more than this has little in common that is worth reading. */
const MOST_WORD_EDITS = 200;

type Kind = WordChange['kind'];

/**
 * The difference word by word, found line by line first; a run of lines that differs in more than 200 words and spaces
 * is shown as replaced. Joined, `same` and `removed` give `base` exactly, `same` and `added` give `head`.
 */
export function diffWords(base: string, head: string): readonly WordChange[] {
  const replaced: WordChange[] = [
    { kind: 'removed', text: base },
    { kind: 'added', text: head },
  ];
  const lines = diffTokens(splitLines(base), splitLines(head), MOST_LINE_EDITS) ?? replaced;
  const parts: WordChange[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const [line, next] = [lines[index]!, lines[index + 1]];
    if (line.kind === 'removed' && next?.kind === 'added') {
      parts.push(...(diffTokens(tokenize(line.text), tokenize(next.text), MOST_WORD_EDITS) ?? [line, next]));
      index += 1;
    } else parts.push(line);
  }
  return joinRuns(parts);
}

function diffTokens(base: string[], head: string[], maxEditLength: number): WordChange[] | undefined {
  if (countUnmatched(base, head) > maxEditLength) return undefined;
  const parts = diffArrays(base, head, { maxEditLength });
  return parts?.map(({ value, added, removed }) => ({ kind: kindOf(added, removed), text: value.join('') }));
}

/** Tokens without a partner wherever it stands: at least as many edits are needed, and counting them takes linear time. */
function countUnmatched(base: readonly string[], head: readonly string[]): number {
  const balance = new Map<string, number>();
  for (const token of base) balance.set(token, (balance.get(token) ?? 0) + 1);
  for (const token of head) balance.set(token, (balance.get(token) ?? 0) - 1);
  let unmatched = 0;
  for (const count of balance.values()) unmatched += Math.abs(count);
  return unmatched;
}

function kindOf(added: boolean, removed: boolean): Kind {
  if (added) return 'added';
  return removed ? 'removed' : 'same';
}

function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

/** One removed and one added run between two runs that stayed; a few signs or spaces that stayed do not part them. */
function joinRuns(parts: readonly WordChange[]): WordChange[] {
  const joined: WordChange[] = [];
  let removed = '';
  let added = '';
  const push = (kind: Kind, text: string): void => {
    const last = joined.at(-1);
    if (last?.kind === kind) joined[joined.length - 1] = { kind, text: last.text + text };
    else if (text !== '') joined.push({ kind, text });
  };
  const flush = (): void => {
    const tail = commonSpace(removed, added);
    push('removed', removed.slice(0, removed.length - tail.length));
    push('added', added.slice(0, added.length - tail.length));
    push('same', tail);
    removed = '';
    added = '';
  };
  parts.forEach(({ kind, text }, index) => {
    const between = kind === 'same' && index < parts.length - 1 && removed + added !== '' && isSlight(text);
    if (kind === 'same' && !between) {
      flush();
      push(kind, text);
    }
    if (kind === 'removed' || between) removed += text;
    if (kind === 'added' || between) added += text;
  });
  flush();
  return joined;
}

function isSlight(text: string): boolean {
  return text.trim().length <= 2 && !/[\p{L}\p{N}]/u.test(text);
}

/** The white space that both end with: it stayed. */
function commonSpace(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one.at(-1 - length) === other.at(-1 - length) && /\s/.test(one.at(-1 - length)!)) {
    length += 1;
  }
  return one.slice(one.length - length);
}
