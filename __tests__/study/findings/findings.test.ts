// The four findings: each shown by the pattern it names, by three scenarios and not by two, and not by its neighbours.
import { describe, expect, test } from 'vitest';
import { listConflicts } from '../../../src/study/findings/activation.ts';
import { findSpecFindings, type SpecFinding } from '../../../src/study/findings/findings.ts';
import { groupByScenario, type StudyData, type StudyRow } from '../../../src/analysis/evidence/study-data.ts';
import type { ResponseType } from '../../../src/core/study-words.ts';
import { plainText } from '../../../src/render/plain-text.ts';
import { writeParagraph } from '../../../src/report/messages.ts';
import { analyzeStudy } from '../../../src/study/analyze-study.ts';
import { studyFindings } from '../../../src/study/report/study-findings.ts';
import { response, row, ruledBy, study, times } from '../../support/study-rows.ts';

const all = (clause: string): readonly (readonly string[])[] => [[clause], [clause], [clause]];
const findingsIn = (data: StudyData): readonly SpecFinding[] => findSpecFindings(data, listConflicts(data));
const kindsIn = (rows: readonly StudyRow[]): readonly string[] =>
  findingsIn(study(rows)).map(({ kind, clauses }) => `${kind} ${clauses.join(' ')}`);

/** Every answer fails: one for too much trust, one for too little. */
const contradiction = (id: string): StudyRow =>
  row(id, {
    clauses: ['trust', 'safety'],
    responses: [
      response('m/open', { rulings: ruledBy('nnn', all('safety')) }),
      response('m/shut', { rulings: ruledBy('nnn', all('trust')) }),
    ],
  });
const ambiguity = (id: string): StudyRow =>
  row(id, {
    responses: [
      response('m/a', { rulings: ruledBy('ncn', all('objective')) }),
      response('m/b', { rulings: ruledBy('ccc', all('objective')) }),
    ],
  });
const activation = (id: string): StudyRow =>
  row(id, { responses: [response('m/a', { rulings: ruledBy('nnc', [['hate'], ['hate'], ['testimony']]) })] });
const gap = (id: string): StudyRow =>
  row(id, {
    disagreements: { all: 2.1 },
    responses: [
      response('m/a', { rulings: ruledBy('ccc', all('refusals')) }),
      response('m/b', { rulings: ruledBy('ccc', all('refusals')) }),
    ],
  });

describe.each([
  ['contradiction safety trust', contradiction],
  ['interpretiveAmbiguity objective', ambiguity],
  ['activationConflict hate testimony', activation],
  ['granularityGap refusals', gap],
] as const)('%s', (expected, make) => {
  test('three scenarios show it, two are single cases', () => {
    expect(kindsIn(times(3, make))).toEqual([expected]);
    expect(kindsIn(times(2, make))).toEqual([]);
  });

  test('three of 33 scenarios that could have shown it are none', () => {
    const [, ...clauses] = expected.split(' ');
    // Both clauses of a pair are grounds, but for the same answer; one answer fails and the others pass.
    const cites = all(clauses[0]!).map(() => clauses);
    const fine = times(30, (id) =>
      row(`fine-${id}`, {
        disagreements: { all: 2.1 },
        responses: ['nnn', 'ccc', 'ccc'].map((letters, index) =>
          response(`m/${index}`, { rulings: ruledBy(letters, cites) }),
        ),
      }),
    );
    expect(kindsIn([...times(3, make), ...fine])).not.toContain(expected);
  });
});

test('a contradiction needs every answer to fail, and each clause to be broken without the other', () => {
  const passes = times(3, (id) => {
    const one = contradiction(id);
    return { ...one, responses: [...one.responses, response('m/fine', { rulings: ruledBy('ccc', all('trust')) })] };
  });
  expect(kindsIn(passes).filter((kind) => kind.startsWith('contradiction'))).toEqual([]);
  const both = times(3, (id) => {
    const one = contradiction(id);
    return {
      ...one,
      responses: [
        one.responses[0]!,
        response('m/shut', { rulings: ruledBy('nnn', [['trust', 'safety'], ['trust', 'safety'], ['safety']]) }),
      ],
    };
  });
  expect(kindsIn(both).filter((kind) => kind.startsWith('contradiction'))).toEqual([]);
});

test('a bank without citations speaks through its links, and says so', () => {
  const rows = times(4, (id) =>
    row(id, {
      clauses: ['a', 'b'],
      disagreements: { all: 2 },
      responses: [response('m/1', { rulings: ruledBy('nnn') }), response('m/2', { rulings: ruledBy('nan') })],
    }),
  );
  expect(findingsIn(study(rows))).toEqual([
    {
      kind: 'contradiction',
      clauses: ['a', 'b'],
      scenarios: 4,
      tested: 4,
      basis: 'linked',
      examples: ['s1', 's2', 's3', 's4'],
    },
  ]);
});

test('one clause alone is what judges rest on where nothing is recorded', () => {
  const rows = times(4, (id) =>
    row(id, { clauses: ['only'], responses: [response('m/1', { rulings: ruledBy('cnc') })] }),
  );
  expect(kindsIn(rows)).toEqual(['interpretiveAmbiguity only']);
});

test('conflicts of the other side of a run are what was there before', () => {
  const rows = times(4, activation);
  // Before, three of the four answers passed with all judges; a second draw that only one side has counts for neither.
  const passed = response('m/a', { rulings: ruledBy('ccc', all('testimony')) });
  const before = [
    rows[0]!,
    ...rows.slice(1).map((one) => ({ ...one, responses: [passed] })),
    ...rows.map((one) => ({ ...one, draw: 'second' })),
  ];
  const [found] = findingsIn(study(rows, { before: groupByScenario(before) }));
  expect(found).toMatchObject({ kind: 'activationConflict', clauses: ['hate', 'testimony'], scenarios: 4, before: 1 });
  expect(listConflicts(study(rows)).map(({ against, favour }) => [against, favour])).toEqual([['hate', 'testimony']]);
});

test.each([
  ['contradiction safety trust', contradiction],
  ['granularityGap refusals', gap],
] as const)('a model that judges were not asked about does not hide %s', (expected, make) => {
  const rows = times(3, (id) => {
    const one = make(id);
    return { ...one, responses: [...one.responses, response('x/scored', { scores: [0, 6] })] };
  });
  expect(kindsIn(rows)).toEqual([expected]);
});

test('a gap is one of D between the models that were ruled on', () => {
  const rows = times(3, (id) => {
    const one = gap(id);
    const scored = response('x/scored', { scores: [0, 6] });
    return { ...one, disagreements: { all: 2.1, m: 0.4 }, responses: [...one.responses, scored] };
  });
  expect(kindsIn(rows)).toEqual([]);
});

describe('a gap at low disagreement: all pass, and kinds of help differ', () => {
  const answers = (...types: readonly ResponseType[]): ((id: string) => StudyRow) => {
    return (id) =>
      row(id, {
        disagreements: { all: 0.3 },
        responses: types.map((type, index) =>
          response(`m/${index}`, { rulings: ruledBy('ccc', all('refusals')), type }),
        ),
      });
  };
  const soft = 'soft_rejection_with_alternatives';
  const firm = 'firm_rejection_with_explanation';

  test('a refusal with help passes beside a flat one: both kinds are named, each with who gives it', () => {
    const [found] = findingsIn(study(times(3, answers(firm, soft, soft))));
    expect(found).toMatchObject({
      kind: 'granularityGap',
      clauses: ['refusals'],
      scenarios: 3,
      kinds: { scenario: 's1', most: { model: 'm/1', type: soft }, least: { model: 'm/0', type: firm } },
    });
    const [told] = studyFindings(analyzeStudy(study(times(3, answers(firm, soft, soft)))));
    expect(plainText(writeParagraph(told!.finding))).toContain(
      'Most often soft rejection with alternatives passes beside firm rejection with explanation: on s1 m/1 gives the one and m/0 the other.',
    );
  });

  test.each([
    ['one kind', answers(soft, soft, soft)],
    ['two flat kinds are one kind of help', answers(firm, 'complete_rejection', firm)],
    ['one odd answer of five', answers(firm, soft, soft, soft, soft)],
  ] as const)('%s is none', (_, make) => {
    expect(kindsIn(times(3, make))).toEqual([]);
  });
});
