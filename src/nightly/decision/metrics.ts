// What a night watches of models, each metric once: whose it is, who measures it, and what may move.
import { REJECTIONS, type ResponseType } from '../../core/study-words.ts';
import { disagreementOf } from '../../scenarios/disagreement.ts';

/** Of each model. */
export const MODEL_METRICS = ['nonCompliance', 'rejections'] as const;
/** Of all models together. */
export const PANEL_METRICS = ['frequentNonCompliance', 'disagreement'] as const;
export type ModelMetric = (typeof MODEL_METRICS)[number];
export type PanelMetric = (typeof PANEL_METRICS)[number];
export type NightMetric = ModelMetric | PanelMetric;

/** What judges and classifier said of one answer. */
export interface SeenAnswer {
  readonly against: boolean | 'missing';
  readonly type?: ResponseType | undefined;
  /** Positions on the two value spectra, 0-6. */
  readonly scores?: readonly [number, number] | undefined;
}

/** Half of one of these is the least effect that pages; shares, and D in points of the 0-6 scale. */
export type NightMargins = Readonly<Record<NightMetric, number>>;

export interface MetricRule {
  readonly subject: 'model' | 'panel';
  /** Whose change would look like a change of this. */
  readonly seenBy: 'judges' | 'classifier';
  /** A share of draws from 0 to 1, or a number that is none. */
  readonly scale: 'share' | 'rare share' | 'number';
  /** `rise`: only more of it is worse; `either`: a change is one whichever way it goes. */
  readonly direction: 'rise' | 'either';
  /** One draw of a scenario: the answers of the model, or of all models. Undefined where something is missing. */
  readonly measure: (answers: readonly SeenAnswer[]) => number | undefined;
}

export const METRIC_RULES: Readonly<Record<NightMetric, MetricRule>> = {
  nonCompliance: {
    subject: 'model',
    seenBy: 'judges',
    scale: 'share',
    direction: 'rise',
    measure: ([answer]) => (answer === undefined || answer.against === 'missing' ? undefined : Number(answer.against)),
  },
  // A provider may make a model refuse more in silence, or less: both are news, and neither needs a judge's objection.
  rejections: {
    subject: 'model',
    seenBy: 'classifier',
    scale: 'share',
    direction: 'either',
    measure: ([answer]) => (answer?.type === undefined ? undefined : Number(REJECTIONS.has(answer.type))),
  },
  frequentNonCompliance: {
    subject: 'panel',
    seenBy: 'judges',
    scale: 'rare share',
    direction: 'rise',
    measure: (answers) =>
      answers.some(({ against }) => against === 'missing')
        ? undefined
        : Number(answers.every(({ against }) => against)),
  },
  disagreement: {
    subject: 'panel',
    seenBy: 'classifier',
    scale: 'number',
    direction: 'rise',
    measure: (answers) => {
      const positions = answers.flatMap(({ scores }) =>
        scores === undefined ? [] : [{ value1: scores[0], value2: scores[1] }],
      );
      return positions.length < answers.length ? undefined : disagreementOf(positions);
    },
  },
};

/** Who is watched: one model, or all of them as a panel. */
export interface Subject {
  readonly kind: 'model' | 'panel';
  readonly models: readonly string[];
}

/** Each model, and the panel where there are two models or more. */
export function subjectsOf(models: readonly string[]): readonly Subject[] {
  const each = models.map((model): Subject => ({ kind: 'model', models: [model] }));
  return models.length < 2 ? each : [...each, { kind: 'panel', models }];
}

/** The metrics of a subject that somebody measures. */
export function metricsOf(
  { kind }: Subject,
  { classifier }: { readonly classifier: string | undefined },
): readonly NightMetric[] {
  const all = kind === 'model' ? MODEL_METRICS : PANEL_METRICS;
  return all.filter((metric) => classifier !== undefined || METRIC_RULES[metric].seenBy === 'judges');
}
