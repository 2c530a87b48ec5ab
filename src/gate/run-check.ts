// Runs a prepared check against a store and models, and builds its report.
import { whereDefined } from '../core/where-defined.ts';
import { serializeEvidence } from '../analysis/evidence/evidence.ts';
import { check } from './check.ts';
import type { Project } from '../run/load-project.ts';
import type { Run } from '../run/open-run.ts';
import type { Tally } from '../evaluation/tally.ts';
import { evaluate, type EvaluatedCell } from '../evaluation/evaluate.ts';
import { planControlCalls } from '../evaluation/controls/judge-controls.ts';
import { planCalls } from '../evaluation/plan.ts';
import { disclose } from '../report/build/disclose.ts';
import { buildReport } from '../report/build-report.ts';
import { addedTasks, unansweredFindings } from './added-models.ts';
import { coverageOf, measureTests, readingOf } from './coverage/report-coverage.ts';
import { provenanceOf } from './provenance.ts';
import { splitFailure } from './split-failure.ts';
import { withStoredDraws } from './stored-draws.ts';
import { notKeptFindings, stoppedFinding } from './run-findings.ts';
import type { Finding, Report } from '../report/report.ts';
import type { Disclosure } from '../report/build/disclose.ts';
import type { PreparedCheck } from './change/prepare-check.ts';

export interface RunCheckOptions {
  readonly disclosure?: Disclosure;
  /** Value (lower case) -> category, for what is said of models. */
  readonly categories?: ReadonlyMap<string, string>;
  /** Findings from outside the evidence that the verdict must carry (a loosened policy). */
  readonly grounds?: readonly Finding[];
  readonly notes?: readonly Finding[];
  /** Where the evidence is counted: a tally of its own unless given. */
  readonly tally?: Tally;
}

/** What a check found. */
export interface CheckedRun {
  readonly report: Report;
  /** The text of evidence.jsonl: what every figure can be recomputed from. */
  readonly evidence: string;
}

/** The same with the cells that the evidence would hold, and the evidence only where it is asked for. */
export interface JudgedCheck {
  readonly report: Report;
  readonly cells: readonly EvaluatedCell[];
  readonly writeEvidence: () => string;
}

/** The report of a check and the evidence it rests on; the run's own counts stay in the `Run`. */
export async function runCheck(
  prepared: PreparedCheck,
  context: { project: Project; run: Run },
  options: RunCheckOptions = {},
): Promise<CheckedRun> {
  const { report, writeEvidence } = await judgeCheck(prepared, context, options);
  return { report, evidence: writeEvidence() };
}

/** Asks and decides every round, and builds the report; the text of the evidence is made only where it is asked for. */
export async function judgeCheck(
  prepared: PreparedCheck,
  context: { project: Project; run: Run },
  options: RunCheckOptions = {},
): Promise<JudgedCheck> {
  const { project, run } = context;
  const subject = withStoredDraws(prepared.subject, run.store);
  const tally = options.tally ?? run.startTally();
  let countNeeded = (): number => 0;
  const beginStage: Run['beginStage'] = (stage, plan) => {
    // Third judges of the stages before were asked for as well, where two parted.
    const before = tally.needed().calls;
    countNeeded = () => before + plan().filter(({ optional }) => !optional).length;
    run.beginStage(stage, plan);
  };
  const result = await check(subject, {
    ask: run.ask,
    onRound: (round, tasks) => beginStage(round.stage, () => planCalls(subject.comparison, tasks, run.store)),
    onControls: (tasks) => beginStage('known answers', () => planControlCalls(subject.comparison, tasks, run.store)),
    stopped: () => run.stopped()?.kind,
  });
  const split = await splitFailure(subject, result, { ...run, beginStage });
  const { added = [], unseen = [] } = prepared;
  const beside = addedTasks({ subject, added, round: result.rounds.at(-1), affected: result.affected });
  if (beside.length > 0) beginStage('beside the panel', () => planCalls(subject.comparison, beside, run.store));
  const addedCells = await evaluate(subject.comparison, beside, run.ask);
  const stop = run.stopped();
  const disclosure = options.disclosure ?? project.config.disclose;
  const tested = measureTests(prepared, project);
  const report = buildReport({
    comparison: subject.comparison,
    base: prepared.base,
    head: prepared.head,
    policyHash: project.policyHash,
    approvers: project.config.approvers,
    changes: prepared.changes,
    selected: subject.selected,
    affected: result.affected,
    untested: subject.untested,
    ...(subject.selected.length < subject.policy.selection.extendTo && {
      linked: result.affected.filter(({ reason }) => reason.kind !== 'named').length,
    }),
    verdict: result.verdict,
    rounds: result.rounds,
    cells: result.cells,
    controls: result.controls,
    needed: tally.needed(),
    disclosure,
    seed: subject.policy.seed,
    ...whereDefined({ split }),
    added: { slots: added, cells: addedCells },
    ...whereDefined({
      modelOrigins: prepared.modelOrigins,
      categories: options.categories,
      coverage: prepared.coverage,
    }),
    ...(prepared.sides !== undefined && { specCoverage: coverageOf(prepared, tested) }),
    grounds: [
      ...(options.grounds ?? []),
      ...unseen.filter(({ severity }) => severity !== 'notice'),
      ...(stop === undefined ? [] : [stoppedFinding(stop, { finished: tally.needed().calls, needed: countNeeded() })]),
      ...unansweredFindings(added, addedCells),
    ],
    notes: [
      ...notKeptFindings(run),
      ...(options.notes ?? []),
      ...unseen.filter(({ severity }) => severity === 'notice'),
      ...(prepared.remarks ?? []),
    ],
  });
  const cells = [...result.cells, ...addedCells];
  const writeEvidence = (): string =>
    serializeEvidence({
      comparison: subject.comparison,
      simulated: report.simulated,
      made: provenanceOf(project),
      clauses: readingOf(prepared, tested),
      scenarios: [
        ...new Set([...result.affected.map(({ scenario }) => scenario), ...beside.map(({ scenario }) => scenario)]),
      ],
      cells,
      show: (text) => (disclosure === 'ids' ? undefined : disclose(text, disclosure)),
    });
  return { report, cells, writeEvidence };
}
