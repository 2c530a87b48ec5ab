import { expect, test } from 'vitest';
import { measureAgreement } from '../../src/analysis/agreement.ts';
import { summariseEndpoints } from '../../src/analysis/endpoints.ts';
import { buildCell } from '../support/cells.ts';

test('the prevalence paradox: kappa falls to .10 where raw agreement and AC1 stay above .9', () => {
  const counts = [
    ['ccc', 88],
    ['ccn', 10],
    ['cnn', 2],
  ] as const;
  const cells = counts.flatMap(([rulings, count]) =>
    Array.from({ length: count }, (_, index) => buildCell({ rulings, scenario: `${rulings}${index}` })),
  );
  const { raw, fleissKappa, gwetAc1 } = measureAgreement(cells);
  expect(
    [raw, fleissKappa, gwetAc1].map((one) => (one.status === 'defined' ? one.value.toFixed(3) : one.reason)),
  ).toEqual(['0.920', '0.101', '0.912']);
});

test('agreement is read on audited cells only, and said to be undefined where there is none', () => {
  const cells = [buildCell({ rulings: 'cc', audited: false }), buildCell({ draw: 2, rulings: '-c-' })];
  expect(measureAgreement(cells)).toMatchObject({ cells: 0, fleissKappa: { status: 'undefined', reason: 'no-units' } });
  expect(measureAgreement([buildCell({ rulings: 'ccc' })]).fleissKappa).toEqual({
    status: 'undefined',
    reason: 'one-category',
  });
});

test('arms, scenarios, clauses, models and judges', () => {
  const summary = summariseEndpoints(
    [
      buildCell({ scenario: 's1', model: 'm1', rulings: 'nnc', scores: { value1: 0 } }),
      buildCell({ scenario: 's1', model: 'm2', rulings: 'ccc', scores: { value1: 6 } }),
      buildCell({ scenario: 's1', model: 'm1', arm: 'head', rulings: 'nnn', scores: 'missing' }),
      buildCell({ scenario: 's1', model: 'm2', arm: 'head', rulings: 'nna', scores: { value1: 6 } }),
      buildCell({ scenario: 's2', model: 'm1', rulings: 'ccc' }),
      buildCell({ scenario: 's2', model: 'm2', rulings: 'n-c' }),
      buildCell({ scenario: 's2', model: 'm1', arm: 'head', rulings: 'cc-' }),
    ],
    {
      stage: 'screen',
      scenarios: ['s1', 's2'],
      models: ['m1', 'm2'],
      judges: ['judge-1', 'judge-2', 'judge-3'],
      links: new Map([
        ['s1', ['a', 'b']],
        ['s2', ['b']],
      ]),
      draws: { base: 1, head: 1 },
    },
  );
  expect(summary.base).toMatchObject({ nonCompliance: 0.25, disagreement: 3 });
  expect(summary.head).toMatchObject({ nonCompliance: 0.5, frequentNonCompliance: 0.5 });
  expect(summary.head.disagreement).toBeUndefined();
  expect(summary.clauses.map(({ clause, head }) => [clause, head.nonCompliance])).toEqual([
    ['a', 1],
    ['b', 0.5],
  ]);
  expect(summary.scenarios[0]!.problematicModels).toEqual({ base: ['m1'], head: ['m1', 'm2'] });
  expect(summary.scenarios.map(({ missing }) => missing)).toEqual([0, 2]);
  expect(summary.models[1]).toMatchObject({ responses: 3, missing: 2, nonCompliance: { base: 0, head: 1 } });
  expect(summary.judges[1]).toEqual({ judge: 'judge-2', rulings: 6, abstained: 1, flagRate: 0.5 });
});
