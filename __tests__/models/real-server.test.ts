// Optional: a real OpenAI-compatible server with a small open model (llama.cpp's, Ollama, vLLM). Its answers are not judged.
import { expect, test } from 'vitest';
import { createRandom } from '../../src/core/random.ts';
import { createModels } from '../../src/models/create.ts';
import type { CompletionRequest, ModelRef } from '../../src/models/model.ts';
import { resolveProvider } from '../../src/models/provider.ts';
import { realClock } from '../support/clocks.ts';
import { EVERY_ROLE, VERDICT_FORMAT } from '../support/live-models.ts';

/** `http://127.0.0.1:8080/v1` and, where the server has several, the model's name. */
const { SPEC_GATE_TEST_SERVER: baseUrl, SPEC_GATE_TEST_SERVER_MODEL: model = 'default' } = process.env;
if (baseUrl === undefined) {
  console.warn('real server absent: SPEC_GATE_TEST_SERVER is not set; the tests against one are skipped');
}

test.skipIf(baseUrl === undefined)(
  'a real server answers text, JSON and a conversation',
  async () => {
    const provider = resolveProvider({ name: 'real', kind: 'openai', baseUrl }, {});
    const ref: ModelRef = {
      id: 'real/model',
      kind: 'openai',
      origin: provider.origin,
      model,
      params: { maxTokens: 64 },
    };
    const models = createModels({ fetch: globalThis.fetch, clock: realClock, random: createRandom('real') });
    const ask = (overrides: Partial<CompletionRequest>) =>
      models.create(ref, provider).complete(
        {
          model: ref,
          messages: [{ role: 'user', content: 'Is water wet?' }],
          sharedMessages: 0,
          draw: 'pool:0',
          ...overrides,
        },
        { signal: new AbortController().signal },
      );
    const { text, usage } = await ask({});
    expect(text.trim()).not.toBe('');
    expect(usage.inputTokens).toBeGreaterThan(0);
    expect(usage.outputTokens).toBeGreaterThan(0);
    expect(JSON.parse((await ask({ format: VERDICT_FORMAT })).text)).toHaveProperty('verdict');
    expect((await ask({ messages: EVERY_ROLE })).text.trim()).not.toBe('');
  },
  300_000,
);
