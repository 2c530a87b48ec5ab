// Writes what a repair run found to its folder: the page for people, the result for programs.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RepairReport } from './repair-report.ts';
import { renderRepairHtml } from './report/html.ts';
import { renderRepairJson } from './report/json.ts';

/** repair.json and repair.html in `folder`, which is there; the path of the page. */
export function writeRepair(folder: string, report: RepairReport): string {
  writeFileSync(join(folder, 'repair.json'), renderRepairJson(report));
  const page = join(folder, 'repair.html');
  writeFileSync(page, renderRepairHtml(report));
  return page;
}
