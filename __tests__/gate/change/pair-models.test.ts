// Who is compared with whom when the list of models changes.
import { expect, test } from 'vitest';
import type { PanelModel } from '../../../src/evaluation/create-comparison.ts';
import { pairModels } from '../../../src/gate/change/pair-models.ts';

type Extra = {
  readonly version?: string;
  readonly params?: { readonly temperature: number };
  readonly system?: string;
  readonly replaces?: string;
};

function model(id: string, { version, params = {} as never, ...rest }: Extra = {}): PanelModel {
  const [provider = '', name = ''] = id.split('/');
  const ref = { id, kind: 'openai', origin: `https://${provider}.example`, model: name, params } as const;
  return { ref: version === undefined ? ref : { ...ref, version }, ...rest };
}

function pairs(base: readonly PanelModel[], head: readonly PanelModel[]) {
  const { changed, unchanged, added, removed } = pairModels(base, head);
  const ids = (models: readonly PanelModel[]): readonly string[] => models.map(({ ref }) => ref.id);
  return {
    changed: changed.map((pair) => `${pair.base.ref.id} > ${pair.head.ref.id} (${pair.origin})`),
    unchanged: ids(unchanged),
    added: ids(added),
    removed: ids(removed),
  };
}

const none = { changed: [], unchanged: [], added: [], removed: [] };

test.each<[string, readonly PanelModel[], readonly PanelModel[], Partial<typeof none> | object]>([
  ['the same list', [model('a/x')], [model('a/x')], { unchanged: ['a/x'] }],
  ['another order', [model('a/x'), model('a/y')], [model('a/y'), model('a/x')], { unchanged: ['a/y', 'a/x'] }],
  [
    'another version',
    [model('a/x', { version: '1' })],
    [model('a/x', { version: '2' })],
    { changed: ['a/x > a/x (same)'] },
  ],
  [
    'other parameters',
    [model('a/x')],
    [model('a/x', { params: { temperature: 1 } })],
    { changed: ['a/x > a/x (same)'] },
  ],
  ['another system prompt', [model('a/x')], [model('a/x', { system: 'Be kind.' })], { changed: ['a/x > a/x (same)'] }],
  ['an empty system prompt is none', [model('a/x')], [model('a/x', { system: '' })], { unchanged: ['a/x'] }],
  [
    'declared, across providers, the old one gone',
    [model('a/x')],
    [model('b/y', { replaces: 'a/x' })],
    { changed: ['a/x > b/y (declared)'], removed: ['a/x'] },
  ],
  [
    'declared, the old one kept beside it',
    [model('a/x')],
    [model('a/x'), model('b/y', { replaces: 'a/x' })],
    { unchanged: ['a/x'], added: ['b/y'] },
  ],
  [
    'two candidates for one',
    [model('a/x')],
    [model('b/y', { replaces: 'a/x' }), model('b/z', { replaces: 'a/x' })],
    { changed: ['a/x > b/y (declared)'], added: ['b/z'], removed: ['a/x'] },
  ],
  [
    'inferred by provider and family',
    [model('a/opus-5'), model('a/haiku-5'), model('b/opus-5')],
    [model('a/haiku-5-5'), model('b/opus-5'), model('a/opus-5-5')],
    {
      changed: ['a/haiku-5 > a/haiku-5-5 (inferred)', 'a/opus-5 > a/opus-5-5 (inferred)'],
      unchanged: ['b/opus-5'],
      removed: ['a/opus-5', 'a/haiku-5'],
    },
  ],
  ['no removed model of that provider', [model('a/x')], [model('b/x')], { added: ['b/x'], removed: ['a/x'] }],
  ['one more', [model('a/x')], [model('a/x'), model('a/y')], { added: ['a/y'], unchanged: ['a/x'] }],
  ['one less', [model('a/x'), model('a/y')], [model('a/x')], { unchanged: ['a/x'], removed: ['a/y'] }],
  [
    'it replaces what nobody knows',
    [model('a/x')],
    [model('a/x'), model('a/y', { replaces: 'a/z' })],
    { added: ['a/y'], unchanged: ['a/x'] },
  ],
])('%s', (_what, base, head, expected) => {
  expect(pairs(base, head)).toEqual({ ...none, ...expected });
});
