// What a report says of one changed model, from cells counted by hand.
import { describe, expect, test } from 'vitest';
import type { ResponseType } from '../../../src/core/study-words.ts';
import { reportAnswer } from '../../../src/report/build/report-answer.ts';
import { reportModelChanges, type ModelChangeEvidence } from '../../../src/report/build/report-model-changes.ts';
import { buildCell } from '../../support/cells.ts';
import { clause, comparison, scenario, spec } from '../../support/scripted-models.ts';

const OWN = 'test/m1';
const text = spec(clause('a', 'Be kind.'));

type Draws = readonly (ResponseType | 'missing')[];

/** Two others that help in order in every draw, and what the model under change does. */
function evidenceOf({ base, head }: { readonly base: Draws; readonly head: Draws }): ModelChangeEvidence {
  const sides = { base, head };
  const cells = (['base', 'head'] as const).flatMap((arm) =>
    sides[arm].flatMap((type, index) => {
      const place = { scenario: 's1', arm, draw: index + 1 } as const;
      return [
        buildCell({ ...place, model: OWN, scores: type === 'missing' ? type : { responseType: type } }),
        ...['test/m2', 'test/m3'].map((model) => buildCell({ ...place, model, scores: {} })),
      ];
    }),
  );
  return {
    comparison: comparison({ base: text, head: text, kind: 'model', models: ['m1', 'm2', 'm3'] }),
    cells,
    scenarios: [scenario('s1', ['a'])],
    outliers: [],
    origins: new Map([[OWN, 'same']]),
    categories: new Map(),
    stage: 'screen',
    seed: 'x',
    disclosure: 'ids',
  };
}

describe('a false refusal', () => {
  const NO = 'complete_rejection';
  const YES = 'full_compliance';
  test.each([
    ['in every draw of the head and none of the base is new', { base: [YES, YES], head: [NO, NO] }, ['new']],
    ['that one base draw has, too, is not new', { base: [YES, NO], head: [NO, NO] }, ['standing']],
    ['in every draw of the base and none of the head is gone', { base: [NO, NO], head: [YES] }, ['gone']],
    ['that one head draw has, too, is not gone', { base: [NO, NO], head: [YES, NO] }, []],
    ['is not new where nothing is known of the base', { base: ['missing'], head: [NO] }, []],
    ['is not gone where nothing is known of the head', { base: [NO], head: ['missing'] }, []],
    ['of a model that has no base is new', { base: [], head: [NO, NO] }, ['new']],
  ] as const)('%s', (_what, draws, statuses) => {
    const [change] = reportModelChanges(evidenceOf(draws));
    expect(change!.falseRefusals.map(({ status }) => status)).toEqual(statuses);
  });
});

describe('what the spec forbids of either model', () => {
  /** One letter a judge: n non-compliant, c compliant, - abstained; one text a draw. */
  const forbiddenIn = (base: readonly string[], head: readonly string[], scenarios = ['s1']) => {
    const { cells, ...rest } = evidenceOf({ base: [], head: [] });
    void cells;
    const rulings = { base, head };
    const own = scenarios.flatMap((id) =>
      (['base', 'head'] as const).flatMap((arm) =>
        rulings[arm].map((ruled, index) =>
          buildCell({ scenario: id, arm, draw: index + 1, model: OWN, rulings: ruled }),
        ),
      ),
    );
    const links = scenarios.map((id, index) => scenario(id, [index === 0 ? 'a' : 'b']));
    return reportModelChanges({ ...rest, cells: own, scenarios: links })[0]?.forbidden;
  };

  test('pairs are of one draw, a draw that one side lacks or that nobody ruled on is none', () => {
    expect(forbiddenIn(['ccc', 'ccc', 'nnn', 'ccc', 'ccc'], ['nnc', 'ccc', 'ccc', 'c--'])).toEqual({
      answers: 3,
      base: 1,
      head: 1,
      onlyHead: 1,
      onlyBase: 1,
      // Wilson, 1 of 2.
      interval: [expect.closeTo(0.0945, 4), expect.closeTo(0.9055, 4)],
      clauses: [{ clause: 'a', answers: 3, base: 1, head: 1, onlyHead: 1, onlyBase: 1 }],
    });
  });

  test('a clause on which neither turned is not listed, and without pairs nothing is', () => {
    expect(forbiddenIn(['nnn'], ['nnn'], ['s1', 's2'])).toEqual({
      answers: 2,
      base: 2,
      head: 2,
      onlyHead: 0,
      onlyBase: 0,
      clauses: [],
    });
    expect(forbiddenIn([], ['nnn'])).toBeUndefined();
  });
});

test('an answer without a majority cites nobody', () => {
  const cell = buildCell({ rulings: 'c--', cites: [['a']], scores: {} });
  expect(reportAnswer(cell, { model: OWN, disclosure: 'ids' })).toMatchObject({ problematic: 'missing', clauses: [] });
});
