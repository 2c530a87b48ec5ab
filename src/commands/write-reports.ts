// Writes what a run found to its folder: the report for programs, the page for people, the evidence, and what the run did.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderHtml } from '../report/html.ts';
import { renderJson } from '../report/json.ts';
import type { Report, RunRecord } from '../report/report.ts';

/** The paths of the files written. */
export interface WrittenReports {
  readonly json: string;
  readonly html: string;
  readonly run: string;
  readonly evidence: string;
}

/**
 * report.json, report.html, evidence.jsonl and run.json in `folder`, which is made if it is not there. A further
 * comparison of the same run has its `name` in the names of its files: report.models.json.
 */
export function writeReports(
  folder: string,
  result: { report: Report; evidence: string; run: RunRecord; name?: string },
): WrittenReports {
  mkdirSync(folder, { recursive: true });
  const middle = result.name === undefined ? '' : `.${result.name}`;
  const paths = {
    json: join(folder, `report${middle}.json`),
    html: join(folder, `report${middle}.html`),
    run: join(folder, 'run.json'),
    evidence: join(folder, `evidence${middle}.jsonl`),
  };
  writeFileSync(paths.json, renderJson(result));
  writeFileSync(paths.html, renderHtml({ report: result.report, run: result.run }));
  writeFileSync(paths.run, `${JSON.stringify(result.run, null, 2)}\n`);
  writeFileSync(paths.evidence, result.evidence);
  return paths;
}
