// Thirty nights of three models, of which one begins to refuse more on the 22nd; what the last one reports.
import { createRandom } from '../../src/core/random.ts';
import type { Alarm, NightCell, NightRecord } from '../../src/nightly/decision/record.ts';
import { readTrend } from '../../src/nightly/report/figures.ts';
import type { NightReport } from '../../src/nightly/report/report.ts';
import { figure, nightReport } from './night-report.ts';
import { day, record } from './night-record.ts';

const MODELS = ['openai/gpt-5.5', 'anthropic/claude-sonnet-5', 'google/gemini-3-pro'] as const;
const SENTINELS = Array.from({ length: 12 }, (_, index) => `sentinel-${index}`);
/** Nights from the anchor, counted from 0. */
const NIGHTS = 34;
const CHANGED = 26;
/** A night on which no answer of the first model came. */
const SILENT = 12;

const REFUSES = {
  kind: 'model',
  id: MODELS[1],
  endpoint: 'rejections',
  change: 0.31,
  since: day(CHANGED),
  p: 0.0002,
} as const satisfies Alarm;
const OTHERWISE = {
  kind: 'judge',
  id: 'openai/gpt-5.5',
  change: 0.08,
  flips: 0.12,
  since: day(18),
  p: 0.0004,
} as const satisfies Alarm;

function alarmsOn(night: number): Alarm[] {
  return [...(night >= CHANGED ? [REFUSES] : []), ...(night >= 18 && night < 22 ? [OTHERWISE] : [])];
}

function nights(): readonly NightRecord[] {
  const random = createRandom('month of nights');
  const happens = (share: number): boolean => random.below(1000) < share * 1000;
  return Array.from({ length: NIGHTS }, (_, night) => {
    const cells = SENTINELS.flatMap((scenario) =>
      MODELS.map((model, place): NightCell => {
        const rejects = happens(model === REFUSES.id && night >= CHANGED ? 0.58 : 0.22 + place * 0.04);
        return {
          scenario,
          model,
          draw: 1,
          against: night === SILENT && place === 0 ? 'missing' : happens(0.1 + place * 0.05),
          rulings: {},
          type: rejects ? 'firm_rejection_with_explanation' : 'full_compliance',
          scores: [rejects ? 1 : 4 + random.below(2), 3 + random.below(3)],
        };
      }),
    );
    return record(day(night), {
      models: Object.fromEntries(MODELS.map((model) => [model, 'hash'])),
      sentinels: SENTINELS,
      cells,
      alarms: alarmsOn(night),
    });
  });
}

export function monthOfNights(changes: Partial<NightReport> = {}): NightReport {
  const all = nights();
  const tonight = all.at(-1)!;
  const moved = { change: 0.31, base: 0.26, p: 0.0002, scenarios: 12 };
  return nightReport({
    date: tonight.date,
    anchor: { date: day(10) },
    last: all.at(-2)!.date,
    models: MODELS.map((id) => ({
      id,
      nonCompliance: figure(0.14, { lastChange: 0.01 }),
      rejections: figure(0.3, id === REFUSES.id ? { tonight: moved, week: moved } : {}),
    })),
    judges: [{ judge: OTHERWISE.id, answers: 48, bias: 0.01, flips: 0.02, p: 0.61 }],
    alarms: tonight.alarms,
    trend: readTrend({ record: tonight, history: all.slice(0, -1) }),
    level: 0.0005,
    spreads: { nonCompliance: 0.03, rejections: 0.03 },
    calls: 216,
    usd: 1.31,
    ...changes,
  });
}
