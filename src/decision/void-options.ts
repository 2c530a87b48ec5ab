// Which options of a policy cannot apply to a comparison, and why, so that no limit, margin or action is ignored
// silently.
import { BLOCKING_METRICS, METRICS, type BlockingMetric } from '../analysis/metrics.ts';
import type { ComparisonKind } from '../evaluation/comparison.ts';
import type { DecisionPolicy } from './policy.ts';

/** Why a metric is not measured, or cannot move. */
export type VoidReason =
  /** A spec that models are trained towards: both sides have the same answers, so nothing but rulings can move. */
  | 'same-answers'
  /** Two models are judged under one text. */
  | 'one-text'
  /** The edit changes what models read, and nothing that judges read of these scenarios. */
  | 'same-rules'
  | 'one-model'
  | 'two-models'
  /** It was decided after one draw of each side. */
  | 'one-draw'
  | 'one-judge'
  | 'no-classifier'
  | 'no-rubrics'
  /** A check that asks both sides anew scores nothing where models never see the spec. */
  | 'not-scored'
  | 'no-shared-clauses';

/** What a comparison has to measure with. */
export interface Means {
  readonly kind: ComparisonKind;
  readonly models: number;
  readonly judges: number;
  /** Whether answers can be scored: by a classifier, on scenarios with rubrics. */
  readonly scoring: 'possible' | 'no-classifier' | 'no-rubrics' | 'not-scored';
  /** Whether any two judges rest on a common clause; left out before they have ruled. */
  readonly sharesClauses?: boolean;
  /** Whether answers are judged under both texts; left out where no edit is at hand. */
  readonly bothTexts?: boolean;
}

export interface VoidOption {
  /** The option's path in the config: `limits.disagreement`. */
  readonly option: string;
  readonly why: VoidReason;
}

/** Fewer models than this have no "nearly all others" to stand apart from. */
export const FEWEST_MODELS = 3;

/** Undefined where the metric's level can be measured. */
export function whyUnmeasured(metric: BlockingMetric, means: Means): VoidReason | undefined {
  const { readOn, needs } = METRICS[metric];
  if (readOn === 'panel' && means.models < 2) return 'one-model';
  switch (needs) {
    case 'rulings':
      return undefined;
    case 'both texts':
      if (means.kind === 'model') return 'one-text';
      return means.bothTexts === false ? 'same-rules' : undefined;
    case 'two judges':
      return means.judges < 2 ? 'one-judge' : undefined;
    case 'shared clauses':
      if (means.judges < 2) return 'one-judge';
      return means.sharesClauses === false ? 'no-shared-clauses' : undefined;
    case 'scores':
      return means.scoring === 'possible' ? undefined : means.scoring;
    default:
      return needs satisfies never;
  }
}

/** Undefined where the metric can move. */
export function whyUnmoved(metric: BlockingMetric, means: Means): VoidReason | undefined {
  const isSame = means.kind === 'target' && METRICS[metric].needs === 'scores';
  return whyUnmeasured(metric, means) ?? (isSame ? 'same-answers' : undefined);
}

/**
 * Options that say something else than the default, or that have none, and cannot apply: a limit on what is not measured, a
 * margin for what cannot move, `fail` for what cannot get worse.
 */
export function findVoidOptions(
  { margins, limits, actions }: Pick<DecisionPolicy, 'margins' | 'limits' | 'actions'>,
  means: Means,
): readonly VoidOption[] {
  const ofMetrics = BLOCKING_METRICS.flatMap((metric): VoidOption[] => {
    const { defaults } = METRICS[metric];
    const [unmeasured, unmoved] = [whyUnmeasured(metric, means), whyUnmoved(metric, means)];
    return [
      ...(unmeasured !== undefined && limits[metric] !== undefined
        ? [{ option: `limits.${metric}`, why: unmeasured }]
        : []),
      ...(unmoved !== undefined && margins[metric] !== defaults.margin
        ? [{ option: `margins.${metric}`, why: unmoved }]
        : []),
      ...(unmoved !== undefined && actions[metric] === 'fail' && defaults.action !== 'fail'
        ? [{ option: `actions.${metric}`, why: unmoved }]
        : []),
    ];
  });
  const isAlone = means.models < FEWEST_MODELS && actions.newOutliers === 'fail';
  return [...ofMetrics, ...(isAlone ? [{ option: 'actions.newOutliers', why: 'two-models' } as const] : [])];
}
