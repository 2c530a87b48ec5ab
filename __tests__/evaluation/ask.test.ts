import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/core/errors.ts';
import { createAsk } from '../../src/evaluation/ask.ts';
import { requestKey } from '../../src/evaluation/key.ts';
import { createMemoryStore } from '../support/memory-store.ts';
import { MOST_ATTEMPTS } from '../../src/evaluation/store.ts';
import { CallError, type CompletionRequest } from '../../src/models/model.ts';
import { completion, harness, modelRef } from '../support/scripted-models.ts';

const request = {
  model: modelRef('m'),
  messages: [{ role: 'user', content: 'q' }],
  sharedMessages: 0,
  draw: 'pool:1',
} as const;

test('the same question is asked once, also at the same time and after a restart', async () => {
  const first = harness(() => completion('a'));
  await Promise.all([first.ask(request), first.ask(request), first.ask({ ...request })]);
  expect(first.calls).toHaveLength(1);
  const second = harness(() => completion('b'), first.store);
  expect(await second.ask(request)).toMatchObject({ completion: { text: 'a' } });
  expect(second.calls).toHaveLength(0);
});

test('the answer is stored before it is passed on', async () => {
  const order: string[] = [];
  const store = { get: () => undefined, attempts: () => 0, put: () => void order.push('stored') };
  const { ask } = harness(() => completion('a'), store);
  await ask(request).then(() => order.push('passed on'));
  expect(order).toEqual(['stored', 'passed on']);
});

test.each(['timeout', 'server', 'quota', 'too_large', 'bad_request'] as const)(
  'a %s leaves the answer missing and stores nothing',
  async (kind) => {
    const failing = harness(() => {
      throw new CallError(kind, 'no');
    });
    expect(await failing.ask(request)).toEqual({ status: 'missing', reason: kind, words: 'no' });
    expect(failing.events.map((event) => event.kind)).toEqual(['failed']);
  },
);

test.each(['auth', 'not_found', 'origin'] as const)('a %s stops the run and says how to mend it', async (kind) => {
  const failing = harness(() => {
    throw new CallError(kind, 'no');
  });
  await expect(failing.ask(request)).rejects.toThrow(UserError);
});

test('a bug is not taken for a missing answer', async () => {
  const failing = harness(() => {
    throw new TypeError('bug');
  });
  await expect(failing.ask(request)).rejects.toThrow(TypeError);
});

test('after a failure that only the user can mend no further call is begun', async () => {
  const { ask, calls } = harness((asked) => {
    if (asked.draw === 'pool:1') throw new CallError('auth', 'no');
    return completion('a');
  });
  await expect(ask(request)).rejects.toThrow(UserError);
  await expect(ask({ ...request, draw: 'pool:2' })).rejects.toThrow(UserError);
  expect(calls).toHaveLength(1);
});

describe('replies that are no answer', () => {
  const judged: CompletionRequest = { ...request, isUsable: ({ text }) => text === 'ruling' };
  const live = (texts: string[], store = createMemoryStore()) =>
    harness(() => completion(texts.shift() ?? 'temporarily unavailable'), store, { mayDiffer: true });

  test('are paid and kept, and asked for once more in the same run', async () => {
    const { ask, calls, events, store } = live(['temporarily unavailable', 'ruling']);
    expect(await ask(judged)).toMatchObject({ completion: { text: 'ruling' } });
    expect(calls).toHaveLength(2);
    expect(events.map(({ kind }) => kind)).toEqual(['attempt', 'made']);
    expect(store.attempts(requestKey(judged))).toBe(1);
  });

  test('do not hold for ever: a later run asks again, but never more than a few times in all', async () => {
    const store = createMemoryStore();
    for (const expected of [2, 2, 0, 0]) {
      const run = live([], store);
      expect(await run.ask(judged)).toMatchObject({ completion: { text: 'temporarily unavailable' } });
      expect(await run.ask(judged)).toMatchObject({ status: 'answered' });
      expect(run.calls).toHaveLength(expected);
    }
    expect(store.attempts(requestKey(judged))).toBe(MOST_ATTEMPTS);
  });

  test('are never more than a few, also where a run ended between two of them', async () => {
    const store = createMemoryStore();
    const cut = harness(() => completion('half', { finish: 'length' }), store, { mayDiffer: true });
    await cut.ask(judged);
    for (const expected of [2, 1, 0]) {
      const run = live([], store);
      await run.ask(judged);
      expect(run.calls).toHaveLength(expected);
    }
    expect(store.attempts(requestKey(judged))).toBe(MOST_ATTEMPTS);
  });

  test('that were cut off are asked for again by a later run only', async () => {
    const store = createMemoryStore();
    const cut = () => harness(() => completion('half', { finish: 'length' }), store, { mayDiffer: true });
    const first = cut();
    await first.ask(request);
    await first.ask(request);
    expect(first.calls).toHaveLength(1);
    const second = cut();
    await second.ask(request);
    expect(second.calls).toHaveLength(1);
  });

  test('of a model that repeats itself are answers: asking again would give the same', async () => {
    const { ask, calls, store } = harness(() => completion('no ruling'));
    await ask(judged);
    expect(calls).toHaveLength(1);
    expect(store.get(requestKey(judged))).toBeDefined();
  });
});

test('a rejected key ends the calls that are under way', async () => {
  const stopped: string[] = [];
  const ask = createAsk({
    store: createMemoryStore(),
    modelFor: (ref) => ({
      ref,
      complete: async (asked, { signal }) => {
        if (asked.draw === 'pool:1') throw new CallError('auth', 'no');
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        stopped.push(asked.draw);
        throw new CallError('aborted', 'stopped');
      },
    }),
    schedule: (_request, call) => call(),
    signal: new AbortController().signal,
    onEvent: () => undefined,
  });
  const underWay = ask({ ...request, draw: 'pool:2' });
  await expect(ask(request)).rejects.toThrow(UserError);
  await expect(underWay).rejects.toThrow(UserError);
  expect(stopped).toEqual(['pool:2']);
});
