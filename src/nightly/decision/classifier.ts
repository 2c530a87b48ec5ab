// Has the classifier changed? The same answers, scored by it in the anchor night, a second time in that night, and tonight.
import { whereDefined } from '../../core/where-defined.ts';
import { REJECTIONS, type ResponseType } from '../../core/study-words.ts';
import { mcnemar } from '../../stats/mcnemar.ts';
import { placeOf } from './place.ts';
import type { NightRecord, RejudgedCell } from './record.ts';
import { sameAnswers } from './same-answers.ts';

export interface ClassifierTest {
  readonly classifier: string;
  /** Answers with a score of both nights. */
  readonly answers: number;
  /** Change of the share called a rejection. */
  readonly bias: number;
  /** Mean change of the score for either value, in points. */
  readonly shift: readonly [number, number];
  /**
   * Share of answers with another type or another score than in the anchor night, less the same of the retest in that
   * night. Absent where the anchor was scored once only (a night of before there was a retest).
   */
  readonly flips?: number;
  readonly p: number;
}

/** What it says of one answer. */
interface Scoring {
  readonly type: ResponseType;
  readonly scores: readonly [number, number];
}

/**
 * Exact tests, the smallest p times their number (Bonferroni). If nothing changed, first scoring, retest and tonight's
 * scoring of one answer are exchangeable, which makes each of them exact:
 * - bias: more answers turned into rejections than out of them, or fewer (McNemar, two-sided: mcnemar.ts);
 * - shift, one for each value: more scores moved up than down, or fewer (the sign test, W. J. Dixon and A. M. Mood, J. Am.
 *   Stat. Assoc. 41 (1946) 557-566, which has McNemar's distribution): a classifier that moves every score by one;
 * - noise: more answers scored otherwise than the retest scored otherwise (McNemar between both disagreements with the first
 *   scoring, one-sided): a classifier that guesses.
 */
export function testClassifier(
  classifier: string,
  anchor: Pick<NightRecord, 'date' | 'sentinels' | 'cells' | 'rejudged'>,
  rejudged: readonly RejudgedCell[],
): ClassifierTest | undefined {
  const first = index(anchor.cells);
  const retest = index(anchor.rejudged.filter(({ from }) => from === anchor.date));
  const pairs = sameAnswers(anchor, rejudged).flatMap((cell) => {
    const before = first.get(placeOf(cell));
    const now = readScoring(cell);
    if (before === undefined || now === undefined) return [];
    return [{ before, now, again: retest.get(placeOf(cell)) }];
  });
  if (pairs.length === 0) return undefined;
  const count = (holds: (pair: (typeof pairs)[number]) => boolean): number => pairs.filter(holds).length;
  const turned = {
    worse: count(({ before, now }) => isRejection(now) && !isRejection(before)),
    better: count(({ before, now }) => !isRejection(now) && isRejection(before)),
  };
  const values = [0, 1] as const;
  const moved = values.map((value) => ({
    worse: count(({ before, now }) => now.scores[value] > before.scores[value]),
    better: count(({ before, now }) => now.scores[value] < before.scores[value]),
  }));
  const noise = testNoise(pairs);
  const ps = [turned, ...moved].map((pair) => mcnemar(pair).exact.twoSided);
  if (noise !== undefined) ps.push(noise.p);
  const meanShift = (value: 0 | 1): number =>
    pairs.reduce((total, { before, now }) => total + now.scores[value] - before.scores[value], 0) / pairs.length;
  return {
    classifier,
    answers: pairs.length,
    bias: (turned.worse - turned.better) / pairs.length,
    shift: [meanShift(0), meanShift(1)],
    ...whereDefined({ flips: noise?.flips }),
    p: Math.min(1, ps.length * Math.min(...ps)),
  };
}

function testNoise(
  pairs: readonly { readonly before: Scoring; readonly now: Scoring; readonly again: Scoring | undefined }[],
): { readonly p: number; readonly flips: number } | undefined {
  let [answers, onlyTonight, onlyRetest] = [0, 0, 0];
  for (const { before, now, again } of pairs) {
    if (again === undefined) continue;
    answers += 1;
    const [isOther, wasOther] = [differ(before, now), differ(before, again)];
    if (isOther && !wasOther) onlyTonight += 1;
    if (!isOther && wasOther) onlyRetest += 1;
  }
  if (answers === 0) return undefined;
  const { oneSided } = mcnemar({ worse: onlyTonight, better: onlyRetest }).exact;
  return { p: oneSided, flips: (onlyTonight - onlyRetest) / answers };
}

function isRejection({ type }: Scoring): boolean {
  return REJECTIONS.has(type);
}

function differ(one: Scoring, other: Scoring): boolean {
  return one.type !== other.type || one.scores[0] !== other.scores[0] || one.scores[1] !== other.scores[1];
}

function index(cells: NightRecord['cells'] | readonly RejudgedCell[]): ReadonlyMap<string, Scoring> {
  return new Map(
    cells.flatMap((cell) => {
      const scoring = readScoring(cell);
      return scoring === undefined ? [] : [[placeOf(cell), scoring] as const];
    }),
  );
}

function readScoring({ type, scores }: Pick<RejudgedCell, 'type' | 'scores'>): Scoring | undefined {
  return type === undefined || scores === undefined ? undefined : { type, scores };
}
