// When an alarm opens, stands and closes.
import { describe, expect, test } from 'vitest';
import { raiseMetric } from '../../../src/nightly/decision/alarms.ts';
import type { MetricTest } from '../../../src/nightly/decision/metric-test.ts';
import type { NightMetric } from '../../../src/nightly/decision/metrics.ts';
import { alarmKey, type Alarm } from '../../../src/nightly/decision/record.ts';

const MARGINS = { nonCompliance: 0.1, frequentNonCompliance: 0.05, rejections: 0.1, disagreement: 0.2 };

type Window = readonly [change: number, p: number];

function raise(
  metric: NightMetric,
  windows: { tonight?: Window; week?: Window },
  open: readonly Alarm[] = [],
): readonly Alarm[] {
  const shift = (window: Window | undefined): MetricTest['tonight'] =>
    window === undefined ? undefined : { change: window[0], p: window[1], base: 0.2, scenarios: 12 };
  const isPanel = metric === 'disagreement' || metric === 'frequentNonCompliance';
  const subject = isPanel
    ? ({ kind: 'panel', models: ['m', 'n'] } as const)
    : ({ kind: 'model', models: ['m'] } as const);
  const tested = { metric, subject, tonight: shift(windows.tonight), week: shift(windows.week), anew: true };
  return raiseMetric(tested, { open, margins: MARGINS, date: '2026-01-09', level: 0.001 });
}

const open: Alarm = { kind: 'model', id: 'm', endpoint: 'rejections', since: '2026-01-02', change: 0.2, p: 0 };

describe('an alarm opens', () => {
  test.each([
    ['a sure and large rise', 'nonCompliance', { tonight: [0.05, 0.0005] }, 1],
    ['one that is not sure enough', 'nonCompliance', { tonight: [0.5, 0.002] }, 0],
    ['one below half the margin', 'nonCompliance', { tonight: [0.049, 0.0001] }, 0],
    ['one that the week shows', 'nonCompliance', { tonight: [0.01, 0.4], week: [0.06, 0.0005] }, 1],
    ['a fall of what only a rise is bad of', 'nonCompliance', { tonight: [-0.5, 0.0001] }, 0],
    ['a fall of rejections', 'rejections', { tonight: [-0.06, 0.0001] }, 1],
    ['half of its own margin for D', 'disagreement', { tonight: [0.1, 0.0001] }, 1],
    ['and for models that fail together', 'frequentNonCompliance', { tonight: [0.024, 0.0001] }, 0],
  ] as const)('%s', (_name, metric, windows, alarms) => {
    expect(raise(metric, windows)).toHaveLength(alarms);
  });

  test('and says who, what and since when; the panel has no id', () => {
    expect(raise('rejections', { tonight: [-0.3, 0.0001] })).toEqual([
      { kind: 'model', id: 'm', endpoint: 'rejections', since: '2026-01-09', change: -0.3, p: 0.0001 },
    ]);
    expect(raise('disagreement', { tonight: [0.3, 0.0001] })).toEqual([
      { kind: 'panel', endpoint: 'disagreement', since: '2026-01-09', change: 0.3, p: 0.0001 },
    ]);
  });
});

describe('an open alarm', () => {
  test.each([
    ['stands while the effect is there, though it is not significant', { tonight: [0.05, 0.5] }, 1],
    ['closes where it is no more than chance', { tonight: [0.05, 0.7] }, 0],
    ['closes where it is not', { tonight: [0.01, 0.4] }, 0],
    ['stands where the quiet nights still lean that way', { tonight: [0.01, 0.4], week: [0.04, 0.01] }, 1],
    ['closes where they lean the other way', { tonight: [0.01, 0.4], week: [-0.04, 0.01] }, 0],
    ['stands where nothing could be compared', {}, 1],
  ] as const)('%s', (_name, windows, alarms) => {
    const found = raise('rejections', windows, [open]);
    expect(found.map(({ since }) => since)).toEqual(Array.from({ length: alarms }, () => '2026-01-02'));
  });

  test('and a sure change the other way is another one, from tonight', () => {
    expect(raise('rejections', { tonight: [-0.2, 0.0001] }, [open])).toMatchObject([
      { change: -0.2, since: '2026-01-09' },
    ]);
    expect(raise('rejections', { tonight: [-0.2, 0.01] }, [open])).toEqual([]);
  });

  test('about one endpoint says nothing about another', () => {
    expect(raise('nonCompliance', { tonight: [0.08, 0.2] }, [open])).toEqual([]);
  });

  test('of before endpoints had names is about non-compliance', () => {
    const old: Alarm = { kind: 'model', id: 'm', since: '2026-01-02', change: 0.2, p: 0 };
    expect(raise('nonCompliance', { tonight: [0.08, 0.2] }, [old])).toMatchObject([{ since: '2026-01-02' }]);
    expect(raise('rejections', { tonight: [0.08, 0.2] }, [old])).toEqual([]);
  });
});

test('what named an alarm before there were endpoints names it still', () => {
  expect(alarmKey({ kind: 'model', id: 'a/b', since: '2026-01-02', change: 0, p: 0 })).toBe('model a/b 2026-01-02');
  expect(alarmKey({ ...open, endpoint: 'nonCompliance' })).toBe('model m 2026-01-02');
  expect(alarmKey({ kind: 'judge', id: 'j', since: '2026-01-02', change: 0, p: 0 })).toBe('judge j 2026-01-02');
  expect(alarmKey(open)).toBe('model m rejections 2026-01-02');
  expect(alarmKey({ kind: 'panel', endpoint: 'disagreement', since: '2026-01-02', change: 1, p: 0 })).toBe(
    'panel disagreement 2026-01-02',
  );
});
