// Has a judge changed? The same answers, ruled on by it in the anchor night, a second time in that night, and tonight.
import { mcnemar } from '../../stats/mcnemar.ts';
import { placeOf } from './place.ts';
import type { NightRecord, RejudgedCell } from './record.ts';
import { sameAnswers } from './same-answers.ts';

export interface JudgeTest {
  readonly judge: string;
  /** Answers with all three rulings. */
  readonly answers: number;
  /** Change of the share ruled against. */
  readonly bias: number;
  /** Share ruled otherwise than in the anchor night, less the same of the retest in that night. */
  readonly flips: number;
  readonly p: number;
}

/**
 * Two exact tests, the smaller p doubled. Bias: does it turn more answers one way than the other (McNemar, two-sided)?
 * Noise: does it turn more answers than it did when it was asked twice in the anchor night (McNemar between tonight's and
 * the retest's disagreement with the first ruling, one-sided)? A judge that became a coin shows in the second only. If
 * nothing changed, first ruling, retest and tonight's ruling on one answer are exchangeable, so both are exact.
 */
export function testJudge(
  judge: string,
  anchor: NightRecord,
  rejudged: readonly RejudgedCell[],
): JudgeTest | undefined {
  const first = index(anchor.cells, judge);
  const retest = index(
    anchor.rejudged.filter(({ from }) => from === anchor.date),
    judge,
  );
  let [answers, worse, better, moved, retested, onlyTonight, onlyRetest] = [0, 0, 0, 0, 0, 0, 0];
  for (const cell of sameAnswers(anchor, rejudged)) {
    const place = placeOf(cell);
    const [before, again, now] = [first.get(place), retest.get(place), cell.rulings[judge]];
    if (before === undefined || again === undefined || now === undefined) continue;
    answers += 1;
    if (now && !before) worse += 1;
    if (!now && before) better += 1;
    if (now !== before) moved += 1;
    if (again !== before) retested += 1;
    if (now !== before && again === before) onlyTonight += 1;
    if (now === before && again !== before) onlyRetest += 1;
  }
  if (answers === 0) return undefined;
  const bias = mcnemar({ worse, better }).exact.twoSided;
  const noise = mcnemar({ worse: onlyTonight, better: onlyRetest }).exact.oneSided;
  return {
    judge,
    answers,
    bias: (worse - better) / answers,
    flips: (moved - retested) / answers,
    p: Math.min(1, 2 * Math.min(bias, noise)),
  };
}

function index(
  cells: readonly { scenario: string; model: string; draw: number; rulings: Readonly<Record<string, boolean>> }[],
  judge: string,
): ReadonlyMap<string, boolean> {
  return new Map(
    cells.flatMap((cell) => (cell.rulings[judge] === undefined ? [] : [[placeOf(cell), cell.rulings[judge]]])),
  );
}
