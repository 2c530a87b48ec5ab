// One simulated run of the real gate: rounds are drawn as `decide` asks for them, until it has a verdict.
import { mapMetrics } from '../../src/analysis/metrics.ts';
import { decide } from '../../src/decision/decide.ts';
import type { Verdict } from '../../src/decision/decision.ts';
import type { DecisionPolicy } from '../../src/decision/policy.ts';
import type { Round } from '../../src/decision/round.ts';
import type { Arm, Cell, Stage } from '../../src/evaluation/cell.ts';
import { DRAWS_AN_ANSWER } from '../../src/evaluation/comparison.ts';
import type { ControlRuling } from '../../src/evaluation/controls/control.ts';
import { createPanel, type Panel, type Truth } from './latent-panel.ts';
import { ruleOnViolations, WATCHED } from './violations.ts';

export interface GateRun {
  readonly verdict: Verdict;
  /** Rulings that this change had to pay for: the stored base draws are there already. */
  readonly rulings: number;
  /** Responses likewise, one a model, scenario and draw; for `target` those of a check that has no stored ones. */
  readonly answers: number;
  readonly rounds: readonly string[];
  readonly cells: readonly Cell[];
}

export const SIMULATED_POLICY: DecisionPolicy = {
  margins: mapMetrics(({ defaults }) => defaults.margin),
  limits: {},
  actions: {
    ...mapMetrics(({ defaults }) => defaults.action),
    newOutliers: 'report',
    untested: 'inconclusive',
    policyChange: 'fail',
  },
  onInconclusive: 'fail',
  selection: { scenarios: 32, extendTo: 64, replicates: { base: 4, confirm: 2 } },
  seed: 'bench',
};

export function runGate(
  truth: Truth,
  options: { seed: string; policy?: DecisionPolicy; unscreened?: boolean },
): GateRun {
  const policy = options.policy ?? SIMULATED_POLICY;
  const panel = createPanel(truth, options.seed);
  const others = truth.words === undefined ? [] : ['rival', 'third', 'fourth', 'fifth'];
  const links = new Map(
    panel.scenarios.map((scenario, index) => [scenario, ['clause', ...others.filter((_, at) => index % 4 === at)]]),
  );
  const cells: Cell[] = [];
  const done = new Set<string>();
  const rounds: string[] = [];
  let rulings = 0;
  let answers = 0;
  let round: Round | undefined;
  const { violations } = truth;
  const controls: ControlRuling[] = [];
  for (;;) {
    const decision = decide({
      kind: truth.kind,
      policy,
      round,
      order: panel.scenarios,
      links,
      models: panel.models,
      judges: panel.judges,
      cells,
      untested: [],
      ...(violations === undefined
        ? {}
        : { touched: [{ id: WATCHED, edit: 'edited' as const }], labelled: violations.count, controls }),
      ...(truth.words === undefined ? {} : { reworded: new Set(['clause']) }),
      ...(options.unscreened === true ? { unscreened: true } : {}),
    });
    if (decision.status === 'verdict') return { verdict: decision, rulings, answers, rounds, cells };
    round = decision.round;
    rounds.push(`${round.stage} ${round.draws} x ${round.scenarios}: ${decision.reason}`);
    const { stage } = round;
    if (violations !== undefined && controls.every((one) => one.stage !== stage)) {
      const ruled = ruleOnViolations(violations, { stage, judges: panel.judges, seed: options.seed });
      controls.push(...ruled);
      rulings += ruled.length * panel.judges.length;
    }
    if (round.reused) {
      const own = cells.filter(({ stage: at, arm, draw }) => at === 'screen' && arm === 'head' && draw === 1);
      for (const cell of own) {
        const place = `confirm head 1 ${panel.scenarios.indexOf(cell.scenario)} ${cell.model}`;
        if (done.has(place)) continue;
        done.add(place);
        cells.push({ ...cell, stage: 'confirm' });
      }
    }
    for (const added of drawRound(panel, { round, policy, done })) {
      cells.push(added);
      if (added.stage === 'screen' && added.arm === 'base') continue;
      rulings += added.judgments.length;
      if (truth.kind !== 'target' || isAsked(added, options)) answers += 1;
    }
  }
}

/** With `target` both sides are given the pool's answers; where nothing was screened, nobody has asked for them yet. */
function isAsked({ stage, arm, draw }: Cell, { unscreened }: { readonly unscreened?: boolean }): boolean {
  return unscreened === true && stage === 'confirm' && arm === 'base' && (draw - 1) % DRAWS_AN_ANSWER === 0;
}

/** The cells that a round asks for and `done` does not name. */
export function* drawRound(
  panel: Panel,
  how: { round: Round; policy: DecisionPolicy; done: Set<string> },
): Generator<Cell> {
  const { stage, scenarios } = how.round;
  const draws: Record<Arm, number> = {
    base: stage === 'screen' ? how.policy.selection.replicates.base : how.round.draws,
    head: how.round.draws,
  };
  for (const arm of ['base', 'head'] satisfies Arm[]) {
    for (let draw = 1; draw <= draws[arm]; draw += 1) {
      for (let scenario = 0; scenario < scenarios; scenario += 1) {
        const place = `${stage satisfies Stage} ${arm} ${draw} ${scenario}`;
        if (how.done.has(place) || (how.round.reused && arm === 'head' && draw === 1)) continue;
        how.done.add(place);
        for (let model = 0; model < panel.models.length; model += 1) {
          yield panel.draw({ scenario, model, arm, stage, draw });
        }
      }
    }
  }
  for (let scenario = 0; scenario < (how.round.today ?? 0); scenario += 1) {
    const draw = stage === 'screen' ? 1 : how.round.draws + 1;
    const place = `confirm base ${draw} ${scenario}`;
    if (how.done.has(place)) continue;
    how.done.add(place);
    for (let model = 0; model < panel.models.length; model += 1)
      yield panel.draw({ scenario, model, arm: 'base', stage: 'confirm', draw });
  }
}
