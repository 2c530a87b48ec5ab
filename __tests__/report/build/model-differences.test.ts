// In what a model differs from the one before it: what changes an answer's key, and only that.
import { expect, test } from 'vitest';
import type { ModelRef } from '../../../src/models/model.ts';
import { listDifferences } from '../../../src/report/build/model-differences.ts';
import { modelRef } from '../../support/scripted-models.ts';

const side = (more: Partial<ModelRef>) => ({ ref: { ...modelRef('m'), ...more } });
const differences = (base: Partial<ModelRef>, head: Partial<ModelRef>) =>
  listDifferences({ id: 'test/m', base: side(base), head: side(head) });

test('a parameter called as one of our own words hides nothing', () => {
  const params = { version: 2 };
  expect(differences({ version: 'v1', params }, { version: 'v2', params })).toEqual([
    { what: 'version', base: 'v1', head: 'v2' },
  ]);
});

test('the order of a parameter’s own fields is no difference', () => {
  const differing = differences(
    { params: { thinking: { type: 'on', tokens: 9 }, top_p: 1 } },
    { params: { thinking: { tokens: 9, type: 'on' }, top_p: 0.9 } },
  );
  expect(differing).toEqual([{ what: 'top_p', base: '1', head: '0.9' }]);
});
