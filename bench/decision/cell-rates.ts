// Counts of problematic responses of a simulated panel, for rules that look at one head draw.
import type { Panel } from './latent-panel.ts';

export interface CellRates {
  /** Rise of the share of problematic cells from the first base draw. */
  readonly change: number;
  /** Problematic responses a draw. */
  readonly scenarios: readonly {
    readonly base: readonly number[];
    readonly head: readonly number[];
    readonly models: number;
  }[];
  /** First base draw against the head: cells that changed. */
  readonly cells: { readonly worse: number; readonly better: number };
}

/** `baseDraws` stored draws against one head draw. */
export function comparableRates(panel: Panel, baseDraws: number): CellRates {
  let worse = 0;
  let better = 0;
  const models = panel.models.length;
  const scenarios = panel.scenarios.map((_, scenario) => {
    const base = Array.from({ length: baseDraws }, () => 0);
    let head = 0;
    for (let model = 0; model < models; model += 1) {
      const after = panel.draw({ scenario, model, arm: 'head', stage: 'screen', draw: 1 }).problematic === true;
      head += Number(after);
      for (let draw = 1; draw <= baseDraws; draw += 1) {
        const before = panel.draw({ scenario, model, arm: 'base', stage: 'screen', draw }).problematic === true;
        base[draw - 1]! += Number(before);
        if (draw > 1) continue;
        worse += Number(after && !before);
        better += Number(before && !after);
      }
    }
    return { base, head: [head], models };
  });
  return { change: (worse - better) / (models * scenarios.length), scenarios, cells: { worse, better } };
}
