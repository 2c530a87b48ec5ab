// What another panel makes of the same stored answers, as data.
import type { Problem } from '../core/errors.ts';
import type { ResponseType } from '../core/study-words.ts';
import type { Interval } from '../stats/estimate.ts';
import type { ScaleEnds } from '../doctor/report.ts';
import type { JudgeAccuracy, Rate } from '../doctor/judge-accuracy.ts';

export interface MigrateReport {
  readonly schema: 'spec-gate/migrate@1';
  readonly simulated: boolean;
  readonly old: PanelNames;
  readonly new: PanelNames;
  /** Stored answers that both panels ruled on or scored: pool draws, and answers of the anchor night. */
  readonly answers: {
    readonly pool: number;
    readonly anchor: number;
    /** Stored answers without a ruling or score of the old panel, and of the new one. */
    readonly withoutOld: number;
    readonly withoutNew: number;
  };
  /** Absent where judges, their words and what they are shown are the same. */
  readonly rulings?: {
    readonly flips: Rate;
    /** New less old share ruled against; the interval counts scenarios, not answers. */
    readonly bias: Bias;
    readonly clauses: readonly (Bias & { readonly clause: string; readonly flips: Rate })[];
    /** How often the old panel's majority turned when it ruled on the same answers twice: flips that are no change. */
    readonly retest?: Rate;
    /** Each judge of the new panel against the old panel's majority. */
    readonly judges: readonly { readonly judge: string; readonly flips: Rate; readonly bias: Bias }[];
    readonly agreement: { readonly old?: PanelAgreement; readonly new?: PanelAgreement };
  };
  /** Where the classifier, or how it is asked, is another. */
  readonly classifier?: {
    readonly answers: number;
    /** Answers that the two call another response type, and which became which. */
    readonly typeFlips: Rate;
    readonly types: readonly TypeFlip[];
    /** Change of the share that counts as a rejection. */
    readonly rejections: Bias;
    /** Mean distance on the 0-6 scales. */
    readonly distance: number;
    /** Mean disagreement of the models under either, where several answered the same draw. */
    readonly disagreement?: { readonly old: number; readonly new: number };
    /** Mean shift of the scores on a value's scale, values with two scenarios or more. */
    readonly values: readonly (Bias & { readonly value: string; readonly answers: number })[];
    readonly clauses: readonly {
      readonly clause: string;
      readonly scenarios: number;
      readonly typeFlips: Rate;
      readonly distance: number;
    }[];
  };
  readonly accuracy: { readonly old: readonly JudgeAccuracy[]; readonly new: readonly JudgeAccuracy[] };
  readonly scales: { readonly old?: ScaleEnds; readonly new?: ScaleEnds };
  /** What either panel costs for the same answers. */
  readonly cost?: { readonly answers: number; readonly old: PanelCost; readonly new: PanelCost };
  /** At most, before anything was asked. */
  readonly planned: { readonly old: Planned; readonly new: Planned };
  readonly made: PanelCost;
  /** What an acceptance does not pass over. */
  readonly problems: readonly Problem[];
  /** What to know before one. */
  readonly doubts: readonly string[];
  /** Why the run ended before everything was asked. */
  readonly stopped?: string;
  /** An acceptance that was asked for and not given, for the problems' sake. */
  readonly refused?: true;
  /** The night that later nights are held against, once accepted. */
  readonly accepted?: { readonly anchor: string; readonly reason: string };
}

export interface PanelNames {
  readonly judges: readonly string[];
  readonly classifier?: string;
  /** Versions of the words they are asked with. */
  readonly prompts: { readonly judge: string; readonly classify: string };
  readonly judgeContext: 'linked' | 'full';
}

/** A mean change. */
export interface Bias {
  readonly change: number;
  /** 95 %; undefined with fewer than two scenarios, or without any difference. */
  readonly interval?: Interval;
  readonly scenarios: number;
}

/** Judges of one panel on answers that all of them ruled on. */
export interface PanelAgreement {
  readonly answers: number;
  /** Share of pairs of judges that agree. */
  readonly pairs: number;
  /** Gwet's AC1: the same with what chance would give taken off. */
  readonly ac1?: number;
}

export interface TypeFlip {
  readonly from: ResponseType;
  readonly to: ResponseType;
  readonly answers: number;
}

export interface PanelCost {
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly usd: number | 'unknown';
}

type Planned = Pick<PanelCost, 'calls' | 'usd'>;
