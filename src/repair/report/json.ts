// repair.json: the result's own bytes, keys in order.
import { canonicalJson, type Json } from '../../core/canonical-json.ts';
import type { RepairReport } from '../repair-report.ts';

export function renderRepairJson(report: RepairReport): string {
  return `${JSON.stringify(JSON.parse(canonicalJson(report as unknown as Json)), null, 2)}\n`;
}
