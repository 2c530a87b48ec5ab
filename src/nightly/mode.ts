// Mode nightly: has a provider changed a model, a judge or the classifier in silence? Told by the summary, one issue and the exit code.
import { whereDefined } from '../core/where-defined.ts';
import { EXIT, type ExitCode } from '../core/exit-code.ts';
import { UserError } from '../core/errors.ts';
import { openEnd } from '../run/change-ends.ts';
import type { NightResult } from './night.ts';
import { writeOutputs } from '../io/actions/outputs.ts';
import { writeSummary } from '../io/actions/summary.ts';
import { readIssues, syncIssue } from '../io/github/issues.ts';
import { loadSpec, type Project } from '../run/load-project.ts';
import { findAnchoredNights } from './decision/anchor.ts';
import type { NightRecord } from './decision/record.ts';
import type { EarlierAnchor } from './earlier-anchor.ts';
import { noteAnchor, parseNote, serializeNote } from './io/anchor-note.ts';
import { writeNoteIssue } from './report/issue.ts';
import { hashSubject } from './subject.ts';
import { renderNightMarkdown } from './report/markdown.ts';
import type { NightReport } from './report/report.ts';
import { renderNightText } from './report/text.ts';
import { nightHeadline } from './report/words.ts';
import { NO_PAINT } from '../render/paint.ts';
import { plainText } from '../render/plain-text.ts';
import { fencedBlock } from '../render/safe-markdown.ts';
import { loadBaseProject } from '../context/base-project.ts';
import { openActionRun } from '../context/open-action-run.ts';
import { openOutputFolder } from '../context/output-folder.ts';
import type { ActionContext } from '../context/action-context.ts';
import { renderNightPart, type NightPart } from './ask-part.ts';
import { dateOfNight } from './batched-night.ts';
import { holdNight, holdNightPart, nightExitCode, tellWebhook } from './hold-night.ts';

/** Later than every night. */
const LAST_DAY = '9999-12-31';

/** The label of the one issue. */
const LABEL = 'spec-gate';

/** @throws UserError off the default branch, where the history does not lie. */
export async function watchNight(context: ActionContext): Promise<ExitCode> {
  const { event, root, inputs, clock, signer } = context;
  if (inputs.store === 'none') {
    throw new UserError({
      message: 'input store: none keeps no history, so every night would be the first',
      hint: 'use store: branch',
    });
  }
  if (!event.onDefaultBranch) {
    throw new UserError({ message: 'mode nightly watches the default branch, and this run is not on it' });
  }
  const end = await openEnd(root, event.headSha);
  const project = await loadBaseProject(end, context);
  const spec = await loadSpec(end.source, { configFile: inputs.config, config: project.config });
  const output = openOutputFolder(context);
  const { run, folders, unread, secrets, batches } = await openActionRun(context, { project, restricted: false });
  const now = new Date(clock.now());
  const today = now.toISOString().slice(0, 10);
  const date = batches === undefined ? today : dateOfNight(batches, { config: inputs.config, date: today });
  const earlier = unread === undefined ? await findEarlierAnchor(context) : ({ kind: 'unknown', why: unread } as const);
  const acceptAnchor = event.kind === 'workflow_dispatch' ? event.acceptAnchor : undefined;
  const { warning } = await import('@actions/core');
  const warn = (text: string): void => warning(text, { title: 'Spec Gate: store' });
  const place = { folders, signer, output, remark: context.log, warn };
  const night = { spec, date, now, earlier, ...whereDefined({ acceptAnchor }) };
  if (inputs.shard !== undefined) {
    return tellPart(context, await holdNightPart({ project, run }, place, { ...night, shard: inputs.shard }));
  }
  const { result, history, record } = await holdNight({ project, run }, place, night);
  const { report } = result;
  context.log(renderNightText(report, { paint: NO_PAINT, width: 120 }));
  await writeSummary(renderNightMarkdown(report), context.env);
  const { calls, usd } = record;
  const paid = { calls: calls.made, costUsd: usd === 'unknown' ? undefined : usd };
  if (record.stopped === 'batch') {
    await writeOutputs({ verdict: 'none', ...paid });
    return EXIT.pass;
  }
  // One that was stopped goes on under its own date.
  if (record.stopped === undefined) batches?.noteNight({ config: inputs.config, date }, 'over');
  const anchor = findAnchoredNights(history, {
    subject: hashSubject(project, spec),
    date: LAST_DAY,
  })?.anchor;
  await tell(context, { project, result, secrets, anchor });
  const code = nightExitCode(report);
  const verdict = code === EXIT.pass ? 'pass' : code === EXIT.fail ? 'fail' : 'inconclusive';
  await writeOutputs({ verdict, ...paid });
  if (code !== EXIT.pass) await failNight(report);
  return code;
}

/** A part decides nothing: no issue, no verdict. */
async function tellPart({ env, log }: ActionContext, part: NightPart): Promise<ExitCode> {
  const text = renderNightPart(part);
  log(text);
  await writeSummary(`### Spec Gate: part of a night\n${fencedBlock(text)}`, env);
  const { calls, usd } = part.made;
  await writeOutputs({ verdict: 'none', calls, costUsd: usd === 'unknown' ? undefined : usd });
  return EXIT.pass;
}

/** Updates the issue and the webhook. A failure there is a warning and does not change the night. */
async function tell(
  { client, inputs, signer, log }: ActionContext,
  night: {
    readonly project: Project;
    readonly result: NightResult;
    readonly secrets: Readonly<Record<string, string>>;
    /** What the next night is held against. */
    readonly anchor: NightRecord | undefined;
  },
): Promise<void> {
  const { warning } = await import('@actions/core');
  const { project, result, secrets, anchor } = night;
  if (result.issue !== undefined && client !== undefined) {
    const note = anchor === undefined ? undefined : noteAnchor(anchor);
    const kept = note === undefined ? {} : { note: { line: serializeNote(note, signer), ...writeNoteIssue(note) } };
    const synced = await syncIssue({ client, key: inputs.config, label: LABEL, ...result.issue, ...kept });
    if (synced.status === 'refused') warning(synced.message, { title: 'Spec Gate' });
    else if (synced.status !== 'none') log(`issue #${synced.number}: ${synced.status}`);
  }
  const problem = await tellWebhook(result.report, project, secrets);
  if (problem !== undefined) warning(problem, { title: 'Spec Gate' });
}

/**
 * Looks for an earlier anchor in this gate's issues, which outlive every cache: so a lost history is not taken for a
 * first night.
 */
async function findEarlierAnchor({ client, inputs, signer }: ActionContext): Promise<EarlierAnchor> {
  if (client === undefined) return { kind: 'unknown', why: 'without github-token no issue can be read' };
  const found = await readIssues({ client, key: inputs.config, label: LABEL });
  if (found.status === 'refused') return { kind: 'unknown', why: found.message };
  const notes = found.issues.flatMap(({ note }) => (note === undefined ? [] : [parseNote(note, signer)]));
  const note = notes.findLast((one) => one !== undefined);
  if (note !== undefined) return { kind: 'noted', note };
  const newest = found.issues.at(-1);
  return newest === undefined
    ? { kind: 'none' }
    : { kind: 'trace', where: `issue #${newest.number} tells of earlier nights` };
}

async function failNight(report: NightReport): Promise<void> {
  const { setFailed } = await import('@actions/core');
  setFailed(`Spec Gate, night of ${report.date}: ${plainText(nightHeadline(report))}`);
}
