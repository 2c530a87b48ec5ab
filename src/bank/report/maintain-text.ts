// `spec-gate bank maintain` on a terminal: what wants a look, why, and what to do about it.
import type { BankUpkeep } from '../care/maintain.ts';
import { count, decimal, plural } from '../../render/format-numbers.ts';
import type { Paint } from '../../render/paint.ts';
import { plainText } from '../../render/plain-text.ts';
import { name, say, wording, type Sentence, type Wording } from '../../render/sentence.ts';
import { visibleLine } from '../../render/visible-text.ts';
import { wrapText } from '../../render/wrap-text.ts';

export interface UpkeepView {
  readonly bank: string;
  readonly scenarios: number;
  /** Scenarios without rulings, which cannot be found saturated, or without a date, which cannot be found stale. */
  readonly unjudged: number;
  readonly upkeep: BankUpkeep;
}

/** One kind of scenario to look at: what it is called, why it matters, what to do, and which they are. */
interface Part {
  readonly title: Wording;
  readonly meaning: Wording;
  readonly advice: Wording;
  readonly items: readonly Sentence[];
}

const MOST_LISTED = 12;

/** All of it as text that ends with a line feed. */
export function renderUpkeep(view: UpkeepView, { paint, width }: { paint: Paint; width: number }): string {
  const parts = describeUpkeep(view).filter(({ items }) => items.length > 0);
  const heading = `${paint.strong(visibleLine(view.bank))}  ${plural(view.scenarios, 'scenario')}`;
  const untold = writeUntold(view).map((sentence) => paint.faint(plainText(sentence)));
  if (parts.length === 0) return `${[`${heading}: nothing wants a look.`, ...untold].join('\n')}\n`;
  const blocks = parts.map(({ title, meaning, advice, items }) => [
    `${paint.unsure(`${title}: ${count(items.length)}`)}  ${paint.faint(meaning)}`,
    ...items.slice(0, MOST_LISTED).map((item) => `  ${plainText(item)}`),
    ...(items.length > MOST_LISTED
      ? [paint.faint(`  and ${count(items.length - MOST_LISTED)} more (--json lists all)`)]
      : []),
    ...wrapText(`→ ${advice}`, Math.max(60, Math.min(width, 110)) - 2).map((line) => `  ${line}`),
  ]);
  return `${[[`${heading}.`, ...untold], ...blocks].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** What cannot be told of this bank, and how it could be. */
function writeUntold({ unjudged, upkeep }: UpkeepView): readonly Sentence[] {
  return [
    ...(unjudged > 0
      ? [
          say`${plural(unjudged, 'scenario')} never scored with judges here: whether they are saturated or stale cannot be told (spec-gate bank score).`,
        ]
      : []),
    ...(upkeep.nearDuplicates === undefined ? [say`Too many scenarios to look for near-duplicates.`] : []),
  ];
}

function describeUpkeep({ upkeep }: UpkeepView): readonly Part[] {
  const { saturated, stale, orphaned, nearDuplicates = [] } = upkeep;
  return [
    {
      title: wording('Links to clauses that are gone'),
      meaning: wording('no check looks at them'),
      advice: wording(
        'Correct the id in `clauses`, or remove it; `bank score` links anew to the clauses that judges cite.',
      ),
      items: orphaned.map(
        ({ scenario, clause, nearest }) =>
          say`${name(scenario)} → ${name(clause)}${nearest === undefined ? say`` : say` (meant: ${name(nearest)}?)`}`,
      ),
    },
    {
      title: wording('Saturated'),
      meaning: wording('every model complies and none disagrees: they cost calls and show nothing'),
      advice: wording('Make them harder with a nudged rewrite, or remove them; keep one a clause as a control.'),
      items: saturated.map((id) => name(id)),
    },
    {
      title: wording('Stale'),
      meaning: wording('scored long ago, by models that may have changed since'),
      advice: wording('Score them again: spec-gate bank score.'),
      items: stale.map(({ scenario, days }) => say`${name(scenario)} (${plural(days, 'day')})`),
    },
    {
      title: wording('Near-duplicates'),
      meaning: wording('they ask nearly the same, and count it twice'),
      advice: wording('Keep the one with the higher disagreement; `bank select --distance` does it for a whole bank.'),
      items: nearDuplicates.map(
        ({ scenario, of, distance }) =>
          say`${name(scenario)} nearly repeats ${name(of)} (distance ${decimal(distance)})`,
      ),
    },
  ];
}
