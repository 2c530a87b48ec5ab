// A night's tables, once for every view: models, the panel, judges and classifier.
import type { ShiftTest } from '../decision/shift.ts';
import { decimal, percent, pValue, signedDecimal, signedPoints } from '../../render/format-numbers.ts';
import type { NightFigure, NightReport, Trend } from './report.ts';
import type { Name } from './words.ts';
import { sparkline } from '../../render/sparkline.ts';

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

interface Unit {
  readonly value: (value: number) => string;
  readonly change: (value: number) => string;
}
const SHARE: Unit = { value: percent, change: signedPoints };
const POINTS: Unit = { value: decimal, change: signedDecimal };

function modelTable({ models, trend }: NightReport, { name, bars }: Show): NightTable {
  const hasRejections = models.some(({ rejections }) => rejections !== undefined);
  const rows = models.map(({ id, nonCompliance, rejections }) => {
    const refused = rejections === undefined ? ['-', '-', '-'] : columns(rejections, SHARE).slice(0, 3);
    const trendOf = bars(sparkline(trend.models[id] ?? [], 0.5));
    return [name(id), ...columns(nonCompliance, SHARE), ...(hasRejections ? refused : []), trendOf];
  });
  const refused = hasRejections ? ['rejections', 'against the anchor', 'last 7 nights'] : [];
  return {
    head: ['model', 'non-compliance', ...COMPARED, ...refused, `last ${trend.dates.length}`],
    rows,
    dispensable: hasRejections ? [7, 4, 3, 8] : [4, 3],
  };
}

function panelTable({ panel, trend }: NightReport, { bars }: Show): NightTable {
  const head = ['all models', 'tonight', ...COMPARED, `last ${trend.dates.length}`];
  if (panel === undefined) return { head, rows: [], dispensable: [] };
  const row = (title: string, figure: NightFigure, how: { unit: Unit; trend: Trend; most: number }): string[] => [
    title,
    ...columns(figure, how.unit),
    bars(sparkline(how.trend, how.most)),
  ];
  const { frequentNonCompliance: frequent, disagreement } = panel;
  const ofAll = { unit: SHARE, trend: trend.panel.frequentNonCompliance ?? [], most: 0.2 };
  const ofScores = { unit: POINTS, trend: trend.panel.disagreement ?? [], most: 3 };
  return {
    head,
    rows: [
      row('every one fails', frequent, ofAll),
      ...(disagreement === undefined ? [] : [row('disagreement', disagreement, ofScores)]),
    ],
    dispensable: [4, 3],
  };
}

const COMPARED = ['against the anchor', 'last 7 nights', 'against last night'];

/** Tonight, against the anchor, of the week, against last night. */
function columns({ now, tonight, week, lastChange }: NightFigure, unit: Unit): readonly string[] {
  const change = (test: ShiftTest | undefined): string =>
    test === undefined ? '-' : `${unit.change(test.change)} (p ${pValue(test.p)})`;
  return [
    now === undefined ? '-' : unit.value(now),
    change(tonight),
    change(week),
    lastChange === undefined ? '-' : unit.change(lastChange),
  ];
}

/** Those who measure: what they said of the same answers on both nights. */
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
    head: ['judges and classifier', 'same answers', 'points', 'turned beyond retest', 'scores moved', 'p'],
    rows: [...ofJudges, ...ofClassifier],
    dispensable: [4],
  };
}
