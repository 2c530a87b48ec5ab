// The plan of a repair run on a terminal.
import { count, dollars, plural } from '../../render/format-numbers.ts';
import { NO_PAINT, type TerminalOptions } from '../../render/paint.ts';
import { plainText } from '../../render/plain-text.ts';
import { pluralForm } from '../../render/plural-form.ts';
import { asFullSentence, say, wording, type Wording } from '../../render/sentence.ts';
import { wrapText } from '../../render/wrap-text.ts';
import { writeMessage } from '../../report/messages.ts';
import type { Cost } from '../../models/cost/prices.ts';
import type { PlannedFault, RepairPlan } from '../plan-repair.ts';

/** Text that ends with a line feed. */
export function renderRepairPlan(
  { faults, usd, budget }: RepairPlan,
  { paint = NO_PAINT, width = 100 }: TerminalOptions = {},
): string {
  const none = plainText(
    say`Nothing to mend is known from what is stored: run spec-gate check --base main first, then spec-gate repair spec-gate-report.`,
  );
  const most = say`At most ${cost(usd)} in all; the run stops at ${dollars(budget)}.`;
  const lines = [
    ...(faults.length === 0 ? [none] : faults.flatMap((fault) => faultLines(fault, { strong: paint.strong, width }))),
    ...(faults.length === 0 ? [] : ['', plainText(most)]),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function faultLines(
  { finding, scenarios, isTestable, calls, usd }: PlannedFault,
  { strong, width }: { readonly strong: (text: string) => string; readonly width: number },
): readonly string[] {
  const { looked, showing, heldOut } = scenarios;
  const known = calls.see === 0 ? say`` : say` as far as is stored (${plural(calls.see, 'answer')} to make)`;
  const shown = pluralForm(showing, wording('shows'), wording('show'));
  const told = [
    say`${count(showing)} of ${plural(looked, 'scenario')} ${shown} it${known}; edits would be tested on ${count(heldOut)} that their writers do not see`,
    isTestable
      ? say`at most ${plural(calls.write, 'edit')} written, ${plural(calls.measure, 'call')} to see whether they mend it, ${plural(calls.gate, 'call')} to put them through the gate: ${cost(usd)}`
      : say`too few, as an edit is tested on others than its writer sees: write more with spec-gate bank generate`,
  ];
  return [
    ...wrapText(plainText(asFullSentence(writeMessage(finding).says)), width).map((line) => strong(line)),
    ...told.map((sentence) => `  ${plainText(sentence)}`),
  ];
}

function cost(usd: Cost): Wording {
  if (usd === 'unknown') return wording('an unknown price');
  return usd === undefined ? wording('nothing') : dollars(usd);
}
