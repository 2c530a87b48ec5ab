// `spec-gate report`: another view of a report that was written before.
import { resolve } from 'node:path';
import { UserError } from '../../core/errors.ts';
import { RENDERERS } from '../../report/formats/renderers.ts';
import { renderTerminal } from '../../report/terminal/terminal.ts';
import { type Door } from '../../context/command-context.ts';
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import { createPaint } from '../../render/paint.ts';
import { openExplorer, readEvidenceBeside } from '../open-explorer.ts';
import { readReport, reportFile } from './read-report.ts';
import type { ReportOptions } from '../commands.ts';

export async function runReportCommand(file: string, options: ReportOptions, door: Door): Promise<ExitCode> {
  const report = readReport(door.cwd, file);
  const format = options.json === true ? 'json' : options.format;
  const evidence = format === 'html' ? readEvidenceBeside(resolve(door.cwd, reportFile(door.cwd, file))) : undefined;
  const view = { report, ...(evidence === undefined ? {} : openExplorer({ report, evidence })) };
  const render = (): string =>
    format === 'terminal'
      ? renderTerminal(view, { paint: createPaint(door.output.colour), width: door.output.columns })
      : RENDERERS[format](view);
  try {
    door.print(render());
  } catch (error) {
    // The outline was checked on reading; what lies deeper may still have been altered by hand.
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError({ message: `not a report that can be shown: ${reason}`, place: { file } });
  }
  return EXIT.pass;
}
