// `calibrate` names the smallest rise that a check would show. Here checks with a rise of that size are simulated: do they show it?
import { calibrate } from '../../src/calibrate/calibrate.ts';
import type { Cell } from '../../src/evaluation/cell.ts';
import { createPanel, type Truth } from '../decision/latent-panel.ts';
import { runGate, SIMULATED_POLICY } from '../decision/run-gate.ts';

export interface CalibratedPanel {
  readonly models: number;
  readonly scenarios: number;
  readonly margin: number;
}

export const CALIBRATED: readonly CalibratedPanel[] = [
  { models: 4, scenarios: 32, margin: 0.05 },
  { models: 2, scenarios: 40, margin: 0.1 },
  { models: 12, scenarios: 32, margin: 0.05 },
];

/** Stored draws of the base. */
const STORED = 4;

/** The check's scenarios are written for its change, so that nothing stored of them helps it. */
export function countShown(
  design: CalibratedPanel,
  runs: number,
): { readonly shown: number; readonly named: number; readonly total: number } {
  const { models, scenarios, margin } = design;
  const truth: Truth = {
    kind: 'prompt',
    models,
    scenarios,
    rate: 0.23,
    rise: 0,
    where: 'uniform',
    drift: 0,
    scored: false,
  };
  const policy = {
    ...SIMULATED_POLICY,
    margins: { ...SIMULATED_POLICY.margins, nonCompliance: margin, frequentNonCompliance: margin },
    selection: { ...SIMULATED_POLICY.selection, scenarios, extendTo: scenarios },
  };
  let [shown, total] = [0, 0];
  for (let run = 0; run < runs; run += 1) {
    const { endpoints } = calibrate({ ...storedDraws(truth, `stored ${run}`), policy });
    const rise = endpoints.nonCompliance!.detectable;
    const { verdict } = runGate({ ...truth, rise }, { seed: `risen ${run}`, policy, unscreened: true });
    total += rise;
    shown += Number(verdict.metrics.nonCompliance?.status === 'fail');
  }
  return { shown, named: runs, total };
}

function storedDraws(truth: Truth, seed: string) {
  const panel = createPanel(truth, seed);
  const { scenarios, models, judges } = panel;
  const cells: Cell[] = [];
  for (let scenario = 0; scenario < truth.scenarios; scenario += 1)
    for (let model = 0; model < truth.models; model += 1)
      for (let n = 1; n <= STORED; n += 1)
        cells.push(panel.draw({ scenario, model, arm: 'base', stage: 'screen', draw: n }));
  return { cells, scenarios, models, judges };
}
