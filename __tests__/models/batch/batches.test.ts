import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/core/random.ts';
import { createAsk, type Ask, type Answer } from '../../../src/evaluation/ask.ts';
import { requestKey } from '../../../src/evaluation/key.ts';
import { openBatchFile } from '../../../src/io/store/batch-file.ts';
import { openSegmentStore } from '../../../src/io/store/segment-store.ts';
import type { BatchEvent } from '../../../src/models/batch/batch-ports.ts';
import { createModels } from '../../../src/models/create.ts';
import type { CompletionRequest, ModelRef } from '../../../src/models/model.ts';
import { startBatchServer, type BatchServer, type Sent } from '../../support/batch-server.ts';
import { realClock } from '../../support/clocks.ts';
import type { Protocol } from '../../support/provider-servers.ts';
import { testProvider } from '../../support/test-provider.ts';

let root: string;
let folder: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'spec-gate-batch-'));
});
beforeEach(() => {
  folder = mkdtempSync(join(root, 'run-'));
});
// Not after each test: a run that a test left under way may write its last line later.
afterAll(() => rmSync(root, { recursive: true, force: true }));

const say = ({ text }: Sent): string => `an answer to ${text}`;
/** The waits between looks pass in no time; deadlines are as they are. */
const clock = {
  ...realClock,
  sleep: (ms: number, signal?: AbortSignal) => realClock.sleep(ms > 30_000 ? ms : Math.min(ms / 100, 10), signal),
};

describe.each<Protocol>(['openai', 'anthropic'])('%s', (kind) => {
  let server: BatchServer;
  beforeEach(async () => {
    server = await startBatchServer(kind, { say });
  });
  afterEach(() => server.close());

  /** A run over the folder's store and its book of batches; ends when the test says so. */
  function openRun(mode: 'batch' | 'alone' = 'batch') {
    const provider = testProvider(kind, server.baseUrl);
    const { origin } = provider;
    const events: BatchEvent[] = [];
    const batches = {
      journal: openBatchFile([folder], Date.now),
      onEvent: (event: BatchEvent) => void events.push(event),
    };
    const models = createModels({
      fetch: globalThis.fetch,
      clock,
      random: createRandom('x'),
      ...(mode === 'batch' && { batches }),
    });
    const store = openSegmentStore(folder, { now: new Date() });
    const kill = new AbortController();
    const ask: Ask = createAsk({
      store,
      modelFor: (ref) => models.create(ref, provider),
      schedule: (_, call) => call(),
      signal: kill.signal,
      onEvent: () => undefined,
    });
    const refs = new Map<string, ModelRef>();
    const request = (text: string, { model = 'm', draw = 'pool:1' } = {}): CompletionRequest => {
      const ref = refs.get(model) ?? { id: `p/${model}`, kind, origin, model, params: {} };
      refs.set(model, ref);
      return { model: ref, messages: [{ role: 'user', content: text }], sharedMessages: 0, draw };
    };
    const askAll = (texts: readonly string[]): Promise<readonly Answer[]> =>
      Promise.all(texts.map((text) => ask(request(text))));
    return { ask, askAll, request, store, models, events, kill };
  }
  const answerOf = (answer: Answer): string =>
    answer.status === 'answered' ? answer.completion.text : `missing: ${answer.reason}: ${answer.words}`;
  const QUESTIONS = ['one', 'two', 'three', 'four'];
  const ANSWERS = QUESTIONS.map((text) => `an answer to ${text}`);

  test('the first call teaches, the others go together, and each gets its own answer in whatever order they come', async () => {
    const run = openRun();
    expect((await run.askAll(QUESTIONS)).map(answerOf)).toEqual(ANSWERS);
    expect(server.seen).toMatchObject({ alone: 1, batches: [3] });
    expect(run.events.map(({ kind: what }) => what)).toEqual(['submitted', 'over']);
  });

  test('draws of one question are asked apart, and models in batches of their own', async () => {
    const run = openRun();
    await run.askAll(['first']);
    await run.ask(run.request('first', { model: 'n' }));
    const requests = ['pool:1', 'pool:2', 'pool:3'].flatMap((draw) =>
      ['m', 'n'].map((model) => run.request('same', { model, draw })),
    );
    await Promise.all(requests.map(run.ask));
    expect(server.seen.batches).toEqual([3, 3]);
  });

  test('answers are stored under the keys of single calls', async () => {
    const run = openRun();
    await run.askAll(QUESTIONS);
    const [, last] = [server.seen.alone, openRun('alone')];
    expect((await last.askAll(QUESTIONS)).map(answerOf)).toEqual(ANSWERS);
    expect(server.seen.alone).toBe(1);
    for (const text of QUESTIONS) expect(last.store.get(requestKey(run.request(text)))).toBeDefined();
  });

  /** A run that is ended once its batch is out; gives its answers. */
  const endWhileOut = async (): Promise<readonly Answer[]> => {
    server.behave({ say, looks: 1e6 });
    const run = openRun();
    await run.ask(run.request('before'));
    const killed = run.askAll(QUESTIONS);
    while (server.seen.looks === 0) await realClock.sleep(5);
    run.kill.abort();
    return killed;
  };

  test('a run that is ended while a batch is out is gone on with: nothing is submitted twice', async () => {
    for (const answer of await endWhileOut()) expect(answer).toMatchObject({ status: 'missing', reason: 'aborted' });
    server.behave({ say });
    const next = openRun();
    expect((await next.askAll(QUESTIONS)).map(answerOf)).toEqual(ANSWERS);
    expect(server.seen).toMatchObject({ alone: 1, batches: [4] });
    expect(next.events.map(({ kind: what }) => what)).toEqual(['resumed', 'over']);
    // What was handed on is out of the book.
    await realClock.sleep(20);
    expect(openBatchFile([folder], Date.now).read()).toEqual([]);
  });

  test('a batch that came back while nobody waited serves a later round, part by part', async () => {
    await endWhileOut();
    server.behave({ say });
    const next = openRun();
    expect(answerOf((await next.askAll(['two']))[0]!)).toBe('an answer to two');
    expect((await next.askAll(QUESTIONS)).map(answerOf)).toEqual(ANSWERS);
    expect(server.seen).toMatchObject({ alone: 1, batches: [4] });
  });

  test('what expired is put into another batch; what never gets its turn is missing and says so', async () => {
    server.behave({ say, expires: ({ text }, batch) => text === 'three' || (text === 'two' && batch === 1) });
    const run = openRun();
    await run.ask(run.request('before'));
    const answers = (await run.askAll(QUESTIONS)).map(answerOf);
    expect(answers.filter((_, index) => index !== 2)).toEqual(ANSWERS.filter((_, index) => index !== 2));
    expect(answers[2]).toMatch(/^missing: timeout: .*time was over/);
    expect(server.seen.batches).toEqual([4, 2, 1]);
  });

  test.each(['batch', 'results'] as const)(
    'a %s that the server does not know any more, deleted or of another account, is asked for anew',
    async (what) => {
      await endWhileOut();
      server.behave({ say, forgets: { batch: 1, what } });
      const next = openRun();
      expect((await next.askAll(QUESTIONS)).map(answerOf)).toEqual(ANSWERS);
      expect(server.seen.batches).toEqual([4, 4]);
      await realClock.sleep(20);
      expect(openBatchFile([folder], Date.now).read()).toEqual([]);
    },
  );

  test.each(['batch', 'results'] as const)(
    'a %s that the server does not know for a moment is not paid for twice',
    async (what) => {
      await endWhileOut();
      server.behave({ say, forgets: { batch: 1, what, looks: 3 } });
      expect((await openRun().askAll(QUESTIONS)).map(answerOf)).toEqual(ANSWERS);
      expect(server.seen.batches).toEqual([4]);
    },
  );

  test('a refusal of one item is that of one call, and touches no other', async () => {
    server.behave({ say, refuses: ({ text }) => text === 'two' });
    const run = openRun();
    await run.ask(run.request('before'));
    const answers = (await run.askAll(QUESTIONS)).map(answerOf);
    expect(answers[1]).toMatch(/^missing: bad_request: .*No\./);
    expect(answers.filter((_, index) => index !== 1)).toEqual(ANSWERS.filter((_, index) => index !== 1));
  });

  test('which answers came in a batch is known, for their price', async () => {
    const run = openRun();
    const [alone, ...others] = await run.askAll(QUESTIONS);
    const came = [alone!, ...others].map(
      (answer) => answer.status === 'answered' && run.models.cameInBatch(answer.completion),
    );
    expect(came).toEqual([false, true, true, true]);
  });
});

test('a batch that fails as a whole is told in the server’s words', async () => {
  const server = await startBatchServer('openai', { say, fails: true });
  const provider = testProvider('openai', server.baseUrl);
  const models = createModels({
    fetch: globalThis.fetch,
    clock,
    random: createRandom('x'),
    batches: { journal: openBatchFile([folder], Date.now) },
  });
  const ref: ModelRef = { id: 'p/m', kind: 'openai', origin: provider.origin, model: 'm', params: {} };
  const request = { model: ref, messages: [{ role: 'user', content: 'q' }], sharedMessages: 0, draw: 'd' } as const;
  const { signal } = new AbortController();
  const model = models.create(ref, provider);
  await model.complete(request, { signal, name: 'first' });
  await expect(model.complete(request, { signal, name: 'second' })).rejects.toThrow('Enqueued token limit reached.');
  await server.close();
});

test('results that a server says are elsewhere are not fetched there: the key would go along', async () => {
  const server = await startBatchServer('anthropic', { say, resultsAt: 'http://127.0.0.1:9' });
  const provider = testProvider('anthropic', server.baseUrl);
  const models = createModels({
    fetch: globalThis.fetch,
    clock,
    random: createRandom('x'),
    batches: { journal: openBatchFile([folder], Date.now) },
  });
  const ref: ModelRef = { id: 'p/m', kind: 'anthropic', origin: provider.origin, model: 'm', params: {} };
  const request = { model: ref, messages: [{ role: 'user', content: 'q' }], sharedMessages: 0, draw: 'd' } as const;
  const { signal } = new AbortController();
  const model = models.create(ref, provider);
  await model.complete(request, { signal, name: 'first' });
  await expect(model.complete(request, { signal, name: 'second' })).rejects.toMatchObject({ kind: 'origin' });
  await server.close();
});
