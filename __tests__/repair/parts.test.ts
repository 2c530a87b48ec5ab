// Small parts of a repair: which clauses are tied, when an edit has loosened, who writes, and what GitHub is suggested.
import { expect, test } from 'vitest';
import { isLoosened } from '../../src/repair/let-go.ts';
import type { RepairEdit } from '../../src/repair/repair-report.ts';
import { suggestLines } from '../../src/repair/report/markdown.ts';
import { tiedClauses } from '../../src/repair/tied-clauses.ts';
import { chooseWriters } from '../../src/repair/write-candidates.ts';
import { parseSpec } from '../../src/spec/parse.ts';
import { simulatedRef } from '../support/harbor.ts';

const TEXT = `# Kind {#be_kind}

Be kind. It gives way to [Truth](#truth).

# Truth {#truth}

Say what is true.

# Care {#take_care}

As be_kind asks, but not be_kindly.

# Other {#other}

Nothing of truth.
`;

test('clauses are tied that name each other; an id that is an everyday word counts as a link alone', async () => {
  const spec = await parseSpec([{ file: 'spec.md', text: TEXT }], { clauses: 'headings' });
  expect(tiedClauses(spec, 'be_kind')).toEqual(['truth', 'take_care']);
  expect(tiedClauses(spec, 'truth')).toEqual(['be_kind']);
});

test.each([
  ['one odd ruling', { forbidden: 20, allowed: 1, more: 1, fewer: 0 }, false],
  ['as many as come back', { forbidden: 40, allowed: 4, more: 4, fewer: 4 }, false],
  ['more than chance explains', { forbidden: 100, allowed: 6, more: 6, fewer: 0 }, true],
  ['a good part of all', { forbidden: 8, allowed: 2, more: 2, fewer: 2 }, true],
])('%s: loosened %#', (_, { more, fewer, ...counts }, expected) => {
  expect(isLoosened({ ...counts, scenarios: { more, fewer }, examples: [] })).toBe(expected);
});

test('writers come from two vendors where there are two', () => {
  const at = (model: string, origin: string) => ({ ...simulatedRef(model), origin });
  const ids = chooseWriters([at('a', 'one:'), at('b', 'one:'), at('c', 'two:')]).map(({ model }) => model);
  expect(ids).toEqual(['a', 'c']);
  expect(chooseWriters([at('a', 'one:'), at('b', 'one:')]).map(({ model }) => model)).toEqual(['a', 'b']);
});

test('lines that are put in are suggested with the line before them, behind a fence that they cannot close', async () => {
  const spec = await parseSpec([{ file: 'spec.md', text: TEXT }], { clauses: 'headings' });
  const patch = { file: 'spec.md', from: 4, to: 3, lines: ['```', 'code', '```'] };
  const edit = { patch, kind: 'example', clause: 'be_kind', writer: 'sim/a', simulated: true } as unknown as RepairEdit;
  const suggestion = suggestLines(edit, spec)!;
  expect(suggestion).toMatchObject({ file: 'spec.md', start: 3, end: 3 });
  expect(suggestion.body).toContain(
    '````suggestion\nBe kind. It gives way to [Truth](#truth).\n```\ncode\n```\n````\n',
  );
});
