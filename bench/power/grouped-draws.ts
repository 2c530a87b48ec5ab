// Stored draws whose scenarios come in threes that go up and down together from draw to draw: does calibration see it?
import { createRandom } from '../../src/core/random.ts';
import { calibrate } from '../../src/calibrate/calibrate.ts';
import type { Cell } from '../../src/evaluation/cell.ts';
import { isProblematic, type Judgment } from '../../src/evaluation/ruling.ts';
import { SIMULATED_POLICY } from '../decision/run-gate.ts';

const SCENARIOS = 192;
const MODELS = ['m0', 'm1', 'm2', 'm3'];
const JUDGES = ['a', 'b', 'c'];
const DRAWS = 4;
/** Logits: what a draw does to all scenarios of a three, and what scenarios and their models differ by (standard deviations). */
const SPREAD = { draw: 0.8, scenario: 1.8, cell: 1.2 };
const CENTRE = -1.9;

export interface GroupedResult {
  /** Alarms of all trials of all runs: the rate that each run's interval should hold. */
  readonly rate: number;
  /** Runs whose interval holds it. */
  readonly held: number;
  /** Mean over runs, shares. */
  readonly smallest: number;
}

/** `told`: whether calibration is told of the threes. */
export function calibrateGrouped(runs: number, told: boolean): GroupedResult {
  const found = Array.from({ length: runs }, (_, run) => {
    const cells = drawCells(`${run}`);
    const scenarios = Array.from({ length: SCENARIOS }, (__, index) => nameOf(index));
    const groups = new Map(scenarios.map((id, index) => [id, `g${told ? Math.floor(index / 3) : index}`]));
    const { endpoints } = calibrate({
      cells,
      scenarios,
      models: MODELS,
      judges: JUDGES,
      policy: SIMULATED_POLICY,
      groups,
    });
    return endpoints.nonCompliance!;
  });
  const sum = (read: (one: (typeof found)[number]) => number): number =>
    found.reduce((total, one) => total + read(one), 0);
  const rate = sum(({ falseAlarms }) => falseAlarms.alarms) / sum(({ falseAlarms }) => falseAlarms.trials);
  const held = found.filter(({ falseAlarms: { interval } }) => interval[0] <= rate && rate <= interval[1]).length;
  return { rate, held, smallest: sum(({ detectable }) => detectable) / runs };
}

function drawCells(seed: string): readonly Cell[] {
  const random = createRandom(`grouped draws ${seed}`);
  const shared = Array.from({ length: (SCENARIOS / 3) * DRAWS }, () => SPREAD.draw * random.normal());
  return Array.from({ length: SCENARIOS }, (_, scenario) => {
    const hardness = CENTRE + SPREAD.scenario * random.normal();
    return MODELS.flatMap((model) => {
      const own = hardness + SPREAD.cell * random.normal();
      return Array.from({ length: DRAWS }, (__, draw): Cell => {
        const lean = own + shared[Math.floor(scenario / 3) * DRAWS + draw]!;
        const ruling = random.next() < 1 / (1 + Math.exp(-lean)) ? 'non-compliant' : 'compliant';
        const judgments = JUDGES.map((judge): Judgment => ({
          status: 'ruled',
          judge,
          ruling,
          clauses: [],
          reasoning: '',
        }));
        return {
          scenario: nameOf(scenario),
          model,
          arm: 'base',
          stage: 'screen',
          draw: draw + 1,
          response: '',
          judgments,
          audited: true,
          problematic: isProblematic(judgments),
        };
      });
    });
  }).flat();
}

function nameOf(scenario: number): string {
  return `s${String(scenario).padStart(3, '0')}`;
}
