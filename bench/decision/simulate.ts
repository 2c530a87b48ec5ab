// Many runs of one configuration, counted.
import { createPanel } from './latent-panel.ts';
import type { Configuration } from './configurations.ts';
import { RIVAL_RULES } from './rival-rules.ts';
import { runGate, SIMULATED_POLICY } from './run-gate.ts';

export interface Outcome {
  readonly runs: number;
  readonly pass: number;
  readonly fail: number;
  readonly inconclusive: number;
  /** Means a run. */
  readonly rulings: number;
  readonly answers: number;
  /** Runs that each other rule would have blocked. */
  readonly rivals: Readonly<Record<string, number>>;
}

/** Deterministic: run `i` of a line has a seed of its own. */
export function simulate(configuration: Configuration): Outcome {
  const { margin } = configuration;
  const policy = {
    ...SIMULATED_POLICY,
    margins: { ...SIMULATED_POLICY.margins, nonCompliance: margin, frequentNonCompliance: margin },
  };
  const count = { pass: 0, fail: 0, inconclusive: 0 };
  const rivals = Object.fromEntries(Object.keys(RIVAL_RULES).map((name) => [name, 0]));
  let rulings = 0;
  let answers = 0;
  for (let run = 0; run < configuration.runs; run += 1) {
    const seed = `${configuration.line}\n${run}`;
    const result = runGate(configuration.truth, { seed, policy });
    count[result.verdict.verdict] += 1;
    rulings += result.rulings;
    answers += result.answers;
    if (!configuration.rivals) continue;
    for (const [name, rule] of Object.entries(RIVAL_RULES)) {
      rivals[name]! += Number(rule(createPanel(configuration.truth, seed)));
    }
  }
  const { runs } = configuration;
  return {
    runs,
    ...count,
    rulings: rulings / runs,
    answers: answers / runs,
    rivals: configuration.rivals ? rivals : {},
  };
}
