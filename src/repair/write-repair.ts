// Writes what a repair run found to its folder: the page for people, the result for programs.
import { join } from 'node:path';
import { writeWhole } from '../io/write-whole.ts';
import type { RepairReport } from './repair-report.ts';
import { renderRepairHtml } from './report/html.ts';
import { renderRepairJson } from './report/json.ts';

/** repair.json and repair.html in `folder`, which is there: the path of the page, and what could not be written. */
export function writeRepair(
  folder: string,
  report: RepairReport,
): { readonly page: string; readonly unwritten: readonly string[] } {
  const page = join(folder, 'repair.html');
  const unwritten = writeWhole([
    [join(folder, 'repair.json'), renderRepairJson(report)],
    [page, renderRepairHtml(report)],
  ]);
  return { page, unwritten };
}
