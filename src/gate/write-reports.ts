// Writes what a run found to its folder: the report for programs, the page for people, the evidence, and what the run did.
import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { readOwnEvidence } from '../analysis/evidence/evidence.ts';
import { UserError } from '../core/errors.ts';
import { renderHtml } from '../report/html/html.ts';
import { renderJson } from '../report/formats/json.ts';
import { renderJunit } from '../report/formats/junit.ts';
import { renderSarif } from '../report/formats/sarif.ts';
import type { Report } from '../report/report.ts';
import type { RunRecord } from '../report/run-record.ts';
import type { View } from '../report/view.ts';
import { findWayOut } from '../io/find-way-out.ts';
import { makeFolder } from '../io/make-folder.ts';
import { writeWhole } from '../io/write-whole.ts';
import { openExplorer } from './open-explorer.ts';

/** The paths of the files written. */
export interface WrittenReports {
  readonly json: string;
  readonly html: string;
  readonly run: string;
  readonly evidence: string;
  /** What could not be written (a full disk), in words; the verdict stands without it. */
  readonly unwritten: readonly string[];
}

/**
 * Makes the folder of the reports before anything is paid for. `within` is the checkout: a branch of somebody else may bring a
 * link along that stands in the folder's place and leads out of it.
 * @throws UserError where it cannot be written, or lies in the checkout by its path alone.
 */
export function openReportFolder(folder: string, within: string): string {
  const leadsTo = findWayOut(folder, within);
  if (leadsTo !== undefined) {
    throw new UserError({
      message: `reports are not written to ${folder}: a symbolic link leads from there out of the checkout, to ${leadsTo}`,
      hint: 'remove the link, or name the folder that it leads to with --output-dir',
    });
  }
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

/** run.json alone: for a run that ended without a report. Gives what could not be written. */
export function writeRunRecord(folder: string, run: RunRecord): readonly string[] {
  return writeWhole([runFile(folder, run)]);
}

function runFile(folder: string, run: RunRecord): readonly [string, string] {
  return [join(folder, 'run.json'), `${JSON.stringify(run, null, 2)}\n`];
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
  const at = (name: string): string => join(folder, name);
  const [run, record] = runFile(folder, result.run);
  const paths = {
    json: at(`report${middle}.json`),
    html: at(`report${middle}.html`),
    run,
    evidence: at(`evidence${middle}.jsonl`),
  };
  const unwritten = writeWhole([
    [run, record],
    [paths.json, renderJson(result)],
    [paths.html, renderHtml({ ...result, ...openExplorer(result.report, readOwnEvidence(result.evidence)) })],
    [at(`report${middle}.junit.xml`), renderJunit(result)],
    [at(`report${middle}.sarif`), renderSarif(result)],
    [paths.evidence, result.evidence],
  ]);
  return { ...paths, unwritten };
}

/** For people: what is missing, and that the verdict does not rest on it. Empty where nothing is. */
export function describeUnwritten(unwritten: readonly string[]): string {
  const lines = unwritten.map((one) => `${one}\n`);
  return lines.length === 0
    ? ''
    : `${lines.join('')}What was found is said here and stands; these files are not there.\n`;
}
