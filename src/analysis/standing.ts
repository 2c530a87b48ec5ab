// Where an answer stands under a text: forbidden, allowed, or neither.
import type { Judgment } from '../evaluation/ruling.ts';

/** `open`: the panel is against it without calling it non-compliant; an ambiguous text forbids nothing and allows nothing. */
export type Standing = 'forbidden' | 'allowed' | 'open' | 'missing';

/** By the panel's majority; forbidden where most rulings say non-compliant. */
export function standingOf({
  problematic,
  judgments,
}: {
  readonly problematic: boolean | 'missing';
  readonly judgments: readonly Judgment[];
}): Standing {
  if (problematic === 'missing') return 'missing';
  if (!problematic) return 'allowed';
  const ruled = judgments.flatMap((judgment) => (judgment.status === 'ruled' ? [judgment.ruling] : []));
  return 2 * ruled.filter((ruling) => ruling === 'non-compliant').length > ruled.length ? 'forbidden' : 'open';
}
