// The anchor under a new panel: the same answers of the same night, ruled on anew.
import { LEAST_ANSWERED } from '../decision/bounds.ts';
import type { AnchorRecord, NightCell } from '../decision/nightly/record.ts';
import { UserError } from '../core/errors.ts';
import type { Comparison } from '../evaluation/comparison.ts';
import type { Judgment, ValueScores } from '../evaluation/ruling.ts';
import type { Project } from '../io/load-project.ts';
import type { Run } from '../io/open-run.ts';
import type { Spec } from '../spec/clause.ts';
import type { StoredItem, StoredItems } from './migrate-items.ts';
import { readRulings, rejudge } from './nightly-rejudge.ts';
import { hashSubject } from './nightly-subject.ts';

/** A stored answer as the new panel sees it. */
export interface RuledItem {
  readonly item: StoredItem;
  readonly judgments: readonly Judgment[];
  readonly against: boolean | 'missing';
  readonly scores: ValueScores | undefined;
}

/**
 * The record of the moved anchor; it moved in nothing but who ruled.
 * @throws UserError where there is no anchor, or too little of it was ruled on.
 */
export async function moveAnchor(
  { new: next, spec, now, accept }: { new: Project; spec: Spec; now: Date; accept: string },
  means: { ruled: readonly RuledItem[]; anchor: StoredItems['anchor']; comparison: Comparison; run: Run },
): Promise<AnchorRecord> {
  const { ruled, anchor, comparison, run } = means;
  if (anchor === undefined) {
    throw new UserError({
      message: 'there is no night yet, so there is no anchor to move',
      hint: 'change the config; the first night under the new panel is the anchor',
    });
  }
  const cells = ruled.flatMap(({ item, judgments, against, scores }): readonly NightCell[] => {
    if (item.cell === undefined) return [];
    const { scenario, model, draw } = item.cell;
    const placed: Pick<NightCell, 'type' | 'scores'> =
      scores === undefined
        ? scoresOf(item.cell)
        : { type: scores.responseType, scores: [scores.value1, scores.value2] };
    return [{ scenario, model, draw, against, rulings: readRulings(judgments), ...placed }];
  });
  const retest = cells
    .filter(({ scenario, draw }) => draw <= 2 && anchor.sentinels.includes(scenario))
    .map(({ scenario, model, draw }) => ({ scenario, model, draw, from: anchor.date }));
  const scenarios = next.bank.byId;
  const rejudged = await rejudge(retest, { comparison, scenarios, store: run.store, ask: run.ask, date: anchor.date });
  const decided = cells.filter(({ against }) => against !== 'missing').length;
  if (run.stopped() !== undefined || decided < LEAST_ANSWERED * anchor.cells.length) {
    throw new UserError({
      message: `the new panel ruled on ${decided} of the anchor night's ${anchor.cells.length} answers: too few to accept`,
      hint: 'raise `budget` and run it again; where the answers are no longer stored, the first night under the new panel is the anchor',
    });
  }
  const subject = hashSubject(next, spec);
  return {
    schema: 'spec-gate/night@1',
    kind: 'anchor',
    at: now.toISOString(),
    reason: accept,
    night: { ...anchor, subject, cells, rejudged: [...rejudged], alarms: [] },
  };
}

function scoresOf({ type, scores }: NightCell): Pick<NightCell, 'type' | 'scores'> {
  return type === undefined || scores === undefined ? {} : { type, scores };
}
