// Embeddings from an OpenAI-compatible endpoint of the config: the same transport, keys and budget as every other call.
import { providerName } from '../../models/model-id.ts';
import { isLive } from '../../models/provider-kind.ts';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Config } from '../../config/schema.ts';
import type { Clock } from '../../core/clock.ts';
import { UserError } from '../../core/errors.ts';
import { createRandom } from '../../core/random.ts';
import { createBudget } from '../../models/cost/budget.ts';
import { addSpending, parseLedger, runCap, serializeLedger, type Ledger } from '../../models/cost/ledger.ts';
import { CallError, NO_USAGE, type ModelRef } from '../../models/model.ts';
import { costOf, priceOf } from '../../models/cost/prices.ts';
import {
  checkKeyBinding,
  endpointOf,
  resolveProvider,
  type Environment,
  type ProviderConfig,
} from '../../models/provider.ts';
import { estimateTokens } from '../../models/cost/tokens.ts';
import { createTransport, type Fetch } from '../../models/transport/transport.ts';
import { createEmbeddingMeasure, type Embed } from '../care/embedding-measure.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import type { Measure } from '../../scenarios/selection/vectorize.ts';
import { replaceFile } from '../../io/store/bank-file.ts';
import { lookUpHost } from '../../io/look-up-host.ts';
import { MOST_DIMENSIONS, openVectorFolder } from './vector-store.ts';

export interface EmbeddingRun {
  /** `provider/model`; the provider is one of the config's, of kind openai. */
  readonly id: string;
  readonly config: Config;
  /** Full path of the store's folder; vectors and what they cost are kept in `vectors` below it. */
  readonly storeFolder: string;
  /** What other runs that share the store paid. */
  readonly spending: Ledger;
  readonly env: Environment;
  readonly clock: Clock;
  readonly fetch: Fetch;
  readonly signal: AbortSignal;
}

const reply = z.object({
  data: z.array(z.object({ index: z.int().min(0), embedding: z.array(z.number()).min(1) })),
  usage: z.object({ prompt_tokens: z.number() }).nullish().catch(undefined),
});

/**
 * The measure of likeness by this model. Texts whose vectors are stored are not sent; each batch is stored, and paid for in
 * the ledger, before the next is sent.
 * @throws UserError for a provider, key or price that is not there; CallError where the endpoint fails or the budget ends.
 */
export async function measureByEmbeddings(run: EmbeddingRun, scenarios: readonly Scenario[]): Promise<Measure> {
  const ref = resolveRef(run);
  const folder = join(run.storeFolder, 'vectors');
  // Two endpoints of one origin are two places.
  const origin = ref.origin + (ref.basePath ?? '');
  const store = openVectorFolder({ folder, origin, model: ref.model, now: new Date(run.clock.now()) });
  try {
    const embed = createEmbed(run, { ref, ledgerPath: join(folder, 'spending.json') });
    return await createEmbeddingMeasure({ scenarios, origin, model: ref.model, embed, store });
  } finally {
    store.close();
  }
}

function createEmbed(run: EmbeddingRun, { ref, ledgerPath }: { ref: ModelRef; ledgerPath: string }): Embed {
  const { config, clock, fetch, signal } = run;
  const price = priceOf(ref, config.prices);
  let ledger = readLedger(ledgerPath);
  const paid = ledger.reduce(
    (sum, { day, ...spent }) => addSpending(sum, { at: Date.parse(day), ...spent }),
    run.spending,
  );
  const usd = runCap(paid, { at: clock.now(), usd: config.budget.usd, caps: config.budget });
  const budget = createBudget({ ...config.budget, usd }, clock);
  // Made with the first batch, so that a bank whose vectors are all stored needs no key.
  let connection: ReturnType<typeof connect> | undefined;
  return async (texts) => {
    const tokens = texts.reduce((sum, text) => sum + estimateTokens(text), 0);
    const reservation = budget.reserve(costOf({ ...NO_USAGE, inputTokens: tokens }, price));
    if (reservation.status === 'stopped') {
      if (reservation.by === 'unknown-price') throw unknownPrice(ref);
      throw new CallError('aborted', `the budget is used up: ${reservation.by}`, { attempts: 0 });
    }
    try {
      connection ??= connect(run, ref, { fetch, clock });
      const response = await connection.fetch(`${connection.baseUrl}/embeddings`, {
        method: 'POST',
        body: JSON.stringify({ model: ref.model, input: texts, encoding_format: 'float' }),
        signal,
      });
      const { vectors, inputTokens = tokens } = readReply(await response.json(), texts.length, ref);
      const cost = costOf({ ...NO_USAGE, inputTokens }, price);
      reservation.settle(cost);
      ledger = addSpending(ledger, { at: clock.now(), usd: cost === 'unknown' ? 0 : cost, calls: 1 });
      replaceFile(ledgerPath, serializeLedger(ledger));
      return vectors;
    } catch (error) {
      reservation.release();
      throw error;
    }
  };
}

function connect(
  { config, id, env }: EmbeddingRun,
  ref: ModelRef,
  { fetch, clock }: { fetch: Fetch; clock: Clock },
): { readonly fetch: Fetch; readonly baseUrl: string } {
  const providers = liveProviders(config);
  const problems = checkKeyBinding(providers);
  if (problems.length > 0) throw new UserError(problems);
  const provider = resolveProvider(
    providers.find(({ name }) => name === providerName({ id }))!,
    env,
  );
  if (provider.origin !== ref.origin) throw new Error(`${provider.origin} is not ${ref.origin}`);
  // Jitter only: it keeps retries of many runs apart and never touches a result.
  const random = createRandom(`retry ${clock.now()}`);
  return {
    fetch: createTransport(provider, { fetch, clock, random, lookup: lookUpHost }).fetchFor(ref.model),
    baseUrl: provider.baseUrl,
  };
}

function readReply(
  body: unknown,
  expected: number,
  { id }: ModelRef,
): { readonly vectors: readonly Float32Array[]; readonly inputTokens?: number } {
  const fail = (why: string): CallError => new CallError('bad_response', `${id}: ${why}`);
  const parsed = reply.safeParse(body);
  if (!parsed.success) throw fail('the answer has another shape than embeddings');
  const { data, usage } = parsed.data;
  const inOrder = [...data].sort((a, b) => a.index - b.index);
  if (inOrder.length !== expected || inOrder.some(({ index }, at) => index !== at)) {
    throw fail(`${data.length} vectors for ${expected} texts`);
  }
  const vectors = inOrder.map(({ embedding }) => Float32Array.from(embedding));
  if (vectors.some((vector) => vector.length > MOST_DIMENSIONS || !vector.every(Number.isFinite))) {
    throw fail(`a vector of more than ${MOST_DIMENSIONS} numbers, or of one too large`);
  }
  // A count that no request can have would give money back to the budget.
  const told = usage?.prompt_tokens;
  return { vectors, ...(told !== undefined && told >= 0 && { inputTokens: told }) };
}

function resolveRef({ id, config }: EmbeddingRun): ModelRef {
  const name = providerName({ id });
  const provider = liveProviders(config).find((one) => one.name === name);
  const model = id.slice(name.length + 1);
  if (provider?.kind !== 'openai' || model === '') {
    const able = liveProviders(config).filter(({ kind }) => kind === 'openai');
    throw new UserError({
      message: `--embeddings ${id}: expected provider/model, with a provider of kind openai`,
      hint:
        able.length === 0
          ? 'The config has none; without --embeddings likeness is measured by words, offline.'
          : `The config has ${able.map((one) => one.name).join(', ')}.`,
    });
  }
  return { id, kind: 'openai', ...endpointOf(provider), model, params: {} };
}

function liveProviders({ providers }: Config): readonly ProviderConfig[] {
  return Object.entries(providers).flatMap(([name, provider]): ProviderConfig[] =>
    isLive(provider) ? [{ ...provider, name }] : [],
  );
}

function unknownPrice({ id }: ModelRef): UserError {
  return new UserError({
    message: `${id}: no price is known, so the dollar budget could not hold`,
    hint: `add prices: { ${id}: { input: ..., output: 0 } } in US dollars per million tokens, or set budget.allowUnknownPrices: true`,
  });
}

function readLedger(path: string): Ledger {
  if (!existsSync(path)) return [];
  const ledger = parseLedger(readFileSync(path, 'utf8'));
  if (ledger === undefined) {
    const hint = 'It tells the daily and weekly caps what was spent; remove it to begin anew.';
    throw new UserError({ message: 'not a ledger', hint, place: { file: path } });
  }
  return ledger;
}
