// What `decide` reads and what it answers.
import type { Cell } from '../evaluation/cell.ts';
import type { ComparisonKind } from '../evaluation/comparison.ts';
import type { ControlRuling } from '../evaluation/controls/control.ts';
import type { Claims } from './claims.ts';
import type { TestedFindings } from './findings/tested-findings.ts';
import type { BlockingMetric, DecisionPolicy } from './policy.ts';
import type { Round } from './round.ts';
import type { VoidReason } from './void-options.ts';
import type { Severity } from './severity.ts';

export interface DecisionInput {
  readonly kind: ComparisonKind;
  readonly policy: DecisionPolicy;
  /** The last round that was carried out; undefined at the start. */
  readonly round: Round | undefined;
  /**
   * Affected scenarios only (at least one key differs between the arms), in the selection's order. Identical ones are
   * exactly zero and would fake a pass. All of them are there for extension.
   */
  readonly order: readonly string[];
  /** Clauses each scenario is linked to. */
  readonly links: ReadonlyMap<string, readonly string[]>;
  /** What a scenario shares with others that moves them together; those without stand alone. */
  readonly groups?: ReadonlyMap<string, string>;
  /** Scenarios of clauses that the edit names and does not touch: they carry no pass. */
  readonly named?: ReadonlySet<string>;
  /** Ids that judges of the base may cite, and what they are reported under, where the change renames a clause. */
  readonly renamed?: ReadonlyMap<string, string>;
  /** Slots whose cells are given, both arms. */
  readonly models: readonly string[];
  /** Slots that a model change replaces; the others' cells serve the panel's metrics only. */
  readonly changedModels?: readonly string[];
  readonly judges: readonly string[];
  /** Why no answer can be scored, where none is. */
  readonly scoring?: 'no-classifier' | 'no-rubrics' | 'not-scored';
  /** Every cell of the rounds so far, both stages. A cell that a round asked for and that is not here is missing. */
  readonly cells: readonly Cell[];
  /**
   * Some scenarios were written for this change: there are no stored draws to screen them against, so the confirmation
   * comes first, on all scenarios, and looks at every metric that blocks.
   */
  readonly unscreened?: boolean;
  /** With `specUse: prompt`: scenarios whose head answers are ruled on under both texts. */
  readonly ruledTwice?: ReadonlySet<string>;
  /** Changed clauses that no scenario tests. */
  readonly untested: readonly string[];
  /** What the panel said of answers whose ruling is known. */
  readonly controls?: readonly ControlRuling[];
  /** Clauses of the base that the edit touches. */
  readonly touched?: readonly TouchedClause[];
  /**
   * Clauses that the edit rewords or adds, where all that it does is that: a new conflict has one of them. Absent where any may
   * come, since a clause that is gone may have said which of two others wins.
   */
  readonly reworded?: ReadonlySet<string>;
  /** Answers that the project has labelled with their ruling, whatever they are about. */
  readonly labelled?: number;
}

export interface TouchedClause {
  /** As it is reported. */
  readonly id: string;
  /** `gutted`: removed, or more than half of its words are gone. */
  readonly edit: 'edited' | 'gutted';
}

export type MetricName = BlockingMetric | 'newOutliers';

/** `not-applicable` is never a pass: the metric cannot move in this comparison, or nothing measures it. */
export type MetricStatus = 'pass' | 'fail' | 'inconclusive' | 'report' | 'not-applicable' | 'pre-existing';

export interface MetricDecision {
  readonly status: MetricStatus;
  /** Why the metric does not apply, where it does not. */
  readonly why?: VoidReason;
  /** The same on both sides whatever the edit: what there is of it is a fact about this change's scenarios. */
  readonly unchanged?: true;
  readonly stage?: 'screen' | 'confirm';
  /** Shares for (frequent) non-compliance, mean D for disagreement, the share of agreeing pairs for judge agreement. */
  readonly base?: number;
  readonly head?: number;
  /** Positive is worse; for judge agreement it is the fall. */
  readonly change?: number;
  /** Of outliers, whose change counts the new ones: base + change - gone = head. */
  readonly gone?: number;
  /**
   * Two-sided, and the one that the status rests on: of a failure and with `ofThese` that on these scenarios, else that for
   * scenarios like them; where a pass rests on screen and fresh draws together, change and interval are of both.
   */
  readonly interval?: readonly [number, number];
  /**
   * Of a change of models, where a bank has no more scenarios: it is decided, and the interval holds, for these; what it would be on
   * others like them is the second claim.
   */
  readonly ofThese?: true;
  /** Confidence level of the interval and of the claims' intervals. */
  readonly level?: number;
  /** One-sided, for "head is worse". */
  readonly p?: number;
  /** p after Holm's correction over the flagged blocking metrics. */
  readonly adjustedP?: number;
  readonly claims?: Claims;
  readonly margin?: number;
  readonly limit?: number;
  /** The smallest rise that would have failed in 4 of 5 checks with evidence like this, at this look's level. */
  readonly detectable?: number;
  /** Where a confirmation passed on screen and fresh draws together: that estimate and the bound that is below the margin. */
  readonly pooled?: { readonly change: number; readonly bound: number };
  /** Scenarios with evidence on both arms. */
  readonly scenarios: number;
}

/** How far something moved on the scenarios of a clause. */
export interface ClauseMovement {
  readonly scenarios: number;
  readonly base?: number;
  readonly head?: number;
  readonly change?: number;
  readonly interval?: readonly [number, number];
  /** Benjamini-Hochberg adjusted over the clauses tested. */
  readonly adjustedP?: number;
  readonly status: 'changed' | 'no-effect-seen' | 'untested';
  readonly detectable?: number;
}

/** Non-compliance, by clause. */
export interface ClauseDecision extends ClauseMovement {
  readonly id: string;
  /** How far judges part in rulings that cite the clause; absent where no judge cites it. */
  readonly interpretation?: ClauseMovement;
}

/** What a verdict or a note rests on. Each has a sentence in `report/build/report-findings.ts`, or it does not compile there. */
export type ReasonCode =
  | 'metric-rose'
  | 'metric-undecided'
  | 'limit-undecided'
  | 'limit-breached'
  | 'limit-pre-existing'
  | 'missing-cells'
  | 'judge-silent'
  | 'untested-clause'
  | 'new-outliers'
  | 'clause-let-through'
  | 'clause-undecided'
  | 'loosening-unseen'
  | 'panel-never-objects'
  | 'panel-misses-controls'
  | 'panel-at-chance'
  | 'judge-integrity'
  | 'unlike-losses'
  | 'late-judge-parts'
  | 'nothing-affected'
  | 'level-unchanged'
  | 'void-option'
  | 'copied-draws'
  | 'repeated-rulings'
  | 'of-these-only'
  | 'few-groups'
  | 'drift';

/** What a report's sentence is made from: a code that names it and the numbers in it. */
export interface Reason {
  readonly code: ReasonCode;
  readonly args: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  readonly clause?: string;
  readonly severity: Severity;
}

/** Why more evidence is asked for. */
export type NextReason =
  | 'start'
  | 'undecided'
  | 'extend'
  | 'today'
  | 'suspicious'
  | 'screen-exhausted'
  | 'next-base'
  | 'next-look'
  | 'outliers';

export interface Missing {
  readonly cells: number;
  readonly expected: number;
  /** Share of what each judge was asked that it ruled on. */
  readonly answered: Readonly<Record<string, number>>;
}

export interface Verdict {
  readonly status: 'verdict';
  readonly verdict: 'pass' | 'fail' | 'inconclusive';
  /** The verdict's grounds first. */
  readonly reasons: readonly Reason[];
  readonly metrics: Readonly<Partial<Record<MetricName, MetricDecision>>>;
  readonly clauses: readonly ClauseDecision[];
  /** What else was looked at, and what of it is more than chance. */
  readonly findings: TestedFindings;
  readonly missing: Missing;
  /** Remarks that are reported and never blamed on the change. */
  readonly notes: readonly Reason[];
  /** Scenarios (as varied as these) that would decide, where the verdict is inconclusive for lack of evidence. */
  readonly scenariosToDecide?: number;
}

export type Decision =
  | {
      readonly status: 'next';
      readonly round: Round;
      readonly reason: NextReason;
      readonly flagged: readonly MetricName[];
    }
  | Verdict;

/** More is to be asked: `flagged` are the metrics that look risen so far. */
export function nextRound(round: Round, reason: NextReason, flagged: readonly MetricName[] = []): Decision {
  return { status: 'next', round, reason, flagged };
}
