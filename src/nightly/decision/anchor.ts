// The normal that nights are held against: pinned by the first complete night, moved by acceptance alone.
import type { Subject } from './metrics.ts';
import type { AnchorRecord, HistoryRecord, NightCell, NightRecord } from './record.ts';

export interface AnchoredNights {
  /** The pinned night. */
  readonly anchor: NightRecord;
  readonly accepted: AnchorRecord | undefined;
  /** Complete nights from the anchor on and before tonight, oldest first, the anchor first. */
  readonly nights: readonly NightRecord[];
  /** The last complete night before tonight. */
  readonly last: NightRecord;
}

/** The baseline of a night with this subject, or undefined where it is the first. Of two records of one date the first holds. */
export function findAnchoredNights(
  history: readonly HistoryRecord[],
  tonight: { readonly subject: string; readonly date: string },
): AnchoredNights | undefined {
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

/** Answers to one scenario and the night they are from. */
export interface AnchorCells {
  readonly date: string;
  readonly cells: readonly NightCell[];
}

/**
 * The anchor's answers of a model, or of the panel, to the scenarios asked tonight. Sentinels have theirs from the anchor
 * night; a scenario of the rotation has them from the first night since that asked it while none of these models (nor the
 * panel) had an alarm, so a regression never becomes normal. Scenarios and models that were changed since are not compared.
 */
export function anchorCells(
  { nights }: AnchoredNights,
  tonight: Pick<NightRecord, 'models' | 'scenarios'>,
  subject: Subject,
): ReadonlyMap<string, AnchorCells> {
  const models = new Set(subject.models);
  const wanted = new Set(Object.keys(tonight.scenarios));
  const found = new Map<string, AnchorCells>();
  for (const night of nights) {
    if (wanted.size === 0) break;
    if (!hasSameModels(night, tonight, subject) || isAlarmed(night, subject)) continue;
    const asked = [...wanted].filter((scenario) => night.scenarios[scenario] === tonight.scenarios[scenario]);
    if (asked.length === 0) continue;
    const byScenario = new Map<string, NightCell[]>(asked.map((scenario) => [scenario, []]));
    for (const cell of night.cells) if (models.has(cell.model)) byScenario.get(cell.scenario)?.push(cell);
    for (const [scenario, cells] of byScenario) {
      if (cells.length === 0) continue;
      wanted.delete(scenario);
      found.set(scenario, { date: night.date, cells });
    }
  }
  return found;
}

/** Whether the same models answered, under the same references and prompts. */
export function hasSameModels(
  night: Pick<NightRecord, 'models'>,
  tonight: Pick<NightRecord, 'models'>,
  { models }: Subject,
): boolean {
  return models.every((model) => night.models[model] === tonight.models[model]);
}

/** Whether any alarm says that this subject is not as it was: of the model; of the panel or of any model in it. */
export function isAlarmed({ alarms }: NightRecord, { kind, models }: Subject): boolean {
  return alarms.some(
    (alarm) => (alarm.kind === 'model' && models.includes(alarm.id)) || (alarm.kind === 'panel' && kind === 'panel'),
  );
}
