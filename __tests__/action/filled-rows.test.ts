// The comment's table on a pull request of each kind: every row has figures of both sides, and outliers add up.
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  CONFLICT,
  createGatedRepository,
  harborConfig,
  type GatedRepository,
} from '../support/runner/gated-repository.ts';

const PANEL = ['  - sim/cedar\n  - sim/dogwood\n', '  - sim/rowan\n  - sim/willow\n'] as const;
const CANDIDATE = ['  - sim/willow\n', '  - { id: sim/willow-next, replaces: sim/willow }\n'] as const;
/** Without the extension of the screen: these changes are large. */
const FIXED = ['scenarios: 32, extendTo: 39', 'scenarios: 8, extendTo: 8'] as const;

let target: GatedRepository;
let prompt: GatedRepository;
let models: GatedRepository;
beforeAll(async () => {
  target = await createGatedRepository({ 'spec-gate.yml': harborConfig(FIXED) });
  prompt = await createGatedRepository({
    'spec-gate.yml': harborConfig(FIXED, ['specUse: target', 'specUse: prompt']),
  });
  models = await createGatedRepository({ 'spec-gate.yml': harborConfig(FIXED, PANEL) });
});
afterAll(() => Promise.all([target.close(), prompt.close(), models.close()]));

/** The rows of the comment's first table, by their label. */
function rowsOf(comment: string): ReadonlyMap<string, readonly string[]> {
  const [table = ''] = /(?:^\|.*\|\n)+/m.exec(comment) ?? [];
  const rows = table.split('\n').filter((line) => line.startsWith('|'));
  const cells = rows.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  return new Map(cells.map(([label = '', ...rest]) => [label, rest]));
}

const ALL = [
  'Non-compliance',
  'All models problematic',
  'Rejections',
  'Disagreement',
  'Judge agreement',
  'Interpretation',
  'Outliers',
];

test.each([
  // Rejections only report, and an edit cannot move them: no row.
  ['a spec that models are trained towards', () => target, CONFLICT, ALL.filter((label) => label !== 'Rejections')],
  ['a spec that is the prompt', () => prompt, CONFLICT, ALL],
  ['a change of models', () => models, { 'spec-gate.yml': harborConfig(FIXED, PANEL, CANDIDATE) }, ALL],
] as const)('%s', async (_, repository, files, labels) => {
  const gated = repository();
  const number = gated.open(files);
  const run = await gated.run(number);
  expect(run.exitCode).toBe(1);
  const rows = rowsOf(gated.comments(number)[0]!);
  expect([...rows.keys()].filter((label) => ALL.includes(label))).toEqual(labels);
  for (const label of labels) {
    const [base, head, change] = rows.get(label)!;
    expect([label, base, head, change].filter((cell) => cell === '')).toEqual([]);
  }
  const [base, head, change] = rows.get('Outliers')!;
  const [, fresh, gone = '0'] = /^(\d+) new(?:, (\d+) gone)?$/.exec(change!)!;
  expect(Number(base) + Number(fresh) - Number(gone)).toBe(Number(head));
  expect(run.outputs['new-outliers']).toBe(fresh);
  expect(Number(run.outputs['interpretation'])).toBeGreaterThanOrEqual(0);
});
