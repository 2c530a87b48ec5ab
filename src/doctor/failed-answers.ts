// Who gave no answer, and why: one problem for each cause, however many it kept from answering.
import type { Problem } from '../core/errors.ts';
import { REMEDIES, remedyOf } from '../models/remedy.ts';

export interface FailedAnswer {
  /** `judge lab/small`. */
  readonly who: string;
  /** The kind of failure, or how the reply ended. */
  readonly reason: string;
  /** The provider's own words, or ours. */
  readonly words: string;
}

/** In the order the causes came up. Numbers and names in the words do not make another cause. */
export function describeFailures(failures: readonly FailedAnswer[]): readonly Problem[] {
  const causes = new Map<string, FailedAnswer[]>();
  for (const failure of failures) {
    const key = `${failure.reason}\n${failure.words.replaceAll(/\d+/g, '#')}`;
    causes.set(key, [...(causes.get(key) ?? []), failure]);
  }
  return [...causes.values()].map((same) => {
    const { reason, words } = same[0]!;
    return {
      message: `${same.map(({ who }) => who).join(', ')}: no answer that can be used: ${words}`,
      hint: REMEDIES[remedyOf(reason, words)],
    };
  });
}
