// One call that reads a changed clause, as it was and as it will be, beside the rest of the spec.
import type { Ask } from '../evaluation/ask.ts';
import type { ModelRef } from '../models/model.ts';
import type { ClauseChange } from '../spec/change.ts';
import type { Spec } from '../spec/clause.ts';
import { findRivals, type Side } from './change-angles.ts';
import { changeScanRequest, readChangeScan, type Collision } from './prompts/change-scan.ts';
import { outlineOf, shortenClause, showSpec } from './show-spec.ts';

/** Other clauses shown in short. */
const RIVALS = 6;

export interface Scan {
  readonly change: ClauseChange;
  readonly specs: Readonly<Record<Side, Spec>>;
  readonly model: ModelRef;
  readonly draw: string;
}

/** What the change may pull against; nothing where the call failed or its reply cannot be read. */
export async function scanChange(scan: Scan, ask: Ask): Promise<readonly Collision[]> {
  const task = scanTask(scan);
  const known = new Set(Object.values(scan.specs).flatMap(({ clauses }) => clauses.map(({ id }) => id)));
  const answer = await ask(changeScanRequest(task));
  if (answer.status === 'missing') return [];
  const found = readChangeScan(task, answer.completion, known);
  return found.status === 'written' ? found.value : [];
}

export function scanTask({ change, specs, model, draw }: Scan): Parameters<typeof changeScanRequest>[0] {
  const side = change.head === undefined ? 'base' : 'head';
  const shown = new Map(showSpec(specs[side]).map((clause) => [clause.id, clause]));
  const rivals = findRivals(specs[side], change[side]!, RIVALS);
  const find = (from: Side) => showSpec(specs[from]).find(({ id }) => id === change[from]?.id);
  return {
    model,
    outline: outlineOf(specs[side]),
    rivals: rivals.map(({ id }) => shortenClause(shown.get(id)!)),
    before: find('base'),
    after: find('head'),
    draw,
  };
}
