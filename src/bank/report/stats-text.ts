// `spec-gate bank stats` on a terminal: what the bank holds, as bars, and which clauses have no scenario.
import { HIGH_DISAGREEMENT } from '../../scenarios/disagreement.ts';
import type { BankStats, Count } from '../care/bank-stats.ts';
import { asSet, count, decimal, plural } from '../../render/format-numbers.ts';
import type { Paint } from '../../render/paint.ts';
import { plainText } from '../../render/plain-text.ts';
import { inRow, name, names, say, wording, type Sentence, type Wording } from '../../render/sentence.ts';
import { padAfter, widthOf } from '../../render/text-width.ts';
import { visibleId, visibleLine } from '../../render/visible-text.ts';
import { textBar, textStrip } from '../../render/text-bars.ts';

export interface StatsView {
  /** The bank as people call it. */
  readonly bank: string;
  readonly stats: BankStats;
}

interface Sheet {
  readonly paint: Paint;
  readonly width: number;
}

const LONGEST_NAME = 36;
const MOST_BARS = 10;
/** Up to so many clauses each has a bar of its own; more are a strip. */
const MOST_CLAUSES = 32;
const MOST_LISTED = 10;

/** All of it as text that ends with a line feed. */
export function renderStats({ bank, stats }: StatsView, { paint, width }: Sheet): string {
  const sheet = { paint, width: Math.max(60, Math.min(width, 110)) };
  const blocks = [
    [`${paint.strong(visibleLine(bank))}  ${plainText(writeSize(stats))}`],
    disagreementBlock(stats, sheet),
    clauseBlock(stats, sheet),
    countBlock(wording('Topics'), stats.topics, sheet),
    countBlock(wording('Values'), stats.values, sheet, plural(stats.valuePairs, 'pair')),
    nudgeBlock(stats, sheet),
    duplicateBlock(stats, sheet),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** `39 scenarios: 36 with rubrics, 2 conversations`. */
export function writeSize({ scenarios, withRubrics, conversations }: BankStats): Sentence {
  const spoken = conversations > 0 ? say`, ${plural(conversations, 'conversation')}` : say``;
  return say`${plural(scenarios, 'scenario')}: ${count(withRubrics)} with rubrics${spoken}`;
}

function disagreementBlock(
  { disagreement, withoutDisagreement }: BankStats,
  { paint, width }: Sheet,
): readonly string[] {
  const most = Math.max(...disagreement.map((bin) => bin.count), withoutDisagreement);
  const line = (label: string, value: number, tone: (text: string) => string): string =>
    `  ${label.padEnd(12)}  ${bar(textBar(value, most, barWidth(width, 12)), tone)}${count(value)}`;
  return [
    `${paint.strong('Disagreement')}  ${paint.faint(plainText(say`of models, 0 to 3; from ${asSet(HIGH_DISAGREEMENT)} on it is high`))}`,
    ...disagreement.map(({ from, to, count: value }) =>
      line(`${from} – ${to}`, value, from >= HIGH_DISAGREEMENT ? paint.good : paint.faint),
    ),
    ...(withoutDisagreement > 0 ? [line('never scored', withoutDisagreement, paint.unsure)] : []),
  ];
}

function clauseBlock({ clauses, unlinked, scenarios }: BankStats, { paint, width }: Sheet): readonly string[] {
  const links = unlinked > 0 ? [say`${count(unlinked)} of ${plural(scenarios, 'scenario')} linked to no clause`] : [];
  const heading = (sentences: readonly Sentence[]): string => plainText(inRow(sentences, wording('; ')));
  if (clauses === undefined) {
    const none = say`give --spec to see which clauses have no scenario`;
    return [`${paint.strong('Clauses')}  ${paint.faint(heading([...links, none]))}`];
  }
  const { counts, withoutScenario, demands, orphaned } = clauses;
  const covered = counts.length - withoutScenario.length;
  const found = say`${count(covered)} of ${count(counts.length)} have scenarios`;
  const tested = say`${count(demands.tested)} of ${plural(demands.all, 'sentence')} that demand something have one (spec-gate coverage)`;
  const gone = [...new Set(orphaned.map(({ clause }) => clause))];
  return [
    `${paint.strong('Clauses')}  ${heading([found, ...links])}`,
    paint.faint(`  ${plainText(tested)}`),
    ...(counts.length <= MOST_CLAUSES ? barLines(counts, { paint, width }) : stripLines(counts, width)),
    ...(withoutScenario.length > 0
      ? [
          `  ${paint.unsure('No scenario')}: ${plainText(names(withoutScenario, MOST_LISTED))}`,
          paint.faint(`  ${plainText(say`write some: spec-gate bank generate --clause ${name(withoutScenario[0]!)}`)}`),
        ]
      : []),
    ...(orphaned.length > 0
      ? [
          `  ${paint.unsure('Not in the spec')}: ${plainText(say`${names(gone, MOST_LISTED)} (spec-gate bank maintain)`)}`,
        ]
      : []),
  ];
}

function stripLines(counts: readonly Count[], width: number): readonly string[] {
  const strip = textStrip(counts.map(({ count: value }) => value));
  const lines: string[] = [];
  for (let start = 0; start < strip.length; start += width - 2)
    lines.push(`  ${strip.slice(start, start + width - 2)}`);
  const most = Math.max(...counts.map(({ count: value }) => value));
  const legend = say`one mark a clause, in the spec's order; the tallest has ${plural(most, 'scenario')}`;
  return [...lines, `  ${plainText(legend)}`];
}

function countBlock(
  title: Wording,
  counts: readonly Count[],
  { paint, width }: Sheet,
  more?: Wording,
): readonly string[] {
  if (counts.length === 0) return [];
  const rest = counts.length - MOST_BARS;
  const size = more === undefined ? say`${count(counts.length)}` : say`${count(counts.length)} in ${more}`;
  return [
    `${paint.strong(title)}  ${paint.faint(plainText(size))}`,
    ...barLines(counts.slice(0, MOST_BARS), { paint, width }),
    ...(rest > 0 ? [paint.faint(`  and ${count(rest)} more`)] : []),
  ];
}

function barLines(counts: readonly Count[], { paint, width }: Sheet): readonly string[] {
  const labels = counts.map((one) => visibleId(one.name, LONGEST_NAME));
  const widest = Math.max(...labels.map(widthOf));
  const most = Math.max(...counts.map(({ count: value }) => value));
  return counts.map(({ count: value }, index) => {
    const drawn = textBar(value, most, barWidth(width, widest));
    const shown = value === 0 ? paint.unsure('none') : `${bar(drawn, paint.good)}${count(value)}`;
    return `  ${padAfter(labels[index]!, widest)}  ${shown}`;
  });
}

/** What is left beside a label of some width, but never so long that the eye loses the line. */
function barWidth(width: number, label: number): number {
  return Math.min(48, width - label - 14);
}

function bar(drawn: string, tone: (text: string) => string): string {
  return drawn === '' ? '' : `${tone(drawn)} `;
}

function nudgeBlock({ nudges }: BankStats, { paint }: Sheet): readonly string[] {
  const { neutral, value1, value2, none } = nudges;
  if (neutral + value1 + value2 === 0) return [];
  const unsaid = none > 0 ? say` · unsaid ${count(none)}` : say``;
  const says = say`neutral ${count(neutral)} · towards value 1 ${count(value1)} · towards value 2 ${count(value2)}${unsaid}`;
  return [`${paint.strong('Framing')}  ${plainText(says)}`];
}

function duplicateBlock({ nearDuplicates, scenarios }: BankStats, { paint }: Sheet): readonly string[] {
  if (nearDuplicates === undefined) {
    const why = say`not looked for: ${count(scenarios)} scenarios are too many to compare each with each`;
    return [`${paint.strong('Near-duplicates')}  ${paint.faint(plainText(why))}`];
  }
  if (nearDuplicates.length === 0) return [`${paint.strong('Near-duplicates')}  none`];
  return [
    `${paint.strong('Near-duplicates')}  ${count(nearDuplicates.length)}`,
    ...nearDuplicates
      .slice(0, MOST_LISTED)
      .map(
        ({ scenario, of, distance }) =>
          `  ${plainText(say`${name(scenario)} nearly repeats ${name(of)} (distance ${decimal(distance)})`)}`,
      ),
    ...(nearDuplicates.length > MOST_LISTED ? [`  and ${count(nearDuplicates.length - MOST_LISTED)} more`] : []),
  ];
}
