// The tables of a migration's text: rulings, accuracy, scores.
import { count, decimal, percent, plural, signedDecimal, signedPoints } from '../render/format-numbers.ts';
import { accuracyRows, writeRate, type JudgeAccuracy } from '../doctor/judge-accuracy.ts';
import type { Bias, MigrateReport } from './report.ts';
import { plainText } from '../render/plain-text.ts';
import { name, say, type Sentence, type Wording } from '../render/sentence.ts';
import { visibleLine } from '../render/visible-text.ts';
import { fitColumns } from '../render/wrap-text.ts';

const MOST_ROWS = 20;
const MOST_TYPES = 5;
/** Marks an interval that does not include "no change". */
const SURE = ' *';

/** Flips, bias and agreement; each judge; each clause. */
export function rulingBlocks({ rulings, answers }: MigrateReport, width: number): readonly (readonly string[])[] {
  if (rulings === undefined || answers.pool + answers.anchor === 0) return [];
  const { flips, retest, bias, clauses, judges, agreement } = rulings;
  const said = writeBias(bias);
  const agreed = ({ pairs, ac1 }: NonNullable<typeof agreement.new>): Sentence =>
    say`${percent(pairs)}${ac1 === undefined ? say`` : say` (AC1 ${decimal(ac1)})`}`;
  const asOnce = retest === undefined ? say`` : say`; from the old panel, asked twice: ${writeRate(retest)}`;
  const before = agreement.old === undefined ? say`` : say`old ${agreed(agreement.old)}, new `;
  return [
    [
      plainText(say`flip rate  ${writeRate(flips)} of the answers get another majority ruling${asOnce}`),
      plainText(say`bias       ${said}: so many more of the answers are ruled against (−: fewer)`),
      ...starNote([said]),
      ...(agreement.new === undefined
        ? []
        : [
            plainText(
              say`agreement  ${before}${agreed(agreement.new)} of pairs of judges rule the same; AC1: 1 is perfect, 0 is chance`,
            ),
          ]),
    ],
    table(
      ['new judge against the old majority', 'flip rate', 'bias (95 %)'],
      judges.map(({ judge, ...row }) => [judge, writeRate(row.flips), writeBias(row.bias)]),
      width,
    ),
    table(
      ['clause', 'scenarios', 'flip rate', 'bias (95 %)'],
      clauses.map((row) => [row.clause, String(row.scenarios), writeRate(row.flips), writeBias(row)]),
      width,
    ),
  ];
}

/** Types and scores; each value; each clause. Without answers to compare: how the ends of scales were placed. */
export function classifierBlocks(report: MigrateReport, width: number): readonly (readonly string[])[] {
  const { classifier, scales } = report;
  const ends = [scales.old, scales.new].flatMap((side) =>
    side === undefined
      ? []
      : [
          plainText(
            say`${name(shortId(side.model))} places ${count(side.right)} of ${plural(side.asked, 'scale end')} right`,
          ),
        ],
  );
  if (classifier === undefined) return [ends];
  const { typeFlips, types, rejections, distance, disagreement } = classifier;
  const flips = types
    .slice(0, MOST_TYPES)
    .map(({ from, to, answers }) => plainText(say`  ${count(answers)} ${name(from)} → ${name(to)}`));
  const apart =
    disagreement === undefined
      ? say``
      : say`; disagreement ${decimal(disagreement.old)} → ${decimal(disagreement.new)}`;
  return [
    [
      plainText(say`classifier on ${plural(classifier.answers, 'answer')}`),
      plainText(say`  another type  ${writeRate(typeFlips)}`),
      plainText(say`  rejections    ${writeBias(rejections)}`),
      plainText(say`  scores        ${decimal(distance)} apart on the 0-6 scales${apart}`),
      ...flips,
      ...ends.map((line) => `  ${line}`),
    ],
    table(
      ['value', 'scenarios', 'shift on 0-6 (95 %)'],
      classifier.values.map((row) => [row.value, String(row.scenarios), writeShift(row)]),
      width,
    ),
    table(
      ['clause', 'scenarios', 'another type', 'scores apart'],
      classifier.clauses.map((row) => [
        row.clause,
        String(row.scenarios),
        writeRate(row.typeFlips),
        decimal(row.distance),
      ]),
      width,
    ),
  ];
}

/** Judges on labelled items; nothing for none. */
export function accuracyBlock(title: string, judges: readonly JudgeAccuracy[], width: number): readonly string[] {
  return judges.length === 0 ? [] : [title, ...fitColumns(accuracyRows(judges), { width, dispensable: [4] })];
}

/** Nothing for no rows; the second column gives way first. */
function table(head: readonly string[], rows: readonly (readonly string[])[], width: number): readonly string[] {
  if (rows.length === 0) return [];
  const shown = rows.slice(0, MOST_ROWS).map(([first = '', ...others]) => [shortId(first), ...others]);
  const more = rows.length > MOST_ROWS ? [plainText(say`  ... and ${count(rows.length - MOST_ROWS)} more`)] : [];
  const lines = fitColumns([head, ...shown], { width, dispensable: head.length > 3 ? [1] : [] });
  const star = lines.some((line) => line.includes(SURE))
    ? [plainText(say`  * more than chance: the 95 % range leaves no change out`)]
    : [];
  return [...lines, ...more, ...star];
}

/** What the star means, where there is one. */
function starNote(lines: readonly string[]): readonly string[] {
  return lines.some((line) => line.includes(SURE))
    ? [plainText(say`  * more than chance: the whole range is above zero, or below`)]
    : [];
}

function writeBias({ change, interval }: Bias): Wording {
  if (interval === undefined) return `${signedPoints(change)} points` as Wording;
  return `${signedPoints(change)} points (${signedPoints(interval.lower)} to ${signedPoints(interval.upper)})${sure(interval)}` as Wording;
}

function writeShift({ change, interval }: Bias): string {
  if (interval === undefined) return signedDecimal(change);
  return `${signedDecimal(change)} (${signedDecimal(interval.lower)} to ${signedDecimal(interval.upper)})${sure(interval)}`;
}

function sure({ lower, upper }: NonNullable<Bias['interval']>): string {
  return lower > 0 || upper < 0 ? SURE : '';
}

/** An id as one short, harmless line. */
export function shortId(id: string): string {
  return visibleLine(id, 60);
}
