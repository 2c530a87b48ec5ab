// What a harness that is not known here calls its rows: the options that would read them.
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { suggestMap } from '../../../src/compare/outcome-rows/suggest-map.ts';
import type { RawRow } from '../../../src/scenarios/rows/raw-row.ts';

const rows = (field: (index: number) => Readonly<Record<string, unknown>>): readonly RawRow[] =>
  [0, 1, 2].map((index) => ({ kind: 'row', number: index + 1, fields: field(index) }));

test.each<[string, (index: number) => Readonly<Record<string, unknown>>, string | undefined]>([
  [
    'tests of a program',
    (n) => ({ nodeid: `t.py::a[${n}]`, outcome: n === 0 ? 'failed' : 'passed' }),
    'nodeid outcome',
  ],
  ['spans', (n) => ({ 'context.span_key': `k${n}`, text: 'x', ok: n > 0 }), 'context.span_key ok'],
  ['ids that repeat tell nothing apart', (n) => ({ run_id: 'r', input: `q${n}`, ok: n > 0 }), 'input ok'],
  [
    "Langfuse's traces: an id of the run, a flag, lists of scores, one of them missing",
    (n) => ({
      id: `i${n}`,
      traceId: `t${n}`,
      input: `q${n}`,
      public: false,
      correctness: n === 1 ? null : [n > 0 ? 1 : 0],
    }),
    'input correctness',
  ],
  ['a flag that never changes', (n) => ({ test_id: `t${n}`, cached: false, good: n > 0 }), 'test_id good'],
  ['no outcome', (n) => ({ nodeid: `t${n}`, score: 0.4 }), undefined],
])('%s', (_, field, expected) => {
  const [scenario, outcome] = expected?.split(' ') ?? [];
  expect(suggestMap(rows(field))).toBe(
    expected === undefined ? undefined : `--map ${scenario}=scenario --map ${outcome}=compliant`,
  );
});

test('a name that says what is bad, and one that a shell would part', () => {
  const harm = rows((n) => ({ test_id: `t${n}`, 'toxicity found': n === 0 }));
  expect(suggestMap(harm)).toBe("--map test_id=scenario --map 'toxicity found'=problematic");
});

test('a column that is named like the end of a quotation and a command is one word of a shell all the same', () => {
  const name = "ok'; touch was-run; '";
  const hostile = [1, 0].map(
    (ok, index) => ({ kind: 'row', number: index + 1, fields: { test_id: `t${index}`, [name]: ok } }) as const,
  );
  const words = execFileSync('sh', ['-c', `printf '%s\\n' ${suggestMap(hostile)!}`], { encoding: 'utf8' }).split('\n');
  expect(words).toEqual(['--map', 'test_id=scenario', '--map', `${name}=compliant`, '']);
});
