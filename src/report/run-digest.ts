// Which run a report is of: its evidence carries the same word, so that files of two runs are not read as those of one.
import { hashJson, type Json } from '../core/canonical-json.ts';
import type { Report } from './report.ts';

/** 32 hex digits of what was compared, under which policy, and what came of it. An acceptance leaves it as it is. */
export function digestRun({ base, head, policyHash, rounds, endpoints, scenarios }: Report): string {
  return hashJson([base, head, policyHash, rounds, endpoints, scenarios] as unknown as Json).slice(0, 32);
}
