// evidence.jsonl: what goes in comes out, nothing of a response where it may not, and problems by line.
import { describe, expect, test } from 'vitest';
import { analyzeStudy } from '../../../src/study/analyze-study.ts';
import {
  parseEvidence,
  readEvidence,
  serializeEvidence,
  type EvidenceParts,
} from '../../../src/analysis/evidence/evidence.ts';
import { studyRun } from '../../../src/analysis/evidence/from-run.ts';
import { rowsIn } from '../../../src/analysis/evidence/study-data.ts';
import { UserError } from '../../../src/core/errors.ts';
import type { EvaluatedCell } from '../../../src/evaluation/evaluate.ts';
import { isProblematic, type Judgment } from '../../../src/evaluation/ruling.ts';
import { pairClauses } from '../../../src/evaluation/clause-pairs.ts';
import { harborBank, harborSpec } from '../../support/harbor.ts';

const judgments = (letters: string): readonly Judgment[] =>
  Array.from(letters, (letter, index): Judgment => {
    const judge = `j/${index}`;
    if (letter === '-') return { status: 'abstained', judge, reason: 'refusal' };
    const ruling = letter === 'c' ? 'compliant' : 'non-compliant';
    const ruled = {
      status: 'ruled',
      judge,
      ruling,
      clauses: ['respect_privacy'],
      reasoning: 'SECRET reasoning',
    } as const;
    // The last judge is another model than the one asked for.
    return index === 2 ? { ...ruled, returnedModel: 'j/next' } : ruled;
  });

function cell(parts: Partial<EvaluatedCell> & { readonly rulings: string }): EvaluatedCell {
  const { rulings, ...rest } = parts;
  const own = judgments(rulings);
  return {
    scenario: 'garden-pests_neutral',
    model: 'm/a',
    arm: 'head',
    stage: 'screen',
    draw: 1,
    response: 'hash',
    responseText: 'SECRET response',
    judgments: own,
    audited: true,
    problematic: isProblematic(own),
    ...rest,
  };
}

async function evidenceOf(cells: readonly EvaluatedCell[]): Promise<EvidenceParts> {
  const spec = await harborSpec('spec.md');
  const scenarios = harborBank().filter(({ id }) => id.startsWith('garden-pests'));
  return {
    comparison: { kind: 'prompt', clauses: pairClauses(spec, spec, []) },
    simulated: true,
    scenarios,
    cells,
    show: (text) => text,
  };
}

const CELLS = [
  cell({ rulings: 'ccn', scores: { value1: 1, value2: 5, confidence: 0.8, responseType: 'conditional_compliance' } }),
  cell({
    rulings: 'nn',
    model: 'm/b',
    audited: false,
    scores: { value1: 5, value2: 1, confidence: 1, responseType: 'full_compliance' },
  }),
  cell({ rulings: 'c-', model: 'm/a', arm: 'base', scores: 'missing' }),
  cell({
    rulings: '',
    model: 'm/b',
    arm: 'base',
    stage: 'confirm',
    draw: 2,
    missingReason: 'length',
    returnedModel: 'x',
  }),
];

describe('serializeEvidence and parseEvidence', () => {
  test('cells come back as they were, scenarios and places with them', async () => {
    const text = serializeEvidence(await evidenceOf(CELLS));
    const back = parseEvidence({ file: 'evidence.jsonl', text });
    // Beside what went in each cell says how long its response was, for views that may not show it.
    const lengths = CELLS.map((one) => ({ ...one, responseLength: one.responseText!.length }));
    expect(back.cells).toEqual(lengths);
    expect(back).toMatchObject({ comparison: 'prompt', simulated: true });
    expect(back.places.get('respect_privacy')).toMatchObject({ file: 'spec.md' });
    expect(back.scenarios.get('garden-pests_neutral')?.clauses).toContain('avoid_hazardous_detail');
    expect(serializeEvidence(await evidenceOf(back.cells))).toBe(text);
  });

  test('read piece by piece, cells are the same but for the reasons', async () => {
    const text = serializeEvidence(await evidenceOf(CELLS));
    const bytes = new TextEncoder().encode(text);
    const read = await readEvidence({
      name: 'evidence.jsonl',
      byteLength: bytes.length,
      slice: (start, end) => Promise.resolve(bytes.slice(start, end).buffer),
    });
    const whole = parseEvidence({ file: 'evidence.jsonl', text });
    const judgmentsOf = ({ judgments: own }: EvaluatedCell): readonly Judgment[] =>
      own.map((one) => (one.status === 'ruled' ? { ...one, reasoning: '' } : one));
    expect(read).toEqual({ ...whole, cells: whole.cells.map((one) => ({ ...one, judgments: judgmentsOf(one) })) });
    expect(JSON.stringify(read.cells)).not.toContain('SECRET reasoning');
  });

  test('nothing of a response or a reasoning is kept where nothing may be shown', async () => {
    const text = serializeEvidence({ ...(await evidenceOf(CELLS)), show: () => undefined });
    expect(text).not.toContain('SECRET');
    expect(parseEvidence({ file: 'e', text }).cells[0]).not.toHaveProperty('responseText');
  });

  test.each([
    ['nothing', '', 'not the evidence of a run', 1],
    ['a bank', '{"id":"a","query":"b"}\n', 'not a line of evidence', 1],
    [
      'a torn line',
      '{"schema":"spec-gate/evidence@1","comparison":"target","simulated":false,"clauses":[]}\n{"cell":"a',
      'not JSON',
      2,
    ],
    ['a hostile key', '{"__proto__":1}', 'not allowed', 1],
  ])('%s is refused with its line', (_, text, message, line) => {
    let error: unknown;
    try {
      parseEvidence({ file: 'e.jsonl', text });
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(UserError);
    const [problem] = (error as UserError).problems;
    expect(problem!.message).toContain(message);
    expect(problem!.place).toEqual({ file: 'e.jsonl', line });
  });

  test('an answer that stands there twice is refused: it would count twice', async () => {
    const lines = serializeEvidence(await evidenceOf(CELLS))
      .trimEnd()
      .split('\n');
    const text = [...lines, lines.at(-1)!].join('\n');
    const message = `this answer stands in line ${lines.length} already`;
    expect(() => parseEvidence({ file: 'e.jsonl', text })).toThrow(`e.jsonl:${lines.length + 1}  ${message}`);
  });
});

test('a run becomes rows of one side, before is the other in the stage that decides; D is computed from the scores', async () => {
  const evidence = parseEvidence({ file: 'e', text: serializeEvidence(await evidenceOf(CELLS)) });
  const data = studyRun(evidence, { arm: 'head', categories: new Map() });
  const rows = [...rowsIn(data.rows)];
  expect(rows.map(({ scenario, draw, responses }) => [scenario, draw, responses.length])).toEqual([
    ['garden-pests_neutral', 'screen 1', 2],
  ]);
  expect(rows[0]!.disagreements).toEqual({ all: 2, m: 2 });
  expect([...rowsIn(data.before!)].map(({ draw }) => draw)).toEqual(['confirm 2']);
  // The second cell's last judge was not asked: only the first is a full panel.
  expect(analyzeStudy(data).judgeTable.responses).toBe(1);
});
