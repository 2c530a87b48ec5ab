// An edit is gated like any pull request: its clause's scenarios, those of the clauses it is tied to, canaries, and all metrics.
import { isAffected } from '../evaluation/comparison.ts';
import { prepareSpecCheck, type PreparedCheck, type SpecSide } from '../gate/change/prepare-check.ts';
import { judgeCheck } from '../gate/run-check.ts';
import type { Finding, Report } from '../report/report.ts';
import type { Project } from '../run/load-project.ts';
import type { Run } from '../run/open-run.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { orderBySeed } from '../scenarios/selection/seeded-order.ts';
import type { SelectedScenario } from '../scenarios/selection/select.ts';
import { tiedClauses } from './tied-clauses.ts';
import type { Spec } from '../spec/clause.ts';
import type { Fault } from './fault.ts';
import { findLetGo, type LetGo } from './let-go.ts';
import { compareWithEdit, type RepairSubject } from './repair-subject.ts';

export interface Gated {
  readonly verdict: Report['verdict']['status'];
  readonly reasons: readonly Finding[];
  readonly endpoints: Report['endpoints'];
  readonly letGo: LetGo;
  /** Scenarios that were judged under both texts. */
  readonly scenarios: number;
}

/** Scenarios of the clauses that the edited one is tied to, judged with the edited clause in view. */
const MOST_CONTROLS = 8;

export interface GateQuery {
  readonly fault: Fault;
  /** The clause that the edit changes. */
  readonly clause: string;
  readonly edited: Spec;
  readonly training: readonly Scenario[];
  readonly heldOut: readonly Scenario[];
}

/** Runs the gate on the edit: against what a pull request started from, or against the text as it is. */
export async function gateEdit(subject: RepairSubject, query: GateQuery, run: Run): Promise<Gated> {
  const prepared = prepareGate(subject, query);
  const { report, cells: all } = await judgeCheck(prepared, { project: subject.project, run });
  const { comparison, selected } = prepared.subject;
  const stage = report.rounds.at(-1)?.stage;
  const cells = all.filter((cell) => cell.stage === stage);
  const scenarios = new Map(selected.map(({ scenario }) => [scenario.id, scenario]));
  const letGo = await findLetGo({ comparison, cells, scenarios }, run.ask);
  const { verdict, endpoints } = report;
  return {
    verdict: verdict.status,
    reasons: verdict.reasons,
    endpoints,
    letGo,
    scenarios: new Set(cells.map(({ scenario }) => scenario)).size,
  };
}

/** The check that a pull request with this edit would get. What the writers saw is no part of it. */
export function prepareGate(subject: RepairSubject, query: GateQuery): PreparedCheck {
  const { project, base } = subject;
  const { clause, edited } = query;
  const head: SpecSide = { ref: 'edit', spec: edited };
  const tied = { project, clause, current: subject.current.spec };
  if (base !== undefined) return withControls(prepareSpecCheck(project, { base, head }), tied);
  const prepared = prepareSpecCheck(project, { base: subject.current, head });
  const own = ownSelection(prepared, query);
  // An edit that settles a disputed case lets some answers through on purpose, so the margin of `letThrough` is off;
  // answers that every judge forbade are watched instead (let-go.ts).
  const margins = { ...prepared.subject.policy.margins, letThrough: 1 };
  const { policy } = prepared.subject;
  const rest = {
    ...prepared,
    subject: {
      ...prepared.subject,
      comparison: compareWithEdit(subject, query.fault, edited),
      policy: { ...policy, margins },
      selected: own,
      // The fault was found on stored draws, so both texts are judged on fresh ones.
      written: new Set(own.map(({ scenario }) => scenario.id)),
    },
  };
  return withControls(rest, tied);
}

/**
 * The held-out scenarios, then the clause's others. A granularity gap is closed by ruling against some of its answers: there
 * the rise is what is wanted, and the gate looks at everything else.
 */
function ownSelection({ subject }: PreparedCheck, query: GateQuery): readonly SelectedScenario[] {
  const { fault, clause, training, heldOut } = query;
  const seen = new Set([...training, ...heldOut].map(({ id }) => id));
  const held = fault.kind === 'granularityGap' ? [] : heldOut;
  const linked = held.map((scenario) => ({ scenario, reason: { kind: 'linked', clauses: [clause] } as const }));
  const others = subject.selected.filter(({ scenario }) => !seen.has(scenario.id));
  return [...linked, ...others].map((one, rank) => ({ ...one, rank }));
}

/** With scenarios of tied clauses behind it, and room for all: an edit must not change how judges read its neighbours. */
function withControls(
  prepared: PreparedCheck,
  { project, clause, current }: { readonly project: Project; readonly clause: string; readonly current: Spec },
): PreparedCheck {
  const { subject } = prepared;
  const taken = new Set(subject.selected.map(({ scenario }) => scenario.id));
  const tied = new Set(tiedClauses(current, clause));
  const candidates = project.bank.scenarios.filter(
    ({ id, clauses }) => !taken.has(id) && !clauses.includes(clause) && clauses.some((one) => tied.has(one)),
  );
  const controls = orderBySeed(candidates, subject.policy.seed)
    .map((scenario) => ({ ...scenario, clauses: [...scenario.clauses, clause] }))
    .filter((scenario) => isAffected(subject.comparison, scenario))
    .slice(0, MOST_CONTROLS)
    .map((scenario): Omit<SelectedScenario, 'rank'> => ({ scenario, reason: { kind: 'linked', clauses: [clause] } }));
  const selected = [...subject.selected, ...controls].map((one, rank) => ({ ...one, rank }));
  const { selection } = subject.policy;
  const room = {
    scenarios: selection.scenarios + controls.length,
    extendTo: Math.max(selection.extendTo + controls.length, subject.written === undefined ? 0 : selected.length),
  };
  const policy = { ...subject.policy, selection: { ...selection, ...room } };
  return { ...prepared, subject: { ...subject, policy, selected } };
}
