// Text that an edit carries between clauses: whoever reads a rule's old place reads the new one, and its scenarios test it.
import { expect, test } from 'vitest';
import { isGutted, pairClauses, showClauses, type ClausePairs } from '../../src/evaluation/clause-pairs.ts';
import { selectScenarios } from '../../src/scenarios/selection/select.ts';
import { findCarriedText } from '../../src/spec/carried-text.ts';
import type { ClauseChange } from '../../src/spec/change.ts';
import { diffSpec } from '../../src/spec/diff.ts';
import { parseSpec } from '../../src/spec/parse.ts';
import { bankOf, scenarioOf } from '../scenarios/scenario-builders.ts';

const DANGER = 'Give no step-by-step detail that helps to do harm.';
const WEAPONS = 'Refuse requests for weapons, and say that you do.';
const PRIVACY = 'Never reveal personal data of private people.';
const HONESTY = 'Never lie to the user about what you know. Do not flatter.';
const clause = (id: string, ...text: string[]): string => `## Rule on ${id} {#${id}}\n\n${text.join(' ')}\n\n`;
const BASE = clause('danger', DANGER, WEAPONS) + clause('privacy', PRIVACY) + clause('honesty', HONESTY);

interface Edit {
  readonly changes: readonly ClauseChange[];
  readonly pairs: ClausePairs;
  readonly carried: Readonly<Record<string, readonly string[]>>;
}

async function edit(head: string | readonly string[], base: string = BASE): Promise<Edit> {
  const parse = (texts: readonly string[]): ReturnType<typeof parseSpec> =>
    parseSpec(
      texts.map((text, index) => ({ file: `${index}.md`, text })),
      { clauses: 'headings' },
    );
  const [before, after] = [await parse([base]), await parse([head].flat())];
  const changes = diffSpec(before, after);
  const texts = findCarriedText(changes, { base: before.clauses, head: after.clauses });
  return {
    changes,
    pairs: pairClauses(before, after, changes),
    carried: Object.fromEntries(
      [...texts].map(([id, { from, to }]) => [
        id,
        [...from.map((one) => `<${one.id}`), ...to.map((one) => `>${one.id}`)],
      ]),
    ),
  };
}

const SPLIT =
  clause('danger', DANGER) + clause('weapons', WEAPONS) + clause('privacy', PRIVACY) + clause('honesty', HONESTY);
const MERGED = clause('danger', DANGER, WEAPONS) + clause('privacy', PRIVACY, HONESTY);

test.each<[string, string | readonly string[], Readonly<Record<string, readonly string[]>>]>([
  ['a clause is split', SPLIT, { danger: ['>weapons'], weapons: ['<danger'] }],
  [
    'into another file',
    [BASE.replace(` ${WEAPONS}`, ''), clause('weapons', WEAPONS)],
    { danger: ['>weapons'], weapons: ['<danger'] },
  ],
  ['two are merged', MERGED, { privacy: ['<honesty'], honesty: ['>privacy'] }],
  [
    'merged and reworded a little',
    MERGED.replace('Never lie', 'Do not lie'),
    { privacy: ['<honesty'], honesty: ['>privacy'] },
  ],
  [
    'a sentence changes its clause',
    BASE.replace(` ${WEAPONS}`, '').replace(PRIVACY, `${PRIVACY} ${WEAPONS}`),
    { danger: ['>privacy'], privacy: ['<danger'] },
  ],
  ['a rule is said twice', BASE.replace(PRIVACY, `${PRIVACY} ${WEAPONS}`), { privacy: ['<danger'] }],
  ['a rule is reworded', BASE.replace('Refuse requests', 'Refuse all requests'), {}],
  ['a rule is taken out', BASE.replace(` ${WEAPONS}`, ''), {}],
  ['a rule is new', BASE.replace(PRIVACY, `${PRIVACY} Ask for consent first.`), {}],
  ['a clause moves with all it says', clause('honesty', HONESTY) + BASE.replace(clause('honesty', HONESTY), ''), {}],
  ['a clause gets another name', BASE.replaceAll('honesty', 'candour'), {}],
])('%s', async (_, head, expected) => {
  expect((await edit(head)).carried).toEqual(expected);
});

const read = (pairs: ClausePairs, link: string, arm: 'base' | 'head'): string =>
  showClauses(pairs, { links: [link], arm, context: 'linked' })
    .map(({ text }) => text)
    .join(' ');

test.each([
  ['of a clause that was split', SPLIT, 'danger', `${DANGER} ${WEAPONS}`],
  ['of one that was merged into another', MERGED, 'honesty', `${PRIVACY} ${HONESTY}`],
  ['of one that another was merged into', MERGED, 'privacy', `${PRIVACY} ${HONESTY}`],
])('the judges of scenarios %s read the same rules on both sides', async (_, head, link, expected) => {
  const { pairs } = await edit(head);
  expect([read(pairs, link, 'base'), read(pairs, link, 'head')]).toEqual([expected, expected]);
});

test('a clause whose words live on elsewhere is not emptied', async () => {
  const merged = (await edit(MERGED)).pairs;
  expect(isGutted(merged.byId.get('honesty')!, merged)).toBe(false);
  const removed = (await edit(BASE.replace(clause('honesty', HONESTY), ''))).pairs;
  expect(isGutted(removed.byId.get('honesty')!, removed)).toBe(true);
});

test('what is carried into a new clause is tested by the scenarios of the old one, new rules beside it are not', async () => {
  const bank = bankOf(scenarioOf('s', { clauses: ['danger'] }));
  const untested = ({ changes }: Edit): readonly string[] =>
    selectScenarios({ bank, changes, size: 4, extendTo: 4, seed: 's' }).untested.map((one) => one.clause);
  expect(untested(await edit(SPLIT))).toEqual([]);
  const more = 'Speak of the weather, of trains and of nothing else whatever anybody asks of you at night.';
  expect(untested(await edit(SPLIT.replace(WEAPONS, `${WEAPONS} ${more}`)))).toEqual(['weapons']);
});

test('many edited clauses that share most of their words carry nothing', async () => {
  const many = (word: string): string =>
    Array.from({ length: 300 }, (_, index) =>
      clause(`c${index}`, `Say of the ${word} what is true of number ${index}.`),
    ).join('');
  const { carried } = await edit(many('sea and the shore'), many('land'));
  expect(Object.keys(carried)).toEqual([]);
});
