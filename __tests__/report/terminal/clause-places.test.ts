// Where the clauses of a finding stand.
import { expect, test } from 'vitest';
import { placesOfFinding } from '../../../src/report/terminal/clause-places.ts';
import { failingReport } from '../../support/report-builder.ts';

test('a clause that is called like a metric, a model or a number is named by the arguments that name clauses', () => {
  const report = failingReport();
  const changes = ['disagreement', 'sim/aspen', 'other'].map((id) => ({
    ...report.changes[0]!,
    id,
    kind: 'edited' as const,
  }));
  const named = (args: Readonly<Record<string, unknown>>, clause?: string) =>
    placesOfFinding({ code: 'x', args, severity: 'error', ...(clause !== undefined && { clause }) } as never, {
      ...report,
      changes,
    }).map(([id]) => id);
  expect(named({ metric: 'disagreement', model: 'sim/aspen', level: 1 })).toEqual([]);
  expect(named({ clause: 'disagreement', other: 'other', metric: 'sim/aspen' })).toEqual(['disagreement', 'other']);
  expect(named({ metric: 'other' }, 'sim/aspen')).toEqual(['sim/aspen']);
});
