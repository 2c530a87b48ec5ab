// A night's report, to be changed where a test needs it.
import type { NightFigure, NightReport } from '../../src/nightly/report/report.ts';

export function figure(now: number, changes: Partial<NightFigure> = {}): NightFigure {
  return { now, tonight: undefined, week: undefined, anew: true, ...changes };
}

export function nightReport(changes: Partial<NightReport> = {}): NightReport {
  return {
    schema: 'spec-gate/nightly@1',
    status: 'regressed',
    date: '2026-11-25',
    simulated: false,
    asked: { sentinels: 12, rotation: 3 },
    models: [],
    judges: [],
    alarms: [{ kind: 'model', id: 'openai/x', since: '2026-11-25', change: 0.2, p: 0.0001 }],
    closed: [],
    gaps: [],
    events: [],
    answers: { falseRefusals: [], outliers: [] },
    trend: { dates: [], models: {}, rejections: {}, panel: {}, alarms: [] },
    calls: 0,
    usd: 0,
    ...changes,
  };
}
