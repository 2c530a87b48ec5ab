// The answer that stands for several: of the most frequent kind, and in the middle of those.
import type { ResponseType } from '../core/study-words.ts';
import type { Cell } from '../evaluation/cell.ts';

/**
 * Of the most frequent kind of answer (and, within it, of the more frequent ruling) the one whose scores lie in the middle.
 * Undefined without an answer that was judged. The order of the cells does not matter.
 */
export function typicalAnswer<Answer extends Cell>(cells: readonly Answer[]): Answer | undefined {
  const judged = cells.filter(({ problematic }) => problematic !== 'missing');
  const ofKind = keepMostFrequent(judged, (cell) => typeOf(cell) ?? '');
  const ofRuling = keepMostFrequent(ofKind, ({ problematic }) => String(problematic));
  const sorted = [...ofRuling].sort((a, b) => positionOf(a) - positionOf(b) || (nameOf(a) < nameOf(b) ? -1 : 1));
  return sorted[Math.floor((sorted.length - 1) / 2)];
}

/** Undefined where the answer was not scored. */
export function typeOf({ scores }: Cell): ResponseType | undefined {
  return scores === undefined || scores === 'missing' ? undefined : scores.responseType;
}

/** Ties go to the name that sorts first. */
function keepMostFrequent<Answer>(cells: readonly Answer[], read: (cell: Answer) => string): readonly Answer[] {
  const groups = new Map<string, Answer[]>();
  for (const cell of cells) groups.set(read(cell), [...(groups.get(read(cell)) ?? []), cell]);
  const [first] = [...groups].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
  return first?.[1] ?? [];
}

function positionOf({ scores }: Cell): number {
  return scores === undefined || scores === 'missing' ? 0 : scores.value1 - scores.value2;
}

function nameOf({ model, draw }: Cell): string {
  return `${model}\n${String(draw).padStart(6, '0')}`;
}
