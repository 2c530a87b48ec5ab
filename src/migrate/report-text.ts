// What another panel makes of the same stored answers, as text: what speaks against it first, then the figures.
import { count, dollars, plural } from '../render/format-numbers.ts';
import { writeEnd, writeMigratePlan, writeNothingStored, writeStopped, writeSubject } from './words.ts';
import type { MigrateReport, PanelCost, PanelNames } from './report.ts';
import { accuracyBlock, classifierBlocks, rulingBlocks, shortId } from './report-tables.ts';
import { NO_PAINT, type Paint, type TerminalOptions } from '../render/paint.ts';
import { plainText } from '../render/plain-text.ts';
import { inRow, name, say, wording, type Sentence } from '../render/sentence.ts';
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
export function renderMigratePlan(planned: MigrateReport['planned']): string {
  return `${plainText(writeMigratePlan(planned))}\n`;
}

function problemLines({ problems }: MigrateReport, paint: Paint): readonly string[] {
  if (problems.length === 0) return [];
  return [
    paint.bad(plainText(say`NOT FIT  ${plural(problems.length, 'problem')} with the new panel`)),
    ...problems.flatMap(({ message, hint }) => [
      `  ${visibleLine(message, 400)}`,
      ...(hint === undefined ? [] : [`      ${visibleLine(hint, 400)}`]),
    ]),
  ];
}

function subjectLines(report: MigrateReport, paint: Paint): readonly string[] {
  const { answers, simulated } = report;
  const both = answers.pool + answers.anchor;
  return [
    paint.strong(
      plainText(
        say`${simulated ? wording('(simulated) ') : wording('')}${plural(both, 'stored answer')} that both panels ruled on`,
      ),
    ),
    plainText(say`  old  ${describePanel(report.old, report.new)}`),
    plainText(say`  new  ${describePanel(report.new, report.old)}`),
    `  ${plainText(writeSubject(report))}`,
    ...(both > 0 ? [] : [paint.unsure(plainText(writeNothingStored(report)))]),
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
        cost === undefined ? wording('cost') : plainText(say`cost of the same ${plural(cost.answers, 'answer')}`),
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

function endLines(report: MigrateReport, paint: Paint): readonly string[] {
  const { stopped, refused, accepted } = report;
  const [first, ...rest] = writeEnd(report).map((sentence) => plainText(sentence));
  const tone = accepted !== undefined ? paint.good : refused === true ? paint.bad : (text: string): string => text;
  return [...(stopped === undefined ? [] : [paint.unsure(plainText(writeStopped(stopped)))]), tone(first!), ...rest];
}

/** Judges, and of the rest what the other panel has not the same. */
function describePanel(own: PanelNames, other: PanelNames): Sentence {
  const classifier = own.classifier === undefined ? say`none` : name(shortId(own.classifier));
  return inRow(
    [
      inRow(
        own.judges.map((judge) => name(shortId(judge))),
        wording(', '),
      ),
      ...(own.classifier === other.classifier ? [] : [say`classifier ${classifier}`]),
      ...(own.judgeContext === other.judgeContext ? [] : [say`judgeContext ${name(own.judgeContext)}`]),
      ...(['judge', 'classify'] as const).flatMap((prompt) =>
        own.prompts[prompt] === other.prompts[prompt] ? [] : [name(own.prompts[prompt])],
      ),
    ],
    wording(' · '),
  );
}
