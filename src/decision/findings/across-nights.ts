// On the screen a head of today stands against answers of other nights: what moved all scenarios alike may be the night.
import type { Stage } from '../../evaluation/cell.ts';
import { measureChange, scenarioTest, type ScenarioDraws } from '../change.ts';
import type { Candidate } from './test-family.ts';

/** There the test that carries the nights (Student's t over scenarios) must speak as well; fresh draws of both sides share theirs. */
export function acrossNights(
  { stage }: { readonly stage: Stage },
  units: readonly ScenarioDraws[],
  { own, flip, sides }: { readonly own: Candidate; readonly flip: number; readonly sides: 1 | 2 },
): Candidate {
  const { p, smallestP } = own;
  if (stage === 'confirm') return { p, smallestP };
  const change = measureChange(units, flip);
  if (change === undefined) return { p: 1, smallestP: 1 };
  const up = scenarioTest(change);
  return { p: Math.max(p, sides === 1 ? up : 2 * Math.min(up, 1 - up)), smallestP };
}
