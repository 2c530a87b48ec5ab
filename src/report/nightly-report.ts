// What a night found, as data: everything people are told about it is a view of this.
import type { Alarm } from '../decision/nightly/record.ts';
import type { ModelTest } from '../decision/nightly/decide.ts';
import type { JudgeTest } from '../decision/nightly/judges.ts';

/** Something that happened beside the figures. */
export type NightEvent =
  /** A model or judge answers under another name than in the last complete night. */
  | {
      readonly kind: 'renamed';
      readonly id: string;
      readonly before: readonly string[];
      readonly now: readonly string[];
    }
  /** Spec, judges or prompts are others than the last night's: a new anchor was pinned. Its open alarms stay open. */
  | { readonly kind: 'new-subject'; readonly lastDate: string; readonly carried: number }
  /** Anchor answers that are no longer stored: model and judge could not be told apart for this model. */
  | { readonly kind: 'not-judged-anew'; readonly id: string }
  /** Scenarios of the rotation that the money left did not cover. */
  | { readonly kind: 'shortened'; readonly dropped: number; readonly usdLeft: number };

export interface NightReport {
  readonly schema: 'spec-gate/nightly@1';
  /**
   * `anchored`: there was nothing to compare with, or the anchor was moved; `steady`: nobody changed; `regressed`: a model did;
   * `judge-drift`: only judges did; `incomplete`: too much is missing, and the night is no baseline.
   */
  readonly status: 'anchored' | 'steady' | 'regressed' | 'judge-drift' | 'incomplete';
  readonly date: string;
  readonly simulated: boolean;
  /** Why it is incomplete. */
  readonly reason?: string;
  readonly anchor?: { readonly date: string; readonly accepted?: { readonly at: string; readonly reason: string } };
  /** The last complete night before. */
  readonly last?: string;
  readonly asked: { readonly sentinels: number; readonly rotation: number };
  readonly models: readonly NightModel[];
  readonly judges: readonly JudgeTest[];
  readonly alarms: readonly Alarm[];
  readonly closed: readonly Alarm[];
  readonly events: readonly NightEvent[];
  /** Non-compliance on the sentinels over the last 30 complete nights, tonight last. */
  readonly trend: {
    readonly dates: readonly string[];
    readonly models: Readonly<Record<string, readonly (number | null)[]>>;
  };
  /** The level a page needed, and the spread between nights that was allowed for. */
  readonly level?: number;
  readonly betweenNights?: number;
  readonly calls: number;
  readonly usd: number | 'unknown';
}

export interface NightModel extends Omit<ModelTest, 'model'> {
  readonly id: string;
  /** Shares over tonight's answers; refusals are firm and complete rejections, where there is a classifier. */
  readonly nonCompliance: number | undefined;
  readonly refusals?: number;
  /** The same at the anchor, on the scenarios asked on both nights. */
  readonly anchorRefusals?: number;
  /** Tonight against the last complete night, on the scenarios asked on both; reported, never paged. */
  readonly lastChange?: number;
}

/** What the issue about a night's alarms must say; none after an incomplete night, which changes nothing. */
export interface NightIssue {
  readonly state: 'open' | 'closed';
  readonly title: string;
  readonly body: string;
}
