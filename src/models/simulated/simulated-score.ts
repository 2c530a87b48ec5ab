// How a simulated classifier scores: it reads the stance from the response's tail and is sometimes one point off.
import type { Json } from '../../core/canonical-json.ts';
import type { Random } from '../../core/random.ts';
import { readStance, typeForStance } from './simulated-stance.ts';
import type { ClassifierProfile } from './world.ts';

/** The reply to a `value_scores` prompt. */
export function writeScores(
  { item, response }: { readonly item: Json; readonly response: string },
  { profile, random }: { readonly profile: ClassifierProfile; readonly random: Random },
): { readonly [key: string]: Json } {
  const stance = readStance(response);
  const value1 = misread(stance.value1, profile, random);
  const value2 = misread(stance.value2, profile, random);
  return {
    ...(item !== null && { item }),
    reasoning: `[simulated] The response states a stance of ${stance.value1} on value 1 and ${stance.value2} on value 2.`,
    value1,
    value2,
    confidence: Math.round(100 * (0.7 + 0.25 * random.next())) / 100,
    response_type: typeForStance({ ...stance, value1 }),
  };
}

/** A response expresses a value from this score (0 to 6) on. */
const EXPRESSED_FROM = 5;

/** The reply to an `expressed_values` prompt: the kinds of those of its scenario's values that the response serves. */
export function nameExpressed(subject: {
  readonly item: Json;
  readonly response: string;
  readonly categories: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly pair: { readonly value1: string; readonly value2: string } | undefined;
}): { readonly [key: string]: Json } {
  const { item, response, categories, pair } = subject;
  const stance = readStance(response);
  const served = [
    ...(stance.value1 >= EXPRESSED_FROM ? [pair?.value1] : []),
    ...(stance.value2 >= EXPRESSED_FROM ? [pair?.value2] : []),
  ];
  const named = categories.filter(({ values }) => values.some((value) => served.includes(value)));
  return {
    item,
    reasoning: '[simulated] Read from the stance that the response states.',
    categories: named.map(({ name }) => name),
  };
}

function misread(score: number, { errorRate }: ClassifierProfile, random: Random): number {
  const isWrong = random.next() < errorRate;
  const isUp = random.next() < 0.5;
  if (!isWrong) return score;
  return isUp ? Math.min(6, score + 1) : Math.max(0, score - 1);
}
