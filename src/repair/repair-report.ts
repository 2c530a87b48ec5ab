// What a repair run found: one versioned result, of which every view is a pure function. It depends on inputs and answers only.
import type { BlockingMetric } from '../analysis/metrics.ts';
import type { Wording } from '../render/sentence.ts';
import type { Finding } from '../report/report.ts';
import type { Refusal } from './check-patch.ts';
import type { EditKind } from './edit-kind.ts';
import type { FaultKind } from './fault.ts';
import type { LetGo } from './let-go.ts';
import type { Fall } from './measure-fall.ts';
import type { Patch } from './patch.ts';

/**
 * `repair`: the figure falls, the gate passes, nothing forbidden is waved through. `undecided`: it falls, and too little is
 * known of what else it does. `broken`: it falls, and something else gets worse. `no fall`: on what no writer saw. `untested`:
 * the run ended before, or too many answers are missing. `refused`: no plain edit of one clause.
 */
export type EditStatus = 'repair' | 'undecided' | 'broken' | 'no fall' | 'untested' | 'refused';

/** An answer on which the panel's ruling is another one under the edit. */
export interface TurnedRuling {
  readonly scenario: string;
  readonly model: string;
  readonly base: string;
  readonly head: string;
}

/** What the gate said of the edit. */
export interface EditGate {
  readonly verdict: 'pass' | 'fail' | 'inconclusive';
  readonly reasons: readonly Finding[];
  readonly letGo: LetGo;
  readonly scenarios: number;
  readonly metrics: readonly {
    readonly metric: BlockingMetric;
    readonly base?: number;
    readonly head?: number;
    readonly status: string;
  }[];
}

export interface RepairEdit {
  /** Counts over all faults in the order listed: what `--apply` takes. */
  readonly number: number;
  readonly status: EditStatus;
  readonly kind: EditKind;
  readonly clause: string;
  readonly writer: string;
  /** The writer is a simulation. */
  readonly simulated: boolean;
  readonly why: string;
  readonly patch: Patch;
  /** As `git apply` takes it. */
  readonly diff: string;
  /** Words taken out and put in; absent of a refused edit. */
  readonly words?: number;
  readonly refusal?: Refusal;
  readonly fall?: Fall;
  readonly turned?: readonly TurnedRuling[];
  readonly gate?: EditGate;
  /** US dollars of all evidence it was tested with, stored or not. */
  readonly usd: number | 'unknown';
}

export interface RepairFault {
  readonly id: string;
  readonly kind: FaultKind;
  readonly clauses: readonly string[];
  readonly finding: Finding;
  /** What falls where it is mended, in the middle of a sentence. */
  readonly measure: Wording;
  /** Scenarios of its clauses, and those of them that show it today. */
  readonly scenarios: { readonly looked: number; readonly showing: number };
  /** Ids; what the writers saw is not tested on. */
  readonly training: readonly string[];
  readonly heldOut: readonly string[];
  /** Why no edit was asked for: too few scenarios show it; or the run had ended. */
  readonly skipped?: 'too few scenarios' | 'stopped';
  /** Repairs first, the best of them first. */
  readonly edits: readonly RepairEdit[];
  /** Edits that were asked for and did not come, by reason. */
  readonly dropped: readonly { readonly reason: string; readonly count: number }[];
}

export interface RepairReport {
  readonly schema: 'spec-gate/repair@1';
  /** Any writer, model or judge was a simulation. */
  readonly simulated: boolean;
  readonly specHash: string;
  /** Where the text belongs to a pull request: what its repairs pass against. */
  readonly base?: { readonly ref: string; readonly specHash: string };
  readonly faults: readonly RepairFault[];
  readonly needed: {
    readonly calls: number;
    readonly inputTokens: number;
    readonly outputTokens: number;
    readonly usd: number | 'unknown';
  };
  /** Why the run ended before everything was tested. */
  readonly stopped?: string;
}

/** All edits in the order of their numbers. */
export function editsOf({ faults }: RepairReport): readonly RepairEdit[] {
  return faults.flatMap(({ edits }) => edits);
}

/** The first edit that is a repair. */
export function bestOf(report: RepairReport): RepairEdit | undefined {
  return editsOf(report).find(({ status }) => status === 'repair');
}
