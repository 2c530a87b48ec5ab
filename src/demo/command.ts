// `spec-gate demo`: the real gate on the shipped example: two edits of the spec, one of them mended, and a change of models; all
// simulated.
import { dirname, join, relative, resolve } from 'node:path';
import { whereDefined } from '../core/where-defined.ts';
import { prepareSpecCheck, type PreparedCheck } from '../gate/change/prepare-check.ts';
import { prepareModelCheck } from '../gate/change/prepare-model-check.ts';
import { loadNamedModels } from '../gate/commands/model-sides.ts';
import { runCheck } from '../gate/run-check.ts';
import { loadProject, loadSpec, type Project } from '../run/load-project.ts';
import { createMemorySegmentStore } from '../io/store/segment-store.ts';
import { readValueCategories } from '../run/value-categories.ts';
import type { SpecSource } from '../io/read-spec.ts';
import { renderTerminal } from '../report/terminal/terminal.ts';
import { type CommandContext } from '../context/command-context.ts';
import { EXIT, type ExitCode } from '../core/exit-code.ts';
import { createPaint } from '../render/paint.ts';
import type { Run } from '../run/open-run.ts';
import type { Report } from '../report/report.ts';
import { faultsOfReport } from '../repair/read-faults.ts';
import { repair } from '../repair/repair.ts';
import type { RepairReport } from '../repair/repair-report.ts';
import { renderBestRepair } from '../repair/report/best-text.ts';
import { writeRepair } from '../repair/write-repair.ts';
import { describeUnwritten, openReportFolder, writeReports } from '../gate/write-reports.ts';
import type { DemoOptions } from './commands.ts';
import { openCommandRun } from '../context/open-command-run.ts';

/** A pull request of the example: what it does, and where its head lies or which model it replaces. */
interface PullRequest {
  readonly name: string;
  readonly title: string;
  readonly config: string;
  /** Whether an edit is looked for that makes it pass. */
  readonly mend?: true;
  readonly replaces?: { readonly base: string; readonly head: string };
}

const PULL_REQUESTS: readonly PullRequest[] = [
  {
    name: 'harmless',
    title: 'Pull request 1: two clauses reworded, nothing asked that was not asked before',
    config: 'spec-gate.yml',
  },
  {
    name: 'conflict',
    title: 'Pull request 2: one clause now asks for the whole answer and no longer says which clause it gives way to',
    config: 'spec-gate.yml',
    mend: true,
  },
  {
    name: 'models',
    title: 'Pull request 3: a panel of careful models, one of them replaced by its next version; the spec stays',
    config: 'careful-panel.yml',
    replaces: { base: 'sim/willow', head: 'sim/willow-next' },
  },
];

export async function runDemoCommand(options: DemoOptions, context: CommandContext): Promise<ExitCode> {
  const source: SpecSource = { kind: 'worktree', root: join(context.packageRoot, 'fixtures', 'harbor') };
  const paint = createPaint(context.output.colour);
  context.print(
    `Spec Gate demo: one spec, three pull requests. Models and judges are simulated: no key, no network.\n`,
  );
  for (const pullRequest of PULL_REQUESTS) {
    const { name, title } = pullRequest;
    const project = await loadProject(source, pullRequest.config);
    const prepared = await prepare(source, { project, pullRequest });
    const means = { project, store: createMemorySegmentStore() };
    const run = openCommandRun(means, context);
    const categories = await readValueCategories(context.packageRoot);
    const { report, evidence } = await runCheck(prepared, { project, run }, { disclosure: 'full', categories });
    const record = run.close();
    const written = writeReports(openReportFolder(resolve(context.cwd, options.outputDir, name), context.cwd), {
      report,
      evidence,
      run: record,
    });
    context.remark(describeUnwritten(written.unwritten));
    const [reportPath, reportJson] = [written.html, written.json].map((path) => relative(context.cwd, path));
    const view = { report, run: record, ...whereDefined({ reportPath, reportJson }) };
    context.print(`\n${paint.strong(title)}\n\n${renderTerminal(view, { paint, width: context.output.columns })}`);
    if (pullRequest.mend !== true) continue;
    // A run of its own, so that the cost of the verdict and that of the repair are counted apart.
    const repaired = await mend({ project, prepared, report }, openCommandRun(means, context));
    const page = relative(context.cwd, writeRepair(dirname(written.html), repaired).page);
    context.print(`\n${renderBestRepair({ report: repaired, page }, { paint, width: context.output.columns })}`);
  }
  context.print(
    '\nThat was the whole gate, on made-up models. For your own spec: npx spec-gate init in its repository, then npx spec-gate doctor.\n',
  );
  return EXIT.pass;
}

/** Has simulated writers propose three edits for what the check of the pull request found, and gates each. */
async function mend(
  {
    project,
    prepared,
    report,
  }: { readonly project: Project; readonly prepared: PreparedCheck; readonly report: Report },
  run: Run,
): Promise<RepairReport> {
  const { base, head } = prepared.sides!;
  const [fault] = faultsOfReport(report);
  const subject = { project, base, current: head, faults: fault === undefined ? [] : [fault] };
  return repair(subject, { candidates: 3, words: 60 }, run).finally(() => run.close());
}

async function prepare(
  source: SpecSource,
  { project, pullRequest }: { readonly project: Project; readonly pullRequest: PullRequest },
): Promise<PreparedCheck> {
  const { name, config: configFile, replaces } = pullRequest;
  const side = { configFile, config: project.config };
  const base = { ref: 'main', spec: await loadSpec(source, side) };
  if (replaces === undefined) {
    const head = { ref: name, spec: await loadSpec(source, { ...side, patterns: [`head-${name}/spec.md`] }) };
    return prepareSpecCheck(project, { base, head });
  }
  const lists = await loadNamedModels(source, project, replaces);
  const sides = { spec: base, head: { ref: name }, baseModels: lists.base, headModels: lists.head };
  const prepared = prepareModelCheck(project, sides);
  if (prepared === undefined) throw new Error(`nothing to compare in ${configFile}`);
  return prepared;
}
