// `spec-gate bank maintain` on a terminal: what wants a look, why, and what to do about it.
import type { BankUpkeep } from '../care/maintain.ts';
import { count, decimal, plural } from '../../render/format-numbers.ts';
import type { Paint } from '../../render/paint.ts';
import { visibleLine } from '../../render/visible-text.ts';
import { wrapText } from '../../render/wrap-text.ts';

export interface UpkeepView {
  readonly bank: string;
  readonly scenarios: number;
  /** Scenarios without rulings, which cannot be found saturated, or without a date, which cannot be found stale. */
  readonly unjudged: number;
  readonly upkeep: BankUpkeep;
}

interface Part {
  readonly title: string;
  readonly meaning: string;
  readonly advice: string;
  readonly items: readonly string[];
}

const MOST_LISTED = 12;
const LONGEST_ID = 120;

/** All of it as text that ends with a line feed. */
export function renderUpkeep(view: UpkeepView, { paint, width }: { paint: Paint; width: number }): string {
  const parts = describeUpkeep(view).filter(({ items }) => items.length > 0);
  const heading = `${paint.strong(visibleLine(view.bank))}  ${plural(view.scenarios, 'scenario')}`;
  const untold = [
    ...(view.unjudged > 0
      ? [
          `${plural(view.unjudged, 'scenario')} never scored with judges here: whether they are saturated or stale cannot be told (spec-gate bank score).`,
        ]
      : []),
    ...(view.upkeep.nearDuplicates === undefined ? ['Too many scenarios to look for near-duplicates.'] : []),
  ].map((line) => paint.faint(line));
  if (parts.length === 0) return `${[`${heading}: nothing wants a look.`, ...untold].join('\n')}\n`;
  const blocks = parts.map(({ title, meaning, advice, items }) => [
    `${paint.unsure(`${title}: ${count(items.length)}`)}  ${paint.faint(meaning)}`,
    ...items.slice(0, MOST_LISTED).map((item) => `  ${item}`),
    ...(items.length > MOST_LISTED
      ? [paint.faint(`  and ${count(items.length - MOST_LISTED)} more (--json lists all)`)]
      : []),
    ...wrapText(`→ ${advice}`, Math.max(60, Math.min(width, 110)) - 2).map((line) => `  ${line}`),
  ]);
  return `${[[`${heading}.`, ...untold], ...blocks].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function describeUpkeep({ upkeep }: UpkeepView): readonly Part[] {
  const { saturated, stale, orphaned, nearDuplicates = [] } = upkeep;
  return [
    {
      title: 'Links to clauses that are gone',
      meaning: 'no check looks at them',
      advice: 'Correct the id in `clauses`, or remove it; `bank score` links anew to the clauses that judges cite.',
      items: orphaned.map(
        ({ scenario, clause, nearest }) =>
          `${visibleLine(scenario, LONGEST_ID)} → ${visibleLine(clause, LONGEST_ID)}${nearest === undefined ? '' : ` (meant: ${visibleLine(nearest, LONGEST_ID)}?)`}`,
      ),
    },
    {
      title: 'Saturated',
      meaning: 'every model complies and none disagrees: they cost calls and show nothing',
      advice: 'Make them harder with a nudged rewrite, or remove them; keep one a clause as a control.',
      items: saturated.map((id) => visibleLine(id, LONGEST_ID)),
    },
    {
      title: 'Stale',
      meaning: 'scored long ago, by models that may have changed since',
      advice: 'Score them again: spec-gate bank score.',
      items: stale.map(({ scenario, days }) => `${visibleLine(scenario, LONGEST_ID)} (${plural(days, 'day')})`),
    },
    {
      title: 'Near-duplicates',
      meaning: 'they ask nearly the same, and count it twice',
      advice: 'Keep the one with the higher disagreement; `bank select --distance` does it for a whole bank.',
      items: nearDuplicates.map(
        ({ scenario, of, distance }) =>
          `${visibleLine(scenario, LONGEST_ID)} nearly repeats ${visibleLine(of, LONGEST_ID)} (distance ${decimal(distance)})`,
      ),
    },
  ];
}
