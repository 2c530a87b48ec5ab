// One edit from patch to verdict: does its fault's figure fall where no writer looked, and does the gate let it pass?
import { whereDefined } from '../core/where-defined.ts';
import { BLOCKING_METRICS } from '../analysis/metrics.ts';
import { pairRulings } from '../analysis/let-through.ts';
import { standingOf } from '../analysis/standing.ts';
import type { Cell } from '../evaluation/cell.ts';
import type { Run } from '../run/open-run.ts';
import { disclose, type Disclosure } from '../report/build/disclose.ts';
import type { Spec } from '../spec/clause.ts';
import { gateEdit, type Gated, type GateQuery } from './gate-edit.ts';
import { isLoosened } from './let-go.ts';
import { measureFall } from './measure-fall.ts';
import type { EditGate, EditStatus, RepairEdit, TurnedRuling } from './repair-report.ts';
import type { RepairSubject } from './repair-subject.ts';

export type TestedEdit = Pick<RepairEdit, 'status' | 'fall' | 'turned' | 'gate'>;

/** Answers named, of each way a ruling can turn. */
const MOST_TURNED = 2;

/**
 * Measures the fall first, since it is cheap, and gates only edits that bring one. Makes no calls once the run has
 * ended.
 */
export async function testEdit(
  subject: RepairSubject,
  { edits, ...query }: GateQuery & { readonly edits: number },
  run: Run,
): Promise<TestedEdit> {
  if (run.stopped() !== undefined) return { status: 'untested' };
  run.beginStage('edit', () => []);
  const { fault, edited, heldOut } = query;
  const measured = await measureFall(subject, { fault, edited, heldOut, edits }, run.ask);
  if (measured.status === 'missing') return { status: 'untested' };
  const turned = listTurned(measured.cells);
  if (measured.status === 'empty') return { status: 'broken', turned };
  const { fall } = measured;
  if (measured.status === 'does not fall') return { status: 'no fall', fall, turned };
  if (run.stopped() !== undefined) return { status: 'untested', fall, turned };
  const gated = await gateEdit(subject, query, run);
  return {
    status: statusOf(gated, { edited, base: subject.base?.spec }),
    fall,
    turned,
    gate: describeGate(gated, subject.project.config.disclose),
  };
}

/** Absent evidence is no pass: where nothing was compared, only a text that is the base's own again needs no test. */
function statusOf(
  { verdict, letGo, scenarios }: Gated,
  { edited, base }: { readonly edited: Spec; readonly base: Spec | undefined },
): EditStatus {
  if (verdict === 'fail' || isLoosened(letGo)) return 'broken';
  if (verdict === 'inconclusive') return 'undecided';
  return scenarios > 0 || edited.hash === base?.hash ? 'repair' : 'undecided';
}

function describeGate({ verdict, reasons, letGo, scenarios, endpoints }: Gated, disclosure: Disclosure): EditGate {
  const show = (text: string): string => (disclosure === 'ids' ? '' : disclose(text, disclosure));
  const examples = letGo.examples.map((one) => ({ ...one, response: show(one.response) }));
  const metrics = BLOCKING_METRICS.flatMap((metric) => {
    const { base, head, status } = endpoints[metric] ?? {};
    if (status === undefined || status === 'not-applicable') return [];
    return [{ metric, status, ...whereDefined({ base, head }) }];
  });
  return { verdict, reasons, letGo: { ...letGo, examples }, scenarios, metrics };
}

/** One answer a scenario and way, a few of each way: what the edit does to rulings, for a person to agree with or not. */
function listTurned(cells: readonly Cell[]): readonly TurnedRuling[] {
  const turned = new Map<string, TurnedRuling>();
  const ways = new Map<string, number>();
  for (const { base, head } of pairRulings(cells)) {
    const [before, after] = [standingOf(base), standingOf(head)];
    if (before === after || before === 'missing' || after === 'missing') continue;
    const way = `${before} ${after}`;
    const place = `${way} ${base.scenario}`;
    const count = ways.get(way) ?? 0;
    if (turned.has(place) || count === MOST_TURNED) continue;
    ways.set(way, count + 1);
    turned.set(place, { scenario: base.scenario, model: base.model, base: before, head: after });
  }
  return [...turned.values()];
}
