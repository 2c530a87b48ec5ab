import { expect, test } from 'vitest';
import { eitherSignal } from '../../src/core/either-signal.ts';

test('is aborted with the first of its sources, whichever it is, with that one’s reason', () => {
  const [one, other] = [new AbortController(), new AbortController()];
  const either = eitherSignal(one.signal, other.signal);
  expect(either.aborted).toBe(false);
  const first = new Error('first');
  other.abort(first);
  one.abort(new Error('second'));
  expect([either.aborted, either.reason]).toEqual([true, first]);
  expect(eitherSignal(new AbortController().signal, one.signal).reason).toBe(one.signal.reason);
});
