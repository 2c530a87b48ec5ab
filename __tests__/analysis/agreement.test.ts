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

test('how often a judge rules against is what full panels would say, though it breaks ties in some', () => {
  // Every answer a full panel of three could give, as often as given, with each judge left for last in turn.
  const panels: Readonly<Record<string, number>> = { ccc: 40, ccn: 3, cnc: 9, ncc: 1, cnn: 6, ncn: 2, nnc: 4, nnn: 5 };
  const orders = [0, 1, 2];
  const cells = (audited: boolean) =>
    Object.entries(panels).flatMap(([full, times]) =>
      Array.from({ length: times }, (_, time) =>
        orders.map((last) => {
          const [one, other] = orders.filter((judge) => judge !== last).map((judge) => full[judge]);
          const rulings = audited || one !== other ? full : full.slice(0, last) + 'o' + full.slice(last + 1);
          const cell = buildCell({ rulings, audited, scenario: `${full} ${time} ${last}` });
          return { ...cell, judgments: cell.judgments.filter((__, judge) => rulings[judge] !== 'o') };
        }),
      ).flat(),
    );
  const rates = (list: ReturnType<typeof cells>) =>
    summariseJudges(list, ['judge-1', 'judge-2', 'judge-3']).map(({ flagRate }) => flagRate!.toFixed(6));
  expect(rates(cells(false))).toEqual(rates(cells(true)));
  expect(cells(false).flatMap(({ judgments }) => judgments).length).toBeLessThan(3 * cells(true).length);
});

test('of a larger panel a judge is read where everybody was asked', () => {
  const cells = [buildCell({ rulings: 'nnn', audited: false }), buildCell({ rulings: 'ccccc', scenario: 's2' })];
  const judges = [1, 2, 3, 4, 5].map((index) => `judge-${index}`);
  expect(summariseJudges(cells, judges)[0]).toEqual({ judge: 'judge-1', rulings: 2, abstained: 0, flagRate: 0 });
});

test('an interval never reaches beyond what a coefficient can be, however few answers it is of', () => {
  // Unbounded, the interval of Fleiss' kappa of these two answers begins below -3.
  const { fleissKappa } = measureAgreement(['cc', 'cn'].map((rulings) => buildCell({ rulings, scenario: rulings })));
  expect(fleissKappa).toMatchObject({ status: 'defined', interval: [-1, 1] });
});
