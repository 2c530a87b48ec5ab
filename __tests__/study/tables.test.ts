// The tables on rows small enough to count by hand, on rows that hold nothing, and on the same rows shuffled.
import { RESPONSE_TYPES, type ResponseType } from '../../src/core/study-words.ts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyzeStudy } from '../../src/study/analyze-study.ts';
import { tabulateBins } from '../../src/study/bins.ts';
import { tabulateJudges } from '../../src/study/judges.ts';
import { tabulateOutcomes } from '../../src/study/outcomes.ts';
import { tabulateOutliers } from '../../src/study/outlier-table.ts';
import { listFalseRefusals, tabulateResponseTypes } from '../../src/analysis/evidence/response-types.ts';
import type { ScenarioShare } from '../../src/analysis/evidence/scenario-share.ts';
import { testArmShifts, testModelShifts } from '../../src/study/shift.ts';
import { groupByScenario, type StudyRow } from '../../src/analysis/evidence/study-data.ts';
import { tabulatePriorities } from '../../src/study/value-priorities.ts';
import { createRandom, shuffle } from '../../src/core/random.ts';
import { response, row, ruledBy, study, times } from '../support/study-rows.ts';

const PASS = ruledBy('ccc');
const FAIL = ruledBy('nnc');

describe('outcomes', () => {
  const rows = [
    row('a', {
      disagreements: { all: 2, acme: 0 },
      responses: [
        response('acme/1', { rulings: PASS }),
        response('acme/2', { rulings: PASS }),
        response('bolt/1', { rulings: FAIL }),
      ],
    }),
    row('b', {
      disagreements: { all: 1, acme: 1.5 },
      responses: [
        response('acme/1', { rulings: FAIL }),
        response('acme/2', { rulings: FAIL }),
        response('bolt/1', { rulings: FAIL }),
      ],
    }),
    row('c', {
      disagreements: { all: 3 },
      responses: [
        response('acme/1', { rulings: ruledBy('n') }),
        response('acme/2', { rulings: PASS }),
        response('bolt/1', { rulings: PASS }),
      ],
    }),
  ];

  test('count complete rows by panel and subset', () => {
    const table = tabulateOutcomes(groupByScenario(rows)).map(
      ({ panel, subset, scenarios, incomplete, allPass, allFail }) => [
        panel,
        subset,
        scenarios,
        incomplete,
        allPass.status === 'defined' ? allPass.value : undefined,
        allFail.status === 'defined' ? allFail.value : undefined,
      ],
    );
    expect(table).toEqual([
      ['all', 'all scenarios', 2, 1, 0, 0.5],
      ['all', 'high disagreement (all)', 1, 1, 0, 0],
      ['acme', 'all scenarios', 2, 1, 0.5, 0.5],
      ['acme', 'high disagreement (all)', 1, 1, 1, 0],
      ['acme', 'high disagreement (acme)', 1, 0, 0, 1],
    ]);
  });
});

test("where one provider's models are ruled on and others only scored, the study's three columns and D of the five", () => {
  const rows = groupByScenario(
    times(2, (id, index) =>
      row(id, {
        disagreements: { all: index === 0 ? 2.6 : 0.2, acme: index === 0 ? 0.2 : 2.6 },
        responses: [
          response('acme/1', { rulings: FAIL, scores: [0, 0] }),
          response('acme/2', { rulings: index === 0 ? PASS : FAIL, scores: [1, 1] }),
          response('bolt/1', { scores: [6, 6] }),
        ],
      }),
    ),
  );
  const valueOf = (share: ScenarioShare): number | undefined => (share.status === 'defined' ? share.value : undefined);
  const acme = tabulateOutcomes(rows).filter(({ panel }) => panel === 'acme');
  expect(acme.map(({ subset, scenarios, allFail }) => [subset, scenarios, valueOf(allFail)])).toEqual([
    ['all scenarios', 2, 0.5],
    ['high disagreement (all)', 1, 0],
    ['high disagreement (acme)', 1, 1],
  ]);
  const bins = tabulateBins(rows).find(({ panel }) => panel === 'acme')!.bins;
  expect(bins.map(({ majority }) => valueOf(majority.share))).toEqual([0, undefined, undefined, undefined, 1]);
});

describe('disagreement bins', () => {
  const at = (d: number, letters: string, fullPanel = true): StudyRow =>
    row(`d${d}${letters}${fullPanel}`, {
      disagreements: { all: d },
      responses: [
        response('m/1', { rulings: ruledBy(letters), fullPanel }),
        response('m/2', { rulings: ruledBy(letters), fullPanel }),
      ],
    });

  test.each([
    [0, 0],
    [0.999, 0],
    [1, 1],
    [1.5, 2],
    [2.5, 4],
    [3, 4],
  ])('D %d lies in bin %i', (d, bin) => {
    const [table] = tabulateBins(groupByScenario([at(d, 'nnn')]));
    expect(table!.bins.map(({ scenarios }) => scenarios)).toEqual(
      [0, 1, 2, 3, 4].map((index) => Number(index === bin)),
    );
  });

  test('any judge is read on full panels only; the lowest filled bin is what others are held against', () => {
    const [table] = tabulateBins(
      groupByScenario([at(1.2, 'ncc'), at(1.2, 'nnn'), at(2.2, 'nn', false), at(2.2, 'acc')]),
    );
    const [, low, , high] = table!.bins;
    expect(low).toMatchObject({
      majority: { share: { value: 0.5 }, fold: { value: 1 } },
      anyJudge: { share: { value: 1 } },
    });
    expect(high).toMatchObject({
      majority: { share: { value: 0.5 } },
      anyJudge: { share: { value: 1, scenarios: 1 } },
    });
  });
});

describe('judges', () => {
  test('a last judge who was asked only to break ties is not counted where it was not asked', () => {
    const table = tabulateJudges(
      groupByScenario([
        row('a', {
          responses: [
            response('m', { rulings: ruledBy('cca') }),
            response('n', { rulings: ruledBy('nn'), fullPanel: false }),
          ],
        }),
        row('b', { responses: [response('m', { rulings: ruledBy('nnc') })] }),
      ]),
    );
    expect(table.responses).toBe(2);
    expect(table.judges.map(({ judge, flagged }) => [judge, flagged.status === 'defined' && flagged.value])).toEqual([
      ['j1', 0.5],
      ['j2', 0.5],
      ['j3', 0.5],
    ]);
    expect(table.pairs.map(({ agreement }) => agreement.status === 'defined' && agreement.value)).toEqual([1, 0, 0]);
    expect(table.judges[2]!.rulings).toEqual({ compliant: 1, 'non-compliant': 0, ambiguous: 1 });
  });
});

const [FULL, , , , SOFT, FIRM, COMPLETE] = RESPONSE_TYPES;

describe('outliers', () => {
  // Twelve models: the published rule asks for 9 of the 11 others.
  const panel = (own: number, near: number, draw = ''): StudyRow =>
    row('s', {
      draw,
      value1: 'candour',
      value2: 'kindness',
      responses: Array.from({ length: 12 }, (_, index) =>
        response(`m${String(index).padStart(2, '0')}`, {
          scores: [index === 0 ? own : index <= near ? own : own + 4, 3],
          type: index === 0 ? COMPLETE : FULL,
          rulings: PASS,
          text: `text ${index}`,
        }),
      ),
    });

  test.each([
    [2, ['m00']],
    [3, []],
  ])('with %i of the 11 others near it', (near, models) => {
    const { outliers } = tabulateOutliers({ rows: groupByScenario([panel(1, near)]) });
    expect(outliers.filter(({ model }) => model === 'm00').map(({ model }) => model)).toEqual(models);
  });

  test('stands beside what is typical, and leans where most others help in order', () => {
    const { models, outliers } = tabulateOutliers({ rows: groupByScenario([panel(1, 0)]) });
    expect(models[0]).toMatchObject({ model: 'm00', outliers: 1, overConservative: 1, overPermissive: 0 });
    expect(outliers).toEqual([
      {
        scenario: 's',
        model: 'm00',
        basis: 'scores',
        value: 'candour',
        score: 1,
        others: Array.from({ length: 11 }, () => 5),
        seen: 1,
        draws: 1,
        lean: 'over-conservative',
        responseType: 'complete_rejection',
        typicalType: 'full_compliance',
        text: 'text 0',
        typicalText: 'text 6',
      },
    ]);
  });

  test('one that a second draw does not show is not listed, but counts in the share of responses', () => {
    const { models, outliers } = tabulateOutliers({
      rows: groupByScenario([panel(1, 0, 'screen 1'), panel(1, 11, 'screen 2')]),
    });
    expect(outliers).toEqual([]);
    expect(models.find(({ model }) => model === 'm00')).toMatchObject({
      outliers: 0,
      share: { value: 0.5, scenarios: 1 },
    });
  });
});

describe('refusals', () => {
  const rows = times(6, (id, index) =>
    row(id, {
      topics: index < 2 ? ['politics'] : ['politics', 'cyber security'],
      responses: [
        response('m/a', { rulings: PASS, type: FULL }),
        response('m/b', { rulings: PASS, type: index === 0 ? SOFT : FULL }),
        response('m/c', { rulings: PASS, type: index < 4 ? FIRM : FULL }),
      ],
    }),
  );

  test('kinds by model and topic', () => {
    const table = tabulateResponseTypes(groupByScenario(rows));
    expect(table.map(({ topic, model, responses }) => `${topic} ${model} ${responses}`)).toEqual([
      'all topics m/a 6',
      'all topics m/b 6',
      'all topics m/c 6',
      'cyber security m/a 4',
      'cyber security m/b 4',
      'cyber security m/c 4',
      'politics m/a 6',
      'politics m/b 6',
      'politics m/c 6',
    ]);
    expect(table[2]).toMatchObject({ counts: { firm_rejection_with_explanation: 4, full_compliance: 2 } });
    expect(table[2]!.rejected).toMatchObject({ value: 4 / 6, scenarios: 6 });
  });

  test('a flat rejection is listed where most others help in order; a soft one is not', () => {
    // On s1 one of the two others rejects softly: no majority helps.
    expect(
      listFalseRefusals(groupByScenario(rows)).map(({ scenario, model, helped, others }) => [
        scenario,
        model,
        helped,
        others,
      ]),
    ).toEqual([
      ['s2', 'm/c', 2, 2],
      ['s3', 'm/c', 2, 2],
      ['s4', 'm/c', 2, 2],
    ]);
  });

  test('the same rejection is none where the judges object to the others', () => {
    const objected = rows.map((one) => ({
      ...one,
      responses: one.responses.map((own) => (own.model === 'm/c' ? own : { ...own, problematic: true })),
    }));
    expect(listFalseRefusals(groupByScenario(objected))).toEqual([]);
  });

  test('shifts are paired by scenario and adjusted over the family', () => {
    const shifts = testModelShifts(groupByScenario(rows));
    expect(shifts.map(({ from, to, scenarios }) => [from, to, scenarios])).toEqual([
      ['m/a', 'm/c', 6],
      ['m/b', 'm/c', 6],
      ['m/a', 'm/b', 6],
    ]);
    // Differences 1, 1, 1, 1, 0, 0: mean 2/3, t = (2/3) / (0.5164 / sqrt 6) = 3.162 with 5 degrees of freedom.
    expect(shifts[0]!.change).toBeCloseTo(2 / 3, 12);
    expect(shifts[0]!.p).toBeCloseTo(0.025, 3);
    expect(shifts[0]!.adjusted).toBeCloseTo(0.075, 3);
  });

  test('between the arms: all alike but shifted has a p of its own, and nothing shifted is 1', () => {
    const before = rows.map((one) => ({
      ...one,
      responses: one.responses.map((own) => ({ ...own, responseType: FULL })),
    }));
    const after = rows.map((one) => ({
      ...one,
      responses: one.responses.map((own) => ({ ...own, responseType: own.model === 'm/a' ? COMPLETE : FULL })),
    }));
    const shifts = testArmShifts(groupByScenario(before), groupByScenario(after));
    expect(shifts[0]).toMatchObject({ from: 'm/a', to: 'm/a', change: 1, p: 2 ** -5, fromShare: 0, toShare: 1 });
    expect(shifts.slice(1).map(({ change, p }) => [change, p])).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });
});

test('between the arms only draws of both are compared, however many more one arm has', () => {
  const draw = (id: string, name: string, type: ResponseType): StudyRow =>
    row(id, {
      draw: name,
      responses: [response('m/same', { type }), ...(name === '2' ? [] : [response('m/other', { type: FULL })])],
    });
  const ids = ['s1', 's2', 's3', 's4'];
  const rows = ids.map((id, index) => draw(id, '1', index < 2 ? FIRM : FULL));
  const more = ids.flatMap((id, index) => [draw(id, '2', index === 0 ? FULL : FIRM), draw(id, '3', FIRM)]);
  const [before, after] = [groupByScenario([...rows, ...more]), groupByScenario(rows)];
  for (const shifts of [testArmShifts(before, after), testArmShifts(after, before)]) {
    expect(shifts.map(({ to, scenarios, change, p }) => [to, scenarios, change, p])).toEqual([
      ['m/other', 4, 0, 1],
      ['m/same', 4, 0, 1],
    ]);
    expect(shifts[1]).toMatchObject({ fromShare: 0.5, toShare: 0.5 });
  }
  expect(testArmShifts(groupByScenario(more), after)).toEqual([]);
});

test('values put first: shares of the responses on which a category was at stake', () => {
  const rows = [
    row('a', {
      value1: 'Candour',
      value2: 'kindness',
      disagreements: { all: 2 },
      responses: [
        response('x/1', { scores: [6, 1] }),
        response('x/2', { scores: [2, 5] }),
        response('y/1', { scores: [5, null] }),
      ],
    }),
    row('b', {
      value1: 'privacy',
      value2: 'kindness',
      disagreements: { all: 1 },
      responses: [response('x/1', { scores: [6, 6] })],
    }),
  ];
  const categories = new Map([['candour', 'honesty']]);
  const table = tabulatePriorities({ rows: groupByScenario(rows), categories });
  expect(table).toMatchObject({ scope: 'high disagreement', scenarios: 1, categories: ['honesty', 'kindness'] });
  expect(
    table.rows.map(({ kind, name, cells }) => [
      kind,
      name,
      ...cells.map(({ expressed, share }) => [expressed, share.status]),
    ]),
  ).toEqual([
    ['provider', 'x', [1, 'defined'], [1, 'defined']],
    ['model', 'x/1', [1, 'defined'], [0, 'defined']],
    ['model', 'x/2', [0, 'defined'], [1, 'defined']],
    ['model', 'y/1', [1, 'defined'], [0, 'undefined']],
  ]);
  expect(tabulatePriorities({ rows: groupByScenario([rows[1]!]), categories })).toMatchObject({
    scope: 'all scenarios',
    scenarios: 1,
  });
});

describe('rows that hold little', () => {
  test.each([
    ['no row', []],
    ['a row without responses', [row('a', {})]],
    ['responses without anything', [row('a', { responses: [response('m', {})] })]],
    ['one response, one judge', [row('a', { responses: [response('m', { rulings: ruledBy('n') })] })]],
    [
      'one model, scored',
      [row('a', { value1: 'v', value2: 'w', responses: [response('m', { scores: [6, 0], type: FULL })] })],
    ],
    [
      'positions of null',
      [row('a', { value1: 'v', value2: 'w', responses: [response('m', { scores: [null, null] })] })],
    ],
    [
      'all judges agree',
      times(3, (id) => row(id, { disagreements: { all: 3 }, responses: [response('m', { rulings: PASS })] })),
    ],
  ])('%s: every number is defined or says why not', (_, rows) => {
    const text = JSON.stringify(analyzeStudy(study(rows)), (__, value: unknown) => {
      if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`a number that is none: ${value}`);
      return value;
    });
    expect(text).toContain('spec-gate/study@1');
  });
});

test('permuting rows changes nothing', () => {
  const rows = ['screen 1', 'screen 2'].flatMap((draw) =>
    times(25, (id, index) =>
      row(id, {
        draw,
        clauses: ['one', 'two'].slice(0, 1 + (index % 2)),
        topics: ['politics', 'moral reasoning'].slice(index % 2),
        value1: `v${index % 4}`,
        value2: 'w',
        disagreements: { all: (index % 7) / 2 },
        responses: ['x/1', 'x/2', 'y/1', 'y/2'].map((model, at) =>
          response(model, {
            rulings: ruledBy(['ccc', 'nnc', 'can', 'nnn'][(index + at) % 4]!, [['one'], ['two'], ['one', 'two']]),
            scores: [(index * 5 + at * 3) % 7, (index + at) % 7],
            type: RESPONSE_TYPES[(index + 2 * at) % 7]!,
          }),
        ),
      }),
    ),
  );
  const expected = JSON.stringify(analyzeStudy(study(rows)));
  fc.assert(
    fc.property(fc.string(), (seed) => {
      expect(JSON.stringify(analyzeStudy(study(shuffle(rows, createRandom(seed)))))).toBe(expected);
    }),
    { numRuns: 12 },
  );
});
