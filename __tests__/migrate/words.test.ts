// Every doubt about a new panel says something whole, in one sentence.
import { expect, test } from 'vitest';
import { writeDoubt, writePanelProblem, type Doubt } from '../../src/migrate/words.ts';
import { plainText } from '../../src/render/plain-text.ts';

// One example a kind; a kind that is missing here does not compile.
const EXAMPLES: { readonly [Kind in Doubt['kind']]: Extract<Doubt, { readonly kind: Kind }> } = {
  'untested-judges': { kind: 'untested-judges', items: 4, least: 10 },
  'retired-judges': { kind: 'retired-judges' },
  'stricter-or-milder': { kind: 'stricter-or-milder', change: -0.12 },
  'near-chance': { kind: 'near-chance', ac1: 0.21 },
  'other-types': { kind: 'other-types', share: 0.2 },
  'other-disagreement': { kind: 'other-disagreement', old: 1.2, new: 1.9 },
  'untested-classifier': { kind: 'untested-classifier' },
};

test.each(Object.values(EXAMPLES))('$kind', (doubt) => {
  expect(plainText(writeDoubt(doubt))).toMatch(/^[a-z].{30,}[^.]$/);
  expect(plainText(writeDoubt(doubt))).not.toMatch(/undefined|NaN|\[object|  /);
});

test('one labelled item is one', () => {
  const said = plainText(writeDoubt({ ...EXAMPLES['untested-judges'], items: 1 }));
  expect(said).toContain('1 labelled item says little');
  expect(plainText(writeDoubt({ ...EXAMPLES['untested-judges'], items: 0 }))).toContain('there are no labelled items');
});

test("judges that agree less than policy tolerates are told with both panels' shares", () => {
  const { message } = writePanelProblem({ kind: 'less-agreement', old: 0.9, new: 0.7, margin: 0.1 });
  expect(message).toContain('agree on 70 % of pairs, the old ones on 90 %');
});
