// `spec-gate report`: another view of a report that was written before.
import { resolve } from 'node:path';
import { UserError } from '../../core/errors.ts';
import { parseEvidence } from '../../analysis/evidence/evidence.ts';
import { RENDERERS } from '../../report/formats/renderers.ts';
import { FORMAT_SHOWS } from '../../report/formats/report-formats.ts';
import type { Report } from '../../report/report.ts';
import { renderTerminal } from '../../report/terminal/terminal.ts';
import { type CommandContext } from '../../context/command-context.ts';
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import { createPaint } from '../../render/paint.ts';
import { openExplorer, readEvidenceBeside } from '../open-explorer.ts';
import { readReport, reportFile } from './read-report.ts';
import type { View } from '../../report/view.ts';
import type { ReportOptions } from '../commands.ts';

export async function runReportCommand(
  file: string,
  options: ReportOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const report = readReport(context.cwd, file);
  const format = options.json === true ? 'json' : options.format;
  const view: View = { report, ...readAnswers({ report, file: reportFile(context.cwd, file) }, options, context) };
  const render = (): string =>
    format === 'terminal'
      ? renderTerminal(view, { paint: createPaint(context.output.colour), width: context.output.columns })
      : RENDERERS[format](view);
  try {
    context.print(render());
  } catch (error) {
    // The outline was checked on reading; what lies deeper may still have been altered by hand.
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError({ message: `not a report that can be shown: ${reason}`, place: { file } });
  }
  return EXIT.pass;
}

/** What only the evidence beside the report tells. @throws UserError where a format is nothing without it. */
function readAnswers(
  { report, file }: { readonly report: Report; readonly file: string },
  { format, json, arm }: ReportOptions,
  { cwd }: CommandContext,
): Partial<View> {
  const shows = json === true || format === 'terminal' ? 'report' : FORMAT_SHOWS[format];
  if (shows === 'report') return {};
  const evidence = readEvidenceBeside(resolve(cwd, file));
  if (evidence === undefined && shows === 'answers') {
    throw new UserError({
      message: 'the outcomes are not there: the evidence.jsonl that a check writes beside its report is missing',
      hint: 'name the report in the folder that the check wrote',
      place: { file },
    });
  }
  if (evidence === undefined) return {};
  const parsed = parseEvidence({ file: 'evidence.jsonl', text: evidence });
  if (shows === 'scenarios') return openExplorer(report, parsed);
  const { cells } = parsed;
  return { cells: arm === undefined ? cells : cells.filter((cell) => cell.arm === arm) };
}
