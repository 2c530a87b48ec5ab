// The one versioned result of a run. Every page, comment and file a person sees is a pure view of it.
// It depends on inputs and answers only: first, second and resumed runs give the same bytes.
import type { JudgeReach } from '../decision/judge-reach.ts';
import type { ResponseType } from '../core/study-words.ts';
import type { TestedFindings } from '../decision/findings/tested-findings.ts';
import type { ClauseReading } from '../analysis/clause-readings.ts';
import type { OutlierCount } from '../analysis/outliers.ts';
import type { Agreement, AgreementEstimate, JudgeSummary } from '../analysis/agreement.ts';
import type { ClauseDecision, MetricDecision, MetricName, MetricStatus } from '../decision/decision.ts';
import type { Nudge } from '../scenarios/scenario.ts';
import type { ChangeCoverage, CoverageTotals } from '../scenarios/coverage.ts';
import type { ScenarioRow } from '../scenarios/scenario-schema.ts';
import type { ReportLetThrough, ReportModelChange, ReportOutlier, ReportScenario } from './report-answers.ts';
import type { Severity } from '../decision/severity.ts';

export type VerdictStatus = 'pass' | 'fail' | 'inconclusive';

/** What a sentence is made from: a code and its numbers. English lives in messages.ts only. */
export interface Finding {
  readonly code: string;
  readonly args: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  readonly clause?: string;
  readonly severity: Severity;
  /** Where to look in the head (or, for removed clauses, the base) spec. */
  readonly place?: { readonly file: string; readonly line: number; readonly endLine?: number };
}

export interface ReportSide {
  readonly ref: string;
  readonly sha?: string;
  readonly specHash: string;
  readonly clauses: number;
  /** Ids of the models this side ran. */
  readonly models: readonly string[];
}

export interface ReportChange {
  readonly kind: 'added' | 'removed' | 'edited' | 'renamed' | 'moved' | 'cosmetic' | 'unseen';
  readonly id: string;
  readonly baseId?: string;
  readonly edited: boolean;
  readonly moved: boolean;
  readonly attributes: readonly { readonly name: string; readonly base?: string; readonly head?: string }[];
  /** The headings above it where they differ, joined by ` › `. */
  readonly path?: { readonly base: string; readonly head: string };
  readonly file: string;
  readonly lines: readonly [number, number];
  /** Word-level difference, trimmed to what `disclose` allows; the spec is the repository's own text. */
  readonly words: readonly { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }[];
}

export interface ReportSelection {
  readonly scenario: string;
  /** `named`: linked to another clause, which the edit names. */
  readonly reason: 'linked' | 'suggested' | 'named';
  readonly clauses: readonly string[];
  readonly similarity?: number;
  readonly nudge?: Nudge;
  readonly values?: readonly [string, string];
  readonly disagreement?: number;
  /** Whether any key differs between the arms; a scenario shown the same texts on both sides is exactly zero and not tested. */
  readonly affected: boolean;
  /** Written for this change. */
  readonly written?: true;
}

/** How much of the spec is tested, and which changed sentences no scenario touches. Sentences are the spec's own text. */
export interface ReportCoverage extends CoverageTotals {
  readonly changed: readonly ChangeCoverage[];
}

/** A scenario that was written for this change, as a line of the bank would hold it. */
export interface ReportWritten {
  readonly clause: string;
  /** Whose text it was written from. */
  readonly side: 'base' | 'head';
  /** The sentence, or what pulls against the clause. */
  readonly about: string;
  readonly row: ScenarioRow;
}

export type { MetricName, MetricStatus };

export type ReportMetric = MetricDecision;

export type ReportClause = ClauseDecision;

export interface ReportModel {
  readonly model: string;
  readonly replaces?: string;
  readonly base?: number;
  readonly head?: number;
  readonly responses: number;
  readonly missing: number;
  /** base + new - gone = head. */
  readonly outliers: OutlierCount;
  readonly responseTypes: {
    readonly base: Readonly<Partial<Record<ResponseType, number>>>;
    readonly head: Readonly<Partial<Record<ResponseType, number>>>;
  };
  /** Returned model ids seen that differ from the requested one: drift to look at. Sorted, twenty at most. */
  readonly returnedModels: readonly string[];
}

export type ReportAgreement = Agreement;
export type ReportEstimate = AgreementEstimate;

export interface ReportJudge extends JudgeSummary {
  /** Of the `asked` answers whose ruling is known, how many this judge ruled on rightly. */
  readonly known?: { readonly right: number; readonly asked: number };
}

/** Judges citing different clauses for opposite rulings on the same responses. */
export interface ReportConflict {
  /** Cited by those who ruled against the response, and by those who ruled for it. */
  readonly against: string;
  readonly favour: string;
  readonly responses: { readonly base: number; readonly head: number };
  readonly scenarios: { readonly base: number; readonly head: number };
  readonly tested: number;
  readonly examples: readonly string[];
}

export interface Report {
  readonly schema: 'spec-gate/report@1';
  /** Any simulated model or judge took part: every view says so. */
  readonly simulated: boolean;
  readonly comparison: 'target' | 'prompt' | 'model' | 'none';
  readonly verdict: {
    readonly status: VerdictStatus;
    readonly resolution?: {
      readonly kind: 'accepted';
      readonly by: readonly string[];
      readonly reason: string;
      readonly expires?: string;
    };
    readonly reasons: readonly Finding[];
  };
  readonly base: ReportSide;
  readonly head: ReportSide;
  readonly policyHash: string;
  /** Who may accept an intended change, as the policy says: users, or `org/team`. */
  readonly approvers?: readonly string[];
  /** Where no review is read, so that none can be accepted: a check on another CI service than GitHub's, or outside the Action. */
  readonly acceptances?: 'not-read';
  readonly changes: readonly ReportChange[];
  readonly selection: readonly ReportSelection[];
  readonly untested: readonly { readonly clause: string; readonly reason: string; readonly why?: string }[];
  /**
   * Scenarios written for this change, whole whatever `disclose` says: without their texts nobody could look at them and take
   * them into the bank, and the bank lies in the repository that the report is about.
   */
  readonly written?: readonly ReportWritten[];
  /** What of the head's spec the bank and what was written test; only in a comparison of specs. */
  readonly coverage?: ReportCoverage;
  /** The metrics; the name is that of the stored format. */
  readonly endpoints: Readonly<Partial<Record<MetricName, ReportMetric>>>;
  readonly clauses: readonly ReportClause[];
  readonly models: readonly ReportModel[];
  readonly judges: {
    readonly panel: readonly ReportJudge[];
    readonly base: ReportAgreement;
    readonly head: ReportAgreement;
    /** How far they could lean with the new text before the canaries would show it; absent where no canaries were judged. */
    readonly reach?: JudgeReach;
  };
  readonly conflicts: readonly ReportConflict[];
  /** What was tested beside the verdict, and what of it is more than chance; absent in older reports. */
  readonly tested?: TestedFindings;
  /** Clauses that two judges cite together, those they disagree on most often first; absent in older reports. */
  readonly readings?: readonly ClauseReading[];
  /** What the edit lets through and newly forbids; absent where no clause of the base is touched. */
  readonly letThrough?: ReportLetThrough;
  readonly scenarios: readonly ReportScenario[];
  readonly outliers: readonly ReportOutlier[];
  /** One a model that was replaced or changed; only in a comparison of models. */
  readonly modelChanges?: readonly ReportModelChange[];
  readonly findings: readonly Finding[];
  /** How the evidence was gathered: rounds in order. */
  readonly rounds: readonly {
    readonly stage: 'screen' | 'confirm';
    readonly draws: number;
    readonly scenarios: number;
    /** Scenarios whose base was asked once more ahead of the head. */
    readonly today?: number;
    /** The screen's answers of the head are the first of this confirmation. */
    readonly reused?: true;
    readonly outcome: string;
  }[];
  /** Calls, tokens and price of all evidence used, stored or not. `usd` is absent where a price is unknown. */
  readonly needed: {
    readonly calls: number;
    readonly inputTokens: number;
    readonly outputTokens: number;
    readonly usd?: number;
  };
  readonly notes: readonly Finding[];
}
