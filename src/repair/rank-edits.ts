// The order in which edits are listed: repairs first, of these the one that brings the most for the fewest words.
import type { EditStatus, RepairEdit } from './repair-report.ts';

const RANK: Readonly<Record<EditStatus, number>> = {
  repair: 0,
  undecided: 1,
  broken: 2,
  'no fall': 3,
  untested: 4,
  refused: 5,
};

type Unnumbered = Omit<RepairEdit, 'number'>;

/** Falls that differ by less than this count as equal; then the edit with fewer words comes first. */
const ALIKE = 0.02;

export function rankEdits(edits: readonly Unnumbered[]): readonly Unnumbered[] {
  return edits.toSorted(
    (a, b) =>
      RANK[a.status] - RANK[b.status] ||
      stepOf(a) - stepOf(b) ||
      (a.words ?? Infinity) - (b.words ?? Infinity) ||
      (a.diff < b.diff ? -1 : 1),
  );
}

function stepOf({ fall }: Unnumbered): number {
  return fall === undefined ? 0 : Math.round(fall.change / ALIKE);
}
