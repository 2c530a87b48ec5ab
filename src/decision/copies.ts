// Models that repeat one answer (a fixed seed, temperature 0, one recorded answer): their draws are copies, which count
// as one draw.
import type { Cell } from '../evaluation/cell.ts';
import { DRAWS_AN_ANSWER, type ComparisonKind } from '../evaluation/comparison.ts';
import type { Reason } from './decision.ts';

/** Repeated draws that are the first one again, word for word: of so many at least, this share. */
const LEAST_REPEATS = 8;
const LEAST_SHARE = 0.95;

type Answered = Pick<Cell, 'arm' | 'scenario' | 'model' | 'stage' | 'draw' | 'response'>;

/**
 * Slots whose repeated draws are copies of the first one. Of a cell whose answer is not known nothing is said, nor of draws that
 * were given the answer of the one before (see `answerName`).
 */
export function findCopying(all: readonly Answered[], kind: ComparisonKind): ReadonlySet<string> {
  const isOwn = ({ stage, draw }: Answered): boolean =>
    kind !== 'target' || stage !== 'confirm' || (draw - 1) % DRAWS_AN_ANSWER === 0;
  const cells = all.filter(isOwn);
  const first = new Map<string, string>();
  const counts = new Map<string, { repeats: number; same: number }>();
  for (const { arm, scenario, model, response } of cells) {
    if (response === '') continue;
    const place = `${arm}\n${model}\n${scenario}`;
    const known = first.get(place);
    if (known === undefined) {
      first.set(place, response);
      continue;
    }
    const count = counts.get(model) ?? { repeats: 0, same: 0 };
    counts.set(model, count);
    count.repeats += 1;
    count.same += Number(known === response);
  }
  const copying = [...counts].filter(
    ([, { repeats, same }]) => repeats >= LEAST_REPEATS && same >= LEAST_SHARE * repeats,
  );
  return new Set(copying.map(([model]) => model));
}

interface Copying {
  readonly kind: ComparisonKind;
  /** Slots whose draws are copies, and those that are compared. */
  readonly copying: ReadonlySet<string>;
  readonly compared: readonly string[];
  /** Judges whose rulings are copies, too. */
  readonly repeating: readonly string[];
}

/**
 * How copies count: `once` where every model copies; `beside-others` in rows with answers that are none; `by-ruling` with
 * `target`, where each of them is ruled on anew and it is the rulings that are compared.
 */
export type CopiesCounted = 'once' | 'beside-others' | 'by-ruling';

/** The notes about such models, which stand beside any verdict. */
export function copyNotes({ kind, copying, compared, repeating }: Copying): readonly Reason[] {
  const models = compared.filter((model) => copying.has(model));
  if (models.length === 0) return [];
  const counted: CopiesCounted =
    kind === 'target' && repeating.length === 0
      ? 'by-ruling'
      : models.length === compared.length
        ? 'once'
        : 'beside-others';
  return [{ code: 'copied-draws', args: { models, counted }, severity: 'notice' }];
}
