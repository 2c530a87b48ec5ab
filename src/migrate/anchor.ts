// The anchor under a new panel: the same answers of the same night, ruled on or scored anew.
import { LEAST_ANSWERED } from '../decision/bounds.ts';
import type { AnchorRecord, NightCell, NightRecord } from '../nightly/decision/record.ts';
import { UserError } from '../core/errors.ts';
import type { Run } from '../run/open-run.ts';
import type { MigrateOptions, MigratePlan } from './plan.ts';
import type { StoredItem } from './items.ts';
import type { MigrateSide, Parts, Said } from './side.ts';
import { rejudge } from '../nightly/rejudge.ts';
import { hashSubject } from '../nightly/subject.ts';

/** A stored answer as the new panel sees it. */
export interface SaidItem {
  readonly item: StoredItem;
  readonly new: Said;
}

/**
 * The record of the moved anchor: the same answers with the new panel's rulings and scores. Where the new panel gave
 * none the cell is missing; nothing of the old panel is kept in its place.
 * @throws UserError where there is no anchor, or too little of it was ruled on.
 */
export async function moveAnchor(
  { spec, now, history }: MigrateOptions,
  means: { readonly plan: MigratePlan; readonly said: readonly SaidItem[]; readonly run: Run; readonly reason: string },
): Promise<AnchorRecord> {
  const { plan, said, run, reason } = means;
  const { anchor, parts, new: next } = plan;
  if (anchor === undefined) throw noAnchor(history.length);
  const cells = said.flatMap((one) => moveCell(one, { parts, next }));
  const decided = cells.filter(({ against }) => against !== 'missing').length;
  const scored = cells.filter(({ type }) => type !== undefined).length;
  const expected = anchor.cells.length;
  const hasScores = parts.scores && next.project.panel.classifier !== undefined;
  const scorable = hasScores ? cells.filter(({ scenario }) => isScorable(next, scenario)).length : 0;
  if (run.stopped() !== undefined || decided < LEAST_ANSWERED * expected || scored < LEAST_ANSWERED * scorable) {
    throw new UserError({
      message: `the new panel ruled on ${decided} of the anchor night's ${expected} answers${hasScores ? ` and scored ${scored} of ${scorable}` : ''}: too few to accept`,
      hint: 'raise `budget` and run it again; where the answers are no longer stored, the first night under the new panel is the anchor',
    });
  }
  return {
    schema: 'spec-gate/night@1',
    kind: 'anchor',
    at: now.toISOString(),
    reason,
    night: {
      ...anchor,
      subject: hashSubject(next.project, spec),
      cells,
      rejudged: [...(await retest(next, { anchor, cells, run }))],
      alarms: [],
    },
  };
}

function moveCell(
  { item: { cell }, new: said }: SaidItem,
  { parts, next }: { readonly parts: Parts; readonly next: MigrateSide },
): readonly NightCell[] {
  if (cell === undefined) return [];
  const { scenario, model, draw, against, rulings, type, scores } = cell;
  const judged = parts.rulings ? { against: said.against, rulings: said.rulings } : { against, rulings };
  const kept = type === undefined || scores === undefined ? {} : { type, scores };
  return [{ scenario, model, draw, ...judged, ...(parts.scores ? newScores(said, next) : kept) }];
}

function newScores({ scores }: Said, { project }: MigrateSide): Pick<NightCell, 'type' | 'scores'> {
  if (scores === undefined || project.panel.classifier === undefined) return {};
  return { type: scores.responseType, scores: [scores.value1, scores.value2] };
}

function isScorable({ project }: MigrateSide, scenario: string): boolean {
  const { rubric1, rubric2 } = project.bank.byId.get(scenario) ?? {};
  return rubric1 !== undefined && rubric2 !== undefined;
}

/** The new panel rules and scores a second time on the sentinels' first draws, as in an anchor night: how often each contradicts itself. */
async function retest(
  { comparison, project }: MigrateSide,
  { anchor, cells, run }: { readonly anchor: NightRecord; readonly cells: readonly NightCell[]; readonly run: Run },
): Promise<NightRecord['rejudged']> {
  const responses = cells
    .filter(({ scenario, draw }) => draw <= 2 && anchor.sentinels.includes(scenario))
    .map(({ scenario, model, draw }) => ({ scenario, model, draw, from: anchor.date }));
  const scenarios = project.bank.byId;
  return [...(await rejudge(responses, { comparison, scenarios, store: run.store, ask: run.ask, date: anchor.date }))];
}

function noAnchor(nights: number): UserError {
  if (nights === 0) {
    return new UserError({
      message: 'there is no night yet, so there is no anchor to move',
      hint: 'change the config; the first night under the new panel is the anchor',
    });
  }
  return new UserError({
    message: 'no night was of this spec under the old panel, so there is no anchor to move',
    hint: 'the first night under the new panel is the anchor; or run a night with the old panel on this spec first',
  });
}
