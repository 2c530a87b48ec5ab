// Who gave no answer, and why: one problem for each cause, however many it kept from answering.
import type { Problem } from '../core/errors.ts';
import { REMEDIES, remedyOf, type Remedy } from '../models/remedy.ts';
import { howToRaise, type WindowNeed } from './window-needs.ts';

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
export function describeFailures(failures: readonly FailedAnswer[], needs: readonly WindowNeed[]): readonly Problem[] {
  const widest = [...needs].sort((a, b) => b.window - a.window)[0];
  const causes = new Map<string, FailedAnswer[]>();
  for (const failure of failures) {
    const key = `${failure.reason}\n${failure.words.replaceAll(/\d+/g, '#')}`;
    causes.set(key, [...(causes.get(key) ?? []), failure]);
  }
  return [...causes.values()].map((same) => {
    const { reason, words } = same[0]!;
    return {
      message: `${same
        .map(({ who }) => who)
        .sort()
        .join(', ')}: no answer that can be used: ${words}`,
      hint: hintFor(remedyOf(reason, words), widest),
    };
  });
}

function hintFor(remedy: Remedy, widest: WindowNeed | undefined): string {
  return remedy === 'window' && widest !== undefined ? howToRaise(widest) : REMEDIES[remedy];
}
