// What a report is put together from.
import type { Verdict } from '../decision/decision.ts';
import type { SplitChange } from '../decision/split-change.ts';
import type { Round } from '../decision/round.ts';
import type { Comparison, Slot } from '../evaluation/comparison.ts';
import type { Control, ControlRuling } from '../evaluation/controls/control.ts';
import type { EvaluatedCell } from '../evaluation/evaluate.ts';
import type { Count } from '../evaluation/tally.ts';
import type { SelectedScenario, UntestedClause } from '../scenarios/selection/select.ts';
import type { ClauseChange } from '../spec/change.ts';
import type { WrittenScenario } from '../writing/write-for-change.ts';
import type { Disclosure } from './build/disclose.ts';
import type { Finding, ReportCoverage, ReportSide } from './report.ts';
import type { ReportModelChange } from './report-answers.ts';

export interface ReportParts {
  readonly comparison: Comparison;
  readonly base: ReportSide;
  readonly head: ReportSide;
  readonly policyHash: string;
  /** The policy's. */
  readonly approvers: readonly string[];
  /** Absent where the reviews of the change are read, or may be once it is pushed. */
  readonly acceptances?: 'not-read';
  readonly changes: readonly ClauseChange[];
  readonly selected: readonly SelectedScenario[];
  readonly affected: readonly SelectedScenario[];
  readonly untested: readonly UntestedClause[];
  /** All scenarios that test the changed clauses, where the selection has taken every one of them. */
  readonly linked?: number;
  readonly verdict: Verdict;
  readonly rounds: readonly (Round & { readonly outcome: string })[];
  readonly cells: readonly EvaluatedCell[];
  /** Answers of known ruling, and what the panel said of them. */
  readonly controls?: { readonly controls: readonly Control[]; readonly rulings: readonly ControlRuling[] };
  readonly needed: Count;
  readonly disclosure: Disclosure;
  /** How much of a failing rise comes from the text and how much from the answers; only with `specUse: prompt`. */
  readonly split?: SplitChange;
  readonly specCoverage?: ReportCoverage;
  /** What was written for this change before it ran. */
  readonly coverage?: {
    readonly written: readonly WrittenScenario[];
    readonly findings: readonly Finding[];
    readonly notes: readonly Finding[];
  };
  /** Models that are new and replace none, with the answers they stand beside the panel with. */
  readonly added?: { readonly slots: readonly Slot[]; readonly cells: readonly EvaluatedCell[] };
  /** Slots whose model changed; only in a comparison of models. */
  readonly modelOrigins?: ReadonlyMap<string, ReportModelChange['origin']>;
  /** Value (lower case) -> category; a value without one stands for itself. */
  readonly categories?: ReadonlyMap<string, string>;
  /** The policy's. */
  readonly seed: string;
  /** Grounds from outside the evidence (a stopped run, a loosened policy): of the verdict's reasons the first of their severity. */
  readonly grounds?: readonly Finding[];
  readonly notes?: readonly Finding[];
}
