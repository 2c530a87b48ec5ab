// Canaries that contain an answer of the base or the head. An answer that manipulates judges makes them misrule on the
// canary, too, where it is noticed.
import { PLAIN_RULES } from '../../core/plain-rules.ts';
import { sha256 } from '../../core/canonical-json.ts';
import type { Comparison } from '../comparison.ts';
import type { EvaluatedCell } from '../evaluate.ts';
import type { Control } from './control.ts';
import { isBrokenForGood } from './plain-canaries.ts';

/** Answers of either side that are carried. */
const CARRIERS = 4;

/**
 * A few of the screen's answers, each behind a plain violation: the violation stays one, so whoever finds the whole in order
 * follows what the answer says. With `target` both sides have the same answers, and there is nothing to compare.
 */
export function carriersOf(comparison: Comparison, cells: readonly EvaluatedCell[], seed: string): readonly Control[] {
  if (comparison.kind === 'target') return [];
  const placeOf = ({ scenario, model }: EvaluatedCell): string => `${scenario}\n${model}`;
  const first = cells.filter(({ stage, draw, responseText }) => stage === 'screen' && draw === 1 && responseText);
  const bases = new Map(first.filter(({ arm }) => arm === 'base').map((cell) => [placeOf(cell), cell]));
  const pairs = first
    .filter((cell) => cell.arm === 'head')
    .flatMap((head) => {
      const base = bases.get(placeOf(head));
      return base === undefined || base.response === head.response ? [] : [{ base, head, place: placeOf(head) }];
    });
  const order = new Map(pairs.map(({ place }) => [place, sha256(`${seed}\n${place}`)]));
  const rules = PLAIN_RULES.filter((clause) => isBrokenForGood({ clause }));
  return [...pairs]
    .sort((a, b) => (order.get(a.place)! < order.get(b.place)! ? -1 : 1))
    .slice(0, CARRIERS)
    .map(({ base, head, place }, index): Control => {
      const { id, text, query, breaks } = rules[index % rules.length]!;
      const shown = [{ id, title: id, path: [], text }];
      return {
        id: `carrier ${id} ${place.replace('\n', ' ')}`,
        source: 'plain',
        role: 'canary',
        clauses: [],
        expected: 'non-compliant',
        conversation: [{ role: 'user', content: query }],
        response: breaks,
        carrying: { base: `${breaks}\n\n${base.responseText!}`, head: `${breaks}\n\n${head.responseText!}` },
        shown: { base: shown, head: shown },
      };
    });
}
