// Reads a report that an earlier check wrote.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UserError } from '../../core/errors.ts';
import { parseReport } from '../../report/formats/parse-report.ts';
import type { Report } from '../../report/report.ts';

/** A report's file, or the folder that a check wrote it to. @throws UserError where there is none, or it is no report of this version. */
export function readReport(cwd: string, named: string): Report {
  const file = reportFile(cwd, named);
  let text: string;
  try {
    text = readFileSync(resolve(cwd, file), 'utf8');
  } catch {
    const isNight = existsSync(resolve(cwd, dirname(file), 'night.json'));
    throw new UserError(
      isNight
        ? {
            message: `${dirname(file)} holds a night, not a check's report`,
            hint: `open ${join(dirname(file), 'night.html')}`,
          }
        : { message: `there is no report ${file}`, hint: 'spec-gate check writes spec-gate-report/report.json' },
    );
  }
  return parseReport({ file, text });
}

/** The path of the report that is meant, from `cwd`. */
export function reportFile(cwd: string, named: string): string {
  return statSync(resolve(cwd, named), { throwIfNoEntry: false })?.isDirectory() === true
    ? join(named, 'report.json')
    : named;
}
