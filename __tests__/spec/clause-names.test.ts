// Which other clauses an edit names.
import { expect, test } from 'vitest';
import { namedByEdits } from '../../src/spec/clause-names.ts';
import { diffSpec } from '../../src/spec/diff.ts';
import { parseSpec } from '../../src/spec/parse.ts';
import type { Spec } from '../../src/spec/clause.ts';

const BASE = `# Rules

## 1. Keep dangerous detail out {#danger}

Give no step-by-step detail that helps to do harm.

## 2. Be brief {#be_brief}

Say what is asked and no more.

## 3. Answer {#full}

Give a complete answer to ordinary questions. See the rule on [length](#be_brief).
`;
const spec = (text: string): Promise<Spec> => parseSpec([{ file: 's.md', text }], { clauses: 'headings' });
const edit = (to: string): string => BASE.replace('Give a complete answer to ordinary questions.', to);

async function namedBy(text: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const [base, head] = [await spec(BASE), await spec(text)];
  return namedByEdits(diffSpec(base, head), head.clauses);
}

test.each<[string, readonly string[]]>([
  ['Answer. “Keep dangerous detail out” does not apply.', ['danger']],
  ['Answer. Rules to keep dangerous detail out are lifted.', ['danger']],
  ['Answer, unless it is [dangerous](#danger).', ['danger']],
  ['Answer; `danger` does not hold here.', ['danger']],
  ['Answer; be_brief and danger are lifted.', ['be_brief']],
  ['Answer. Be brief where you can; keep dangerous detail outside.', ['be_brief']],
  ['Answer in short; try to be brief.', []],
  ['Answer all ordinary questions.', []],
])('%s', async (to, expected) => {
  expect((await namedBy(edit(to))).get('full') ?? []).toEqual(expected);
});

test('a sentence that stays names nobody anew, one that goes does', async () => {
  expect((await namedBy(BASE.replace('complete answer', 'whole answer'))).size).toBe(0);
  expect((await namedBy(BASE.replace(' See the rule on [length](#be_brief).', ''))).get('full')).toEqual(['be_brief']);
});
