// Links under ids as they were derived before: with numbers, and all words of a long heading.
import { expect, test } from 'vitest';
import { withCurrentLinks } from '../../src/scenarios/current-links.ts';
import { createBank } from '../../src/scenarios/parse-bank.ts';
import { parseSpec } from '../../src/spec/parse.ts';
import { scenario } from '../support/scripted-models.ts';

test('they are led to the clauses that bear them today; what names none stays', async () => {
  const text =
    '# Terms\n## 1. Weapons\nx\n## The rules for everybody who asks us anything at all\ny\n## 3-strikes {#3-strikes}\nz\n';
  const spec = await parseSpec([{ file: 's.md', text }], { clauses: 'headings' });
  const links = [
    'terms/1-weapons',
    'terms/the-rules-for-everybody-who-asks-us-anything-at-all',
    '3-strikes',
    'gone/2-x',
  ];
  const bank = createBank('bank.jsonl', [scenario('a', links), scenario('b', ['terms/weapons'])]);
  const now = withCurrentLinks(bank, [spec]);
  expect(now.scenarios.map(({ clauses }) => clauses)).toEqual([
    ['terms/weapons', 'terms/the-rules-for-everybody-who-asks', '3-strikes', 'gone/2-x'],
    ['terms/weapons'],
  ]);
  expect(now.byId.get('a')?.clauses[0]).toBe('terms/weapons');
  expect(withCurrentLinks(now, [spec])).toBe(now);
});
