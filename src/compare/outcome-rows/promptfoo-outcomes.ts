// Outcomes from promptfoo's results: a test that passes is compliant, an error is missing.
import { whereDefined } from '../../core/where-defined.ts';
import type { PromptfooResult } from '../../scenarios/harness/promptfoo-output.ts';
import { createReplicateCounter, type OutcomeRows } from './outcome-row.ts';

/** Repetitions are told apart by their order; providers, and prompts of one provider, are models of their own. */
export function promptfooOutcomes(results: readonly PromptfooResult[]): OutcomeRows {
  const replicateOf = createReplicateCounter();
  const placed = results.map((result) => {
    const { scenario, subject: model } = result;
    return { result, place: { scenario, model, replicate: replicateOf(scenario, model) } };
  });
  return {
    rows: placed.flatMap(({ result: { outcome, group }, place }) =>
      outcome === 'error' ? [] : [{ ...place, problematic: outcome === 'failed', ...whereDefined({ group }) }],
    ),
    missing: placed.flatMap(({ result, place }) => (result.outcome === 'error' ? [{ ...place, reason: 'error' }] : [])),
  };
}
