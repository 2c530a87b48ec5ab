// When written acceptances cover a verdict: same finding, texts, policy and comparison, not over, not outgrown, approved.
import { describe, expect, test } from 'vitest';
import {
  acceptanceFile,
  createAcceptance,
  parseAcceptance,
  type Acceptance,
} from '../../../src/gate/accept/acceptance.ts';
import { resolveAcceptance, type Approval } from '../../../src/gate/accept/resolve-acceptance.ts';
import { blockingReasons, findingKey } from '../../../src/report/finding-key.ts';
import type { Report } from '../../../src/report/report.ts';
import { failingReport, passingReport } from '../../support/report-builder.ts';

const made = failingReport();
const report: Report = {
  ...made,
  policyHash: 'c'.repeat(64),
  base: { ...made.base, specHash: 'd'.repeat(64) },
  head: { ...made.head, specHash: 'e'.repeat(64) },
};
const today = '2026-11-23';
const all = blockingReasons(report).map((finding) =>
  createAcceptance(report, { finding, reason: 'intended', accepted: '2026-11-20', expires: '2026-12-31' }),
);
const yes: Approval = { approved: true, by: 'olga' };

async function resolve(acceptances: readonly Acceptance[], approval: Approval = yes) {
  let asked = 0;
  const resolved = await resolveAcceptance(report, {
    acceptances,
    today,
    approval: async () => {
      asked += 1;
      return approval;
    },
  });
  const why = resolved.notes.filter(({ code }) => code === 'acceptanceNotCounted').map(({ args }) => args['reasons']);
  return {
    resolution: resolved.verdict.resolution,
    status: resolved.verdict.status,
    asked,
    why: why.flat().join('; '),
  };
}

const edit = (change: Partial<Acceptance>): readonly Acceptance[] => all.map((one) => ({ ...one, ...change }));

test('all that blocks is accepted and approved: resolved, and still a failure', async () => {
  const { resolution, status, asked } = await resolve(all);
  expect(resolution).toEqual({ kind: 'accepted', by: ['olga'], reason: 'intended', expires: '2026-12-31' });
  expect([status, asked]).toEqual(['fail', 1]);
});

describe('not resolved', () => {
  test.each<[string, readonly Acceptance[], RegExp]>([
    ['another base text', edit({ base: 'b'.repeat(64) }), /another spec text/],
    ['another head text', edit({ head: 'b'.repeat(64) }), /another spec text/],
    ['another policy', edit({ policy: 'b'.repeat(64) }), /another policy/],
    ['another comparison', edit({ comparison: 'model' }), /another comparison/],
    ['other models', edit({ models: { base: [], head: [] } }), /another comparison/],
    ['the day after', edit({ expires: '2026-11-22' }), /expired on 2026-11-22/],
    ['outgrown', edit({ numbers: { high: 0.0001 } }), /now larger/],
    ['one of several missing', all.slice(1), /not accepted: \w+/],
  ])('%s: nobody is asked', async (_what, acceptances, reason) => {
    const { resolution, asked, why } = await resolve(acceptances);
    expect([resolution, asked]).toEqual([undefined, 0]);
    expect(why).toMatch(reason);
  });

  test('no approval', async () => {
    const { resolution, why } = await resolve(all, { approved: false, reasons: ['@ana: is the author'] });
    expect(resolution).toBeUndefined();
    expect(why).toContain('@ana: is the author');
  });

  test('nothing accepted: nothing said', async () => {
    expect(await resolve([])).toMatchObject({ resolution: undefined, asked: 0, why: '' });
  });
});

test('it holds on its last day', async () => {
  expect((await resolve(edit({ expires: today }))).resolution).toBeDefined();
});

test('a pass needs none', () => {
  expect(blockingReasons(passingReport())).toEqual([]);
});

describe('the file', () => {
  test('what is written is what is read, under a name of its own', () => {
    for (const acceptance of all) {
      expect(parseAcceptance({ file: 'f', text: JSON.stringify(acceptance) })).toEqual(acceptance);
    }
    expect(new Set(all.map(acceptanceFile)).size).toBe(all.length);
    expect(acceptanceFile({ ...all[0]!, finding: '../../etc/passwd' })).toMatch(/^[\w-]+\.json$/);
  });

  test.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['an unknown member', JSON.stringify({ ...all[0], approved: true })],
    ['no reason', JSON.stringify({ ...all[0], reason: ' ' })],
    ['a reason twice', JSON.stringify(all[0]).replace('{', '{"reason":"What the reader sees.",')],
    ['a day that is none', JSON.stringify({ ...all[0], expires: '2026-02-30' })],
    ['far too long', JSON.stringify({ ...all[0], reason: 'x'.repeat(100_000) })],
  ])('%s is refused', (_what, text) => {
    expect(() => parseAcceptance({ file: 'f.json', text })).toThrow(/f\.json/);
  });
});

test('keys tell findings of one code apart', () => {
  expect(findingKey({ code: 'policyLoosened', args: { option: 'seed', base: 'a', head: 'b' } })).toBe(
    'policyLoosened:seed',
  );
  expect(findingKey({ code: 'nonComplianceRose', args: { base: 0, clauses: ['x'] } })).toBe('nonComplianceRose');
});
