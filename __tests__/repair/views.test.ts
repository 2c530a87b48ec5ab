// What a writer, a spec or an answer says is text in every view of a repair, and never acts.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFinding } from '../../src/report/messages.ts';
import { wording } from '../../src/render/sentence.ts';
import type { EditStatus, RepairReport } from '../../src/repair/repair-report.ts';
import { renderRepairHtml } from '../../src/repair/report/html.ts';
import { renderRepair } from '../../src/repair/report/terminal.ts';
import { namelessNodes, readAccessibilityTree } from '../support/accessibility-tree.ts';
import { findChromium, startBrowser, type PageBrowser } from '../support/chromium.ts';
import { faultsInEachLook, wideInPrint } from '../support/page-faults.ts';
import { readTags } from '../support/read-tags.ts';

const HOSTILE = '</pre><script>alert(1)</script><img src=x onerror=alert(2)> \u001B[2J\u202E@everyone';

function report(status: EditStatus, text: string): RepairReport {
  const args = { against: text, favour: text, scenarios: 3, tested: 4, before: 0 };
  const fall = { base: 0.8, head: 0.1, change: -0.7, interval: [-0.9, -0.5], edits: 2, scenarios: 4 } as const;
  const letGo = {
    forbidden: 4,
    allowed: 1,
    scenarios: { more: 1, fewer: 0 },
    examples: [{ scenario: text, model: text, response: text }],
  };
  return {
    schema: 'spec-gate/repair@1',
    simulated: true,
    specHash: 'hash',
    base: { ref: text, specHash: 'other' },
    faults: [
      {
        id: `conflict ${text}`,
        kind: 'conflict',
        clauses: [text, text],
        finding: createFinding({ code: 'clauseConflict', args, severity: 'warning' }),
        measure: wording('the share of answers torn between the two clauses'),
        scenarios: { looked: 9, showing: 8 },
        training: [text],
        heldOut: [text],
        dropped: [{ reason: text, count: 1 }],
        edits: [
          {
            number: 1,
            status,
            kind: 'precedence',
            clause: text,
            writer: text,
            simulated: true,
            why: text,
            patch: { file: text, from: 1, to: 1, lines: [text] },
            diff: `--- a/${text}\n+++ b/${text}\n@@ -1,1 +1,1 @@\n-${text}\n+${text}\n`,
            words: 3,
            fall,
            turned: [{ scenario: text, model: text, base: 'forbidden', head: 'allowed' }],
            gate: { verdict: 'pass', reasons: [], letGo, scenarios: 9, metrics: [] },
            usd: 1,
          },
        ],
      },
    ],
    needed: { calls: 10, inputTokens: 1, outputTokens: 1, usd: 1.5 },
  };
}

test('a page has no element that a text brought along, and shows what nobody would see', () => {
  const page = renderRepairHtml(report('repair', HOSTILE));
  const plain = renderRepairHtml(report('repair', 'be_kind'));
  const countTags = (html: string): number => readTags(html).tags.length;
  expect(countTags(page)).toBe(countTags(plain));
  expect(page).toContain('\\u{202e}');
  expect(page).toContain('Simulated');
});

test('a terminal gets no order from a text', () => {
  const text = renderRepair({ report: report('broken', HOSTILE), page: 'repair.html' });
  // eslint-disable-next-line no-control-regex
  expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]/);
  expect(text).toContain('(simulated)');
});

test.each([
  ['repair', /--apply 1 writes it/],
  ['broken', /Next {4}no edit mends it/],
] as const)('%s: says what to do next', (status, next) => {
  expect(renderRepair({ report: report(status, 'be_kind'), page: 'repair.html' })).toMatch(next);
});

const CHROMIUM = findChromium('the page of a repair');

describe.skipIf(CHROMIUM === undefined)('the page in a browser', () => {
  let browser: PageBrowser;
  beforeAll(async () => {
    browser = await startBrowser(CHROMIUM!);
  });
  afterAll(() => browser.close());

  test('has no fault that axe finds, asks for nothing and fits: light, dark, on a phone and on paper', async () => {
    const { page, complaints } = await browser.open(renderRepairHtml(report('repair', 'be_kind')));
    await page.evaluate(() => document.querySelectorAll('details').forEach((one) => one.setAttribute('open', '')));
    expect(await faultsInEachLook(page)).toEqual([]);
    expect(await wideInPrint(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('tells a screen reader what each edit is, and whether it is open', async () => {
    const { page } = await browser.open(renderRepairHtml(report('broken', 'be_kind')));
    const nodes = await readAccessibilityTree(page);
    expect(namelessNodes(nodes)).toEqual([]);
    const edits = nodes.filter(({ role }) => role === 'DisclosureTriangle');
    expect(edits).toEqual([
      expect.objectContaining({
        name: expect.stringMatching(/^#1 ?BREAKS SOMETHING says which clause wins in be_kind/),
      }),
    ]);
    expect(nodes.filter(({ role }) => role === 'image').map(({ name }) => name)).toEqual([
      expect.stringMatching(/^80 % → 10 % \(−70 points, .*\) on 4 scenarios/),
    ]);
  });
});
