import { expect, test } from 'vitest';
import { measureAgreement, summariseJudges } from '../../src/analysis/agreement.ts';
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

test("a judge's own record: rulings, abstentions, and how often it rules against", () => {
  const cells = ['nnc', 'ccc', 'nnn', 'nna', 'ccc', 'n-c', 'cc-'].map((rulings, index) =>
    buildCell({ rulings, scenario: `s${index}` }),
  );
  const [, second] = summariseJudges(cells, ['judge-1', 'judge-2', 'judge-3']);
  expect(second).toEqual({ judge: 'judge-2', rulings: 6, abstained: 1, flagRate: 0.5 });
});

test('how often a judge rules against is read where it was asked whatever the others said', () => {
  // Every answer a full panel of three could give, as often as given; the third judge is asked in the audit and where two part.
  const panels: Readonly<Record<string, number>> = { ccc: 40, ccn: 4, cnc: 9, ncc: 1, cnn: 6, ncn: 2, nnc: 4, nnn: 14 };
  const cells = Object.entries(panels).flatMap(([full, times]) =>
    Array.from({ length: 2 * times }, (_, time) => {
      const audited = time % 2 === 0;
      const rulings = audited || full[0] !== full[1] ? full : full.slice(0, 2);
      return buildCell({ rulings, audited, scenario: `${full} ${time}` });
    }),
  );
  const summary = summariseJudges(cells, ['judge-1', 'judge-2', 'judge-3']);
  // Of 80: 1 + 2 + 4 + 14, 9 + 6 + 4 + 14, 4 + 6 + 2 + 14. The third judge, over all it ruled on, is against in 34 of 98.
  expect(summary.map(({ flagRate }) => flagRate)).toEqual([21 / 80, 33 / 80, 26 / 80]);
  expect(summary.map(({ rulings }) => rulings)).toEqual([160, 160, 98]);
});

test('of a larger panel those asked first are read everywhere, the others where everybody was asked', () => {
  const cells = [buildCell({ rulings: 'nccn', audited: false }), buildCell({ rulings: 'ccccc', scenario: 's2' })];
  const judges = [1, 2, 3, 4, 5].map((index) => `judge-${index}`);
  expect(summariseJudges(cells, judges).map(({ flagRate }) => flagRate)).toEqual([0.5, 0, 0, 0, 0]);
});

test('a judge asked in the place of one who abstained is not read as if it had been asked about all', () => {
  const cells = [buildCell({ rulings: '-nn', audited: false }), buildCell({ rulings: 'ccc', scenario: 's2' })];
  const flagRates = summariseJudges(cells, ['judge-1', 'judge-2', 'judge-3']).map(({ flagRate }) => flagRate);
  expect(flagRates).toEqual([0, 0.5, 0]);
});

test('an interval never reaches beyond what a coefficient can be, however few answers it is of', () => {
  // Unbounded, the interval of Fleiss' kappa of these two answers begins below -3.
  const { fleissKappa } = measureAgreement(['cc', 'cn'].map((rulings) => buildCell({ rulings, scenario: rulings })));
  expect(fleissKappa).toMatchObject({ status: 'defined', interval: [-1, 1] });
});
