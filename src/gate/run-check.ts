// Runs a prepared check against a store and models, and builds its report.
import { whereDefined } from '../core/where-defined.ts';
import { serializeEvidence } from '../analysis/evidence/evidence.ts';
import { check, type CheckResult, type CheckSubject } from './check.ts';
import type { SplitChange } from '../decision/split-change.ts';
import type { CellTask } from '../evaluation/cell-task.ts';
import type { ReportParts } from '../report/report-parts.ts';
import type { Stop } from '../run/stop.ts';
import type { Project } from '../run/load-project.ts';
import type { Run } from '../run/open-run.ts';
import type { StagePlan } from '../run/stage-progress.ts';
import type { Tally } from '../evaluation/tally.ts';
import { evaluate, type EvaluatedCell } from '../evaluation/evaluate.ts';
import { planControlCalls } from '../evaluation/controls/judge-controls.ts';
import { planCalls, type PlannedCall } from '../evaluation/plan.ts';
import { disclose } from '../report/build/disclose.ts';
import { buildReport } from '../report/build-report.ts';
import { addedTasks, unansweredFindings } from './added-models.ts';
import { coverageOf, measureTests, readingOf } from './coverage/report-coverage.ts';
import { digestRun } from '../report/run-digest.ts';
import { provenanceOf } from './provenance.ts';
import type { RunStart } from '../report/terminal/run-start.ts';
import { createStartTeller } from './tell-start.ts';
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
  /** Told what the first round asks as its first call is made; never where all of it is stored. */
  readonly onStart?: (start: RunStart) => void;
  /** Said where no review of the change is read. */
  readonly acceptances?: 'not-read';
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
  { project, run }: { project: Project; run: Run },
  options: RunCheckOptions = {},
): Promise<JudgedCheck> {
  const tally = options.tally ?? run.startTally();
  const tellStart = createStartTeller(prepared.subject, project, options.onStart);
  const asked = await askCheck(prepared, { run, tally, tellStart });
  const { subject, result, beside, addedCells } = asked;
  const disclosure = options.disclosure ?? project.config.disclose;
  const tested = measureTests(prepared, project);
  const report = buildReport({
    ...partsOf(prepared, asked),
    policyHash: project.policyHash,
    approvers: project.config.approvers,
    needed: tally.needed(),
    disclosure,
    ...whereDefined({ acceptances: options.acceptances, categories: options.categories }),
    ...(prepared.sides !== undefined && { specCoverage: coverageOf(prepared, tested) }),
    grounds: [...(options.grounds ?? []), ...ownGrounds(prepared, asked, tally)],
    notes: [
      ...notKeptFindings(run),
      ...(options.notes ?? []),
      ...(prepared.unseen ?? []).filter(({ severity }) => severity === 'notice'),
      ...(prepared.remarks ?? []),
    ],
  });
  const cells = [...result.cells, ...addedCells];
  const writeEvidence = (): string =>
    serializeEvidence({
      comparison: subject.comparison,
      simulated: report.simulated,
      run: digestRun(report),
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

/** Everything that a check has asked, and what came of it. */
interface AskedCheck {
  readonly subject: CheckSubject;
  readonly result: CheckResult;
  readonly split: SplitChange | undefined;
  /** What new models were asked beside the panel, and their answers. */
  readonly beside: readonly CellTask[];
  readonly addedCells: readonly EvaluatedCell[];
  readonly stop: Stop | undefined;
  /** Calls that the last stage needed, with all before it. Plans the stage anew. */
  readonly countNeeded: () => number;
}

async function askCheck(
  prepared: PreparedCheck,
  {
    run,
    tally,
    tellStart,
  }: { readonly run: Run; readonly tally: Tally; readonly tellStart: ReturnType<typeof createStartTeller> },
): Promise<AskedCheck> {
  const subject = withStoredDraws(prepared.subject, run.store);
  const { comparison } = subject;
  let countNeeded = (): number => 0;
  const countFrom = (plan: StagePlan): void => {
    // Third judges of the stages before were asked for as well, where two parted.
    const before = tally.needed().calls;
    countNeeded = () => before + plan().filter(({ optional }) => !optional).length;
  };
  const beginStage: Run['beginStage'] = (stage, plan) => {
    countFrom(plan);
    run.beginStage(stage, plan);
  };
  const result = await check(subject, {
    ask: run.ask,
    onRound: (round, tasks) => {
      const plan = (): readonly PlannedCall[] => planCalls(comparison, tasks, run.store);
      countFrom(plan);
      run.beginStage(round.stage, () => tellStart(plan()));
    },
    onControls: (tasks) => beginStage('known answers', () => planControlCalls(comparison, tasks, run.store)),
    stopped: () => run.stopped()?.kind,
  });
  const split = await splitFailure(subject, result, { ...run, beginStage });
  const { added = [] } = prepared;
  const beside = addedTasks({ subject, added, round: result.rounds.at(-1), affected: result.affected });
  if (beside.length > 0) beginStage('beside the panel', () => planCalls(comparison, beside, run.store));
  const addedCells = await evaluate(comparison, beside, run.ask);
  return { subject, result, split, beside, addedCells, stop: run.stopped(), countNeeded: () => countNeeded() };
}

/** What the report says of the comparison itself. */
function partsOf(prepared: PreparedCheck, { subject, result, split, addedCells }: AskedCheck) {
  const { base, head, changes, added = [], modelOrigins, coverage } = prepared;
  const { comparison, selected, untested, policy } = subject;
  const { affected, verdict, rounds, cells, controls } = result;
  return {
    comparison,
    base,
    head,
    changes,
    selected,
    affected,
    untested,
    verdict,
    rounds,
    cells,
    controls,
    seed: policy.seed,
    added: { slots: added, cells: addedCells },
    ...(selected.length < policy.selection.extendTo && {
      linked: affected.filter(({ reason }) => reason.kind !== 'named').length,
    }),
    ...whereDefined({ split, modelOrigins, coverage }),
  } as const satisfies Partial<ReportParts>;
}

/** What beside the measured evidence keeps the check from passing. */
function ownGrounds(
  { added = [], unseen = [] }: PreparedCheck,
  { stop, addedCells, countNeeded }: AskedCheck,
  tally: Tally,
): readonly Finding[] {
  return [
    ...unseen.filter(({ severity }) => severity !== 'notice'),
    ...(stop === undefined ? [] : [stoppedFinding(stop, { finished: tally.needed().calls, needed: countNeeded() })]),
    ...unansweredFindings(added, addedCells),
  ];
}
