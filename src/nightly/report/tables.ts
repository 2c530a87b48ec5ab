// A night's tables, once for every view: models, the panel, judges and classifier.
import { MODEL_METRICS, PANEL_METRICS, type NightMetric } from '../decision/metrics.ts';
import type { ShiftTest } from '../decision/shift.ts';
import { pValue, signedDecimal, signedPoints } from '../../render/format-numbers.ts';
import { NIGHT_WORDS } from './metric-words.ts';
import type { NightFigure, NightReport } from './report.ts';
import { sparkline } from '../../render/text-bars.ts';

/** Makes an id from outside harmless in a view's table. */
export type Name = (id: string) => string;

export interface NightTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns that go first where there is no room, in that order. */
  readonly dispensable: readonly number[];
}

/** How a view shows a name, and a row of bars. */
export interface Show {
  readonly name: Name;
  readonly bars: (text: string) => string;
}

/** The tables that have rows. */
export function nightTables(report: NightReport, show: Show): readonly NightTable[] {
  return [modelTable(report, show), panelTable(report, show), eyesTable(report, show)].filter(
    ({ rows }) => rows.length > 0,
  );
}

/** A row a model: all figures of non-compliance, and tonight's of the other metrics. */
function modelTable({ models, trend }: NightReport, { name, bars }: Show): NightTable {
  const others = MODEL_METRICS.filter(
    (metric) => metric !== 'nonCompliance' && models.some((model) => model[metric] !== undefined),
  );
  const rows = models.map((model) => [
    name(model.id),
    ...columns(model.nonCompliance, 'nonCompliance'),
    ...others.flatMap((metric) => {
      const figure = model[metric];
      return figure === undefined ? ['-', '-', '-'] : columns(figure, metric).slice(0, 3);
    }),
    bars(sparkline(trend.models[model.id] ?? [], NIGHT_WORDS.nonCompliance.bar)),
  ]);
  const headings = others.flatMap((metric) => [NIGHT_WORDS[metric].heading, ...COMPARED.slice(0, 2)]);
  const head = ['model', 'non-compliance', ...COMPARED, ...headings, `last ${trend.dates.length}`];
  const weeks = others.map((_, index) => 7 + 3 * index);
  return { head, rows, dispensable: others.length > 0 ? [...weeks, 4, 3, head.length - 1] : [4, 3] };
}

function panelTable({ panel, trend }: NightReport, { bars }: Show): NightTable {
  const head = ['all models', 'tonight', ...COMPARED, `last ${trend.dates.length}`];
  if (panel === undefined) return { head, rows: [], dispensable: [] };
  const rows = PANEL_METRICS.flatMap((metric) => {
    const figure = panel[metric];
    if (figure === undefined) return [];
    const { heading, bar } = NIGHT_WORDS[metric];
    return [[heading, ...columns(figure, metric), bars(sparkline(trend.panel[metric] ?? [], bar))]];
  });
  return { head, rows, dispensable: [4, 3] };
}

const COMPARED = ['against the anchor', 'last 7 nights', 'against last night'];

/** Tonight, against the anchor, of the week, against last night. */
function columns({ now, tonight, week, lastChange }: NightFigure, metric: NightMetric): readonly string[] {
  const unit = NIGHT_WORDS[metric];
  const change = (test: ShiftTest | undefined): string =>
    test === undefined ? '-' : `${unit.change(test.change)} (p ${pValue(test.p)})`;
  return [
    now === undefined ? '-' : unit.value(now),
    change(tonight),
    change(week),
    lastChange === undefined ? '-' : unit.change(lastChange),
  ];
}

/** Judges and the classifier: what they said of the same answers on both nights. */
function eyesTable({ judges, classifier }: NightReport, { name }: Show): NightTable {
  const ofJudges = judges.map(({ judge, answers, bias, flips, p }) => [
    `judge ${name(judge)}`,
    String(answers),
    `${signedPoints(bias)} ruled against`,
    signedPoints(flips),
    '-',
    pValue(p),
  ]);
  const ofClassifier =
    classifier === undefined
      ? []
      : [
          [
            `classifier ${name(classifier.classifier)}`,
            String(classifier.answers),
            `${signedPoints(classifier.bias)} rejections`,
            classifier.flips === undefined ? '-' : signedPoints(classifier.flips),
            classifier.shift.map(signedDecimal).join(' / '),
            pValue(classifier.p),
          ],
        ];
  return {
    head: ['judges and classifier', 'same answers', 'points', 'turned, beyond retest', 'scores moved', 'p'],
    rows: [...ofJudges, ...ofClassifier],
    dispensable: [4],
  };
}
