import { describe, expect, test } from 'vitest';
import { createRandom } from '../../src/core/random.ts';
import { compareOutcomes, type CompareInput } from '../../src/compare/compare.ts';
import type { OutcomeRow, OutcomeRows } from '../../src/compare/outcome-rows/outcome-row.ts';

const MARGIN = 0.05;

function rows(
  list: readonly (readonly [scenario: string, problematic: boolean, more?: Partial<OutcomeRow>])[],
): OutcomeRows {
  return {
    rows: list.map(([scenario, problematic, more]) => ({ scenario, model: 'm', replicate: '1', problematic, ...more })),
    missing: [],
  };
}

function compare(
  base: OutcomeRows,
  head: OutcomeRows,
  more: Partial<CompareInput> = {},
): ReturnType<typeof compareOutcomes> {
  return compareOutcomes({ base, head, stored: false, margin: MARGIN, seed: 'test', ...more });
}

/** Published counts of two models on the same 587 prompts, one draw each: 490 both pass, 30 both fail, 46 and 21 part. */
function published(): { readonly base: OutcomeRows; readonly head: OutcomeRows } {
  const kinds = [
    ...fill(490, [false, false]),
    ...fill(30, [true, true]),
    ...fill(46, [false, true]),
    ...fill(21, [true, false]),
  ];
  return {
    base: rows(kinds.map(([before], index) => [`p${index}`, before!, { model: 'old' }])),
    head: rows(kinds.map(([, after], index) => [`p${index}`, after!, { model: 'new' }])),
  };
}

function fill<T>(count: number, item: T): T[] {
  return Array.from({ length: count }, () => item);
}

describe('587 prompts, one draw of each model', () => {
  test('fail, with the paired difference and exact McNemar p 0.00307', () => {
    const { base, head } = published();
    const result = compare(base, head);
    expect(result.verdict).toBe('fail');
    expect(result.change).toBeCloseTo(25 / 587, 12);
    expect(result.pairs).toMatchObject({ bothPass: 490, bothFail: 30, worse: 46, better: 21 });
    expect(result.pairs!.exact).toBeCloseTo(0.00307, 5);
    // The sign flip over scenarios is the same test, one-sided.
    expect(result.p!.thesePrompts).toBeCloseTo(result.pairs!.exact / 2, 8);
    expect(result.claim).toBe('prompts-like-them');
    // Paired standard error sqrt(67/587 - (25/587)^2) / sqrt(586) = 0.01384.
    const [low, high] = result.intervals!.promptsLikeThem!;
    expect((high - low) / 2 / 1.964).toBeCloseTo(0.01384, 4);
    expect(result.intervals!.thesePrompts).toBeUndefined();
  });

  test('the other way round it does not fail', () => {
    const { base, head } = published();
    expect(compare(head, base).verdict).toBe('pass');
  });

  test('a stored base can only screen: it names the fresh draws that would decide', () => {
    const { base, head } = published();
    expect(compare(base, head, { stored: true })).toMatchObject({
      verdict: 'inconclusive',
      needed: { arms: 'both', draws: 2, answers: 4 * 587 },
    });
    expect(compare(base, head, { stored: true, margin: 0.2 }).verdict).toBe('pass');
  });
});

/** Draws of one model whose scenarios have rates of their own. */
function drawn(draws: number, rise = 0): readonly OutcomeRow[] {
  const random = createRandom('halves');
  return Array.from({ length: 200 }, (_, scenario) => random.next() ** 3 + 0 * scenario).flatMap((rate, scenario) =>
    Array.from({ length: draws }, (_, draw) => ({
      scenario: `p${scenario}`,
      model: 'm',
      replicate: String(draw),
      problematic: random.next() < rate + (draw >= draws / 2 ? rise : 0),
      group: scenario % 2 === 0 ? 'even' : 'odd',
    })),
  );
}

function halves(all: readonly OutcomeRow[], draws: number): readonly [OutcomeRows, OutcomeRows] {
  const half = (first: boolean): OutcomeRows => ({
    rows: all.filter(({ replicate }) => Number(replicate) < draws / 2 === first),
    missing: [],
  });
  return [half(true), half(false)];
}

describe('several draws', () => {
  test("two halves of one model's draws do not fail, and both intervals are given", () => {
    const result = compare(...halves(drawn(8), 8));
    expect(result.verdict).not.toBe('fail');
    const { thesePrompts, promptsLikeThem } = result.intervals!;
    expect(thesePrompts![0]).toBeLessThan(0);
    expect(thesePrompts![1]).toBeGreaterThan(0);
    expect(promptsLikeThem![0]).toBeLessThan(0);
    expect(result.groups.map(({ id, status }) => [id, status])).toEqual([
      ['even', 'no-effect-seen'],
      ['odd', 'no-effect-seen'],
    ]);
  });

  test('a rise of 15 points in the second half fails and is found in both groups', () => {
    const result = compare(...halves(drawn(8, 0.15), 8));
    expect(result.verdict).toBe('fail');
    expect(result.groups.map(({ status }) => status)).toEqual(['changed', 'changed']);
  });
});

describe('uneven evidence is said and never passes', () => {
  const same = Array.from({ length: 100 }, (_, index) => [`p${index}`, index % 4 === 0] as const);

  test('unequal draws are compared and said', () => {
    const head = rows([
      ...same,
      ...same.slice(0, 50).map(([scenario, bad]) => [scenario, bad, { replicate: '2' }] as const),
    ]);
    const result = compare(rows(same), head);
    expect(result).toMatchObject({ verdict: 'pass', change: 0, scenarios: 100 });
    expect(result.notes).toEqual([
      { code: 'unequal-draws', args: { arm: 'head', least: 1, most: 2 }, severity: 'notice' },
    ]);
  });

  test.each([
    [3, 'inconclusive', 'undecided'],
    [6, 'inconclusive', 'missing-scenarios'],
  ])('%i of 100 head scenarios missing: %s, %s', (missing, verdict, code) => {
    const result = compare(rows(same), rows(same.slice(missing)), { margin: 0.03 });
    expect(result.verdict).toBe(verdict);
    expect(result.reasons[0]!.code).toBe(code);
    expect(result.notes[0]).toMatchObject({ code: 'scenarios-without-head' });
    expect(result.scenarios).toBe(100 - missing);
  });

  test('errors of the other harness are missing evidence', () => {
    const errors = fill(12, { scenario: 'p1', model: 'm', reason: 'error' });
    expect(compare(rows(same), { ...rows(same), missing: errors })).toMatchObject({
      verdict: 'inconclusive',
      reasons: [{ code: 'missing-outcomes' }],
    });
  });

  test('no scenario in common', () => {
    expect(compare(rows([['a', true]]), rows([['b', true]])).verdict).toBe('inconclusive');
  });

  test('no model in common', () => {
    const two = rows([
      ['a', true, { model: 'x' }],
      ['a', true, { model: 'y' }],
    ]);
    expect(() => compare(two, rows([['a', true, { model: 'z' }]]))).toThrow(/no model is in both files/);
  });

  test('one scenario decides nothing', () => {
    expect(compare(rows([['a', false]]), rows([['a', false]])).verdict).toBe('inconclusive');
  });
});
