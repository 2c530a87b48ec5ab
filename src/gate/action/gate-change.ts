// Mode check: judges a change under its base branch's policy, or says that there is nothing to judge.
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import { openChange, openEnd } from '../../run/change-ends.ts';
import { findOutdated } from '../change/outdated-branch.ts';
import { prepareChange, type PreparedChange } from '../change/prepare-change.ts';
import { resolveAcceptance } from '../accept/resolve-acceptance.ts';
import { judgeChange, rankReports, type NamedReport } from '../run-change.ts';
import { writeCommentId, writeOutputs } from '../../io/actions/outputs.ts';
import { readValueCategories } from '../../run/value-categories.ts';
import { gateTitle } from '../../report/markdown/blocks.ts';
import { renderRunStart } from '../../report/terminal/run-start.ts';
import { writeSummary } from '../../io/actions/summary.ts';
import { askApproval, loadAcceptances } from './accepted.ts';
import { loadBaseProject } from '../../context/base-project.ts';
import { describeBootstrap } from './bootstrap.ts';
import { readChangeEvent, type ChangeEvent } from './change-event.ts';
import { gateOf, writeComment } from './comment.ts';
import { openPolicy } from './default-branch.ts';
import { fetchChange } from './fetch-change.ts';
import { openActionRun } from '../../context/open-action-run.ts';
import { openOutputFolder } from '../../context/output-folder.ts';
import { publish } from './publish.ts';
import { reuseVerdict } from './reuse-verdict.ts';
import { digestChange } from './verdict-note.ts';
import { labelledFile } from '../../run/load-project.ts';
import { whyOutdated, whyUntouched } from './why-untouched.ts';
import type { ActionContext } from '../../context/action-context.ts';
import { whereDefined } from '../../core/where-defined.ts';
import type { AfterCheck, AfterCheckOf } from './after-check.ts';
import type { ChangeEnds } from '../../run/change-ends.ts';

/** `afterCheck` is another wing's part in it. */
export async function gateChange(context: ActionContext, afterCheck: AfterCheckOf): Promise<ExitCode> {
  const change = await readChangeEvent(context);
  const branchedOff = await fetchChange(context, change);
  const tip = await openEnd(context.root, change.baseSha);
  const ends = await openChange(context.root, { base: branchedOff, head: change.headSha });
  const policy = await openPolicy(context, change, tip);
  if (policy === undefined) return describeBootstrap(context, ends, change);
  const project = await loadBaseProject(policy, context);
  const outdated = await findOutdated(ends, { project, policy });
  if (outdated !== undefined) return reportUntouched(context, change, whyOutdated(outdated));
  const prepared = await prepareChange(ends, project, change.names);
  if (!prepared.isTouched) {
    const labelled = labelledFile(project.configFile, project.config);
    const isFirst = ends.head.paths.has(labelled) && !ends.base.paths.has(labelled);
    const brought = { added: prepared.checks.added ?? [], ...(isFirst && { labelled }) };
    return reportUntouched(context, change, whyUntouched(project, brought));
  }
  const digest = await digestChange(project, policy, ends);
  return (
    (await reuseVerdict(context, change, digest)) ?? judge(context, { change, ends, prepared, digest, afterCheck })
  );
}

async function judge(
  context: ActionContext,
  subject: {
    readonly change: ChangeEvent;
    readonly ends: ChangeEnds;
    readonly prepared: PreparedChange;
    readonly digest: string;
    readonly afterCheck: AfterCheckOf;
  },
): Promise<ExitCode> {
  const { change, ends, prepared, digest, afterCheck } = subject;
  const { project, checks, grounds, notes } = prepared;
  // Before anything is paid for.
  const folder = openOutputFolder(context);
  const acceptances = await loadAcceptances(ends, project.configFile);
  const { run, openAgain } = await openActionRun(context, { project, restricted: change.restricted });
  const categories = await readValueCategories(context.packageRoot);
  let after: AfterCheck | undefined;
  const whileOpen = async (judged: readonly NamedReport[]): Promise<void> => {
    const about = { context, change, ends, project, prepared: checks.spec, reports: judged, openAgain, folder };
    after = await afterCheck(about);
  };
  const { reports, record } = await judgeChange(
    checks,
    { project, run, folder, whileOpen },
    { grounds, notes, categories, onStart: (start) => context.log(renderRunStart(start).trimEnd()) },
  );
  const acceptance = {
    acceptances,
    today: new Date(context.clock.now()).toISOString().slice(0, 10),
    approval: () => askApproval(context, change, project.config.approvers),
  };
  const resolved: NamedReport[] = [];
  for (const named of reports) resolved.push({ ...named, report: await resolveAcceptance(named.report, acceptance) });
  const [first, ...others] = rankReports(resolved);
  if (first === undefined) throw new Error('a touched change without a comparison');
  const { onInconclusive } = project.config;
  return publish(context, {
    change,
    ends,
    configFile: project.configFile,
    digest,
    folder,
    reports: [first, ...others],
    run: record,
    onInconclusive,
    ...whereDefined({ after }),
    mayTakeBack: project.config.repair === 'suggest',
  });
}

/** Nothing to judge: passes at once. An existing comment of an earlier push is updated, since it is wrong now. */
async function reportUntouched(context: ActionContext, change: ChangeEvent, reason: string): Promise<ExitCode> {
  const text = `### ${gateTitle(gateOf(context.inputs.config).gate)}: nothing to test\n\nNothing was asked: ${reason} (commit \`${change.headSha.slice(0, 7)}\`).\n`;
  context.log(`nothing to test: ${reason}`);
  await writeSummary(text, context.env);
  await writeOutputs({ verdict: 'none', calls: 0 });
  const commentId = await writeComment(context, change, {
    body: text,
    shortBody: text,
    isNews: context.inputs.comment === 'always',
  });
  await writeCommentId(commentId);
  return EXIT.pass;
}
