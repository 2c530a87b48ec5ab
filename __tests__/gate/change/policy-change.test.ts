// Which edits of a config count as loosening: a table with every option of the schema in it.
import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../../src/config/parse-config.ts';
import type { Config } from '../../../src/config/schema.ts';
import { listLoosened } from '../../../src/gate/change/policy-change.ts';
import { fixture } from '../../support/harbor.ts';

const base = parseConfig({ file: 'spec-gate.yml', text: fixture('harbor/spec-gate.yml') });

type Edit = { readonly [Name in keyof Config]?: unknown };
const options = (from: Edit, to: Edit): readonly string[] =>
  listLoosened({ ...base, ...from } as Config, { ...base, ...to } as Config).map(({ option }) => option);

const margins = (change: object) => ({ margins: { ...base.margins, ...change } });
const actions = (change: object) => ({ actions: { ...base.actions, ...change } });
const selection = (change: object) => ({ selection: { ...base.selection, ...change } });
const budget = (change: object) => ({ budget: { ...base.budget, ...change } });
const limits = (change: object) => ({ limits: change });

describe('one way loosens, the other does not', () => {
  test.each<[option: string, strict: Edit, loose: Edit]>([
    ['margins.nonCompliance', margins({ nonCompliance: 0.05 }), margins({ nonCompliance: 0.06 })],
    ['margins.frequentNonCompliance', margins({}), margins({ frequentNonCompliance: 0.9 })],
    ['margins.disagreement', margins({}), margins({ disagreement: 3 })],
    ['margins.rejections', margins({}), margins({ rejections: 0.11 })],
    ['margins.judgeAgreement', margins({}), margins({ judgeAgreement: 0.2 })],
    ['limits.nonCompliance', limits({ nonCompliance: 0.4 }), limits({ nonCompliance: 0.5 })],
    ['limits.frequentNonCompliance', limits({ frequentNonCompliance: 0.1 }), limits({})],
    ['limits.disagreement', limits({ disagreement: 1 }), limits({ disagreement: 2 })],
    ['limits.judgeAgreement', limits({ judgeAgreement: 0.7 }), limits({ judgeAgreement: 0.6 })],
    ['limits.judgeAgreement', limits({ judgeAgreement: 0.7 }), limits({})],
    ['actions.nonCompliance', actions({}), actions({ nonCompliance: 'report' })],
    ['limits.rejections', limits({ rejections: 0.2 }), limits({})],
    ['actions.rejections', actions({ rejections: 'fail' }), actions({ rejections: 'report' })],
    ['actions.untested', actions({ untested: 'fail' }), actions({ untested: 'inconclusive' })],
    ['actions.untested', actions({ untested: 'inconclusive' }), actions({ untested: 'report' })],
    ['actions.unprovenJudges', actions({}), actions({ unprovenJudges: 'report' })],
    ['actions.unprovenJudges', actions({ unprovenJudges: 'inconclusive' }), actions({})],
    ['actions.policyChange', actions({}), actions({ policyChange: 'report' })],
    ['onInconclusive', { onInconclusive: 'fail' }, { onInconclusive: 'report' }],
    ['selection.scenarios', selection({}), selection({ scenarios: 8 })],
    ['selection.extendTo', selection({}), selection({ extendTo: 33 })],
    ['selection.replicates', selection({}), selection({ replicates: { base: 2, confirm: 2 } })],
    ['selection.replicates', selection({}), selection({ replicates: { base: 4, confirm: 1 } })],
    ['auditShare', { auditShare: 0.5 }, { auditShare: 0.2 }],
    ['approvers', { approvers: ['olga'] }, { approvers: ['olga', 'ana'] }],
    ['disclose', { disclose: 'ids' }, { disclose: 'excerpts' }],
    ['budget.calls', budget({ calls: 100 }), budget({ calls: 101 })],
    ['budget.usd', budget({ usd: 5 }), budget({ usd: 50 })],
    ['budget.minutes', budget({ minutes: 5 }), budget({ minutes: 50 })],
    ['budget.dayUsd', budget({ dayUsd: 5 }), budget({ dayUsd: undefined })],
    ['budget.repairUsd', budget({ repairUsd: 5 }), budget({ repairUsd: 6 })],
    ['budget.weekUsd', budget({ weekUsd: 5 }), budget({ weekUsd: 6 })],
    ['budget.allowUnknownPrices', budget({}), budget({ allowUnknownPrices: true })],
  ])('%s', (option, strict, loose) => {
    expect(options(strict, loose)).toEqual([option]);
    expect(options(loose, strict)).toEqual([]);
  });
});

describe('neither way is the stricter one', () => {
  test.each<[option: string, Edit, Edit]>([
    [
      'judges',
      { judges: ['sim/warden', 'sim/advocate', 'sim/umpire'] },
      { judges: ['sim/warden', 'sim/advocate', 'sim/drowsy'] },
    ],
    [
      'judges',
      { judges: ['sim/warden', 'sim/advocate', 'sim/umpire'] },
      { judges: ['sim/umpire', 'sim/warden', 'sim/advocate'] },
    ],
    ['classifier', {}, { classifier: undefined }],
    ['judgeContext', { judgeContext: 'linked' }, { judgeContext: 'full' }],
    ['judgeExamples', {}, { judgeExamples: true }],
    ['specUse', { specUse: 'target' }, { specUse: 'prompt' }],
    ['clauses', { clauses: 'headings' }, { clauses: 'items' }],
    ['bank', { bank: 'a.jsonl' }, { bank: 'b.jsonl' }],
    ['seed', { seed: 'a' }, { seed: 'b' }],
    ['prices.sim/aspen', { prices: { 'sim/aspen': { input: 1, output: 1 } } }, {}],
    ['providers.new', {}, { providers: { ...base.providers, new: { kind: 'openai' } } }],
    ['providers.sim', {}, { providers: { sim: { kind: 'simulated', world: 'other.yml' } } }],
  ])('%s', (option, one, other) => {
    expect(options(one, other)).toEqual([option]);
    expect(options(other, one)).toEqual([option]);
  });
});

test('what says only where things lie, and the list of models, is no policy', () => {
  expect(options({}, { storePath: 'x', outputDir: 'y', models: ['sim/aspen'], spec: 'other.md' })).toEqual([]);
});

test('both values are told', () => {
  const head = parseConfig({
    file: 'f',
    text: fixture('harbor/spec-gate.yml').replace('judgeAgreement: 0.1', 'judgeAgreement: 0.3'),
  });
  expect(listLoosened(base, head)).toEqual([{ option: 'margins.judgeAgreement', base: '0.1', head: '0.3' }]);
});

test('of the same judges in another order it is said that they are the same', () => {
  const judges = ['sim/warden', 'sim/advocate', 'sim/umpire'];
  const [loosened] = listLoosened({ ...base, judges }, { ...base, judges: [...judges].reverse() });
  expect(loosened).toEqual({
    option: 'judges',
    base: '["sim/warden","sim/advocate","sim/umpire"]',
    head: '["sim/umpire","sim/advocate","sim/warden"] (the same in another order)',
  });
});
