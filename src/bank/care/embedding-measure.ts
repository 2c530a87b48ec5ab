// Likeness by an embeddings endpoint: each text is sent once and its vector kept; a selection itself makes no call.
import { UserError } from '../../core/errors.ts';
import { hashJson } from '../../core/canonical-json.ts';
import { normalize, scenarioText } from '../../scenarios/selection/lexical-vector.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import type { Measure } from '../../scenarios/selection/vectorize.ts';

/** Sends texts, gives one vector each in the same order. */
export type Embed = (texts: readonly string[]) => Promise<readonly Float32Array[]>;

/** Where vectors are kept, by key. */
export interface VectorStore {
  get(key: string): Float32Array | undefined;
  put(key: string, vector: Float32Array): Promise<void>;
}

export interface EmbeddingOptions {
  readonly scenarios: readonly Scenario[];
  /** Origin of the endpoint and name of the model: part of every key. */
  readonly origin: string;
  readonly model: string;
  readonly embed: Embed;
  readonly store: VectorStore;
  /** Texts in one request; 64 unless given. */
  readonly batch?: number;
}

/** The study's cut between a repetition and another scenario, on its embeddings. */
const NEAR = 0.4;

/** The key of one text's vector: what is sent, and to whom. */
function embeddingKey(from: { readonly origin: string; readonly model: string; readonly text: string }): string {
  const { origin, model, text } = from;
  return hashJson({ schema: 'spec-gate/embedding@1', origin, model, text });
}

/**
 * A measure for these scenarios. Vectors not in the store are asked for in batches, in order, and stored before the next
 * batch is sent: an interrupted run loses at most one. Equal texts are sent once.
 * @throws UserError for vectors of different lengths; Error if `embed` gives another number of vectors.
 */
export async function createEmbeddingMeasure(options: EmbeddingOptions): Promise<Measure> {
  const { scenarios, origin, model, embed, store, batch = 64 } = options;
  const vectors = new Map<string, Float32Array>();
  const missing: string[] = [];
  for (const text of new Set(scenarios.map((scenario) => scenarioText(scenario)))) {
    const stored = store.get(embeddingKey({ origin, model, text }));
    if (stored === undefined) missing.push(text);
    else vectors.set(text, stored);
  }
  for (let start = 0; start < missing.length; start += batch) {
    const texts = missing.slice(start, start + batch);
    const answers = await embed(texts);
    if (answers.length !== texts.length) throw new Error(`${answers.length} vectors for ${texts.length} texts`);
    for (const [index, text] of texts.entries()) {
      const vector = normalize(answers[index]!);
      await store.put(embeddingKey({ origin, model, text }), vector);
      vectors.set(text, vector);
    }
  }
  const lengths = new Set([...vectors.values()].map(({ length }) => length));
  if (lengths.size > 1) {
    throw new UserError({
      message: `${model} gives vectors of different lengths: ${[...lengths].sort((a, b) => a - b).join(', ')}`,
      hint: 'The model behind the name has changed: remove the folder `vectors` in the store, and all texts are sent anew.',
    });
  }
  return {
    dimensions: [...lengths][0] ?? 1,
    near: NEAR,
    vectorOf: (scenario) => {
      const vector = vectors.get(scenarioText(scenario));
      if (vector === undefined) throw new Error(`"${scenario.id}" was not embedded`);
      return vector;
    },
  };
}
