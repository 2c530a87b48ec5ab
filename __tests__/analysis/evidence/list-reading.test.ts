// The spec as lines of evidence: in the order it is read, with what tests each clause.
import { expect, test } from 'vitest';
import { listReading } from '../../../src/analysis/evidence/list-reading.ts';
import { parseEvidenceLine } from '../../../src/analysis/evidence/evidence-line.ts';
import { measureCoverage } from '../../../src/scenarios/coverage.ts';
import { diffSpec } from '../../../src/spec/diff.ts';
import { harborBank, harborSpec, removeClause } from '../../support/harbor.ts';

test('a removed clause stands after the one that it followed, and no scenario is counted for it', async () => {
  const [base, head] = [await harborSpec('spec.md'), await removeClause('respect_choices')];
  const removed = new Set(diffSpec(base, head).flatMap(({ kind, id }) => (kind === 'removed' ? [id] : [])));
  const lines = listReading({
    base: base.clauses,
    head: head.clauses,
    removed,
    coverage: measureCoverage(head, harborBank()),
  });
  expect(lines.map(({ clause }) => clause)).toEqual(base.clauses.map(({ id }) => id));
  const [gone, other] = ['respect_choices', 'follow_the_deployer'].map((id) =>
    lines.find(({ clause }) => clause === id),
  );
  expect(gone).toMatchObject({ removed: true });
  expect(gone).not.toHaveProperty('scenarios');
  expect(other).toMatchObject({ scenarios: 3, demands: [{ scenarios: 3 }] });
  expect(other).not.toHaveProperty('removed');
});

test('removed clauses at the beginning of the file come first', async () => {
  const { clauses } = await harborSpec('spec.md');
  const [first, second, ...rest] = clauses;
  const removed = new Set([first!.id, second!.id]);
  const lines = listReading({ base: clauses, head: rest, removed, coverage: [] });
  expect(lines.map(({ clause }) => clause)).toEqual(clauses.map(({ id }) => id));
});

test('every line is one that evidence can hold', async () => {
  const { clauses } = await harborSpec('spec.md');
  const coverage = measureCoverage({ clauses }, harborBank());
  for (const line of listReading({ head: clauses, removed: new Set(), coverage })) {
    expect(parseEvidenceLine(JSON.stringify(line))).toEqual({ kind: 'clause', value: line });
  }
});
