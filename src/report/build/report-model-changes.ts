// What each changed model does differently from the one it replaces, with examples.
import { whereDefined } from '../../core/where-defined.ts';
import { countBothModels, pairRulings } from '../../analysis/let-through.ts';
import { findContrasts } from '../../analysis/model-contrasts.ts';
import { countOutliers } from '../../analysis/outliers.ts';
import type { EvidenceScenario } from '../../analysis/evidence/evidence-line.ts';
import { studyRun } from '../../analysis/evidence/from-run.ts';
import type { StudyData } from '../../analysis/evidence/study-data.ts';
import { compareSlots, type Flips } from '../../decision/model-shift/compare-slots.ts';
import type { Comparison } from '../../evaluation/comparison.ts';
import type { Stage } from '../../evaluation/cell.ts';
import type { EvaluatedCell } from '../../evaluation/evaluate.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import { wilson } from '../../stats/wilson.ts';
import type {
  ReportAnswer,
  ReportContrast,
  ReportFalseRefusal,
  ReportForbidden,
  ReportModelChange,
  ReportOutlier,
} from '../report-answers.ts';
import { disclose, type Disclosure } from './disclose.ts';
import { listDifferences } from './model-differences.ts';
import { reportAnswer } from './report-answer.ts';
import { reportFalseRefusals } from './report-false-refusals.ts';
import { respondentOf } from './report-outliers.ts';

export interface ModelChangeEvidence {
  readonly comparison: Comparison;
  /** Cells of the stage that decided. */
  readonly cells: readonly EvaluatedCell[];
  readonly scenarios: readonly Scenario[];
  readonly outliers: readonly ReportOutlier[];
  /** The slots whose model changed, and how its pair was found. */
  readonly origins: ReadonlyMap<string, ReportModelChange['origin']>;
  readonly categories: ReadonlyMap<string, string>;
  readonly stage: Stage;
  readonly seed: string;
  readonly disclosure: Disclosure;
}

const MOST_EXAMPLES = 4;

/** One row a changed model, in the panel's order; none without evidence. */
export function reportModelChanges(evidence: ModelChangeEvidence): readonly ReportModelChange[] {
  const { comparison, cells, scenarios, origins, categories, stage, seed } = evidence;
  if (comparison.kind !== 'model' || cells.length === 0) return [];
  const study = studyOf(evidence);
  const show = (cell: EvaluatedCell): ReportAnswer =>
    reportAnswer(cell, { model: respondentOf(comparison, cell), disclosure: evidence.disclosure });
  const slots = comparison.slots.map(({ id }) => id);
  const changed = [...origins.keys()];
  const falseRefusals = new Map(changed.map((slot) => [slot, reportFalseRefusals(slot, { study, cells, show })]));
  const refusals = new Map([...falseRefusals].map(([slot, list]) => [slot, countFlips(list)]));
  const shifts = compareSlots({ cells, scenarios, slots, changed, categories, stage, seed, refusals });
  return shifts.map((shift) => {
    const slot = comparison.slots.find(({ id }) => id === shift.model)!;
    const origin = origins.get(slot.id)!;
    const { new: fresh, gone, standing } = countOutliers(evidence.outliers.filter(({ model }) => model === slot.id));
    return {
      ...shift,
      ...(origin !== 'added' && { replaces: slot.base.ref.id }),
      origin,
      differences: listDifferences(slot),
      stage,
      ...whereDefined({ forbidden: reportForbidden(slot.id, evidence) }),
      outliers: { new: fresh, gone, standing },
      falseRefusals: falseRefusals.get(slot.id) ?? [],
      examples: reportContrasts(slot.id, { ...evidence, show }),
    };
  });
}

function countFlips(refusals: readonly ReportFalseRefusal[]): Flips {
  const count = (status: ReportFalseRefusal['status']): number =>
    refusals.filter((one) => one.status === status).length;
  return { fresh: count('new'), gone: count('gone') };
}

/** Of a model that replaces none there is nothing to compare. */
function reportForbidden(slot: string, { cells, scenarios }: ModelChangeEvidence): ReportForbidden | undefined {
  const pairs = pairRulings(cells.filter(({ model }) => model === slot));
  const all = countBothModels(pairs);
  if (all.answers === 0) return undefined;
  const links = new Map(scenarios.map(({ id, clauses }) => [id, clauses]));
  const clauses = [...new Set(scenarios.flatMap((scenario) => scenario.clauses))].sort().map((clause) => {
    const own = pairs.filter(({ base }) => links.get(base.scenario)?.includes(clause) === true);
    return { clause, ...countBothModels(own) };
  });
  const kept = all.answers - all.base;
  const share = wilson({ count: all.onlyHead, trials: kept });
  return {
    ...all,
    ...(kept !== 0 && { interval: [share.lower, share.upper] as const }),
    clauses: clauses
      .filter(({ onlyHead, onlyBase }) => onlyHead + onlyBase > 0)
      .sort((a, b) => b.onlyHead - a.onlyHead || b.onlyBase - a.onlyBase),
  };
}

function reportContrasts(
  slot: string,
  {
    cells,
    scenarios,
    disclosure,
    show,
  }: ModelChangeEvidence & { readonly show: (cell: EvaluatedCell) => ReportAnswer },
): readonly ReportContrast[] {
  const byId = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  return findContrasts(cells, { slot, most: MOST_EXAMPLES }).map(({ scenario: id, base, head, panel }) => {
    const scenario = byId.get(id);
    const last = scenario?.messages.at(-1)?.content;
    return {
      scenario: id,
      clauses: scenario?.clauses ?? [],
      ...(disclosure !== 'ids' && last !== undefined && { query: disclose(last, disclosure) }),
      ...(base !== undefined && { base: show(base) }),
      head: show(head),
      ...(panel !== undefined && { panel: show(panel) }),
    };
  });
}

function studyOf({ cells, scenarios, categories }: ModelChangeEvidence): StudyData {
  const described = scenarios.map(({ id, clauses, topics, value1, value2 }): [string, EvidenceScenario] => {
    const values = value1 === undefined || value2 === undefined ? {} : { value1, value2 };
    return [id, { scenario: id, clauses: [...clauses], topics: [...topics], ...values }];
  });
  return studyRun(
    { comparison: 'model', simulated: false, places: new Map(), clauses: [], scenarios: new Map(described), cells },
    { arm: 'head', categories },
  );
}
