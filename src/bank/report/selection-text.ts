// `spec-gate bank select` on a terminal: how many were kept, what was left out before, and what lacks scenarios.
import type { BankSelection, Candidate } from '../../scenarios/selection/select-bank.ts';
import { count, decimal, plural } from '../../render/format-numbers.ts';
import type { Paint } from '../../render/paint.ts';
import { visibleLine } from '../../render/visible-text.ts';

export interface SelectionView {
  readonly selection: BankSelection<Candidate>;
  /** Scenarios in the bank selected from. */
  readonly of: number;
  readonly leastDisagreement: number;
  readonly weighting: 'disagreement' | 'none';
  /** What likeness was measured by: words, or an embedding model's id. */
  readonly measure: string;
  readonly output: string;
}

const MOST_SHORT = 10;

/** All of it as text that ends with a line feed. */
export function renderSelection(view: SelectionView, paint: Paint): string {
  const { selection, of, leastDisagreement, weighting, measure, output } = view;
  const { selected, belowDisagreement, withoutDisagreement, short } = selection;
  const last = selected.at(-1)?.score;
  const by = weighting === 'disagreement' ? 'disagreement × distance' : 'distance';
  const lines = [
    `${paint.strong(visibleLine(output))}  ${count(selected.length)} of ${plural(of, 'scenario')}`,
    `  ${paint.faint('chosen by')}  ${by} to those chosen before, by ${visibleLine(measure)}${last === undefined ? '' : `; the last at ${decimal(last)}`}`,
    ...(belowDisagreement > 0
      ? [`  ${paint.faint('left out ')}  ${count(belowDisagreement)} with a disagreement below ${leastDisagreement}`]
      : []),
    ...(withoutDisagreement > 0
      ? [`  ${paint.faint('left out ')}  ${count(withoutDisagreement)} never scored, so without a disagreement`]
      : []),
    ...short
      .slice(0, MOST_SHORT)
      .map(
        ({ kind, name, selected: has }) =>
          `  ${paint.unsure('too few  ')}  ${kind} ${visibleLine(name, 80)} has ${has}`,
      ),
    ...(short.length > MOST_SHORT ? [`             and ${count(short.length - MOST_SHORT)} more with too few`] : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}
