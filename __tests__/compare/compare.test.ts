import { describe, expect, test } from 'vitest';
import { createRandom } from '../../src/core/random.ts';
import { compareOutcomes, type CompareInput, type OutcomeComparison } from '../../src/compare/compare.ts';
import { writeMeasured } from '../../src/compare/sentences.ts';
import { plainText } from '../../src/render/plain-text.ts';
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
    expect((high - low) / 2 / 1.6475).toBeCloseTo(0.01384, 4);
    expect(result.intervals!.thesePrompts).toBeUndefined();
  });

  test('the other way round it does not fail', () => {
    const { base, head } = published();
    expect(compare(head, base).verdict).toBe('pass');
  });

  test('a stored base can only screen: it names the fresh draws that would decide', () => {
    const { base, head } = published();
    const open = compare(base, head, { stored: true });
    expect(open).toMatchObject({ verdict: 'inconclusive', needed: { arms: 'both', draws: 2, answers: 4 * 587 } });
    // However small its p, an open verdict claims nothing.
    expect(open.p!.promptsLikeThem).toBeLessThan(0.01);
    expect(open).not.toHaveProperty('claim');
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

  const second = same.map(([scenario, bad]) => [scenario, bad, { replicate: '2' }] as const);

  test('unequal draws that both sides share were never asked: compared and said', () => {
    const both = rows([...same, ...second.slice(0, 50)]);
    const result = compare(both, both);
    expect(result).toMatchObject({ verdict: 'pass', change: 0, scenarios: 100 });
    expect(result.notes).toEqual([
      { code: 'unequal-draws', args: { arm: 'base', least: 1, most: 2 }, severity: 'notice' },
      { code: 'unequal-draws', args: { arm: 'head', least: 1, most: 2 }, severity: 'notice' },
    ]);
  });

  test('a side with fewer draws throughout was asked fewer', () => {
    expect(compare(rows([...same, ...second]), rows(same))).toMatchObject({ verdict: 'pass', notes: [] });
  });

  test("a head without its failing draws does not pass: the base's draws say what was asked", () => {
    const base = rows([...same, ...second]);
    const failing = ([, bad]: readonly [string, boolean, unknown?]): boolean => bad;
    const head = rows([...same, ...second].filter((row) => !failing(row) || row[2] === undefined));
    expect(compare(base, head)).toMatchObject({ verdict: 'inconclusive', reasons: [{ code: 'missing-outcomes' }] });
    // Where the base has one draw only, the head's own draws say it.
    expect(compare(rows(same), head)).toMatchObject({
      verdict: 'inconclusive',
      reasons: [{ code: 'missing-outcomes' }],
    });
  });

  test('names of draws that are ids of their own are counted, not matched', () => {
    const named = (arm: string, list: readonly (readonly [string, boolean])[]): OutcomeRows =>
      rows(
        list.flatMap(([scenario, bad], index) =>
          [0, 1].map((draw) => [scenario, bad, { replicate: `${arm}-${index}-${draw}` }] as const),
        ),
      );
    expect(compare(named('a', same), named('b', same))).toMatchObject({ verdict: 'pass', change: 0, notes: [] });
    const thinned = named('b', same);
    const head = { ...thinned, rows: thinned.rows.filter((_, index) => index % 8 !== 0) };
    expect(compare(named('a', same), head)).toMatchObject({
      verdict: 'inconclusive',
      reasons: [{ code: 'missing-outcomes' }],
    });
  });

  test('a model that one side lacks is no pass, unless the others are chosen; a failure still holds', () => {
    const of = (model: string, list: readonly (readonly [string, boolean])[] = same): OutcomeRows['rows'] =>
      rows(list.map(([scenario, bad]) => [scenario, bad, { model }] as const)).rows;
    const two = { rows: [...of('x'), ...of('y')], missing: [] };
    const one = { rows: of('x'), missing: [] };
    for (const [base, head] of [
      [two, one],
      [one, two],
    ] as const) {
      expect(compare(base, head)).toMatchObject({ verdict: 'inconclusive', reasons: [{ code: 'models-missing' }] });
      expect(compare(base, head, { subjects: ['x'] })).toMatchObject({ verdict: 'pass', models: ['x'] });
    }
    const worse = {
      rows: of(
        'x',
        same.map(([scenario]) => [scenario, true]),
      ),
      missing: [],
    };
    expect(compare(two, worse).verdict).toBe('fail');
    expect(compare(two, two, { subjects: ['x=y'] })).toMatchObject({ verdict: 'pass', models: ['x -> y'] });
    expect(() => compare(two, two, { subjects: ['z'] })).toThrow(/--subject z: base has x, y/);
  });

  test('a model that is silent by a tenth blocks, however many others speak', () => {
    const models = Array.from({ length: 12 }, (_, index) => `m${index}`);
    const all = rows(models.flatMap((model) => same.map(([scenario, bad]) => [scenario, bad, { model }] as const)));
    const head = { ...all, rows: all.rows.filter(({ model, scenario }) => model !== 'm3' || !/[05]$/.test(scenario)) };
    expect(compare(all, head)).toMatchObject({
      verdict: 'inconclusive',
      reasons: [{ code: 'model-silent', args: { arm: 'head', model: 'm3', missing: 20, expected: 100 } }],
    });
    // The other way round the same rows are missing from the base: no failure either.
    expect(compare(head, all).verdict).toBe('inconclusive');
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
    const some = rows(same);
    const head = {
      rows: some.rows.slice(6),
      missing: some.rows
        .slice(0, 6)
        .map(({ scenario, model, replicate }) => ({ scenario, model, replicate, reason: 'error' })),
    };
    expect(compare(some, head)).toMatchObject({
      verdict: 'inconclusive',
      reasons: [{ code: 'missing-scenarios' }, { code: 'missing-outcomes' }],
    });
    // Fewer than that are imputed: the head's as failures, the base's as successes.
    const few = { rows: some.rows.slice(4), missing: head.missing.slice(0, 4) };
    expect(compare(some, few, { margin: 0.03 }).verdict).toBe('inconclusive');
    expect(compare(some, few, { margin: 0.15 }).verdict).toBe('pass');
  });

  test('prompts that come in groups are no independent evidence about prompts like them', () => {
    const list = (rise: (group: number) => boolean, bad: (index: number) => boolean): OutcomeRows =>
      rows(
        Array.from({ length: 160 }, (_, index) => [
          `p${index}`,
          rise(Math.floor(index / 8)) || bad(index),
          { group: `g${Math.floor(index / 8)}` },
        ]),
      );
    const base = list(
      () => false,
      (index) => index % 8 === 0,
    );
    const head = list(
      (group) => group % 5 === 0,
      (index) => index % 8 === 0,
    );
    const result = compare(base, head);
    expect(result.clusters).toBe(20);
    const alone = compare(without(base), without(head));
    expect(alone.clusters).toBeUndefined();
    // Four of twenty groups turned as a whole: the clustered p is that of twenty values, not of 160.
    expect(result.p!.promptsLikeThem).toBeGreaterThan(10 * alone.p!.promptsLikeThem);
    expect(width(result)).toBeGreaterThan(2 * width(alone));
    const few = { rows: base.rows.slice(0, 32), missing: [] };
    const text = (one: OutcomeComparison): string => writeMeasured(one, { inLooks: false }).map(plainText).join('\n');
    const [passed, wide] = [compare(few, few), compare(base, base)];
    expect([passed.verdict, passed.fewGroups, wide.verdict, wide.fewGroups]).toEqual(['pass', 4, 'pass', undefined]);
    expect(text(passed)).toContain(
      'of 4 groups, too few to be counted as groups: what only one group in four would show is in none of 4 with a chance of 32 %',
    );
    expect(text(wide)).not.toContain('too few');
  });

  test('scores that come with the rows are compared, and how far models pull apart', () => {
    const scored = (shift: number): OutcomeRows =>
      rows(
        Array.from({ length: 40 }, (_, index) => index).flatMap((index) =>
          ['x', 'y'].map(
            (model) =>
              [`p${index}`, false, { model, score1: (index % 3) + (model === 'y' ? shift : 0), score2: 2 }] as const,
          ),
        ),
      );
    const { scores, verdict } = compare(scored(1), scored(3));
    expect(verdict).toBe('pass');
    expect(
      scores.map(({ name, base, head, change }) =>
        [name, base, head, change].map((item) => (typeof item === 'number' ? Math.round(item * 1e6) / 1e6 : item)),
      ),
    ).toEqual([
      ['score1', 1.475, 2.475, 1],
      ['score2', 2, 2, 0],
      ['disagreement', 0.5, 1.5, 1],
    ]);
    expect(scores[1]!.p).toBe(1);
    expect(compare(rows(same), rows(same)).scores).toEqual([]);
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

function without({ rows: list, missing }: OutcomeRows): OutcomeRows {
  return {
    rows: list.map(({ scenario, model, replicate, problematic }) => ({ scenario, model, replicate, problematic })),
    missing,
  };
}

function width({ intervals }: ReturnType<typeof compare>): number {
  const [low, high] = intervals!.promptsLikeThem!;
  return high - low;
}
