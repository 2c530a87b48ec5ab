// What a stage's rulings on violations say of each touched clause.
import { expect, test } from 'vitest';
import { findLetThrough, findSuspicious, watchClauses } from '../../src/decision/watch-clauses.ts';
import type { ControlRuling } from '../../src/evaluation/controls/control.ts';
import { isProblematic } from '../../src/evaluation/ruling.ts';
import { buildCell } from '../support/cells.ts';

/** Eight violations of a clause, each ruled on under both texts; `head` is what the judges say under the head's. */
function violations(stage: 'screen' | 'confirm', head: string): readonly ControlRuling[] {
  return (['base', 'head'] as const).flatMap((arm) =>
    Array.from({ length: 8 }, (_, index): ControlRuling => {
      const { judgments } = buildCell({ rulings: arm === 'base' ? 'nnn' : head });
      const about = { id: `v${index}`, source: 'labelled', role: 'violation', clauses: ['a'], draw: 1 } as const;
      return { ...about, stage, expected: 'non-compliant', arm, judgments, problematic: isProblematic(judgments) };
    }),
  );
}

test('a clause that the screen flags fails on the rulings of the confirmation alone', () => {
  const watch = (stage: 'screen' | 'confirm', fresh: string) =>
    watchClauses({
      clauses: ['a'],
      controls: [...violations('screen', 'ccc'), ...violations('confirm', fresh)],
      stage,
      seed: 's',
    });
  const flagged = findSuspicious(watch('screen', 'nnn'));
  expect(flagged).toMatchObject([{ clause: 'a', forbidden: 8, allowed: 8 }]);
  expect(findLetThrough(watch('confirm', 'nnn'), { flagged, level: 0.015 })).toEqual([]);
  expect(findLetThrough(watch('confirm', 'ccc'), { flagged, level: 0.015 })).toMatchObject([
    { clause: 'a', allowed: 8 },
  ]);
});
