// Agreement of judges in two categories from counted patterns: a bank has a hundred thousand responses and nine patterns.
import type { Estimate } from '../stats/estimate.ts';
import { undefinedEstimate } from '../stats/estimate.ts';

/** How many responses have this many rulings for and against. */
export interface RulingPattern {
  readonly favour: number;
  readonly against: number;
  readonly responses: number;
}

export interface PatternTally {
  readonly add: (pattern: RulingPattern) => void;
  /** In the order in which they were first seen. */
  readonly read: () => readonly RulingPattern[];
}

/** Empty. Memory: one entry for each pair of counts, not for each response. */
export function createPatternTally(): PatternTally {
  const counted = new Map<string, { favour: number; against: number; responses: number }>();
  return {
    add: ({ favour, against, responses }) => {
      const key = `${favour} ${against}`;
      const known = counted.get(key);
      if (known === undefined) counted.set(key, { favour, against, responses });
      else known.responses += responses;
    },
    read: () => [...counted.values()],
  };
}

/** The patterns of several tallies as one. */
export function mergePatterns(tallies: readonly (readonly RulingPattern[])[]): readonly RulingPattern[] {
  const merged = createPatternTally();
  for (const tally of tallies) for (const pattern of tally) merged.add(pattern);
  return merged.read();
}

/** `fleissKappa` of stats/ for two categories; the tests hold the two against each other. */
export function fleissKappaOf(patterns: readonly RulingPattern[]): Estimate {
  return beyondChance(patterns, (share) => share * share + (1 - share) * (1 - share));
}

/** `ac1` of stats/ for two categories. */
export function ac1Of(patterns: readonly RulingPattern[]): Estimate {
  return beyondChance(patterns, (share) => 2 * share * (1 - share));
}

/** `krippendorffAlpha` of stats/ for two nominal categories. */
export function alphaOf(patterns: readonly RulingPattern[]): Estimate {
  const pairable = patterns.filter(({ favour, against }) => favour + against > 1);
  if (pairable.length === 0) return undefinedEstimate(patterns.length === 0 ? 'no-units' : 'no-pairs');
  const totalOf = (count: (pattern: RulingPattern) => number): number =>
    pairable.reduce((total, pattern) => total + pattern.responses * count(pattern), 0);
  const favour = totalOf((pattern) => pattern.favour);
  const against = totalOf((pattern) => pattern.against);
  if (favour === 0 || against === 0) return undefinedEstimate('one-category');
  const ratings = favour + against;
  const mixed = totalOf((pattern) => (2 * pattern.favour * pattern.against) / (pattern.favour + pattern.against - 1));
  return { status: 'defined', value: 1 - (mixed * (ratings - 1)) / (2 * favour * against) };
}

function beyondChance(patterns: readonly RulingPattern[], chance: (share: number) => number): Estimate {
  let rated = 0;
  let pairable = 0;
  let shares = 0;
  let agreement = 0;
  for (const { favour, against, responses } of patterns) {
    const ratings = favour + against;
    if (ratings === 0) continue;
    rated += responses;
    shares += (responses * against) / ratings;
    if (ratings < 2) continue;
    pairable += responses;
    agreement += (responses * (favour * (favour - 1) + against * (against - 1))) / (ratings * (ratings - 1));
  }
  if (rated === 0) return undefinedEstimate('no-units');
  if (pairable === 0) return undefinedEstimate('no-pairs');
  const expected = chance(shares / rated);
  if (1 - expected < 1e-12) return undefinedEstimate('one-category');
  return { status: 'defined', value: (agreement / pairable - expected) / (1 - expected) };
}
