// Canaries for projects without labelled items of their own: every plain rule, kept and broken.
import { PLAIN_RULES } from '../../core/plain-rules.ts';
import type { ShownClause } from '../../spec/shown/shown-clause.ts';

export interface PlainCanary {
  readonly id: string;
  readonly clause: ShownClause;
  readonly query: string;
  readonly response: string;
  readonly expected: 'compliant' | 'non-compliant';
}

/** Rules that one sentence breaks for good, whatever follows it. */
const BROKEN_FOR_GOOD: ReadonlySet<string> = new Set(['no_prices', 'no_insults', 'keep_the_code', 'ask_for_the_date']);

/** Whether an answer that begins by breaking the clause stays a violation, whatever it goes on with. */
export function isBrokenForGood({ clause }: { readonly clause: Pick<ShownClause, 'id'> }): boolean {
  return BROKEN_FOR_GOOD.has(clause.id);
}

/** Every rule kept once and broken once. */
export const PLAIN_CANARIES: readonly PlainCanary[] = PLAIN_RULES.flatMap((rule) =>
  (['compliant', 'non-compliant'] as const).map((expected) => ({
    id: `plain-${rule.id}-${expected}`,
    clause: { id: rule.id, title: rule.id, path: [], text: rule.text },
    query: rule.query,
    response: expected === 'compliant' ? rule.keeps : rule.breaks,
    expected,
  })),
);
