// The normal that nights are held against: pinned by the first complete night, moved by acceptance alone.
import type { AnchorRecord, HistoryRecord, NightCell, NightRecord } from './record.ts';

export interface Baseline {
  /** The pinned night. */
  readonly anchor: NightRecord;
  readonly accepted: AnchorRecord | undefined;
  /** Complete nights from the anchor on and before tonight, oldest first, the anchor first. */
  readonly nights: readonly NightRecord[];
  /** The last complete night before tonight. */
  readonly last: NightRecord;
}

/** The baseline of a night with this subject, or undefined where it is the first. Of two records of one date the first holds. */
export function findBaseline(
  history: readonly HistoryRecord[],
  tonight: { readonly subject: string; readonly date: string },
): Baseline | undefined {
  const before = history.filter((record) => {
    const night = record.kind === 'night' ? record : record.night;
    return night.subject === tonight.subject && night.date < tonight.date;
  });
  const accepted = before.findLast((record) => record.kind === 'anchor');
  const byDate = new Map<string, NightRecord>();
  if (accepted !== undefined) byDate.set(accepted.night.date, accepted.night);
  for (const record of before) {
    if (record.kind === 'night' && !byDate.has(record.date)) byDate.set(record.date, record);
  }
  const all = [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
  const anchor = accepted?.night ?? all[0];
  if (anchor === undefined) return undefined;
  const nights = all.filter(({ date }) => date >= anchor.date);
  return { anchor, accepted, nights, last: nights.at(-1)! };
}

/** Cells of one model on one scenario and the night they are from. */
export interface AnchorCells {
  readonly date: string;
  readonly cells: readonly NightCell[];
}

/**
 * The anchor's cells of a model by scenario. Sentinels have theirs from the anchor night; a scenario of the rotation has
 * them from the first night since that asked it while the model had no alarm, so a regression never becomes normal.
 * Scenarios and models that were changed since are not compared.
 */
export function anchorCells(
  { nights }: Baseline,
  tonight: Pick<NightRecord, 'models' | 'scenarios'>,
  model: string,
): ReadonlyMap<string, AnchorCells> {
  const found = new Map<string, AnchorCells>();
  for (const night of nights) {
    if (night.models[model] !== tonight.models[model]) continue;
    if (night.alarms.some(({ kind, id }) => kind === 'model' && id === model)) continue;
    const byScenario = new Map<string, NightCell[]>();
    for (const cell of night.cells) {
      if (cell.model !== model || night.scenarios[cell.scenario] !== tonight.scenarios[cell.scenario]) continue;
      byScenario.set(cell.scenario, [...(byScenario.get(cell.scenario) ?? []), cell]);
    }
    for (const [scenario, cells] of byScenario) {
      if (!found.has(scenario)) found.set(scenario, { date: night.date, cells });
    }
  }
  return found;
}
