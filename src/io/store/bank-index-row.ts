// One row of a bank's index as a line of JSON: by place rather than by name, as there are half a million of them.
import type { LightRow } from '../../scenarios/light-bank.ts';
import type { Nudge } from '../../scenarios/scenario.ts';

type Heavy = LightRow['heavy'][number];
/** A row's long parts as the bits of a number. */
const BITS: readonly (readonly [Heavy, number])[] = [
  ['messages', 1],
  ['rubric1', 2],
  ['rubric2', 4],
  ['scored', 8],
];

/** One line of JSON: where the scenario lies in the bank, and what selection needs of it. */
export function writeIndexRow({ kept, heavy, place, line }: LightRow): string {
  const { id, clauses, topics, value1, value2, nudge, disagreement, source, group } = kept;
  const has = BITS.reduce((sum, [name, bit]) => (heavy.includes(name) ? sum + bit : sum), 0);
  const where = [place.offset, place.bytes, line, has];
  return JSON.stringify([id, ...where, clauses, topics, value1, value2, nudge, disagreement, source, group]);
}

/** Undefined for anything else than what was written; text that only looks like it is found out when its line is read. */
export function readIndexRow(cells: unknown): LightRow | undefined {
  if (!Array.isArray(cells) || cells.length !== 13) return undefined;
  const [id, offset, bytes, line, has, clauses, topics, value1, value2, nudge, disagreement, source, group] =
    cells as readonly unknown[];
  if (!isText(id) || !isCount(offset) || !isCount(bytes) || !isCount(line) || !isCount(has)) return undefined;
  if (!isTexts(clauses) || !isTexts(topics)) return undefined;
  if (!isTextOrNull(value1) || !isTextOrNull(value2) || !isTextOrNull(nudge)) return undefined;
  if (!isTextOrNull(source) || !isTextOrNull(group)) return undefined;
  if (disagreement !== null && typeof disagreement !== 'number') return undefined;
  return {
    kept: {
      id,
      ...(isText(value1) && { value1 }),
      ...(isText(value2) && { value2 }),
      ...(isText(nudge) && { nudge: nudge as Nudge }),
      ...(disagreement !== null && { disagreement }),
      ...(isText(source) && { source }),
      ...(isText(group) && { group }),
      clauses,
      topics,
    },
    heavy: BITS.flatMap(([name, bit]) => ((has & bit) === 0 ? [] : [name])),
    place: { offset, bytes },
    line,
  };
}

function isText(cell: unknown): cell is string {
  return typeof cell === 'string';
}

function isTextOrNull(cell: unknown): cell is string | null {
  return cell === null || typeof cell === 'string';
}

function isTexts(cell: unknown): cell is readonly string[] {
  return Array.isArray(cell) && cell.every(isText);
}

function isCount(cell: unknown): cell is number {
  return Number.isSafeInteger(cell) && (cell as number) >= 0;
}
