// Single answers that are news: false refusals that the anchor has not, and answers that stand apart. Reported, never paged.
import { whereDefined } from '../../core/where-defined.ts';
import { findOutliers, type Outlier, type OutlierRows } from '../../analysis/outliers.ts';
import type { Answer } from '../../analysis/stands-apart.ts';
import { listFalseRefusals } from '../../analysis/evidence/response-types.ts';
import { groupByScenario, type StudyRow } from '../../analysis/evidence/study-data.ts';
import { anchorCells, type AnchoredNights } from './anchor.ts';
import { subjectsOf } from './metrics.ts';
import type { NightRecord } from './record.ts';
import { completeDraws, type SeenCell } from './rows.ts';
import { createRejudgedAnchor, type Views } from './rejudged-anchor.ts';

export interface NightAnswers {
  /** In every draw tonight, and in none of the anchor's. */
  readonly falseRefusals: readonly { readonly model: string; readonly scenario: string }[];
  /** On every draw of the night that has it; new and gone ones on none of the other's. */
  readonly outliers: readonly NightOutlier[];
}

export interface NightOutlier extends Pick<Outlier, 'model' | 'scenario' | 'lean'> {
  readonly status: 'new' | 'gone' | 'standing';
}

/** Draws in which every model answered, of the anchor as seen tonight and of tonight. */
export function compareAnswers(
  tonight: Pick<NightRecord, 'models' | 'scenarios' | 'cells' | 'rejudged'>,
  { baseline, views }: { readonly baseline: AnchoredNights; readonly views: Views },
): NightAnswers {
  const models = Object.keys(tonight.models);
  const panel = subjectsOf(models).find(({ kind }) => kind === 'panel');
  if (panel === undefined) return { falseRefusals: [], outliers: [] };
  const rejudgedAnchor = createRejudgedAnchor(tonight.rejudged);
  const heads = completeDraws<SeenCell>(tonight.cells, models);
  const pairs = [...anchorCells(baseline, tonight, panel)].map(([scenario, anchor]) => ({
    scenario,
    base: completeDraws(rejudgedAnchor(anchor, views).cells, models).get(scenario) ?? [],
    head: heads.get(scenario) ?? [],
  }));
  const both = pairs.filter(({ base, head }) => base.length > 0 && head.length > 0);
  return {
    falseRefusals: both.flatMap(newFalseRefusals),
    outliers: both.flatMap(outliersOf),
  };
}

interface Pair {
  readonly scenario: string;
  readonly base: readonly (readonly SeenCell[])[];
  readonly head: readonly (readonly SeenCell[])[];
}

function newFalseRefusals({ scenario, base, head }: Pair): NightAnswers['falseRefusals'] {
  const before = new Set(base.flatMap((row, draw) => refusalsIn([studyRow(row, draw)]).map(({ model }) => model)));
  return refusalsIn(head.map(studyRow)).flatMap(({ model }) => (before.has(model) ? [] : [{ model, scenario }]));
}

function refusalsIn(rows: readonly StudyRow[]): ReturnType<typeof listFalseRefusals> {
  return listFalseRefusals(groupByScenario(rows));
}

function outliersOf({ scenario, base, head }: Pair): readonly NightOutlier[] {
  const rowsOf = (draws: Pair['base']): OutlierRows<Answer> =>
    new Map([[scenario, draws.map((row) => row.map(asAnswer))]]);
  return findOutliers({ base: rowsOf(base), head: rowsOf(head) }, { basis: 'scores' }).flatMap(
    ({ model, status, lean }) =>
      status === 'unconfirmed' ? [] : [{ model, scenario, status, ...whereDefined({ lean }) }],
  );
}

function asAnswer({ model, against, type, scores }: SeenCell): Answer {
  const common = { model, problematic: against };
  if (type === undefined || scores === undefined) return common;
  return { ...common, responseType: type, scores: { value1: scores[0], value2: scores[1] } };
}

function studyRow(row: readonly SeenCell[], draw: number): StudyRow {
  return {
    scenario: row[0]!.scenario,
    draw: String(draw),
    clauses: [],
    topics: [],
    disagreements: {},
    responses: row.map(({ model, against, type }) => ({
      model,
      rulings: [],
      fullPanel: false,
      problematic: against,
      ...whereDefined({ responseType: type }),
    })),
  };
}
