// What another panel makes of the same stored answers, as text: what speaks against it first, then the figures.
import { count, dollars, plural } from '../render/format-numbers.ts';
import type { MigrateReport, PanelCost, PanelNames } from './report.ts';
import { accuracyBlock, classifierBlocks, name, rulingBlocks } from './report-tables.ts';
import { NO_PAINT, type Paint, type TerminalOptions } from '../render/paint.ts';
import { plainText } from '../render/plain-text.ts';
import { writeStop } from '../report/stop-words.ts';
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
  const first =
    report.rulings === undefined
      ? 'run spec-gate check --mode nightly'
      : 'run spec-gate check --mode nightly or --mode seed';
  return [
    paint.strong(`${simulated ? '(simulated) ' : ''}${plural(both, 'stored answer')} that both panels ruled on`),
    `  old  ${describePanel(report.old, report.new)}`,
    `  new  ${describePanel(report.new, report.old)}`,
    `  ${count(answers.pool)} that checks keep, ${count(answers.anchor)} of the night that later nights are compared with (the anchor); ${count(answers.withoutOld)} more without a ruling of the old panel, ${count(answers.withoutNew)} without one of the new`,
    ...(both > 0
      ? []
      : [paint.unsure(`Nothing to compare yet: ${first} with the old panel, or have it rule now with --ask-old`)]),
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
    stopped === undefined
      ? []
      : [
          paint.unsure(
            `The run ended early (${plainText(writeStop(stopped))}): the figures cover what was asked so far; run it again to go on`,
          ),
        ];
  if (accepted !== undefined) {
    return [
      ...partly,
      paint.good(
        `Accepted: nights under the new panel are compared with the night of ${accepted.anchor}, as the new panel rules on it`,
      ),
      'Put the same panel into the config now, if it does not stand there yet',
    ];
  }
  if (refused === true) {
    return [
      ...partly,
      paint.bad('NOT ACCEPTED: the new panel is not fit, so later nights are compared with the same anchor as before'),
      'Choose other judges; or, to compare later nights with it all the same, add --even-if-poor to --accept',
    ];
  }
  const word = problems.length === 0 ? '' : ' and --even-if-poor (for this panel is not fit)';
  return [
    ...partly,
    `Nothing was changed. To go on with the new panel: the same command with --accept "reason"${word}, and the new panel in the config`,
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
