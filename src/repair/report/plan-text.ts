// The plan of a repair run on a terminal.
import { count, dollars, plural } from '../../render/format-numbers.ts';
import { NO_PAINT, type TerminalOptions } from '../../render/paint.ts';
import { visibleLine } from '../../render/visible-text.ts';
import type { Cost } from '../../models/cost/prices.ts';
import type { PlannedFault, RepairPlan } from '../plan-repair.ts';

/** Text that ends with a line feed. */
export function renderRepairPlan(
  { faults, usd, budget }: RepairPlan,
  { paint = NO_PAINT }: TerminalOptions = {},
): string {
  const none = 'Nothing to mend is known from what is stored: run spec-gate check first.';
  const lines = [
    ...(faults.length === 0 ? [none] : faults.flatMap((fault) => faultLines(fault, paint.strong))),
    ...(faults.length === 0 ? [] : ['', `At most ${cost(usd)} in all; the run stops at ${dollars(budget)}.`]),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function faultLines(
  { id, scenarios, isTestable, calls, usd }: PlannedFault,
  strong: (text: string) => string,
): readonly string[] {
  const { looked, showing, heldOut } = scenarios;
  const known = calls.see === 0 ? '' : ` as far as is stored (${plural(calls.see, 'answer')} to make)`;
  return [
    strong(visibleLine(id, 100)),
    `  ${count(showing)} of ${plural(looked, 'scenario')} show it${known}; edits are tested on ${count(heldOut)}`,
    isTestable
      ? `  at most ${plural(calls.write, 'edit')} written, ${count(calls.measure)} answers to measure them, ${count(calls.gate)} to gate them: ${cost(usd)}`
      : '  too few to test an edit on others than writers see',
  ];
}

function cost(usd: Cost): string {
  if (usd === 'unknown') return 'an unknown price';
  return usd === undefined ? 'nothing' : dollars(usd);
}
