// A night's views: names are names whatever they hold, and the trend is drawn to scale.
import { expect, test } from 'vitest';
import { renderNightMarkdown, writeNightIssue } from '../../src/report/nightly-markdown.ts';
import type { NightReport } from '../../src/report/nightly-report.ts';
import { renderNightText } from '../../src/report/nightly-text.ts';
import { sparkline } from '../../src/report/sparkline.ts';

const HOSTILE = '`x` @octocat #1 <img src=x> [a](http://e.example) ::error::|\n| b \u202e';

function report(changes: Partial<NightReport> = {}): NightReport {
  const alarm = { kind: 'model', id: HOSTILE, since: '2026-11-25', change: 0.2, p: 0.0001 } as const;
  return {
    schema: 'spec-gate/nightly@1',
    status: 'regressed',
    date: '2026-11-25',
    simulated: false,
    anchor: { date: '2026-11-23', accepted: { at: '2026-11-23T02:00:00Z', reason: HOSTILE } },
    last: '2026-11-24',
    asked: { sentinels: 12, rotation: 3 },
    models: [
      {
        id: HOSTILE,
        nonCompliance: 0.5,
        tonight: { change: 0.2, p: 0.0001, scenarios: 12 },
        week: undefined,
        judgedAnew: true,
      },
    ],
    judges: [{ judge: HOSTILE, answers: 48, bias: 0, flips: 0, p: 1 }],
    alarms: [alarm],
    closed: [],
    events: [{ kind: 'renamed', id: HOSTILE, before: [HOSTILE], now: [HOSTILE] }],
    trend: { dates: ['2026-11-23', '2026-11-24', '2026-11-25'], models: { [HOSTILE]: [0.3, null, 0.5] } },
    level: 0.0005,
    betweenNights: 0.03,
    calls: 100,
    usd: 1.5,
    ...changes,
  };
}

test('in Markdown hostile ids act nowhere: outside code there is no mention, reference, link, image or HTML of theirs', () => {
  const markdown = renderNightMarkdown(report());
  // Code spans out, longest fences first; what is left is our own text.
  const outside = markdown.replaceAll(/(`+)[^`](?:[\s\S]*?[^`])?\1(?!`)/g, '');
  expect(outside).not.toMatch(/octocat|#1|<img|e\.example|::error/);
  expect(markdown).not.toContain('\u202e');
  expect(markdown.split('\n').filter((line) => line.startsWith('| b'))).toEqual([]);
});

test('the issue opens with what happened first and closes when nothing stands', () => {
  const open = writeNightIssue(
    report({ alarms: [{ kind: 'judge', id: 'a/b', since: '2026-11-25', change: 0, p: 0, flips: 0.3 }] }),
  );
  expect(open).toMatchObject({ state: 'open', title: 'Spec Gate: a/b judges otherwise since 2026-11-25' });
  expect(open.title).not.toMatch(/\n/);
  expect(writeNightIssue(report({ status: 'steady', alarms: [] }))).toMatchObject({ state: 'closed' });
  expect(writeNightIssue(report()).title).not.toMatch(/[\n\u202e]/);
});

test('on a terminal every line is a line, and a simulated night says so first', () => {
  const text = renderNightText(report({ simulated: true }), { width: 100 });
  expect(text).toMatch(/^\(simulated\) REGRESSED/);
  expect(text).not.toMatch(/\u202e|^::error/m);
});

test.each([
  [[0, 0.5, 1], 0, '▁▅█'],
  [[0.1, null, 0.2], 0, '▅ █'],
  [[0.1, 0.1], 0.5, '▂▂'],
  [[0, 0], 0, '▁▁'],
  [[], 0, ''],
])('sparkline of %j to %d is %s', (values, most, expected) => {
  expect(sparkline(values, most)).toBe(expected);
});
