// Whatever the panel: outliers are counted once each, base + new - gone = head in every table, and `analyze` says the same.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { findCellOutliers } from '../../src/analysis/cell-outliers.ts';
import { parseEvidence, serializeEvidence } from '../../src/analysis/evidence/evidence.ts';
import { studyRun } from '../../src/analysis/evidence/from-run.ts';
import { countOutliers, type OutlierCount } from '../../src/analysis/outliers.ts';
import { confirmRows } from '../../src/decision/stage-rows.ts';
import { listOutliers } from '../../src/decision/settle.ts';
import type { Cell } from '../../src/evaluation/cell.ts';
import type { ComparisonKind } from '../../src/evaluation/comparison.ts';
import { reportModels } from '../../src/report/build/report-models.ts';
import { tabulateOutliers } from '../../src/study/outlier-table.ts';
import { buildCell } from '../support/cells.ts';
import { SIMULATED_POLICY } from '../../bench/decision/run-gate.ts';

interface Run {
  readonly kind: ComparisonKind;
  readonly scenarios: readonly string[];
  readonly models: readonly string[];
  readonly draws: { readonly base: number; readonly head: number };
  readonly cells: readonly Cell[];
}

/** Few different scores and rulings, so that models stand apart often; some cells are missing, unscored or unjudged. */
const runs: fc.Arbitrary<Run> = fc
  .record({
    kind: fc.constantFrom<ComparisonKind>('target', 'prompt', 'model'),
    scenarios: fc.integer({ min: 1, max: 3 }),
    models: fc.integer({ min: 2, max: 6 }),
    draws: fc.integer({ min: 1, max: 3 }),
    picks: fc.infiniteStream(fc.tuple(fc.nat({ max: 19 }), fc.nat({ max: 19 }))),
  })
  .map(({ kind, scenarios, models, draws, picks }) => {
    const cells: Cell[] = [];
    const names = Array.from({ length: models }, (_, index) => `m${index}`);
    const ids = Array.from({ length: scenarios }, (_, index) => `s${index}`);
    const pick = (): readonly [number, number] => picks.next().value as readonly [number, number];
    for (const scenario of ids) {
      for (const model of names) {
        // Most models keep their habit on a side, draw after draw.
        const habits = { base: pick(), head: pick() };
        for (const arm of ['base', 'head'] as const) {
          for (let draw = 1; draw <= draws; draw += 1) {
            const [first, second] = pick();
            if (first === 19) continue;
            const odd = habits[arm][0] < 5 !== first < 2;
            const score = odd ? 6 : 1;
            const scores = second === 19 ? 'missing' : { value1: score, value2: habits[arm][1] < 9 ? 6 - score : 3 };
            const rulings = second === 18 ? '---' : odd ? 'nnn' : 'ccc';
            cells.push(buildCell({ arm, stage: 'confirm', scenario, draw, model, rulings, scores }));
          }
        }
      }
    }
    return { kind, scenarios: ids, models: names, draws: { base: draws, head: draws }, cells };
  });

function addsUp({ base, head, new: fresh, gone, standing }: OutlierCount): boolean {
  return base + fresh - gone === head && base === standing + gone && head === standing + fresh;
}

test('each response once; every table adds up; the gate, its report and analyze count the same', () => {
  const seen = { new: 0, gone: 0, standing: 0 };
  fc.assert(
    fc.property(runs, (run) => {
      const { kind, scenarios, models, cells, draws } = run;
      const found = findCellOutliers(cells, { kind, panel: new Set(models) });
      const places = found.map(({ scenario, model }) => `${scenario} ${model}`);
      expect(new Set(places).size).toBe(places.length);
      const count = countOutliers(found);
      expect(addsUp(count)).toBe(true);
      for (const status of ['new', 'gone', 'standing'] as const) seen[status] += count[status];

      const evidence = confirmRows(
        {
          kind,
          policy: SIMULATED_POLICY,
          round: { stage: 'confirm', draws: draws.head, scenarios: scenarios.length },
          order: scenarios,
          links: new Map(),
          models,
          judges: ['judge-1', 'judge-2', 'judge-3'],
          cells,
          untested: [],
        },
        { draws: draws.head, scenarios: scenarios.length },
      );
      expect(countOutliers(listOutliers(evidence))).toEqual(count);

      const ref = (id: string): never => ({ ref: { id } }) as never;
      const slots = models.map((id) => ({ id, base: ref(id), head: ref(id) }));
      const rows = reportModels(slots, { cells, outliers: found as never });
      expect(rows.every(({ outliers }) => addsUp(outliers))).toBe(true);
      expect(rows.reduce((total, { outliers }) => total + outliers.head, 0)).toBe(count.head);

      const text = serializeEvidence({
        comparison: { kind, clauses: { ordered: [] } as never },
        simulated: false,
        scenarios: [],
        cells,
        show: () => undefined,
      });
      if (!cells.some(({ arm }) => arm === 'base') || !cells.some(({ arm }) => arm === 'head')) return;
      const study = studyRun(parseEvidence({ file: 'e', text }), { arm: 'head', categories: new Map() });
      const table = tabulateOutliers(study);
      for (const { model, arms } of table.models) {
        expect(arms).toEqual(countOutliers(found.filter((one) => one.model === model)));
      }
      expect(table.outliers.map(({ scenario, model, status }) => `${scenario} ${model} ${status}`).sort()).toEqual(
        found
          .filter(({ status }) => status !== 'unconfirmed')
          .map(({ scenario, model, status }) => `${scenario} ${model} ${status}`)
          .sort(),
      );
    }),
    { numRuns: 300, seed: 18 },
  );
  // The panels are not empty ones.
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
});
