// Many runs of one configuration, counted.
import type { ClauseMovement, Verdict } from '../../src/decision/decision.ts';
import { judgeReach } from '../../src/decision/judge-reach.ts';
import { ruleOnCanaries } from './canaries.ts';
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
  /** Runs that each metric failed, those that none did left out. */
  readonly failedBy: Readonly<Record<string, number>>;
  /** Runs in which the clause's own interpretation is told to have moved. */
  readonly localised: number;
  /** Runs whose interval of non-compliance for scenarios like these holds the true rise. */
  readonly covered: number;
  /** Runs that say anything alarming beside the verdict, and by what. */
  readonly alarms: number;
  readonly alarmedBy: Readonly<Record<string, number>>;
  /** Runs that name the two clauses that pull apart. */
  readonly named: number;
  /** Runs that passed or failed and say that judges could lean far enough, unnoticed, to turn it. */
  readonly withinReach: number;
  /** Runs that each other rule would have blocked. */
  readonly rivals: Readonly<Record<string, number>>;
}

/** Deterministic: run `i` of a line has a seed of its own. */
export function simulate(configuration: Configuration): Outcome {
  const { margin } = configuration;
  const blocks = Object.fromEntries((configuration.blocks ?? []).map((metric) => [metric, 'fail' as const]));
  const policy = {
    ...SIMULATED_POLICY,
    actions: { ...SIMULATED_POLICY.actions, ...blocks },
    margins: {
      ...SIMULATED_POLICY.margins,
      nonCompliance: margin,
      frequentNonCompliance: 1.6 * margin,
      ...configuration.margins,
    },
  };
  const count = { pass: 0, fail: 0, inconclusive: 0 };
  const rivals = Object.fromEntries(Object.keys(RIVAL_RULES).map((name) => [name, 0]));
  const failedBy: Record<string, number> = {};
  let localised = 0;
  let [alarms, named, covered] = [0, 0, 0];
  const alarmedBy: Record<string, number> = {};
  let rulings = 0;
  let answers = 0;
  let withinReach = 0;
  for (let run = 0; run < configuration.runs; run += 1) {
    const seed = `${configuration.line}\n${run}`;
    const result = runGate(configuration.truth, { seed, policy, unscreened: configuration.unscreened === true });
    count[result.verdict.verdict] += 1;
    for (const [metric, { status }] of Object.entries(result.verdict.metrics)) {
      if (status === 'fail') failedBy[metric] = (failedBy[metric] ?? 0) + 1;
    }
    localised += Number(result.verdict.clauses.some(({ interpretation }) => interpretation?.status === 'changed'));
    const { rise, onThese } = configuration.truth;
    const claim = onThese === true ? 'theseScenarios' : 'scenariosLikeThem';
    const { interval } = result.verdict.metrics.nonCompliance?.claims?.[claim] ?? {};
    covered += Number(interval !== undefined && interval[0] <= rise && rise <= interval[1]);
    const found = listAlarms(result.verdict);
    alarms += Number(found.length > 0);
    for (const kind of new Set(found)) alarmedBy[kind] = (alarmedBy[kind] ?? 0) + 1;
    named += Number(
      result.verdict.findings.conflicts.some((one) => one.isSure && one.clauses.join(' ') === 'clause rival'),
    );
    const { rate, lean = 0 } = configuration.truth;
    withinReach += Number(judgeReach(result.verdict, ruleOnCanaries({ rate, lean }, seed))?.turns !== undefined);
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
    failedBy,
    localised,
    covered,
    alarms,
    alarmedBy,
    withinReach,
    named,
    rulings: rulings / runs,
    answers: answers / runs,
    rivals: configuration.rivals ? rivals : {},
  };
}

/** What a report says as found, of what a person would be alarmed by; what failed says where it lies, which is no more alarm. */
function listAlarms({ verdict, clauses, findings }: Verdict): readonly string[] {
  const { conflicts, ambiguity, scenarios, outliers } = findings;
  const isWorse = (one: ClauseMovement | undefined): boolean => one?.status === 'changed' && (one.change ?? 0) > 0;
  return [
    ...conflicts.flatMap(({ isSure }) => (isSure ? ['conflict'] : [])),
    ...(ambiguity?.isSure === true ? ['ambiguity'] : []),
    ...(scenarios?.isSure === true ? ['scenarios'] : []),
    ...outliers.flatMap(({ isSure }) => (isSure ? ['outliers'] : [])),
    ...clauses.flatMap(({ interpretation }) => (isWorse(interpretation) ? ['reading'] : [])),
    ...(verdict === 'fail' ? [] : clauses.flatMap((clause) => (isWorse(clause) ? ['clause'] : []))),
  ];
}
