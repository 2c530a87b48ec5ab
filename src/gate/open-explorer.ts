// What the page shows besides the report: the spec as it is read, the list of scenarios, and the script that puts it to use.
import { whereDefined } from '../core/where-defined.ts';
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Evidence } from '../analysis/evidence/evidence.ts';
import { readPageScript } from '../io/page-script.ts';
import { buildExplorer } from '../report/explorer/build-explorer.ts';
import { buildReading } from '../report/reading/build-reading.ts';
import type { Report } from '../report/report.ts';
import type { View } from '../report/view.ts';

/** No list where the evidence holds no answer. `parseEvidence` reads one from a file, `readOwnEvidence` one just written. */
export function openExplorer(
  report: Report,
  { made: provenance, clauses, scenarios, cells }: Evidence,
): Pick<View, 'explorer' | 'pageScript' | 'provenance' | 'reading'> {
  const written = { reading: buildReading(report, clauses), ...whereDefined({ provenance }) };
  if (cells.length === 0) return written;
  const pageScript = readPageScript();
  return {
    ...written,
    explorer: buildExplorer({ report, scenarios: [...scenarios.values()], cells }),
    ...whereDefined({ pageScript }),
  };
}

/** The evidence that a run wrote beside its report: evidence.jsonl beside report.json, evidence.models.jsonl beside report.models.json. */
export function readEvidenceBeside(report: string): string | undefined {
  const name = basename(report).replace(/^report(.*)\.json$/, 'evidence$1.jsonl');
  try {
    return readFileSync(join(dirname(report), name), 'utf8');
  } catch {
    return undefined;
  }
}
