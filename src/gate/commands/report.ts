// `spec-gate report`: another view of a report that was written before.
import { resolve } from 'node:path';
import { UserError } from '../../core/errors.ts';
import { RENDERERS } from '../../report/formats/renderers.ts';
import { renderTerminal } from '../../report/terminal/terminal.ts';
import { type CommandContext } from '../../context/command-context.ts';
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import { createPaint } from '../../render/paint.ts';
import { openExplorer, readEvidenceBeside } from '../open-explorer.ts';
import { readReport, reportFile } from './read-report.ts';
import type { ReportOptions } from '../commands.ts';

export async function runReportCommand(
  file: string,
  options: ReportOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const report = readReport(context.cwd, file);
  const format = options.json === true ? 'json' : options.format;
  const evidence =
    format === 'html' ? readEvidenceBeside(resolve(context.cwd, reportFile(context.cwd, file))) : undefined;
  const view = { report, ...(evidence === undefined ? {} : openExplorer({ report, evidence })) };
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
