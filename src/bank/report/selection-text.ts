// `spec-gate bank select` on a terminal: how many were kept, what was left out before, and what lacks scenarios.
import type { BankSelection, Candidate } from '../../scenarios/selection/select-bank.ts';
import { asSet, count, decimal, plural } from '../../render/format-numbers.ts';
import type { Paint } from '../../render/paint.ts';
import { plainText } from '../../render/plain-text.ts';
import { name, say, wording, type Sentence, type Wording } from '../../render/sentence.ts';
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
  const by = weighting === 'disagreement' ? wording('disagreement × distance') : wording('distance');
  const likeness = say`${by} to those chosen before, by ${name(measure)}${last === undefined ? say`` : say`; the last at ${decimal(last)}`}`;
  const rows: readonly (readonly [label: string, says: Sentence])[] = [
    [paint.faint('chosen by'), likeness],
    ...(belowDisagreement > 0
      ? [
          [
            paint.faint('left out '),
            say`${count(belowDisagreement)} with a disagreement below ${asSet(leastDisagreement)}`,
          ] as const,
        ]
      : []),
    ...(withoutDisagreement > 0
      ? [
          [
            paint.faint('left out '),
            say`${count(withoutDisagreement)} never scored, so without a disagreement`,
          ] as const,
        ]
      : []),
    ...short
      .slice(0, MOST_SHORT)
      .map(
        (one) =>
          [paint.unsure('too few  '), say`${KINDS[one.kind]} ${name(one.name)} has ${count(one.selected)}`] as const,
      ),
    ...(short.length > MOST_SHORT
      ? [['         ', say`and ${count(short.length - MOST_SHORT)} more with too few`] as const]
      : []),
  ];
  const lines = [
    `${paint.strong(visibleLine(output))}  ${count(selected.length)} of ${plural(of, 'scenario')}`,
    ...rows.map(([label, says]) => `  ${label}  ${plainText(says)}`),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

const KINDS: Readonly<Record<BankSelection<Candidate>['short'][number]['kind'], Wording>> = {
  clause: wording('clause'),
  topic: wording('topic'),
  value: wording('value'),
};
