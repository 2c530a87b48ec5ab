// Who gave no answer, and why: one problem for each cause, however many it kept from answering.
import { remedyOf } from '../models/remedy.ts';
import type { DoctorProblem } from './problems.ts';
import type { WindowNeed } from './window-needs.ts';

export interface FailedAnswer {
  /** `judge lab/small`. */
  readonly who: string;
  /** The kind of failure, or how the reply ended. */
  readonly reason: string;
  /** The provider's own words, or ours. */
  readonly words: string;
}

/**
 * In the order the causes came up. Numbers and names in the words do not make another cause. `needs` are the windows that
 * the bank's longest prompts take.
 */
export function groupFailures(
  failures: readonly FailedAnswer[],
  needs: readonly WindowNeed[],
): readonly DoctorProblem[] {
  const widest = [...needs].sort((a, b) => b.window - a.window)[0];
  const causes = new Map<string, FailedAnswer[]>();
  for (const failure of failures) {
    const key = `${failure.reason}\n${failure.words.replaceAll(/\d+/g, '#')}`;
    causes.set(key, [...(causes.get(key) ?? []), failure]);
  }
  return [...causes.values()].map((same) => {
    const { reason, words } = same[0]!;
    const remedy = remedyOf(reason, words);
    return {
      kind: 'no-answer',
      who: same.map(({ who }) => who).sort(),
      words,
      remedy,
      ...(remedy === 'window' && widest !== undefined && { window: widest.window }),
    };
  });
}
