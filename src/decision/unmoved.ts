// What cannot move in this comparison: its level where it has one, why it has none, and the options that say nothing here.
import { whereDefined } from '../core/where-defined.ts';
import type { DecisionInput, MetricDecision, Reason } from './decision.ts';
import { screenRows, type StageRows } from './stage-rows.ts';
import { checkStoredLevel } from './limits.ts';
import { BLOCKING_METRICS, type BlockingMetric } from './policy.ts';
import { findVoidOptions, whyUnmeasured, whyUnmoved } from './void-options.ts';

/** Rows for metrics that a policy asks about and that cannot move; what only reports and has no limit is no row. */
export function describeUnmoved(
  input: DecisionInput,
  evidence: StageRows,
): {
  readonly metrics: Readonly<Partial<Record<BlockingMetric, MetricDecision>>>;
  readonly notes: readonly Reason[];
} {
  const { actions, limits } = input.policy;
  const metrics: Partial<Record<BlockingMetric, MetricDecision>> = {};
  const notes: Reason[] = [];
  // The base's stored answers are the screen's; a change of models has none.
  const screen =
    input.kind === 'model' ? evidence : screenRows(input, { draws: 1, scenarios: evidence.scenarios.length });
  for (const metric of BLOCKING_METRICS) {
    const why = whyUnmoved(metric, screen.means);
    if (why === undefined || (actions[metric] === 'report' && limits[metric] === undefined)) continue;
    const row =
      whyUnmeasured(metric, screen.means) === undefined ? levelRow(screen, metric, limits[metric]) : undefined;
    metrics[metric] = row ?? { status: 'not-applicable', why, scenarios: 0 };
    if (row !== undefined) notes.push(levelNote(metric, row));
  }
  const set = findVoidOptions(input.policy, screen.means);
  return {
    metrics,
    notes: [
      ...notes,
      ...set.map(({ option, why }): Reason => ({ code: 'void-option', args: { option, why }, severity: 'notice' })),
    ],
  };
}

function levelRow(screen: StageRows, metric: BlockingMetric, limit: number | undefined): MetricDecision | undefined {
  const level = checkStoredLevel(screen, metric, limit);
  if (level === undefined) return undefined;
  const { value, scenarios } = level;
  const status = ({ within: 'pass', 'pre-existing': 'pre-existing', open: 'report' } as const)[level.limit ?? 'open'];
  return {
    status,
    stage: 'screen',
    base: value,
    head: value,
    unchanged: true,
    ...whereDefined({ limit }),
    scenarios,
  };
}

function levelNote(metric: BlockingMetric, { base = 0, limit, status, scenarios }: MetricDecision): Reason {
  const args = { metric, level: base, scenarios, ...(limit !== undefined && { limit, stands: status }) };
  return { code: 'level-unchanged', args, severity: 'notice' };
}
