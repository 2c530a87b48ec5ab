// What the evidence can and cannot say.
import type { BlockingMetric } from '../../analysis/metrics.ts';
import type { CopiesCounted } from '../../decision/copies.ts';
import type { VoidReason } from '../../decision/void-options.ts';
import type { Remedy } from '../../models/remedy.ts';
import type { Reported } from './loosening.ts';
import type { MetricName } from '../report.ts';

export interface CaveatFindings {
  /** How far recorded answers go: scenarios with fewer than were asked for, and with none at all. */
  readonly recordedAnswers: {
    readonly models: readonly string[];
    readonly scenarios: number;
    readonly fewer: number;
    readonly none: number;
    readonly asked: number;
  };
  readonly couldHaveShown: {
    readonly endpoint: BlockingMetric;
    readonly scenarios: number;
    readonly detectable?: number;
    readonly change?: number;
    readonly low?: number;
    readonly high?: number;
    readonly margin: number;
    /** Scenarios that would decide, and US dollars they would cost. */
    readonly decideScenarios?: number;
    /** All scenarios that test the changed clauses: the gate cannot take more by itself. */
    readonly linked?: number;
    /** Of a change of models, which the whole bank tests. */
    readonly ofModels?: true;
    readonly decideUsd?: number;
  };
  /** A change of models passed on the bank's scenarios; `high` is how far the metric may have got worse on others like them. */
  readonly ofTheseOnly: Reported & {
    readonly endpoint: BlockingMetric;
    readonly scenarios: number;
    readonly high: number;
    /** Scenarios that would show it of others, too. */
    readonly needed: number;
  };
  /** What passed was seen on scenarios of so few groups that a rise which only some groups show may be in none of them. */
  readonly fewGroups: { readonly scenarios: number; readonly groups: number };
  readonly missingCells: {
    readonly missing: number;
    readonly cells: number;
    /** What would help, by the most frequent cause. */
    readonly remedy?: Remedy;
  };
  /** One cause of missing answers or rulings: whose, in whose words, how often, and what would help. */
  readonly whyMissing: {
    readonly who: string;
    readonly words: string;
    readonly count: number;
    readonly remedy: Remedy;
  };
  readonly answersNotKept: { readonly answers: number };
  readonly judgeSilent: { readonly judge: string; readonly abstained: number; readonly asked: number };
  /** A judge who ruled one way on everything, and alone so on so many scenarios. */
  readonly judgeOneSided: {
    readonly judge: string;
    readonly way: 'for' | 'against';
    readonly rulings: number;
    readonly alone: number;
  };
  /** Answers of a model that begin with its thoughts, in marks that its server left there. */
  readonly thoughtsInAnswers: { readonly model: string; readonly answers: number; readonly thoughtful: number };
  /** Models that give one answer again and again. */
  readonly copiedDraws: { readonly models: readonly string[]; readonly counted: CopiesCounted };
  /** Judges that say the same again when they are asked again about an answer. */
  readonly repeatedRulings: { readonly judges: readonly string[] };
  /** The base's level in stored answers, and in today's. */
  readonly drift: { readonly endpoint: MetricName; readonly stored: number; readonly fresh: number };
  /** A provider named more than one model in its answers to one. */
  readonly modelDrift: { readonly model: string; readonly returned: readonly string[] };
  readonly uncalibrated: { readonly rate: number; readonly bound: number };
  /** A metric that an edit of a spec cannot move, with its level on the stored answers. */
  readonly levelUnchanged: {
    readonly endpoint: BlockingMetric;
    readonly level: number;
    readonly scenarios: number;
    readonly limit?: number;
    /** Where it stands to the limit: within (pass), above it before this change, or too near to tell. */
    readonly stands?: 'pass' | 'pre-existing' | 'report';
  };
  /** An option of the config that cannot apply here. */
  readonly voidOption: { readonly option: string; readonly why: VoidReason };
  readonly simulated: { readonly models: readonly string[] };
}
