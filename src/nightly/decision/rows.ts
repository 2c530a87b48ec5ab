// A metric's values: one for each scenario and draw in which the model, or every model of the panel, answered.
import { mean } from 'simple-statistics';
import { METRIC_RULES, type NightMetric, type SeenAnswer, type Subject } from './metrics.ts';
import type { NightCell, NightRecord } from './record.ts';

/** By scenario, draw after draw. A draw without a value is left out. */
export type MetricValues = ReadonlyMap<string, readonly number[]>;

/** Who gave an answer, and to what. */
export type SeenCell = Pick<NightCell, 'scenario' | 'model' | 'draw'> & SeenAnswer;

/** The draws in which all of `models` have a cell, scenario by scenario; answers stand in the order of `models`. */
export function completeDraws<Cell extends Pick<NightCell, 'scenario' | 'model' | 'draw'>>(
  cells: readonly Cell[],
  models: readonly string[],
): ReadonlyMap<string, readonly (readonly Cell[])[]> {
  const ranks = new Map(models.map((model, index) => [model, index]));
  const draws = new Map<string, Map<number, Cell[]>>();
  for (const cell of cells) {
    const rank = ranks.get(cell.model);
    if (rank === undefined) continue;
    const ofScenario = draws.get(cell.scenario) ?? new Map<number, Cell[]>();
    draws.set(cell.scenario, ofScenario);
    const row = ofScenario.get(cell.draw) ?? [];
    ofScenario.set(cell.draw, row);
    row[rank] = cell;
  }
  return new Map(
    [...draws].map(([scenario, ofScenario]) => [
      scenario,
      [...ofScenario.values()].filter((row) => models.every((_, rank) => row[rank] !== undefined)),
    ]),
  );
}

/** The metric's value on each whole draw, by scenario; draws in which it cannot be measured are left out. */
export function readValues(
  cells: readonly SeenCell[],
  { metric, subject }: { readonly metric: NightMetric; readonly subject: Subject },
): MetricValues {
  const { measure } = METRIC_RULES[metric];
  return new Map(
    [...completeDraws(cells, subject.models)].map(([scenario, rows]) => [
      scenario,
      rows.flatMap((row) => measure(row) ?? []),
    ]),
  );
}

/** Each scenario counts once, however many draws it has; undefined where none was measured. */
export function meanOfValues(values: MetricValues): number | undefined {
  const means = [...values.values()].flatMap((draws) => (draws.length === 0 ? [] : [mean([...draws])]));
  return means.length === 0 ? undefined : mean(means);
}

const known = new WeakMap<NightRecord, Map<string, MetricValues>>();

/** The values of a night that is over. Each is asked for again on many nights, so they are kept. */
export function valuesOfNight(
  night: NightRecord,
  what: { readonly metric: NightMetric; readonly subject: Subject },
): MetricValues {
  const ofNight = known.get(night) ?? new Map<string, MetricValues>();
  known.set(night, ofNight);
  const name = [what.metric, ...what.subject.models].join('\n');
  const values = ofNight.get(name) ?? readValues(night.cells, what);
  ofNight.set(name, values);
  return values;
}
