import { expect, test } from 'vitest';
import { UserError } from '../../src/core/errors.ts';
import { CallError } from '../../src/models/model.ts';
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
  const store = { get: () => undefined, put: () => void order.push('stored') };
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
    expect(await failing.ask(request)).toEqual({ status: 'missing', reason: kind });
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
