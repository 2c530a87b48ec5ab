// A file that pushes the ids of another one on: no scenario tests the clause it is linked to, so nothing passes.
import { expect, test } from 'vitest';
import { prepareSpecCheck } from '../../../src/gate/change/prepare-check.ts';
import { findShiftedIds } from '../../../src/gate/change/shifted-ids.ts';
import { isSubstantive } from '../../../src/spec/change.ts';
import type { Spec } from '../../../src/spec/clause.ts';
import { diffSpec } from '../../../src/spec/diff.ts';
import { parseSpec } from '../../../src/spec/parse.ts';
import { openHarbor } from '../../support/harbor-run.ts';

const rule = (text: string, id = ''): string => `# Rules\n\n## Be kind${id}\n\n${text}\n`;
const KIND = rule('Be kind to whoever asks, and say so.');
const FIRM = rule('Stay firm where somebody insists on harm.');
const NEW = rule('Greet people by the name that they give.');

const read = (files: Readonly<Record<string, string>>): Promise<Spec> =>
  parseSpec(
    Object.entries(files).map(([file, text]) => ({ file, text })),
    { clauses: 'headings' },
  );
const idsIn = ({ clauses }: Spec, file: string): readonly string[] =>
  clauses.filter((clause) => clause.file === file && clause.text !== '').map(({ id }) => id);

test('a new file that comes first is told, with the id and the files', async () => {
  const base = await read({ 'a.md': KIND, 'b.md': FIRM });
  const head = await read({ '0.md': NEW, 'a.md': KIND, 'b.md': FIRM });
  expect(findShiftedIds({ base, head }, 'inconclusive')).toMatchObject([
    {
      code: 'shiftedIds',
      severity: 'warning',
      args: { clause: 'rules/be-kind', file: 'a.md', now: '0.md', ids: 2 },
    },
  ]);
});

test('the way out: with the ids that they had behind their headings, they keep them, and ask what they did', async () => {
  const base = await read({ 'a.md': KIND, 'b.md': FIRM });
  const kept = (text: string, id: string): string => text.replace('Be kind\n', `Be kind {#${id}}\n`);
  const head = await read({ '0.md': NEW, 'a.md': kept(KIND, 'rules/be-kind'), 'b.md': kept(FIRM, 'rules/be-kind-2') });
  expect(findShiftedIds({ base, head }, 'inconclusive')).toEqual([]);
  expect([idsIn(head, 'a.md'), idsIn(head, 'b.md')]).toEqual([idsIn(base, 'a.md'), idsIn(base, 'b.md')]);
  expect(
    diffSpec(base, head)
      .filter(isSubstantive)
      .map(({ kind, head: clause }) => [kind, clause?.file]),
  ).toEqual([['added', '0.md']]);
});

test.each<[string, Readonly<Record<string, string>>]>([
  ['one that comes last', { 'a.md': KIND, 'b.md': FIRM, 'c.md': NEW }],
  ['a file under another name', { 'b.md': KIND, 'c.md': FIRM }],
  ['an edit', { 'a.md': NEW, 'b.md': FIRM }],
  ['a file that goes', { 'b.md': FIRM }],
])('%s shifts nothing', async (_what, files) => {
  const [base, head] = [await read({ 'a.md': KIND, 'b.md': FIRM }), await read(files)];
  expect(findShiftedIds({ base, head }, 'inconclusive')).toEqual([]);
});

test('nor does a heading that its own file repeats: the two are told apart by their text', async () => {
  const base = await read({ 'a.md': KIND });
  const head = await read({ 'a.md': NEW + KIND.replace('# Rules\n', '') });
  expect(findShiftedIds({ base, head }, 'inconclusive')).toEqual([]);
});

test.each([
  ['inconclusive', 'warning'],
  ['fail', 'error'],
  ['report', 'notice'],
] as const)('the verdict carries it as the policy says: %s', async (unseen, severity) => {
  const { project } = await openHarbor((loaded) => ({
    ...loaded,
    config: { ...loaded.config, actions: { ...loaded.config.actions, unseen } },
  }));
  const base = { ref: 'main', spec: await read({ 'a.md': KIND, 'b.md': FIRM }) };
  const head = { ref: 'change', spec: await read({ '0.md': NEW, 'a.md': KIND, 'b.md': FIRM }) };
  expect(prepareSpecCheck(project, { base, head }).unseen).toMatchObject([{ code: 'shiftedIds', severity }]);
});
