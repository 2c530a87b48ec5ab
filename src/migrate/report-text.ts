// What another panel makes of the same stored answers, as text: what speaks against it first, then the figures.
import { count, dollars, plural } from '../render/format-numbers.ts';
import type { MigrateReport, PanelCost, PanelNames } from './report.ts';
import { accuracyBlock, classifierBlocks, name, rulingBlocks } from './report-tables.ts';
import { NO_PAINT, type Paint, type TerminalOptions } from '../render/paint.ts';
import { visibleLine } from '../render/visible-text.ts';
import { fitColumns } from '../render/wrap-text.ts';

/** Ends with a line feed. */
export function renderMigrate(report: MigrateReport, { paint = NO_PAINT, width = 100 }: TerminalOptions = {}): string {
  const blocks = [
    problemLines(report, paint),
    subjectLines(report, paint),
    ...rulingBlocks(report, width),
    accuracyBlock('old panel on labelled items', report.accuracy.old, width),
    accuracyBlock('new panel on labelled items', report.accuracy.new, width),
    ...classifierBlocks(report, width),
    costLines(report, width),
    report.doubts.length === 0 ? [] : [paint.unsure('To know'), ...report.doubts.map((doubt) => `  ${doubt}`)],
    endLines(report, paint),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** What will be asked, before it is. */
export function renderMigratePlan({ old, new: next }: MigrateReport['planned']): string {
  const price = ({ usd }: typeof next): string =>
    usd === 'unknown' ? 'price unknown' : usd === 0 ? 'no cost' : `about ${dollars(usd)}`;
  const older = old.calls === 0 ? '' : `, the old one ${plural(old.calls, 'call')} (${price(old)})`;
  return `the new panel is asked at most ${plural(next.calls, 'call')} (${price(next)})${older}\n`;
}

function problemLines({ problems }: MigrateReport, paint: Paint): readonly string[] {
  if (problems.length === 0) return [];
  return [
    paint.bad(`NOT FIT  ${plural(problems.length, 'problem')} with the new panel`),
    ...problems.flatMap(({ message, hint }) => [
      `  ${visibleLine(message, 400)}`,
      ...(hint === undefined ? [] : [`      ${visibleLine(hint, 400)}`]),
    ]),
  ];
}

function subjectLines({ answers, simulated, ...report }: MigrateReport, paint: Paint): readonly string[] {
  const both = answers.pool + answers.anchor;
  // Seeding asks judges and no classifier.
  const first = report.rulings === undefined ? 'run a night' : 'run a night or `spec-gate check --mode seed`';
  return [
    paint.strong(`${simulated ? '(simulated) ' : ''}${plural(both, 'stored answer')} seen by both panels`),
    `  old  ${describePanel(report.old, report.new)}`,
    `  new  ${describePanel(report.new, report.old)}`,
    `  ${plural(answers.pool, 'draw')} of the pool, ${answers.anchor} of the anchor night; ${answers.withoutOld} without the old panel's word, ${answers.withoutNew} without the new one's`,
    ...(both > 0
      ? []
      : [paint.unsure(`Nothing to compare: ${first} with the old panel, or have it asked now: --ask-old`)]),
  ];
}

function costLines({ cost, made }: MigrateReport, width: number): readonly string[] {
  const row = (title: string, { calls, inputTokens, outputTokens, usd }: PanelCost): readonly string[] => [
    title,
    count(calls),
    count(inputTokens),
    count(outputTokens),
    usd === 'unknown' ? 'unknown' : dollars(usd),
  ];
  return fitColumns(
    [
      [
        cost === undefined ? 'cost' : `cost of the same ${plural(cost.answers, 'answer')}`,
        'calls',
        'tokens in',
        'out',
        'price',
      ],
      ...(cost === undefined ? [] : [row('  old panel', cost.old), row('  new panel', cost.new)]),
      row('paid by this run', made),
    ],
    { width },
  );
}

function endLines({ stopped, refused, accepted, problems }: MigrateReport, paint: Paint): readonly string[] {
  const partly =
    stopped === undefined ? [] : [paint.unsure(`stopped (${stopped}): figures cover what was asked so far`)];
  if (accepted !== undefined) {
    return [
      ...partly,
      paint.good(
        `Accepted: nights under the new panel are held against the night of ${accepted.anchor}, as it sees it`,
      ),
      'Put the same panel into the config now, if it does not stand there yet',
    ];
  }
  if (refused === true) {
    return [
      ...partly,
      paint.bad('NOT ACCEPTED: the new panel is not fit, and the anchor is as it was'),
      'Mend the panel; or, to hold later nights against it all the same, say --even-if-poor beside --accept',
    ];
  }
  const word = problems.length === 0 ? '' : ' (and --even-if-poor, for this panel is not fit)';
  return [
    ...partly,
    `The anchor is as it was. To go on from here under the new panel: --accept "reason"${word}, and the same change in the config`,
  ];
}

function describePanel(own: PanelNames, other: PanelNames): string {
  const parts = [own.judges.map(name).join(', ')];
  if (own.classifier !== other.classifier) parts.push(`classifier ${name(own.classifier ?? 'none')}`);
  if (own.judgeContext !== other.judgeContext) parts.push(`judgeContext ${own.judgeContext}`);
  for (const key of ['judge', 'classify'] as const) {
    if (own.prompts[key] !== other.prompts[key]) parts.push(own.prompts[key]);
  }
  return parts.join(' · ');
}
