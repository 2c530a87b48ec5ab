// The evidence of a large run, piece by piece as a check writes it: four draws of both arms, answers and reasons kept.
import { serializeEvidence } from '../../src/analysis/evidence/evidence.ts';
import { createRandom, type Random } from '../../src/core/random.ts';
import type { EvaluatedCell } from '../../src/evaluation/evaluate.ts';
import { isProblematic, type Judgment } from '../../src/evaluation/ruling.ts';
import type { Scenario } from '../../src/scenarios/scenario.ts';
import { CLAUSES, JUDGES, MODELS, sampleAnswer, sampleTendency, TOPICS, type Tendency } from './sample-panel.ts';
import { createSampleText, type SampleText } from './sample-text.ts';

export interface LargeEvidenceOptions {
  readonly seed: string;
  readonly scenarios: number;
  readonly draws: number;
  readonly values: readonly string[];
}

/** The header with the scenarios, then each scenario's cells: together the file's text. */
export function* generateEvidence({ seed, scenarios: count, draws, values }: LargeEvidenceOptions): Generator<string> {
  const random = createRandom(seed);
  const text = createSampleText(random);
  const scenarios = Array.from({ length: count }, (_, index): Scenario => {
    const at = index % (values.length - 1);
    return {
      id: `q-${String(index).padStart(7, '0')}`,
      messages: [],
      value1: values[at]!,
      value2: values[at + 1]!,
      clauses: [CLAUSES[index % 60]!, CLAUSES[(index + 7) % 60]!],
      topics: [TOPICS[index % TOPICS.length]!],
    };
  });
  const comparison = { kind: 'prompt', clauses: { ordered: [], byId: new Map(), carried: new Map() } } as const;
  const serialize = (parts: readonly Scenario[], cells: readonly EvaluatedCell[]): string =>
    serializeEvidence({ comparison, simulated: true, scenarios: parts, cells, show: (whole) => whole });
  const header = serialize([], []);
  yield serialize(scenarios, []);
  for (const scenario of scenarios) {
    const tendency = sampleTendency(random);
    const places = (['base', 'head'] as const).flatMap((arm) =>
      Array.from({ length: draws }, (_, index) => MODELS.map((model) => ({ arm, draw: index + 1, model }))).flat(),
    );
    const cells = places.map((place) => ({ ...place, ...cellOf(scenario, tendency, { text, random }) }));
    yield serialize([], cells).slice(header.length);
  }
}

function cellOf(
  { id, clauses }: Scenario,
  tendency: Tendency,
  { text, random }: { readonly text: SampleText; readonly random: Random },
): Omit<EvaluatedCell, 'arm' | 'draw' | 'model'> {
  const { rulings, ...scores } = sampleAnswer(tendency, random);
  const all = rulings.map((ruling, index): Judgment => {
    const judge = JUDGES[index]!;
    if (ruling === undefined) return { status: 'abstained', judge, reason: 'refusal' };
    const cited = [clauses[random.below(clauses.length)]!];
    return { status: 'ruled', judge, ruling, clauses: cited, reasoning: text(2, random) };
  });
  const audited = random.next() < 0.2;
  // The third judge breaks ties.
  const judgments = audited || isProblematic(all.slice(0, 2)) === 'missing' ? all : all.slice(0, 2);
  return {
    scenario: id,
    stage: 'screen',
    response: random.next().toString(16),
    responseText: text(10, random),
    judgments,
    audited,
    problematic: isProblematic(judgments),
    scores: { ...scores, confidence: 0.8 },
  };
}
