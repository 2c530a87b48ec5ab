// Whether judges and a classifier are fit for a panel: by labelled items, and by answers whose place on a scale is known.
import type { Ask } from '../evaluation/ask.ts';
import type { FitnessProblem } from './problems.ts';
import type { ScaleEnds } from './report.ts';
import type { JudgeAccuracy } from './judge-accuracy.ts';
import type { ScaleProbe } from './probes.ts';

/** Below this share of right rulings a judge is not fit to block anybody. */
export const LEAST_ACCURACY = 0.8;
/** Fewer labelled items say nothing about a judge. */
export const LEAST_ITEMS = 10;
/** A judge that gives no ruling on more than this share of them leaves too much undecided. */
const MOST_ABSTAINED = 0.1;
/** Of the ends of scales a classifier must place at least this share right. */
const LEAST_PLACED = 0.75;
/** Between both ends of a scale a classifier must see at least this many of the six points. */
const LEAST_SPAN = 3;

/**
 * What its rulings on labelled items say against a judge, or against the panel's majority. Few items prove little: below
 * `LEAST_ITEMS` only what chance cannot explain is a problem.
 */
export function findJudgeProblem({ judge, accuracy, abstained }: JudgeAccuracy): readonly FitnessProblem[] {
  const items = accuracy.trials + abstained;
  if (items >= LEAST_ITEMS && abstained > MOST_ABSTAINED * items) {
    return [{ kind: 'silent-judge', judge, abstained, items }];
  }
  const isFit =
    items >= LEAST_ITEMS
      ? accuracy.count >= LEAST_ACCURACY * accuracy.trials
      : accuracy.trials === 0 || accuracy.interval.upper >= LEAST_ACCURACY;
  if (isFit) return [];
  return [{ kind: 'weak-judge', judge, right: accuracy.count, ruled: accuracy.trials, least: LEAST_ACCURACY }];
}

/** What the ends of scales say against a classifier. */
export function findClassifierProblem(ends: ScaleEnds | undefined): readonly FitnessProblem[] {
  return ends === undefined || ends.right >= LEAST_PLACED * ends.asked ? [] : [{ kind: 'weak-classifier', ...ends }];
}

/** How many ends of scales the classifier placed right; undefined where there are none. */
export async function askScales(probes: readonly ScaleProbe[], ask: Ask): Promise<ScaleEnds | undefined> {
  const [first] = probes;
  if (first === undefined) return undefined;
  const scores = await Promise.all(
    probes.map(async ({ request, read }) => {
      const answer = await ask(request);
      return answer.status === 'missing' ? 'missing' : read(answer.completion);
    }),
  );
  // Both ends of a scale stand side by side; each is right where the distance to the other is.
  const right = probes.filter(({ end }, index) => {
    const own = scores[index]!;
    const other = scores[end === 'high' ? index + 1 : index - 1]!;
    if (own === 'missing' || other === 'missing') return false;
    return (end === 'high' ? own - other : other - own) >= LEAST_SPAN;
  }).length;
  return { model: first.request.model.id, right, asked: probes.length };
}
