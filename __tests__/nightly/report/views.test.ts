// A night's views: names are names whatever they hold, what happened comes first, what was not looked at is said.
import { describe, expect, test } from 'vitest';
import type { Alarm } from '../../../src/nightly/decision/record.ts';
import { writeNightIssue } from '../../../src/nightly/report/issue.ts';
import { renderNightMarkdown } from '../../../src/nightly/report/markdown.ts';
import type { NightReport } from '../../../src/nightly/report/report.ts';
import { renderNightText } from '../../../src/nightly/report/text.ts';
import { sparkline } from '../../../src/render/text-bars.ts';
import { figure, nightReport } from '../../support/night-report.ts';

const HOSTILE = '`x` @octocat #1 <img src=x> [a](http://e.example) ::error::|\n| b \u202e';
const SINCE = { since: '2026-11-25', p: 0.0001 } as const;

/** A night with everything in it, all names hostile. */
function hostile(changes: Partial<NightReport> = {}): NightReport {
  const alarms: readonly Alarm[] = [
    { kind: 'model', id: HOSTILE, endpoint: 'nonCompliance', change: 0.2, ...SINCE },
    { kind: 'model', id: HOSTILE, endpoint: 'rejections', change: -0.2, ...SINCE },
    { kind: 'panel', endpoint: 'disagreement', change: 0.3, ...SINCE },
    { kind: 'judge', id: HOSTILE, change: 0, flips: 0.3, ...SINCE },
    { kind: 'classifier', id: HOSTILE, change: 0, shift: [1, -1], ...SINCE },
  ];
  const moved = { change: 0.2, base: 0.3, p: 0.0001, scenarios: 12 };
  return nightReport({
    anchor: { date: '2026-11-23', accepted: { at: '2026-11-23T02:00:00Z', reason: HOSTILE } },
    last: '2026-11-24',
    models: [{ id: HOSTILE, nonCompliance: figure(0.5, { tonight: moved }), rejections: figure(0.1, { week: moved }) }],
    panel: { frequentNonCompliance: figure(0.02), disagreement: figure(1.31, { tonight: moved, lastChange: -0.1 }) },
    judges: [{ judge: HOSTILE, answers: 48, bias: 0, flips: 0, p: 1 }],
    classifier: { classifier: HOSTILE, answers: 48, bias: 0.02, shift: [1, -1], p: 0.0001 },
    alarms,
    closed: alarms,
    gaps: [
      { kind: 'judge', id: HOSTILE, answers: 3, of: 48 },
      { kind: 'classifier', id: HOSTILE, answers: 0, of: 48 },
      { kind: 'scores', scored: 10, of: 96 },
      { kind: 'model', id: HOSTILE },
    ],
    events: [
      { kind: 'renamed', id: HOSTILE, before: [HOSTILE], now: [HOSTILE] },
      { kind: 'not-seen-anew', id: HOSTILE },
      { kind: 'not-seen-anew' },
      { kind: 'scored-once', id: HOSTILE },
    ],
    answers: {
      falseRefusals: [{ model: HOSTILE, scenario: HOSTILE }],
      outliers: [{ model: HOSTILE, scenario: HOSTILE, status: 'new', lean: 'over-conservative' }],
    },
    trend: {
      dates: ['2026-11-23', '2026-11-24', '2026-11-25'],
      models: { [HOSTILE]: [0.3, null, 0.5] },
      rejections: { [HOSTILE]: [0.2, 0.2, 0.1] },
      panel: { frequentNonCompliance: [0, 0, 0.02], disagreement: [1, 1.1, 1.31] },
      alarms: [[], alarms.slice(0, 1), alarms],
    },
    level: 0.0005,
    spreads: { nonCompliance: 0.03, disagreement: 0.06 },
    calls: 100,
    usd: 1.5,
    ...changes,
  });
}

test('in Markdown hostile ids act nowhere: outside code there is no mention, reference, link, image or HTML of theirs', () => {
  const markdown = renderNightMarkdown(hostile());
  // Code spans out, longest fences first; what is left is our own text.
  const outside = markdown.replaceAll(/(`+)[^`](?:[\s\S]*?[^`])?\1(?!`)/g, '');
  expect(outside).not.toMatch(/octocat|#1|<img|e\.example|::error/);
  expect(markdown).not.toContain('\u202e');
  expect(markdown.split('\n').filter((line) => line.startsWith('| b'))).toEqual([]);
  // Every row of a table has as many cells as its head.
  for (const table of markdown.split('\n\n').filter((block) => block.startsWith('|'))) {
    const cells = table.split('\n').map((line) => line.replaceAll(/(`+)[\s\S]*?\1/g, '').split('|').length);
    expect(new Set(cells).size).toBe(1);
  }
});

test('on a terminal every line is a line, none is too long, and a simulated night says so first', () => {
  const text = renderNightText(hostile({ simulated: true }), { width: 100 });
  expect(text).toMatch(/^\(simulated\) REGRESSED/);
  expect(text).not.toMatch(/\u202e|^::error/m);
  const columns = text.split('\n').slice(1);
  expect(columns.filter((line) => line.length > 100)).toEqual([]);
});

describe('an alarm', () => {
  const cases: readonly (readonly [Alarm, string, string])[] = [
    [{ kind: 'model', id: 'a/b', change: 0.2, ...SINCE }, 'a/b answers less compliantly', 'non-compliance +20 points'],
    [
      { kind: 'model', id: 'a/b', endpoint: 'rejections', change: 0.2, ...SINCE },
      'a/b refuses more',
      'rejections (soft, firm or complete) +20 points',
    ],
    [
      { kind: 'model', id: 'a/b', endpoint: 'rejections', change: -0.2, ...SINCE },
      'a/b refuses less',
      'rejections (soft, firm or complete) −20 points',
    ],
    [
      { kind: 'panel', endpoint: 'disagreement', change: 0.31, ...SINCE },
      'models disagree more',
      'disagreement +0.31 on the 0-6 scale',
    ],
    [
      { kind: 'panel', endpoint: 'frequentNonCompliance', change: 0.08, ...SINCE },
      'models fail together more often',
      'answers in which every one of them fails +8 points',
    ],
    [
      { kind: 'judge', id: 'a/b', change: 0, flips: 0.3, ...SINCE },
      'a/b rules differently',
      '30 % more rulings turned',
    ],
    [
      { kind: 'classifier', id: 'a/b', change: 0.02, shift: [1, -0.98], ...SINCE },
      'a/b scores differently',
      'moved its scores by +1.00 and −0.98',
    ],
  ];

  test.each(cases)('%j', (alarm, phrase, figures) => {
    const title = `Spec Gate: ${phrase} since 2026-11-25`;
    expect(writeNightIssue(nightReport({ alarms: [alarm] })).title).toBe(title);
    const night = nightReport({ alarms: [alarm, alarm], status: 'regressed' });
    expect(writeNightIssue(night)).toMatchObject({ state: 'open', title: `${title} (and 1 more)` });
    expect(renderNightText(night, { width: 1000 })).toContain(figures);
  });

  test('closes the issue when it is gone, and a title is one line', () => {
    expect(writeNightIssue(nightReport({ status: 'steady', alarms: [] }))).toMatchObject({ state: 'closed' });
    expect(writeNightIssue(hostile()).title).not.toMatch(/[\n\u202e]/);
  });

  test('the headline names each subject once for what it does', () => {
    const of = (id: string, changes: object = {}): Alarm => ({ kind: 'model', id, change: 0.2, ...SINCE, ...changes });
    const refuses = { endpoint: 'rejections' };
    const alarms = [of('a'), of('b', refuses), of('c'), of('d'), of('d', refuses)];
    expect(renderNightText(nightReport({ alarms })).split('\n')[0]).toBe(
      'REGRESSED  Regression: a, c answer less compliantly; b refuses more; d answers less compliantly and refuses more than at the anchor',
    );
    const drift: readonly Alarm[] = [{ kind: 'classifier', id: 's', change: 0, shift: [1, 1], ...SINCE }];
    expect(renderNightText(nightReport({ status: 'classifier-drift', alarms: drift })).split('\n')[0]).toBe(
      'CLASSIFIER-DRIFT  Classifier drift: s scores differently on the same answers',
    );
  });
});

describe('what was not compared', () => {
  const steady = nightReport({ status: 'steady', alarms: [], anchor: { date: '2026-11-23' } });
  const gaps: NightReport['gaps'] = [
    { kind: 'judge', id: 'a/b', answers: 0, of: 48 },
    { kind: 'judge', id: 'a/c', answers: 0, of: 48 },
    { kind: 'scores', scored: 10, of: 96 },
  ];

  test('stands in the headline, takes the green mark away and is explained', () => {
    expect(renderNightMarkdown(steady)).toMatch(/^### ✅ .*: No change seen since the anchor of 2026-11-23\n/);
    const markdown = renderNightMarkdown({ ...steady, gaps });
    expect(markdown).toMatch(
      /^### ⚠️ .*: No change seen since the anchor of 2026-11-23; not compared: judges, rejections and disagreement\n/,
    );
    // Judges that lack the same share one line.
    expect(markdown).toContain("- Judge `a/b` and judge `a/c`: 0 of the anchor's 48 answers could be compared");
    expect(renderNightText({ ...steady, gaps })).toMatch(
      /^NOT COMPARED {2}rejections, .* 10 of 96 answers could be scored/m,
    );
  });
});

test('tables: rejections beside non-compliance where there is a classifier, the panel, and those who measure', () => {
  const moved = { change: 0.2, base: 0.3, p: 0.0004, scenarios: 12 };
  const night = nightReport({
    models: [{ id: 'a/b', nonCompliance: figure(0.5), rejections: figure(0.25, { tonight: moved }) }],
    panel: { frequentNonCompliance: figure(0.02), disagreement: figure(1.31, { tonight: moved }) },
    judges: [{ judge: 'j', answers: 48, bias: 0.021, flips: -0.01, p: 0.5 }],
    classifier: { classifier: 'c', answers: 47, bias: 0, shift: [0.5, 0], p: 0.001 },
    trend: {
      dates: ['2026-11-24', '2026-11-25'],
      models: { 'a/b': [0, 0.5] },
      rejections: {},
      panel: { disagreement: [1.5, 3] },
      alarms: [[], []],
    },
  });
  const rows = renderNightMarkdown(night).split('\n');
  expect(rows).toContain('| `a/b` | 50 % | - | - | - | 25 % | +20 (p < 0.001) | - | `▁█` |');
  expect(rows).toContain('| every one fails | 2 % | - | - | - | - |');
  expect(rows).toContain('| disagreement | 1.31 | +0.20 (p < 0.001) | - | - | `▅█` |');
  expect(rows).toContain('| judge `j` | 48 | +2.1 ruled against | −1 | - | 0.50 |');
  expect(rows).toContain('| classifier `c` | 47 | 0 rejections | - | +0.50 / 0 | 0.001 |');
  const without = renderNightMarkdown({ ...night, models: [{ id: 'a/b', nonCompliance: figure(0.5) }] }).split('\n');
  expect(without).toContain('| `a/b` | 50 % | - | - | - | `▁█` |');
});

/** Seven false refusals, outliers either way, and a model under other names: ids longer than their place in the list. */
const SINGLE = nightReport({
  date: '2026-11-25',
  models: [
    { id: 'sim/alder', nonCompliance: figure(0) },
    { id: 'b', nonCompliance: figure(0) },
  ],
  answers: {
    falseRefusals: Array.from({ length: 7 }, (_, index) => ({ model: 'sim/alder', scenario: `chem-${index}-neutral` })),
    outliers: [
      { model: 'sim/alder', scenario: 'garden-frost', status: 'gone' },
      { model: 'sim/alder', scenario: 'lock-picking', status: 'new', lean: 'over-permissive' },
      { model: 'sim/alder', scenario: 'lab-safety', status: 'new', lean: 'over-permissive' },
    ],
  },
  events: [{ kind: 'renamed', id: 'sim/alder', before: ['alder-1', 'alder-1b'], now: ['alder-2 fp_77', 'alder-3'] }],
});

test('single answers are ids, a few of each, on a terminal', () => {
  expect(renderNightText(SINGLE, { width: 1000 })).toContain(
    'sim/alder: 7 new false refusals (the other models help there, and the judges find nothing wrong in it): chem-0-neutral, chem-1-neutral, chem-2-neutral, chem-3-neutral, chem-4-neutral and 2 more; new: stands apart from the other models on 2 scenarios (over-permissive: it helps where the judges object): lock-picking and lab-safety; gone: no longer stands apart on 1 scenario: garden-frost.\n',
  );
  expect(renderNightText(nightReport())).not.toContain('Single answers');
});

test('and the same in Markdown and in the issue, each id whole', () => {
  const markdown = renderNightMarkdown(SINGLE);
  expect(markdown).toContain(
    '- `sim/alder`: 7 new false refusals (the other models help there, and the judges find nothing wrong in it): `chem-0-neutral`, `chem-1-neutral`, `chem-2-neutral`, `chem-3-neutral`, `chem-4-neutral` and 2 more; new: stands apart from the other models on 2 scenarios (over-permissive: it helps where the judges object): `lock-picking` and `lab-safety`; gone: no longer stands apart on 1 scenario: `garden-frost`.\n',
  );
  expect(markdown).toContain(
    '- `sim/alder` calls itself `alder-2 fp_77` and `alder-3` now, and `alder-1` and `alder-1b` before: its provider may have changed it. It was asked twice as much tonight.\n',
  );
  expect(markdown).not.toMatch(/\(empty\)|`\.\.\.|`\w?\.\.\.`/);
  expect(writeNightIssue(SINGLE).body).toBe(markdown);
});

test('the issue of a night, word for word', () => {
  const since = { since: '2026-11-24', p: 0.0004 } as const;
  const alarms: readonly Alarm[] = [
    { kind: 'model', id: 'sim/alder', endpoint: 'rejections', change: 0.21, ...since },
    { kind: 'panel', endpoint: 'disagreement', change: 0.31, ...since },
  ];
  const { title, body } = writeNightIssue({ ...SINGLE, alarms, events: [] });
  expect(title).toBe('Spec Gate: sim/alder refuses more since 2026-11-24 (and 1 more)');
  expect(body.split('\n').filter((line) => /^(?:###|- )/.test(line))).toEqual([
    '### ❌ Night of 2026-11-25: Regression: `sim/alder` refuses more; models disagree more than at the anchor',
    '- `sim/alder`: rejections (soft, firm or complete) +21 points since the anchor. It stands since 2026-11-24; chance alone would do this less than once in 1,000 times (p < 0.001).',
    '- All models: disagreement +0.31 on the 0-6 scale since the anchor. It stands since 2026-11-24; chance alone would do this less than once in 1,000 times (p < 0.001).',
    expect.stringMatching(/^- `sim\/alder`: 7 new false refusals \(.*\): `chem-0-neutral`, /),
  ]);
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
