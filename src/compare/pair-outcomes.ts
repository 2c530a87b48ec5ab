// Puts the outcomes of two sides side by side: one unit a scenario, one value a draw, under each reading of what is missing.
import { largestOf, leastOf } from '../core/extremes.ts';
import { mean } from '../stats/mean.ts';
import { LEAST_ANSWERED, MOST_MISSING } from '../decision/bounds.ts';
import { whereDefined } from '../core/where-defined.ts';
import type { ScenarioDraws } from '../decision/change.ts';
import { warning, type Ground, type Note } from './grounds.ts';
import { layOut, type Arm, type Design } from './design.ts';
import { pairSubjects, type PairedModels } from './pair-models.ts';
import type { OutcomeRow, OutcomeRows } from './outcome-rows/outcome-row.ts';

export interface PairedOutcomes {
  /** Scenarios with outcomes in both arms, in order of id. A draw's value is the share of its models that are problematic. */
  readonly units: readonly ScenarioDraws[];
  /** All scenarios, with every missing outcome as bad for a pass, and as bad for a fail, as it could be. */
  readonly againstPass: readonly ScenarioDraws[];
  readonly againstFail: readonly ScenarioDraws[];
  readonly models: readonly string[];
  readonly groups: readonly { readonly id: string; readonly units: readonly ScenarioDraws[] }[];
  readonly notes: readonly Note[];
  /** Why so little is there that nothing can be decided; empty where enough is. */
  readonly blocked: readonly Ground[];
  /** Why nothing can pass, though a failure would hold. */
  readonly noPass: readonly Ground[];
  readonly design: Design;
}

const ARMS = ['base', 'head'] as const;
type Reading = 'observed' | 'against-pass' | 'against-fail';
/** What a missing outcome counts as: the worst it could have hidden. */
const IMPUTED: Readonly<Record<Exclude<Reading, 'observed'>, Readonly<Record<Arm, number>>>> = {
  'against-pass': { base: 0, head: 1 },
  'against-fail': { base: 1, head: 0 },
};

/** @throws UserError where no model can be paired. */
export function pairOutcomes(base: OutcomeRows, head: OutcomeRows, subjects: readonly string[] = []): PairedOutcomes {
  const paired = pairSubjects(base, head, subjects);
  const design = layOut(base, head, paired.pairs);
  const groupOf = new Map(
    [...base.rows, ...head.rows].flatMap(({ scenario, group }) => (group === undefined ? [] : [[scenario, group]])),
  );
  const read = (reading: Reading): readonly ScenarioDraws[] =>
    design.scenarios.map((scenario) => {
      const group = groupOf.get(scenario);
      return { ...readUnit(design, scenario, reading), ...whereDefined({ group }) };
    });
  const all = read('observed');
  const units = all.filter((unit) => unit.base.length > 0 && unit.head.length > 0);
  const gaps = all.filter((unit) => unit.base.length === 0 || unit.head.length === 0);
  const counts = countCells(design);
  return {
    units,
    againstPass: read('against-pass'),
    againstFail: read('against-fail'),
    models: paired.pairs.map(({ name }) => name),
    groups: groupUnits(units, [...base.rows, ...head.rows]),
    notes: [...noteGaps(gaps), ...noteDraws(units), ...noteMissing(counts), ...noteModels(paired)],
    blocked: [...tooManyGaps(gaps.length, all.length), ...tooMuchMissing(counts)],
    noPass: modelsMissing(paired),
    design,
  };
}

/** The models of a scenario that both sides can be compared on, unless missing outcomes are read in. */
function readUnit(design: Design, scenario: string, reading: Reading): ScenarioDraws {
  const valueOf = (arm: Arm, model: string, draw: number): number | undefined => {
    const cell = design.cell(arm, { scenario, model, draw });
    if (cell === 'missing') return reading === 'observed' ? undefined : IMPUTED[reading][arm];
    return cell === undefined ? undefined : Number(cell.problematic);
  };
  const draws = (arm: Arm): readonly number[] => Array.from({ length: design.draws[arm] }, (_, index) => index + 1);
  // A model with outcomes on one side only is left out: it would move the share without any change.
  const models = design.models.filter((model) =>
    ARMS.every((arm) => draws(arm).some((draw) => valueOf(arm, model, draw) !== undefined)),
  );
  const readArm = (arm: Arm, among: readonly string[]): readonly number[] =>
    draws(arm).flatMap((draw) => {
      const values = among.flatMap((model) => valueOf(arm, model, draw) ?? []);
      return values.length === 0 ? [] : [mean(values)];
    });
  if (models.length > 0) return { scenario, base: readArm('base', models), head: readArm('head', models) };
  return { scenario, base: readArm('base', design.models), head: [] };
}

interface CellCount {
  readonly arm: Arm;
  readonly model: string;
  readonly missing: number;
  readonly expected: number;
}

/** Outcomes asked for and missing, by side and model. */
function countCells(design: Design): readonly CellCount[] {
  return ARMS.flatMap((arm) =>
    design.models.map((model) => {
      let [missing, expected] = [0, 0];
      for (const scenario of design.scenarios) {
        for (let draw = 1; draw <= design.draws[arm]; draw += 1) {
          const cell = design.cell(arm, { scenario, model, draw });
          if (cell !== undefined) expected += 1;
          if (cell === 'missing') missing += 1;
        }
      }
      return { arm, model, missing, expected };
    }),
  );
}

function tooManyGaps(missing: number, expected: number): readonly Ground[] {
  if (missing <= MOST_MISSING * expected) return [];
  return [warning({ code: 'missing-scenarios', args: { missing, expected, most: MOST_MISSING } })];
}

function tooMuchMissing(counts: readonly CellCount[]): readonly Ground[] {
  const arms = ARMS.flatMap((arm) => {
    const { missing, expected } = sumOf(counts.filter((count) => count.arm === arm));
    return missing > MOST_MISSING * expected
      ? [warning({ code: 'missing-outcomes', args: { arm, missing, expected, most: MOST_MISSING } })]
      : [];
  });
  // With a single model the message about the side says it already.
  const several = new Set(counts.map(({ model }) => model)).size > 1;
  const models = counts.flatMap(({ arm, model, missing, expected }) =>
    several && missing > (1 - LEAST_ANSWERED) * expected
      ? [warning({ code: 'model-silent', args: { arm, model, missing, expected, least: LEAST_ANSWERED } })]
      : [],
  );
  return [...arms, ...models];
}

function sumOf(counts: readonly CellCount[]): { readonly missing: number; readonly expected: number } {
  return {
    missing: counts.reduce((total, { missing }) => total + missing, 0),
    expected: counts.reduce((total, { expected }) => total + expected, 0),
  };
}

/** Outcomes of a model that one side lacks could hide a rise, so nothing passes; a failure that is seen still holds. */
function modelsMissing({ onlyBase, onlyHead }: PairedModels): readonly Ground[] {
  return (
    [
      ['head', onlyBase],
      ['base', onlyHead],
    ] as const
  ).flatMap(([arm, models]) =>
    models.length === 0 ? [] : [warning({ code: 'models-missing', args: { arm, models } })],
  );
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

function noteGaps(gaps: readonly ScenarioDraws[]): readonly Note[] {
  const note = (
    code: 'scenarios-without-base' | 'scenarios-without-head',
    isMissing: (unit: ScenarioDraws) => boolean,
  ): readonly Note[] => {
    const scenarios = gaps.filter(isMissing).map(({ scenario }) => scenario);
    return scenarios.length === 0 ? [] : [warning({ code, args: { scenarios } })];
  };
  return [
    ...note('scenarios-without-base', ({ base }) => base.length === 0),
    ...note('scenarios-without-head', ({ base }) => base.length > 0),
  ];
}

function noteDraws(units: readonly ScenarioDraws[]): readonly Note[] {
  return ARMS.flatMap((arm): readonly Note[] => {
    const counts = units.map((unit) => unit[arm].length);
    const least = leastOf(counts);
    const most = largestOf(counts);
    return units.length === 0 || least === most
      ? []
      : [{ code: 'unequal-draws', args: { arm, least, most }, severity: 'notice' }];
  });
}

function noteMissing(counts: readonly CellCount[]): readonly Note[] {
  return ARMS.flatMap((arm): readonly Note[] => {
    const { missing, expected } = sumOf(counts.filter((count) => count.arm === arm));
    return missing === 0 ? [] : [warning({ code: 'outcomes-missing', args: { arm, count: missing, expected } })];
  });
}

function noteModels({ onlyBase, onlyHead }: PairedModels): readonly Note[] {
  const models = [...onlyBase, ...onlyHead].sort();
  return models.length === 0 ? [] : [warning({ code: 'models-left-out', args: { models } })];
}
