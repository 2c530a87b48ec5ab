// Puts the rows of two files side by side: one unit a scenario, one value a draw.
import { UserError } from '../core/errors.ts';
import type { ScenarioDraws } from '../decision/change.ts';
import type { Reason } from '../decision/decision.ts';
import type { OutcomeRow, OutcomeRows } from './outcome-rows/outcome-row.ts';

export interface PairedOutcomes {
  /** Scenarios with outcomes in both arms, in order of id. A draw's value is the share of its models that are problematic. */
  readonly units: readonly ScenarioDraws[];
  /** Scenarios that one arm lacks, with the missing outcome as bad for a pass, and as bad for a fail, as it could be. */
  readonly againstPass: readonly ScenarioDraws[];
  readonly againstFail: readonly ScenarioDraws[];
  readonly models: readonly string[];
  readonly groups: readonly { readonly id: string; readonly units: readonly ScenarioDraws[] }[];
  readonly notes: readonly Reason[];
  /** Outcomes that were asked for and did not come, and all that were asked for. */
  readonly outcomes: { readonly missing: number; readonly expected: number };
}

/**
 * Models that both arms have are compared; where each arm has one model, under whatever names, it is those two.
 * @throws UserError where no model can be paired.
 */
export function pairOutcomes(base: OutcomeRows, head: OutcomeRows): PairedOutcomes {
  const { models, keep } = pairModels(base.rows, head.rows);
  const before = byScenario(base.rows.filter(keep));
  const after = byScenario(head.rows.filter(keep));
  const known = (rows: OutcomeRows): readonly string[] => rows.missing.map(({ scenario }) => scenario);
  const all = [...new Set([...before.keys(), ...after.keys(), ...known(base), ...known(head)])].sort();
  const drawsOf = (rows: ReadonlyMap<string, readonly OutcomeRow[]>, scenario: string): readonly number[] =>
    valuesByDraw(rows.get(scenario) ?? []);
  const every = all.map((scenario) => ({ scenario, base: drawsOf(before, scenario), head: drawsOf(after, scenario) }));
  const units = every.filter((unit) => unit.base.length > 0 && unit.head.length > 0);
  const missing = base.missing.length + head.missing.length;
  const gaps = every.filter((unit) => unit.base.length === 0 || unit.head.length === 0);
  return {
    units,
    againstPass: gaps.map((unit) => fill(unit, { base: 0, head: 1 })),
    againstFail: gaps.map((unit) => fill(unit, { base: 1, head: 0 })),
    models,
    outcomes: { missing, expected: missing + base.rows.length + head.rows.length },
    groups: groupUnits(units, [...base.rows, ...head.rows]),
    notes: [...noteGaps(gaps), ...noteDraws(units), ...noteMissing(base, head), ...noteModels(models, base, head)],
  };
}

function pairModels(
  base: readonly OutcomeRow[],
  head: readonly OutcomeRow[],
): { readonly models: readonly string[]; readonly keep: (row: OutcomeRow) => boolean } {
  const before = [...new Set(base.map(({ model }) => model))].sort();
  const after = [...new Set(head.map(({ model }) => model))].sort();
  const common = before.filter((model) => after.includes(model));
  if (common.length > 0) return { models: common, keep: ({ model }) => common.includes(model) };
  if (before.length === 1 && after.length === 1) return { models: [`${before[0]} -> ${after[0]}`], keep: () => true };
  const message = `no model is in both files: base has ${before.join(', ')}; head has ${after.join(', ')}`;
  throw new UserError({ message, hint: 'Give both files the same model names, or one model each.' });
}

function byScenario(rows: readonly OutcomeRow[]): ReadonlyMap<string, readonly OutcomeRow[]> {
  const scenarios = new Map<string, OutcomeRow[]>();
  for (const row of rows) {
    const own = scenarios.get(row.scenario);
    if (own === undefined) scenarios.set(row.scenario, [row]);
    else own.push(row);
  }
  return scenarios;
}

function valuesByDraw(rows: readonly OutcomeRow[]): readonly number[] {
  const draws = new Map<string, boolean[]>();
  for (const { replicate, problematic } of rows) draws.set(replicate, [...(draws.get(replicate) ?? []), problematic]);
  return [...draws.keys()].sort().map((replicate) => {
    const outcomes = draws.get(replicate)!;
    return outcomes.filter(Boolean).length / outcomes.length;
  });
}

function fill(unit: ScenarioDraws, worst: { readonly base: number; readonly head: number }): ScenarioDraws {
  return {
    ...unit,
    base: unit.base.length > 0 ? unit.base : [worst.base],
    head: unit.head.length > 0 ? unit.head : [worst.head],
  };
}

function groupUnits(units: readonly ScenarioDraws[], rows: readonly OutcomeRow[]): PairedOutcomes['groups'] {
  const members = new Map<string, Set<string>>();
  for (const { group, scenario } of rows) {
    if (group !== undefined) members.set(group, (members.get(group) ?? new Set()).add(scenario));
  }
  return [...members.keys()]
    .sort()
    .map((id) => ({ id, units: units.filter(({ scenario }) => members.get(id)!.has(scenario)) }));
}

function noteGaps(gaps: readonly ScenarioDraws[]): readonly Reason[] {
  const note = (code: string, arm: 'base' | 'head'): readonly Reason[] => {
    const scenarios = gaps.filter((unit) => unit[arm].length === 0).map(({ scenario }) => scenario);
    return scenarios.length === 0 ? [] : [{ code, args: { scenarios }, severity: 'warning' }];
  };
  return [...note('scenarios-without-base', 'base'), ...note('scenarios-without-head', 'head')];
}

function noteDraws(units: readonly ScenarioDraws[]): readonly Reason[] {
  return (['base', 'head'] as const).flatMap((arm): readonly Reason[] => {
    const counts = units.map((unit) => unit[arm].length);
    const least = Math.min(...counts);
    const most = Math.max(...counts);
    return units.length === 0 || least === most
      ? []
      : [{ code: 'unequal-draws', args: { arm, least, most }, severity: 'notice' }];
  });
}

function noteMissing(base: OutcomeRows, head: OutcomeRows): readonly Reason[] {
  return [['base', base] as const, ['head', head] as const].flatMap(([arm, { missing }]): readonly Reason[] =>
    missing.length === 0
      ? []
      : [{ code: 'outcomes-missing', args: { arm, count: missing.length }, severity: 'warning' }],
  );
}

function noteModels(models: readonly string[], base: OutcomeRows, head: OutcomeRows): readonly Reason[] {
  if (models.length === 1 && models[0]!.includes(' -> ')) return [];
  const left = [...base.rows, ...head.rows].map(({ model }) => model).filter((model) => !models.includes(model));
  return left.length === 0
    ? []
    : [{ code: 'models-left-out', args: { models: [...new Set(left)].sort() }, severity: 'warning' }];
}
