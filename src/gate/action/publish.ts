// Everything a gated change leaves behind: report files, log, summary, annotations, comment, outputs.
import { join, relative } from 'node:path';
import { worstExitCode } from '../exit-code.ts';
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import { stripCommands } from '../../io/safe-log.ts';
import { describeUnwritten, writeReports } from '../write-reports.ts';
import type { NamedReport } from '../run-change.ts';
import { replaceSuggestion } from '../../io/github/suggestion.ts';
import type { AfterCheck } from './after-check.ts';
import { writeAnnotations } from '../../io/actions/annotations.ts';
import { writeCommentId, writeOutputs } from '../../io/actions/outputs.ts';
import { writeSummary } from '../../io/actions/summary.ts';
import { listAnnotations, type Locate } from '../../report/formats/annotations.ts';
import { renderComment } from '../../report/markdown/comment.ts';
import type { Report } from '../../report/report.ts';
import type { RunRecord } from '../../report/run-record.ts';
import { renderSummary } from '../../report/markdown/summary.ts';
import { renderTerminal } from '../../report/terminal/terminal.ts';
import { headlineBlock } from '../../report/markdown/blocks.ts';
import type { View } from '../../report/view.ts';
import type { ChangeEvent } from './change-event.ts';
import { gateOf, writeComment } from './comment.ts';
import { serializeVerdict } from './verdict-note.ts';
import { locateOnChange } from './shown-lines.ts';
import type { ChangeEnds } from '../../run/change-ends.ts';
import { failStep } from '../../context/fail-step.ts';
import type { ActionContext } from '../../context/action-context.ts';

export interface Gated {
  readonly change: ChangeEvent;
  readonly ends: ChangeEnds;
  readonly configFile: string;
  /** Of `digestChange`. */
  readonly digest: string;
  /** Of `openOutputFolder`. */
  readonly folder: string;
  /** The one that blocks most first. */
  readonly reports: readonly [NamedReport, ...NamedReport[]];
  readonly run: RunRecord;
  readonly onInconclusive: 'fail' | 'report';
  /** What other wings add. */
  readonly after?: AfterCheck;
  /** Whether a suggestion of an earlier run may be withdrawn. */
  readonly mayTakeBack: boolean;
}

/** Shows the verdict everywhere and gives the step's exit code. */
export async function publish(context: ActionContext, gated: Gated): Promise<ExitCode> {
  const { reports, run, change, folder } = gated;
  const [first] = reports;
  const paths = reports.map(({ name, report, evidence }, index) =>
    writeReports(folder, {
      report,
      evidence,
      run,
      repositoryUrl: context.event.run.repositoryUrl,
      ...(index !== 0 && { name }),
    }),
  );
  await warnOfUnwritten(paths.flatMap(({ unwritten }) => unwritten));
  const views = reports.map(({ report }): View => ({
    report,
    run,
    runUrl: context.event.run.url,
    repositoryUrl: context.event.run.repositoryUrl,
    ...gateOf(context.inputs.config),
    reportPath: relative(context.root, paths[0]!.html),
  }));
  for (const view of views) context.log(renderTerminal(view, { width: 120 }));
  await writeSummary(views.map(renderSummary).join('\n---\n\n'), context.env);
  const all = reports.map(({ report }) => report);
  const locate = await locateOnChange(gated.ends, { configFile: gated.configFile, reports: all });
  await writeAnnotations(reports.length === 1 ? listAnnotations(first.report, locate) : mergeAnnotations(all, locate));
  const code = worstExitCode(
    reports.map(({ report }) => report),
    gated.onInconclusive,
  );
  // Before anything that may still go wrong.
  await writeOutputs({ ...outputsOf(first.report, run), reportPath: join(folder, 'report.json') });
  const commentId = await writeComment(context, change, {
    body: renderComment(views, gated.after?.sections),
    shortBody: `${headlineBlock(first.report, gateOf(context.inputs.config).gate)}\n[Full report in the run's summary and artifact](${context.event.run.url})\n`,
    isNews: isNews(context, reports, code),
    note: noteOf(context, gated, code),
  });
  await writeCommentId(commentId);
  await writeSuggestion(context, gated);
  if (code !== EXIT.pass) await failStep(first.report);
  return code;
}

async function warnOfUnwritten(unwritten: readonly string[]): Promise<void> {
  if (unwritten.length === 0) return;
  const { warning } = await import('@actions/core');
  warning(stripCommands(describeUnwritten(unwritten)), { title: 'Spec Gate' });
}

/** On the lines of the pull request; one of an older commit goes. */
async function writeSuggestion(
  { client, inputs, log }: ActionContext,
  { change, after, mayTakeBack }: Gated,
): Promise<void> {
  const { kind, pullRequest, headSha } = change;
  const suggestion = after?.suggestion;
  if (!mayTakeBack || client === undefined || kind !== 'pull-request' || pullRequest === undefined) return;
  if (inputs.comment === 'never') return;
  const result = await replaceSuggestion({ client, pullRequest, key: inputs.config, headSha, suggestion });
  log(`suggestion: ${result.status}`);
  if (result.status !== 'refused') return;
  const { warning } = await import('@actions/core');
  warning(result.message, { title: 'Spec Gate' });
}

/** The note that a merge queue may reuse; only for a complete verdict that does not depend on a reviewer's approval. */
function noteOf({ signer, signal }: ActionContext, gated: Gated, exitCode: ExitCode): string | undefined {
  const { reports, digest, change } = gated;
  const isAccepted = reports.some(({ report }) => report.verdict.resolution !== undefined);
  const isDecided = exitCode === EXIT.pass || exitCode === EXIT.fail;
  if (signer === undefined || signal.aborted || isAccepted || !isDecided) return undefined;
  const verdict = reports[0].report.verdict.status;
  return serializeVerdict({ digest, verdict, exitCode, headSha: change.headSha }, signer);
}

function isNews({ inputs }: ActionContext, reports: readonly NamedReport[], code: ExitCode): boolean {
  if (inputs.comment === 'on-failure') return code !== EXIT.pass;
  const changes = reports.some(
    ({ report }) => report.comparison === 'model' || report.changes.some(({ kind }) => kind !== 'cosmetic'),
  );
  return inputs.comment === 'always' || changes || code !== EXIT.pass;
}

/** Of each level as many as one report may have; the first report's come first. */
function mergeAnnotations(reports: readonly Report[], locate: Locate): ReturnType<typeof listAnnotations> {
  const all = reports.flatMap((report) => listAnnotations(report, locate));
  return (['error', 'warning', 'notice'] as const).flatMap((level) =>
    all.filter((one) => one.level === level).slice(0, 9),
  );
}

function outputsOf({ verdict, endpoints: metrics, outliers, findings }: Report, run: RunRecord) {
  return {
    verdict: verdict.status,
    resolution: verdict.resolution?.kind ?? ('none' as const),
    nonCompliance: metrics.nonCompliance?.head,
    disagreement: metrics.disagreement?.head,
    interpretation: metrics.interpretation?.head,
    newOutliers: outliers.filter(({ status }) => status === 'new').length,
    findingsCount: verdict.reasons.length + findings.length,
    calls: run.calls.made,
    costUsd: run.usd === 'unknown' ? undefined : run.usd,
  };
}
