// A report of ten thousand findings names some of each kind, and counts the rest.
import { expect, test } from 'vitest';
import { findingKey } from '../../../src/report/finding-key.ts';
import { capFindings } from '../../../src/report/build/cap-findings.ts';
import { createFinding, writeMessage } from '../../../src/report/messages.ts';
import { plainText } from '../../../src/render/plain-text.ts';

const untested = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    createFinding({ code: 'untestedClause', args: { clause: `c${index}` }, severity: 'warning' }),
  );
const other = createFinding({
  code: 'policyLoosened',
  args: { option: 'seed', base: 'a', head: 'b' },
  severity: 'error',
});

test('few are left as they are', () => {
  const few = [other, ...untested(50)];
  expect(capFindings(few)).toEqual(few);
});

test('of ten thousand fifty are named, and what counts the others is as grave and has a name of its own', () => {
  const capped = capFindings([other, ...untested(10_000)]);
  expect(capped).toHaveLength(52);
  expect(capped[0]).toBe(other);
  const more = capped.at(-1)!;
  expect(more).toMatchObject({ code: 'moreLikeThese', severity: 'warning', args: { more: 9_950 } });
  expect(findingKey(more)).toBe('moreLikeThese:untestedClause');
  expect(plainText(writeMessage(more).says)).toBe('9,950 more findings like these: Clause without scenarios');
});
