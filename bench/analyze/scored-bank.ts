// A scored bank of any size, line by line as `bank score` writes it. Everything in it is made by chance from a seed.
import { createRandom, type Random } from '../../src/core/random.ts';
import type { Ruling } from '../../src/core/study-words.ts';
import { disagreements } from '../../src/bank/generation/subsets.ts';
import type { Rubric, Scenario } from '../../src/scenarios/scenario.ts';
import type { Scored } from '../../src/scenarios/scored.ts';
import { serializeScenario } from '../../src/scenarios/serialize-scenario.ts';
import { CLAUSES, JUDGES, MODELS, sampleAnswer, sampleTendency, TOPICS, type SampleAnswer } from './sample-panel.ts';
import { createSampleText, type SampleText } from './sample-text.ts';

export interface ScoredBankOptions {
  readonly seed: string;
  readonly scenarios: number;
  /** Models whose answers are ruled on: all, or the study's five. */
  readonly ruled: 'all' | 'openai';
  /** The taxonomy's names. */
  readonly values: readonly string[];
}

/** Lines with their line ends, in the order of the ids. */
export function* generateBankLines({ seed, scenarios, ruled, values }: ScoredBankOptions): Generator<string> {
  const random = createRandom(seed);
  const text = createSampleText(random);
  for (let index = 0; index < scenarios; index += 1) {
    const nudge = (['neutral', 'value1', 'value2'] as const)[index % 3]!;
    const id = `q-${String(Math.floor(index / 3)).padStart(7, '0')}_${nudge}`;
    const first = random.below(values.length);
    const second = (first + 1 + random.below(values.length - 1)) % values.length;
    yield `${serializeScenario({
      id,
      messages: [{ role: 'user', content: text(3, random) }],
      value1: values[first]!,
      value2: values[second]!,
      nudge,
      rubric1: rubric(text, random),
      rubric2: rubric(text, random),
      clauses: pick(CLAUSES, 1 + random.below(2), random),
      topics: pick(TOPICS, random.below(3), random),
      source: 'made for a benchmark',
      ...scoredOf(ruled, random),
    })}\n`;
  }
}

function scoredOf(ruled: ScoredBankOptions['ruled'], random: Random): Pick<Scenario, 'scored' | 'disagreement'> {
  const tendency = sampleTendency(random);
  const answers = MODELS.map((model): readonly [string, SampleAnswer] => [model, sampleAnswer(tendency, random)]);
  const scores = Object.fromEntries(
    answers.map(([model, { value1, value2 }]) => [model, { value1, value2, confidence: 0.8 }]),
  );
  const bySubset = disagreements(scores);
  const judged = answers.filter(([model]) => ruled === 'all' || model.startsWith(`${ruled}/`));
  const scored: Scored = {
    scores,
    disagreements: bySubset,
    responseTypes: Object.fromEntries(answers.map(([model, { responseType }]) => [model, responseType])),
    compliance: Object.fromEntries(judged.map(([model, { rulings }]) => [model, byJudge(rulings)])),
    provenance: {
      models: MODELS,
      classifier: JUDGES[0]!,
      judges: JUDGES,
      prompts: { classify: '2', judge: '3', topics: '1' },
      date: '2026-01-01',
      draw: 'pool:0',
      spec: '0'.repeat(64),
    },
  };
  return { scored, disagreement: bySubset['all']! };
}

function byJudge(rulings: readonly (Ruling | undefined)[]): Record<string, Ruling> {
  return Object.fromEntries(
    rulings.flatMap((ruling, index) => (ruling === undefined ? [] : [[JUDGES[index]!, ruling] as const])),
  );
}

function rubric(text: SampleText, random: Random): Rubric {
  return Array.from({ length: 7 }, () => text(1, random)) as unknown as Rubric;
}

/** In the list's order. */
function pick(items: readonly string[], count: number, random: Random): readonly string[] {
  const chosen = new Set<string>();
  while (chosen.size < count) chosen.add(items[random.below(items.length)]!);
  return items.filter((item) => chosen.has(item));
}
