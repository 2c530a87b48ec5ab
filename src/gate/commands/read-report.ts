// Reads a report that an earlier check wrote.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../../core/errors.ts';
import { parseReport } from '../../report/formats/parse-report.ts';
import type { Report } from '../../report/report.ts';

/** @throws UserError where there is none, or it is no report of this version. */
export function readReport(cwd: string, file: string): Report {
  let text: string;
  try {
    text = readFileSync(resolve(cwd, file), 'utf8');
  } catch {
    throw new UserError({
      message: `there is no report ${file}`,
      hint: 'spec-gate check writes spec-gate-report/report.json',
    });
  }
  return parseReport({ file, text });
}
