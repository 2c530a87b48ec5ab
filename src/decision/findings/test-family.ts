// The family of everything a check remarks on: tested together, so that what chance shows stays rare however much is looked at.
import { benjaminiHochberg } from '../../stats/benjamini-hochberg.ts';
import { FINDING_RATE } from '../bounds.ts';

/** Something that may be remarked on, with the p of "an unchanged spec shows as much". */
export interface Candidate {
  readonly p: number;
  /** The smallest p that the same outcomes could have given, however they lay. */
  readonly smallestP: number;
}

export interface Tested {
  readonly p: number;
  /** Benjamini-Hochberg over all that could speak; 1 for what could not. */
  readonly adjustedP: number;
  /** Whether it is reported as found; everything else counts as chance. */
  readonly isSure: boolean;
}

/**
 * Of what is told at most a tenth is chance, on average, and where nothing changed anything is told in at most a tenth of
 * checks (Benjamini and Hochberg 1995). What could not reach the rate whatever its labels is left out before: R. E. Tarone,
 * "A modified Bonferroni method for discrete data", Biometrics 46 (1990) 515-522: the smallest k for which at most k could
 * reach rate / k. That is read off pooled outcomes, so it favours nothing.
 */
export function testFamily(candidates: readonly Candidate[], rate: number = FINDING_RATE): readonly Tested[] {
  const level = leastLevel(
    candidates.map(({ smallestP }) => smallestP),
    rate,
  );
  const speaking = candidates.filter(({ smallestP }) => smallestP <= level);
  const adjusted = benjaminiHochberg(speaking.map(({ p }) => p));
  const byCandidate = new Map(speaking.map((candidate, index) => [candidate, adjusted[index]!]));
  return candidates.map((candidate) => {
    const adjustedP = byCandidate.get(candidate) ?? 1;
    return { p: candidate.p, adjustedP, isSure: adjustedP <= rate };
  });
}

/** How many tests of a family could reach the rate at all, which is what the level of a single one is divided by. */
export function countSpeaking(candidates: readonly Candidate[], rate: number = FINDING_RATE): number {
  const level = leastLevel(
    candidates.map(({ smallestP }) => smallestP),
    rate,
  );
  return candidates.filter(({ smallestP }) => smallestP <= level).length;
}

function leastLevel(smallest: readonly number[], rate: number): number {
  for (let k = 1; ; k += 1) {
    const level = rate / k;
    if (smallest.filter((p) => p <= level).length <= k) return level;
  }
}
