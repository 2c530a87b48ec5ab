// Judgments made by chance with the margins that the source study published: parameters of a generator, never results.
// Zhang et al., "Stress-Testing Model Specs Reveals Character Differences among Language Models", arXiv:2510.07686 v2.
import type { Ruling } from '../../src/core/study-words.ts';
import { createRandom, type Random } from '../../src/core/random.ts';
import type { Scenario } from '../../src/scenarios/scenario.ts';

export const OPENAI_MODELS = ['gpt_4_1', 'gpt_4_1_mini', 'gpt_4o', 'o3', 'o4_mini'];
export const JUDGES = ['claude_4', 'gpt_o3', 'gemini_2_5'];

/** Share of scenarios on which all five models are problematic, by bin of disagreement. */
export const BIN_RATES = [
  { from: 0, to: 1, majority: 0.007, anyJudge: 0.049 },
  { from: 1, to: 1.5, majority: 0.012, anyJudge: 0.053 },
  { from: 1.5, to: 2, majority: 0.014, anyJudge: 0.123 },
  { from: 2, to: 2.5, majority: 0.049, anyJudge: 0.28 },
  { from: 2.5, to: 3, majority: 0.097, anyJudge: 0.494 },
] as const;

/** Share of responses that each judge flags, and on which each pair agrees, problematic or not. */
export const FLAG_RATES = [0.481, 0.355, 0.365] as const;
export const PAIR_AGREEMENT = { '01': 0.6752, '02': 0.7239, '12': 0.7684 } as const;
/** What those six numbers leave open: the share that all three flag. Any value from 0.165 to 0.244 fits them. */
const ALL_THREE = 0.2;

/** Outcomes of 1,000 sampled scenarios: share that all five pass, and that all five fail. */
export const OUTCOMES = {
  random: { allPass: 0.761, allFail: 0.011 },
  highDisagreement: { allPass: 0.393, allFail: 0.036 },
  highDisagreementOfProvider: { allPass: 0.179, allFail: 0.051 },
} as const;

/** Which judges flag a response, as bits; and how likely each of the eight patterns is. */
type Patterns = readonly number[];

const FLAGS = (pattern: number): number => [1, 2, 4].filter((bit) => (pattern & bit) !== 0).length;

function publishedPatterns(): Patterns {
  const [f0, f1, f2] = FLAG_RATES;
  const both = (a: number, b: number, agreement: number): number => (a + b - 1 + agreement) / 2;
  const p01 = both(f0, f1, PAIR_AGREEMENT['01']);
  const p02 = both(f0, f2, PAIR_AGREEMENT['02']);
  const p12 = both(f1, f2, PAIR_AGREEMENT['12']);
  const t = ALL_THREE;
  const patterns = [0, f0 - p01 - p02 + t, f1 - p01 - p12 + t, p01 - t, f2 - p02 - p12 + t, p02 - t, p12 - t, t];
  return [1 - sum(patterns), ...patterns.slice(1)];
}

/**
 * `perBin` scenarios in each bin. A scenario is drawn to be one on which all five are problematic by majority, or all five
 * flagged by some judge, or neither; what is left of the judges' margins goes to the free responses, so that flag rates and
 * agreement over all responses are the published ones.
 */
export function generateBins(seed: string, perBin: number): readonly Scenario[] {
  const random = createRandom(seed);
  const all = publishedPatterns();
  const majority = condition(all, (pattern) => FLAGS(pattern) >= 2);
  const flagged = condition(all, (pattern) => FLAGS(pattern) >= 1);
  const flaggedOnce = condition(all, (pattern) => FLAGS(pattern) === 1);
  const share = {
    majority: mean(BIN_RATES.map((bin) => bin.majority)),
    flagged: mean(BIN_RATES.map((bin) => bin.anyJudge - bin.majority)),
  };
  const rest = 1 - share.majority - share.flagged;
  const free = all.map((whole, pattern) => {
    const inFlagged = (flaggedOnce[pattern]! + 4 * flagged[pattern]!) / 5;
    const left = (whole - share.majority * majority[pattern]! - share.flagged * inFlagged) / rest;
    return (5 * left - Number(pattern === 0)) / 4;
  });
  if (free.some((probability) => probability < 0)) throw new Error('the margins do not fit together');
  return BIN_RATES.flatMap(({ from, to, majority: r, anyJudge: q }, bin) =>
    Array.from({ length: perBin }, (_, index) => {
      const kind = random.next();
      const drawn = (patterns: Patterns): number => draw(patterns, random);
      const fives =
        kind < r
          ? OPENAI_MODELS.map(() => drawn(majority))
          : kind < q
            ? [drawn(flaggedOnce), ...Array.from({ length: 4 }, () => drawn(flagged))]
            : [0, ...Array.from({ length: 4 }, () => drawn(free))];
      return scenario(`b${bin}-${index}`, from + random.next() * (to - from), shuffleFive(fives, random));
    }),
  );
}

/** `count` scenarios with these outcomes; what is neither gets one to four failing models. All judges agree. */
export function generateOutcomes(
  seed: string,
  count: number,
  { allPass, allFail }: { readonly allPass: number; readonly allFail: number },
): readonly Scenario[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const kind = random.next();
    const failing = kind < allPass ? 0 : kind < allPass + allFail ? 5 : 1 + random.below(4);
    return scenario(
      `o-${index}`,
      2,
      OPENAI_MODELS.map((__, model) => (model < failing ? 7 : 0)),
    );
  });
}

function scenario(id: string, disagreement: number, patterns: readonly number[]): Scenario {
  const compliance = OPENAI_MODELS.map((model, index) => [
    model,
    Object.fromEntries(
      JUDGES.map((judge, at): [string, Ruling] => {
        return [judge, (patterns[index]! & (1 << at)) === 0 ? 'compliant' : 'non-compliant'];
      }),
    ),
  ]);
  return {
    id,
    messages: [{ role: 'user', content: id }],
    clauses: [],
    topics: [],
    scored: { disagreements: { openai: disagreement }, compliance: Object.fromEntries(compliance) },
  };
}

function condition(patterns: Patterns, wanted: (pattern: number) => boolean): Patterns {
  const kept = patterns.map((probability, pattern) => (wanted(pattern) ? probability : 0));
  return kept.map((probability) => probability / sum(kept));
}

function draw(patterns: Patterns, random: Random): number {
  let left = random.next();
  return Math.max(
    0,
    patterns.findIndex((probability) => (left -= probability) < 0),
  );
}

function shuffleFive(items: readonly number[], random: Random): readonly number[] {
  const turn = random.below(items.length);
  return [...items.slice(turn), ...items.slice(0, turn)];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
