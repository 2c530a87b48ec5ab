// What a command is to mend: the change since a ref, what a report or an analysis found, or what judges disagree on in
// a clause.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { whereDefined } from '../core/where-defined.ts';
import { UserError } from '../core/errors.ts';
import type { CommandContext } from '../context/command-context.ts';
import { openCommandStore } from '../context/command-store.ts';
import { loadWorkingProject } from '../context/working-project.ts';
import type { SpecSide } from '../gate/change/prepare-check.ts';
import { prepareSides } from '../gate/commands/prepare-sides.ts';
import { readReport, reportFile } from '../gate/commands/read-report.ts';
import { loadSides } from '../gate/commands/sides.ts';
import { runChange } from '../gate/run-change.ts';
import type { SegmentStore } from '../io/store/segment-store.ts';
import type { Report } from '../report/report.ts';
import { loadSpec, type Project } from '../run/load-project.ts';
import type { Run } from '../run/open-run.ts';
import type { RepairOptions } from './commands.ts';
import type { Fault } from './fault.ts';
import { findClauseFaults } from './find-clause-faults.ts';
import { faultsOf, faultsOfReport } from './read-faults.ts';
import { isStudy, readStudyFindings } from './read-study.ts';

export interface LoadedSubject {
  readonly project: Project;
  readonly current: SpecSide;
  readonly base?: SpecSide;
  /** Asks where the faults are not written down already. */
  readonly find: (run: Run) => Promise<readonly Fault[]>;
  readonly root: string;
  readonly store: SegmentStore;
  readonly outputFolder: string;
}

/** @throws UserError where it is not said what to mend, or said twice, or what was found is about another text. */
export async function loadSubject(
  named: string | undefined,
  options: RepairOptions,
  context: CommandContext,
): Promise<LoadedSubject> {
  const { clause, base } = options;
  if ([named, clause, base].filter((one) => one !== undefined).length !== 1) {
    throw new UserError({
      message: 'say what to mend: one of a report, --clause and --base',
      hint: 'for example: spec-gate repair --base main, spec-gate repair spec-gate-report, spec-gate repair --clause be_kind',
    });
  }
  if (base !== undefined) return loadChange(base, options, context);
  const { project, spec, root, store, outputFolder } = await loadWorkingProject(options, context);
  const current = { ref: 'working tree', spec };
  const loaded = { project, current, root, store, outputFolder };
  if (clause !== undefined) {
    requireClause(current, clause);
    return { ...loaded, find: (run) => findClauseFaults({ project, current }, clause, run.ask) };
  }
  const found = await readFindings(named!, { context, loaded });
  return { ...loaded, ...found };
}

async function loadChange(base: string, options: RepairOptions, context: CommandContext): Promise<LoadedSubject> {
  const { config, store: given } = options;
  const sides = await loadSides({ config, base, cwd: context.cwd });
  const { checks, project } = prepareSides(sides);
  const { store } = await openCommandStore({ root: sides.root, config: project.config, given }, context);
  return {
    project,
    current: sides.head,
    base: sides.base,
    root: sides.root,
    store,
    outputFolder: resolve(context.cwd, options.outputDir ?? project.config.outputDir),
    find: async (run) => {
      if (checks.spec === undefined) return [];
      const [checked] = await runChange({ spec: checks.spec }, { project, run }, { grounds: [], notes: [] });
      return checked === undefined ? [] : faultsOfReport(checked.report);
    },
  };
}

/** Findings that were written down: by a check, or by an analysis. */
async function readFindings(
  named: string,
  { context, loaded }: { readonly context: CommandContext; readonly loaded: Omit<LoadedSubject, 'find'> },
): Promise<Pick<LoadedSubject, 'find' | 'base'>> {
  const file = reportFile(context.cwd, named);
  const text = readIfThere(resolve(context.cwd, file));
  if (text !== undefined && isStudy(text)) {
    const faults = faultsOf(readStudyFindings({ file, text }));
    for (const id of faults.flatMap(({ clauses }) => clauses)) requireClause(loaded.current, id);
    return { find: async () => faults };
  }
  const report = readReport(context.cwd, named);
  const base = await findBase(report, { file, loaded });
  const faults = faultsOfReport(report);
  return { find: async () => faults, ...whereDefined({ base }) };
}

/** What the report's change started from; nothing where it compared no texts. */
async function findBase(
  { comparison, base, head }: Report,
  { file, loaded }: { readonly file: string; readonly loaded: Omit<LoadedSubject, 'find'> },
): Promise<SpecSide | undefined> {
  const { spec } = loaded.current;
  if (head.specHash !== spec.hash && comparison !== 'model') {
    throw new UserError({
      message: 'the report is about another text than the one that lies here',
      hint: 'check out the commit it is about, or run spec-gate check again',
      place: { file },
    });
  }
  if (comparison === 'model' || base.specHash === spec.hash) return undefined;
  if (base.sha === undefined) {
    throw new UserError({
      message: `the report does not say in which commit its base (${base.ref}) lies`,
      hint: 'mend the change with --base REF',
      place: { file },
    });
  }
  const { project, root } = loaded;
  const source = { kind: 'commit', repo: root, sha: base.sha } as const;
  return {
    ref: base.ref,
    sha: base.sha,
    spec: await loadSpec(source, { configFile: project.configFile, config: project.config }),
  };
}

function requireClause({ spec }: SpecSide, id: string): void {
  if (spec.clauses.some((clause) => clause.id === id)) return;
  throw new UserError({ message: `no clause ${id} in the spec`, hint: 'spec-gate coverage lists them all' });
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
