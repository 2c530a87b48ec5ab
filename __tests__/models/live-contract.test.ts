import { afterAll, beforeAll, describe } from 'vitest';
import { answerPlainly, createLiveModel, EVERY_ROLE, VERDICT_FORMAT } from '../support/live-models.ts';
import { startProviderServer, type Protocol, type ProviderServer } from '../support/provider-servers.ts';
import { describeModelContract } from '../support/model-contract.ts';

describe.each<Protocol>(['openai', 'anthropic'])('%s', (kind) => {
  let server: ProviderServer;
  beforeAll(async () => {
    server = await startProviderServer(kind, answerPlainly);
  });
  afterAll(() => server.close());

  describeModelContract(`${kind} over loopback`, () => {
    const { model, request } = createLiveModel({ kind, baseUrl: server.baseUrl, params: { maxTokens: 100 } });
    return {
      model,
      plain: request(),
      formatted: request({ format: VERDICT_FORMAT }),
      conversation: request({ messages: EVERY_ROLE, sharedMessages: 2 }),
    };
  });
});
