// Which nights of the past a later night may still read, and what of them: all that pruning must leave as it is. Pure, and for
// whatever panel comes next: models may be taken out of the config, and the nights of those that stay must still be there.
import { addToList } from '../../analysis/evidence/lists-by-key.ts';
import { findAnchoredNights, isAlarmed } from './anchor.ts';
import { eyesOf, isQuietAbout, QUIET_NIGHTS } from './metric-test.ts';
import { METRIC_RULES, MODEL_METRICS, PANEL_METRICS, type NightMetric } from './metrics.ts';
import { nightOf, type HistoryRecord, type NightRecord } from './record.ts';

export interface KeepRule {
  /** Tonight, `YYYY-MM-DD`. */
  readonly date: string;
  /** Nights, and days, that are kept whole whoever reads them. */
  readonly nights: number;
}

export interface NeededNights {
  /** Records whose single answers are needed. */
  readonly records: ReadonlySet<HistoryRecord>;
  /** Dates whose stored answers may be seen again. */
  readonly dates: ReadonlySet<string>;
  /** From this day on everything is kept. */
  readonly from: string;
}

const DAY_MS = 86_400_000;
/** Later than every night. */
const LAST_DAY = '9999-12-31';

/**
 * By subject (spec and panel): its anchor; the newest nights; nights whose answers a scenario is still held against; nights among
 * the last quiet ones. Of a subject that no night watched for as long only the anchor.
 */
export function findNeededNights(history: readonly HistoryRecord[], { date, nights: keep }: KeepRule): NeededNights {
  const from = new Date(Date.parse(`${date}T00:00:00Z`) - keep * DAY_MS).toISOString().slice(0, 10);
  const needed = new Set<NightRecord>(history.map(nightOf).filter((night) => night.date >= from));
  for (const [subject, records] of groupBySubject(history)) {
    const anchored = findAnchoredNights(records, { subject, date: LAST_DAY });
    if (anchored === undefined) continue;
    const { anchor, nights, last } = anchored;
    needed.add(anchor);
    if (last.date < from) continue;
    for (const night of [...nights.slice(-keep), ...findReferences(nights), ...findLastQuiet(nights, anchor)]) {
      needed.add(night);
    }
  }
  const records = new Set(history.filter((record) => needed.has(nightOf(record))));
  return { records, dates: new Set([...needed].map((night) => night.date)), from };
}

function groupBySubject(history: readonly HistoryRecord[]): ReadonlyMap<string, readonly HistoryRecord[]> {
  const groups = new Map<string, HistoryRecord[]>();
  for (const record of history) addToList(groups, nightOf(record).subject, record);
  return groups;
}

/**
 * Nights that `anchorCells` may take a scenario's answers from: the first without an alarm, for a model, or for a panel. A night
 * is the first of some panel exactly where its models without an alarm are not all among those of an earlier one.
 */
function findReferences(nights: readonly NightRecord[]): readonly NightRecord[] {
  const models = new Set<string>();
  const panels = new Map<string, (readonly string[])[]>();
  return nights.filter((night) => {
    const calm = Object.keys(night.models).filter((id) => !isAlarmed(night, { kind: 'model', models: [id] }));
    const panel = calm.map((id) => nameModel(night, id));
    const hasPanel = !night.alarms.some(({ kind }) => kind === 'panel');
    let isFirst = false;
    for (const [scenario, answered] of answeredBy(night)) {
      const name = `${scenario}\n${night.scenarios[scenario]}`;
      for (const id of calm) {
        const pair = `${name}\n${nameModel(night, id)}`;
        if (!answered.has(id) || models.has(pair)) continue;
        models.add(pair);
        isFirst = true;
      }
      const earlier = panels.get(name) ?? [];
      if (!hasPanel || earlier.some((other) => isWithin(panel, other))) continue;
      panels.set(name, [...earlier, panel]);
      isFirst = true;
    }
    return isFirst;
  });
}

/** By scenario that has an answer: who gave one. */
function answeredBy({ cells }: NightRecord): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { scenario, model } of cells) {
    const models = found.get(scenario) ?? new Set();
    found.set(scenario, models.add(model));
  }
  return found;
}

/** Nights that the last quiet ones of some metric may be among, whichever instruments have drifted then. */
function findLastQuiet(nights: readonly NightRecord[], anchor: NightRecord): readonly NightRecord[] {
  const newestFirst = nights.filter((night) => night !== anchor).toReversed();
  return [
    ...MODEL_METRICS.flatMap((metric) => lastOfModels(newestFirst, metric)),
    ...PANEL_METRICS.flatMap((metric) => lastOfPanels(newestFirst, metric)),
  ];
}

function lastOfModels(newestFirst: readonly NightRecord[], metric: NightMetric): readonly NightRecord[] {
  const counts = new Map<string, number>();
  return newestFirst.filter((night) => {
    const eyes = eyesOf(night.alarms, METRIC_RULES[metric].seenBy);
    const counted = Object.keys(night.models).filter((id) => {
      if (!isQuietAbout(night, { metric, subject: { kind: 'model', models: [id] } })) return false;
      const name = `${nameModel(night, id)}\n${eyes}`;
      const count = counts.get(name) ?? 0;
      counts.set(name, count + 1);
      return count < QUIET_NIGHTS;
    });
    return counted.length > 0;
  });
}

function lastOfPanels(newestFirst: readonly NightRecord[], metric: NightMetric): readonly NightRecord[] {
  const later = new Map<string, (readonly string[])[]>();
  return newestFirst.filter((night) => {
    const ids = Object.keys(night.models);
    if (!isQuietAbout(night, { metric, subject: { kind: 'panel', models: ids } })) return false;
    const eyes = eyesOf(night.alarms, METRIC_RULES[metric].seenBy);
    const panel = ids.map((id) => nameModel(night, id));
    const others = later.get(eyes) ?? [];
    later.set(eyes, [...others, panel]);
    return others.filter((other) => isWithin(panel, other)).length < QUIET_NIGHTS;
  });
}

function nameModel({ models }: NightRecord, id: string): string {
  return `${id}\n${models[id]}`;
}

function isWithin(some: readonly string[], all: readonly string[]): boolean {
  return some.every((one) => all.includes(one));
}
