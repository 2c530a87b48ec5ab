// `spec-gate report`: another view of a report that was written before.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../core/errors.ts';
import { parseReport } from '../report/parse-report.ts';
import type { ReportFormat } from '../report/report-formats.ts';
import { RENDERERS } from '../report/renderers.ts';
import { renderTerminal } from '../report/terminal.ts';
import { EXIT, type Door, type ExitCode } from './door.ts';
import { createPaint } from './paint.ts';

export interface ReportOptions {
  readonly format: ReportFormat | 'terminal';
}

export async function runReportCommand(file: string, options: ReportOptions, door: Door): Promise<ExitCode> {
  let text: string;
  try {
    text = readFileSync(resolve(door.cwd, file), 'utf8');
  } catch {
    throw new UserError({
      message: `there is no report ${file}`,
      hint: 'spec-gate check writes spec-gate-report/report.json',
    });
  }
  const view = { report: parseReport({ file, text }) };
  door.print(
    options.format === 'terminal'
      ? renderTerminal(view, { paint: createPaint(door.output.colour), width: door.output.columns })
      : RENDERERS[options.format](view),
  );
  return EXIT.pass;
}
