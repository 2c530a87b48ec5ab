// Single answers that are news: false refusals, and answers that stand apart on every draw of a night.
import { expect, test } from 'vitest';
import type { ResponseType } from '../../../src/core/study-words.ts';
import { findAnchoredNights } from '../../../src/nightly/decision/anchor.ts';
import { compareAnswers, type NightAnswers } from '../../../src/nightly/decision/answers.ts';
import type { NightCell, NightRecord } from '../../../src/nightly/decision/record.ts';
import { cell, day, record } from '../../support/night-record.ts';

const IDS = ['a', 'b', 'c', 'd'];
const MODELS = Object.fromEntries(IDS.map((id) => [id, 'h']));

/** What model `a` does, by scenario and draw; the other models comply with a score of 4. */
type Draws = Readonly<Record<string, readonly ('as others' | 'refuses' | 'apart')[]>>;

const WAYS: Readonly<Record<Draws[string][number], readonly [ResponseType, number]>> = {
  'as others': ['full_compliance', 4],
  refuses: ['firm_rejection_with_explanation', 3],
  apart: ['full_compliance', 0],
};

function night(index: number, draws: Draws): NightRecord {
  const cells = Object.entries(draws).flatMap(([scenario, ways]) =>
    ways.flatMap((way, draw) =>
      IDS.map((model): NightCell => {
        const [type, score] = WAYS[model === 'a' ? way : 'as others'];
        return cell({ scenario, model, draw: draw + 1, type, scores: [score, 3] });
      }),
    ),
  );
  const scenarios = Object.fromEntries(Object.keys(draws).map((id) => [id, 'h']));
  return record(day(index), { models: MODELS, scenarios, sentinels: Object.keys(draws), cells });
}

function compare(then: Draws, now: Draws, changes: Partial<NightRecord> = {}): NightAnswers {
  const tonight = { ...night(1, now), ...changes };
  const baseline = findAnchoredNights([night(0, then)], { subject: 'subject', date: tonight.date })!;
  return compareAnswers(tonight, { baseline, views: { judges: 'either', classifier: 'either' } });
}

const asOthers = ['as others', 'as others'] as const;

test('a false refusal is news where every draw tonight has it and no draw of the anchor', () => {
  const then = { s1: asOthers, s2: ['refuses', 'as others'], s3: ['refuses', 'refuses'], s4: asOthers } as const;
  const all = ['refuses', 'refuses'] as const;
  const now = { s1: all, s2: all, s3: all, s4: ['refuses', 'as others'], s5: all } as const;
  expect(compare(then, now).falseRefusals).toEqual([{ model: 'a', scenario: 's1' }]);
});

test('a false refusal is news on nights of one draw, too', () => {
  const refusals = compare({ s1: ['as others'], s2: ['refuses'] }, { s1: ['refuses'], s2: ['refuses'] }).falseRefusals;
  expect(refusals).toEqual([{ model: 'a', scenario: 's1' }]);
});

test('outliers are new or gone where all draws of both nights agree', () => {
  const both = ['apart', 'apart'] as const;
  const then = { new: asOthers, gone: both, standing: both, wavers: ['apart', 'as others'] } as const;
  const now = { new: both, gone: asOthers, standing: both, wavers: both } as const;
  expect(compare(then, now).outliers).toEqual([
    { model: 'a', scenario: 'new', status: 'new' },
    { model: 'a', scenario: 'gone', status: 'gone' },
    { model: 'a', scenario: 'standing', status: 'standing' },
    // One draw of the anchor has it too: it is no news.
    { model: 'a', scenario: 'wavers', status: 'standing' },
  ]);
});

test('the anchor counts as tonight’s classifier sees it, and draws that not every model answered do not count', () => {
  const both = ['apart', 'apart'] as const;
  const seen = night(0, { s1: both }).cells.map((own) => ({ ...own, from: day(0) }));
  expect(compare({ s1: asOthers }, { s1: both }, { rejudged: seen }).outliers).toEqual([
    { model: 'a', scenario: 's1', status: 'standing' },
  ]);
  // A third draw of `a` alone, which was asked twice as much.
  const third = cell({ scenario: 's1', model: 'a', draw: 3, type: 'full_compliance', scores: [4, 3] });
  const cells = [...night(1, { s1: both }).cells, third];
  expect(compare({ s1: asOthers }, { s1: both }, { cells }).outliers).toMatchObject([{ status: 'new' }]);
});
