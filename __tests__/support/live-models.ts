// Live models over loopback servers, and the requests that their tests share.
import type { Json } from '../../src/core/canonical-json.ts';
import { createRandom } from '../../src/core/random.ts';
import { createModels, type Models } from '../../src/models/create.ts';
import type { CompletionRequest, Model, ModelRef } from '../../src/models/model.ts';
import type { ResolvedProvider } from '../../src/models/provider.ts';
import type { SendRequest } from '../../src/models/transport/attempt.ts';
import type { TransportLimits } from '../../src/models/transport/transport-limits.ts';
import { realClock } from './clocks.ts';
import type { Answer, Protocol, WireRequest } from './provider-servers.ts';
import { testProvider } from './test-provider.ts';

const SMALL_LIMITS: TransportLimits = {
  attemptMs: 2000,
  callMs: 5000,
  idleMs: 1000,
  maxBytes: 1_000_000,
  backoffMs: 5,
  patienceMs: 0,
};

export interface LiveModel {
  readonly model: Model;
  readonly models: Models;
  readonly request: (overrides?: Partial<CompletionRequest>) => CompletionRequest;
}

export interface LiveOptions {
  readonly kind: Protocol;
  readonly baseUrl: string;
  readonly params?: Readonly<Record<string, Json>>;
  /** Default: one with the test key at `baseUrl`. */
  readonly provider?: ResolvedProvider;
  readonly fetch?: SendRequest;
  readonly limits?: Partial<TransportLimits>;
}

/** A fresh model, that has learned nothing yet, and a maker of requests for it. */
export function createLiveModel(options: LiveOptions): LiveModel {
  const { kind, baseUrl, params = {}, fetch = globalThis.fetch } = options;
  const limits = { ...SMALL_LIMITS, ...options.limits };
  const provider = options.provider ?? testProvider(kind, baseUrl);
  const ref: ModelRef = { id: `test/${kind}-model`, kind, origin: provider.origin, model: `${kind}-model`, params };
  const models = createModels({ fetch, clock: realClock, random: createRandom('live'), limits });
  return {
    models,
    model: models.create(ref, provider),
    request: (overrides = {}) => ({
      model: ref,
      messages: [{ role: 'user', content: 'Say something.' }],
      sharedMessages: 0,
      draw: 'pool:1',
      ...overrides,
    }),
  };
}

export const VERDICT_FORMAT = {
  name: 'verdict',
  schema: {
    type: 'object',
    properties: { verdict: { type: 'string', enum: ['yes', 'no'] } },
    required: ['verdict'],
    additionalProperties: false,
  },
} as const;

/** Every role, with two tool results in a row and turns that follow them. */
export const EVERY_ROLE: CompletionRequest['messages'] = [
  { role: 'system', content: 'the system prompt' },
  { role: 'developer', content: 'the developer prompt' },
  { role: 'user', content: 'first question' },
  { role: 'assistant', content: 'let me look' },
  { role: 'tool', content: 'first result' },
  { role: 'tool', content: 'second result' },
  { role: 'assistant', content: 'I looked' },
  { role: 'user', content: 'second question' },
  { role: 'user', content: 'and a third' },
];

/** JSON where a schema was asked for, else prose. */
export function answerPlainly(request: WireRequest): Answer {
  return { text: request.schema === undefined ? 'A plain answer.' : '{"verdict":"yes"}' };
}
