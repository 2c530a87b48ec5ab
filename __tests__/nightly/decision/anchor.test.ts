// What nights are held against: pinned by the first, moved by acceptance alone, and never a night with an alarm.
import { describe, expect, test } from 'vitest';
import { anchorCells, findAnchoredNights } from '../../../src/nightly/decision/anchor.ts';
import type { Subject } from '../../../src/nightly/decision/metrics.ts';
import type { HistoryRecord } from '../../../src/nightly/decision/record.ts';
import { accepted, cell, record } from '../../support/night-record.ts';

const M: Subject = { kind: 'model', models: ['m'] };

describe('the anchor', () => {
  test('is the first night, whatever comes after, until one is accepted', () => {
    const history: HistoryRecord[] = [
      record('2026-01-02'),
      record('2026-01-03'),
      record('2026-01-01', { subject: 'other' }),
    ];
    expect(findAnchoredNights(history, { subject: 'subject', date: '2026-01-04' })).toMatchObject({
      anchor: { date: '2026-01-02' },
      last: { date: '2026-01-03' },
    });
    history.push(accepted(record('2026-01-03')), record('2026-01-04'));
    const baseline = findAnchoredNights(history, { subject: 'subject', date: '2026-01-05' })!;
    expect(baseline.anchor.date).toBe('2026-01-03');
    expect(baseline.nights.map(({ date }) => date)).toEqual(['2026-01-03', '2026-01-04']);
    expect(findAnchoredNights(history, { subject: 'subject', date: '2026-01-02' })).toBeUndefined();
  });

  test('of a scenario is its first night without an alarm of the model; edited scenarios and other models have none', () => {
    const both = { s1: 'hash', s2: 'hash' };
    const alarm = { kind: 'model', id: 'm', since: '2026-01-02', change: 0.2, p: 0 } as const;
    const nights = [
      record('2026-01-01'),
      record('2026-01-02', { scenarios: both, cells: [cell({ scenario: 's2', against: true })], alarms: [alarm] }),
      record('2026-01-03', { scenarios: both, cells: [cell({ scenario: 's2' }), cell()] }),
    ];
    const baseline = findAnchoredNights(nights, { subject: 'subject', date: '2026-01-04' })!;
    const found = anchorCells(baseline, { models: { m: 'hash' }, scenarios: both }, M);
    expect([...found].map(([scenario, { date }]) => [scenario, date])).toEqual([
      ['s1', '2026-01-01'],
      ['s2', '2026-01-03'],
    ]);
    expect(anchorCells(baseline, { models: { m: 'other' }, scenarios: both }, M).size).toBe(0);
    expect([
      ...anchorCells(baseline, { models: { m: 'hash' }, scenarios: { ...both, s1: 'edited' } }, M).keys(),
    ]).toEqual(['s2']);
  });

  test('of the panel is a night on which all its models answered and none had an alarm', () => {
    const models = { m: 'hash', n: 'hash' };
    const panel: Subject = { kind: 'panel', models: ['m', 'n'] };
    const cells = [cell(), cell({ model: 'n' })];
    const alarm = { kind: 'model', id: 'n', endpoint: 'rejections', since: '2026-01-02', change: 0.2, p: 0 } as const;
    const nights = [
      record('2026-01-01'),
      record('2026-01-02', { models, cells, alarms: [alarm] }),
      record('2026-01-03', { models, cells }),
    ];
    const baseline = findAnchoredNights(nights, { subject: 'subject', date: '2026-01-04' })!;
    const tonight = { models, scenarios: { s1: 'hash' } };
    expect(anchorCells(baseline, tonight, panel).get('s1')).toEqual({ date: '2026-01-03', cells });
    // The alarm is about n; m has its own anchor from the first night.
    expect(anchorCells(baseline, tonight, M).get('s1')?.date).toBe('2026-01-01');
  });
});
