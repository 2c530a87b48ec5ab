// What a night found, as data: everything people are told about it is a view of this.
import type { NightAnswers } from '../decision/answers.ts';
import type { ClassifierTest } from '../decision/classifier.ts';
import type { MetricTest } from '../decision/metric-test.ts';
import type { ModelMetric, NightMetric, PanelMetric } from '../decision/metrics.ts';
import type { JudgeTest } from '../decision/judges.ts';
import type { Alarm } from '../decision/record.ts';
import type { LostHistory } from '../earlier-anchor.ts';

/** Something that happened beside the figures. */
export type NightEvent =
  /** A model, judge or classifier answers under another name than in the last complete night. */
  | {
      readonly kind: 'renamed';
      readonly id: string;
      readonly before: readonly string[];
      readonly now: readonly string[];
    }
  /** Spec, judges or prompts are others than the last night's: a new anchor was pinned. Its open alarms stay open. */
  | { readonly kind: 'new-subject'; readonly lastDate: string; readonly carried: number }
  /** Anchor answers that were not seen again: a change of this model (of the panel, without an id) is not told from one of judges. */
  | { readonly kind: 'not-seen-anew'; readonly id?: string }
  /** The anchor was scored once only: a classifier that merely became noisier is not noticed. */
  | { readonly kind: 'scored-once'; readonly id: string }
  /** The nights before are not all there, so nothing was asked and nothing is compared. */
  | { readonly kind: 'history-lost'; readonly lost: LostHistory }
  /** Scenarios of the rotation that the money left did not cover. */
  | { readonly kind: 'shortened'; readonly dropped: number; readonly usdLeft: number };

/** What could not be compared tonight. A night without alarms says nothing about it. */
export type NightGap =
  /** Compared on `answers` of the anchor's `of` answers to the sentinels; the others are no longer stored. */
  | { readonly kind: 'judge' | 'classifier'; readonly id: string; readonly answers: number; readonly of: number }
  /** Scores that the classifier gave tonight: too few, so nothing that rests on them was compared. */
  | { readonly kind: 'scores'; readonly scored: number; readonly of: number }
  /** A model without any answer at the anchor to compare with. */
  | { readonly kind: 'model'; readonly id: string };

export interface NightReport {
  readonly schema: 'spec-gate/nightly@1';
  /**
   * `anchored`: there was nothing to compare with, or the anchor was moved; `steady`: nobody changed; `regressed`: a model
   * did, or the models together; `judge-drift`: only judges did (and the classifier); `classifier-drift`: only it did;
   * `incomplete`: too much is missing, and the night is no baseline.
   */
  readonly status: 'anchored' | 'steady' | 'regressed' | 'judge-drift' | 'classifier-drift' | 'incomplete';
  readonly date: string;
  readonly simulated: boolean;
  /** Why it is incomplete. */
  readonly reason?: string;
  readonly anchor?: { readonly date: string; readonly accepted?: { readonly at: string; readonly reason: string } };
  /** The last complete night before. */
  readonly last?: string;
  /** Nights since the anchor, and how many of them were pruned: only what was found on these is left. */
  readonly nights?: { readonly all: number; readonly pruned: number };
  readonly asked: { readonly sentinels: number; readonly rotation: number };
  readonly models: readonly NightModel[];
  /** Where there are two models or more. */
  readonly panel?: NightPanel;
  readonly judges: readonly JudgeTest[];
  readonly classifier?: ClassifierTest;
  readonly alarms: readonly Alarm[];
  readonly closed: readonly Alarm[];
  readonly gaps: readonly NightGap[];
  readonly events: readonly NightEvent[];
  /** Single answers that are news; reported, never paged. */
  readonly answers: NightAnswers;
  /** On the sentinels over the last 30 complete nights, tonight last: the models' figures, and the panel's. */
  readonly trend: {
    readonly dates: readonly string[];
    /** By model: non-compliance. */
    readonly models: Readonly<Record<string, Trend>>;
    /** By model, where its answers are scored. */
    readonly rejections: Readonly<Record<string, Trend>>;
    readonly panel: Readonly<Partial<Record<PanelMetric, Trend>>>;
    /** For each night the alarms that stood after it. */
    readonly alarms: readonly (readonly Alarm[])[];
  };
  /** The level a page needed, and the spread between nights that was allowed for. */
  readonly level?: number;
  readonly spreads?: Readonly<Partial<Record<NightMetric, number>>>;
  readonly calls: number;
  readonly usd: number | 'unknown';
}

/** Null where a night did not measure it. */
export type Trend = readonly (number | null)[];

/** One metric tonight. Shares from 0 to 1; disagreement in points of the 0-6 scale. */
export interface NightFigure extends Pick<MetricTest, 'tonight' | 'week' | 'anew'> {
  /** Over all of tonight's answers. */
  readonly now?: number;
  /** Tonight against the last complete night, on the scenarios asked on both; reported, never paged. */
  readonly lastChange?: number;
}

/** What needs a classifier is there where there is one. */
export interface NightModel extends Readonly<Partial<Record<Exclude<ModelMetric, 'nonCompliance'>, NightFigure>>> {
  readonly id: string;
  readonly nonCompliance: NightFigure;
}

/** Likewise of all models together. */
export interface NightPanel extends Readonly<
  Partial<Record<Exclude<PanelMetric, 'frequentNonCompliance'>, NightFigure>>
> {
  /** Draws in which every model fails. */
  readonly frequentNonCompliance: NightFigure;
}

/** What the issue about a night's alarms must say; none after an incomplete night, which changes nothing. */
export interface NightIssue {
  readonly state: 'open' | 'closed';
  readonly title: string;
  readonly body: string;
  /** Keys of the alarms that stand. */
  readonly about: readonly string[];
}
