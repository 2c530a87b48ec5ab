// `compare --looks`: the order that is asked for, the stop, and what cannot be had by choosing when to look.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRandom } from '../../src/core/random.ts';
import { compareInLooks, planLooks, type ComparisonInLooks } from '../../src/compare/looks.ts';
import type { OutcomeRow, OutcomeRows } from '../../src/compare/outcome-rows/outcome-row.ts';
import { runCommand, type CommandResult } from '../support/run-command.ts';

const ids = Array.from({ length: 400 }, (_, index) => `p${index}`);
const plan = planLooks(ids, { looks: 4, seed: 'test' });

function draw(rise: number, seed = 'rows'): { readonly base: OutcomeRows; readonly head: OutcomeRows } {
  const random = createRandom(seed);
  const side = (more: number): OutcomeRow[] =>
    ids.map((scenario) => ({ scenario, model: 'm', replicate: '1', problematic: random.next() < 0.1 + more }));
  return { base: { rows: side(0), missing: [] }, head: { rows: side(rise), missing: [] } };
}

function first(rows: OutcomeRows, count: number): OutcomeRows {
  const asked = new Set(plan.order.slice(0, count));
  return { rows: rows.rows.filter(({ scenario }) => asked.has(scenario)), missing: [] };
}

const compare = (base: OutcomeRows, head: OutcomeRows): ComparisonInLooks =>
  compareInLooks({ base, head, margin: 0.05, seed: 'test' }, plan);

describe('the order', () => {
  test('is the same for the same scenarios in any order, another for another seed, and leaves none out', () => {
    expect(planLooks([...ids].reverse(), { looks: 4, seed: 'test' }).order).toEqual(plan.order);
    expect(planLooks(ids, { looks: 4, seed: 'other' }).order).not.toEqual(plan.order);
    expect([...plan.order].sort()).toEqual([...ids].sort());
    expect(plan.looks.map(({ scenarios }) => scenarios)).toEqual([100, 200, 300, 400]);
  });

  test('without rows the first quarter is asked for; with it, the next', () => {
    const none: OutcomeRows = { rows: [], missing: [] };
    expect(compare(none, none).looks.next).toEqual({ look: 1, scenarios: plan.order.slice(0, 100) });
    const { base, head } = draw(0.03);
    const { comparison, looks } = compare(first(base, 100), first(head, 100));
    expect(comparison).toMatchObject({ verdict: 'inconclusive', reasons: [{ code: 'look-open' }] });
    expect(looks.next).toEqual({ look: 2, scenarios: plan.order.slice(100, 200) });
  });
});

describe('the stop', () => {
  test('a rise of 20 points fails at the first look, and later rows do not turn it', () => {
    const { base, head } = draw(0.2);
    const early = compare(first(base, 100), first(head, 100));
    expect(early).toMatchObject({ comparison: { verdict: 'fail', scenarios: 100 }, looks: { decided: 1, unread: 0 } });
    // What was asked beyond it says the head were perfect.
    const { rows } = first(head, 100);
    const later = base.rows.filter(({ scenario }) => rows.every((row) => row.scenario !== scenario));
    const turned = compare(base, {
      rows: [...rows, ...later.map((row) => ({ ...row, problematic: false }))],
      missing: [],
    });
    expect(turned.comparison.verdict).toBe('fail');
    expect(turned.looks).toMatchObject({ decided: 1, unread: 300 });
  });

  test('a step decides as all rows at once do: looks are made anew', () => {
    const { base, head } = draw(0.06, 'steps');
    const whole = compare(base, head);
    const { decided = 0 } = whole.looks;
    expect(decided).toBeGreaterThan(1);
    const parts = [1, 2, 3, 4].map((look) => compare(first(base, 100 * look), first(head, 100 * look)).comparison);
    expect(parts.slice(0, decided - 1).map(({ verdict }) => verdict)).toEqual(
      parts.slice(0, decided - 1).map(() => 'inconclusive'),
    );
    expect(parts.slice(decided - 1)).toEqual(parts.slice(decided - 1).map(() => whole.comparison));
  });

  test('interval and verdict agree at every look', () => {
    const ends = [0, 0.02, 0.06, 0.15].map((rise) => {
      const { base, head } = draw(rise);
      const { verdict, intervals } = compare(base, head).comparison;
      const [low, high] = intervals!.promptsLikeThem!;
      return { verdict, low, high };
    });
    expect(ends.filter(({ verdict, low }) => verdict === 'fail' && low <= 0)).toEqual([]);
    expect(ends.filter(({ verdict, high }) => (verdict === 'pass') !== high < 0.05)).toEqual([]);
    expect(new Set(ends.map(({ verdict }) => verdict)).size).toBeGreaterThan(1);
  });
});

describe('what is missing', () => {
  test('more than 5 % of a look on one side: it is not reached, and they are asked for', () => {
    const { base, head } = draw(0);
    const lost = new Set(plan.order.slice(0, 6));
    const rest = { ...first(head, 100), rows: first(head, 100).rows.filter(({ scenario }) => !lost.has(scenario)) };
    expect(compare(first(base, 100), rest).looks.next).toEqual({ look: 1, scenarios: [...lost] });
  });

  test('a scenario that both sides lost counts against either verdict', () => {
    const { base, head } = draw(0);
    const lost = new Set(plan.order.slice(0, 15));
    const without = ({ rows }: OutcomeRows): OutcomeRows => ({
      rows: rows.filter(({ scenario }) => !lost.has(scenario)),
      missing: [],
    });
    const { comparison } = compare(without(base), without(head));
    // 15 of 400 as a rise each: no pass at 5 points, though nothing else rose.
    expect(comparison.verdict).not.toBe('pass');
    expect(compare(base, head).comparison.verdict).toBe('pass');
  });
});

test('without an effect looking eight times fails no oftener than 5 % allows', () => {
  const often = planLooks(ids.slice(0, 200), { looks: 8, seed: 'often' });
  let failed = 0;
  const byNight = process.env['FUZZ_RUNS'] !== undefined;
  const runs = byNight ? 300 : 40;
  for (let run = 0; run < runs; run += 1) {
    const rows = draw(0, `often ${run}`);
    const { comparison } = compareInLooks({ ...rows, margin: 0.02, seed: 'often' }, often);
    failed += Number(comparison.verdict === 'fail');
  }
  // 95 % of 40 banks with a rate of 5 % show at most 4, of 300 by night at most 21. A rule that fails one in five, as one does
  // that takes each look for the only one, shows more in 92 of 100, and by night always.
  expect(failed).toBeLessThanOrEqual(byNight ? 21 : 4);
});

describe('the command', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'spec-gate-looks-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const run = (...args: readonly string[]): Promise<CommandResult> =>
    runCommand(['compare', 'base.jsonl', 'head.jsonl', ...args], { cwd: folder });
  const write = (name: string, { rows }: OutcomeRows): void =>
    writeFileSync(join(folder, name), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));

  test('names what to ask first, then next, then says stop', async () => {
    writeFileSync(join(folder, 'plan.txt'), ids.join('\n'));
    const looks = ['--looks', '4', '--plan', 'plan.txt', '--seed', 'test', '--next', 'next.txt'];
    const start = await run(...looks);
    expect(start.code).toBe(2);
    expect(start.stdout).toMatch(/^INCONCLUSIVE {2}Nothing is decided before the first look: ask 100 more scenarios/);
    const asked = readFileSync(join(folder, 'next.txt'), 'utf8').trim().split('\n');
    expect(asked).toEqual(plan.order.slice(0, 100));
    const { base, head } = draw(0.2);
    write('base.jsonl', first(base, 100));
    write('head.jsonl', first(head, 100));
    const stopped = await run(...looks);
    expect(stopped.code).toBe(1);
    expect(stopped.stdout).toMatch(/Decided at look 1 of 4, on 100 of 400 scenarios: stop here\./);
    // The plan may be rows that name the scenarios, too.
    write('all.jsonl', base);
    const again = await run('--looks', '4', '--plan', 'all.jsonl', '--seed', 'test', '--json');
    expect(JSON.parse(again.stdout)).toMatchObject({
      verdict: 'fail',
      looks: { planned: [100, 200, 300, 400], decided: 1 },
    });
  });

  test.each([
    [['--looks', '4'], '--looks needs --plan FILE'],
    [['--plan', 'plan.txt'], '--plan belongs to --looks'],
    [['--next', 'next.txt'], '--next belongs to --looks'],
    [['--looks', '4', '--plan', 'plan.txt', '--stored'], 'do not go together'],
    [['--looks', '41', '--plan', 'plan.txt'], 'too few for 41 looks'],
    [['--looks', '4', '--plan', 'none.txt'], 'no such file'],
  ])('%j is refused with the way out', async (args, message) => {
    writeFileSync(join(folder, 'plan.txt'), ids.join('\n'));
    const { code, stderr } = await run(...args);
    expect(code).toBe(3);
    expect(stderr).toContain(message);
  });
});
