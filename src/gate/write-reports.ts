// Writes what a run found to its folder: the report for programs, the page for people, the evidence, and what the run did.
import { accessSync, constants, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../core/errors.ts';
import { renderHtml } from '../report/html/html.ts';
import { renderJson } from '../report/formats/json.ts';
import { renderJunit } from '../report/formats/junit.ts';
import { renderSarif } from '../report/formats/sarif.ts';
import type { Report, RunRecord } from '../report/report.ts';
import type { View } from '../report/view.ts';
import { makeFolder } from '../io/make-folder.ts';
import { openExplorer } from './open-explorer.ts';

/** The paths of the files written. */
export interface WrittenReports {
  readonly json: string;
  readonly html: string;
  readonly run: string;
  readonly evidence: string;
}

/** Makes the folder of the reports before anything is paid for. @throws UserError where it cannot be written. */
export function openReportFolder(folder: string): string {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new UserError({
      message: `reports cannot be written to ${folder} (${reason})`,
      hint: 'name another folder with --output-dir',
    });
  }
  return folder;
}

/** run.json alone: for a run that ended without a report. */
export function writeRunRecord(folder: string, run: RunRecord): string {
  const path = join(folder, 'run.json');
  writeFileSync(path, `${JSON.stringify(run, null, 2)}\n`);
  return path;
}

/**
 * report.json, report.html, report.junit.xml, report.sarif, evidence.jsonl and run.json in `folder`, which is made if it
 * is not there. A further comparison of the same run has its `name` in the names of its files: report.models.json.
 */
export function writeReports(
  folder: string,
  result: Pick<View, 'repositoryUrl'> & { report: Report; evidence: string; run: RunRecord; name?: string },
): WrittenReports {
  makeFolder(folder);
  const middle = result.name === undefined ? '' : `.${result.name}`;
  const paths = {
    json: join(folder, `report${middle}.json`),
    html: join(folder, `report${middle}.html`),
    run: writeRunRecord(folder, result.run),
    evidence: join(folder, `evidence${middle}.jsonl`),
  };
  writeFileSync(paths.json, renderJson(result));
  writeFileSync(paths.html, renderHtml({ ...result, ...openExplorer(result) }));
  writeFileSync(join(folder, `report${middle}.junit.xml`), renderJunit(result));
  writeFileSync(join(folder, `report${middle}.sarif`), renderSarif(result));
  writeFileSync(paths.evidence, result.evidence);
  return paths;
}
