// `spec-gate bank import` on a terminal: how the columns were read, what came of the rows, what was left out and why.
import { count, plural } from '../../render/format-numbers.ts';
import type { Paint } from '../../render/paint.ts';
import { plainText } from '../../render/plain-text.ts';
import { inRow, name, say, wording, type Sentence, type Wording } from '../../render/sentence.ts';
import { answeringModel } from '../../scenarios/rows/column-names.ts';
import { visibleLine } from '../../render/visible-text.ts';
import { wrapText } from '../../render/wrap-text.ts';
import type { ImportSummary, SourceSummary } from './import-summary.ts';

const SHAPES: Readonly<Record<SourceSummary['shapes'][number], Wording>> = {
  bank: wording('bank lines'),
  'study-scenarios': wording("the published study's scenarios"),
  'study-judgments': wording("the published study's rulings"),
  promptfoo: wording('promptfoo results'),
  inspect: wording('an Inspect log'),
  queries: wording('queries'),
};

const MOST_REASONS = 8;
const MOST_COLUMNS = 24;

/** All of it as text that ends with a line feed. */
export function renderImport(summary: ImportSummary, { paint, width }: { paint: Paint; width: number }): string {
  const { before, after, added, filled, unchanged } = summary;
  const total = say`${count(before)} → ${plural(after, 'scenario')}: ${count(added)} new, ${count(filled)} filled in, ${count(unchanged)} as they were`;
  const lines = [
    ...summary.sources.flatMap((source) => [...describeSource(source, { paint, width }), '']),
    `${paint.strong(visibleLine(summary.bank))}  ${plainText(total)}`,
    ...describeRejects(summary, { paint, width }),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function describeSource(source: SourceSummary, { paint, width }: { paint: Paint; width: number }): readonly string[] {
  const shapes =
    source.shapes.length === 0
      ? say`nothing could be read`
      : inRow(
          source.shapes.map((shape) => say`${SHAPES[shape]}`),
          wording(', '),
        );
  const used = foldPatterns(source.used.map(({ column, as }) => `${column} → ${as}`));
  const ignored = foldPatterns(source.ignored.map(({ column, reason }) => `${column} (${reason})`));
  const counts = [
    plainText(say`${plural(source.scenarios, 'scenario')}`),
    ...(source.repeats > 0 ? [plainText(say`${plural(source.repeats, 'repeat')}`)] : []),
    ...(source.rejects > 0 ? [paint.unsure(plainText(say`${count(source.rejects)} left out`))] : []),
    ...(source.renamed > 0
      ? [plainText(say`${plural(source.renamed, 'id')} taken, so with the file's name before it`)]
      : []),
  ];
  return [
    `${paint.strong(visibleLine(source.source))}  ${plainText(shapes)}: ${counts.join(', ')}`,
    ...labelled(wording('used'), used, { paint, width }),
    ...labelled(wording('ignored'), ignored, { paint, width }),
    ...labelled(wording('cells'), describeCells(source), { paint, width }),
    ...labelled(wording('answers'), describeAnswers(source), { paint, width }),
  ];
}

function describeCells({ cells }: SourceSummary): readonly Sentence[] {
  return cells.map(({ reason, count: times }) => say`${name(reason)} (${count(times)} left out)`);
}

/** Answers have no place in a bank, but they need not be asked again. */
function describeAnswers({ ignored, source }: SourceSummary): readonly Sentence[] {
  const models = [...new Set(ignored.flatMap(({ column }) => answeringModel(column) ?? []))];
  if (models.length === 0) return [];
  const entry = `models: [{ id: recorded/${models[0]}, answers: ${source} }]`;
  return [
    say`${plural(models.length, 'model')} answered here`,
    say`${name(entry)} lets judges rule on what was said, without asking again (docs/own-answers.md)`,
  ];
}

function labelled(
  label: Wording,
  items: readonly Sentence[],
  { paint, width }: { paint: Paint; width: number },
): readonly string[] {
  if (items.length === 0) return [];
  const rest = items.length - MOST_COLUMNS;
  const shown = [...items.slice(0, MOST_COLUMNS), ...(rest > 0 ? [say`and ${count(rest)} more`] : [])];
  // An item stays on one line: its spaces are not places to break at.
  const lines = wrapText(shown.map((item) => plainText(item).replaceAll(' ', '\u00a0')).join(', '), width - 11);
  return lines.map(
    (line, index) => `  ${paint.faint((index === 0 ? label : '').padEnd(9))}${line.replaceAll('\u00a0', ' ')}`,
  );
}

/** `a_value1_position → ...a.value1` for each of twelve models is one line with a count: what differs is a `*`. */
function foldPatterns(items: readonly string[]): readonly Sentence[] {
  const folded = new Map<string, string[]>();
  for (const item of items) {
    const pattern = item
      .replace(/^.+(_value[12]_position → scored\.scores\.).+(\.value[12])$/, '*$1*$2')
      .replace(/^.+(_decision → scored\.compliance\.<model>\.).+$/, '*$1*')
      .replace(/^.+(_(?:response|reasoning) \((?:model answer|reasoning)\))$/, '*$1')
      .replace(/^response_.+( \(model answer\))$/, 'response_*$1');
    folded.set(pattern, [...(folded.get(pattern) ?? []), item]);
  }
  return [...folded].map(([pattern, own]) =>
    own.length === 1 ? name(own[0]!) : say`${name(pattern)} × ${count(own.length)}`,
  );
}

function describeRejects(
  { reasons, rejectFile }: ImportSummary,
  { paint, width }: { paint: Paint; width: number },
): readonly string[] {
  if (rejectFile === undefined) return [];
  const digits = Math.max(...reasons.map((reason) => count(reason.count).length));
  return [
    '',
    `${paint.unsure('Left out')}${plainText(say`, with the beginning of each row in ${name(rejectFile)}:`)}`,
    ...reasons
      .slice(0, MOST_REASONS)
      .map((reason) => `  ${count(reason.count).padStart(digits)}  ${visibleLine(reason.reason, width - digits - 4)}`),
    ...(reasons.length > MOST_REASONS
      ? [`  ${plainText(say`and ${plural(reasons.length - MOST_REASONS, 'more reason')}`)}`]
      : []),
  ];
}
