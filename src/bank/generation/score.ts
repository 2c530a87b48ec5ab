// Scores a bank: every scenario against the panel, in the bank's order.
import { whereDefined } from '../../core/where-defined.ts';
import { canonicalJson, type Json } from '../../core/canonical-json.ts';
import type { Ask } from '../../evaluation/ask.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import { mapInOrder } from '../../writing/map-in-order.ts';
import { preparePanel, type ScoringOptions } from './score-response.ts';
import { scoreScenario, type ScenarioScore } from './score-scenario.ts';
import { isStopping } from '../../writing/stopping.ts';

export interface ScoreCounts {
  readonly scored: number;
  /** Scored before with the same result: the row and its date stay. */
  readonly unchanged: number;
  /** Scenarios that could not be scored and keep their old row, by reason. */
  readonly kept: Readonly<Record<string, number>>;
  /** Why the run ended early (`aborted`, `quota`); later scenarios keep their rows, uncounted. */
  readonly stopped?: string;
}

/** Scenarios under way, unless it is said. */
const AHEAD = 16;

/**
 * Every scenario of a bank, in its order: scored, or as it was. The draw is always `pool:0`, which only selects. The same
 * bank, options and answers give the same scenarios; the counts come at the end.
 */
export async function* scoreBank(
  scenarios: readonly Scenario[],
  options: ScoringOptions & { readonly ahead?: number },
  ask: Ask,
): AsyncGenerator<Scenario, ScoreCounts> {
  const panel = preparePanel(options);
  let [scored, unchanged] = [0, 0];
  const kept: Record<string, number> = {};
  let stopped: string | undefined;
  const scores = mapInOrder(scenarios, {
    ahead: options.ahead ?? AHEAD,
    task: async (scenario): Promise<{ scenario: Scenario; score: ScenarioScore | undefined }> => ({
      scenario,
      score: stopped === undefined ? await scoreScenario(scenario, panel, ask) : undefined,
    }),
  });
  for await (const { scenario, score } of scores) {
    if (score?.status === 'kept' && isStopping(score.reason)) stopped ??= score.reason;
    if (stopped !== undefined || score === undefined) {
      yield scenario;
    } else if (score.status === 'kept') {
      kept[score.reason] = (kept[score.reason] ?? 0) + 1;
      yield scenario;
    } else if (isSameButDate(scenario, score.scenario)) {
      unchanged += 1;
      yield scenario;
    } else {
      scored += 1;
      yield score.scenario;
    }
  }
  return { scored, unchanged, kept, ...whereDefined({ stopped }) };
}

function isSameButDate(before: Scenario, after: Scenario): boolean {
  return undated(before) === undated(after);
}

function undated(scenario: Scenario): string {
  const { scored } = scenario;
  const { date: _date, ...provenance } = scored?.provenance ?? {};
  return canonicalJson({ ...scenario, scored: { ...scored, provenance } } as unknown as Json);
}
