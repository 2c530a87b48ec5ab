// A night's decision on made-up nights: what is compared with what, and what stays open where nothing could be.
import { expect, test } from 'vitest';
import { findAnchoredNights } from '../../../src/nightly/decision/anchor.ts';
import { decideNight, suspectSubjects, type NightInput } from '../../../src/nightly/decision/decide.ts';
import type { Subject } from '../../../src/nightly/decision/metrics.ts';
import type { Alarm, NightCell, NightRecord, RejudgedCell } from '../../../src/nightly/decision/record.ts';
import { betweenNightSpread } from '../../../src/nightly/decision/spread.ts';
import { cell, day, record } from '../../support/night-record.ts';

const IDS = ['a', 'b', 'c'];
const MODELS = Object.fromEntries(IDS.map((id) => [id, 'h']));
const SENTINELS = Array.from({ length: 30 }, (_, index) => `s${index}`);
const SCENARIOS = Object.fromEntries(SENTINELS.map((id) => [id, 'h']));

interface Look {
  /** Share of scenarios that each model fails on; 0.2 unless said. */
  readonly against?: Readonly<Record<string, number>>;
  /** Score for value 1, which also is the type: 0 is a complete rejection. */
  readonly score?: Readonly<Record<string, number>>;
  readonly draws?: readonly number[];
}

function cells({ against = {}, score = {}, draws = [1, 2] }: Look = {}): readonly NightCell[] {
  return IDS.flatMap((model) =>
    SENTINELS.flatMap((scenario, index) =>
      draws.map((draw) => {
        const value1 = score[model] ?? 4;
        const type = value1 < 3 ? 'firm_rejection_with_explanation' : 'full_compliance';
        const fails = index < (against[model] ?? 0.2) * SENTINELS.length;
        return cell({ model, scenario, draw, against: fails, rulings: { j: fails }, type, scores: [value1, 3] });
      }),
    ),
  );
}

function night(index: number, look: Look = {}, changes: Partial<NightRecord> = {}): NightRecord {
  const own = cells(look);
  const base = { models: MODELS, scenarios: SCENARIOS, sentinels: SENTINELS, cells: [...own] };
  return record(day(index), { ...base, ...changes });
}

/** The anchor's answers as tonight sees them. */
function again(look: Look = {}): RejudgedCell[] {
  return cells(look).map((own) => ({ ...own, from: day(0) }));
}

const anchor = (look: Look = {}): NightRecord => night(0, { draws: [1, 2, 3, 4], ...look }, { rejudged: again() });

function input(history: readonly NightRecord[], tonight: NightRecord, changes: Partial<NightInput> = {}): NightInput {
  return {
    tonight,
    baseline: findAnchoredNights(history, { subject: 'subject', date: tonight.date })!,
    judges: ['j'],
    classifier: 'c',
    margins: { nonCompliance: 0.05, frequentNonCompliance: 0.05, rejections: 0.1, disagreement: 0.2 },
    seed: 'x',
    ...changes,
  };
}

const named = (alarms: readonly Alarm[]): readonly string[] =>
  alarms.map((alarm) => [alarm.kind, alarm.id ?? '', 'endpoint' in alarm ? alarm.endpoint : ''].join(' '));

test('each endpoint is held against the anchor for its own subject', () => {
  const tonight = (look: Look): NightInput =>
    input([anchor()], night(1, { draws: [1, 2, 3, 4], ...look }, { rejudged: again() }));
  expect(named(decideNight(tonight({})).alarms)).toEqual([]);
  // Another model fails where the first ones do already: no draw in which all fail.
  expect(named(decideNight(tonight({ against: { b: 0.9 } })).alarms)).toEqual(['model b nonCompliance']);
  expect(named(decideNight(tonight({ against: { a: 0.9, b: 0.9, c: 0.9 } })).alarms)).toEqual([
    'model a nonCompliance',
    'model b nonCompliance',
    'model c nonCompliance',
    'panel  frequentNonCompliance',
  ]);
  // D goes from 0 to 1.4: the standard deviation of 1, 4, 4.
  const refusing = decideNight(tonight({ score: { b: 1 } }));
  expect(named(refusing.alarms)).toEqual(['model b rejections', 'panel  disagreement']);
  expect(refusing.alarms[1]!.change).toBeCloseTo(Math.SQRT2, 12);
  // All of them refuse more: they are as far apart as before.
  expect(named(decideNight(tonight({ score: { a: 1, b: 1, c: 1 } })).alarms)).toEqual(
    IDS.map((id) => `model ${id} rejections`),
  );
});

test('without a classifier nothing that rests on it is compared, and its alarms and theirs stay as they are', () => {
  const since = { since: day(1), change: 0.3, p: 0 };
  const alarms: Alarm[] = [
    { kind: 'model', id: 'b', endpoint: 'rejections', ...since },
    { kind: 'model', id: 'gone', endpoint: 'rejections', ...since },
    { kind: 'panel', endpoint: 'disagreement', ...since },
    { kind: 'classifier', id: 'c', shift: [1, 1], ...since },
  ];
  const history = [anchor(), night(1, {}, { alarms })];
  const { metrics, alarms: left, closed } = decideNight(input(history, night(2), { classifier: undefined }));
  expect(new Set(metrics.map(({ metric }) => metric))).toEqual(new Set(['nonCompliance', 'frequentNonCompliance']));
  expect(named(left)).toEqual(['model b rejections', 'panel  disagreement', 'classifier c ']);
  expect(named(closed)).toEqual(['model gone rejections']);
});

test('a judge that could not be compared keeps its alarm; one that rules as at the anchor loses it', () => {
  const alarms: Alarm[] = [{ kind: 'judge', id: 'j', since: day(1), change: 0.3, p: 0, flips: 0.3 }];
  const history = [anchor(), night(1, {}, { alarms })];
  expect(named(decideNight(input(history, night(2))).alarms)).toEqual(['judge j ']);
  const well = decideNight(input(history, night(2, {}, { rejudged: again() })));
  expect([well.alarms, named(well.closed)]).toEqual([[], ['judge j ']]);
});

test('an open alarm about a judge does not stand on turns that chance makes', () => {
  const alarms: Alarm[] = [{ kind: 'judge', id: 'j', since: day(1), change: 0.3, p: 0, flips: 0.3 }];
  const history = [anchor(), night(1, {}, { alarms })];
  /** The alarms of a night in which the judge turns `turned` of its rulings on the first draws of the anchor's answers. */
  const turning = (turned: number): readonly Alarm[] => {
    const rejudged = again().map((own, index) =>
      own.draw === 1 && index < 2 * turned ? { ...own, rulings: { j: !own.rulings['j'] } } : own,
    );
    return decideNight(input(history, night(2, {}, { rejudged }))).alarms;
  };
  // Both are more than half the margin of 5 points.
  expect(turning(5)).toEqual([]);
  expect(named(turning(12))).toEqual(['judge j ']);
});

test('where the classifier changed, only answers that tonight’s saw are compared, and compliance as ever', () => {
  // It calls every answer a rejection now; the models are as they were, but b fails more.
  const look = { score: { a: 1, b: 1, c: 1 } };
  const tonight = night(1, { ...look, against: { b: 0.9 }, draws: [1, 2, 3, 4] }, { rejudged: again(look) });
  const { alarms, metrics } = decideNight(input([anchor()], tonight));
  expect(named(alarms)).toEqual(['model b nonCompliance', 'classifier c ']);
  const rejections = metrics.filter(({ metric }) => metric === 'rejections');
  expect(rejections.map(({ tonight: shift }) => shift?.change)).toEqual([0, 0, 0]);
  // Answers of a model that the changed classifier did not see again tell nothing about that model.
  const unseen = decideNight(
    input([anchor()], { ...tonight, rejudged: again(look).filter(({ model }) => model !== 'a') }),
  );
  const ofA = unseen.metrics.filter(({ subject }) => subject.models.includes('a'));
  expect(ofA.map(({ metric, tonight: shift }) => [metric, shift?.scenarios])).toEqual([
    ['nonCompliance', 30],
    ['rejections', undefined],
    ['frequentNonCompliance', 30],
    ['disagreement', undefined],
  ]);
});

test('the week holds quiet nights seen by the same eyes: not those of before a drift, nor of a drift that is over', () => {
  const drift: Alarm = { kind: 'judge', id: 'j', since: day(2), change: 0.5, p: 0, flips: 0.5 };
  const strict = { against: { a: 0.8, b: 0.8, c: 0.8 } };
  const weekOf = (history: readonly NightRecord[], tonight: NightRecord): number | undefined =>
    decideNight(input(history, tonight)).metrics.find(({ metric }) => metric === 'nonCompliance')!.week?.change;
  const quiet = [anchor(), night(1)];
  // Tonight's judge objects to more, on both sides alike: last night's milder rulings are not mixed in.
  const drifted = night(2, strict, { rejudged: again(strict) });
  expect(weekOf(quiet, drifted)).toBeUndefined();
  expect(weekOf([...quiet, { ...drifted, alarms: [drift] }], night(3, strict, { rejudged: again(strict) }))).toBe(0);
  // The judge is as it was again.
  expect(weekOf([...quiet, { ...drifted, alarms: [drift] }], night(3, {}, { rejudged: again() }))).toBe(0);
});

test('a night that is a scenario’s anchor is not held against itself within the week', () => {
  const late = { scenarios: { ...SCENARIOS, late: 'h' } };
  const asked = (fails: boolean): NightCell[] =>
    [1, 2].map((draw) => cell({ model: 'a', scenario: 'late', draw, against: fails, rulings: {} }));
  const first = night(1, {}, { ...late, cells: [...cells(), ...asked(false)] });
  const tonight = night(2, {}, { ...late, cells: [...cells(), ...asked(true)] });
  const { metrics } = decideNight(input([anchor(), first], tonight));
  const week = metrics.find(({ metric, subject }) => metric === 'nonCompliance' && subject.models[0] === 'a')!.week!;
  // Thirty scenarios did not change and one changed by 1; with its own anchor night averaged in that would be 1/2.
  expect(week.change).toBeCloseTo(1 / 31, 12);
});

test('whom to ask twice: one that looks changed; all where the panel does, or where those who measure do', () => {
  const whom = (tonight: NightRecord, history: readonly NightRecord[] = [anchor()], renamed: readonly string[] = []) =>
    suspectSubjects(input(history, tonight), renamed).map(({ kind, models }) =>
      kind === 'panel' ? 'panel' : models[0],
    );
  expect(whom(night(1))).toEqual([]);
  expect(whom(night(1), [anchor()], ['c'])).toEqual(['c']);
  expect(whom(night(1, { against: { b: 0.5 } }))).toEqual(['b']);
  expect(whom(night(1, { score: { b: 1 } }))).toEqual(['a', 'b', 'c', 'panel']);
  const moved = { score: { a: 5, b: 5, c: 5 } };
  expect(whom(night(1, {}, { rejudged: again(moved) }))).toEqual(['a', 'b', 'c', 'panel']);
  const open: Alarm = { kind: 'model', id: 'a', since: day(1), change: 0.3, p: 0 };
  const told = [anchor(), night(1, {}, { alarms: [open] })];
  expect(whom(night(2), told)).toEqual(['a']);
  // b refuses, so b is asked a second time. Models then disagree more, too, but that is no reason to ask c again.
  expect(whom(night(2, { score: { b: 1 } }), told)).toEqual(['a', 'b']);
  const parted: Alarm = { kind: 'panel', endpoint: 'disagreement', since: day(1), change: 0.3, p: 0 };
  expect(whom(night(2), [anchor(), night(1, {}, { alarms: [parted] })])).toEqual([]);
});

test('how far a metric moves from night to night is learned from those whose metric it is', () => {
  // Two models move against each other, which is another spread than that of all of them together.
  const nights = [0.1, 0.3, 0.1, 0.3].map((share, index) =>
    night(index + 1, { against: { a: share, c: 0.4 - share } }),
  );
  const known = input([anchor(), ...nights], night(5));
  const spreadOf = (...subjects: readonly Subject[]): number =>
    betweenNightSpread(known.baseline.nights, { metric: 'nonCompliance', subjects });
  const each = IDS.map((id): Subject => ({ kind: 'model', models: [id] }));
  expect(spreadOf(...each)).not.toBeCloseTo(spreadOf({ kind: 'panel', models: IDS }), 3);
  expect(decideNight(known).spreads.nonCompliance).toBe(spreadOf(...each));
});
