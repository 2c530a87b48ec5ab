// The kinds of edits that mend a text, and which of them fit which fault, the likeliest to help first.
import { wording, type Wording } from '../render/sentence.ts';
import type { FaultKind } from './fault.ts';

export type EditKind = 'precedence' | 'scope' | 'term' | 'example' | 'rule' | 'restore';

/** What a kind is called, and what a writer is told of it. */
export const KINDS: Readonly<Record<EditKind, { readonly label: Wording; readonly asks: string }>> = {
  precedence: {
    label: wording('says which clause wins'),
    asks: 'say in one of the clauses which of them gives way where both bear on an answer, and how far',
  },
  scope: {
    label: wording('narrows where the clause holds'),
    asks: 'narrow one of the clauses to the cases it is meant for, so that it no longer speaks where the fault shows',
  },
  term: {
    label: wording('defines a term'),
    asks: 'define the word or phrase that the judges read in different ways, where the clause uses it',
  },
  example: {
    label: wording('adds an example'),
    asks: 'add one short example to a clause that settles this kind of case; it must not retell any of the examples you are shown',
  },
  rule: {
    label: wording('adds a rule of quality'),
    asks: 'add a rule that tells the better of the differing answers from the worse',
  },
  restore: {
    label: wording('restores what the change took out'),
    asks: 'put back what the change took out of a clause, or as much of it as mends the fault, beside what the change brought',
  },
};

const FITTING: Readonly<Record<FaultKind, readonly EditKind[]>> = {
  conflict: ['precedence', 'scope', 'example'],
  ambiguity: ['term', 'example', 'scope'],
  openRulings: ['term', 'precedence', 'example'],
  granularityGap: ['rule', 'example'],
  metric: ['scope', 'precedence', 'example'],
};

/** Kinds that writers are asked for in turn; what a change took out may be put back first. */
export function kindsFor(kind: FaultKind, { hasRemoved }: { readonly hasRemoved: boolean }): readonly EditKind[] {
  return hasRemoved ? ['restore', ...FITTING[kind]] : FITTING[kind];
}
