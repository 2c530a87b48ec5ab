// `spec-gate report`: another view of a report that was written before.
import type { ReportFormat } from '../report/report-formats.ts';
import { RENDERERS } from '../report/renderers.ts';
import { renderTerminal } from '../report/terminal.ts';
import { EXIT, type Door, type ExitCode } from './door.ts';
import { createPaint } from './paint.ts';
import { readReport } from './read-report.ts';

export interface ReportOptions {
  readonly format: ReportFormat | 'terminal';
}

export async function runReportCommand(file: string, options: ReportOptions, door: Door): Promise<ExitCode> {
  const view = { report: readReport(door.cwd, file) };
  door.print(
    options.format === 'terminal'
      ? renderTerminal(view, { paint: createPaint(door.output.colour), width: door.output.columns })
      : RENDERERS[options.format](view),
  );
  return EXIT.pass;
}
