// A night's record with one model and one scenario, to be changed where a test needs it.
import type { HistoryRecord, NightCell, NightRecord } from '../../src/nightly/decision/record.ts';

export function cell(changes: Partial<NightCell> = {}): NightCell {
  return { scenario: 's1', model: 'm', draw: 1, against: false, rulings: {}, ...changes };
}

export function record(date: string, changes: Partial<NightRecord> = {}): NightRecord {
  return {
    schema: 'spec-gate/night@1',
    kind: 'night',
    date,
    at: `${date}T02:00:00Z`,
    subject: 'subject',
    models: { m: 'hash' },
    scenarios: { s1: 'hash' },
    sentinels: ['s1'],
    cells: [cell()],
    rejudged: [],
    answeredAs: {},
    alarms: [],
    calls: 0,
    usd: 0,
    ...changes,
  };
}

export function accepted(night: NightRecord): HistoryRecord {
  return { schema: 'spec-gate/night@1', kind: 'anchor', at: night.at, reason: 'meant', night };
}

/** `2026-01-01` and the days after it. */
export function day(index: number): string {
  return new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
}
