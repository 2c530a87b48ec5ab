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

test('an answer without a majority cites nobody', () => {
  const cell = buildCell({ rulings: 'c--', cites: [['a']], scores: {} });
  expect(reportAnswer(cell, { model: OWN, disclosure: 'ids' })).toMatchObject({ problematic: 'missing', clauses: [] });
});
