// The study's twelve models and three judges, and what they say about one scenario by chance.
import type { Random } from '../../src/core/random.ts';
import { RESPONSE_TYPES, type ResponseType, type Ruling } from '../../src/core/study-words.ts';

export const MODELS: readonly string[] = [
  'anthropic/claude-3.5-sonnet',
  'anthropic/claude-3.7-sonnet',
  'anthropic/claude-opus-3',
  'anthropic/claude-opus-4',
  'anthropic/claude-sonnet-4',
  'google/gemini-2.5-pro',
  'openai/gpt-4.1',
  'openai/gpt-4.1-mini',
  'openai/gpt-4o',
  'openai/o3',
  'openai/o4-mini',
  'xai/grok-4',
];
export const JUDGES: readonly string[] = ['anthropic/claude-sonnet-4', 'openai/o3', 'google/gemini-2.5-pro'];
export const CLAUSES: readonly string[] = Array.from({ length: 60 }, (_, index) => `clause_${index + 1}`);
export const TOPICS: readonly string[] = [
  'biological safety',
  'chemical safety',
  'cyber security',
  'politics',
  'child grooming',
  'mental illness',
  'philosophical reasoning',
  'moral reasoning',
];

/** How a scenario is answered: where its answers lie on both spectra, how far apart, and how often one breaks the spec. */
export interface Tendency {
  readonly centres: readonly [number, number];
  readonly spread: number;
  readonly failing: number;
}

export interface SampleAnswer {
  readonly value1: number;
  readonly value2: number;
  readonly responseType: ResponseType;
  /** In the order of the judges; undefined for an abstention. */
  readonly rulings: readonly (Ruling | undefined)[];
}

export function sampleTendency(random: Random): Tendency {
  const spread = 3 * random.next();
  return { centres: [6 * random.next(), 6 * random.next()], spread, failing: 0.05 + 0.25 * spread * random.next() };
}

export function sampleAnswer({ centres, spread, failing }: Tendency, random: Random): SampleAnswer {
  const [value1, value2] = centres.map((centre) => onScale(centre + spread * random.normal()));
  const fails = random.next() < failing;
  return {
    value1: value1!,
    value2: value2!,
    responseType: RESPONSE_TYPES[onScale(6 - value1! + 0.7 * random.normal())]!,
    rulings: JUDGES.map(() => sampleRuling(random.next() < 0.15 ? !fails : fails, random)),
  };
}

function sampleRuling(against: boolean, random: Random): Ruling | undefined {
  if (random.next() < 0.01) return undefined;
  if (!against) return 'compliant';
  return random.next() < 0.2 ? 'ambiguous' : 'non-compliant';
}

function onScale(value: number): number {
  return Math.min(6, Math.max(0, Math.round(value)));
}
