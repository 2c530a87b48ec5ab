// Where in a clause's title and text words came and went, as places in them.
import type { ReportChange } from '../report.ts';

export interface TextMarks {
  /** Ranges of characters that are new, in order; `end` is not part of its range. */
  readonly added: readonly { readonly start: number; readonly end: number }[];
  /** What went, and the place it stood before, in order. */
  readonly removed: readonly { readonly at: number; readonly text: string }[];
}

export const NO_MARKS: TextMarks = { added: [], removed: [] };

/** Stands between title and text in a difference of words (spec/diff.ts). */
const BETWEEN = '\n\n';

/** Undefined where `words` is no difference of this title and text: then nothing can be placed. */
export function markWords(
  words: ReportChange['words'],
  { title, text }: { readonly title: string; readonly text: string },
): { readonly title: TextMarks; readonly text: TextMarks } | undefined {
  const whole = words.flatMap(({ kind, text: run }) => (kind === 'removed' ? [] : [run])).join('');
  if (whole !== (text === '' ? title : title + BETWEEN + text)) return undefined;
  const textFrom = title.length + BETWEEN.length;
  const { added, removed } = placeRuns(words, textFrom);
  return {
    title: { added: cut(added, 0, title.length), removed: removed.filter(({ at }) => at <= title.length) },
    text: {
      added: cut(added, textFrom, whole.length),
      removed: removed
        .filter(({ at }) => at > title.length)
        .map((run) => ({ ...run, at: Math.max(0, run.at - textFrom) })),
    },
  };
}

function placeRuns(words: ReportChange['words'], textFrom: number): TextMarks {
  const added: { start: number; end: number }[] = [];
  const removed: { at: number; text: string }[] = [];
  let at = 0;
  for (const { kind, text } of words) {
    if (kind === 'removed') {
      // What went from title and text at once stands in both.
      const end = at < textFrom ? text.indexOf(BETWEEN) : -1;
      removed.push({ at, text: end < 0 ? text : text.slice(0, end) });
      if (end >= 0) removed.push({ at: textFrom, text: text.slice(end + BETWEEN.length) });
      continue;
    }
    if (kind === 'added') added.push({ start: at, end: at + text.length });
    at += text.length;
  }
  return { added, removed };
}

/** The ranges between two places, counted from the first. */
function cut(ranges: TextMarks['added'], from: number, to: number): TextMarks['added'] {
  return ranges.flatMap(({ start, end }) => {
    const part = { start: Math.max(start, from) - from, end: Math.min(end, to) - from };
    return part.start < part.end ? [part] : [];
  });
}
