// Outcomes from promptfoo's results: a test that passes is compliant, an error is missing, a test that asserts nothing is no outcome.
import { whereDefined } from '../../core/where-defined.ts';
import type { PromptfooResult } from '../../scenarios/harness/promptfoo-output.ts';
import { UserError } from '../../core/errors.ts';
import { createReplicateCounter, type OutcomeRows } from './outcome-row.ts';

/**
 * Repetitions are told apart by their order; providers, and prompts of one provider, are models of their own.
 * @throws UserError where no test asserts anything.
 */
export function promptfooOutcomes(file: string, results: readonly PromptfooResult[]): OutcomeRows {
  const replicateOf = createReplicateCounter();
  const graded = results.filter(({ outcome }) => outcome !== 'ungraded');
  if (graded.length === 0 && results.length > 0) {
    const hint = 'Give its tests an assert whose weight is not 0, and evaluate again.';
    throw new UserError({ message: 'no test asserts anything: whatever was answered passed', hint, place: { file } });
  }
  const placed = graded.map((result) => {
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
