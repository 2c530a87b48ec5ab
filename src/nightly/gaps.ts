// What a night could not compare. It is said clearly, since "steady" means little where nothing was compared.
import type { NightDecision, NightInput } from './decision/decide.ts';
import { MOST_MISSING } from '../decision/bounds.ts';
import type { NightCell } from './decision/record.ts';
import type { NightGap } from './report/report.ts';
import { hasRubrics, type Scenario } from '../scenarios/scenario.ts';
import { sentinelAnswers } from './suspects.ts';

/** Below this share of the anchor's answers a comparison says little. */
const LEAST_COMPARED = 0.5;

/** How many of tonight's answers that can be scored were; undefined without a classifier or rubrics. */
export function countScored(
  cells: readonly NightCell[],
  { asked, classifier }: { readonly asked: readonly Scenario[]; readonly classifier: unknown },
): { readonly scored: number; readonly of: number } | undefined {
  const withRubrics = new Set(asked.filter(hasRubrics).map(({ id }) => id));
  if (classifier === undefined || withRubrics.size === 0) return undefined;
  const own = cells.filter(({ scenario, against }) => withRubrics.has(scenario) && against !== 'missing');
  return { scored: own.filter(({ type }) => type !== undefined).length, of: own.length };
}

/** Whether so many scores are missing that rejections and disagreement would be those of the answers it could read. */
export function isSilent({ scored, of }: { readonly scored: number; readonly of: number }): boolean {
  return of - scored > MOST_MISSING * of;
}

/**
 * What of a night could not be compared: judges, models and the classifier of whom too few answers came. `scores`: how many of
 * tonight's answers the classifier placed.
 */
export function findNightGaps(
  input: NightInput,
  decision: NightDecision,
  scores: { readonly scored: number; readonly of: number } | undefined,
): readonly NightGap[] {
  const { anchor } = input.baseline;
  const wanted = sentinelAnswers(input, 1);
  const typed = new Set(
    anchor.cells.flatMap(({ model, scenario, draw, type }) =>
      type === undefined ? [] : [[model, scenario, draw].join('\n')],
    ),
  );
  const ofClassifier = wanted.filter(({ model, scenario, draw }) =>
    typed.has([model, scenario, draw].join('\n')),
  ).length;
  const judges = input.judges.flatMap((id): readonly NightGap[] => {
    const answers = decision.judges.find(({ judge }) => judge === id)?.answers ?? 0;
    return answers > 0 && answers >= LEAST_COMPARED * wanted.length
      ? []
      : [{ kind: 'judge', id, answers, of: wanted.length }];
  });
  const models = decision.metrics.flatMap(({ metric, subject, tonight }): readonly NightGap[] =>
    metric === 'nonCompliance' && tonight === undefined ? [{ kind: 'model', id: subject.models[0]! }] : [],
  );
  const silent: readonly NightGap[] = scores !== undefined && isSilent(scores) ? [{ kind: 'scores', ...scores }] : [];
  const { classifier } = input;
  const answers = decision.classifier?.answers ?? 0;
  const isCompared = classifier === undefined || (answers > 0 && answers >= LEAST_COMPARED * ofClassifier);
  const unseen: readonly NightGap[] = isCompared
    ? []
    : [{ kind: 'classifier', id: classifier, answers, of: ofClassifier }];
  return [...judges, ...unseen, ...silent, ...models];
}
