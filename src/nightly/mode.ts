// Mode nightly: has a provider changed a model, a judge or the classifier in silence? Told by the summary, one issue and the exit code.
import { EXIT, type ExitCode } from '../core/exit-code.ts';
import { nightExitCode, writeNight } from './command.ts';
import { UserError } from '../core/errors.ts';
import { openEnd } from '../run/change-ends.ts';
import { runNight, type NightResult } from './night.ts';
import { writeOutputs } from '../io/actions/outputs.ts';
import { writeSummary } from '../io/actions/summary.ts';
import { syncIssue } from '../io/github/issues.ts';
import { appendHistory, readHistory, serializeHistory } from './io/history.ts';
import { loadSpec, type Project } from '../run/load-project.ts';
import { createWebhookMessage, sendWebhook } from './io/webhook.ts';
import { renderNightMarkdown } from './report/markdown.ts';
import type { NightReport } from './report/report.ts';
import { renderNightText } from './report/text.ts';
import { nightHeadline } from './report/words.ts';
import { NO_PAINT } from '../render/paint.ts';
import { visibleLine } from '../render/visible-text.ts';
import { loadBaseProject } from '../context/base-project.ts';
import { openActionRun } from '../context/open-action-run.ts';
import { openOutputFolder } from '../context/output-folder.ts';
import type { ActionWorld } from '../context/action-context.ts';

/** The label of the one issue. */
const LABEL = 'spec-gate';

/** @throws UserError off the default branch, where the history does not lie. */
export async function watchNight(world: ActionWorld): Promise<ExitCode> {
  const { event, root, inputs, clock, signer } = world;
  if (!event.onDefaultBranch) {
    throw new UserError({ message: 'mode nightly watches the default branch, and this run is not on it' });
  }
  const end = await openEnd(root, event.headSha);
  const project = await loadBaseProject(end, world);
  const spec = await loadSpec(end.source, { configFile: inputs.config, config: project.config });
  const output = openOutputFolder(world);
  const { run, folders, secrets } = await openActionRun(world, { project, restricted: false });
  const { records: history, unreadable, unsigned } = readHistory(folders, signer);
  if (unreadable > 0) world.log(`${unreadable} lines of the history cannot be read and were left out`);
  if (unsigned > 0) {
    const { warning } = await import('@actions/core');
    warning(`${unsigned} lines of the history are unsigned or forged and were left out`, { title: 'Spec Gate: store' });
  }
  const now = new Date(clock.now());
  const result = await runNight(project, run, { spec, date: now.toISOString().slice(0, 10), now, history });
  const { calls, usd } = run.close();
  appendHistory(folders[0], result.append, { now, signer });
  writeNight(output, result, serializeHistory([...history, ...result.append], signer));
  const { report } = result;
  world.log(renderNightText(report, { paint: NO_PAINT, width: 120 }));
  await writeSummary(renderNightMarkdown(report), world.env);
  await tell(world, { project, result, secrets });
  const code = nightExitCode(report);
  const verdict = code === EXIT.pass ? 'pass' : code === EXIT.fail ? 'fail' : 'inconclusive';
  await writeOutputs({ verdict, calls: calls.made, costUsd: usd === 'unknown' ? undefined : usd });
  if (code !== EXIT.pass) await failNight(report);
  return code;
}

/** The issue and the webhook. What they do not take is a warning: the night is what it is. */
async function tell(
  { client, inputs }: ActionWorld,
  night: {
    readonly project: Project;
    readonly result: NightResult;
    readonly secrets: Readonly<Record<string, string>>;
  },
): Promise<void> {
  const { warning } = await import('@actions/core');
  const { project, result, secrets } = night;
  if (result.issue !== undefined && client !== undefined) {
    const synced = await syncIssue({ client, key: inputs.config, label: LABEL, ...result.issue });
    if (synced.status === 'refused') warning(synced.message, { title: 'Spec Gate' });
  }
  const { webhook } = project.config.nightly;
  const message = createWebhookMessage(result.report, project.configFile);
  if (webhook === undefined || message === undefined) return;
  const problem = await sendWebhook(message, { ...webhook, env: secrets, fetch: globalThis.fetch });
  if (problem !== undefined) warning(problem, { title: 'Spec Gate' });
}

async function failNight(report: NightReport): Promise<void> {
  const { setFailed } = await import('@actions/core');
  setFailed(`Spec Gate, night of ${report.date}: ${nightHeadline(report, (name) => visibleLine(name, 120))}`);
}
