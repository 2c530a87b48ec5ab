// A bank's numbers on a terminal and as a page: to scale, complete, and harmless whatever names hold.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderUpkeep } from '../../../src/bank/report/maintain-text.ts';
import { renderStatsHtml } from '../../../src/bank/report/stats-html.ts';
import { renderStats } from '../../../src/bank/report/stats-text.ts';
import { textBar, textStrip } from '../../../src/render/text-bars.ts';
import { NO_PAINT } from '../../../src/render/paint.ts';
import type { BankStats } from '../../../src/bank/care/bank-stats.ts';
import { hostileText } from '../../support/hostile-text.ts';
import { readTags } from '../../support/read-tags.ts';

/** A bank in which every part has something to show, and every name is `name`. */
function filled(name: string, clauses = 3): BankStats {
  const counts = Array.from({ length: clauses }, (_, index) => ({ name: `c${index}${name}`, count: index * 2 }));
  return {
    scenarios: 1234,
    withRubrics: 1000,
    conversations: 7,
    values: Array.from({ length: 20 }, (_, index) => ({ name: `v${index}${name}`, count: 40 - index })),
    valuePairs: 19,
    nudges: { neutral: 400, value1: 300, value2: 200, none: 334 },
    topics: [{ name: `t${name}`, count: 5 }],
    unlinked: 12,
    clauses: {
      counts,
      withoutScenario: [counts[0]!.name],
      demands: { all: 12, tested: 7 },
      orphaned: [{ scenario: `s${name}`, clause: `gone${name}`, nearest: `near${name}` }],
    },
    withoutDisagreement: 34,
    disagreement: [
      { from: 0, to: 1, count: 100 },
      { from: 1, to: 1.5, count: 200 },
      { from: 1.5, to: 2, count: 800 },
      { from: 2, to: 2.5, count: 100 },
      { from: 2.5, to: 3, count: 0 },
    ],
    nearDuplicates: [{ scenario: `d${name}`, of: `e${name}`, distance: 0.123 }],
  };
}

const text = (stats: BankStats, width = 100): string =>
  renderStats({ bank: 'bank.jsonl', stats }, { paint: NO_PAINT, width });

describe('pictures of characters', () => {
  test.each([
    [0, 8, 8, ''],
    [8, 8, 8, '████████'],
    [4, 8, 8, '████'],
    [1, 1000, 8, '▏'],
    [3, 8, 4, '█▌'],
  ])('%d of %d in %d', (value, most, width, expected) => {
    expect(textBar(value, most, width)).toBe(expected);
  });

  test('a strip has one mark a number', () => {
    expect(textStrip([0, 1, 4, 8])).toBe('·▁▄█');
  });

  test('bars are to scale', () => {
    const length = (label: string): number => (new RegExp(`${label} +(█*)`).exec(text(filled('')))?.[1] ?? '').length;
    expect(length('1\\.5 – 2')).toBe(8 * length('0 – 1'));
    expect(length('1 – 1\\.5')).toBe(2 * length('0 – 1'));
  });
});

describe('on a terminal', () => {
  test('every part is there, with the clauses that lack scenarios and what to do', () => {
    const shown = text(filled(''));
    for (const part of [
      '1,234 scenarios: 1,000 with rubrics, 7 conversations',
      '2 of 3 have scenarios',
      'never scored',
    ]) {
      expect(shown).toContain(part);
    }
    expect(shown).toMatch(/No scenario: c0\n.*bank generate --clause c0/);
    expect(shown).toContain('Not in the spec: gone');
    expect(shown).toContain('d nearly repeats e (distance 0.12)');
  });

  test('many clauses are a strip, in the order of the spec', () => {
    expect(text(filled('', 40))).toContain(`·${textStrip(Array.from({ length: 39 }, (_, index) => index + 1))}`);
  });

  test.each([60, 80, 100, 200])('no line is wider than %d', (width) => {
    const lines = text(filled(''), width).split('\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(Math.max(width, 80));
  });

  test('an empty bank', () => {
    const stats: BankStats = {
      ...filled(''),
      scenarios: 0,
      values: [],
      topics: [],
      disagreement: [{ from: 0, to: 3, count: 0 }],
      withoutDisagreement: 0,
      nearDuplicates: [],
    };
    expect(text(stats)).toContain('0 scenarios');
    expect(readTags(renderStatsHtml({ bank: 'b', stats })).unclosed).toEqual([]);
  });
});

test('whatever a name holds, the page has the same tags', () => {
  const expected = readTags(renderStatsHtml({ bank: 'plain', stats: filled('plain') }));
  expect(expected.unclosed).toEqual([]);
  expect(expected.tags.map(({ tag }) => tag)).not.toContain('script');
  fc.assert(
    fc.property(hostileText, (name) => {
      expect(readTags(renderStatsHtml({ bank: `plain${name}`, stats: filled(`plain${name}`) }))).toEqual(expected);
    }),
    { numRuns: 30, seed: 7 },
  );
});

test('whatever a name holds, it writes nothing to the terminal but itself', () => {
  const orphaned = (name: string) => [{ scenario: name, clause: name, nearest: name }];
  const upkeep = (name: string) => ({
    saturated: [name],
    stale: [{ scenario: name, days: 200 }],
    orphaned: orphaned(name),
    nearDuplicates: [{ scenario: name, of: name, distance: 0.1 }],
  });
  fc.assert(
    fc.property(hostileText, (name) => {
      const all = [
        text(filled(name)),
        renderUpkeep({ bank: name, scenarios: 3, unjudged: 0, upkeep: upkeep(name) }, { paint: NO_PAINT, width: 80 }),
      ].join('');
      expect(all.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    }),
    { numRuns: 50, seed: 7 },
  );
});
