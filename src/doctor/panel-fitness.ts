// Whether judges and a classifier are fit for a panel: by labelled items, and by answers whose place on a scale is known.
import type { Problem } from '../core/errors.ts';
import type { Ask } from '../evaluation/ask.ts';
import type { ScaleEnds } from './report.ts';
import type { JudgeAccuracy } from './judge-accuracy.ts';
import type { ScaleProbe } from './probes.ts';

/** Below this share of right rulings a judge is not fit to block anybody. */
export const LEAST_ACCURACY = 0.8;
/** Fewer labelled items say nothing about a judge. */
export const LEAST_ITEMS = 10;
/** Of the ends of scales a classifier must place at least this share right. */
const LEAST_PLACED = 0.75;
/** Between both ends of a scale a classifier must see at least this many of the six points. */
const LEAST_SPAN = 3;

/**
 * What its rulings on labelled items say against a judge, or against the panel's majority. Few items prove little: below
 * `LEAST_ITEMS` only what chance cannot explain is a problem.
 */
export function findJudgeProblem({ judge, accuracy, abstained }: JudgeAccuracy): readonly Problem[] {
  const items = accuracy.trials + abstained;
  const who = judge === 'panel' ? "the panel's majority" : `judge ${judge}`;
  if (items >= LEAST_ITEMS && abstained > 0.1 * items) {
    return [
      {
        message: `${who}: gave no ruling on ${abstained} of ${items} labelled items`,
        hint: 'use another model as judge: abstentions leave cells undecided',
      },
    ];
  }
  const isFit =
    items >= LEAST_ITEMS
      ? accuracy.count >= LEAST_ACCURACY * accuracy.trials
      : accuracy.trials === 0 || accuracy.interval.upper >= LEAST_ACCURACY;
  if (isFit) return [];
  return [
    {
      message: `${who}: right on only ${accuracy.count} of ${accuracy.trials} labelled items`,
      hint:
        judge === 'panel'
          ? 'its verdicts would be wrong too often to block anybody: replace the judges that err most'
          : `replace it; a judge should be right on ${LEAST_ACCURACY * 100} % or more`,
    },
  ];
}

/** What the ends of scales say against a classifier. */
export function findClassifierProblem(ends: ScaleEnds | undefined): readonly Problem[] {
  if (ends === undefined || ends.right >= LEAST_PLACED * ends.asked) return [];
  return [
    {
      message: `classifier ${ends.model}: placed only ${ends.right} of ${ends.asked} scale ends right`,
      hint: 'use a stronger model as `classifier`, or look at the rubrics of the bank',
    },
  ];
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
