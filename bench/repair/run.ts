// One planted fault from finding it to its edits: in process, through the same functions as the command.
import { isAffected } from '../../src/evaluation/comparison.ts';
import { prepareSpecCheck } from '../../src/gate/change/prepare-check.ts';
import { judgeCheck } from '../../src/gate/run-check.ts';
import { SYSTEM_CLOCK } from '../../src/io/system-clock.ts';
import { createMemorySegmentStore } from '../../src/io/store/segment-store.ts';
import { applyPatch } from '../../src/repair/patch.ts';
import { findClauseFaults } from '../../src/repair/find-clause-faults.ts';
import { faultsOfReport } from '../../src/repair/read-faults.ts';
import { repair } from '../../src/repair/repair.ts';
import { editsOf, type RepairEdit } from '../../src/repair/repair-report.ts';
import { compareTexts, type RepairSubject } from '../../src/repair/repair-subject.ts';
import { openRun, type Run } from '../../src/run/open-run.ts';
import { parseSpec } from '../../src/spec/parse.ts';
import { specFiles, truthOf, type PlantedFault, type PlantedKind, type Truth } from './planted.ts';
import { plantProject } from './project.ts';

export interface RepairedFault {
  readonly name: string;
  readonly kind: PlantedKind;
  readonly seed: number;
  readonly isFound: boolean;
  readonly edits: readonly (Pick<RepairEdit, 'status' | 'fall'> & {
    readonly truth: Truth;
    readonly why: readonly string[];
  })[];
  /** Of all evidence that finding and mending used. */
  readonly usd: number;
  /** Scenarios that are not linked to a repaired clause, and those of them whose judges read another text. */
  readonly otherScenarios: number;
  readonly otherMoved: number;
}

export async function repairPlanted(fault: PlantedFault, seed: number): Promise<RepairedFault> {
  const project = await plantProject(fault, seed);
  const run = openRun({
    project,
    store: createMemorySegmentStore(),
    progress: { update: () => {}, finish: () => {} },
    signal: new AbortController().signal,
    clock: SYSTEM_CLOCK,
    env: {},
  });
  const parse = (text: string) => parseSpec(specFiles(text), { clauses: 'headings' });
  const spec = await parse(fault.spec);
  const base = fault.base === undefined ? undefined : await parse(fault.base);
  const subject = {
    project,
    current: { ref: 'head', spec },
    ...(base === undefined ? {} : { base: { ref: 'main', spec: base } }),
  };
  const faults = (await findFaults(subject, fault, run)).slice(0, 1);
  const report = await repair({ ...subject, faults }, { candidates: fault.edits.length, words: 60 }, run);
  const { usd } = run.tally.needed();
  const repairs = editsOf(report).filter(({ status }) => status === 'repair');
  const others = await Promise.all(
    repairs.map(async (edit) => {
      const edited = await parseSpec(applyPatch(spec.files, edit.patch), { clauses: 'headings' });
      const comparison = compareTexts(project, spec, edited);
      const beside = project.bank.scenarios.filter(({ clauses }) => !clauses.includes(edit.clause));
      return { all: beside.length, moved: beside.filter((scenario) => isAffected(comparison, scenario)).length };
    }),
  );
  return {
    name: fault.name,
    kind: fault.kind,
    seed,
    isFound: faults.length > 0,
    edits: editsOf(report).map(({ status, fall, diff, gate }) => ({
      truth: truthOf(fault, diff),
      status,
      ...(fall === undefined ? {} : { fall }),
      why: (gate?.reasons ?? []).map(({ code }) => code),
    })),
    usd: usd === 'unknown' ? Number.NaN : usd,
    otherScenarios: others.reduce((sum, { all }) => sum + all, 0),
    otherMoved: others.reduce((sum, { moved }) => sum + moved, 0),
  };
}

async function findFaults(subject: Omit<RepairSubject, 'faults'>, fault: PlantedFault, run: Run) {
  const { project, current, base } = subject;
  if (base === undefined) return findClauseFaults(subject, fault.clause, run.ask);
  const { report } = await judgeCheck(prepareSpecCheck(project, { base, head: current }), { project, run });
  return faultsOfReport(report);
}
