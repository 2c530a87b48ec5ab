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
