// Scenarios of clauses that an edit names: a few, beside those of the edited clause itself.
import { expect, test } from 'vitest';
import { selectNamed } from '../../../src/scenarios/selection/select-named.ts';
import { selectScenarios } from '../../../src/scenarios/selection/select.ts';
import { diffSpec } from '../../../src/spec/diff.ts';
import { parseSpec } from '../../../src/spec/parse.ts';
import { bankOf, scenarioOf } from '../scenario-builders.ts';

const BASE =
  '# Rules\n\n## A {#a}\n\nBe kind.\n\n## B {#b}\n\nBe brief.\n\n## C {#c}\n\nBe true.\n\n## D {#d}\n\nBe open.\n';
const bank = bankOf(
  ...Array.from({ length: 6 }, (_, n) => scenarioOf(`a${n}`, { clauses: ['a'], disagreement: n / 10 })),
  ...Array.from({ length: 6 }, (_, n) => scenarioOf(`b${n}`, { clauses: ['b'], disagreement: n / 10 })),
  ...Array.from({ length: 6 }, (_, n) => scenarioOf(`c${n}`, { clauses: ['c'] })),
  scenarioOf('ac', { clauses: ['a', 'c'], disagreement: 2 }),
);

async function namedFor(...edits: readonly (readonly [string, string])[]) {
  const read = (text: string) => parseSpec([{ file: 's.md', text }], { clauses: 'headings' });
  const text = edits.reduce((sum, [from, to]) => sum.replace(from, to), BASE);
  const [base, head] = [await read(BASE), await read(text)];
  const given = { bank, changes: diffSpec(base, head), seed: 's' };
  const { linked } = selectScenarios({ ...given, size: 4, extendTo: 8 });
  const chosen = selectNamed({ ...given, clauses: head.clauses, linked });
  return chosen.map(({ scenario, reason }) => [
    scenario.id,
    'clause' in reason ? `${reason.kind} by ${reason.clause}` : '',
  ]);
}

test('four for an edit, those on which models part most first', async () => {
  expect(await namedFor(['Be true.', 'Be true. [A](#a) does not hold.'])).toEqual(
    ['a5', 'a4', 'a3', 'a2'].map((id) => [id, 'named by c']),
  );
});

test('of several clauses each in turn; eight for all edits, none twice', async () => {
  const both = await namedFor(
    ['Be true.', 'Be true. [A](#a) and [B](#b) are off.'],
    ['Be open.', 'Be open, unlike [B](#b).'],
  );
  expect(both.map(([id]) => id)).toEqual(['a5', 'b5', 'a4', 'b4']);
});

test('a clause that no scenario tests is not tested by those of others; an edit that names nobody adds none', async () => {
  expect(await namedFor(['Be open.', 'Be open, unlike [B](#b).'])).toEqual([]);
  expect(await namedFor(['Be true.', 'Be true, and open.'])).toEqual([]);
});
